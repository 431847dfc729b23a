"""Reads an office as printed: "Phó Chủ tịch Thường trực UBND tỉnh", "Trưởng phòng Kho, Lưu trữ và Tra cứu"."""

from news.extraction.blocks import Block
from news.extraction.bodies import read_body
from news.extraction.bounds import capital_run
from news.extraction.complements import complete
from news.extraction.titles import Office, calling_at, office_at
from news.extraction.words.bodies import HEADS
from news.extraction.words.people import HONORIFICS

_LONGEST = 60  # words of one office


def read_office(block: Block, at: int, end: int, after_name: bool = False) -> Office | None:
    """The office that begins at `at`. After a name it may also run on in small letters ("nghiên cứu viên chính")."""
    words = block.words
    n = office_at(words, at, end) or (calling_at(words, at, end) if after_name else 0)
    if not n:
        return None
    end = min(end, at + _LONGEST)
    n -= _head_of_body(block, at, n, end)
    office = Office(at, at + n, title=" ".join(w.key for w in words[at : at + n]))
    complete(block, office, end, after_name)
    _inspector(block, office, n, end)
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
        office.party = office.party or extra.party
        office.hamlet = office.hamlet or extra.hamlet
        office.more_titles += (extra.title, *extra.more_titles)
    return office


def _head_of_body(block: Block, at: int, n: int, end: int) -> int:
    """Last words of a title that begin the body's name: "Phó Trưởng Ban Dân tộc", "Trưởng Công an huyện"."""
    for tail in (2, 1):
        cut = at + n - tail
        if (
            n > tail
            and block.words[cut].cap
            and office_at(block.words, at, cut) == n - tail
            and read_body(block, cut, end)
        ):
            return tail
    return 0


def _inspector(block: Block, office: Office, n: int, end: int) -> None:
    """ "Chánh Thanh tra huyện X": the title ends in the body's own head."""
    if office.title.endswith("thanh tra") and not office.bodies:
        body = read_body(block, office.begin + n - 2, end)
        if body and body.place[0] < body.place[1]:
            office.bodies.append(body)
            office.end = max(office.end, body.end)


def _next_office(block: Block, at: int, end: int, after_name: bool) -> int:
    """Where a second office of the same person begins, or 0."""
    words, after = block.words, at + 1
    if after >= end:
        return 0
    if words[at].key == "kiêm" or (words[at].key == "và" and _and_office(block, after, end, after_name)):
        return after if office_at(words, after, end) else 0
    if words[at].text not in (",", "-", "–"):
        return 0
    after += words[after].key in ("kiêm", "đồng")
    if after >= end or not (words[after].cap or words[after].key in ("kiêm", "nguyên")):
        return 0
    if office_at(words, after, end):
        return after if after_name != _named_next(block, after, end) else 0
    return after if after_name and words[at].text == "," and _body_of_office(block, after, end) else 0


def _and_office(block: Block, at: int, end: int, after_name: bool) -> bool:
    """ "Hiệu trưởng và Bí thư Đảng ủy" after a name: the same person's, when no other person follows."""
    office = block.words[at].cap and office_at(block.words, at, end)
    return bool(office) and after_name and not _named_next(block, at, end)


def _body_of_office(block: Block, at: int, end: int) -> bool:
    """ "Trưởng phòng Nội vụ, UBND huyện": the body itself stands behind a comma, unless it opens "Sở X có ..."."""
    if not block.words[at].cap or at in block.people:
        return False
    body = read_body(block, at, end)
    return bool(body) and (body.end >= end or block.words[body.end].key != "có")


def _named_next(block: Block, at: int, end: int) -> bool:
    """An office before a name: the name follows it."""
    office = Office(at, at + office_at(block.words, at, end))
    complete(block, office, end, False)
    stop = office.end
    stop += HONORIFICS.match(block.words, stop, end)
    return stop in block.people or (
        stop < end and capital_run(block.words, stop, end) >= 2 and not HEADS.match(block.words, stop, end)
    )
