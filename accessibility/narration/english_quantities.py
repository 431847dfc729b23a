"""Numbers in running English text as they are said. Each `say_…` takes a match of the pattern above it."""

import re

from accessibility.narration.english_numbers import (
    DIGITS,
    decade,
    decimal,
    in_words,
    one_by_one,
    ordinal,
    year,
)
from accessibility.narration.english_units import FIRST_UNIT, UNIT, unit_words
from accessibility.narration.letters import spell_in_english
from accessibility.narration.numbers import from_roman

MONEY_SIGNS = {
    "$": "dollars",
    "US$": "US dollars",
    "USD": "US dollars",
    "€": "euros",
    "EUR": "euros",
    "£": "pounds",
    "¥": "yen",
    "VND": "Vietnamese dong",
}
_CENTS = frozenset(["$", "US$", "£", "€"])
_SCALES = {
    "k": "thousand",
    "K": "thousand",
    "m": "million",
    "M": "million",
    "mn": "million",
    "b": "billion",
    "B": "billion",
    "bn": "billion",
    "tn": "trillion",
    "trn": "trillion",
}
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+"
_TAIL = r"(?![^\W_]|[.,][0-9])"

MONEY = re.compile(
    rf"(?<!\w)(?P<sign>US\$|USD|EUR|VND|[$€£¥])\s?(?P<whole>{_NUMBER})(?:\.(?P<part>[0-9]+))?"
    rf"(?:\s?[-–]\s?(?P<most>{_NUMBER})(?:\.(?P<mostpart>[0-9]+))?)?"
    r"(?:(?P<scale>\s(?:thousand|million|billion|trillion))|\s?(?P<short>k|K|m|M|mn|b|bn|B|tn|trn)(?!\w))?"
    + _TAIL
)
ORDINAL = re.compile(r"(?<![\w.,])(?P<number>[0-9]{1,4})(?:st|nd|rd|th)(?!\w)")
DECADE = re.compile(r"(?<![\w.,])(?P<year>1[0-9]{2}0|20[0-9]0)s(?!\w)")
YEARS = re.compile(
    r"(?<![\w.,/-])(?P<first>1[0-9]{3}|20[0-9]{2})\s?[-–]\s?(?P<last>1[0-9]{3}|20[0-9]{2})(?![\w/]|[.,-][0-9])"
)
YEAR = re.compile(r"(?<![\w.,/-])(?P<year>1[5-9][0-9]{2}|20[0-9]{2})(?![\w/%]|[.,-][0-9])")
# A number before these is a count, whatever it looks like.
_COUNTED = re.compile(r"\s(?:people|firms|companies|enterprises|delegates|applications|households|participants|students|dollars|dong|"
                      r"hectares|tonnes|km|kg|ha|m|million|billion)\b")  # fmt: skip
RANGE = re.compile(
    rf"(?<![\w.,/-])(?P<least>{_NUMBER})(?P<leastpart>\.[0-9]+)?{FIRST_UNIT}\s?[-–]\s?(?P<most>{_NUMBER})(?P<mostpart>\.[0-9]+)?{UNIT}"
    r"(?![^\W_]|[.,-][0-9]|/[0-9])"
)
FRACTION = re.compile(
    rf"(?<![\w.,/])(?P<above>[0-9]{{1,3}})/(?P<below>[0-9]{{1,3}}){UNIT}(?![\w/]|[.,][0-9])"
)
AMOUNT = re.compile(rf"(?<![\w.,])(?P<whole>{_NUMBER})(?:\.(?P<part>[0-9]+))?{UNIT}" + _TAIL)
POINTED = re.compile(r"(?<![\w.,])[0-9]+(?:\.[0-9]+){2,}(?!\w|[.,][0-9])")
PHONE = re.compile(
    r"(?:(?<![\w.,/-])(?:\+[0-9]{1,3}|0[0-9]{1,4})|(?<!\w)\((?:\+[0-9]{1,3}|0[0-9]{1,4}|84[ -]?[0-9]{1,3})\))"
    r"(?:[ .-]?\(?[0-9]{1,8}\)?){1,5}(?![\w/]|[.,-][0-9])"
)
HOTLINE = re.compile(r"(?<![\w.,/-])1[89]00[ .-][0-9]{4,6}(?![\w/%]|[.,-][0-9])")
# A number that is a name, by the word before it.
CALLED = re.compile(
    r"(?P<lead>(?<!\w)(?i:hotline|call|dial|extension|ext\.?|fax|tel\.?|telephone|phone|postcode|room|rm\.|flight(?:\s[A-Z]{2})?)(?:\snumber)?:?\s)"
    r"(?P<number>[0-9]{3,6})(?![\w/%]|[.,-][0-9]|\s(?:people|times))"
)
ROMAN = re.compile(
    r"(?<!\w)(?P<lead>(?i:chapter|part|phase|article|section|annex|volume|world war|grade|type|class|stage|tier|term))\s"
    r"(?P<roman>[IVXLC]{1,8})(?!\w)"
)
DOCUMENT = re.compile(
    r"(?<![\w/.,-])(?P<number>[0-9]{1,6})/(?P<year>(?:19|20)[0-9]{2})/(?P<signs>[A-ZĐ][A-Za-zĐ&0-9-]{1,30})(?!\w)"
)
CODE = re.compile(r"(?<![^\W_])(?:\d++[^\W\d_]|[^\W\d_]{1,30}+\d)[^\W_]*+(?:(?<=[0-9])\.[0-9]++(?![^\W_]))?+")
CAPITALS = re.compile(r"(?<![^\W_])[BCDFGHJKLMNPQRSTVWXZ]{2,6}(?![^\W_])")
_PARTS = re.compile(r"\d+|[^\W\d_]+|\.")
_FRACTIONS = {"1/2": "one half", "1/4": "one quarter", "3/4": "three quarters", "24/7": "twenty-four seven"}


def say_money(match):
    """`$1,250.5 million` → one thousand two hundred and fifty point five million dollars."""
    scale = f" {_SCALES[match['short']]}" if match["short"] else match["scale"] or ""
    if (
        match["sign"] in _CENTS
        and not scale
        and not match["most"]
        and match["part"]
        and len(match["part"]) == 2
        and match["part"] != "00"
    ):
        return f"{in_words(match['whole'].replace(',', ''))} {MONEY_SIGNS[match['sign']]} {in_words(match['part'])}"
    to = f" to {decimal(match['most'], match['mostpart'])}" if match["most"] else ""
    return f"{decimal(match['whole'], match['part'])}{to}{scale} {MONEY_SIGNS[match['sign']]}"


def say_ordinal(match):
    return ordinal(match["number"])


def say_decade(match):
    return decade(match["year"])


def say_years(match):
    """`2021-2030` → … to …; a falling pair is no span."""
    return f"{year(match['first'])} to {year(match['last'])}" if match["first"] < match["last"] else None


def say_year(match):
    """Four digits without a comma, unless something is counted."""
    return None if _COUNTED.match(match.string, match.end()) else year(match["year"])


def say_range(match):
    first, last = ((match[name].replace(",", ""), match[f"{name}part"] or "") for name in ("least", "most"))
    if (len(first[0]), *first) >= (len(last[0]), *last):
        return None
    said = [decimal(whole, part.lstrip(".")) for whole, part in (first, last)]
    return f"{said[0]} to {said[1]}{unit_words(match['unit'])}"


def say_fraction(match):
    """`2/3` → two thirds; `15/20` → fifteen out of twenty."""
    above, below = int(match["above"]), int(match["below"])
    if known := _FRACTIONS.get(match.group()):
        return known
    if match["unit"]:
        return f"{in_words(match['above'])} over {in_words(match['below'])}{unit_words(match['unit'])}"
    if 0 < above < below <= 10:
        return f"{in_words(match['above'])} {ordinal(match['below'])}{'s' if above > 1 else ''}"
    return f"{in_words(match['above'])} out of {in_words(match['below'])}"


def say_amount(match):
    whole, part = match["whole"], match["part"]
    zeros = len(whole) > 1 and whole.startswith("0") and not part
    said = one_by_one(whole.replace(",", "")) if zeros and len(whole) > 2 else decimal(whole, part)
    return said + unit_words(match["unit"])


def say_pointed(match):
    return " point ".join(in_words(part) for part in match.group().split("."))


def say_phone(match):
    digits = re.sub(r"\D", "", match.group())
    if not 9 <= len(digits) <= 13:
        return None
    said = ", ".join(one_by_one(group) for group in re.findall("[0-9]+", match.group()))
    return f"plus {said}" if match.group().startswith("+") else said


def say_groups(match):
    """`1900 6017`: digit by digit, a breath between groups."""
    return ", ".join(one_by_one(group) for group in re.findall("[0-9]+", match.group()))


def say_called(match):
    """`call 113` → call one one three; `Room 302` → three zero two."""
    lead = match["lead"].replace("Rm.", "Room").replace("rm.", "room")
    return f"{lead}{one_by_one(match['number'])}"


def say_roman(match):
    number = from_roman(match["roman"])
    return f"{match['lead']} {in_words(str(number))}" if number else None


def say_document(match):
    """`65/2023/ND-CP` → sixty-five of twenty twenty-three, N D C P."""
    return f"{in_words(match['number'])} of {year(match['year'])}, {_signs(match['signs'])}"


def say_code(match):
    """`A4` → A four, `5G` → five G."""
    if any(part.isnumeric() and not part.isascii() for part in match.group()):
        return None
    return " ".join(_part(part) for part in _PARTS.findall(match.group()))


def say_capitals(match):
    return spell_in_english(match.group())


def _signs(signs):
    return " ".join(DIGITS[int(sign)] if sign in "0123456789" else sign for sign in signs if sign.isalnum())


def _part(part):
    if part == ".":
        return "point"
    if part.isdigit():
        return in_words(part) if len(part) < 5 and not part.startswith("0") else one_by_one(part)
    return spell_in_english(part) if part.isupper() and len(part) < 4 else part
