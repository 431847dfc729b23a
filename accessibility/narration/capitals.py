"""Words of capitals: which can be said as a Vietnamese word, which only by their letters, which are Roman numbers."""

import re

from accessibility.narration.letters import spell
from accessibility.narration.numbers import from_roman, in_words, one_by_one

_ONSET = "(?:NGH|NG|NH|GH|GI|KH|PH|QU|TH|TR|CH|[BCDĐGHKLMNPRSTVX])?"
_VOWELS = "[AĂÂEÊIOÔƠUƯYÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ]{1,3}"
_CODA = "(?:NG|NH|CH|[CMNPT])?"
# Said as it stands: one or two syllables as Vietnamese builds them (LONG AN, OCOP, UNICEF is not).
SAYABLE = re.compile(f"(?:{_ONSET}{_VOWELS}{_CODA}){{1,2}}")
# These begin with what they look for, and only then look behind it: the search leaps from capital to capital.
CAPITALS = re.compile(r"[A-ZĐĂÂÊÔƠƯ](?<![^\W_].)[A-ZĐĂÂÊÔƠƯ]{1,5}(?![^\W_])")
ROMAN = re.compile(r"[IVX](?<![\w&/].)[IVX]{1,6}(?![\w&/])")
CODE = re.compile(r"(?<![^\W_])(?:\d++[^\W\d_]|[^\W\d_]{1,30}+\d)[^\W_]*+(?:(?<=[0-9])\.[0-9]++(?![^\W_]))?+")
# ĐH is a university, before a Roman number a congress; ĐT before a number with a zero a telephone.
CONGRESS = re.compile(r"(?<!\w)ĐH(?=\s(?:Đảng|đảng|[IVX]{1,6})(?!\w))")
TELEPHONE = re.compile(r"(?<!\w)ĐT(?=\s?[(+0])")
_PARTS = re.compile(r"\d+|[^\W\d_]+|\.")


def say_capitals(match: re.Match) -> str | None:
    """`KTXH` → ca tê ích-xì hát; `LONG` stays a word; a word inside a heading in capitals stays one if it can be said."""
    return None if SAYABLE.fullmatch(match.group()) else spell(match.group())


def say_roman_alone(match: re.Match) -> str | None:
    """`Louis XIV`, `Festival XII`: two letters and more are a number whatever stands before."""
    number = from_roman(match.group())
    return in_words(str(number)) if number else None


def say_code(match: re.Match) -> str | None:
    """`A4` → a bốn, `5G` → năm giê, `H5N1` → hát năm en-nờ một; a number with a zero before it goes by its digits."""
    if any(part.isnumeric() and not part.isascii() for part in match.group()):
        return None
    return " ".join(_part(part) for part in _PARTS.findall(match.group()))


def _part(part: str) -> str:
    if part == ".":
        return "chấm"
    if part.isdigit():
        return (
            in_words(part)
            if (len(part) < 5 and not part.startswith("0")) or part == "0"
            else one_by_one(part)
        )
    if len(part) == 1 or (part.isupper() and not (len(part) > 3 and SAYABLE.fullmatch(part))):
        return spell(part) or part
    return part
