"""Two people's changes to one text brought together, field by field and list by list. Pure.

`base` is what both started from. Where one of the two left a field as it was, the other's change is taken; where both
changed it, somebody has to choose.
"""

from dataclasses import dataclass

from news.desk.difference import changed_fields
from news.desk.document import DAYS, TEXTS
from news.desk.lists import LISTS

KEYS = (*TEXTS, *DAYS, "kind", "category", "cover", "shows_attendees", "tags", "related", *LISTS)
# Fields that only make sense together: the one is never taken without the other.
_TOGETHER = (("event_on", "event_until"),)


@dataclass(frozen=True)
class Merge:
    """`document` holds theirs wherever both changed; `disputed` names those keys, `mine` the keys taken from mine."""

    document: dict
    mine: tuple[str, ...]
    disputed: tuple[str, ...]

    def chosen(self, own: dict, keys) -> dict:
        """The merged document with `own` taken at those of the disputed keys."""
        return self.document | {key: own[key] for key in _whole(set(keys)) & set(self.disputed)}


def merged(base: dict, mine: dict, theirs: dict) -> Merge:
    """Three-way merge of sound documents."""
    my_keys = _whole(set(changed_fields(base, mine)))
    their_keys = _whole(set(changed_fields(base, theirs)))
    differing = _whole(set(changed_fields(mine, theirs)))
    taken = [key for key in KEYS if key in my_keys - their_keys]
    disputed = [key for key in KEYS if key in my_keys & their_keys & differing]
    return Merge(theirs | {key: mine[key] for key in taken}, tuple(taken), tuple(disputed))


def _whole(keys: set[str]) -> set[str]:
    return keys.union(*(pair for pair in _TOGETHER if keys & set(pair)))
