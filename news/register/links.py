"""Whom a person or an agency met most often: on the other sides of its latest meetings."""

from dataclasses import dataclass

from django.db import connections
from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, QuerySet, Value, When

from news.models import Attendance, Delegation, Edition, Hiding, Person
from news.register import meetings

# Meetings that are looked through, and counterparts of each kind that are named.
LATEST, NAMED = 500, 4


@dataclass(frozen=True)
class Link:
    """A counterpart and in how many of the looked-through meetings it stood on another side."""

    is_person: bool
    pk: int
    slug: str
    name: str
    times: int

    @property
    def key(self) -> str:
        return f"{'p' if self.is_person else 'a'}{self.pk}"


def counterparts(party, language: str) -> list[Link]:
    """Agencies first, then persons, in each the most frequent first. One query."""
    latest = _latest(party, language)
    rows = _run([_agencies(party.row, latest, language), _people(party.row, latest)])
    links = [Link(bool(is_person), *rest) for is_person, *rest in rows]
    return sorted(links, key=lambda link: (link.is_person, -link.times, link.name))


def _latest(party, language: str) -> QuerySet:
    took_part = meetings.took_part(party)
    rows = Edition.objects.live().filter(took_part)
    rows = rows.in_language(language) if party.is_many else rows.of_language(language)
    return rows.newest_first().values("pk")[:LATEST]


def _agencies(row, latest: QuerySet, language: str) -> QuerySet:
    sides = Delegation.objects.filter(_across(row, "pk"), edition__in=latest, agency__isnull=False)
    name = F("agency__name")
    if language == "en":
        named = When(~Q(agency__name_en=""), then=F("agency__name_en"))
        name = Case(named, default=name, output_field=CharField())
    return _counted(sides, 0, "agency_id", "agency__slug", name, "edition")


def _people(row, latest: QuerySet) -> QuerySet:
    """Whoever took part in a live meeting is known already; the hidden are not named."""
    hidden = Hiding.objects.active().filter(person=OuterRef("person"))
    lines = Attendance.objects.filter(
        _across(row, "delegation_id"), ~Exists(hidden), delegation__edition__in=latest, person__isnull=False
    )
    return _counted(lines, 1, "person_id", "person__slug", F("person__full_name"), "delegation__edition")


def _counted(rows: QuerySet, kind: int, pk: str, slug: str, name, edition: str) -> QuerySet:
    """(kind, key, slug, name, times) of the most frequent."""
    shown = rows.order_by().annotate(link_kind=Value(kind), link_name=name)
    grouped = shown.values_list("link_kind", pk, slug, "link_name").annotate(
        times=Count(edition, distinct=True)
    )
    return grouped.order_by("-times", pk)[:NAMED]


def _across(row, delegation: str) -> Q:
    """Not on the side of the person or the agency."""
    if isinstance(row, Person):
        return ~Q(Exists(Attendance.objects.filter(person=row, delegation=OuterRef(delegation))))
    own = Delegation.objects.filter(pk=OuterRef(delegation), agency=row)
    return ~Q(Exists(own)) & ~Q(
        Exists(Attendance.objects.filter(agency=row, delegation=OuterRef(delegation)))
    )


def _run(querysets: list[QuerySet]) -> list[tuple]:
    """All rows in one query; Django's own union may not limit its parts on every database."""
    parts = [queryset.query.sql_with_params() for queryset in querysets]
    sql = " UNION ALL ".join(f"SELECT part.* FROM ({sql}) AS part" for sql, _args in parts)
    with connections[Edition.objects.db].cursor() as cursor:
        cursor.execute(sql, [arg for _sql, args in parts for arg in args])
        return cursor.fetchall()
