"""Agencies and persons as the public may know them: through news that is live, and through nothing else."""

from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from news.models import Agency, Appointment, Attendance, Caption, Delegation, Edition, Mention, Person
from news.register.known import public_agencies, public_people
from news.site import addresses, timeline

MEETINGS = 8
# Rows of one record that a page looks through at most.
EVERYWHERE = 1000


def agency(pk: int, language: str) -> Agency | None:
    return public_agencies(language).filter(pk=pk).first()


def person(pk: int, language: str) -> Person | None:
    return public_people(language).filter(pk=pk).first()


def agency_context(row: Agency, request) -> dict:
    """What templates/news/agency.html shows. Six queries."""
    language = addresses.page_language()
    return {
        "agency": row,
        "leaders": _leaders(row, language),
        "meetings": _meetings_of(row, language),
        "leaf": timeline.leaf(request, _naming(row, language)),
    } | _relatives(row, language)


def _naming(row: Agency, language: str):
    """Editions that name the agency. One named everywhere is found while reading the list, any other by its own rows."""
    mentions = Mention.objects.filter(agency=row)
    sides = Delegation.objects.filter(agency=row)
    lines = Attendance.objects.filter(agency=row)
    if not _is_everywhere(row):
        return (
            Edition.objects.listed()
            .of_language(language)
            .filter(
                Q(pk__in=mentions.values("edition"))
                | Q(pk__in=sides.values("edition"))
                | Q(pk__in=lines.values("delegation__edition"))
            )
        )
    edition = OuterRef("pk")
    return (
        Edition.objects.listed()
        .in_language(language)
        .filter(
            Exists(mentions.filter(edition=edition))
            | Exists(sides.filter(edition=edition))
            | Exists(lines.filter(delegation__edition=edition))
        )
    )


def _is_everywhere(row: Agency) -> bool:
    """Whether the agency has more rows than a page may look through; counts no further than that."""
    return Mention.objects.filter(agency=row).order_by().values("pk")[: EVERYWHERE + 1].count() > EVERYWHERE


def _meetings_of(row: Agency, language: str):
    """The latest events at which the agency was a side, sought among its latest editions."""
    latest = Delegation.objects.filter(agency=row).order_by("-pk").values("edition")[:EVERYWHERE]
    meetings = Edition.objects.listed().of_language(language).filter(pk__in=latest, event_on__isnull=False)
    return meetings.order_by("-event_on", "-article_id").for_cards()[:MEETINGS]


def _relatives(row: Agency, language: str) -> dict:
    """Superior body, successor, predecessors and units, as far as they are public themselves."""
    around = (
        Q(parent=row) | Q(successor=row) | Q(pk__in=[pk for pk in (row.parent_id, row.successor_id) if pk])
    )
    found = list(public_agencies(language).filter(around).order_by("name"))
    return {
        "parent": next((other for other in found if other.pk == row.parent_id), None),
        "successor": next((other for other in found if other.pk == row.successor_id), None),
        "predecessors": [other for other in found if other.successor_id == row.pk],
        "units": [other for other in found if other.parent_id == row.pk],
    }


def _leaders(row: Agency, language: str):
    """Who holds a post there today; a person known from drafts alone is not named."""
    today = timezone.localdate()
    current = Appointment.objects.filter(
        Q(from_on__isnull=True) | Q(from_on__lte=today),
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        agency=row,
        person__in=public_people(language),
    )
    return current.select_related("person").order_by("pk")


@dataclass
class Meeting:
    """An edition, and the lines under which it names one person: side and title of that day."""

    edition: Edition
    lines: list[Attendance] = field(default_factory=list)


def person_context(row: Person, request) -> dict:
    """What templates/news/person.html shows. Four queries."""
    language = addresses.page_language()
    listed = Edition.objects.listed().of_language(language)
    attended = Q(pk__in=Attendance.objects.filter(person=row).values("delegation__edition"))
    shown = Q(pk__in=Caption.objects.filter(people=row).values("edition"))
    leaf = timeline.leaf(request, listed.filter(attended | shown))
    posts = row.appointments.filter(agency__in=public_agencies(language)).select_related("agency")
    meetings = _meetings(row, leaf.editions)
    years = groupby(meetings, key=lambda meeting: _year(meeting.edition))
    return {
        "person": row,
        "appointments": posts,
        "latest_line": next((meeting.lines[0] for meeting in meetings if meeting.lines), None),
        "years": [(year, list(rows)) for year, rows in years],
        "leaf": leaf,
    }


def _meetings(row: Person, editions: list[Edition]) -> list[Meeting]:
    found = {edition.pk: Meeting(edition) for edition in editions}
    lines = Attendance.objects.filter(person=row, delegation__edition__in=found)
    for line in lines.select_related("delegation__agency").order_by("delegation__order", "order"):
        found[line.delegation.edition_id].lines.append(line)
    return list(found.values())


def _year(edition: Edition) -> int:
    return timezone.localtime(edition.listed_at).year
