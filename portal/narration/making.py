"""The worker's part: take one text that is owed, make its sound, put it before the readers. One at a time on a machine.

A worker that is killed leaves a note of what it was making, a lease that runs out, and a draft without a name; whoever looks next
begins again. What readers get changes in one step, after both files are whole.
"""

import fcntl
import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import TextIO

from django.conf import settings
from django.core.files.storage import storages
from django.db import close_old_connections, transaction
from django.utils import timezone

from accessibility.models import Narration, Recording
from accessibility.narration import engines, recording
from accessibility.narration.spoken_before import SpokenBefore
from news.site import hidden
from portal.narration import files, owed, texts

log = logging.getLogger(__name__)

State = Narration.State
# Longer than a sentence may take, twice (engines/program.py). On the same machine nobody waits for it: see the note in the lock.
LEASE = timedelta(minutes=3)
# After the first, second, … failure; the last one holds for all that follow.
WAITS = [timedelta(minutes=minutes) for minutes in (1, 5, 30, 6 * 60)]
BEAT = 2
NICENESS = 10
SWEEP = 60
# Drafts of killed workers.
DRAFT_LIVES = 24 * 3600


class Lost(Exception):
    """Another worker has taken the text over, because we were too slow or slept; ours is thrown away."""


def make_for_ever(stop: threading.Event) -> None:
    """In a thread of its own, so that mail and pictures do not wait for a voice."""
    _be_modest()
    swept = -SWEEP
    while not stop.is_set():
        close_old_connections()
        try:
            if time.monotonic() - swept >= SWEEP:
                swept = time.monotonic()
                owed.find()
                _remove_drafts()
            while make_next() and not stop.is_set() and time.monotonic() - swept < SWEEP:
                pass
        except Exception:
            log.exception("Narration failed as a whole; it is tried again in %d seconds.", SWEEP)
            stop.wait(SWEEP)
        finally:
            close_old_connections()
        stop.wait(BEAT)
    engines.close()


def _be_modest() -> None:
    """Encoding gives way to whoever serves readers on the same processors. A thread has a priority of its own on Linux alone."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)


def make_owed(most: int = 1000) -> int:
    """Find and make all that is owed now; for `worker --batch`, tests and the impatient. How many texts were looked at."""
    owed.find()
    count = 0
    while count < most and make_next():
        count += 1
    engines.close()
    return count


def make_next() -> bool:
    """Whether there was a text to look at. Never raises because of one text."""
    with _alone_on_this_machine() as note:
        narration = _take() if note else None
        if narration is None:
            return False
        _write(note, str(narration.pk))
        try:
            _make(narration)
        except Lost:
            log.warning("%s was taken over by another worker.", narration.key)
        except Exception as error:
            is_ours = not isinstance(error, engines.EngineFailed)
            log.warning("%s could not be read aloud: %s", narration.key, error, exc_info=is_ours)
            _put_off(narration, error)
        _write(note, "")
        return True


def _take() -> Narration | None:
    """The next text, leased to us: `due_at` is until when."""
    now = timezone.now()
    waiting = Narration.objects.filter(state__in=Narration.UNFINISHED, due_at__lte=now)
    for narration in waiting.order_by("attempts", "-pk")[:5]:
        taken = Narration.objects.filter(pk=narration.pk, due_at=narration.due_at, state=narration.state)
        columns = {"state": State.MAKING, "due_at": now + LEASE, "attempts": narration.attempts + 1}
        if taken.update(**columns):
            for name, value in columns.items():
                setattr(narration, name, value)
            return narration
    return None


def _make(narration: Narration) -> None:
    stamp = texts.stamp()
    text = texts.sentences_of(texts.edition_of(narration.key))
    if text is None:
        owed.forget(narration)
        return
    if own := _own_recording(narration):
        _settle(narration, stamp, State.MADE, recording=own)
        return
    name = recording.fingerprint(text) if text else ""
    if not name:
        _settle(narration, stamp, State.SILENT, recording=None)
        return
    made = _made_before(narration, name, text) or _record(narration, name, text)
    _settle(narration, stamp, State.MADE, recording=made)


def _own_recording(narration: Narration) -> Recording | None:
    """A person's, unless the text that was read names somebody who is hidden by now: then the machine reads what is printed."""
    own = narration.recordings.filter(source=Recording.Source.PERSON, replaced_at=None).first()
    whom = hidden.current()
    return own if own and whom.blank(own.script) == own.script else None


def _made_before(narration: Narration, name: str, text: list) -> Recording | None:
    """The same words by the same voice, of this text or of another (an earlier edition): nothing is encoded twice."""
    known = Recording.objects.filter(fingerprint=name, source=Recording.Source.MACHINE).first()
    if known is None or not files.are_there(known):
        return None
    if known.narration_id != narration.pk:
        known.pk, known.narration, known.made_at = None, narration, timezone.now()
        known._state.adding = True
    known.replaced_at, known.spoken_anew = None, 0
    known.save()
    return known


def _record(narration: Narration, name: str, text: list) -> Recording:
    before = SpokenBefore(settings.NARRATION_CACHE, settings.NARRATION_CACHE_MB * 1024 * 1024)
    with files.draft() as file:
        heard = recording.record(text, file, before, _renewing(narration))
        made = Recording(
            narration=narration, fingerprint=name, voice=heard.voice, media_type=recording.MEDIA_TYPE,
            size=file.tell(), milliseconds=heard.milliseconds, sentences=len(text),
            script=texts.script_of(text), spoken_anew=before.spoken,
        )  # fmt: skip
        files.keep(file, made, heard.marks)
    columns = {field.attname: getattr(made, field.attname) for field in Recording._meta.concrete_fields}
    columns = {
        column: columns[column] for column in columns if column not in ("id", "narration_id", "fingerprint")
    }
    return Recording.objects.update_or_create(narration=narration, fingerprint=name, defaults=columns)[0]


def _renewing(narration: Narration) -> Callable[[], None]:
    """Called after each sentence: holds on to the lease. Raises Lost where it is no longer ours."""

    def alive() -> None:
        now = timezone.now()
        if narration.due_at - now > LEASE * 2 / 3:
            return
        if not _mine(narration).update(due_at=now + LEASE):
            raise Lost
        narration.due_at = now + LEASE

    return alive


def _mine(narration: Narration):
    return Narration.objects.filter(pk=narration.pk, state=State.MAKING, due_at=narration.due_at)


@transaction.atomic
def _settle(narration: Narration, stamp: str, state: str, **columns) -> None:
    """One step for the readers: from the old recording, or none, to the new one."""
    now = timezone.now()
    done = {
        "state": state,
        "attempts": 0,
        "error": "",
        "stamp": stamp,
        "looked_at": now,
        "due_at": now,
    } | columns
    if not _mine(narration).update(**done):
        raise Lost
    if "recording" in columns:
        # A person's recording is replaced by people alone (own.py); it comes back when nobody in it is hidden any more.
        others = narration.recordings.filter(replaced_at=None, source=Recording.Source.MACHINE)
        others.exclude(pk=getattr(columns["recording"], "pk", None)).update(replaced_at=now)


def _put_off(narration: Narration, error: Exception) -> None:
    wait = WAITS[min(narration.attempts, len(WAITS)) - 1]
    said = f"{type(error).__name__}: {error}"[:300]
    _mine(narration).update(state=State.FAILED, due_at=timezone.now() + wait, error=said)


@contextmanager
def _alone_on_this_machine() -> Iterator[TextIO | None]:
    """The lock, or None while somebody else on this machine has it; the kernel takes it back from whoever dies.

    What stands in it was being made when its maker was killed: that text is free again at once.
    """
    settings.NARRATION_CACHE.mkdir(parents=True, exist_ok=True)
    with (settings.NARRATION_CACHE / "lock").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield None
            return
        file.seek(0)
        if (left := file.read(20).strip()).isdigit():
            Narration.objects.filter(pk=left, state=State.MAKING).update(due_at=timezone.now())
            _write(file, "")
        yield file


def _write(file: TextIO, note: str) -> None:
    file.seek(0)
    file.truncate()
    file.write(note)
    file.flush()


def _remove_drafts() -> None:
    folder = Path(storages["public"].path("narration"))
    for path in folder.glob("*.part"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > DRAFT_LIVES:
                os.unlink(path)
