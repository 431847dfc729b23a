"""Which body an attendee stands for, and on which side."""

from bisect import bisect_left

from news.extraction.agencies import Entry
from news.extraction.attendance import Person
from news.extraction.bodies import Body
from news.extraction.people import Mention
from news.extraction.presence import handed_over, received, travels
from news.extraction.sides import GUEST, HOST, Sides
from news.extraction.text import key
from news.extraction.words.bodies import COUNTRIES
from news.extraction.words.people import CALLINGS

# The head of the body that an office implies when no body is printed ("Cục trưởng" -> a Cục).
_IMPLIED = {
    key(office): tuple(key(head) for head in heads.split("|"))
    for office, heads in {
        "tổng cục trưởng": "tổng cục",
        "chi cục trưởng": "chi cục",
        "cục trưởng": "cục",
        "vụ trưởng": "vụ",
        "viện trưởng": "viện",
        "hiệu trưởng": "trường|học viện|đại học|trường đại học|trường cao đẳng",
        "bộ trưởng": "bộ",
        "thứ trưởng": "bộ",
        "hạt trưởng": "hạt",
        "trạm trưởng": "trạm",
        "đội trưởng": "đội",
        "chỉ huy trưởng": "bộ chỉ huy|ban chỉ huy",
        "tư lệnh": "bộ tư lệnh|quân khu|quân đoàn",
    }.items()
}


_STANDING = frozenset(key(word) for word in "diện mặt của".split())
# People who come for themselves: no body of the page is theirs.
_OF_NO_BODY = frozenset(
    key(title)
    for title in (
        "học viên",
        "sinh viên",
        "học sinh",
        "nông dân",
        "người dân",
        "chủ hộ",
        "tiểu thương",
        "ngư dân",
        "giảng viên",
        "già làng",
        "nghệ nhân",
        "đại diện",
        "trụ trì",
        "phó trụ trì",
        "chánh xứ",
        "phó xứ",
        "tộc trưởng",
        "trưởng bản",
        "trưởng thôn",
        "người dân",
        "công nhân",
    )
)

_CALLINGS = frozenset(" ".join(phrase) for phrase in CALLINGS.phrases) - {"quản lý", "quản trị", "kế toán"}
_OFFICE_OF_CHU = frozenset(
    key(title) for title in ("chủ tịch", "chủ nhiệm", "chủ tọa", "chủ biên", "chủ trì")
)
_ENVOYS = tuple(
    key(title)
    for title in "đại sứ|lãnh sự|công sứ|tham tán|tùy viên|đại biện|bộ trưởng|thứ trưởng".split("|")
)
_DIVISIONS = frozenset(key(head) for head in "ban|phòng|khoa|bộ môn|tổ".split("|"))


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
    named = _of_office(mention, sides, near) or _of_text(mention, sides) or _of_head(mention, sides, near)
    return named or _of_side(person, sides, label)


def _of_office(mention: Mention, sides: Sides, near: Entry | None) -> Named | None:
    """The body that the office itself prints, in full or by its abbreviation; for a division, the body it is part of."""
    office, registry = mention.office, sides.registry
    if office is None:
        return None
    if office.bodies:
        named = _named(office.bodies, registry)
        owner = _is_division(named[1], near) and (near or sides.owner_of(named[1]))
        return (owner.name, owner) if owner else named
    if office.short and (entry := registry.called(office.short)) and _suits(entry, office):
        return entry.name, entry
    if office.party and not (office.bare_head or _implied(office)):
        return office.party, None
    return None


def _of_text(mention: Mention, sides: Sides) -> Named | None:
    """The body printed straight before the person, or after the name without an office."""
    if before := _before(mention, sides):
        return before.name, before
    entry = sides.registry.resolve(mention.affiliation) if mention.affiliation else None
    return (entry.name, entry) if entry else None


def _of_head(mention: Mention, sides: Sides, near: Entry | None) -> Named | None:
    """ "Giám đốc Sở", "Cục trưởng": a body of that head, the statement's own before any other."""
    office, registry = mention.office, sides.registry
    heads = (office.bare_head,) if office and office.bare_head else _implied(office)
    candidates = [entry for head in heads for entry in _with_head(registry, head)]
    if near and (not heads or near in candidates):
        return near.name, near
    entry = (
        _closest(candidates, mention, sides) if candidates else office and _ending_alike(mention, registry)
    )
    if entry:
        return entry.name, entry
    return (None, None) if office and office.short and heads else None  # of a body the page does not name


def _of_side(person: Person, sides: Sides, label) -> Named:
    office, near = person.main.office, label.entry if label else None
    side = GUEST if received(person) else label.side if label else None
    if (office is None or _stands_alone(office)) and near is None and not side:
        return None, None
    entry = near or next(iter(sides.guests if side == GUEST else sides.hosts), None)
    return (entry.name, entry) if entry else (None, None)


def _owns(title: str) -> bool:
    """ "chủ ghe", "chủ trại": somebody's own boat or farm."""
    return title.startswith("chủ ") and not title.startswith(tuple(_OFFICE_OF_CHU))


def _stands_alone(office) -> bool:
    return office.title in _OF_NO_BODY or office.title in _CALLINGS or _owns(office.title)


def _foreign(mention: Mention) -> bool:
    """An envoy or minister whose office names another country: no body of the page is theirs."""
    words, office = mention.block.words, mention.office
    if not any(office.title.endswith(title) for title in _ENVOYS):
        return False
    inside = range(office.begin, office.end)
    return (
        any(COUNTRIES.match(words, at, office.end) and words[at].cap for at in inside) and not office.bodies
    )


def _is_division(entry: Entry | None, near: Entry | None) -> bool:
    """ "Trưởng Ban Hỗ trợ phụ nữ" within the Hội's delegation, "chuyên viên Phòng Đo đạc": part of another body."""
    if (
        entry is None
        or entry is near
        or entry.place
        or entry.abbreviation
        or (near and near.head in _DIVISIONS)
    ):
        return False
    return entry.head in _DIVISIONS and (entry.head != "ban" or (near is not None and len(entry.bodies) == 1))


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
    return next((heads for held in titles for title, heads in _IMPLIED.items() if held.endswith(title)), ())


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
    for body, entry in _printed_above(mention, sides):
        gap = mention.open - body.end
        if body.begin < begin or gap < 0:
            continue
        if (sent and gap < 14) or (0 < gap <= 8 and words[mention.open - 1].key in ("do", "by")):
            return entry
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
        return _side_of_label(label.entry, sides)
    if label and label.side:
        return label.side
    if sides.visiting and travels(person):
        return GUEST
    if known := sides.of_entry(entry):
        return known
    return sides.others()


def _side_of_label(entry: Entry, sides: Sides) -> str:
    known = sides.of_entry(entry)
    if known:
        return known
    return sides.others() or HOST
