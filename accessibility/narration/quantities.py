"""Numbers in running Vietnamese text: amounts, units, ranges, telephone numbers, Roman numerals."""

import re

from accessibility.narration.numbers import fraction_part, from_roman, in_words, one_by_one, ordinal
from accessibility.narration.rules import lexicon

UNITS = {
    "%": "phần trăm",
    "‰": "phần nghìn",
    "km/h": "ki-lô-mét trên giờ",
    "km²": "ki-lô-mét vuông",
    "km2": "ki-lô-mét vuông",
    "cm²": "xăng-ti-mét vuông",
    "cm2": "xăng-ti-mét vuông",
    "m²": "mét vuông",
    "m2": "mét vuông",
    "cm³": "xăng-ti-mét khối",
    "m³": "mét khối",
    "m3": "mét khối",
    "km": "ki-lô-mét",
    "cm": "xăng-ti-mét",
    "mm": "mi-li-mét",
    "µm": "mi-crô-mét",
    "μm": "mi-crô-mét",
    "nm": "na-nô-mét",
    "m": "mét",
    "kg": "ki-lô-gam",
    "mg": "mi-li-gam",
    "µg": "mi-crô-gam",
    "μg": "mi-crô-gam",
    "g": "gam",
    "ml": "mi-li-lít",
    "l": "lít",
    "ha": "héc-ta",
    "°C": "độ xê",
    "ºC": "độ xê",
    "°F": "độ ép",
    "°": "độ",
    "º": "độ",
    "kWh": "ki-lô-oát giờ",
    "MWh": "mê-ga-oát giờ",
    "kWp": "ki-lô-oát đỉnh",
    "MWp": "mê-ga-oát đỉnh",
    "kW": "ki-lô-oát",
    "MW": "mê-ga-oát",
    "GW": "gi-ga-oát",
    "kV": "ki-lô-vôn",
    "V": "vôn",
    "W": "oát",
    "Hz": "héc",
    "kHz": "ki-lô-héc",
    "MHz": "mê-ga-héc",
    "GHz": "gi-ga-héc",
    "dB": "đề-xi-ben",
    "KB": "ki-lô-bai",
    "kB": "ki-lô-bai",
    "MB": "mê-ga-bai",
    "GB": "gi-ga-bai",
    "TB": "tê-ra-bai",
    "Mbps": "mê-ga-bít trên giây",
    "Gbps": "gi-ga-bít trên giây",
    "USD": "đô la Mỹ",
    "US$": "đô la Mỹ",
    "$": "đô la Mỹ",
    "EUR": "ơ-rô",
    "€": "ơ-rô",
    "£": "bảng Anh",
    "¥": "yên",
    "VNĐ": "đồng",
    "VND": "đồng",
    "đ": "đồng",
    "₫": "đồng",
    "h": "giờ",
    "′": "phút",
}
# What may stand behind a stroke, besides units: nothing else is said as "trên".
_PER = (
    "người|hộ|năm|tháng|tuần|ngày|giờ|phút|giây|lít|suất|tấn|tạ|lượt|đơn|vụ|sào|công|con|cây|chuyến|lớp|đồng|"
    "km²|km2|m²|m2|m³|m3|kg|km|ha|ml|mg|h|s|l|m"
)
_MORE_PER = {"s": "giây", "h": "giờ"}
UNIT = (
    "(?:\\s?(?P<unit>"
    + "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
    + ")(?!\\w))?"
)
_FIRST_UNIT = r"(?:\s?(?:%|‰|°C|km|cm|mm|m|kg|g|ha|h|đ|USD)(?=\s?[-–]))?"
# 1.250.000 and 3,5: a stop parts thousands, a comma parts decimals.
_AMOUNT = r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?"
# Words before a number that is a name and goes digit by digit.
_NAMES_OF_NUMBERS = (
    "mã số thuế", "mst", "số đơn", "đơn số", "số tài khoản", "tài khoản", "tài khoản số", "stk", "căn cước công dân", "cccd",
    "căn cước", "chứng minh nhân dân", "cmnd", "số bằng", "mã hồ sơ", "mã số", "số hiệu", "mã", "đường dây nóng", "hotline",
    "tổng đài", "số máy", "gọi", "điện thoại", "đt", "số điện thoại", "máy lẻ", "fax", "số văn bằng", "số seri", "mã bưu chính",
)  # fmt: skip
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
BARE_UNIT = lexicon("km² km2 m² m2 m³ m3 kWh MWh MW kW kg km cm mm °C ºC mg ml ha USD EUR VNĐ VND".split())
PER = re.compile(rf"(?:(?<=[^\W\d_])|(?<=[mM][23])|(?<=[²³%‰]))\s?/\s?(?P<per>{_PER})(?!\w)")

PHONE = re.compile(r"[0+](?<![\w.,/-].)[0-9]{1,4}(?:[ .-]?[0-9]{2,4}){2,4}(?![\w/]|[.,-][0-9])")
RANGE = re.compile(
    rf"(?<![\w.,/-])(?P<least>{_AMOUNT}){_FIRST_UNIT}\s?[-–]\s?(?P<most>{_AMOUNT}){UNIT}(?![^\W_]|/[0-9]|[.,-][0-9]|\s?[-–]\s?[0-9])"
)
AMOUNT = re.compile(rf"(?<![\w.,])(?P<amount>{_AMOUNT})(?![0-9]){UNIT}(?!\w|[.,][0-9])")
# Where the lexicon has already taken the unit.
ALONE = re.compile(rf"(?<![\w.,])(?P<amount>{_AMOUNT})(?P<unit>)(?!\w|[.,][0-9])")
POINTED = re.compile(r"(?<![\w.,])[0-9]+(?:\.[0-9]+)+(?!\w|[.,][0-9])")
ORDINAL = re.compile(r"(?<!\w)(?P<lead>[Tt]hứ)\s+(?P<number>[0-9]{1,3})(?!\w|[.,/][0-9])")
ROMAN = re.compile(
    r"(?<!\w)(?P<lead>(?i:thế kỷ|thế kỉ|đại hội|khóa|khoá|chương|phần|lần thứ|kỳ họp thứ|hội nghị|hạng|loại|cấp|nhóm"
    r"|giai đoạn|vùng|tập|điều|mục|phụ lục|bậc|quân khu|kỳ|đợt|lớp|vòng|bài|quyển|học kỳ|phân khu|đề án|hội nghị lần thứ))"
    r"\s+(?P<roman>[IVXLC]{1,8})(?:\s?[-–]\s?(?P<last>[IVXLC]{1,8}))?(?!\w)"
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


def say_bare_unit(match):
    """`mỗi km2`: a unit without its number."""
    return UNITS[match.group()]


def say_per(match):
    """`tấn/ha`, `m3/s`, `triệu đồng/người/năm`."""
    per = match["per"]
    return f" trên {_MORE_PER.get(per) or UNITS.get(per, per)}"


def say_phone(match):
    """`0225 3842 123` digit by digit; only numbers of 9 to 12 digits that begin with 0 or + are telephone numbers."""
    digits = re.sub(r"\D", "", match.group())
    if match.group().lstrip("(")[0] not in "0+" or not 9 <= len(digits) <= 12:
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
    before = (
        match.string[max(0, match.start() - 30) : match.start()]
        .lower()
        .rstrip(" :.")
        .removesuffix("số")
        .rstrip()
    )
    return len(match["amount"]) > 2 and before.endswith(_NAMES_OF_NUMBERS)


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
    if match["last"]:
        last = from_roman(match["last"])
        return f"{match['lead']} {in_words(str(number))} đến {in_words(str(last))}" if last else None
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


def unit_words(unit):
    return f" {UNITS[unit]}" if unit else ""


def _value(amount):
    # Compared as text of equal length: a number of a thousand digits must not stop the reading.
    whole, _, part = amount.replace(".", "").partition(",")
    return len(whole.lstrip("0")), whole.lstrip("0"), part
