"""Which body an attendee stands for, and on which side."""

from bisect import bisect_left

from news.extraction.agencies import Entry
from news.extraction.attendance import Person, is_attending
from news.extraction.blocks import Block
from news.extraction.bodies import Body
from news.extraction.bounds import level_at
from news.extraction.people import Mention
from news.extraction.presence import handed_over, received, travels
from news.extraction.sides import GUEST, HOST, Sides
from news.extraction.text import key
from news.extraction.words.bodies import COUNTRIES, divisions_of
from news.extraction.words.holders import (
    BOARDS,
    DIVISION_HEADS,
    ENVOYS,
    FOR_A_TASK,
    IMPLIED,
    INSIDE_OTHERS,
    MINISTRIES,
    OF_NO_BODY,
    OF_OWN_RIGHT,
    OF_SCHOOLS,
    OFFICE_OF_CHU,
    ORGANS,
    PARTS,
    SCHOOLS,
)
from news.extraction.words.people import CALLINGS

_STANDING = frozenset(key(word) for word in "diện mặt của".split())
_SCHOOL_WORDS = frozenset(head.split()[0] for head in SCHOOLS)
_DIVISION_WORDS = frozenset(key(word) for word in "phòng khoa ban môn phận tổ đội".split())
_BOARD_KEYS = frozenset(tuple(board.split()) for board in BOARDS)
_YOUTH = "đoàn thanh niên"
_CALLINGS = frozenset(" ".join(phrase) for phrase in CALLINGS.phrases) - {"quản lý", "quản trị", "kế toán"}

Named = tuple[str | None, Entry | None]  # printed name, body of the page


def organization_of(person: Person, sides: Sides) -> Named:
    """(printed name, body of the page) of the introduction's office, else of the statement's side."""
    mention = person.main
    label = sides.label_at(mention.block, mention.begin)
    near = label.entry if label else None
    if mention.shared_body:
        return mention.shared_body, None
    if mention.office and _foreign(mention):
        return None, None
    named = (
        _of_office(mention, sides, near, label.side if label else None)
        or _of_text(mention, sides)
        or _of_head(mention, sides, near)
    )
    return named or _of_side(person, sides, label)


def _of_office(mention: Mention, sides: Sides, near: Entry | None, side: str | None) -> Named | None:
    """The body that the office itself prints, in full or by its abbreviation; for a division, the body it is part of."""
    office, registry = mention.office, sides.registry
    if office is None:
        return None
    if near and _sits_inside(office):
        return near.name, near
    if own := _lasting(office):
        named = _named([_before_its_ministry(own)], registry)
        owner = _is_division(named[1], near) and (near or sides.owner_of(named[1], side))
        owner = owner or _ministry(named[1], near, sides, side)
        return (owner.name, owner) if owner else named
    if office.short and (entry := registry.called(office.short)) and _suits(entry, office):
        return entry.name, entry
    if office.short and (entry := registry.exactly((office.title.rpartition(" ")[2], *office.short))):
        return entry.name, entry  # "Phó Trưởng đoàn ĐBQH tỉnh"
    if office.short and _of_letters(office):
        return office.short[0].upper(), None
    if office.party and not (office.bare_head or _implied(office)):
        return office.party, None
    return None


def _before_its_ministry(own: list[Body]) -> Body:
    """ "Phó Cục trưởng Cục X, Bộ Y": a body of its own right keeps its man, though its ministry stands behind it."""
    last = own[-1]
    for body in reversed(own[:-1]):
        close = last.begin - body.end == 1 and last.block.words[body.end].text == ","
        if not close or body.head().split()[0] not in OF_OWN_RIGHT or last.head() not in MINISTRIES:
            break
        last = body
    return last


def _ministry(entry: Entry | None, near: Entry | None, sides: Sides, side: str | None) -> Entry | None:
    """A Vụ is nobody's body but its ministry's: the statement's own, else the only one on that side, else on the page."""
    if entry is None or entry is near or entry.head != "vụ" or entry.place or entry.abbreviation:
        return None
    if near and "vụ" in divisions_of(near.head):
        return near
    if not (near or side):
        return None
    known = {HOST: sides.hosts, GUEST: sides.guests}.get(side, [])
    ours = [other for other in known if "vụ" in (divisions_of(other.head) or ("vụ",))]
    printed = [other for head in ("bộ", "tổng cục") for other in sides.registry.with_head(head)]
    return next((owners[0] for owners in (ours, printed) if len(owners) == 1), None)


def _of_letters(office) -> bool:
    """ "Trưởng Văn phòng đại diện JICA": a body the page names by its letters only; not an organ ("Chủ tịch HĐQT")."""
    own = len(office.short) == 1 and len(office.short[0]) > 2 and office.short[0] not in ORGANS
    return (
        own
        and not office.party
        and not office.bare_head
        and office.title.rpartition(" ")[2] not in _DIVISION_WORDS
    )


def _lasting(office) -> list[Body]:
    """The bodies of an office; of several, not the committee its holder chairs besides ("Bí thư Thành ủy, Trưởng Ban Chỉ đạo")."""
    own = [body for body in office.bodies if not _is_for_a_task(body)]
    return own or ([] if office.party else office.bodies)


def _is_for_a_task(body: Body) -> bool:
    """ "Ban Chỉ đạo", "Ban Tổ chức" of an event; "Ban Tổ chức Tỉnh ủy" is a standing body."""
    stem = body.stem_keys()
    return " ".join(stem).startswith(FOR_A_TASK) and "ủy" not in stem


def _sits_inside(office) -> bool:
    """ "Phó Giám đốc, Chủ tịch Công đoàn": the union is part of the body that sent its chairman."""
    return (
        bool(office.bodies)
        and bool(office.more_titles)
        and all(b.head() in INSIDE_OTHERS for b in office.bodies)
    )


def _of_text(mention: Mention, sides: Sides) -> Named | None:
    """The body printed straight before the person, or after the name without an office."""
    if before := _before(mention, sides):
        return before.name, before
    entry = sides.registry.resolve(mention.affiliation) if mention.affiliation else None
    return (entry.name, entry) if entry else None


def _of_head(mention: Mention, sides: Sides, near: Entry | None) -> Named | None:
    """ "Giám đốc Sở", "Cục trưởng": a body of that head, the statement's own before any other."""
    office, registry = mention.office, sides.registry
    if office and office.hamlet:
        return None, None
    heads = (office.bare_head,) if office and office.bare_head else _implied(office)
    candidates = [entry for head in heads for entry in _with_head(registry, head)]
    if near and (not heads or near in candidates):
        return near.name, near
    entry = (
        _closest(candidates, mention, sides) if candidates else office and _ending_alike(mention, registry)
    )
    if entry:
        return entry.name, entry
    if office and (printed := _printed_head(mention.block, office)):
        return printed, None
    return (None, None) if office and office.short and heads else None  # of a body the page does not name


def _printed_head(block: Block, office) -> str | None:
    """ "Quân khu" of "Phó Tư lệnh Quân khu", "ban Quản lý chợ An" of its "Trưởng ban": the page never names it elsewhere."""
    for at in range(office.begin, office.end - 2):
        if block.words[at + 1].cap and tuple(w.key for w in block.words[at : at + 3]) in _BOARD_KEYS:
            return block.text(at, office.end)
    if office.bare_head == _YOUTH:
        return office.party
    head = tuple((office.bare_head or "").split())
    if not head or office.bare_head in PARTS:
        return None
    for at in range(office.begin, office.end - len(head) + 1):
        words = block.words[at : at + len(head)]
        if words[0].cap and tuple(word.key for word in words) == head:
            return block.text(at, at + len(head))
    return None


def _of_side(person: Person, sides: Sides, label) -> Named:
    office, near = person.main.office, label.entry if label else None
    if near is None and (host := _own_place(person, sides, label) or _own_school(person, sides)):
        return host.name, host
    side = GUEST if received(person) else label.side if label else None
    if (office is None or _stands_alone(office)) and near is None and not side:
        return None, None
    if near is None and office and (level := _level_of_division(person.main)):
        entry = sides.registry.council(level)
    else:
        known = sides.guests if side == GUEST else sides.hosts
        entry = near or next(iter(known), None) or _owner_above(person.main, sides)
    return (entry.name, entry) if entry else (None, None)


def _owner_above(mention: Mention, sides: Sides) -> Entry | None:
    """ "ông A, Phó Giám đốc Sở X; bà B, Trưởng phòng Y": the body listed last that has divisions of this kind."""
    part = mention.office.title.rpartition(" ")[2] if mention.office else ""
    above = (
        entry for body, entry in reversed(_printed_above(mention, sides)) if body.begin >= mention.sentence[0]
    )
    return next((entry for entry in above if part in divisions_of(entry.head)), None)


def _level_of_division(mention: Mention) -> str | None:
    """ "huyện" of "Trưởng phòng Nội vụ huyện": a division of the district's council, whoever is the host."""
    office, words = mention.office, mention.block.words
    if office.title.rpartition(" ")[2] != "phòng":
        return None
    inside = (at for at in range(office.begin, office.end) if level_at(words, at, office.end))
    return next((words[at].key for at in inside), None)


def _own_place(person: Person, sides: Sides, label) -> Entry | None:
    """On a visit "Tại Cơ sở X ... Ông A, chủ cơ sở": the body that the paragraph visits, named last above its man."""
    office = person.main.office
    if not sides.visiting or office is None or office.title in OF_NO_BODY or (label and label.side == GUEST):
        return None
    if travels(person):
        return None
    above = (entry for _, entry in reversed(_printed_above(person.main, sides)))
    return next((entry for entry in above if sides.of_entry(entry) != GUEST), None)


def _own_school(person: Person, sides: Sides) -> Entry | None:
    """ "sinh viên A", "em B" at a school's own event."""
    called = {key(m.honorific) for m in person.mentions if m.honorific}
    title = person.main.office.title if person.main.office else ""
    host = sides.hosts[0] if sides.hosts else None
    mine = title in OF_SCHOOLS or (not title and not called.isdisjoint(OF_SCHOOLS))
    return host if mine and host and host.head.split()[0] in _SCHOOL_WORDS else None


def _owns(title: str) -> bool:
    """ "chủ ghe", "chủ trại": somebody's own boat or farm."""
    return title.startswith("chủ ") and not title.startswith(OFFICE_OF_CHU)


def _stands_alone(office) -> bool:
    return office.title in OF_NO_BODY or office.hamlet or office.title in _CALLINGS or _owns(office.title)


def _foreign(mention: Mention) -> bool:
    """An envoy or minister whose office names another country: no body of the page is theirs."""
    words, office = mention.block.words, mention.office
    if not any(office.title.endswith(title) for title in ENVOYS):
        return False
    inside = range(office.begin, office.end)
    return (
        any(COUNTRIES.match(words, at, office.end) and words[at].cap for at in inside) and not office.bodies
    )


def _is_division(entry: Entry | None, near: Entry | None) -> bool:
    """ "Trưởng Ban Hỗ trợ phụ nữ" within the Hội's delegation, "chuyên viên Phòng Đo đạc": part of another body."""
    if entry is None or entry is near or entry.place or entry.abbreviation or "ủy" in entry.stem:
        return False
    if entry.head not in DIVISION_HEADS or (near and near.head in DIVISION_HEADS):
        return False
    return entry.head != "ban" or (len(entry.bodies) == 1 and " ".join(entry.stem[:3]) not in BOARDS)


def _ending_alike(mention: Mention, registry) -> Entry | None:
    """ "đại diện X" where the page has "Cơ quan Y X"."""
    words = mention.block.words[mention.office.begin : mention.office.end]
    last = next((word.key for word in reversed(words) if word.text[0].isalpha()), "")
    proper = bool(words) and words[-1].cap and not words[0].cap
    return next((entry for entry in registry.entries if proper and entry.stem[-1:] == (last,)), None)


def _named(bodies: list[Body], registry) -> tuple[str, Entry | None]:
    body = bodies[-1]
    entry = registry.resolve(body)
    return (entry.name if entry else body.name), entry


def _implied(office) -> tuple[str, ...]:
    titles = [office.title, *office.more_titles] if office else []
    return next((heads for held in titles for title, heads in IMPLIED.items() if held.endswith(title)), ())


def _suits(entry: Entry, office) -> bool:
    """A commander ("Phó Tư lệnh BĐBP") heads another body than the provincial one that bears the same letters."""
    heads = _implied(office)
    return not heads or entry.head in heads or entry.head.split()[0] in heads


def _with_head(registry, head: str) -> list[Entry]:
    called = registry.called(tuple(head.split()))
    return [called] if called else registry.with_head(head)


def _closest(entries: list[Entry], mention: Mention, sides: Sides) -> Entry:
    """One of the label's side, else the candidate printed last above the person in the paragraph, else the first."""
    label = sides.label_at(mention.block, mention.begin)
    if label and label.side:
        same = next((entry for entry in entries if sides.of_entry(entry) == label.side), None)
        if same:
            return same
    wanted = {id(entry) for entry in entries}
    above = [entry for body, entry in _printed_above(mention, sides) if id(entry) in wanted]
    return above[-1] if above else entries[0]


def _printed_above(mention: Mention, sides: Sides) -> list[tuple[Body, Entry]]:
    """Bodies of the same paragraph before the person, the last few."""
    printed = sides.registry.printed.get(id(mention.block), [])
    stop = bisect_left(printed, mention.begin, key=lambda pair: pair[0].begin)
    return printed[max(0, stop - 30) : stop]


def _before(mention: Mention, sides: Sides) -> Entry | None:
    """ "Đại diện Sở X, ông A", "đoàn của Sở X do ông A dẫn đầu", "Sở X ủy quyền cho ông A"."""
    words, begin = mention.block.words, mention.sentence[0]
    sent = handed_over(mention)
    above = _printed_above(mention, sides)
    for n, (body, entry) in reversed(list(enumerate(above))):
        gap = mention.open - body.end
        if body.begin < begin or gap < 0:
            continue
        if (sent and gap < 14) or (0 < gap <= 8 and words[mention.open - 1].key in ("do", "by")):
            own = _before_its_ministry([printed for printed, _ in above[: n + 1]])
            return next(known for printed, known in above if printed is own)
        if gap == 1 and words[body.end].text == "," and words[body.begin - 1].key in _STANDING:
            return entry
    return None


def side_of(person: Person, entry: Entry | None, sides: Sides) -> str | None:
    if sides.within:
        return None
    mention = person.main
    label = sides.label_at(mention.block, mention.begin)
    if received(person):
        return GUEST
    if label and label.entry:
        told = label.at >= mention.sentence[0] or is_attending(mention)
        return (None if told else sides.of_entry(entry)) or _side_of_label(label.entry, sides)
    if label and label.side:
        return label.side
    if sides.visiting and travels(person):
        return GUEST
    if known := sides.of_entry(entry):
        return known
    return HOST if _at_hosts_place(entry, sides) else sides.others()


def _at_hosts_place(entry: Entry | None, sides: Sides) -> bool:
    """ "Trung tâm Y tế tỉnh" beside the hosts of the same province, where a known delegation came from elsewhere."""
    if entry is None or not entry.place or not sides.guests:
        return False
    ours = any(host.place and _one_place(host, entry) for host in sides.hosts[:20])
    return ours and not any(guest.place and _one_place(guest, entry) for guest in sides.guests[:20])


def _one_place(one: Entry, other: Entry) -> bool:
    """ "tỉnh X" and "tỉnh X", or "tỉnh" alone on a page of one province."""
    shorter, longer = sorted((one.place, other.place), key=len)
    return longer[: len(shorter)] == shorter


def _side_of_label(entry: Entry, sides: Sides) -> str:
    known = sides.of_entry(entry)
    if known:
        return known
    return sides.others() or HOST
