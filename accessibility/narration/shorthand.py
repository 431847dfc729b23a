"""What newsrooms and shops shorten beside a number: `50k`, `5tr`, `T5/2024`, `Q3/2023`, `T2 - T6`, `13.5 triệu`, `tr. 12`."""

import re

from accessibility.narration.numbers import fraction_part, from_roman, in_words, one_by_one, ordinal
from accessibility.narration.units import UNIT, unit_words

DAYS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WHOLE = r"(?<![\w.,/-])(?P<amount>[0-9]{1,3}(?:[.,][0-9]{1,3})?)"
THOUSANDS = re.compile(_WHOLE + r"(?P<sign>[kK])(?P<dong>\s?đ(?:ồng)?)?(?![\w.]\w|\w)")
_MONEY_BEFORE = re.compile(
    r"(?:giá|phí|vé|phạt|lương|nạp|tiền|mệnh giá|khuyến mãi|giảm|mua|bán|chỉ)\s(?:\w+\s){0,2}$", re.I
)
MILLIONS = re.compile(
    _WHOLE + r"(?:tr(?P<rest>[0-9]{1,3})?(?P<dong>\.?\s?đ(?:ồng)?)?|\str(?P<spaced>\.?\s?đ(?:ồng)?))(?!\w)"
)
DONG = re.compile(r"đ(?!\w)(?:(?<=tỷ\sđ)|(?<=tỉ\sđ)|(?<=triệu\sđ)|(?<=nghìn\sđ)|(?<=ngàn\sđ))")
# A stop that parts decimals, as typed on an English keyboard: only before what is counted in parts.
POINT = re.compile(
    rf"(?<![\w.,/-])(?P<whole>[0-9]{{1,3}})\.(?P<part>[0-9]{{1,2}}){UNIT}(?![\w]|[.,/-][0-9])"
    r"(?P<counted>(?=\s(?:triệu|tỷ|tỉ|nghìn|ngàn|lần|điểm|độ|tấn|tạ|lít|mét|héc-ta|phần trăm|vạn|giờ|tuổi)(?!\w)))?"
)
FINE_POINT = re.compile(r"(?<![\w.,/-])(?P<whole>[0-9]{1,3})\.(?P<part>[0-9]{4,8})(?!\w|[.,/-][0-9])")
HALF = re.compile(r"(?<=[0-9])½")
PAGE = re.compile(r"(?<!\w)[Tt]r\.\s?(?=[0-9])")
MONTH = re.compile(
    r"(?<![\w/.-])T\.?(?P<month>1[0-2]|0?[1-9])[/-](?P<year>(?:19|20)[0-9]{2})(?![\w/]|[.,-][0-9])"
)
MONTHS = re.compile(
    r"(?<![\w/.-])(?P<months>1[0-2]|[1-9])T(?:/?(?P<year>(?:19|20)[0-9]{2})|(?=\s(?:đầu|cuối)\s))(?!\w)"
)
QUARTER = re.compile(
    r"(?<![\w/.-])Q\.?(?P<quarter>[1-4]|I{1,3}|IV)(?:[/-]|\snăm\s|\s)(?P<year>(?:19|20)[0-9]{2})(?![\w/]|[.,-][0-9])"
)
# 13-5 with a hyphen, 13.5 with a stop: a date where a word before says so. `ngày 2-3 lần` counts, `ngày 2-9 tại Huế` does not.
DAY_MONTH = re.compile(
    r"(?<!\w)(?P<before>(?i:(?:ngày|mùng|mồng|sáng|trưa|chiều|tối|đêm)(?:\s(?:nay|mai|qua|ngày))?|hôm\s(?:nay|qua|mai|kia)|lễ|dịp)[\s,(]{1,3})"
    r"(?P<day>[0-9]{1,2})[-–.](?P<month>[0-9]{1,2})(?![\w/%]|[.,-][0-9]|\s(?:tháng|giờ|triệu|tỷ|tỉ|độ|(?:hàng|hằng|mỗi)\stháng)(?!\w))"
    r"(?P<sure>(?=\s?(?:$|[,.;:)?!])|\s(?:tại|ở|và|đến|tới|của|là|năm|vừa|đã|sẽ|cho|do|theo|với|trên|này|có|không|bắt|diễn|tổ)(?!\w)))?"
)
_OPENED = re.compile(r"[‘'](?!\s)[^'’]*$")
_MANY_DAYS = re.compile(r"(?:các|những|mấy|mỗi|một|1|[hH][àằ]ng|trong)\s$")
# `1m75` of a person's height, `5kg3`, `1'30''`: so much, and so much of the next smaller unit.
MEASURED = re.compile(
    r"(?<![\w.,/-])(?P<whole>[0-9]{1,3})(?P<unit>m|kg)(?P<rest>[0-9]{1,2})(?![\w/]|[.,-][0-9])"
)
MINUTES = re.compile(
    r"(?<![\w.,/])(?P<minutes>[0-9]{1,3})['’′](?:\s?(?P<seconds>[0-9]{1,2})(?:''|’’|[\"”″]))?(?!\w)"
)
MINUS = re.compile(r"(?<=[0-9])\s[-−–]\s(?=[0-9]{1,9}(?:,[0-9]{1,9})?\s?=)")
WEEKDAYS = re.compile(
    r"(?<!\w)T(?P<first>[2-7])(?:\s?[-–]\s?|\sđến\s)(?:T(?P<last>[2-7])|(?P<sunday>CN))(?!\w)"
)
TO_WEEKDAY = re.compile(r"(?<=[Tt]hứ\s[2-7])\s?[-–]\s?(?=[Tt]hứ\s[2-7]|[Cc]hủ\s[Nn]hật|CN)")
EDITION = re.compile(r"(?<=[0-9]):(?=(?:19|20)[0-9]{2}(?![\w:]|[.,][0-9]))")
_STANDARD = re.compile(r"(?:ISO|IEC|TCVN|QCVN|TCCS|EN|ASTM|SA|HACCP|TCN)\b[^,;:.]{0,24}$")


def say_thousands(match):
    """`50k` → năm mươi nghìn; a capital may be a picture (4K) or a race (21K), so it needs a word of money before."""
    before = match.string[max(0, match.start() - 30) : match.start()]
    if match["sign"] == "K" and not match["dong"] and not _MONEY_BEFORE.search(before):
        return None
    return f"{_amount(match['amount'])} nghìn" + (" đồng" if match["dong"] else "")


def say_millions(match):
    """`2tr5` → hai triệu năm, as said at a market; `10 tr đồng` → mười triệu đồng; `350 tr.` are pages."""
    dong = " đồng" if match["dong"] or match["spaced"] else ""
    rest = f" {in_words(match['rest'])}" if match["rest"] else ""
    rest += " nghìn" if match["rest"] and len(match["rest"]) > 1 else ""
    return f"{_amount(match['amount'])} triệu{rest}{dong}"


def say_point(match):
    """`13.5 triệu`, `99.9%` → phẩy: a stop parts thousands only before three digits."""
    if not match["unit"] and match["counted"] is None:
        return None
    return f"{in_words(match['whole'])} phẩy {fraction_part(match['part'])}{unit_words(match['unit'])}"


def say_fine_point(match):
    """`21.0285`: four digits and more are decimals."""
    return f"{in_words(match['whole'])} phẩy {one_by_one(match['part'])}"


def say_month(match):
    """`T5/2024` → tháng năm năm hai nghìn không trăm hai mươi tư."""
    return f"tháng {ordinal(match['month'])} năm {in_words(match['year'])}"


def say_months(match):
    """`6T/2024` → sáu tháng năm …; `9T đầu năm` → chín tháng đầu năm."""
    return f"{in_words(match['months'])} tháng" + (f" năm {in_words(match['year'])}" if match["year"] else "")


def say_quarter(match):
    """`Q3/2023` → quý ba năm …; without a year, Q3 is rather a district."""
    quarter = match["quarter"]
    number = quarter if quarter.isdigit() else str(from_roman(quarter))
    return f"quý {ordinal(number)} năm {in_words(match['year'])}"


def say_day_month(match):
    """`Sáng 13-5`, `hôm nay (2.9)` → … tháng …; `ngày 5-7 tháng 5` and `mỗi ngày 2-3 viên` are days and pills."""
    day, month = int(match["day"]), int(match["month"])
    if not (1 <= month <= 12 and 1 <= day <= DAYS[month]):
        return None
    many = _MANY_DAYS.search(match.string[max(0, match.start() - 7) : match.start()])
    if day <= month and (many or match["sure"] is None):
        return None
    lead = "" if match["before"].lower().rstrip(" (,").endswith(("ngày", "mùng", "mồng")) else "ngày "
    return f"{match['before']}{lead}{in_words(match['day'])} tháng {ordinal(match['month'])}"


def say_measured(match):
    """`1m75` → một mét bảy mươi lăm; `2m2`, `5m3` are square and cubic metres."""
    if match["unit"] == "m" and match["rest"] in ("2", "3"):
        return None
    return f"{in_words(match['whole'])}{unit_words(match['unit'])} {in_words(match['rest'])}"


def say_minutes(match):
    """`90+3'` → … ba phút, `1'30''` → một phút ba mươi giây; a closing quotation mark behind a number is one too."""
    if not match["seconds"] and _OPENED.search(match.string[max(0, match.start() - 80) : match.start()]):
        return None
    seconds = f" {in_words(match['seconds'])} giây" if match["seconds"] else ""
    return f"{in_words(match['minutes'])} phút{seconds}"


def say_weekdays(match):
    """`T2 - T6`, `T7-CN` → thứ hai đến thứ sáu, thứ bảy đến chủ nhật."""
    last = "chủ nhật" if match["sunday"] else f"thứ {ordinal(match['last'])}"
    return f"thứ {ordinal(match['first'])} đến {last}"


def say_edition(match):
    """`ISO 9001:2015`: the edition of a standard, neither a time nor a ratio."""
    before = match.string[max(0, match.start() - 32) : match.start()]
    return ", phiên bản" if _STANDARD.search(before) else None


def _amount(amount):
    whole, mark, part = amount.replace(".", ",").partition(",")
    return f"{in_words(whole)} phẩy {fraction_part(part)}" if mark else in_words(whole)
