"""Who held which post when, as far as the public may know both the person and the agency."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from news.models import Agency, Appointment, Person
from news.register import known


def of_person(person: Person, language: str):
    """Posts over time, the latest first. One query."""
    known_agency = Exists(known.public_agencies(language).filter(pk=OuterRef("agency")))
    return person.appointments.filter(known_agency).select_related("agency")


def of_agency(agency: Agency, language: str, today: date) -> tuple[list[Appointment], list[Appointment]]:
    """Who holds a post there on the day, in the order of the record; and who held one before, the latest first. One query."""
    rows = Appointment.objects.filter(
        Q(from_on__isnull=True) | Q(from_on__lte=today),
        Exists(known.public_people(language).filter(pk=OuterRef("person"))),
        agency=agency,
    ).select_related("person")
    rows = list(rows.order_by("pk"))
    now = [row for row in rows if row.is_held(today)]
    past = [row for row in rows if not row.is_held(today)]
    return now, sorted(past, key=lambda row: row.until_on, reverse=True)
