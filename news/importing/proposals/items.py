"""What was found, as a list of items that an editor accepts, changes or refuses one by one.

An item is JSON: {"id", "sort", "value": {field: text}, "start", "end" (offsets into Source.plain(); None where nothing is
quoted), "reason" (which rule spoke), "doubt" ("" or why somebody must look), "matches" (keys of records)}.

sort      value
text      text; the id is the field of the document: title, lead, byline, photo_heading, event_on, kind, category, body
heading   text, side, agency (its printed name)
person    honorific, name, title, organization, side, has_spoken, quote
unit      name, side
agency    name, abbreviation, other_names
photo     photo (key), text, credit
pairing   nothing: whether the photos stand with the right captions
"""

from collections.abc import Callable

from news.extraction.findings import Attendee, Finding, Findings
from news.importing import body
from news.importing.matching import Matcher
from news.importing.pairing import Plate
from news.importing.proposals import known
from news.importing.readers import Source
from news.importing.records import printed_honorific, usual_category
from news.models import Category, Kind, Photo

POSITION = "position"


def items_of(
    found: Findings, source: Source, plates: list[Plate], left: list[int], photos: list[Photo], *, by
) -> list[dict]:
    """`plates` and `left` as of pairing.pair, `photos` in the order of the plates; `by` is who will write the draft."""
    place = placer(source)
    return [
        *_texts(found, place),
        *_facts(found, by),
        *_sides(found, place),
        *_agencies(found, place),
        *_photos(source, plates, photos),
        _item("body", "text", {"text": body.html_of(found, source, plates, left)}),
    ]


def placer(source: Source) -> Callable[[int], int]:
    """A function from an offset of `source.text` to the same place in `source.plain()`: declared captions that the
    extractor does not read make the two differ."""
    line_of = source.finder()
    read = _starts(source.text_lines())
    whole = _starts([line.text for line in source.lines])
    return lambda offset: whole[line_of(offset)] + offset - read[line_of(offset)]


def _starts(lines: list[str]) -> list[int]:
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    return starts or [0]


def reading_of(source: Source) -> dict:
    """How the extractor read the text: spans of `plain()` that it was not given, and the span declared as the title."""
    whole = _starts([line.text for line in source.lines])
    pairs = zip(whole, source.lines, source.text_lines(), strict=False)
    blank = [[start, start + len(line.text)] for start, line, read in pairs if line.text and not read]
    titles = [
        [start, start + len(line.text)]
        for start, line in zip(whole, source.lines, strict=False)
        if line.part == "title"
    ]
    return {"blank": blank, "title": titles[0] if titles else None}


def _item(key: str, sort: str, value: dict, found: Finding | None = None, place=None, **more) -> dict:
    span = (place(found.start), place(found.end)) if found else (None, None)
    reason = found.reason if found else ""
    return {
        "id": key, "sort": sort, "value": value, "start": span[0], "end": span[1], "reason": reason, "doubt": "",
        "matches": [],
    } | more  # fmt: skip


def _texts(found: Findings, place) -> list[dict]:
    singles = {"title": 300, "lead": None, "event_on": 10, "byline": 200, "photo_heading": 300}
    return [
        _item(name, "text", {"text": row.value[:most]}, row, place)
        for name, most in singles.items()
        if (row := getattr(found, name))
    ]


def _facts(found: Findings, by) -> list[dict]:
    """The kind as the extractor guesses it, and the section of the latest article of that kind where one may write."""
    kind = found.kind.removesuffix("_en")
    kind = kind if kind in Kind.values else Kind.OTHER.value
    items = [_item("kind", "text", {"text": kind})]
    section = usual_category(kind, found.language, by=by)
    if section and (by is None or by.has_perm("news.change_article", Category.objects.get(pk=section))):
        items.append(_item("category", "text", {"text": str(section)}))
    return items


def _sides(found: Findings, place) -> list[dict]:
    headings = {row.side: row for row in reversed(found.delegations) if row.side}
    sides = {row.side for row in (*found.attendees, *found.units)}
    items = [
        _item(f"heading-{side}", "heading", _heading(row), row, place)
        for side, row in headings.items()
        if side in sides
    ]
    matches = known.people(found.attendees)
    items += [
        _item(f"person-{n}", "person", _person(row), row, place, **match)
        for n, (row, match) in enumerate(zip(found.attendees, matches, strict=True))
    ]
    return items + [
        _item(f"unit-{n}", "unit", {"name": row.value[:255], "side": row.side or "other"}, row, place)
        for n, row in enumerate(found.units)
    ]


def _heading(row) -> dict:
    text = row.value[:1].upper() + row.value[1:]
    return {"text": text[:255], "side": row.side, "agency": row.agency or ""}


def _person(row: Attendee) -> dict:
    return {
        "honorific": printed_honorific((row.honorific or "")[:40]),
        "name": row.value[:255],
        "title": (row.role or "")[:300],
        "organization": (row.organization or "")[:255],
        "side": row.side or "other",
        "has_spoken": row.spoken is not None,
        "quote": row.spoken.value if row.spoken else "",
    }


def _agencies(found: Findings, place) -> list[dict]:
    """Bodies alone: units of a side are found below their body when they are accepted."""
    units = {unit.value for unit in found.units}
    bodies = [row for row in found.agencies if row.value not in units]
    matches = known.agencies(bodies, Matcher())
    return [
        _item(f"agency-{n}", "agency", _agency(row), row, place, **match)
        for n, (row, match) in enumerate(zip(bodies, matches, strict=True))
    ]


def _agency(row) -> dict:
    return {
        "name": row.value[:255],
        "abbreviation": (row.abbreviation or "")[:60],
        "other_names": row.other_names,
    }


def _photos(source: Source, plates: list[Plate], photos: list[Photo]) -> list[dict]:
    """Pictures of the file stand where the file says; loose ones meet their captions by order alone, which is a doubt."""
    starts = _starts([line.text for line in source.lines])
    items = []
    for n, (plate, photo) in enumerate(zip(plates, photos, strict=True)):
        value = {"photo": photo.pk, "text": plate.text, "credit": plate.credit or photo.credit}
        span = {}
        if plate.caption is not None:
            start = starts[plate.caption]
            span = {"start": start, "end": start + len(source.lines[plate.caption].text)}
        items.append(_item(f"photo-{n}", "photo", value, **span))
    by_order = [plate for plate in plates[len(source.pictures) :] if plate.caption is not None]
    pairing = _item("pairing", "pairing", {}, doubt=POSITION)
    return [pairing, *items] if by_order and len(plates) > 1 else items
