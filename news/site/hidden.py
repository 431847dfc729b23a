"""Who is hidden from the public just now, compiled once for each change and shared by everything that prints text.

A process keeps what it compiled and the stamp of the change it knows. Inside a request nothing is asked here: the query for
the site's settings, which every page makes, brings the latest stamp along (`seen`), and news/site/blanking.py renders again
what was rendered behind it. In commands and tasks (`watch_by_clock`) the stamp is asked for once a second at most.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from news.fold import fold
from news.models import Hiding, Person
from news.spellings import Name, letters_of, replaced

SECONDS = 1
MOST_LONGER = 100
FEW = 12


@dataclass(frozen=True)
class Hidden:
    """`names` are (name, stand-in, stand-in in English); `people` and `files` are primary keys."""

    stamp: str = ""
    names: tuple[tuple[Name, str, str], ...] = ()
    people: frozenset[int] = frozenset()
    files: frozenset[int] = frozenset()

    def blank(self, text: str, language: str | None = None) -> str:
        """The text without the hidden names in any spelling; safe HTML stays safe."""
        if not self.names or not text:
            return text
        is_english = _is_english(language)
        made = str(text)
        for name, stand_in, stand_in_en in self._sought(made):
            made = replaced(made, name, stand_in_en if is_english else stand_in)
        return mark_safe(made) if isinstance(text, SafeString) else made

    def _sought(self, text: str):
        """Of many names those that the text may hold; looking for a few costs less than reading it first."""
        if len(self.names) <= FEW:
            return self.names
        letters = letters_of(text)
        return [item for item in self.names if item[0].may_stand(letters)]

    def stand_in(self, language: str | None = None) -> str:
        """Of whoever was hidden first; "" where nobody is."""
        _name, stand_in, stand_in_en = next(iter(self.names), (None, "", ""))
        return stand_in_en if _is_english(language) else stand_in


def _is_english(language: str | None) -> bool:
    return (language or get_language() or "vi").startswith("en")


@dataclass
class _Known:
    """What this process has compiled, and when it last asked."""

    hidden: Hidden = field(default_factory=Hidden)
    asked_at: float = 0.0
    watches_clock: bool = False


@dataclass
class Request:
    """The stamp that the database named during one request, None until something asked."""

    stamp: str | None = None


_known = _Known()
_request: ContextVar[Request | None] = ContextVar("request_for_hidden", default=None)


def current() -> Hidden:
    if _known.watches_clock and _request.get() is None and time.monotonic() - _known.asked_at > SECONDS:
        refresh()
    return _known.hidden


def watch_by_clock() -> None:
    """For a process that answers no readers and so never hears of a change otherwise."""
    _known.watches_clock = True


@contextmanager
def one_request() -> Iterator[Request]:
    token = _request.set(Request())
    try:
        yield _request.get()
    finally:
        _request.reset(token)


def seen(stamp: str | None) -> None:
    """Somebody's query brought the latest stamp (None: nobody was ever hidden)."""
    if (request := _request.get()) is not None:
        request.stamp = stamp or ""


def refresh(stamp: str | None = None) -> bool:
    """Compile anew if the latest stamp (asked for where none is given) is not the known one; whether that was so."""
    if stamp is None:
        stamp = _latest()
        _known.asked_at = time.monotonic()
    if stamp == _known.hidden.stamp:
        return False
    _known.hidden = compiled()
    return True


def forget() -> None:
    """As a process that has just begun."""
    _known.hidden, _known.asked_at = Hidden(), 0.0


def _latest() -> str:
    return Hiding.objects.latest_stamp().values_list("stamp", flat=True).first() or ""


def name_of(spelling: str) -> Name:
    """The spelling, and the names of other persons that begin with it: few, and read once for each change."""
    rows = Person.objects.filter(folded__startswith=f"{fold(spelling)} ").values_list("full_name", flat=True)
    begins = Name(spelling)
    return Name(spelling, tuple(name for name in rows[:MOST_LONGER] if next(iter(begins.places(name)), None)))


def compiled() -> Hidden:
    """From the database. The stamp is read first: a change in between is then noticed at the next look."""
    stamp = _latest()
    rows = list(Hiding.objects.active())
    files = Hiding.withheld.through.objects.filter(hiding__in=rows).values_list("storedfile", flat=True)
    names = [(name_of(spelling), row.stand_in, row.stand_in_en) for row in rows for spelling in row.spellings]
    # The longest first: "ông Đinh Hữu Phí" is gone before "ông Phí" is sought.
    names.sort(key=lambda item: -len(item[0].text))
    return Hidden(stamp, tuple(names), frozenset(row.person_id for row in rows), frozenset(files))
