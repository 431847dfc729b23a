"""Whom the public may know: through news that is live, and through nothing else."""

from django.db.models import Exists, OuterRef, Q

from news.models import Agency, Attendance, Caption, Delegation, Hiding, Mention, Person
from news.models.live import is_live


def public_agencies(language: str | None = None):
    """Agencies that a live edition (in the language) names, as mentioned, as a side or as a participant."""
    here = OuterRef("pk")
    return Agency.objects.filter(
        Exists(Mention.objects.filter(seen("edition__", language), agency=here))
        | Exists(Delegation.objects.filter(seen("edition__", language), agency=here))
        | Exists(Attendance.objects.filter(seen("delegation__edition__", language), agency=here))
    )


def public_people(language: str | None = None):
    """Persons who took part in something that a live edition (in the language) reports, or are shown on its photos.
    Nobody who is hidden."""
    here = OuterRef("pk")
    return Person.objects.filter(
        ~Exists(Hiding.objects.active().filter(person=here)),
        Exists(Attendance.objects.filter(seen("delegation__edition__", language), person=here))
        | Exists(Caption.objects.filter(seen("edition__", language), people=here)),
    )


def seen(prefix: str, language: str | None = None, at=None) -> Q:
    """Asked row by row of the record, so that the answer comes with the first live edition and not after all of them.

    The language is the article's (see `of_language`): an index by the edition's would be read whole for each record.
    """
    live = is_live(at, prefix)
    return live & Q(**{f"{prefix}article__language": language}) if language else live
