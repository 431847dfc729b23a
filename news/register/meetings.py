"""Meetings: live editions that say who took part, found by their parties and days."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, Q

from news.models import Attendance, Caption, Delegation, Edition
from news.models.live import EditionQuerySet
from news.register import days


@dataclass(frozen=True)
class Line:
    """One participant as printed that day. `person` and `agency` are keys of records, with the slug of their page."""

    kind: str
    name: str
    honorific: str
    title: str
    organization: str
    person: int | None
    person_slug: str | None
    agency: int | None
    agency_slug: str | None


@dataclass
class Side:
    """A delegation: which side it was, whose, and its lines in printed order."""

    side: str
    heading: str
    agency: int | None
    agency_name: str | None
    agency_name_en: str | None
    agency_slug: str | None
    lines: list[Line] = field(default_factory=list)


def of(
    language: str, parties=(), first: date | None = None, last: date | None = None
) -> list[EditionQuerySet]:
    """The meetings of all the parties together, as lists to merge by `days.moment_of`.

    Without a party only meetings whose day is known: the others could be told from plain news only by asking each of them.
    """
    lists = [days.with_event(first, last)]
    lists += [days.without_event(first, last)] if parties else []
    return [_narrowed(rows, language, parties) for rows in lists]


def _narrowed(rows: EditionQuerySet, language: str, parties) -> EditionQuerySet:
    if not parties:
        return rows.in_language(language).filter(Exists(Delegation.objects.filter(edition=OuterRef("pk"))))
    few = [party for party in parties if not party.is_many]
    rows = rows.of_language(language) if few else rows.in_language(language)
    for party in parties:
        rows = rows.filter(took_part(party))
    return rows


def took_part(party) -> Q:
    """Editions in which the party is on a side."""
    return _asked(party) if party.is_many else _among(party)


def _among(party) -> Q:
    """Editions of a party with few rows: begun from those rows."""
    own = _own(party)
    lines = Attendance.objects.filter(**own)
    if party.is_person:
        return Q(pk__in=lines.values("delegation__edition"))
    sides = Delegation.objects.filter(**own)
    return Q(pk__in=sides.values("edition")) | Q(pk__in=lines.values("delegation__edition"))


def _own(party) -> dict:
    """What rows of the party have: its key, or one of its units'."""
    name = "person" if party.is_person else "agency"
    return {f"{name}__in": party.keys} if party.units else {name: party.row}


def _asked(party) -> Q:
    """The same for a party that is almost everywhere: asked of each edition while its list is read."""
    own = _own(party)
    # From the edition down: its few sides, then one look into the index for each.
    sides = Delegation.objects.filter(edition=OuterRef("pk"))
    there = Q(Exists(sides.filter(Exists(Attendance.objects.filter(delegation=OuterRef("pk"), **own)))))
    return there if party.is_person else there | Q(Exists(sides.filter(**own)))


def naming(language: str, party) -> list[EditionQuerySet]:
    """The meetings of a person, and the news on whose photos the person is shown."""
    shown = Q(pk__in=Caption.objects.filter(people=party.row).values("edition"))
    lists = [days.with_event(), days.without_event()]
    rows = [one.in_language(language) if party.is_many else one.of_language(language) for one in lists]
    return [one.filter(took_part(party) | shown) for one in rows]


_LINE = {
    "kind": "attendances__kind",
    "name": "attendances__printed_name",
    "honorific": "attendances__printed_honorific",
    "title": "attendances__printed_title",
    "organization": "attendances__printed_organization",
    "person": "attendances__person_id",
    "person_slug": "attendances__person__slug",
    "agency": "attendances__agency_id",
    "agency_slug": "attendances__agency__slug",
}
_SIDE = {
    "side": "side",
    "heading": "heading",
    "agency": "agency_id",
    "agency_name": "agency__name",
    "agency_name_en": "agency__name_en",
    "agency_slug": "agency__slug",
}


def sides_of(editions: list[Edition]) -> dict[int, list[Side]]:
    """{key of the edition: its sides in printed order}. One query for all."""
    rows = (
        Delegation.objects.filter(edition__in=[edition.pk for edition in editions])
        .order_by("edition", "order", "attendances__order")
        .values("pk", "edition_id", *_SIDE.values(), *_LINE.values())
    )
    found, sides = {edition.pk: [] for edition in editions}, {}
    for row in rows:
        side = sides.get(row["pk"])
        if side is None:
            side = sides[row["pk"]] = Side(**{name: row[column] for name, column in _SIDE.items()})
            found[row["edition_id"]].append(side)
        if row["attendances__kind"]:
            side.lines.append(Line(**{name: row[column] for name, column in _LINE.items()}))
    return found
