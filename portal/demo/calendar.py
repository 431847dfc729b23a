"""Days counted from the day of loading, so that the demo is never old. Offices rest at weekends, and so do these days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_TOKEN = re.compile(r"\{(d|dm|en|w|y)([+-]\d+)?\}")


@dataclass(frozen=True)
class Calendar:
    today: date

    def day(self, offset: int) -> date:
        """A working day: a past one moves back to Friday, a coming one on to Monday. Order is kept."""
        day = self.today + timedelta(days=offset)
        rest = day.weekday() - 4
        if rest > 0:
            day += timedelta(days=-rest if offset <= 0 else 3 - rest)
        return day

    def exactly(self, offset: int) -> date:
        return self.today + timedelta(days=offset)

    def moment(self, day: date, clock: str) -> datetime:
        return datetime.combine(day, time.fromisoformat(clock), ZONE)

    def fill(self, text: str) -> str:
        """`{d-3}` 19/11/2026, `{dm-3}` 19/11, `{w-3}` thứ Năm, `{en-3}` 19 November 2026, `{y+1}` 2027."""
        return _TOKEN.sub(self._token, text)

    def _token(self, match: re.Match) -> str:
        kind, offset = match[1], int(match[2] or 0)
        if kind == "y":
            return str(self.today.year + offset)
        day = self.day(offset)
        forms = {
            "d": f"{day:%d/%m/%Y}",
            "dm": f"{day:%d/%m}",
            "w": WEEKDAYS[day.weekday()],
            "en": f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        }
        return forms[kind]
