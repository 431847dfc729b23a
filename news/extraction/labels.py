"""Headings and sentences that speak for one side: "Về phía Sở X có ...", "Tiếp đoàn có ...", "Cùng đi có ..."."""

import re

from news.extraction.agencies import Entry
from news.extraction.blocks import Block
from news.extraction.bodies import Body
from news.extraction.bounds import level_at
from news.extraction.sides import GUEST, HOST, Label, Sides
from news.extraction.text import key
from news.extraction.words import Phrases
from news.extraction.words.bodies import HEADS

_SIDE_HEADING = re.compile(
    r"(?<!\w)(?:(?:về |bên |đại diện )?phía|on the side of|representing|đại diện cho)\s*$", re.I
)
_REPRESENTED = re.compile(r"(?<!\w)đại diện\s*$", re.I)
# "Đoàn công tác Đại sứ quán X gồm bà A và ông B": who came, and from where.
_DELEGATION = re.compile(
    r"(?<!\w)đoàn(?: (?:công tác|đại biểu|cán bộ|chuyên gia|khách|doanh nghiệp))?(?: của)?\s*$", re.I
)
_COMPOSED = re.compile(r"^\W*(?:tại (?:[^\W\d_]+ ){1,3})?(?:bao gồm|gồm|có sự tham gia của)(?!\w)", re.I)
_HOME = Phrases("địa phương, chủ nhà, đơn vị, cơ sở, đơn vị được kiểm tra, đơn vị được giám sát")
_HOSTING = re.compile(
    r"^\W*(?:(?:đón|tiếp),? (?:và )?làm việc với|đón tiếp|tiếp đón|tiếp và làm việc|tiếp đoàn|làm việc với đoàn|làm việc cùng đoàn|cùng "
    r"làm việc với đoàn|tham gia tiếp|cùng tiếp|tham dự tiếp|đón đoàn|(?:về )?phía chủ nhà|receiving|welcoming|thay mặt "
    r"đơn vị)",
    re.I,
)
_TRAVELLING = re.compile(
    r"^\W*(?:(?:cùng )?tham gia (?:cùng )?đoàn|cùng đoàn|cùng đi|đi cùng|tháp tùng|thành viên đoàn|thành phần đoàn|đoàn (?:công tác"
    r"|kiểm tra|giám sát|chuyên gia|đại biểu)|accompanying|members of the delegation)",
    re.I,
)
_AFAR = re.compile(
    r"^\W*(?:dự |tham dự |cùng dự |có mặt )?(?:tại )?(?:các )?điểm cầu (?:các |cấp )?(?:tỉnh|huyện|xã"
    r"|địa phương|cơ sở|sở|thành phố|đơn vị)",
    re.I,
)
# Who opens or closes an event speaks for himself, whichever side the sentence before him listed.
_CHAIRING = re.compile(
    r"^\W*(?:đồng )?(?:chủ trì|chủ tọa|điều hành|dẫn chương trình)(?! và| buổi làm việc với| cuộc họp với)(?!\w)",
    re.I,
)
# Several who sit in the chair together are the hosts' ("Chủ trì Hội nghị có các đồng chí: ...").
_CHAIRMEN = re.compile(
    r"^\W*(?:đồng )?(?:chủ trì|chủ tọa|điều hành)(?: [\w-]+){0,4}? (?:có|gồm|là)(?:: | )(?:các|hai|ba) (?:đồng chí|đ/c|ông|bà)(?!\w)",
    re.I,
)
# "Tại buổi tiếp đoàn, ông A bày tỏ ... Cùng dự có bà B": beside who receives.
_ALONGSIDE = re.compile(r"^\W*cùng (?:dự|tham dự|tiếp)(?: buổi \w+)?,?(?: còn)? có(?!\w)", re.I)
_WELCOMING = re.compile(r"(?<!\w)(?:buổi tiếp|đã tiếp|tiếp đoàn|đón tiếp|tiếp xã giao)(?!\w)(?! của)", re.I)
_MEANT = {
    key(called): tuple(key(head) for head in heads.split(", "))
    for called, heads in {
        "nhà trường": "trường, đại học, học viện, phân hiệu",
        "trường": "trường, đại học, học viện, phân hiệu",
        "doanh nghiệp": "công ty, tổng công ty, tập đoàn, doanh nghiệp, hợp tác xã",
        "nhà đầu tư": "công ty, tổng công ty, tập đoàn",
        "công ty": "công ty, tổng công ty",
        "htx": "htx, hợp tác xã",
        "hợp tác xã": "htx, hợp tác xã",
        "chi nhánh": "chi nhánh, ngân hàng",
        "tòa soạn": "báo, tạp chí",
    }.items()
}
_KINDS = Phrases(", ".join(_MEANT))
_MOST = 20  # bodies of one kind that are looked at
_WINDOW = 45  # words of a sentence that are looked at


def read_labels(sides: Sides, block: Block, bodies: list[Body]) -> None:
    for begin, end in block.sentences:
        text = block.text(begin, min(end, begin + _WINDOW))
        if (
            _HOSTING.match(text)
            or _CHAIRMEN.match(text)
            or (_ALONGSIDE.match(text) and _WELCOMING.search(_said_before(block, begin)))
        ):
            sides.add(Label(block, begin, side=HOST))
        elif _CHAIRING.match(text):
            sides.add(Label(block, begin))
        elif _TRAVELLING.match(text) or _AFAR.match(text):
            sides.add(Label(block, begin, side=GUEST))
    for body in bodies:
        begin = max(block.sentence_of(body.begin)[0], body.begin - 6)
        before, after = block.text(begin, body.begin), block.words[body.end : body.end + 1]
        named = (
            bool(after) and after[0].key == "có"
        )  # "Đại diện Sở X có ông A": as much a heading as "về phía"
        if found := _SIDE_HEADING.search(before) or (named and _REPRESENTED.search(before)):
            start = block.words[begin].start + found.start()
            heading = (start, block.words[body.end - 1].end)
            sides.add(Label(block, body.begin, sides.registry.resolve(body), None, heading))
        elif _DELEGATION.search(before) and _COMPOSED.match(_next_words(block, body.end)):
            _came(sides, Label(block, body.end, sides.registry.resolve(body)))
    _short_labels(sides, block)


def _said_before(block: Block, begin: int) -> str:
    """The sentence before the one that begins here."""
    return block.text(block.sentence_of(begin - 1)[0], begin) if begin else ""


def _next_words(block: Block, at: int) -> str:
    return block.text(at, min(at + 5, len(block.words))) if at < len(block.words) else ""


def _came(sides: Sides, label: Label) -> None:
    """A delegation whose members are listed: its body is a guest, unless it was elected host."""
    if label.entry is None or sides.of_entry(label.entry) == HOST:
        return
    if sides.of_entry(label.entry) is None:
        sides.guests.append(label.entry)
    sides.add(label)


def _at_home(sides: Sides, block: Block, at: int) -> bool:
    """ "Về phía địa phương", "về phía đơn vị": those whom a delegation came to."""
    if sides.visiting:
        return True
    return bool(_HOME.match(block.words, at, len(block.words))) and (sides.travelled or bool(sides.guests))


def _short_labels(sides: Sides, block: Block) -> None:
    """ "Về phía Bệnh viện", "về phía tỉnh X", "về phía địa phương": the heading uses a short form or a place."""
    words, labelled = block.words, {label.at for label in sides.by_block.get(id(block), ())}
    for at in range(2, len(words)):
        if words[at - 1].key != "phía" or at in labelled:
            continue
        if words[at - 2].key in ("về", "bên", "đại") or not words[at - 2].text[0].isalpha():
            entry, stop = _short_entry(sides, block, at)
            side = None if entry else HOST if _at_home(sides, block, at) else GUEST
            sides.add(Label(block, at, entry, side, (words[at - 2].start, words[stop - 1].end)))


def _short_entry(sides: Sides, block: Block, at: int) -> tuple[Entry | None, int]:
    """(body, word after the short form) of what stands behind "phía"."""
    words, end = block.words, len(block.words)
    for n in (3, 2, 1):
        if entry := sides.registry.called(tuple(w.key for w in words[at : at + n])):
            return entry, min(at + n, end)
    kind = _KINDS.match(words, at, end) or HEADS.match(words, at, end)
    if entry := _of_kind(sides, " ".join(w.key for w in words[at : at + kind])):
        return entry, at + kind
    level = level_at(words, at, end)
    stop = at + max(1, level, _HOME.match(words, at, end))
    while stop < end and words[stop].cap and stop - at < 5 and stop not in block.people:
        stop += 1
    place = {word.key for word in words[at:stop] if word.cap}
    if not level:
        return None, stop
    return (sides.registry.at_place(place) if place else sides.council(words[at].key)), stop


def _of_kind(sides: Sides, called: str) -> Entry | None:
    """The body of the page that "Nhà trường", "Công ty", "Bệnh viện" means: one already known for a side before any other."""
    heads = _MEANT.get(called, (called,)) if called else ()
    found = [entry for head in heads for entry in sides.registry.with_head(head)[:_MOST]]
    return next((entry for entry in found if sides.of_entry(entry)), next(iter(found), None))
