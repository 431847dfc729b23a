"""The title of an office: its first words, before any body or field ("nguyên Phó Giám đốc")."""

from dataclasses import dataclass, field

from news.extraction.bodies import Body
from news.extraction.text import Token, key
from news.extraction.words import Phrases, keys
from news.extraction.words.people import CALLINGS, OFFICE_PREFIXES, OFFICES
from news.extraction.words.verbs import STRONG

_TRƯỞNG = key("trưởng")
_VIÊN = key("viên")
_NOT_OFFICES = Phrases(
    "tăng trưởng, sinh trưởng, động viên, công viên, đoàn viên, hội viên, đảng viên, hiện trưởng, "
    "học viên, bệnh viên, sung viên"
)
_COUNTS = keys("các những hai ba bốn năm sáu cùng và với")  # "các trưởng phòng": no title of its own
_NO_OWNERS = keys("trì tọa động yếu trương chốt lực quan")
_OPENERS = OFFICE_PREFIXES.openers | OFFICES.openers


@dataclass(slots=True)
class Office:
    begin: int
    end: int
    bodies: list[Body] = field(default_factory=list)
    bare_head: str | None = None  # "Giám đốc Sở": the head of a body named elsewhere
    short: tuple[str, ...] | None = None  # "Giám đốc ABC"
    party: str | None = None  # "Thành ủy"
    title: str = ""  # comparison form of the first words: "phó giám đốc"
    more_titles: tuple[str, ...] = ()  # of the offices held besides
    hamlet: bool = False  # held over a hamlet: "Tổ trưởng Tổ vay vốn thôn Bờ Lăng"


def _may_open(words: list[Token], at: int, end: int) -> bool:
    return words[at].key in _OPENERS or (at + 1 < end and words[at + 1].key in (_TRƯỞNG, _VIÊN))


def office_at(words: list[Token], at: int, end: int) -> int:
    """Number of words of an office's title at `at`: "nguyên Phó Giám đốc" -> 4."""
    if at >= end or not _may_open(words, at, end):
        return 0
    prefix = OFFICE_PREFIXES.match(words, at, end)
    n = OFFICES.match(words, at + prefix, end)
    if (
        not n
        and at + prefix + 1 < end
        and words[at + prefix + 1].key in (_TRƯỞNG, _VIÊN)
        and words[at + prefix].text.isalpha()
    ):
        first = words[at + prefix].key
        none = first in STRONG or first in _COUNTS or _NOT_OFFICES.match(words, at + prefix, end)
        n = 0 if none else 2
    return prefix + n if n else 0


def office_ends_at(words: list[Token], at: int) -> bool:
    """An office's title stands straight before `at`, up to four words back."""
    for begin in range(max(0, at - 5), at):
        n = office_at(words, begin, at)
        if n and (
            begin + n == at
            or (all(not w.cap and w.text[0].isalpha() for w in words[begin + n : at]) and at - begin - n <= 2)
        ):
            return True
    return False


def calling_at(words: list[Token], at: int, end: int) -> int:
    """ "quản lý", "chủ trại": what somebody is, said after the name only."""
    if n := CALLINGS.match(words, at, end):
        return n
    owner = at + 1 < end and words[at].key == "chủ" and words[at + 1].text[0].isalpha()
    return 2 if owner and not words[at + 1].cap and words[at + 1].key not in _NO_OWNERS else 0
