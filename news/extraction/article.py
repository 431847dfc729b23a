"""`extract(text)`: one page in, its findings out. Pure, total, linear in the length of the text."""

from dataclasses import dataclass

from news.extraction import english
from news.extraction.agencies import Registry, agency_findings, read_bodies
from news.extraction.attendance import Person, gather, mark_lists
from news.extraction.blocks import Block, read_blocks
from news.extraction.bodies import read_body
from news.extraction.captions import read_captions
from news.extraction.dates import event_day
from news.extraction.findings import Attendee, Delegation, Finding, Findings, Moment, Paragraph, Unit
from news.extraction.hosting import read_sides
from news.extraction.kinds import guess_kind, language
from news.extraction.layout import Layout, read_layout
from news.extraction.localities import learn_localities
from news.extraction.names import learn_names
from news.extraction.organizations import organization_of, side_of
from news.extraction.people import Mention, read_mentions
from news.extraction.sides import Sides
from news.extraction.speech import spoken_by
from news.extraction.text import Source
from news.extraction.units import Group, read_groups

_WITHOUT_PEOPLE = ("notice", "recruitment")
_WITHOUT_EVENT = ("notice", "recruitment")


@dataclass(slots=True)
class Names:
    people: list[Person]
    groups: list[Group]
    registry: Registry
    sides: Sides


def extract(text: str) -> Findings:
    """Findings of a page given as text; offsets are those of `text`. Never raises on any string."""
    source = Source(text)
    page = read_layout(source)
    found = Findings(language=language(source.view))
    title = page.title.text if page.title else ""
    found.kind = guess_kind(title, page.heading_words, page.is_document, found.language)
    _layout_findings(found, page, source)
    blocks = read_blocks(source, page)
    names = _read_names(blocks, found)
    _name_findings(found, names)
    for finding in found.every():
        finding.start, finding.end = source.origin(finding.start, finding.end)
    return found


def _layout_findings(found: Findings, page: Layout, source: Source) -> None:
    if page.published:
        moment, line = page.published
        found.published_at = Moment(line.start, line.end, moment, "a line that holds only a date")
    if page.title:
        found.title = Finding(page.title.start, page.title.end, page.title.text, page.title_reason)
    if page.lead:
        found.lead = Finding(
            page.lead.start, page.lead.end, page.lead.text, "first paragraph below the title"
        )
    if page.byline:
        start, end = page.byline
        found.byline = Finding(start, end, " ".join(source.view[start:end].split()), "closing signature")
    if page.photo_heading:
        line = page.photo_heading
        found.photo_heading = Finding(line.start, line.end, line.text, "heading of the photos")
    found.paragraphs = _paragraphs(page)
    found.captions = read_captions(page)
    _event(found, page)


def _paragraphs(page: Layout) -> list[Paragraph]:
    return [
        Paragraph(
            row.line.start, row.line.end, row.line.text, row.part, row.line is page.lead, row.part == "item"
        )
        for row in page.rows
        if row.part in ("body", "item", "section", "address", "contact")
    ]


def _event(found: Findings, page: Layout) -> None:
    if found.kind in _WITHOUT_EVENT:
        return
    prose = [(line.text, line.start) for line in page.of("body")[:4]]
    told = event_day(prose, found.published_at.value if found.published_at else None)
    if told:
        day, start, end, reason = told
        found.event_on = Moment(start, end, day.isoformat(), reason)


def _read_names(blocks: list[Block], found: Findings) -> Names:
    kind, signed = found.kind, found.byline.value if found.byline else ""
    mark_lists(blocks)
    if found.language == "en":
        return Names(*english.read_names(blocks, kind, signed))
    learn_names(blocks)
    learn_localities(blocks)
    mentions = [mention for block in blocks if block.part != "contact" for mention in read_mentions(block)]
    for mention in mentions:
        mention.block.people[mention.begin] = mention.end
    bodies = [body for block in blocks if block.part != "heading" for body in read_bodies(block)]
    heading = [body for block in blocks if block.part == "heading" for body in read_bodies(block)]
    registry = Registry(bodies)
    sides = read_sides(blocks, bodies + heading, registry, kind, signed)
    if kind in _WITHOUT_PEOPLE:
        return Names([], [], registry, sides)
    named: dict[int, list[Mention]] = {}
    for mention in mentions:
        named.setdefault(id(mention.block), []).append(mention)
    groups = [
        group
        for block in blocks
        if block.part in ("body", "item")
        for group in read_groups(block, named.get(id(block), []))
    ]
    return Names(gather(mentions), groups, registry, sides)


def _name_findings(found: Findings, names: Names) -> None:
    sides = names.sides
    found.agencies = agency_findings(names.registry)
    found.attendees = [_attendee(person, sides) for person in names.people]
    found.units = _units(names)
    for label in sides.labels:
        if label.heading:
            start, end = label.heading
            text = label.block.line.text[start - label.block.line.start : end - label.block.line.start]
            side = sides.of_entry(label.entry) if not sides.within else None
            found.delegations.append(
                Delegation(start, end, text, "heading of a side", side, label.entry and label.entry.name)
            )


def _attendee(person: Person, sides: Sides) -> Attendee:
    main = person.main
    start, end = main.block.span(main.begin, main.end)
    printed, entry = organization_of(person, sides)
    honorific = main.honorific or next((m.honorific for m in person.mentions if m.honorific), None)
    reason = "named with an office" if main.role else "named with a form of address"
    return Attendee(
        start,
        end,
        main.name,
        reason,
        honorific,
        main.role,
        printed,
        side_of(person, entry, sides),
        spoken_by(person),
    )


def _units(names: Names) -> list[Unit]:
    units, seen = [], set()
    for group in names.groups:
        folded = group.text.casefold()
        if folded in seen:
            continue
        seen.add(folded)
        start, end = group.block.span(group.begin, group.end)
        units.append(Unit(start, end, group.text, group.reason, _unit_side(group, names.sides)))
    return units


def _unit_side(group: Group, sides: Sides) -> str | None:
    if sides.within:
        return None
    label = sides.label_at(group.block, group.begin)
    if label and label.entry:
        return sides.of_entry(label.entry) or sides.others() or "host"
    if label and label.side:
        return label.side
    body = read_body(group.block, group.begin, group.end)
    return sides.of_entry(sides.registry.resolve(body) if body else None) or sides.others()
