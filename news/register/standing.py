"""How things stand: a short text that changes whenever an export would, and since when they stand so. Far cheaper than making
the export, and the same on every server: both are read from the database alone."""

from datetime import datetime
from hashlib import sha256

from django.db.models import Count, F, Max, Sum

from news.models import Attendance, Decision, Edition, Hiding
from news.register import edits
from news.register.exports import EDITED

# Keys are mixed by a prime, so that two changes do not cancel out in a sum.
PRIME = 1_000_003
# Steps of the workflow that change what readers see at the moment they are taken; scheduled news comes by the clock.
_PUBLIC_STEPS = ("publish", "withdraw", "reinstate", "quick_fix", "mask", "unschedule")
# What is edited in place and stands in a set. Every file names its publisher and licence, and nobody who is hidden.
_EDITABLE = {
    "people": ("Person", "Merging"),
    "agencies": ("Agency", "Merging", "Reorganization"),
    "appointments": ("Appointment", "Person", "Agency", "Merging", "Reorganization"),
    "meetings": (),
    "attendances": ("Merging", "Reorganization"),
}


def of(name: str, at: datetime) -> str:
    """Of one set of rows (news/register/exports.py) at a moment.

    A released edition is never changed, so which editions are live says all about their texts; people, agencies and
    appointments are edited in place and read whole; a merger gives lines of old editions to other records.
    """
    parts = [_live(at), tuple(Hiding.objects.latest_stamp()[:1])]
    if name == "attendances":
        parts.append(_whose_lines())
    digest = sha256(repr(parts).encode())
    if name in EDITED:
        for row in EDITED[name].order_by("pk").iterator(2000):
            digest.update(repr(row).encode())
    return digest.hexdigest()[:24]


def since(name: str, at: datetime) -> datetime | None:
    """The latest moment at which the set changed: something went live, was taken back, or was edited. None for one that never
    did. Up to four queries."""
    live = Edition.objects.live(at).aggregate(latest=Max("live_from"))["latest"]
    # A translation that is begun joins two meetings.
    steps = (*_PUBLIC_STEPS, "create") if name == "meetings" else _PUBLIC_STEPS
    step = (
        Decision.objects.filter(step__in=steps, at__lte=at)
        .order_by("-pk")
        .values_list("at", flat=True)
        .first()
    )
    edit = edits.latest_of([f"news.{model}" for model in (*_EDITABLE[name], "Hiding", "SiteSettings")])
    return max(filter(None, (live, step, edit)), default=None)


def _live(at: datetime) -> tuple:
    """Which editions are live, and which of them got a translation."""
    keys = Edition.objects.live(at).aggregate(
        count=Count("pk"),
        total=Sum("pk"),
        mixed=Sum(F("pk") * F("pk") % PRIME),
        latest=Max("pk"),
        translated=Count("article__translation_group"),
    )
    return tuple(keys.values())


def _whose_lines() -> tuple:
    keys = Attendance.objects.aggregate(
        people=Sum(F("pk") * F("person_id") % PRIME),
        agencies=Sum(F("pk") * F("agency_id") % PRIME),
        sides=Sum(F("pk") * F("delegation__agency_id") % PRIME),
    )
    return tuple(keys.values())
