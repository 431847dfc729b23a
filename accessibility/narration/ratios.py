"""Two numbers with a sign between them that is no date and no range: scores, ratios, fractions, measures, powers."""

import re
from unicodedata import digit

from accessibility.narration.numbers import in_words
from accessibility.narration.quantities import amount_in_words
from accessibility.narration.units import UNIT, unit_words

_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]{1,9}(?:,[0-9]+)?"
SCORE = re.compile(
    r"(?<!\w)(?P<lead>(?i:tỷ số|tỉ số|thắng|thua|hòa|hoà|dẫn)(?:\s[^\W\d_]+){0,4}?)"
    r"\s(?P<ours>[0-9]{1,3})\s?[-–:]\s?(?P<theirs>[0-9]{1,3})(?![\w/]|[.,-][0-9])"
)
DIMENSIONS = re.compile(rf"(?<![\w.,])(?:{_NUMBER})(?:\s?[x×]\s?(?:{_NUMBER})){{1,3}}{UNIT}(?![^\W_])")
BELOW_ZERO = re.compile(
    r"[-−](?=[0-9])(?:(?<=−)|(?<![\w)].)(?=[0-9]+(?:,[0-9]+)?\s?(?:°|º|độ|oC))|(?<=\w\s.)(?=[0-9]+(?:,[0-9]+)?\s?%)"
    r"|(?<![\w)].)(?<![0-9]\s.)(?=[0-9]+(?:,[0-9]+|\s(?:đến|tới)\s))"
    r"|(?<=\sở\s.)|(?<=\slà\s.)|(?<=\stừ\s.)|(?<=\scòn\s.)|(?<=\sđến\s.)|(?<=\sđạt\s.)|(?<=\smức\s.)|(?<=xuống\s.)|(?<=trưởng\s.)"
    r"|(?<=bằng\s.)|(?<==\s.))"
)
ABOUT = re.compile(r"~\s?(?=[0-9])")
COMPARED = re.compile(r"[<>](?=\s?[0-9])")
RATIO = re.compile(r"(?<=[0-9])(?:\s:\s|:)(?=[0-9])")
OVER = re.compile(r"(?<=[0-9])/(?=[0-9])")
DATE_WORDS_SPAN = re.compile(r"(?<=[0-9])\s?[-–]\s?(?=(?:ngày|tháng|năm|quý)\s[0-9IVX])")
EITHER = re.compile(r"(?<=\w)\s?/\s?(?=\w)")
POWER = re.compile(r"(?<![\w.,])(?P<base>[0-9]{1,6})(?P<power>[⁰¹²³⁴-⁹]{1,3})(?!\w)")
_SIDE = re.compile(r"\s?[x×]\s?")


def say_score(match: re.Match) -> str:
    """`thắng 2-1` → thắng hai một; `tỷ số 0:0` → tỷ số không không."""
    return f"{match['lead']} {in_words(match['ours'])} {in_words(match['theirs'])}"


def say_dimensions(match: re.Match) -> str:
    """`3 x 4 m` → ba nhân bốn mét."""
    unit = match["unit"] or ""
    sides = _SIDE.split(match.group().removesuffix(unit).rstrip())
    return " nhân ".join(map(amount_in_words, sides)) + unit_words(unit)


def say_power(match: re.Match) -> str:
    """`10⁶` → mười mũ sáu; `5²` → năm mũ hai."""
    power = "".join(str(digit(sign)) for sign in match["power"])
    return f"{in_words(match['base'])} mũ {in_words(power)}"


def say_compared(match: re.Match) -> str:
    """`<5%`; angle brackets around words are only brackets."""
    return "nhỏ hơn" if match.group() == "<" else "lớn hơn"
