"""Heavy work on files, one piece at a time in each process: twenty photos at once cost the memory of one."""

import threading
from contextlib import contextmanager

from django.utils.translation import gettext as _

from news.files.refusal import Busy

# A photo takes about a second; whoever waits longer than this is better told to come again.
WAIT_SECONDS = 30
_TURN = threading.BoundedSemaphore(1)


@contextmanager
def one_at_a_time(seconds: float = WAIT_SECONDS):
    """Hold the turn of this process. Raises Busy after `seconds`. Write nothing to the database inside."""
    if not _TURN.acquire(timeout=seconds):
        raise Busy(_("The server is busy with other files. It tries this one again in a moment."))
    try:
        yield
    finally:
        _TURN.release()
