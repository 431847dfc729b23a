"""What English newspapers shorten: quarters, fiscal years, streets and saints, Roman numbers of terms and of kings."""

import re

from accessibility.narration.english_numbers import decade, decimal, in_words, ordinal, year
from accessibility.narration.english_units import UNIT, unit_words
from accessibility.narration.numbers import from_roman

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
QUARTER = re.compile(rf"(?<![\w/.-])Q(?P<quarter>[1-4])(?:(?:[/-]|\s(?:of\s)?){_YEAR})?(?![\w/]|[.,-][0-9])")
HALF = re.compile(rf"(?<![\w/.-])H(?P<half>[12])(?:[/-]|\s(?:of\s)?){_YEAR}(?![\w/]|[.,-][0-9])")
FISCAL = re.compile(rf"(?<!\w)FY\s?{_YEAR}(?![\w]|[.,-][0-9])")
SHORT_YEARS = re.compile(
    r"(?<![\w.,/-])(?P<first>(?:1[5-9]|20)[0-9]{2})(?P<mark>[-–/])(?P<last>[0-9]{2})(?![\w/]|[.,-][0-9])"
)
SHORT_DECADE = re.compile(r"(?<!\w)['’](?P<tens>[2-9]0)s(?!\w)")
# Saint before a name, street behind one.
STREET = re.compile(
    r"(?<=[^\W\d_])\s(?P<street>St)\.(?=\s?(?:[,;)]|$|\s(?:and|in|at|from|to|near|is|was)\s))"
)
SAINT = re.compile(r"(?<!\w)St\.(?=\s[A-Z][^\W\d_])")
PAGE = re.compile(r"(?<!\w)p\.\s?(?=[0-9])")
MINUS = re.compile(
    r"(?<![\w)])[-−](?=[0-9]+(?:\.[0-9]+)?\s?(?:°|º|%|degrees))|(?<=[^\W\d_]\s)[-−](?=[0-9])|(?<=\()[-−](?=[0-9])|−(?=[0-9])"
)
POWER = re.compile(
    r"(?<![\w.,])(?P<base>[0-9]{1,6})(?:\^(?P<plain>[0-9]{1,3})|(?P<raised>[⁰¹²³⁴-⁹]{1,3}))(?!\w)"
)
DIMENSIONS = re.compile(
    rf"(?<![\w.,])[0-9]{{1,6}}(?:\.[0-9]{{1,4}})?(?:\s?[x×]\s?[0-9]{{1,6}}(?:\.[0-9]{{1,4}})?){{1,3}}{UNIT}(?![^\W_])"
)
_BY = re.compile(r"\s?[x×]\s?")
ABOUT = re.compile(r"~\s?(?=[0-9])")
COMPARED = re.compile(r"(?P<sign>[<>])(?=\s?[0-9])")
RATIO = re.compile(r"(?<=[0-9]):(?=[0-9])")
NUMBER_SIGN = re.compile(r"(?<![\w&#])#(?=[0-9])")
HALVES = re.compile(r"(?<=[0-9])(?P<sign>[½¼¾⅓⅔])")
_HALVES = {"½": "a half", "¼": "a quarter", "¾": "three quarters", "⅓": "a third", "⅔": "two thirds"}
ROMAN = re.compile(r"(?<![\w&/.-])(?P<roman>[IVX]{2,6})(?![\w&/-])")
_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)\s$")
_RULERS = frozenset(
    "Louis Henry Henri Charles Elizabeth Paul John James George William Edward Richard Philip Philippe Francis Benedict Pius Leo"
    " Gregory Alexander Frederick Nicholas Peter Catherine Rama Napoleon Felipe Carlos Akbar Ivan".split()
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def say_quarter(match):
    """`Q3/2023` → the third quarter of twenty twenty-three; `Q3` alone → quarter three."""
    if not match["year"]:
        return f"quarter {in_words(match['quarter'])}"
    return _of(match, f"{ordinal(match['quarter'])} quarter")


def say_half(match):
    """`H1 2024` → the first half of twenty twenty-four."""
    return _of(match, f"{ordinal(match['half'])} half")


def say_fiscal(match):
    return f"fiscal year {year(match['year'])}"


def say_short_years(match):
    """`2024/25`, `1945-75` → … to …; what does not rise is no span of years."""
    first, last = match["first"], match["last"]
    return f"{year(first)} to {in_words(last)}" if last > first[2:] and last[0] != "0" else None


def say_short_decade(match):
    """`the '90s` → the nineties."""
    return decade(f"19{match['tens']}").removeprefix("nineteen ")


def say_power(match):
    """`10^6` → ten to the power of six."""
    power = match["plain"] or match["raised"].translate(_SUPERSCRIPTS)
    known = {"2": "squared", "3": "cubed"}.get(power)
    return f"{in_words(match['base'])} {known or 'to the power of ' + in_words(power)}"


def say_dimensions(match):
    """`3x4 cm` → three by four centimetres."""
    unit = match["unit"] or ""
    sides = _BY.split(match.group().removesuffix(unit).rstrip())
    said = [decimal(whole, part) for whole, _, part in (side.partition(".") for side in sides)]
    return " by ".join(said) + unit_words(unit)


def say_halves(match):
    """`1½ hours` → one and a half hours."""
    return f"and {_HALVES[match['sign']]}"


def say_compared(match):
    return "less than" if match["sign"] == "<" else "more than"


def say_roman(match):
    """`the XV National Assembly` → the fifteenth …; `Louis XIV` → Louis the fourteenth; elsewhere the number itself."""
    number = from_roman(match["roman"])
    if not number:
        return None
    before = _BEFORE.search(match.string[max(0, match.start() - 25) : match.start()])
    word = before["word"] if before else ""
    if word in _RULERS:
        return f"the {ordinal(str(number))}"
    follows = match.string[match.end() : match.end() + 2]
    if word.lower() in ("the", "its", "this", "a", "of") and follows.strip() and follows[0] == " ":
        return ordinal(str(number))
    return in_words(str(number))


def _of(match, said):
    before = match.string[max(0, match.start() - 5) : match.start()].lower()
    the = "" if before.endswith("the ") else "the "
    return f"{the}{said} of {year(match['year'])}"
