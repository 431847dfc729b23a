"""Numbers in running Vietnamese text: amounts, units, ranges, telephone numbers, Roman numerals."""

import re

from accessibility.narration.numbers import fraction_part, from_roman, in_words, one_by_one, ordinal
from accessibility.narration.units import UNIT, UNITS, unit_words

_FIRST_UNIT = r"(?:\s?(?:%|‰|°C|km|cm|mm|m|kg|g|ha|h|đ|USD)(?=\s?[-–]))?"
# 1.250.000 and 3,5: a stop parts thousands, a comma parts decimals.
_AMOUNT = r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?"
# Words before a number that is a name and goes digit by digit.
_NAMES_OF_NUMBERS = (
    "mã số thuế", "mst", "số đơn", "đơn số", "số tài khoản", "tài khoản", "tài khoản số", "stk", "căn cước công dân", "cccd",
    "căn cước", "chứng minh nhân dân", "cmnd", "số bằng", "mã hồ sơ", "mã số", "số hiệu", "mã", "đường dây nóng", "hotline",
    "tổng đài", "số máy", "gọi", "điện thoại", "đt", "số điện thoại", "máy lẻ", "fax", "số văn bằng", "số seri", "mã bưu chính",
    "nhánh", "zalo", "bấm phím", "số lưu hành", "giấy phép", "mã vùng", "đầu số", "tin nhắn",
)  # fmt: skip
# `tổng đài 113, 114 hoặc 115`: what is said of the first holds for all.
_LISTED = re.compile(r"(?:[0-9]{3,6}(?:\s?[,;/–-]\s?|\s(?:và|hoặc|hay)\s)){1,5}$")
APPLICATION = re.compile(
    r"(?<![\w.,/-])[1-7]-(?:[0-9]{4}-[0-9]{4,6}|[0-9]{7}(?:-[0-9]{3})?)(?![\w/]|[.,-][0-9])"
)
HOTLINE = re.compile(
    r"(?<![\w.,/-])1[89]00(?:[ .]?[0-9]{4}|(?:[ .][0-9]{2,3}){1,3}|[0-9]{2})(?![\w/%]|[.,-][0-9])"
)
PHONE_IN_BRACKETS = re.compile(
    r"\((?:\+?84\)?[ .-]?\(?)?\+?[0-9]{1,5}\)(?:[ .-]?[0-9]{2,5}){2,4}(?![\w/]|[.,-][0-9])"
)
MONEY = re.compile(
    rf"(?<![\w$])(?P<unit>US\$|[$€£¥])\s?(?P<amount>{_AMOUNT})(?P<scale>\s(?:nghìn|ngàn|triệu|tỷ|tỉ))?(?!\w|[.,][0-9])"
)
GROUPED = re.compile(r"[0-9](?<![\w.,].)[0-9]{0,2}(?:,[0-9]{3}){2,}(?!\w|[.,][0-9])")

PHONE = re.compile(r"[0+](?<![\w.,/-].)[0-9]{1,4}(?:[ .-]?[0-9]{2,4}){2,4}(?![\w/]|[.,-][0-9])")
RANGE = re.compile(
    rf"(?<![\w.,/-])(?P<least>{_AMOUNT}){_FIRST_UNIT}\s?[-–]\s?(?P<most>{_AMOUNT}){UNIT}(?![^\W_]|/[0-9]|[.,-][0-9]|\s?[-–]\s?[0-9])"
)
AMOUNT = re.compile(rf"(?<![\w.,])(?P<amount>{_AMOUNT})(?![0-9]){UNIT}(?!\w|[.,][0-9])")
# Where the lexicon has already taken the unit.
ALONE = re.compile(rf"(?<![\w.,])(?P<amount>{_AMOUNT})(?P<unit>)(?!\w|[.,][0-9])")
POINTED = re.compile(r"(?<![\w.,])[0-9]+(?:\.[0-9]+)+(?!\w|[.,][0-9])")
ORDINAL = re.compile(r"(?<!\w)(?P<lead>[Tt]hứ)\s+(?P<number>[0-9]{1,3})(?!\w|[.,/][0-9])")
# The numeral is looked for first, the word before it only then: there are fewer numerals than words.
ROMAN = re.compile(
    r"[IVXLC](?<=\s.)[IVXLC]{0,7}(?:\s?[-–]\s?(?P<last>[IVXLC]{1,8})|(?P<points>(?:\.[0-9]{1,2}){1,4}(?![0-9])))?(?!\w)"
)
_NUMERAL = re.compile("[IVXLC]+")
_BEFORE_ROMAN = re.compile(
    r"(?<!\w)(?:thế kỷ|thế kỉ|đại hội|khóa|khoá|chương|phần|thứ|hội nghị|hạng|loại|cấp|nhóm|giai đoạn|vùng|tập|điều|mục|phụ lục|bậc"
    r"|quân khu|kỳ|kỳ họp|nhiệm kỳ|đợt|lớp|vòng|bài|quyển|phân khu|đề án|cụm|tuyến)\s+$"
)


def say_groups(match):
    """`1-2022-01234`, `1900 6017`: digit by digit, a breath between groups."""
    return ", ".join(one_by_one(group) for group in re.findall("[0-9]+", match.group()))


def say_money(match):
    """`$5 triệu` → năm triệu đô la Mỹ."""
    return f"{amount_in_words(match['amount'])}{match['scale'] or ''} {UNITS[match['unit']]}"


def say_grouped(match):
    """`1,250,000`: thousands parted the English way, which two commas make sure."""
    return in_words(match.group().replace(",", ""))


def say_phone(match):
    """`0225 3842 123` digit by digit; only numbers of 9 to 12 digits that begin with 0 or + are telephone numbers."""
    digits = re.sub(r"\D", "", match.group())
    begins = match.group().lstrip("(")
    if not begins.startswith(("0", "+", "84")) or not 9 <= len(digits) <= 12:
        return None
    return ("cộng " if "+" in match.group() else "") + say_groups(match)


def say_range(match):
    """`2021-2030` → … đến …; only when the second is larger, because 2-1 is a score and 19-20 may be anything."""
    least, most = _value(match["least"]), _value(match["most"])
    if least >= most:
        return None
    return (
        f"{amount_in_words(match['least'])} đến {amount_in_words(match['most'])}{unit_words(match['unit'])}"
    )


def say_amount(match):
    """`1.250.000` → một triệu hai trăm năm mươi nghìn; `3,5 %` → ba phẩy năm phần trăm; `007` digit by digit."""
    if match["amount"].isdigit() and _is_a_name(match):
        return one_by_one(match["amount"]) + unit_words(match["unit"])
    return amount_in_words(match["amount"]) + unit_words(match["unit"])


def _is_a_name(match):
    before = match.string[max(0, match.start() - 60) : match.start()].lower()
    before = _LISTED.sub("", before).rstrip(" :.").removesuffix("số").rstrip()
    return len(match["amount"]) > 2 and before.endswith(_NAMES_OF_NUMBERS)


def say_pointed(match):
    """`4.0` → bốn chấm không, `1.1.2` likewise (versions, numbered headings)."""
    return " chấm ".join(_whole_in_words(part) for part in match.group().split("."))


def say_ordinal(match):
    """`thứ 1` → thứ nhất, `thứ 4` → thứ tư."""
    number = "nhất" if match["number"] == "1" else ordinal(match["number"])
    return f"{match['lead']} {number}"


def say_roman(match):
    """`thế kỷ XXI` → … hai mươi mốt; a lone C or L after *hạng*, *nhóm* is a letter."""
    before = _BEFORE_ROMAN.search(match.string[max(0, match.start() - 20) : match.start()].lower())
    numeral = _NUMERAL.match(match.group()).group()
    number = from_roman(numeral)
    if not before or number is None or numeral in ("C", "L"):
        return None
    number = str(number)
    if match["last"]:
        last = from_roman(match["last"])
        return f"{in_words(number)} đến {in_words(str(last))}" if last else None
    if match["points"]:
        return " chấm ".join(map(in_words, [number, *match["points"][1:].split(".")]))
    if before.group().rstrip().endswith("thứ"):
        return "nhất" if number == "1" else ordinal(number)
    return in_words(number)


def amount_in_words(amount):
    """An amount as printed, thousands parted by stops and decimals by a comma."""
    whole, _, part = amount.partition(",")
    said = _whole_in_words(whole.replace(".", ""))
    return f"{said} phẩy {fraction_part(part)}" if part else said


def _whole_in_words(digits):
    return one_by_one(digits) if len(digits) > 2 and digits.startswith("0") else in_words(digits)


def _value(amount):
    # Compared as text of equal length: a number of a thousand digits must not stop the reading.
    whole, _, part = amount.replace(".", "").partition(",")
    return len(whole.lstrip("0")), whole.lstrip("0"), part
