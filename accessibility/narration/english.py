"""The rules by which English text is read, in the order in which they take their turns. Dates are day first, as printed in Viet Nam."""

import re

from accessibility.narration import english_quantities as quantities
from accessibility.narration import english_shorthand as shorthand
from accessibility.narration import english_units as units
from accessibility.narration import signs
from accessibility.narration.english_numbers import DIGITS as DIGIT_WORDS
from accessibility.narration.english_numbers import in_words, ordinal, year
from accessibility.narration.rules import (
    CAPITALS,
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

MONTHS = (
    "January February March April May June July August September October November December".split()
)  # fmt: skip
_SHORT = {name[:3]: name for name in MONTHS} | {"Sept": "September"} | {name: name for name in MONTHS}
_MONTH = "(?P<month>" + "|".join(sorted(_SHORT, key=len, reverse=True)) + r")\b\.?"

NUMERIC_DATE = re.compile(
    r"(?<![\w/.-])(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})(?![\w/]|[.-][0-9])"
)
ISO_DATE = re.compile(
    r"(?<![\w/.-])(?P<year>(?:19|20)[0-9]{2})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![\w/]|[.-][0-9])"
)
DAY_MONTH = re.compile(
    rf"(?<![\w/.-])(?:(?P<first>[0-9]{{1,2}})\s?[-–]\s?)?"
    rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? (?P<year>[0-9]{{4}}))?(?!\w)"
)
MONTH_DAY = re.compile(
    rf"(?<!\w){_MONTH} (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–]\s?(?P<last>[0-9]{{1,2}}))?"
    r"(?:,? (?P<year>[0-9]{4}))?(?![\w:]|[.,][0-9])"
)
CLOCK = re.compile(
    r"(?<![\w:.,])(?P<hour>[01]?[0-9]|2[0-4])(?::|\.(?=[0-5][0-9]\s?[AaPp]\.?[Mm]))(?P<minute>[0-5][0-9])(?:\s?(?P<half>[AaPp]\.?[Mm]\.?(?!\w)))?(?![\w:])"
)
HOUR = re.compile(r"(?<![\w:.,])(?P<hour>1?[0-9])(?P<minute>)\s?(?P<half>[AaPp]\.?[Mm]\.?)(?!\w)")
PAUSE = re.compile(r"(?<!\s)\s{1,3}(?:[-–—](?=\s[^\W\d_])|\|)")
EITHER = re.compile(r"(?<=\w)\s?/\s?(?=\w)")
TO = re.compile(
    r"(?<=[0-9])\s?[-–]\s?(?=[0-9]{1,2}:[0-9])|(?:(?<=[0-9][AaPp][Mm])|(?<=[0-9]\s[AaPp][Mm]))\s?[-–]\s?(?=[0-9])"
)
# Day first, as printed here; only these words are sure that it is no fraction.
DAY_SLASH = re.compile(
    r"(?:(?<=\b[Oo]n )|(?<=dated )|(?<=[Ss]ince )|(?<=[Ff]rom )|(?<=until )|(?<=before )|(?<=after ))"
    r"(?P<day>[0-9]{1,2})/(?P<month>1[0-2]|0?[1-9])(?P<year>)(?![\w/]|[.,-][0-9])"
)
# `30 April - 1 May`: between a month's name and the next day.
TO_DATE = re.compile(
    r"(?:(?<=uary)|(?<=arch)|(?<=April)|(?<=May)|(?<=June)|(?<=July)|(?<=August)|(?<=mber)|(?<=tober)|(?<=[a-z]{3}\.)|(?<=20[0-9]{2}))"
    r"\s?[-–]\s?(?=[0-9]{1,2}(?:st|nd|rd|th)?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)
MONTH_YEAR = re.compile(
    r"(?<!\w)(?P<month>Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\. (?P<year>[0-9]{4})(?!\w)"
)
STANDARD = re.compile(
    r"(?:(?<=ISO [0-9]{4})|(?<=ISO [0-9]{5})|(?<=IEC [0-9]{5})):(?=(?:19|20)[0-9]{2}(?!\w))"
)
_HALVES = frozenset("aApP")


def say_date(match):
    """`13 May 2022`, `May 13, 2022`, `13/05/2022` → the thirteenth of May twenty twenty-two."""
    parts = match.groupdict()
    month = parts["month"]
    name = _SHORT.get(month) or (MONTHS[int(month) - 1] if 1 <= int(month) <= 12 else "")
    if not name or not 1 <= int(parts["day"]) <= 31:
        return None
    before = match.string[max(0, match.start() - 5) : match.start()].lower()
    the = "" if before.endswith("the ") else "the "
    first = f"{ordinal(parts['first'])} to " if parts.get("first") else ""
    last = f" to {ordinal(parts['last'])}" if parts.get("last") else ""
    said = f"{the}{first}{ordinal(parts['day'])}{last} of {name}"
    return said + (f" {year(parts['year'])}" if parts["year"] else "")


def say_month_year(match):
    """`Jan. 2024` → January twenty twenty-four."""
    return f"{_SHORT[match['month']]} {year(match['year'])}"


def say_time(match):
    """`14:57 PM`, the house's way of printing, is said as the 24-hour clock it is."""
    hour, minute = in_words(match["hour"]), match["minute"]
    half = (match["half"] or "").replace(".", "").upper()
    is_late = int(match["hour"]) > 12
    said = hour if not int(minute or 0) else f"{hour} {'oh ' if minute[0] == '0' else ''}{in_words(minute)}"
    if half and not is_late:
        return f"{said} {half[0]} {half[1]}"
    return (
        said
        if int(minute or 0)
        else f"{hour} o'clock"
        if hour != "zero" and not is_late
        else f"{hour} hundred"
    )


def _say_pause(match):
    following = match.string[match.end() : match.end() + 2].strip()
    return "," if match.group().endswith("|") or following.isupper() else None


def documents(spellings, own):
    return [Rule(quantities.DOCUMENT, quantities.say_document, (DIGITS, SLASH))]


BEFORE_LEXICON = [
    *first_rules("web address", "e-mail address", "hashtag"),
    Rule(quantities.PHONE, quantities.say_phone, (DIGITS,)),
    Rule(quantities.HOTLINE, quantities.say_groups, (frozenset("1"), frozenset("0"))),
    Rule(quantities.CALLED, quantities.say_called, (DIGITS,)),
    Rule(quantities.MONEY, quantities.say_money, (DIGITS,)),
    Rule(DAY_MONTH, say_date, (DIGITS,)),
    Rule(MONTH_DAY, say_date, (DIGITS,)),
    Rule(MONTH_YEAR, say_month_year, (DIGITS, STOP)),
    Rule(STANDARD, constant(", edition "), (DIGITS, COLON)),
    Rule(shorthand.STREET, constant(" street"), (STOP, frozenset("S"))),
    Rule(shorthand.SAINT, constant("saint"), (STOP, frozenset("S"))),
    Rule(shorthand.PAGE, constant("page "), (DIGITS, STOP)),
    Rule(shorthand.FISCAL, shorthand.say_fiscal, (DIGITS, frozenset("F"))),
]
AFTER_LEXICON = [
    Rule(NUMERIC_DATE, say_date, (DIGITS, SLASH)),
    Rule(DAY_SLASH, say_date, (DIGITS, SLASH)),
    Rule(ISO_DATE, say_date, (DIGITS, DASH)),
    Rule(CLOCK, say_time, (DIGITS, frozenset(":."))),
    Rule(HOUR, say_time, (DIGITS, _HALVES)),
    Rule(TO, constant(" to "), (DIGITS, DASH)),
    Rule(shorthand.QUARTER, shorthand.say_quarter, (DIGITS, frozenset("Q"))),
    Rule(shorthand.HALF, shorthand.say_half, (DIGITS, frozenset("H"))),
    Rule(TO_DATE, constant(" to "), (DIGITS, DASH)),
    Rule(shorthand.MINUS, constant("minus "), (DIGITS, frozenset("-−"))),
    Rule(shorthand.POWER, shorthand.say_power, (DIGITS, frozenset(STRANGE))),
    Rule(shorthand.SHORT_YEARS, shorthand.say_short_years, (DIGITS, frozenset("-–/"))),
    Rule(shorthand.SHORT_DECADE, shorthand.say_short_decade, (DIGITS, frozenset("s"))),
    Rule(shorthand.DIMENSIONS, shorthand.say_dimensions, (DIGITS, frozenset("x×"))),
    Rule(shorthand.ABOUT, constant("about "), (DIGITS, frozenset("~"))),
    Rule(shorthand.COMPARED, shorthand.say_compared, (DIGITS, frozenset("<>"))),
    Rule(shorthand.NUMBER_SIGN, constant("number "), (DIGITS, frozenset("#"))),
    Rule(quantities.ORDINAL, quantities.say_ordinal, (DIGITS,)),
    Rule(quantities.DECADE, quantities.say_decade, (DIGITS,)),
    Rule(quantities.YEARS, quantities.say_years, (DIGITS, DASH)),
    Rule(quantities.RANGE, quantities.say_range, (DIGITS, DASH)),
    Rule(quantities.YEAR, quantities.say_year, (DIGITS,)),
    Rule(quantities.FRACTION, quantities.say_fraction, (DIGITS, SLASH)),
    Rule(quantities.ROMAN, quantities.say_roman, (CAPITALS,)),
    Rule(units.JOINED, units.say_joined, (DIGITS, DASH)),
    Rule(shorthand.HALVES, shorthand.say_halves, (DIGITS, frozenset(STRANGE))),
    Rule(shorthand.ROMAN, shorthand.say_roman, (ROMANS,)),
    Rule(quantities.AMOUNT, quantities.say_amount, (DIGITS,)),
    Rule(quantities.POINTED, quantities.say_pointed, (DIGITS, STOP)),
    Rule(quantities.CODE, quantities.say_code, (frozenset(MIXED),)),
    Rule(quantities.CAPITALS, quantities.say_capitals),
    Rule(units.BARE, units.say_bare),
    Rule(units.PER, units.say_per, (SLASH,)),
    Rule(shorthand.RATIO, constant(" to "), (DIGITS, COLON)),
    Rule(EITHER, constant(" "), (SLASH,)),
    Rule(PAUSE, _say_pause, (DASH | {"|"},)),
    *last_rules(signs.ENGLISH, DIGIT_WORDS),
]
