"""Reads the printed name of one body: where it begins, and where it stops."""

import re
from dataclasses import dataclass

from news.extraction.blocks import Block
from news.extraction.text import Token, key
from news.extraction.words import Phrases
from news.extraction.words.bodies import (
    COMMA_FIELDS,
    COMMA_PAIRS,
    COUNTRIES,
    FIELDS,
    GROUP_LEADS,
    HEADS,
    LEVELS,
    NOT_BODIES,
    NOT_LEVEL_AFTER,
    PLACES,
    WHOLE,
)
from news.extraction.words.people import FAMILY_NAMES, HONORIFICS, MIDDLE_NAMES, OFFICES
from news.extraction.words.verbs import COMPOUNDS, SECOND_HALF_OF, STRONG, VERBS

_PAIRS = frozenset(tuple(key(word) for word in pair) for pair in COMMA_PAIRS)
_COMMA_FIELDS = [tuple(key(word) for word in field.split()) for field in COMMA_FIELDS]
_ABBREVIATION = re.compile(r"^[^\W\d_](?:[^\W_]|[&./ -]){1,30}$")
_CALLED = re.compile(
    r"^(?:(?:sau đây |dưới đây )?(?:gọi|viết)(?: chung| tắt)*(?: là|:)?|hereinafter(?: referred to as"
    r"| called)?|viết tắt:?|tên viết tắt:?)\s*[:\"“]?\s*",
    re.I,
)
_COUNCIL = re.compile(r"^(?:phối|tư|thẩm|khoa|xét|nghiệm|đánh|thi|quản|điều|bảo|nghĩa|liên|đồng)$")
_NAMED_AFTER = frozenset(key(w) for w in "trường học đại bệnh quỹ thư giải nhà thpt thcs".split())
# Heads whose field may begin in small letters when a proper name closes it.
_LOOSE = frozenset(
    key(w) for w in "trạm hạt nhà làng đài đội hợp htx công xí phòng bql doanh trại xưởng cơ".split()
)
_WITH_STANDING_FIELDS = frozenset(key(w) for w in "sở bộ ban phòng vụ".split())
# Heads that standing alone are a field of work ("Phòng Pháp chế và Thanh tra").
_TOPIC_HEADS = Phrases("thanh tra, tổ chức, thư viện, bảo tàng, bảo hiểm, báo chí, tạp chí")
_BODY_OPENERS = HEADS.openers | WHOLE.openers
_LONGEST = 40  # words of one name
_MAX_LOWER = 6  # small words after a capitalised one; longer runs are prose


@dataclass(slots=True)
class Body:
    block: Block
    begin: int
    end: int  # word after the last one, bracket and place included
    stem: tuple[int, int]  # head and field, without bracket and place
    place: tuple[int, int]
    abbreviation: str | None
    bracket: tuple[int, int]
    hard: bool  # the name ends at a sign, not at a word that was taken for a verb
    whole: bool = False  # a standing field or body: nothing can be missing from it

    @property
    def name(self) -> str:
        """The printed name without its bracket."""
        begin, end = self.bracket
        if begin == end:
            return self.block.text(self.begin, self.end)
        after = self.block.text(end, self.end)
        return self.block.text(self.begin, begin) + (" " + after if after else "")

    def head(self) -> str:
        words = self.block.words
        return " ".join(
            w.key for w in words[self.begin : self.begin + max(1, HEADS.match(words, self.begin, self.end))]
        )

    def stem_keys(self) -> tuple[str, ...]:
        return tuple(w.key for w in self.block.words[self.stem[0] : self.stem[1]])

    def place_keys(self) -> tuple[str, ...]:
        return tuple(w.key for w in self.block.words[self.place[0] : self.place[1]])


def level_at(words: list[Token], at: int, end: int) -> int:
    n = LEVELS.match(words, at, end)
    if n and at + n < end and words[at + n].key in NOT_LEVEL_AFTER.get(words[at + n - 1].key, ()):
        return 0
    return n


def stops(words: list[Token], at: int, end: int, weak: bool = True) -> bool:
    """True when a small word ends the name or office before it."""
    word = words[at].key
    before = words[at - 1].key if at else ""
    if word in STRONG:
        return not (at + 1 < end and words[at + 1].key in COMPOUNDS.get(word, ()))
    n = VERBS.match(words, at, end)
    if not n or (n == 1 and at + 1 < end and words[at + 1].key in COMPOUNDS.get(word, ())):
        return False
    if n == 1 and weak and at and words[at - 1].cap:
        return False
    return not (n == 1 and before in SECOND_HALF_OF)


def capital_run(words: list[Token], at: int, end: int) -> int:
    """Number of capitalised words in a row."""
    stop, end = at, min(end, at + _LONGEST)
    while stop < end and words[stop].cap:
        stop += 1
    return stop - at


def looks_like_person(words: list[Token], at: int, end: int, least: int = 3) -> bool:
    """A family name and more capitals; two syllables count only when `least` is 2 and no place is called so."""
    run = capital_run(words, at, end) if at < end else 0
    if run < 2 or HEADS.match(words, at, end) > 1 or WHOLE.match(words, at, end):
        return False
    if words[at + 1].key in MIDDLE_NAMES and run >= 3:
        return True
    return words[at].key in FAMILY_NAMES and least <= run <= 5 and not PLACES.match(words, at, end)


def opens_other(block: Block, at: int, end: int) -> bool:
    """A person, an office or a form of address begins here."""
    words = block.words
    if at in block.people:
        return True
    if words[at].cap and OFFICES.match(words, at, end) and not HEADS.match(words, at, end):
        return words[at].key != "phụ"
    n = HONORIFICS.match(words, at, end)
    return (
        bool(n) and at + n < end and words[at + n].cap and (words[at].cap or n > 1) and words[at].key != "y"
    )


def may_open_body(word: Token) -> bool:
    """Cheap refusal of the many words that open no body's name."""
    return word.key in _BODY_OPENERS


def read_body(block: Block, at: int, end: int, after_office: bool = False) -> Body | None:
    words = block.words
    if at >= end or not words[at].cap or not may_open_body(words[at]):
        return None
    if at in block.people or NOT_BODIES.match(words, at, end):
        return None
    if at + 1 < end and words[at + 1].key == "trưởng":
        return None
    whole, head = WHOLE.match(words, at, end), HEADS.match(words, at, end)
    if not (whole or head) or (
        head == 1 and words[at].key in FAMILY_NAMES and looks_like_person(words, at, end) and not after_office
    ):
        return None
    stop, complete = at + max(whole, head), whole >= head > 0 or whole > 0
    if not complete or whole < head:
        stop, complete = read_field(block, stop, end, after_office, words[at].key)
    elif stop < end and words[stop].cap and not level_at(words, stop, end):
        longer, _ = read_field(block, stop, end, after_office, words[at].key)
        stop = longer if not _proper(words, stop, longer) else stop
    if stop == at + max(whole, head) and not whole and not level_at(words, stop, end):
        return None
    if stop < end and words[stop].cap and (inner := WHOLE.match(words, stop, end)):
        stop += inner  # "Ban Dân tộc HĐND tỉnh"
    return _finish(block, at, stop, end, after_office, complete)


def _proper(words: list[Token], begin: int, end: int) -> bool:
    return all(word.cap for word in words[begin:end])


def read_field(block: Block, at: int, end: int, after_office: bool, head: str) -> tuple[int, bool]:
    """(word after the field of a name, is it a standing field?) `head` is the first word of the head noun."""
    words, end = block.words, min(end, at + _LONGEST)
    if standing := _standing_field(block, at, end, head):
        return at + standing, True
    small, stop = 0, at  # small: words in small letters since the last capital
    open_small = head == "hội" and at < end and bool(_COUNCIL.match(words[at].key))
    open_small = open_small or (head in _LOOSE and _capital_near(words, at, end))
    while stop < end:
        word = words[stop]
        if word.cap or (stop > at and word.text[0].isdigit() and _numbers(words, stop)):
            if _other_begins(block, at, stop, end, after_office, head):
                break
            stop, small = stop + 1, 0
        elif stop > at and (joint := _joint(block, stop, end)):
            stop, small = stop + joint, 0
        elif small >= _MAX_LOWER or not _goes_small(words, at, stop, end, open_small):
            break
        else:
            stop, small = stop + 1, small + 1
    return stop, False


def _standing_field(block: Block, at: int, end: int, head: str) -> int:
    """Words of a complete field known beforehand ("Tài chính", "Văn hóa, Thể thao và Du lịch")."""
    words = block.words
    for phrase in _COMMA_FIELDS:
        if at + len(phrase) <= end and all(words[at + n].key == part for n, part in enumerate(phrase)):
            return len(phrase)
    n = FIELDS.match(words, at, end) if at < end and words[at].cap else 0
    return (
        n if n and head in _WITH_STANDING_FIELDS and not (at + n < end and _joint(block, at + n, end)) else 0
    )


def _other_begins(block: Block, at: int, stop: int, end: int, after_office: bool, head: str) -> bool:
    """A person, an office or an address begins at this capital, so the name is over."""
    words = block.words
    if after_office and stop + 1 < end and words[stop + 1].key == "thị":
        return True
    if stop > at:
        return opens_other(block, stop, end) or (after_office and _person_after(words, stop, end, head))
    address = HONORIFICS.match(words, stop, end)
    if stop in block.people or (address and looks_like_person(words, stop + address, end, 2)):
        return True
    return after_office and head not in _NAMED_AFTER and looks_like_person(words, stop, end)


def _goes_small(words: list[Token], at: int, stop: int, end: int, open_small: bool) -> bool:
    """The small word at `stop` still belongs to the name."""
    if not words[stop].text[0].isalpha() or words[stop].key == "và" or is_acronym(words[stop - 1]):
        return False
    if (stop == at and not open_small) or level_at(words, stop, end):
        return False
    return (open_small and stop == at) or not stops(words, stop, end, not _after_proper(words, at, stop))


def _numbers(words: list[Token], at: int) -> bool:
    """ "Bệnh viện Quân y 103", "Trung tâm ... số 2": a number that belongs to the name."""
    return words[at - 1].key == "số" or (
        words[at].text.isdigit() and len(words[at].text) == 3 and not words[at - 1].cap
    )


def _after_proper(words: list[Token], begin: int, at: int) -> bool:
    """A proper name of two words closes here; a verb after it is no second half of a compound."""
    return at - 2 >= begin and words[at - 1].cap and words[at - 2].cap


def _capital_near(words: list[Token], at: int, end: int) -> bool:
    """ "Trạm thực nghiệm Đồi An": a proper name closes the small words of the field."""
    for n in range(at, min(at + 6, end)):
        if words[n].cap:
            return True
        if not words[n].text[0].isalpha() or stops(words, n, end, False):
            return False
    return False


def is_acronym(word: Token) -> bool:
    """ "SHTT", "KH&CN": a field that needs no more words."""
    return len(word.text) > 1 and word.text.isupper() and word.text[0].isalpha()


def _person_after(words: list[Token], at: int, end: int, head: str) -> bool:
    return looks_like_person(words, at, end) and not (
        head in _NAMED_AFTER and capital_run(words, at, end) < 4 and words[at + 1].key != "thị"
    )


def _joint(block: Block, at: int, end: int) -> int:
    """2 when a sign or "và" at `at` and the capitalised word after it belong to the same name, else 0."""
    words = block.words
    sign = words[at].text
    if (sign not in (",", "-", "–", "&") and words[at].key != "và") or at + 1 >= end:
        return 0
    after = at + 1
    if sign == "," and _pair(words, at, end):
        return 2
    if (
        not words[after].cap
        or after in block.people
        or opens_other(block, after, end)
        or looks_like_person(words, after, end, 2)
    ):
        return 0
    if (
        sign != ","
        and (n := _TOPIC_HEADS.match(words, after, end))
        and not _more_of_name(words, after + n, end)
    ):
        return 1 + n
    if (
        GROUP_LEADS.match(words, after, end)
        or HEADS.match(words, after, end)
        or WHOLE.match(words, after, end)
        or COUNTRIES.match(words, after, end)
        or PLACES.match(words, after, end)
    ):
        return 0
    run = capital_run(words, after, end)
    if sign == ",":
        return (
            2
            if run == 1
            and after + 1 < end
            and words[after + 1].text[0].isalpha()
            and not stops(words, after + 1, end)
            else 0
        )
    return 2 if run == 1 or (words[at].key == "và" and run == 2) or sign == "&" else 0


def _more_of_name(words: list[Token], at: int, end: int) -> bool:
    return at < end and (words[at].cap or bool(level_at(words, at, end)))


def _pair(words: list[Token], at: int, end: int) -> bool:
    """ "phòng cháy, chữa cháy": two halves of one field, both in small letters."""
    return (
        at >= 2
        and at + 2 < end
        and (words[at - 2].key, words[at - 1].key, words[at + 1].key, words[at + 2].key) in _PAIRS
    )


def _finish(block: Block, at: int, stop: int, end: int, after_office: bool, complete: bool) -> Body:
    words, stem_end = block.words, stop
    abbreviation, bracket = _bracket(block, stop, end)
    stop = bracket[1]
    place = (stop, _place(block, stop, end, after_office, complete or bracket[0] < bracket[1]))
    stop = place[1]
    if bracket[0] == bracket[1] and stop < end:
        abbreviation, bracket = _bracket(block, stop, end)
        stop = bracket[1]
    hard = (
        complete
        or stop >= end
        or not words[stop].text[0].isalpha()
        or words[stop].key in STRONG
        or words[stop].cap
        or place[0] < place[1]
        or words[stop].key == "và"
    )
    return Body(block, at, stop, (at, stem_end), place, abbreviation, bracket, hard, complete)


def _bracket(block: Block, at: int, end: int) -> tuple[str | None, tuple[int, int]]:
    words = block.words
    if at >= end or words[at].text != "(":
        return None, (at, at)
    close = next((n for n in range(at + 1, min(at + 16, end)) if words[n].text == ")"), None)
    if close is None or close == at + 1:
        return None, (at, at)
    inside = block.text(at + 1, close)
    if called := _CALLED.match(inside):
        return inside[called.end() :].strip(' "”:') or None, (at, close + 1)
    last = re.split(r" [-–] |; |, ", inside)[-1].strip()
    short = (
        last
        if len(last) <= 16 and _ABBREVIATION.match(last) and sum(c.isupper() for c in last) >= 2
        else None
    )
    return (short, (at, close + 1)) if short else (None, (at, at))


def _place(block: Block, at: int, end: int, after_office: bool, complete: bool) -> int:
    """Word after the level and the proper name that close a body's name."""
    words = block.words
    level = level_at(words, at, end)
    if not level and not (complete and at < end and words[at].cap):
        return at
    stop = at + level
    if stop < end and (n := PLACES.match(words, stop, end)) and words[stop].cap:
        return stop + n
    run = capital_run(words, stop, end)
    split = _split_place(block, stop, stop + run, end, after_office, bool(level))
    return split if level or split > stop else at


def _split_place(block: Block, at: int, stop: int, end: int, after_office: bool, level: bool) -> int:
    """Where the place ends inside a run of capitals that may hold a person, an office or a body after it."""
    words = block.words
    for n in range(at, min(stop, at + 4)):
        if (
            n in block.people
            or OFFICES.match(words, n, end)
            or HEADS.match(words, n, end) > 1
            or (HONORIFICS.match(words, n, end) and n + 1 < stop and n > at)
        ):
            return n
        if (
            after_office
            and (n == at or n >= at + 2)
            and looks_like_person(words, n, end, 2 if not level and n == at else 3)
        ):
            inner = next(
                (k for k in range(n + 2, stop) if n == at and looks_like_person(words, k, end)), None
            )
            if inner is None or words[n + 1].key in MIDDLE_NAMES:
                return n
            return inner
    return min(stop, at + 4)
