"""Days and moments as the public page prints them and as a reading voice says them. All are those of Viet Nam."""

from datetime import date, datetime

from django.utils import timezone

from news.site.addresses import page_language

SHORT_DAYS = {
    "vi": ("Th 2", "Th 3", "Th 4", "Th 5", "Th 6", "Th 7", "CN"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
DAYS = {
    "vi": ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
# Printed after a 24-hour clock: the half of the day changes at noon.
HALVES = {"vi": ("SA", "CH"), "en": ("AM", "PM")}


def printed(moment: datetime, language: str | None = None) -> str:
    """The date line of an article: "Th 3, 17/05/2022 | 11:30 SA", in English "Tue, 17/05/2022 | 11:30 AM"."""
    language, local = language or page_language(), timezone.localtime(moment)
    weekday, half = SHORT_DAYS[language][local.weekday()], HALVES[language][local.hour >= 12]
    return f"{weekday}, {day(local)} | {local:%H:%M} {half}"


def spoken(moment: datetime, language: str | None = None) -> str:
    """The same for ears: "Thứ Ba, ngày 17 tháng 5 năm 2022, 11 giờ 30 phút"."""
    language, local = language or page_language(), timezone.localtime(moment)
    if language == "en":
        return f"{full_day(local, language)}, {local:%H:%M}"
    minutes = f" {local.minute} phút" if local.minute else ""
    return f"{full_day(local, language)}, {local.hour} giờ{minutes}"


def full_day(on: date, language: str | None = None) -> str:
    """A day in full: Thứ Ba, ngày 17 tháng 5 năm 2022; in English Tuesday, 17 May 2022."""
    language = language or page_language()
    weekday = DAYS[language][on.weekday()]
    if language == "en":
        return f"{weekday}, {on.day} {MONTHS[on.month - 1]} {on.year}"
    return f"{weekday}, ngày {on.day} tháng {on.month} năm {on.year}"


def day(on: date) -> str:
    """A day as lists print it: 17/05/2022."""
    return f"{on.day:02}/{on.month:02}/{on.year:04}"


def local_day(moment: datetime) -> date:
    return timezone.localtime(moment).date()


def period(first: date, last: date | None = None) -> str:
    """A span of days: 17/05/2022, 17–19/05/2022, 30/05–02/06/2022 or both days in full."""
    if not last or last == first:
        return day(first)
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month != last.month:
        return f"{first.day:02}/{first.month:02}–{day(last)}"
    return f"{first.day:02}–{day(last)}"


def month_name(year: int, month: int, language: str | None = None) -> str:
    """Tháng 5/2022; in English May 2022."""
    if (language or page_language()) == "en":
        return f"{MONTHS[month - 1]} {year}"
    return f"Tháng {month}/{year}"
