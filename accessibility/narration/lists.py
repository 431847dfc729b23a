"""What stands before an item of a list, and short words before a place: `1.`, `a)`, `II.`, `Q.1`, `P. Bến Nghé`."""

import re

from accessibility.narration.letters import spell
from accessibility.narration.numbers import from_roman, in_words

ROMAN_POINT = re.compile(r"\A\s*(?P<roman>[IVXLC]{1,7})(?P<mark>[.)/])(?=\s)")
POINT = re.compile(r"\A\s*\(?(?P<number>[0-9]{1,2}|[a-zđ])(?P<mark>[)/])(?=\s)")
FOOTNOTE = re.compile(r"\[[0-9]{1,3}\]")
# Under a document of an office: nothing follows.
END = re.compile(r"\.\s?/\s?\.")
# Only before a number, or a capital where a place is named: initials of persons look the same.
PLACE = re.compile(
    r"(?<![\w.])(?P<kind>TX|TT|KP|Q|P|H|X|F)\.\s?(?=[0-9])|(?<=[,(–-]\s)(?P<named>TX|TT|Q|P|H|X)\.\s?(?=[A-ZĐÂĂÊÔƠƯÁÀẢÃẠ][^\W\d_])"
)
_PLACES = {
    "TX": "thị xã",
    "TT": "thị trấn",
    "KP": "khu phố",
    "Q": "quận",
    "P": "phường",
    "F": "phường",
    "H": "huyện",
    "X": "xã",
}


def say_roman_point(match: re.Match) -> str | None:
    """`II. Kết quả` → hai. Kết quả"""
    number = from_roman(match["roman"])
    return f"{in_words(str(number))}." if number else None


def say_point(match: re.Match) -> str:
    """`1)`, `2/`, `a)`, `(3)` at the head of an item → một, hai, a"""
    said = in_words(match["number"]) if match["number"].isdigit() else spell(match["number"])
    return f"{said},"


def say_place(match: re.Match) -> str:
    """`Q.1` → quận một; `, P. Bến Nghé` → phường Bến Nghé."""
    return _PLACES[match["kind"] or match["named"]] + " "
