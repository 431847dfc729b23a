"""What a check finds: one sentence for the editor, and its place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Differing:
    """A title that the register does not know: what an answer needs (news/desk/titles.py).

    `post` is the key of the appointment held on the day of the event.
    """

    person: int
    printed: str
    post: int


@dataclass(frozen=True)
class Finding:
    """One sentence for the editor. `place` is a key of the document, e.g. `captions.2.alt`."""

    sentence: str
    place: str
    is_blocking: bool = True
    about: Differing | None = None


Check = Callable[[dict], Iterator[Finding]]
