"""Reads the printed name of one body: where it begins, and where it stops."""

import re
from dataclasses import dataclass

from news.extraction.blocks import Block
from news.extraction.bounds import capital_run, level_at, looks_like_person
from news.extraction.fields import field_goes_on, read_field
from news.extraction.text import Token, key
from news.extraction.words.bodies import HEADS, NOT_BODIES, PLACES, WHOLE
from news.extraction.words.people import FAMILY_NAMES, HONORIFICS, MIDDLE_NAMES, OFFICES, PARTY_BODIES
from news.extraction.words.verbs import STRONG

_ABBREVIATION = re.compile(r"^[^\W\d_](?:[^\W_]|[&./ -]){1,30}$")
_CALLED = re.compile(
    r"^(?:(?:sau đây |dưới đây )?(?:gọi|viết)(?: chung| tắt)*(?: là|:)?|hereinafter(?: referred to as"
    r"| called)?|viết tắt:?|tên viết tắt:?)\s*[:\"“]?\s*",
    re.I,
)
_BODY_OPENERS = HEADS.openers | WHOLE.openers
_MANY = frozenset(
    key(w) for w in "các cấp những nhiều một hai ba bốn năm mỗi từng".split()
)  # many bodies, not one


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


def may_open_body(word: Token) -> bool:
    """Cheap refusal of the many words that open no body's name."""
    return word.key in _BODY_OPENERS


def read_body(block: Block, at: int, end: int, after_office: bool = False) -> Body | None:
    words = block.words
    if at >= end or not words[at].cap or not may_open_body(words[at]):
        return None
    if at in block.people or _common_noun(block, at, end) or block.locality_at(at, end):
        return None
    if at + 1 < end and words[at + 1].key == "trưởng":
        return None
    whole, head = WHOLE.match(words, at, end), HEADS.match(words, at, end)
    if not (whole or head) or (
        head == 1 and words[at].key in FAMILY_NAMES and looks_like_person(words, at, end) and not after_office
    ):
        return None
    end_of_field = _field_of(block, at, end, after_office, whole, head)
    if end_of_field is None:
        return None
    stop, complete = end_of_field
    if stop == at + whole and stop < end and (words[stop].key in _MANY or words[stop].text[0].isdigit()):
        return None
    if stop < end and words[stop].cap and (inner := WHOLE.match(words, stop, end)):
        stop += inner  # "Ban Dân tộc HĐND tỉnh"
    return _finish(block, at, stop, end, after_office, complete)


def _field_of(
    block: Block, at: int, end: int, after_office: bool, whole: int, head: int
) -> tuple[int, bool] | None:
    """(word after the head and its field, is it complete?); None when a head that needs a field has none."""
    words, opening = block.words, block.words[at].key
    stop, complete = at + max(whole, head), whole > 0
    if not complete or whole < head:
        stop, complete = read_field(block, stop, end, after_office, opening)
    elif stop < end and words[stop].cap and not level_at(words, stop, end):
        longer, _ = read_field(block, stop, end, after_office, opening)
        stop = longer if not _proper(words, stop, longer) else stop
    if stop > at + max(whole, head) or whole or level_at(words, stop, end):
        return stop, complete
    # "Trung tâm Văn hóa - Thông tin": the head ends a noun earlier.
    shorter = HEADS.match(words, at, at + head - 1)
    if not shorter or not field_goes_on(block, stop, end):
        return None
    return read_field(block, at + shorter, end, after_office, opening)


def _common_noun(block: Block, at: int, end: int) -> bool:
    """ "Ban Tổ chức" of an event is no agency; "Ban Tổ chức và Nhân sự", "Ban Tổ chức Tỉnh ủy" are."""
    if block.words[at].key == "thuế":  # the office of a place; else the money ("Thuế Thu nhập cá nhân")
        return not level_at(block.words, at + 1, end) and HEADS.match(block.words, at, end) < 2
    n = NOT_BODIES.match(block.words, at, end)
    if not n or n < 2 or not block.words[at + 1].cap:
        return bool(n)
    after, words = at + n, block.words
    party = (
        words[after - 1].key == "chức"
        and after < end
        and words[after].cap
        and PARTY_BODIES.match(words, after, end)
    )
    return not party and not field_goes_on(block, after, end)


def _proper(words: list[Token], begin: int, end: int) -> bool:
    return all(word.cap for word in words[begin:end])


def _finish(block: Block, at: int, stop: int, end: int, after_office: bool, complete: bool) -> Body:
    words, stem_end = block.words, stop
    abbreviation, bracket = _bracket(block, stop, end)
    stop = bracket[1]
    place = (stop, _place(block, stop, end, after_office, complete or bracket[0] < bracket[1]))
    stop = place[1]
    if bracket[0] == bracket[1] and stop < end:
        abbreviation, bracket = _bracket(block, stop, end)
        stop = bracket[1]
    ran_on = stop == stem_end and not any(word.cap for word in words[max(at, stem_end - 6) : stem_end])
    hard = not ran_on and (
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
        if len(last) <= 16 and _ABBREVIATION.match(last) and any(_is_short(word) for word in last.split())
        else None
    )
    return (short, (at, close + 1)) if short else (None, (at, at))


def _is_short(word: str) -> bool:
    """ "KH&CN", "VietRap": two capitals in one word; "Hà Lan" is a country."""
    return sum(sign.isupper() for sign in word) > 1


def _place(block: Block, at: int, end: int, after_office: bool, complete: bool) -> int:
    """Word after the level and the proper name that close a body's name."""
    words = block.words
    level = level_at(words, at, end)
    if not level and not (complete and at < end and words[at].cap):
        return at
    stop = at + level
    if (
        stop < end
        and words[stop].cap
        and (n := PLACES.match(words, stop, end) or block.locality_at(stop, end))
    ):
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
