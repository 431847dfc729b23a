"""The source as rules read it: composed, one space between words, each character knowing where it came from."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from news.fold import tone_place

# What differs between the source and the view: combining marks, other line ends, odd or repeated spaces, invisible signs.
_ODD = re.compile(
    "(?P<mark>[^\u0300-\u036f\r\n][\u0300-\u036f]+)"
    "|(?P<line>[^\\S\r\n]*(?:\r\n|[\r\n\u2028\u2029\x0b\x0c\x85])\\s*)"
    "|(?P<space>[^\\S\r\n]{2,}|[^\\S\r\n ])"
    "|(?P<gone>[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]+)"
)
# Capital letters for use inside a character class; no range of code points separates Vietnamese capitals from the rest.
UPPER = "".join(sign for sign in map(chr, range(0x41, 0x1F00)) if sign.isupper())
_WIDE = re.compile(r"\S(?:[^\S\r\n]{3,}|[ \xa0]*\t\s*)(?=\S)")  # a menu row is printed so, a sentence never
_DEGREE = (
    r"(?:PGS|GS|TSKH|TS|T[Hh]\.?[Ss]|NCS|(?:BS|Bs|DS|Ds|ĐD|CN|YS)(?:CK(?:II|I|2|1)?|NT)?|CK(?:II|I|2|1)|KTV|KTS|KS|LS|VS"
    r"|NSND|NSƯT|NGND|NGƯT|TTND|TTƯT)"
)
_TOKEN = re.compile(
    rf"(?=[A-ZĐ])(?:{_DEGREE}|CCCC|Mr|Mrs|Ms|Dr|Prof)(?:\.{_DEGREE})*\.?(?![^\W_])"
    r"|(?:UV)?T\.[ƯW](?![^\W_])|[đĐ]/[cC](?![^\W_])|[Qq]\.(?= ?[A-ZĐ])"
    r"|\d+(?:[.,/:]\d+)*"
    # A hyphen joins words ("Myung-soo"), but not a name and the office printed close behind it ("An-Hiệu trưởng").
    r"|[^\W\d_][^\W_]*(?:[-&/'’](?!(?:Phó|Giám|Trưởng|Hiệu|Chủ|Bí|Viện|Cục|Vụ|Tổng|Chánh|[ỦU][yỷ]|Chi|Nguyên) )[^\W_]+)*"
    r"|\./\.|\.{2,}|[^\w\s]|_+|[^\W_]+"
)


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """Comparison key of a word: lower case, tone mark in one place; marks kept (Lương is not Lường)."""
    return tone_place(word).casefold()


@dataclass(slots=True)
class Token:
    text: str
    key: str
    start: int
    end: int
    cap: bool  # first letter is a capital


@dataclass(slots=True, frozen=True)
class Line:
    text: str
    start: int
    end: int
    gap: bool  # an empty line stands above it
    columns: int = 1  # pieces that wide runs of spaces or tabs set apart


class Source:
    """A caller's text and its clean view. `origin(a, b)` turns view offsets into offsets of the caller's text."""

    def __init__(self, text: str):
        self.text = text
        self._starts: list[int] = []  # source offset of each view character
        self._ends: list[int] = []
        pieces: list[str] = []
        at = 0
        for odd in _ODD.finditer(text):
            self._copy(text, at, odd.start(), pieces)
            self._replace(odd, pieces)
            at = odd.end()
        self._copy(text, at, len(text), pieces)
        self.view = "".join(pieces)

    def _copy(self, text: str, start: int, end: int, pieces: list[str]) -> None:
        pieces.append(text[start:end])
        self._starts.extend(range(start, end))
        self._ends.extend(range(start + 1, end + 1))

    def _replace(self, odd: re.Match, pieces: list[str]) -> None:
        if odd["mark"]:
            new = unicodedata.normalize("NFC", odd["mark"])
        elif odd["line"]:
            new = "\n\n" if len(odd["line"].replace("\r\n", "\n").splitlines()) > 1 else "\n"
        else:
            new = " " if odd["space"] else ""
        pieces.append(new)
        self._starts.extend([odd.start()] * len(new))
        self._ends.extend([odd.end()] * len(new))

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets of view[start:end]; an empty range stays empty and inside the text."""
        if not 0 <= start < end <= len(self.view):
            return 0, 0
        return self._starts[start], self._ends[end - 1]

    def _columns(self, start: int, end: int) -> int:
        if end - start > 200:
            return 1
        first, last = self.origin(start, end)
        return 1 + len(_WIDE.findall(self.text[first:last]))

    def lines(self) -> list[Line]:
        """Lines that hold something, stripped, in order."""
        found, at, gap = [], 0, False
        for raw in self.view.split("\n"):
            text = raw.strip()
            if text:
                start = at + raw.index(text)
                found.append(
                    Line(text, start, start + len(text), gap, self._columns(start, start + len(text)))
                )
            gap = not text
            at += len(raw) + 1
        return found


def tokens(text: str, offset: int = 0) -> list[Token]:
    """Words and signs of a piece of the view; a degree with its points ("PGS.TS.") is one word."""
    found = []
    for match in _TOKEN.finditer(text):
        word, (start, end) = match[0], match.span()
        found.append(Token(word, key(word), start + offset, end + offset, word[0].isupper()))
    return found


_ENDS = {".", "!", "?", "…", "...", "./.", ".."}
_CLOSING = {'"', "”", "’", "'", ")", "»"}


def sentences(words: list[Token]) -> list[tuple[int, int]]:
    """Index ranges of the sentences in one paragraph's words."""
    found, begin, at = [], 0, 0
    while at < len(words):
        if words[at].text in _ENDS:
            after = at + 1
            while after < len(words) and words[after].text in _CLOSING:
                after += 1
            if after >= len(words) or words[after].cap or not words[after].text[0].isalpha():
                found.append((begin, after))
                begin = at = after
                continue
        at += 1
    if begin < len(words):
        found.append((begin, len(words)))
    return found
