"""Who has the form of an edition open, since when. Kept in Django's cache by a heartbeat: no row, gone when it stops."""

from datetime import datetime

from django.core.cache import cache
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from news.models import Edition

# The page beats three times in this many seconds; a closed tab is forgotten after it.
SECONDS = 75


def beat(edition: Edition, user) -> list[str]:
    """Say that `user` is here; returns a sentence for each colleague who is here too, in the order of coming."""
    now = timezone.now()
    here = _present(edition, now)
    since = here.get(user.pk, {"since": now})["since"]
    here[user.pk] = {"name": str(user), "since": since, "seen": now}
    cache.set(_key(edition), here, SECONDS)
    return _sentences(here, user)


def others(edition: Edition, user) -> list[str]:
    """As `beat`, without being seen."""
    return _sentences(_present(edition, timezone.now()), user)


def _key(edition: Edition) -> str:
    return f"presence-{edition.pk}"


def _present(edition: Edition, now: datetime) -> dict[int, dict]:
    here = cache.get(_key(edition)) or {}
    return {pk: row for pk, row in here.items() if (now - row["seen"]).total_seconds() < SECONDS}


def _sentences(here: dict[int, dict], user) -> list[str]:
    rows = sorted((row for pk, row in here.items() if pk != user.pk), key=lambda row: row["since"])
    return [
        _("Now editing: %(name)s, since %(time)s")
        % {"name": row["name"], "time": date_format(timezone.localtime(row["since"]), "H:i")}
        for row in rows
    ]
