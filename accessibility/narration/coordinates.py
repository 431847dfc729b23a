"""Places by numbers: degrees of the globe, roads, kilometre stones."""

import re

from accessibility.narration.numbers import fraction_part, in_words, one_by_one
from accessibility.narration.quantities import amount_in_words

_SIDES = {
    "N": "Bắc",
    "B": "Bắc",
    "Bắc": "Bắc",
    "S": "Nam",
    "Nam": "Nam",
    "E": "Đông",
    "Đ": "Đông",
    "Đông": "Đông",
    "W": "Tây",
    "T": "Tây",
    "Tây": "Tây",
}
_SIDE = "(?:" + "|".join(sorted(_SIDES, key=len, reverse=True)) + r")(?!\w)"
DEGREES = re.compile(
    r"(?<![\w.,])(?P<degrees>[0-9]{1,3}(?:[.,][0-9]{1,8})?)\s?[°º˚]\s?"
    r"(?:(?P<minutes>[0-9]{1,2}(?:[.,][0-9]{1,6})?)\s?['’′]\s?(?:(?P<seconds>[0-9]{1,2}(?:[.,][0-9]{1,6})?)\s?(?:[\"”″]|''|’’)\s?)?)?"
    rf"(?P<side>{_SIDE})?"
)
# `14.885 độ vĩ Bắc`: no place on the globe has thousands of degrees, so the stop parts decimals.
DECIMAL = re.compile(
    r"(?<![\w.,])(?P<whole>[0-9]{1,3})\.(?P<part>[0-9]{1,8})(?=\s?(?:[°º˚]\s?|độ\s)(?:vĩ|kinh|Vĩ|Kinh|[NSEWBĐT](?!\w)|Bắc|Nam|Đông|Tây))"
)
PAIR = re.compile(r"(?<=[NSEWBĐT])\s?[-–]\s?(?=[0-9]{1,3}(?:[.,][0-9]{1,8})?\s?[°º˚])")
# Begins with what it looks for, and only then looks behind it.
ROAD = re.compile(
    r"(?:(?P<kind>[QTH]L|ĐT)(?<!\w..)[.\s-]{0,2}|(?P<strict>ĐH(?<!\w..)|CT(?<!\w..)|ĐCT(?<!\w...))\.?)"
    r"(?P<number>[0-9]{1,3})(?P<letter>[A-E])?(?![^\W_]|[.,/-][0-9]|\s[0-9])"
)
_ROADS = {
    "QL": "quốc lộ",
    "TL": "tỉnh lộ",
    "HL": "hương lộ",
    "ĐT": "đường tỉnh",
    "ĐH": "đường huyện",
    "CT": "cao tốc",
    "ĐCT": "đường cao tốc",
}
STONE = re.compile(
    r"(?<!\w)[Kk][Mm]\s?(?P<kilometres>[0-9]{1,4})\s?\+\s?(?P<metres>[0-9]{1,3})(?![\w+]|[.,][0-9])"
)


def say_degrees(match):
    """`10°45'30"N` → mười độ bốn mươi lăm phút ba mươi giây Bắc; a bare `37°` is left to the units."""
    if not match["minutes"] and not match["side"]:
        return None
    parts = [f"{_number(match['degrees'])} độ"]
    parts += [f"{_number(match['minutes'])} phút"] if match["minutes"] else []
    parts += [f"{_number(match['seconds'])} giây"] if match["seconds"] else []
    return " ".join([*parts, *([_SIDES[match["side"]]] if match["side"] else [])])


def say_decimal(match):
    """`108.231 độ kinh Đông` → một trăm lẻ tám phẩy hai ba một."""
    return f"{in_words(match['whole'])} phẩy {fraction_part(match['part'])}"


def say_road(match):
    """`QL13` → quốc lộ mười ba; `ĐT.743B` → đường tỉnh bảy bốn ba bê, as roads of three figures are called."""
    kind, number = match["kind"] or match["strict"], match["number"]
    before = match.string[max(0, match.start() - 15) : match.start()].rstrip().lower()
    if (kind == "ĐT" and (before.endswith("số") or len(number) < 3)) or (kind == "CT" and len(number) < 2):
        return None
    said = one_by_one(number) if len(number) > 2 or number.startswith("0") else in_words(number)
    letter = f" {_LETTERS[match['letter']]}" if match["letter"] else ""
    return f"{said}{letter}" if before.endswith(_ROADS[kind]) else f"{_ROADS[kind]} {said}{letter}"


_LETTERS = {"A": "a", "B": "bê", "C": "xê", "D": "dê", "E": "e"}


def say_stone(match):
    """`Km12+500` → ki-lô-mét mười hai cộng năm trăm."""
    return f"ki-lô-mét {in_words(match['kilometres'])} cộng {in_words(match['metres'])}"


def _number(digits):
    whole, mark, part = digits.replace(".", ",").partition(",")
    return f"{in_words(whole)} phẩy {fraction_part(part)}" if mark else amount_in_words(whole)
