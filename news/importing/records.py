"""Findings of the extractor as a document of the desk."""

from datetime import datetime

from django.db.models import Model
from django.utils import timezone

from news.desk import document
from news.extraction.findings import Attendee, Findings, Unit
from news.importing import body
from news.importing.matching import Matcher
from news.importing.pairing import Plate
from news.importing.readers import Source
from news.models import Agency, Category, Edition, Kind, Photo

_SIDES = ("host", "guest", None)


def to_document(
    found: Findings,
    source: Source,
    plates: list[Plate],
    left: list[int],
    photos: list[Photo],
    matcher: Matcher,
) -> dict:
    """The draft's content. `plates` and `left` as of pairing.pair, `photos` in the order of the plates."""
    kind = found.kind.removesuffix("_en")
    made = document.empty() | {
        "title": found.title.value if found.title else "",
        "lead": found.lead.value if found.lead else "",
        "byline": found.byline.value[:200] if found.byline else "",
        "kind": kind if kind in Kind.values else Kind.OTHER.value,
        "event_on": found.event_on.value[:10] if found.event_on else None,
        "photo_heading": found.photo_heading.value[:300] if found.photo_heading else "",
    }
    made["category"] = usual_category(made["kind"], found.language)
    made["agencies"], made["delegations"] = lists_of(found, matcher)
    made["captions"] = _captions(plates, photos)
    made["cover"] = next((photo.pk for photo in photos if photo.width > photo.height), None)
    made["body"] = body.html_of(found, source, plates, left)
    return made


def published_at(found: Findings) -> datetime | None:
    """The page's own date as a moment in Viet Nam; a day without a time is its first minute."""
    if not found.published_at:
        return None
    return timezone.make_aware(datetime.fromisoformat(found.published_at.value))


def usual_category(kind: str, language: str, by=None) -> int | None:
    """Where the latest article of the kind stands, one's own before those of others, else the first category: a proposal
    that the editor sees."""
    alike = Edition.objects.filter(kind=kind, language=language, category__isnull=False).order_by("-pk")
    mine = alike.filter(created_by=by).first() if by else None
    latest = mine or alike.first()
    first = Category.objects.filter(parent__isnull=True).first()
    return latest.category_id if latest else first and first.pk


def lists_of(found: Findings, matcher: Matcher) -> tuple[list[dict], list[dict]]:
    """(agencies, delegations). All names are looked up together, and whatever is new is made together."""
    matcher.learn(found)
    agencies, sides = _agencies_of(found, matcher), _delegations_of(found, matcher)
    matcher.make()
    agencies = list({row["agency"].pk: _keyed(row) for row in reversed(agencies)}.values())[::-1]
    lines = ([_keyed(line) for line in side["attendances"]] for side in sides)
    return agencies, [_keyed(side) | {"attendances": rows} for side, rows in zip(sides, lines, strict=True)]


def _keyed(row: dict) -> dict:
    """With keys in place of records."""
    return {name: value.pk if isinstance(value, Model) else value for name, value in row.items()}


def _agencies_of(found: Findings, matcher: Matcher) -> list[dict]:
    """Bodies first; units of a delegation are matched below their body by `_delegations_of`."""
    units = {unit.value for unit in found.units}
    rows = []
    for finding in found.agencies:
        if finding.value in units:
            continue
        abbreviation = (finding.abbreviation or "")[:60]
        agency = matcher.agency(finding.value, other_names=finding.other_names, abbreviation=abbreviation)
        matcher.also_called(agency, finding.other_names)
        rows.append({"agency": agency, "name": finding.value[:255], "abbreviation": abbreviation})
    return rows


def _delegations_of(found: Findings, matcher: Matcher) -> list[dict]:
    rows = []
    for side in _SIDES:
        lines = [line for line in (*found.attendees, *found.units) if line.side == side]
        if not lines:
            continue
        heading = next((row for row in found.delegations if row.side == side), None)
        body = _body_of_side(lines, heading, matcher)
        rows.append(
            {
                "side": side or "other",
                "agency": body,
                "heading": _capital(heading.value)[:255] if heading else "",
                "attendances": [
                    _attendance(line, body, matcher) for line in sorted(lines, key=lambda row: row.start)
                ],
            }
        )
    return sorted(rows, key=lambda row: row["side"] == "other")


def _body_of_side(lines, heading, matcher: Matcher) -> Agency | None:
    """The agency of a side: named by its heading, else that of the first person on it."""
    names = [heading.agency] if heading and heading.agency else []
    names += [line.organization for line in lines if isinstance(line, Attendee) and line.organization]
    return _agency_named(names[0], matcher) if names else None


def _attendance(line: Attendee | Unit, body: Agency | None, matcher: Matcher) -> dict:
    if isinstance(line, Unit):
        return _unit(line, body, matcher)
    organization = _agency_named(line.organization, matcher) if line.organization else None
    honorific = (line.honorific or "")[:40]
    person = matcher.person(line.value, honorific=honorific, organization=organization)
    return {
        "kind": "person",
        "person": person,
        "agency": organization,
        "honorific": printed_honorific(honorific),
        "name": line.value[:255],
        "title": (line.role or "")[:300],
        "organization": (line.organization or "")[:255],
        "has_spoken": line.spoken is not None,
        "quote": line.spoken.value if line.spoken else "",
    }


def printed_honorific(text: str) -> str:
    """ "Ông" begins a sentence in the source and stands inside a line in a list; degrees keep their capitals."""
    return text.lower() if text.istitle() and text.lower() in {"ông", "bà"} else text


def _unit(line: Unit, body: Agency | None, matcher: Matcher) -> dict:
    # A unit's name begins with a capital; "lãnh đạo một số đơn vị" is a group.
    row = {"kind": "group", "name": line.value[:255]}
    if line.value[:1].isupper():
        unit = matcher.seen(line.value) or matcher.agency(line.value, parent=body, kind=Agency.Kind.UNIT)
        return row | {"kind": "unit", "agency": unit}
    return row


def _agency_named(name: str, matcher: Matcher) -> Agency:
    return matcher.seen(name) or matcher.agency(name)


def _captions(plates: list[Plate], photos: list[Photo]) -> list[dict]:
    return [
        {"photo": photo.pk, "text": plate.text, "credit": plate.credit or photo.credit}
        for plate, photo in zip(plates, photos, strict=True)
    ]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
