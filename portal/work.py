"""What the worker does besides its queue: once a minute it looks for what is owed, whoever forgot or was killed."""

import logging
import threading
from datetime import timedelta

from django.db import close_old_connections
from django.utils import timezone

from news.desk import bin, links, notices
from news.files import parts
from news.importing import dropping
from news.photos.tasks import make_owed
from portal import difficulties

log = logging.getLogger(__name__)

SWEEP_SECONDS = 60
# Longer than any task takes; a row running for longer belongs to a worker that was killed.
LEASE = timedelta(minutes=15)
KEEP_RESULTS = timedelta(days=7)
# Each looks for what is owed by itself and may run in several workers at once.
OWED = (
    make_owed, notices.send_owed, notices.forget_old, bin.empty, links.check_some, dropping.forget_old, parts.forget_old,
    difficulties.tell_staff, difficulties.forget_contacts,
)  # fmt: skip


def sweep() -> None:
    """Return tasks past their lease, forget old results, make what is owed. Safe to run at any time, by several."""
    from django_tasks import TaskResultStatus
    from django_tasks_db.models import DBTaskResult

    now = timezone.now()
    DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lt=now - LEASE).update(
        status=TaskResultStatus.READY, started_at=None
    )
    done = (TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED)
    DBTaskResult.objects.filter(status__in=done, finished_at__lt=now - KEEP_RESULTS).delete()
    for work in OWED:
        _try(work)


def _try(work) -> None:
    """One kind of work that fails does not keep the others waiting."""
    try:
        work()
    except Exception:
        log.exception(
            "%s.%s failed; it is tried again in %d seconds.", work.__module__, work.__name__, SWEEP_SECONDS
        )


def sweep_for_ever(stop: threading.Event) -> None:
    """The sweep in a thread of its own. A failure is logged and tried again: side work never stops the worker."""
    while True:
        try:
            close_old_connections()
            sweep()
        except Exception:
            log.exception("The sweep failed; it runs again in %d seconds.", SWEEP_SECONDS)
        finally:
            close_old_connections()
        if stop.wait(SWEEP_SECONDS):
            return
