"""Heavy work on files: one piece at a time in each process, always by the same thread; photos one at a time on the whole machine.

One at a time, so that twenty photos at once cost the memory of one. By the same thread, because the C library gives each
thread a heap of its own and keeps what was freed there: eight threads taking turns were measured to hold 1,500 MiB, one
thread 370 MiB. What a piece of work has freed is given back to the machine at its end (bench/photos.py measures all of it).
"""

import contextvars
import ctypes
import fcntl
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.utils.translation import gettext as _

from news.files.refusal import Busy

Made = TypeVar("Made")
# A photo takes about a second; whoever waits longer than this is better told to come again.
WAIT_SECONDS = 30
_HANDS = ThreadPoolExecutor(max_workers=1, thread_name_prefix="files")


def in_turn(work: Callable[..., Made], *given) -> Made:
    """What `work(*given)` returns or raises, when its turn has come. Raises Busy if that takes too long.

    The work must not touch the database: that thread would open a connection of its own. It speaks the caller's language.
    """
    turn = _HANDS.submit(contextvars.copy_context().run, work, *given)
    wait([turn], timeout=WAIT_SECONDS)
    if turn.cancel():
        raise Busy(_("The server is busy with other files. It tries this one again in a moment."))
    return turn.result()


@contextmanager
def alone() -> Iterator[None]:
    """The only one on this machine, whichever process asks: web workers and the task worker share its memory.

    Two locks, so that nobody waits for ever: whoever is next holds the first while waiting for the second, and whoever works
    again and again (the task worker, a rendition at a time) stands behind them.
    """
    folder = Path(settings.VAR) / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "files-next").open("w") as following, (folder / "files-now").open("w") as now:
        fcntl.flock(following, fcntl.LOCK_EX)
        fcntl.flock(now, fcntl.LOCK_EX)
        fcntl.flock(following, fcntl.LOCK_UN)
        try:
            yield
        finally:
            _give_back()


def _give_back() -> None:
    """Freed memory goes back to the machine; where the C library has no such call, it keeps it for the next photo."""
    if trim := _trim():
        trim(0)


@cache
def _trim():
    with suppress(OSError, AttributeError):
        return ctypes.CDLL(None).malloc_trim
    return None
