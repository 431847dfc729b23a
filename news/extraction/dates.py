"""The date line of a page and the day of its event. All times are local (Asia/Ho_Chi_Minh)."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from news.extraction.text import UPPER

MONTHS = {
    name: number
    for number, names in enumerate(
        "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|sep sept september"
        "|oct october|nov november|dec december".split("|"),
        1,
    )
    for name in names.split()
}
# Months written as words ("ngày 10 tháng Mười"); lunar names ("Giêng", "Chạp") are no dates of this calendar.
_MONTHS_VI = {
    name: number
    for number, names in enumerate(
        "một|hai|ba|tư bốn|năm|sáu|bảy|tám|chín|mười|mười_một|mười_hai".split("|"), 1
    )
    for name in names.replace("_", "\0").split()
}
_MONTHS_VI = {name.replace("\0", " "): number for name, number in _MONTHS_VI.items()}
_MONTH = r"(?P<%s>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = (
    r"(?P<d1>\d{1,2})(?: ?/ ?|[.-])(?P<m1>0?[1-9]|1[0-2])(?:(?: ?/ ?|[.-])(?P<y1>\d{4}))?(?![\d%])"
    r"|(?P<d2>\d{1,2}) tháng (?P<m2>\d{1,2})(?:,? năm (?P<y2>\d{4})|[/-](?P<y5>\d{4})|,? (?P<y7>\d{4})(?!\d))?(?!\d)"
    r"|(?P<d7>\d{1,2}) tháng (?P<m7>" + "|".join(sorted(_MONTHS_VI, key=len, reverse=True)) + r")(?!\w)"
    r"(?:(?:,| năm)* (?P<y8>\d{4})(?!\d))?"
    r"|(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})(?!\d)"
    r"|(?P<d4>\d{1,2})(?:st|nd|rd|th)? (?:of )?" + _MONTH % "m4" + r"(?:,? (?P<y4>\d{4}))?"
    r"|" + _MONTH % "m6" + r" (?P<d6>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,? (?P<y6>\d{4}))?"
)
# A hyphen may stand before the last day of a range ("18-19 May 2022"), never inside a number.
DAY = re.compile(r"(?:(?<![\d/.,-])|(?<=(?<!\d)\d-)|(?<=(?<!\d)\d\d-))(?:" + _DAY + ")", re.I)
_CLOCK = re.compile(
    r"(?<![\d/])(?P<hour>\d{1,2})(?::|h| giờ | h )(?P<minute>\d{2})(?::\d{2})?(?: ?phút)?(?!\d)(?: "
    r"?(?P<half>SA|CH|AM|PM|a\.m\.|p\.m\.)(?!\w))?",
    re.I,
)
_DRESSING = re.compile(
    r"(?:th?(?:ứ|u)? ?(?:[2-7]|hai|ba|tư|năm|sáu|bảy)|cn|chủ nhật|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?"
    r"|fri|sat(?:ur)?|sun)(?:day)?\.?"
    r"|(?:được|đã) (?:đăng|tạo|viết)(?: ngày| lúc| vào)?|ngày (?:phát hành|viết)|phát hành"
    r"|ngày đăng(?: tin| bài)?|(?:tin|bài) đăng|đăng (?:tải )?(?:ngày|lúc|vào)|đăng|cập nhật(?: lần cuối)?|ngày cập "
    r"nhật|thời gian(?: đăng)?|ngày tạo|ngày xuất bản|xuất bản|post(?:ed)?(?: date)?"
    r"|publish(?:ed)?(?: date)?|updated?|last|date|time"
    r"|ngày|lúc|vào|hồi|on|at|gmt ?[+-]\d+(?::\d+)?|utc ?[+-]\d+|(?:lượt xem|lượt đọc|số lần đọc"
    r"|views?|đã xem|(?<=- )xem(?=:))\b[: ]*[\d.,]*)(?!\w)",
    re.I,
)
# A line may open with who posted it, or where: "Minh Hà - 27/09/2023 08:33".
_SIGNED = re.compile(rf"^\W*[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*){{0,4}}\W*$")
_POSTED_BY = re.compile(
    r"(?:tác giả|người (?:đăng|viết)|đăng bởi|biên tập|author)\s*:[^|•·\d]{0,60}(?:[|•·]|$|(?= - ))"
    r"|(?:viết|đăng|gửi) bởi:? [^|•·\d]{1,40}?(?=ngày|lúc|[-|(]|$)",
    re.I,
)
_TAIL_OF_ROW = re.compile(r"[|•·].*$|(?:tác giả|người đăng|đăng bởi|nguồn tin)\s*:.*$", re.I)
_LETTERS = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_PLACE_DATE = re.compile(r"^[^\W\d_][\w .'-]{1,40}, (?:ngày )?(?=\d)", re.I)


@dataclass(slots=True)
class Day:
    start: int
    end: int
    day: int
    month: int
    year: int | None

    def on(self, latest: date | None) -> date | None:
        """The day in full; without a year, the latest one that is not after `latest`."""
        try:
            if self.year:
                return date(self.year, self.month, self.day)
            if latest is None:
                return None
            found = date(latest.year, self.month, self.day)
            return found if found <= latest else date(latest.year - 1, self.month, self.day)
        except ValueError:
            return None


def read_day(match: re.Match) -> Day | None:
    part = {name[0] + "": value for name, value in match.groupdict().items() if value}
    said = part["m"].lower().rstrip(".")
    month = MONTHS.get(said) or _MONTHS_VI.get(said) or (int(said) if said.isdigit() else 0)
    day = int(part["d"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Day(match.start(), match.end(), day, month, int(part["y"]) if "y" in part else None)


def days(text: str) -> list[Day]:
    if not _DIGIT.search(text):
        return []
    return [found for found in map(read_day, DAY.finditer(text)) if found]


def read_clock(text: str) -> str | None:
    """ "HH:MM" of the first time of day; SA and AM never add hours, CH and PM add them only below 12."""
    for match in _CLOCK.finditer(text):
        hour, minute, half = int(match["hour"]), int(match["minute"]), (match["half"] or "").lower()[:1]
        hour += 12 if half in ("c", "p") and hour < 12 else 0
        hour -= 12 if half == "a" and hour == 12 else 0
        if hour < 24 and minute < 60:
            return f"{hour:02}:{minute:02}"
    return None


def read_date_line(text: str, undress) -> str | None:
    """ISO moment of a line that says when the page was posted and nothing else.

    `undress` removes the reader's controls from a line.
    """
    if len(text) > 160 or not (found := next((day for day in days(text) if day.year), None)):
        return None
    rest = undress(_POSTED_BY.sub(" ", text[: found.start]) + " " + text[found.end :])
    clock = read_clock(rest)
    bare = _DRESSING.sub(" ", _CLOCK.sub(" ", rest))
    bare = _TAIL_OF_ROW.sub("", bare) if len(bare) <= 60 else "x"
    if _LETTERS.search(bare) and not (clock and len(text) < 60 and _SIGNED.match(bare)):
        return None
    return _iso(found, clock)


def read_place_date(text: str) -> str | None:
    """ISO day of the line "Hà Nội, ngày 05 tháng 10 năm 2022" of a document."""
    head = _PLACE_DATE.match(text)
    found = DAY.match(text, head.end()) if head else None
    if not found or text[found.end() :].strip(" ./"):
        return None
    day = read_day(found)
    return _iso(day, None) if day and day.year else None


def _iso(found: Day, clock: str | None) -> str | None:
    day = found.on(None)
    return day and (f"{day.isoformat()}T{clock}" if clock else day.isoformat())


_TODAY = re.compile(
    r"(?<!\w)(?:hôm nay|(?:sáng|trưa|chiều|tối) nay|today|this (?:morning|afternoon))(?!\w)", re.I
)
_YESTERDAY = re.compile(r"(?<!\w)(?:hôm qua|(?:sáng|trưa|chiều|tối) qua|yesterday)(?!\w)", re.I)
# Words before a date that make it a deadline, a document's date or an anniversary and no event.
_OTHER_DAY = re.compile(
    r"(?:trước|đến hết|hết|hạn|tới|chậm nhất|muộn nhất|kể từ|tính đến|tính tới|từ sau|sau|đầu|thành "
    r"lập|kỷ niệm|before|by|until|since|deadline|established"
    r"|theo|(?:số|QĐ|NQ|CT|CV|KH|NĐ|TB|TT)[^ ]* ?[\w/&-]*|ký|ban hành|luật|nghị định|nghị quyết|quyết "
    r"định|công văn|thông tư|kế hoạch|sinh|dự kiến|hoàn thành|khóa)[ ,]*(?:(?:vào|là|the|lúc) "
    r")?(?:ngày |on )?$",
    re.I,
)
_RANGE_TO = re.compile(r"^\s?(?:đến(?: hết)?|tới|và|-|–|to|and|&)\s?(?:ngày |the )?$", re.I)
_RANGE_FROM = re.compile(
    r"(?<![\d/.,-])(\d{1,2})(?:[/.-](\d{1,2}))?\s?(?:đến(?: hết)?(?: ngày)?|tới(?: ngày)?|và(?: ngày)?"
    r"|-|–|&|to|and)\s?(?:ngày )?$",
    re.I,
)
_LISTED_FROM = re.compile(
    r"ngày (\d{1,2})(?:[/.-](\d{1,2}))?(?:, ?\d{1,2}(?:[/.-]\d{1,2})?)*(?:,| và) ?(?:ngày )?$", re.I
)
_OPENER = re.compile(
    r"(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|on|từ|mùng|mồng|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật"
    r"|trong(?: hai| ba| \d+)? ngày|morning of|afternoon of"
    r"|^[^\W\d_][\w .]{2,24},)[ ,]*(?:the |nay,? |ngày )*\(?$",
    re.I,
)
_EARLIER = re.compile(r"^(?:trước đó|trước đây|sau đó|cách đây|năm \d{4}|previously|earlier|before)", re.I)


def event_day(paragraphs: list[tuple[str, int]], published: str | None) -> tuple[date, int, int, str] | None:
    """(day, start, end, reason) of the event reported by the first paragraphs; offsets in the view."""
    posted = date.fromisoformat(published[:10]) if published else None
    for text, offset in paragraphs:
        for begin, sentence in _rough_sentences(text):
            if _EARLIER.match(sentence):
                continue
            if found := _in_sentence(sentence, posted):
                day, start, end, reason = found
                return day, offset + begin + start, offset + begin + end, reason
    return None


def _in_sentence(sentence: str, posted: date | None) -> tuple[date, int, int, str] | None:
    for found in days(sentence):
        before = sentence[max(0, found.start - 90) : found.start]
        if _OTHER_DAY.search(before) or (
            before.count("(") > before.count(")") and not _OPENER.search(before)
        ):
            continue
        if not (
            _OPENER.search(before) or _RANGE_FROM.search(before) or not sentence[: found.start].strip(" (")
        ):
            continue
        first, start = _first_of_range(sentence, found)
        if day := first.on(posted):
            return day, start, found.end, "day of the event in the text"
    for pattern, back in ((_TODAY, 0), (_YESTERDAY, 1)):
        if posted and (said := pattern.search(sentence)):
            return posted - timedelta(days=back), said.start(), said.end(), "day told from the posting day"
    return None


def _first_of_range(sentence: str, last: Day) -> tuple[Day, int]:
    """ "Từ ngày 24 đến 26/02/2022" begins on the 24th of the month of its last day."""
    near = max(0, last.start - 40)
    head = _LISTED_FROM.search(sentence, near, last.start) or _RANGE_FROM.search(sentence, near, last.start)
    if head and 1 <= int(head[1]) <= 31:
        month = int(head[2]) if head[2] else last.month
        return Day(head.start(), last.end, int(head[1]), month, last.year), head.start()
    tail = DAY.search(sentence, last.end)
    if tail and not last.year and _RANGE_TO.match(sentence[last.end : tail.start()]):
        end = read_day(tail)
        return Day(last.start, last.end, last.day, last.month, end and end.year), last.start
    return last, last.start


def _rough_sentences(text: str) -> list[tuple[int, str]]:
    cuts = [0] + [m.end() for m in re.finditer(rf"[.!?…] (?=[{UPPER}])", text)]
    return [(a, text[a:b]) for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)]
