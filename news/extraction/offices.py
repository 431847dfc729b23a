"""Reads an office as printed: "Phó Chủ tịch Thường trực UBND tỉnh", "Trưởng phòng Kho, Lưu trữ và Tra cứu"."""

from dataclasses import dataclass, field

from news.extraction.blocks import Block
from news.extraction.bodies import Body, read_body
from news.extraction.bounds import capital_run, level_at, looks_like_person, opens_other, stops
from news.extraction.fields import read_field
from news.extraction.text import Token, key
from news.extraction.words import Phrases, keys
from news.extraction.words.bodies import GROUP_LEADS, HEADS, NOT_BODIES, PLACES
from news.extraction.words.people import (
    CALLINGS,
    FAMILY_NAMES,
    HONORIFICS,
    OFFICE_PREFIXES,
    OFFICES,
    PARTY_BODIES,
)
from news.extraction.words.verbs import STRONG

_MODIFIERS = Phrases(
    "thường trực, phụ trách, điều hành, chuyên trách, kiêm nhiệm, danh dự, thứ nhất, kiêm, quyền, "
    "đương nhiệm, chuyên môn"
)
_FIELD_AFTER = keys("phòng khoa ban môn phận trạm đội tổ viện vụ cục chi")
_TRƯỞNG = key("trưởng")
_VIÊN = key("viên")
_NOT_OFFICES = Phrases(
    "tăng trưởng, sinh trưởng, động viên, công viên, đoàn viên, hội viên, đảng viên, hiện trưởng, "
    "học viên, bệnh viên, sung viên"
)
_NO_OWNERS = keys("trì tọa động yếu trương chốt lực quan")
_OPENERS = OFFICE_PREFIXES.openers | OFFICES.openers
_LOWER_LIMIT = 9
_LONGEST = 60  # words of one office


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
        n = 0 if _NOT_OFFICES.match(words, at + prefix, end) or words[at + prefix].key in STRONG else 2
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


def _calling(words: list[Token], at: int, end: int) -> int:
    """ "quản lý", "chủ trại": what somebody is, said after the name only."""
    if n := CALLINGS.match(words, at, end):
        return n
    owner = at + 1 < end and words[at].key == "chủ" and words[at + 1].text[0].isalpha()
    return 2 if owner and not words[at + 1].cap and words[at + 1].key not in _NO_OWNERS else 0


def read_office(block: Block, at: int, end: int, after_name: bool = False) -> Office | None:
    """The office that begins at `at`. After a name it may also run on in small letters ("nghiên cứu viên chính")."""
    words = block.words
    n = office_at(words, at, end) or (_calling(words, at, end) if after_name else 0)
    if not n:
        return None
    end = min(end, at + _LONGEST)
    if (
        n > 1
        and words[at + n - 1].cap
        and office_at(words, at, at + n - 1) == n - 1
        and read_body(block, at + n - 1, end)
    ):
        n -= 1  # "Phó Trưởng Ban Dân tộc": the head belongs to the body's name
    office = Office(at, at + n, title=" ".join(w.key for w in words[at : at + n]))
    _complement(block, office, end, after_name)
    while office.end < end and (after := _next_office(block, office.end, end, after_name)):
        extra = read_office(block, after, end, after_name)
        if extra is None:
            body = read_body(block, after, end, not after_name)
            if body is None:
                break
            office.end = body.end
            office.bodies.append(body)
            continue
        office.end = extra.end
        office.bodies.extend(extra.bodies)
        office.bare_head = office.bare_head or extra.bare_head
        office.short = office.short or extra.short
        office.more_titles += (extra.title, *extra.more_titles)
    return office


def _next_office(block: Block, at: int, end: int, after_name: bool) -> int:
    """Where a second office of the same person begins, or 0."""
    words = block.words
    if at + 1 >= end:
        return 0
    if words[at].key == "kiêm" or (
        words[at].key == "và"
        and words[at + 1].cap
        and office_at(words, at + 1, end)
        and after_name
        and not _named_next(block, at + 1, end)
    ):
        return at + 1 if office_at(words, at + 1, end) else 0
    if words[at].text not in (",", "-", "–"):
        return 0
    after = at + 1 + (words[at + 1].key in ("kiêm", "đồng"))
    if (
        after < end
        and office_at(words, after, end)
        and (words[after].cap or words[after].key in ("kiêm", "nguyên"))
    ):
        return (
            after
            if (after_name and not _named_next(block, after, end))
            or (not after_name and _named_next(block, after, end))
            else 0
        )
    if (
        after_name
        and words[at].text == ","
        and after < end
        and words[after].cap
        and after not in block.people
    ):
        body = read_body(block, after, end)
        return after if body and (body.end >= end or words[body.end].key != "có") else 0
    return 0


def _named_next(block: Block, at: int, end: int) -> bool:
    """An office before a name: the name follows it."""
    office = Office(at, at + office_at(block.words, at, end))
    _complement(block, office, end, False)
    stop = office.end
    stop += HONORIFICS.match(block.words, stop, end)
    return stop in block.people or (
        stop < end and capital_run(block.words, stop, end) >= 2 and not HEADS.match(block.words, stop, end)
    )


def _complement(block: Block, office: Office, end: int, after_name: bool) -> None:
    words, lower, start = block.words, 0, office.end
    last = words[office.end - 1].key
    while (at := office.end) < end:
        word = words[at]
        if at in block.people:
            return
        if body := read_body(block, at, end, not after_name):
            office.bodies.append(body)
            office.end = body.end
            continue
        if looks_like_person(words, at, end) and not after_name:
            return
        if n := (word.cap and NOT_BODIES.match(words, at, end)) or PARTY_BODIES.match(words, at, end):
            office.end = at + n + (_level(block, at + n, end))
            if word.key == "đoàn":
                office.bare_head = "đoàn thanh niên"
            elif PARTY_BODIES.match(words, at, end):
                office.party = office.party or block.text(at, office.end)
            elif tail := next(
                (k for k in (2, 1) if n > k and HEADS.match(words, at + n - k, at + n) == k), 0
            ):
                office.bare_head = " ".join(w.key for w in words[at + n - tail : at + n])
            continue
        if word.cap and (n := HEADS.match(words, at, end)) and not looks_like_person(words, at, end):
            office.bare_head = office.bare_head or " ".join(w.key for w in words[at : at + n])
            office.end = at + n
            continue
        if at == start and last in _FIELD_AFTER and word.cap and not looks_like_person(words, at, end):
            office.end = max(read_field(block, at, end, not after_name, "phòng")[0], at + 1)
            continue
        if n := _MODIFIERS.match(words, at, end):
            if word.key == "kiêm" and office_at(words, at + 1, end):
                return
            office.end, lower = at + n, 0
            continue
        if n := level_at(words, at, end):
            office.end = at + _level(block, at, end)
            continue
        if len(word.text) > 1 and word.text.isupper() and word.text.isalnum():
            office.short = office.short or (word.key,)
            office.end = at + 1 + _level(block, at + 1, end)
            continue
        if word.cap and after_name and word.text[0].isalpha() and not opens_other(block, at, end):
            office.end = at + 1
            continue
        if word.text == "(" and (close := _short_bracket(words, at, end)):
            office.end = close
            continue
        if (
            not word.cap
            and word.text[0].isalpha()
            and (not stops(words, at, end, False) or (after_name and _place_tail(words, at, end)))
            and word.key != "và"
            and lower < _LOWER_LIMIT
        ):
            if not after_name and not _leads_to_name(block, at, end):
                return
            office.end, lower = at + 1, lower + 1
            continue
        if (
            word.key == "và"
            and after_name
            and lower
            and at + 1 < end
            and not words[at + 1].cap
            and not GROUP_LEADS.match(words, at + 1, end)
            and not HONORIFICS.match(words, at + 1, end)
            and not stops(words, at + 1, end)
        ):
            office.end, lower = at + 1, lower + 1
            continue
        return


def _level(block: Block, at: int, end: int) -> int:
    """Words of "tỉnh X" at `at`."""
    words = block.words
    n = level_at(words, at, end)
    if not n:
        return 0
    stop = at + n
    if (
        stop < end
        and words[stop].cap
        and (p := PLACES.match(words, stop, end) or block.locality_at(stop, end))
    ):
        return n + p
    while (
        stop < end
        and stop - at - n < 4
        and words[stop].cap
        and stop not in block.people
        and not opens_other(block, stop, end)
        and not looks_like_person(words, stop, end)
    ):
        stop += 1
    return stop - at


def _short_bracket(words: list[Token], at: int, end: int) -> int:
    """Word after "(SHTT)"."""
    if at + 2 < end and words[at + 2].text == ")" and sum(c.isupper() for c in words[at + 1].text) > 1:
        return at + 3
    return 0


def _place_tail(words: list[Token], at: int, end: int) -> bool:
    """ "tại Việt Nam", "đến từ xã X": where the holder works, still part of the office."""
    after = at + 1
    if words[at].key in ("tại", "của", "ở"):
        return after < end and (words[after].cap or bool(level_at(words, after, end)))
    if words[at].key == "đến":
        return after < end and words[after].key == "từ"
    return words[at].key == "từ" and words[at - 1].key == "đến"


def _leads_to_name(block: Block, at: int, end: int) -> bool:
    """Before a name, small letters belong to the office only when the name follows within five words."""
    words = block.words
    for n in range(at, min(at + 6, end)):
        if n in block.people:
            return True
        if words[n].cap:
            return looks_like_person(words, n, end)
        if not words[n].text[0].isalpha() or stops(words, n, end, False):
            return False
    return False


def is_family_name(word: Token) -> bool:
    return word.key in FAMILY_NAMES
