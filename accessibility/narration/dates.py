"""Vietnamese dates and times as they are said. Each `say_…` takes a match of the pattern above it; None means: not one after all."""

import re
from calendar import monthrange

from accessibility.narration.numbers import from_roman, in_words, ordinal

LEAD = r"(?:(?P<lead>[Nn]gày|[Mm]ùng|[Mm]ồng)\s+)?"
BEFORE = r"(?<![\w/.,:-])"
AFTER = r"(?![\w/]|[.,-]\d)"

# A day and month without a year is only sure to be one after these words; 2/3 elsewhere is a fraction.
DAY_WORDS = frozenset(
    [
        "sáng",
        "trưa",
        "chiều",
        "tối",
        "đêm",
        "hôm",
        "nay",
        "mai",
        "qua",
        "đến",
        "tới",
        "từ",
        "trước",
        "sau",
        "lễ",
        "dịp",
        "khánh",
        "niệm",
        "và",
    ]
)
HOUSE_WORDS = frozenset(["số", "ngõ", "ngách", "hẻm", "tổ", "kiệt", "nhà"])

_DAYS_LISTED = re.compile(r"(?i:ngày|sáng|chiều|tối)\s(?:[0-9]{1,2}(?:,\s|\svà\s)){1,6}$")
FULL_DATE = re.compile(
    BEFORE
    + LEAD
    + r"(?:(?P<first>[0-9]{1,2})\s?[-–]\s?)?(?P<day>[0-9]{1,2})(?P<mark>[/.-])(?P<month>[0-9]{1,2})(?P=mark)"
    r"(?P<year>[0-9]{4})" + AFTER
)
DAY_MONTH = re.compile(
    BEFORE
    + LEAD
    + r"(?:(?P<first>[0-9]{1,2})\s?[-–]\s?)?(?P<day>[0-9]{1,2})(?P<mark>/)(?P<month>[0-9]{1,2})"
    + AFTER
)
DATE_SPAN = re.compile(
    BEFORE
    + LEAD
    + r"(?P<from_day>[0-9]{1,2})/(?P<from_month>[0-9]{1,2})(?:/(?P<from_year>[0-9]{4}))?\s?[-–]\s?"
    r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})(?:/(?P<year>[0-9]{4}))?" + AFTER
)
ISO_DATE = re.compile(
    BEFORE + LEAD + r"(?P<first>)(?P<year>(?:19|20)[0-9]{2})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})" + AFTER
)
SHORT_DATE = re.compile(
    BEFORE + LEAD + r"(?P<first>)(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{2})" + AFTER
)
MONTH_SPAN = re.compile(
    r"(?<!\w)(?P<lead>[Tt]háng)\s+(?P<from_month>[0-9]{1,2})(?:/(?P<from_year>[0-9]{4}))?\s?[-–]\s?"
    r"(?:(?P<again>tháng)\s+)?(?P<month>[0-9]{1,2})(?:/(?P<year>[0-9]{4}))?" + AFTER
)
# Between two times, or a time and what ends it; the times themselves have had their turn.
TO_TIME = re.compile(
    r"(?:(?<=[0-9][:hg][0-9]{2})|(?<=[0-9][hg])|(?<=SA)|(?<=CH)|(?<=giờ)|(?<=phút))\s?[-–]\s?(?=[0-9]{1,2}(?::[0-9]|[hg](?!\w*[^\W\d_])|\sgiờ))"
)
MONTH_YEAR = re.compile(
    BEFORE + r"(?:(?P<lead>[Tt]háng)\s+)?(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})" + AFTER
)
MONTH = re.compile(r"(?<!\w)(?P<lead>[Tt]háng)\s+(?P<month>[0-9]{1,2})" + AFTER)
QUARTER = re.compile(
    r"(?<!\w)(?P<lead>[Qq]uý|QUÝ)\s+(?P<quarter>IV|I{1,3}|[1-4])(?:\s?[-–]\s?(?P<last>IV|I{1,3}|[1-4]))?(?:/(?P<year>[0-9]{4}))?"
    + AFTER
)
WEEKDAY = re.compile(r"(?<!\w)(?P<lead>[Tt]hứ|Th)\s?(?P<weekday>[2-7])" + AFTER)
SUNDAY = re.compile(r"(?<!\w)CN(?=,?\s+(?:ngày\s+)?[0-9]{1,2}/[0-9])")
TIME = re.compile(
    r"(?P<hour>[0-9](?<![\w:.,/].)[0-9]?)\s?(?::|[hg])(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?(?:['’]|ph(?:út)?)?(?:\s?(?P<half>SA|CH|AM|PM))?(?![\w:]|[.,][0-9])"
)
FULL_HOUR = re.compile(r"(?P<hour>[0-9](?<![\w:.,/].)[0-9]?)h(?:\s?(?P<half>SA|CH))?(?!\w)")


def say_full_date(match):
    """`ngày 13-15/5/2022` → ngày mười ba đến mười lăm tháng năm năm hai nghìn không trăm hai mươi hai."""
    if not _exists(match["day"], match["month"], match["year"]):
        return None
    return _days(match) + f" năm {in_words(match['year'])}"


def say_short_date(match):
    """`13/5/22` → … năm hai mươi hai, as it is printed; what the calendar does not have is a number of a house."""
    if not _exists(match["day"], match["month"], "2000"):
        return None
    return f"{_days(match)} năm {in_words(match['year'])}"


def say_month_span(match):
    """`tháng 3-5/2022` → tháng ba đến tháng năm năm hai nghìn không trăm hai mươi hai."""
    if not all(1 <= int(match[name]) <= 12 for name in ("from_month", "month")):
        return None
    spoken = [
        f"{ordinal(match[month])}" + (f" năm {in_words(match[year])}" if match[year] else "")
        for month, year in (("from_month", "from_year"), ("month", "year"))
    ]
    return f"{match['lead']} {spoken[0]} đến tháng {spoken[1]}"


def say_day_month(match):
    """`ngày 13/5` → ngày mười ba tháng năm; `2/3` → hai phần ba; `15/20` → mười lăm trên hai mươi."""
    before = match.string[max(0, match.start() - 20) : match.start()].split()
    previous = before[-1].lower().strip(",.;:(") if before else ""
    day, month = int(match["day"]), int(match["month"])
    is_listed = _DAYS_LISTED.search(match.string[max(0, match.start() - 30) : match.start()])
    is_padded = match["day"].startswith("0") or match["month"].startswith("0")
    sure = match["lead"] or is_padded or is_listed or (previous in DAY_WORDS and (day, month) != (24, 7))
    likely = day > month and (day, month) != (24, 7) and previous not in HOUSE_WORDS
    if _exists(match["day"], match["month"], "2000") and (sure or likely):
        return _days(match)
    return None if match["first"] or match["lead"] else _fraction(match, previous)


def say_date_span(match):
    """`13/5-15/6/2022` → ngày mười ba tháng năm đến ngày mười lăm tháng sáu năm …"""
    dates = [("from_day", "from_month", "from_year"), ("day", "month", "year")]
    if not all(_exists(match[day], match[month], match[year] or "2000") for day, month, year in dates):
        return None
    spoken = [
        f"{in_words(match[day])} tháng {ordinal(match[month])}"
        + (f" năm {in_words(match[year])}" if match[year] else "")
        for day, month, year in dates
    ]
    return f"{match['lead'] or 'ngày'} {spoken[0]} đến ngày {spoken[1]}"


def say_month_year(match):
    """`5/2022` and `tháng 5/2022` → tháng năm năm hai nghìn không trăm hai mươi hai."""
    if not 1 <= int(match["month"]) <= 12:
        return None
    return f"{match['lead'] or 'tháng'} {ordinal(match['month'])} năm {in_words(match['year'])}"


def say_month(match):
    """`tháng 4` → tháng tư. A number of months (*trong 4 tháng*) stands before the word, so it is not meant here."""
    return f"{match['lead']} {ordinal(match['month'])}" if 1 <= int(match["month"]) <= 12 else None


def say_quarter(match):
    """`quý II/2022` → quý hai năm hai nghìn không trăm hai mươi hai."""
    year = f" năm {in_words(match['year'])}" if match["year"] else ""
    last = f" đến quý {_of_quarter(match['last'])}" if match["last"] else ""
    return f"{match['lead']} {_of_quarter(match['quarter'])}{last}{year}"


def _of_quarter(number):
    return ordinal(number if number.isdigit() else str(from_roman(number)))


def say_weekday(match):
    """`Th 3` and `thứ 3` → thứ ba; the fourth is *thứ tư*."""
    lead = "Thứ" if match["lead"][0] == "T" else "thứ"
    return f"{lead} {ordinal(match['weekday'])}"


def say_sunday(match):
    """`CN, 15/05/2022` → chủ nhật."""
    return "chủ nhật"


def say_time(match):
    """`11:30 SA` → mười một giờ ba mươi phút sáng; `14:57 CH`, on a 24-hour clock, needs no *chiều*."""
    minute = match.groupdict().get("minute") or "00"
    hour = int(match["hour"])
    before = match.string[max(0, match.start() - 10) : match.start()].lower().rstrip()
    if hour > 24 or int(minute) > 59 or before.endswith(("tỷ lệ", "tỉ lệ", "tỷ số", "tỉ số")):
        return None
    second = match.groupdict().get("second")
    minutes = f" {in_words(minute)} phút" if int(minute) or second else ""
    minutes += f" {in_words(second)} giây" if second else ""
    return f"{in_words(match['hour'])} giờ{minutes}{_part_of_day(hour, match['half'])}"


def _part_of_day(hour, half):
    if half in ("SA", "AM"):
        return " sáng"
    if half in ("CH", "PM") and hour <= 12:
        return " trưa" if hour == 12 else " chiều" if hour < 6 else " tối"
    return ""


def _days(match):
    first = f"{in_words(match['first'])} đến " if match["first"] else ""
    return f"{match['lead'] or 'ngày'} {first}{in_words(match['day'])} tháng {ordinal(match['month'])}"


def _exists(day, month, year):
    """Whether the calendar has this day; the year 0 is nobody's."""
    return 1 <= int(month) <= 12 and int(year) > 0 and 1 <= int(day) <= monthrange(int(year), int(month))[1]


def _fraction(match, previous):
    above, below = int(match["day"]), int(match["month"])
    small = 0 < above < below <= 10 and previous not in HOUSE_WORDS
    return f"{in_words(match['day'])} {'phần' if small else 'trên'} {in_words(match['month'])}"
