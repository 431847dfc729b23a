"""How things stand: a short text that changes whenever an export would. Far cheaper than making the export."""

from datetime import datetime
from hashlib import sha256

from django.db.models import Count, F, Max, Sum

from news.models import Attendance, Edition, Hiding
from news.register.exports import EDITED

# Keys are mixed by a prime, so that two changes do not cancel out in a sum.
PRIME = 1_000_003


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
