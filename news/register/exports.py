"""The register as rows for other machines: five sets of plain dictionaries, read in chunks by key so that memory stays flat.

Ids are texts that never change: p (person), a (agency), o (appointment), m (meeting, by the number in its address). A line of
a meeting is named by its place: "m12.1.2.3" is meeting 12, edition 1, second side, third line.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from news.models import Agency, Appointment, Attendance, Delegation, Edition, Hiding, Person
from news.models.live import is_live
from news.register import days, known

CHUNK = 1000


@dataclass(frozen=True)
class Span:
    """Days from `first` to `last`, both included; either may be open."""

    first: date | None = None
    last: date | None = None

    def __bool__(self):
        return bool(self.first or self.last)


@dataclass(frozen=True)
class Dataset:
    """`rows` gives the queryset for a span and a moment, `columns` are asked of it, `make` turns their values into a row."""

    name: str
    rows: Callable[[Span, datetime], QuerySet]
    columns: tuple[str, ...]
    make: Callable[..., dict]
    has_days: bool = False

    def read(self, span: Span = Span(), at: datetime | None = None) -> Iterator[dict]:
        """All rows in the order of their keys, a chunk in memory at a time; what is live is decided once, at `at`."""
        rows = self.rows(span, at or timezone.now()).order_by("pk").values_list("pk", *self.columns)
        last = 0
        while chunk := list(rows.filter(pk__gt=last)[:CHUNK]):
            for values in chunk:
                yield self.make(*values)
            last = chunk[-1][0]


def _people(_span: Span, _at: datetime) -> QuerySet:
    return known.public_people().annotate(
        in_vietnamese=Exists(known.public_people("vi").filter(pk=OuterRef("pk")))
    )


def _person(pk, name, honorific, slug, in_vietnamese) -> dict:
    return {
        "id": f"p{pk}",
        "name": name,
        "honorific_prefix": honorific or None,
        "page": ("person", pk, slug, "vi" if in_vietnamese else "en"),
    }


def _agencies(_span: Span, _at: datetime) -> QuerySet:
    public = known.public_agencies()
    return public.annotate(
        in_vietnamese=Exists(known.public_agencies("vi").filter(pk=OuterRef("pk"))),
        knows_parent=Exists(public.filter(pk=OuterRef("parent"))),
        knows_successor=Exists(public.filter(pk=OuterRef("successor"))),
    )


def _agency(
    pk, name, name_en, abbreviation, kind, parent, successor, succeeded_on, website, slug, in_vi, knows_parent, knows_successor
) -> dict:  # fmt: skip
    return {
        "id": f"a{pk}",
        "name": name,
        "name_en": name_en or None,
        "abbreviation": abbreviation or None,
        "classification": kind,
        "parent_id": f"a{parent}" if knows_parent else None,
        "successor_id": f"a{successor}" if knows_successor else None,
        "dissolution_date": succeeded_on,
        "website": website or None,
        "page": ("agency", pk, slug, "vi" if in_vi else "en"),
    }


def _appointments(span: Span, _at: datetime) -> QuerySet:
    """Those whose days touch the span; an unknown end is open."""
    rows = Appointment.objects.filter(
        Exists(known.public_people().filter(pk=OuterRef("person"))),
        Exists(known.public_agencies().filter(pk=OuterRef("agency"))),
    )
    if span.first:
        rows = rows.filter(Q(until_on__isnull=True) | Q(until_on__gte=span.first))
    return rows.filter(Q(from_on__isnull=True) | Q(from_on__lte=span.last)) if span.last else rows


def _appointment(pk, person, agency, title, title_en, from_on, until_on) -> dict:
    return {
        "id": f"o{pk}",
        "person_id": f"p{person}",
        "organization_id": f"a{agency}",
        "role": title,
        "role_en": title_en or None,
        "start_date": from_on,
        "end_date": until_on,
    }


def _meetings(span: Span, at: datetime) -> QuerySet:
    sides = Delegation.objects.filter(edition=OuterRef("pk"))
    return Edition.objects.live(at).filter(Exists(sides), days.within(span.first, span.last))


def _meeting(
    pk, number, ordinal, language, group, title, kind, event_on, event_until, place, listed_at, live_from, slug
) -> dict:  # fmt: skip
    return {
        "id": f"m{number}",
        "edition": ordinal,
        "language": language,
        "translation_group": group and str(group),
        "name": title,
        "kind": kind,
        "start_date": event_on,
        "end_date": event_until or event_on,
        "location": place or None,
        "published_at": _local(listed_at),
        "modified_at": _local(live_from),
        "page": ("article", number, slug, language),
    }


def _attendances(span: Span, at: datetime) -> QuerySet:
    """Without the lines of hidden persons."""
    prefix = "delegation__edition__"
    hidden = Hiding.objects.active().filter(person=OuterRef("person"))
    return Attendance.objects.filter(
        is_live(at, prefix), days.within(span.first, span.last, prefix), ~Exists(hidden)
    )


def _attendance(
    pk, number, edition, place, side, heading, side_agency, order, kind, person, agency, honorific, name, title, organization,
    has_spoken,
) -> dict:  # fmt: skip
    return {
        "id": f"m{number}.{edition}.{place + 1}.{order + 1}",
        "meeting_id": f"m{number}",
        "side": side,
        "delegation": place + 1,
        "delegation_heading": heading or None,
        "delegation_agency_id": f"a{side_agency}" if side_agency else None,
        "kind": kind,
        "person_id": f"p{person}" if person else None,
        "agency_id": f"a{agency}" if agency else None,
        "honorific_prefix": honorific or None,
        "name": name,
        "role": title or None,
        "organization": organization or None,
        "has_spoken": has_spoken,
    }


def _local(moment: datetime) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds")


_EDITION = (
    "article__number", "ordinal", "language", "article__translation_group", "title", "kind", "event_on", "event_until",
    "event_place", "listed_at", "live_from", "slug",
)  # fmt: skip
_LINE = (
    "delegation__edition__article__number", "delegation__edition__ordinal", "delegation__order", "delegation__side",
    "delegation__heading", "delegation__agency_id", "order", "kind", "person_id", "agency_id", "printed_honorific",
    "printed_name", "printed_title", "printed_organization", "has_spoken",
)  # fmt: skip
_BODY = (
    "name", "name_en", "abbreviation", "kind", "parent_id", "successor_id", "succeeded_on", "website", "slug",
    "in_vietnamese", "knows_parent", "knows_successor",
)  # fmt: skip
_POST = ("person_id", "agency_id", "title", "title_en", "from_on", "until_on")

DATASETS = {
    row.name: row
    for row in (
        Dataset("people", _people, ("full_name", "honorific", "slug", "in_vietnamese"), _person),
        Dataset("agencies", _agencies, _BODY, _agency),
        Dataset("appointments", _appointments, _POST, _appointment, has_days=True),
        Dataset("meetings", _meetings, _EDITION, _meeting, has_days=True),
        Dataset("attendances", _attendances, _LINE, _attendance, has_days=True),
    )
}
# What rows of a set are made of beside live editions, column by column: small tables that staff edit in place.
EDITED = {
    "people": Person.objects.values_list("pk", "full_name", "honorific", "slug"),
    "agencies": Agency.objects.values_list("pk", *_BODY[:9]),
    "appointments": Appointment.objects.values_list("pk", *_POST),
}
