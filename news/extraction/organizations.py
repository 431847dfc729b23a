"""Which body an attendee stands for, and on which side."""

from news.extraction.agencies import Entry
from news.extraction.attendance import Person
from news.extraction.bodies import Body
from news.extraction.people import Mention
from news.extraction.sides import GUEST, HOST, Sides
from news.extraction.text import key

# The head of the body that an office implies when no body is printed ("Cục trưởng" -> a Cục).
_IMPLIED = {
    key(office): tuple(key(head) for head in heads.split("|"))
    for office, heads in {
        "tổng cục trưởng": "tổng cục", "chi cục trưởng": "chi cục", "cục trưởng": "cục", "vụ trưởng": "vụ", "viện trưởng": "viện",
        "hiệu trưởng": "trường|học viện|đại học|trường đại học|trường cao đẳng", "bộ trưởng": "bộ", "thứ trưởng": "bộ", "hạt trưởng": "hạt", "trạm trưởng": "trạm", "đội trưởng": "đội",
    }.items()
}  # fmt: skip


def organization_of(person: Person, sides: Sides) -> tuple[str | None, Entry | None]:
    """(printed name, body of the page) of the introduction's office, else of the statement's side."""
    mention = person.main
    office, registry = mention.office, sides.registry
    label = sides.label_at(mention.block, mention.begin)
    near = label.entry if label else None
    if office and office.bodies:
        return _named(office.bodies, registry)
    if office and office.short and (entry := registry.called(office.short)):
        return entry.name, entry
    if mention.affiliation and (entry := registry.resolve(mention.affiliation)):
        return entry.name, entry
    heads = (office.bare_head,) if office and office.bare_head else _implied(office)
    candidates = [entry for head in heads for entry in _with_head(registry, head)]
    if near and (not heads or near in candidates):
        return near.name, near
    if candidates:
        best = _closest(candidates, mention, sides)
        return best.name, best
    side = label.side if label else None
    pool = sides.hosts if side == HOST else sides.guests if side == GUEST else sides.hosts
    entry = near or _before(mention, sides) or next(iter(pool), None)
    return (entry.name, entry) if entry else (None, None)


def _named(bodies: list[Body], registry) -> tuple[str, Entry | None]:
    body = bodies[-1]
    entry = registry.resolve(body)
    return (entry.name if entry else body.name), entry


def _implied(office) -> tuple[str, ...]:
    if office is None:
        return ()
    return next((heads for title, heads in _IMPLIED.items() if office.title.endswith(title)), ())


def _with_head(registry, head: str) -> list[Entry]:
    called = registry.called(tuple(head.split()))
    return [called] if called else registry.with_head(head)


def _closest(entries: list[Entry], mention: Mention, sides: Sides) -> Entry:
    label = sides.label_at(mention.block, mention.begin)
    side = label.side if label else None
    same = [entry for entry in entries if side and sides.of_entry(entry) == side]
    return (same or entries)[0]


def _before(mention: Mention, sides: Sides) -> Entry | None:
    """ "Đại diện Sở X, ông A": the body named straight before the person."""
    for entry in sides.registry.entries:
        for body in entry.bodies:
            if (
                body.block is mention.block
                and body.end <= mention.open <= body.end + 2
                and mention.block.words[body.end].text == ","
            ):
                return entry
    return None


def side_of(person: Person, entry: Entry | None, sides: Sides) -> str | None:
    if sides.within:
        return None
    mention = person.main
    label = sides.label_at(mention.block, mention.begin)
    if label and label.entry:
        return _side_of_label(label.entry, sides)
    if label and label.side:
        return label.side
    if known := sides.of_entry(entry):
        return known
    if not sides.hosts:
        return None
    return GUEST if entry is not None else HOST


def _side_of_label(entry: Entry, sides: Sides) -> str:
    known = sides.of_entry(entry)
    if known:
        return known
    return GUEST if sides.hosts else HOST
