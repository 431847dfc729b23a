"""Uploads that arrive in parts, kept for their sender until the last has come: a lost connection costs only what was missing.

Parts lie in VAR_DIR/parts/<account>/<key>, on the machine that took them; the key is made by the browser. They are nothing yet:
what a file is and whether it is kept is asked of the whole (news/files/intake.py, news/photos/intake.py).
"""

import fcntl
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.utils.translation import gettext as _

from news.files.refusal import Busy, FileRefused

LIFE = 24 * 60 * 60
_KEY = re.compile(r"[0-9a-f]{32}")


class Incomplete(Exception):
    """Not all of it is here: it was never sent whole, or a day has passed."""


def received(user, key: str) -> int:
    """How many bytes of it are here; 0 for somebody else's key and for one that is none."""
    path = _path(user, key)
    return path.stat().st_size if path and path.exists() else 0


def add(user, key: str, offset: int, data: bytes) -> int:
    """Append bytes that begin at `offset` and return how many are here then. What does not fit on the end changes nothing."""
    path = _path(user, key)
    if path is None:
        raise FileRefused(_("This was not understood."))
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with path.open("ab") as file:
        # The same part sent twice, because its answer got lost, is appended once.
        fcntl.flock(file, fcntl.LOCK_EX)
        if file.tell() != offset:
            return file.tell()
        _demand_room(path.parent, len(data))
        file.write(data)
        return file.tell()


@contextmanager
def whole(user, key: str, size: int, name: str) -> Iterator[File]:
    """The file whose parts have all come. Taken or refused, they are gone afterwards; not when the gate was only busy."""
    path = _path(user, key)
    if path is None or received(user, key) != size or not size:
        raise Incomplete
    try:
        with path.open("rb") as file:
            yield File(file, name=name)
    except Busy:
        raise
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    path.unlink(missing_ok=True)


def forget_old() -> None:
    """A day after its last part, what was never finished goes."""
    for path in _root().glob("*/*"):
        if path.stat().st_mtime < time.time() - LIFE:
            path.unlink(missing_ok=True)


def _root() -> Path:
    return Path(settings.VAR) / "parts"


def _path(user, key: str) -> Path | None:
    return _root() / str(user.pk) / key if _KEY.fullmatch(key) else None


def _demand_room(folder: Path, more: int) -> None:
    """One person's unfinished files together are at most two of the largest kind."""
    most = int(2 * settings.VIDEO_MAX_MB * 1024 * 1024)
    if sum(path.stat().st_size for path in folder.iterdir()) + more > most:
        raise FileRefused(
            _("Too much is on its way at once. Finish or drop some uploads, then add this file again.")
        )
