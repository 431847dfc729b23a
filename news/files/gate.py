"""Heavy work on files: one piece at a time in each process, always by the same thread.

One at a time, so that twenty photos at once cost the memory of one. By the same thread, because the C library gives each
thread a heap of its own and keeps what was freed there: eight threads taking turns were measured to hold 1,500 MiB, one
thread 370 MiB (tests/news/photos/test_memory.py).
"""

import contextvars
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

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
