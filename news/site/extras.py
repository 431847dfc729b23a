"""What another room adds to an article: its sound. `portal/apps.py` fills the hooks; without it articles are silent.

Nothing else crosses: the newsroom knows what readers are offered, not how it was made.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Expression, QuerySet


@dataclass(frozen=True)
class Audio:
    """A recording that readers may have now. `url`, `marks` and `transcript` (WebVTT) are paths, the last two "" where nobody
    knows when which word is heard; `size` is in bytes."""

    url: str
    marks: str
    size: int
    seconds: int
    media_type: str
    is_machine: bool
    transcript: str = ""

    @property
    def file(self) -> dict:
        """As the filter `file_facts` wants it."""
        return {"name": "", "size": self.size, "seconds": self.seconds}


@dataclass(frozen=True)
class Reading:
    """What the last making of a recording cost: `anew` of its `sentences` were spoken, the others were known; None where nobody counted.

    `at` is when it was looked at last; a person's recording is not made again.
    """

    sentences: int
    anew: int | None
    at: datetime | None
    is_waiting: bool
    is_machine: bool


def _silent(editions) -> dict:
    return {}


@dataclass
class _Hooks:
    audio_of_all: Callable[[Iterable], dict[int, Audio]] = _silent
    remake_audio: Callable = lambda edition: None
    columns: dict[str, Expression] | None = None
    readings_of: Callable[[Iterable], dict[int, Reading]] = _silent
    with_sound: Callable[[QuerySet], QuerySet] = lambda editions: editions.none()


_hooks = _Hooks()


def fill(
    *,
    audio_of_all: Callable,
    remake_audio: Callable,
    columns: dict[str, Expression],
    readings_of: Callable,
    with_sound: Callable,
) -> None:
    """Called once, at the start. `columns` annotate editions so that whatever shows them asks nothing more for the sound."""
    _hooks.audio_of_all, _hooks.remake_audio, _hooks.columns = audio_of_all, remake_audio, columns
    _hooks.readings_of, _hooks.with_sound = readings_of, with_sound


def audio_of(edition) -> Audio | None:
    """The sound of a released edition. No query for one that `article_page.loaded` brought, else one."""
    return audio_of_all([edition]).get(edition.pk)


def audio_of_all(editions: Iterable) -> dict[int, Audio]:
    """{primary key: Audio} of those that have one; one query for all of them (feeds)."""
    return _hooks.audio_of_all(editions)


def with_sound(editions: QuerySet) -> QuerySet:
    """Those of the editions that have a recording; one index look-up for each that is looked at."""
    return _hooks.with_sound(editions)


def remake_audio(edition) -> None:
    """That the sound of this edition is made again soon, by the worker: its spelling or voice has changed. What did not change is
    not spoken again."""
    _hooks.remake_audio(edition)


def readings_of(editions: Iterable) -> dict[int, Reading]:
    """{primary key: Reading} of those that are to be heard; one query for all of them."""
    return _hooks.readings_of(editions)


def columns() -> dict[str, Expression]:
    return _hooks.columns or {}
