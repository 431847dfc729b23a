"""Findings as a plain dict in the shape other programs read (docs/extraction.md)."""

from news.extraction.findings import Finding, Findings


def _value(finding: Finding | None) -> str | None:
    return finding.value if finding else None


def to_dict(found: Findings) -> dict:
    return {
        "kind": found.kind,
        "published_at": _value(found.published_at),
        "event_on": _value(found.event_on),
        "title": _value(found.title),
        "lead": _value(found.lead),
        "byline": _value(found.byline),
        "attendees": [
            {
                "honorific": person.honorific,
                "name": person.value,
                "role": person.role,
                "organization": person.organization,
                "side": person.side,
            }
            for person in found.attendees
        ],
        "attending_units": [{"name": unit.value, "side": unit.side} for unit in found.units],
        "agencies": [
            {"name": agency.value, "abbreviation": agency.abbreviation} for agency in found.agencies
        ],
        "photo_captions": [caption.value for caption in found.captions],
    }
