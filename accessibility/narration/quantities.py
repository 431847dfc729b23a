"""Numbers in running Vietnamese text: amounts, units, ranges, telephone numbers, Roman numerals."""

import re

from accessibility.narration.numbers import fraction_part, from_roman, in_words, one_by_one, ordinal

UNITS = {
    "%": "phần trăm",
    "‰": "phần nghìn",
    "km/h": "ki-lô-mét trên giờ",
    "km²": "ki-lô-mét vuông",
    "km2": "ki-lô-mét vuông",
    "m²": "mét vuông",
    "m2": "mét vuông",
    "m³": "mét khối",
    "m3": "mét khối",
    "km": "ki-lô-mét",
    "cm": "xăng-ti-mét",
    "mm": "mi-li-mét",
    "m": "mét",
    "kg": "ki-lô-gam",
    "g": "gam",
    "ha": "héc-ta",
    "°C": "độ xê",
    "kWh": "ki-lô-oát giờ",
    "MW": "mê-ga-oát",
    "MB": "mê-ga-bai",
    "GB": "gi-ga-bai",
    "USD": "đô la Mỹ",
    "VNĐ": "đồng",
    "VND": "đồng",
    "đ": "đồng",
}
_UNIT = "(?:\\s?(?P<unit>" + "|".join(re.escape(unit) for unit in UNITS) + ")(?!\\w))?"
# 1.250.000 and 3,5: a stop parts thousands, a comma parts decimals.
_AMOUNT = r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?"

PHONE = re.compile(r"(?<![\w.,/-])\+?[0-9]{1,4}(?:[ .-]?[0-9]{2,4}){2,4}(?![\w/]|[.,-][0-9])")
RANGE = re.compile(
    rf"(?<![\w.,/-])(?P<least>{_AMOUNT})\s?[-–]\s?(?P<most>{_AMOUNT}){_UNIT}(?![\w/]|[.,-][0-9]|\s?[-–]\s?[0-9])"
)
AMOUNT = re.compile(rf"(?<![\w.,])(?P<amount>{_AMOUNT})(?![0-9]){_UNIT}(?!\w|[.,][0-9])")
POINTED = re.compile(r"(?<![\w.,])[0-9]+(?:\.[0-9]+)+(?!\w|[.,][0-9])")
ORDINAL = re.compile(r"(?<!\w)(?P<lead>[Tt]hứ)\s+(?P<number>[0-9]{1,3})(?!\w|[.,/][0-9])")
ROMAN = re.compile(
    r"(?<!\w)(?P<lead>(?i:thế kỷ|thế kỉ|đại hội|khóa|khoá|chương|phần|lần thứ|kỳ họp thứ|hội nghị|hạng|loại|cấp|nhóm"
    r"|giai đoạn|vùng|tập|điều|mục|phụ lục|bậc|quân khu))\s+(?P<roman>[IVXLC]{1,8})(?!\w)"
)


def say_phone(match):
    """`0225 3842 123` digit by digit; only numbers of 9 to 12 digits that begin with 0 or + are telephone numbers."""
    digits = re.sub(r"\D", "", match.group())
    if match.group()[0] not in "0+" or not 9 <= len(digits) <= 12:
        return None
    groups = re.split(r"[ .-]", match.group().lstrip("+"))
    return ("cộng " if match.group()[0] == "+" else "") + ", ".join(one_by_one(group) for group in groups)


def say_range(match):
    """`2021-2030` → … đến …; only when the second is larger, because 2-1 is a score and 19-20 may be anything."""
    least, most = _value(match["least"]), _value(match["most"])
    if least >= most:
        return None
    return f"{amount_in_words(match['least'])} đến {amount_in_words(match['most'])}{_unit(match)}"


def say_amount(match):
    """`1.250.000` → một triệu hai trăm năm mươi nghìn; `3,5 %` → ba phẩy năm phần trăm; `007` digit by digit."""
    return amount_in_words(match["amount"]) + _unit(match)


def say_pointed(match):
    """`4.0` → bốn chấm không, `1.1.2` likewise (versions, numbered headings)."""
    return " chấm ".join(_whole_in_words(part) for part in match.group().split("."))


def say_ordinal(match):
    """`thứ 1` → thứ nhất, `thứ 4` → thứ tư."""
    number = "nhất" if match["number"] == "1" else ordinal(match["number"])
    return f"{match['lead']} {number}"


def say_roman(match):
    """`thế kỷ XXI` → thế kỷ hai mươi mốt; a lone C or L after *hạng*, *nhóm* is a letter."""
    number = from_roman(match["roman"])
    if number is None or match["roman"] in ("C", "L"):
        return None
    if match["lead"].lower().endswith("thứ"):
        return f"{match['lead']} {'nhất' if number == 1 else ordinal(str(number))}"
    return f"{match['lead']} {in_words(str(number))}"


def amount_in_words(amount):
    """An amount as printed, thousands parted by stops and decimals by a comma."""
    whole, _, part = amount.partition(",")
    said = _whole_in_words(whole.replace(".", ""))
    return f"{said} phẩy {fraction_part(part)}" if part else said


def _whole_in_words(digits):
    return one_by_one(digits) if len(digits) > 2 and digits.startswith("0") else in_words(digits)


def _unit(match):
    return f" {UNITS[match['unit']]}" if match["unit"] else ""


def _value(amount):
    # Compared as text of equal length: a number of a thousand digits must not stop the reading.
    whole, _, part = amount.replace(".", "").partition(",")
    return len(whole.lstrip("0")), whole.lstrip("0"), part
