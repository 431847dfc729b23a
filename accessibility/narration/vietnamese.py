"""The rules by which Vietnamese text is read, in the order in which they take their turns."""

import re
from functools import partial

from accessibility.narration import (
    capitals,
    coordinates,
    dates,
    lists,
    quantities,
    ratios,
    shorthand,
    signs,
    units,
)
from accessibility.narration import documents as papers
from accessibility.narration.numbers import DIGITS as DIGIT_WORDS
from accessibility.narration.rules import (
    COLON,
    DASH,
    DIGITS,
    MIXED,
    ROMANS,
    SLASH,
    STOP,
    STRANGE,
    Rule,
    constant,
    first_rules,
    last_rules,
)

PAUSE = re.compile(r"(?<!\s)\s{1,3}(?:[-–—](?=\s[^\W\d_])|\|)")
_PAUSES = DASH | {"|"}
_QUARTERS, _WEEKDAYS, _A_WITH_TONE = frozenset("ýÝ"), frozenset("ứT"), frozenset("á")


def _say_pause(match):
    """`Phí - Cục trưởng` pauses, `kinh tế - xã hội` does not: the difference is the capital."""
    following = match.string[match.end() : match.end() + 2].strip()
    return "," if match.group().endswith("|") or following.isupper() else None


def documents(spellings, own):
    """In a number of a document, signs are bodies: `BTC` is the ministry there, unless the page's glossary (`own`) says otherwise."""
    bodies = {sign: body for sign, body in papers.ISSUERS.items() if sign not in own}
    spellings = {**spellings, **bodies}
    say = partial(papers.say_document, spellings=spellings)
    return [
        Rule(papers.NUMBER, say, (DIGITS, SLASH)),
        Rule(papers.PARTY, papers.say_party_document, (DIGITS, SLASH, DASH)),
        Rule(papers.SIGNS, partial(papers.say_signs, spellings=spellings), (DASH,)),
    ]


_DEGREES = frozenset("°º˚")
BEFORE_LEXICON = [
    *first_rules("địa chỉ trang web", "địa chỉ thư điện tử", "thẻ"),
    Rule(coordinates.ROAD, coordinates.say_road, (DIGITS, frozenset("LTH"))),
    Rule(capitals.CONGRESS, constant("Đại hội"), (frozenset("Đ"), frozenset("H"))),
    Rule(capitals.TELEPHONE, constant("điện thoại"), (frozenset("Đ"), DIGITS)),
]
AFTER_LEXICON = [
    Rule(lists.ROMAN_POINT, lists.say_roman_point, (ROMANS | {"L", "C"},)),
    Rule(coordinates.STONE, coordinates.say_stone, (DIGITS, frozenset("+"))),
    Rule(coordinates.DEGREES, coordinates.say_degrees, (DIGITS, _DEGREES)),
    Rule(coordinates.DECIMAL, coordinates.say_decimal, (DIGITS, STOP)),
    Rule(coordinates.PAIR, constant(", "), (DASH, _DEGREES)),
    Rule(shorthand.EDITION, shorthand.say_edition, (DIGITS, COLON)),
    Rule(quantities.APPLICATION, quantities.say_groups, (DIGITS, DASH)),
    Rule(quantities.PHONE_IN_BRACKETS, quantities.say_phone, (DIGITS, frozenset("("))),
    Rule(lists.POINT, lists.say_point),
    Rule(lists.FOOTNOTE, constant(""), (frozenset("["),)),
    Rule(lists.END, constant("."), (SLASH,)),
    Rule(dates.ISO_DATE, dates.say_full_date, (DIGITS, DASH)),
    Rule(shorthand.MONTH, shorthand.say_month, (DIGITS, frozenset("T"))),
    Rule(shorthand.MONTHS, shorthand.say_months, (DIGITS, frozenset("T"))),
    Rule(shorthand.QUARTER, shorthand.say_quarter, (DIGITS, frozenset("Q"))),
    Rule(shorthand.WEEKDAYS, shorthand.say_weekdays, (DIGITS, frozenset("T"))),
    Rule(shorthand.TO_WEEKDAY, constant(" đến "), (DIGITS, DASH)),
    Rule(dates.DATE_SPAN, dates.say_date_span, (DIGITS, SLASH, DASH)),
    Rule(dates.FULL_DATE, dates.say_full_date, (DIGITS, frozenset("/.-"))),
    Rule(shorthand.DAY_MONTH, shorthand.say_day_month, (DIGITS, frozenset("-–."))),
    Rule(dates.SHORT_DATE, dates.say_short_date, (DIGITS, SLASH)),
    Rule(dates.QUARTER, dates.say_quarter, (_QUARTERS,)),
    Rule(dates.MONTH_SPAN, dates.say_month_span, (DIGITS, DASH)),
    Rule(dates.MONTH_YEAR, dates.say_month_year, (DIGITS, SLASH)),
    Rule(dates.DAY_MONTH, dates.say_day_month, (DIGITS, SLASH)),
    Rule(ratios.SCORE, ratios.say_score, (DIGITS, frozenset("-–:"))),
    Rule(dates.TIME, dates.say_time, (DIGITS, frozenset(":hg"))),
    Rule(dates.FULL_HOUR, dates.say_time, (DIGITS, frozenset("h"))),
    Rule(dates.TO_TIME, constant("đến"), (DIGITS, DASH)),
    Rule(dates.MONTH, dates.say_month, (DIGITS, _A_WITH_TONE)),
    Rule(dates.SUNDAY, dates.say_sunday, (DIGITS, SLASH, frozenset("C"))),
    Rule(dates.WEEKDAY, dates.say_weekday, (DIGITS, _WEEKDAYS)),
    Rule(quantities.PHONE, quantities.say_phone, (frozenset("0+"),)),
    Rule(quantities.HOTLINE, quantities.say_groups, (frozenset("1"), frozenset("0"))),
    Rule(quantities.ORDINAL, quantities.say_ordinal, (DIGITS, _WEEKDAYS)),
    Rule(lists.PLACE_NUMBER, lists.say_place_number, (DIGITS, STOP)),
    Rule(shorthand.MEASURED, shorthand.say_measured, (frozenset(MIXED), frozenset("mk"))),
    Rule(shorthand.MINUTES, shorthand.say_minutes, (DIGITS, frozenset("'’′"))),
    Rule(shorthand.THOUSANDS, shorthand.say_thousands, (DIGITS, frozenset("kK"))),
    Rule(shorthand.MILLIONS, shorthand.say_millions, (DIGITS, frozenset("t"), frozenset("r"))),
    Rule(shorthand.DONG, constant("đồng"), (DIGITS, frozenset("đ"))),
    Rule(shorthand.HALF, constant("rưỡi"), (DIGITS, frozenset(STRANGE))),
    Rule(shorthand.PAGE, constant("trang "), (DIGITS, STOP, frozenset("r"))),
    Rule(ratios.POWER, ratios.say_power, (DIGITS, frozenset(STRANGE))),
    Rule(ratios.DIMENSIONS, ratios.say_dimensions, (DIGITS, frozenset("x×"))),
    Rule(shorthand.MINUS, constant(" trừ "), (DIGITS, frozenset("="))),
    Rule(ratios.BELOW_ZERO, constant("âm"), (DIGITS, frozenset("-−"))),
    Rule(ratios.ABOUT, constant("khoảng"), (frozenset("~"),)),
    Rule(quantities.MONEY, quantities.say_money, (DIGITS, frozenset("$€£¥"))),
    Rule(quantities.RANGE, quantities.say_range, (DIGITS, DASH)),
    Rule(quantities.ROMAN, quantities.say_roman, (frozenset("IVXLC"),)),
    Rule(shorthand.POINT, shorthand.say_point, (DIGITS, STOP)),
    Rule(shorthand.FINE_POINT, shorthand.say_fine_point, (DIGITS, STOP)),
    Rule(quantities.AMOUNT, quantities.say_amount, (DIGITS,)),
    Rule(quantities.ALONE, quantities.say_amount, (DIGITS,)),
    Rule(quantities.GROUPED, quantities.say_grouped, (DIGITS, frozenset(","))),
    Rule(quantities.POINTED, quantities.say_pointed, (DIGITS, STOP)),
    Rule(units.PER, units.say_per, (SLASH,)),
    Rule(units.PER_SO_MANY, constant("trên"), (DIGITS, SLASH)),
    Rule(units.BARE_UNIT, units.say_bare_unit),
    Rule(ratios.COMPARED, ratios.say_compared, (frozenset("<>"),)),
    Rule(capitals.CODE, capitals.say_code, (frozenset(MIXED),)),
    Rule(ratios.RATIO, constant("trên"), (DIGITS, COLON)),
    Rule(ratios.OVER, constant("trên"), (DIGITS, SLASH)),
    Rule(ratios.DATE_WORDS_SPAN, constant("đến"), (DIGITS, DASH)),
    Rule(lists.PLACE, lists.say_place, (STOP,)),
    Rule(lists.TOWN, lists.say_town, (STOP, frozenset("T"))),
    Rule(lists.STREET, constant("đường "), (STOP, frozenset("Đ"))),
    Rule(capitals.ROMAN, capitals.say_roman_alone, (ROMANS,)),
    Rule(capitals.CAPITALS, capitals.say_capitals),
    Rule(ratios.EITHER, constant(" "), (SLASH,)),
    Rule(PAUSE, _say_pause, (_PAUSES,)),
    *last_rules(signs.VIETNAMESE, DIGIT_WORDS),
]
