"""Persons and agencies that nobody knew before, made many at once: some two statements a model, and one for the log of changes."""

from django.db import transaction

from news.desk.signals import newcomers_made
from news.models import Agency, Person


@transaction.atomic
def make(people: list[Person], agencies: list[Agency]) -> None:
    """Write the rows; each has its key afterwards. An agency may stand below another one of the list."""
    waiting = agencies
    while waiting:
        ready = [row for row in waiting if row.parent is None or row.parent.pk]
        Agency.objects.bulk_create(_named(ready))
        waiting = [row for row in waiting if row.pk is None]
    Person.objects.bulk_create(_named(people))
    for model, rows in ((Agency, agencies), (Person, people)):
        if rows:
            newcomers_made.send(sender=model, rows=rows)


def _named(rows: list) -> list:
    for row in rows:
        row.keep_name()
    return rows
