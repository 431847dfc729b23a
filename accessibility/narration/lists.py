"""What stands before an item of a list, and short words before a place: `1.`, `a)`, `II.`, `Q.1`, `P. Bến Nghé`."""

import re

from accessibility.narration.letters import spell
from accessibility.narration.numbers import from_roman, in_words, one_by_one

ROMAN_POINT = re.compile(r"\A\s*(?P<roman>[IVXLC]{1,7})(?P<mark>[.)/])(?=\s)")
POINT = re.compile(r"\A\s*\(?(?P<number>[0-9]{1,2}|[a-zđ])(?P<mark>[)/])(?=\s)")
FOOTNOTE = re.compile(r"\[[0-9]{1,3}\]")
# Under a document of an office: nothing follows.
END = re.compile(r"\.\s?/\s?\.")
# Only before a number, or a capital where a place is named: initials of persons look the same.
PLACE = re.compile(
    r"(?<![\w.])(?P<kind>TX|TT|KP|Q|P|H|X|F)\.\s?(?=[0-9])|(?<=[,;:(–-]\s)(?P<named>TX|TT|Q|P|H|X)\.\s?(?=[A-ZĐÂĂÊÔƠƯÁÀẢÃẠ][^\W\d_])"
)
# The number right after the stop of such a word, which elsewhere would be the decimals of another.
PLACE_NUMBER = re.compile(r"(?<=[QPHXFT]\.)[0-9]{1,3}(?![\w]|[.,/-][0-9])")
TOWN = re.compile(r"(?<=[,–-]\s)T\.\s?(?=[A-ZĐÂĂÊÔƠƯÁÀẢÃẠ][^\W\d_])")
_DISTRICT = re.compile(r"(?:(?<!\w)(?:H|X|P|Q|TX|TP|TT)\.|[Hh]uyện|[Xx]ã|[Tt]hị)\s?[^,]{2,40},\s$")
STREET = re.compile(r"(?:(?<=[0-9]\s)|(?<=[0-9],\s)|(?<=[0-9][A-Z]\s))Đ\.\s?(?=[A-ZĐÂĂÊÔƠƯÁÀẢÃẠ])")
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


def say_place_number(match: re.Match) -> str:
    """`P.12` → mười hai; three figures are a room's and go one by one."""
    number = match.group()
    return one_by_one(number) if len(number) > 2 else in_words(number)


def say_town(match: re.Match) -> str | None:
    """`H. An Lão, T. Bình Định`: a province only behind its districts; elsewhere T. is a person's initial."""
    before = match.string[max(0, match.start() - 60) : match.start()]
    return "tỉnh " if _DISTRICT.search(before) else None


def say_place(match: re.Match) -> str:
    """`Q.1` → quận một; `, P. Bến Nghé` → phường Bến Nghé."""
    kind = match["kind"] or match["named"]
    if kind == "P" and re.match(r"[0-9]{3}", match.string[match.end() : match.end() + 3]):
        before = match.string[max(0, match.start() - 6) : match.start()].lower()
        return "" if before.endswith("phòng ") else "phòng "
    return _PLACES[kind] + " "
