"""What a check finds: one sentence for the editor, and its place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One sentence for the editor. `place` is a key of the document, e.g. `captions.2.alt`."""

    sentence: str
    place: str
    is_blocking: bool = True


Check = Callable[[dict], Iterator[Finding]]
