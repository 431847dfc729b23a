"""When records were last edited in place. They carry no moment of their own; the portal's log of changes knows it.

`portal/apps.py` fills the hook; without it nobody knows.
"""

from collections.abc import Callable, Collection
from datetime import datetime

LatestOf = Callable[[Collection[str]], datetime | None]
_hooks: dict[str, LatestOf] = {}


def fill(latest_of: LatestOf) -> None:
    _hooks["latest_of"] = latest_of


def latest_of(labels: Collection[str]) -> datetime | None:
    """The moment of the latest change of a row of these models ("news.Person"); None where there was none."""
    known = _hooks.get("latest_of")
    return known(labels) if known else None
