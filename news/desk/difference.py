"""What differs between two documents: words of texts, items of lists. Pure: no database, no names, no translation.

`changes(before, after)` is empty exactly when the two documents say the same (the editor's own line breaks between
blocks do not count). Names for the primary keys are put in where the changes are shown (news/admin/comparing.py).
"""

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from news.desk.document import DAYS, TEXTS
from news.desk.lists import LISTS
from news.desk.words import SAME, html_words, words_between

ADDED, REMOVED, CHANGED, MOVED = "added", "removed", "changed", "moved"
FIELDS = (*TEXTS, *DAYS, "kind", "category", "cover", "shows_attendees")
SETS = ("tags", "related")
# How an item is recognised in the other document: the first of these that finds a partner, then the next.
KNOWN_BY = {
    "delegations": (("side", "agency", "heading"), ("heading",), ("agency",), ("side",)),
    "attendances": (("kind", "person", "agency", "name"), ("kind", "person"), ("name",)),
    "agencies": (("agency",),),
    "captions": (("photo", "text"), ("photo",)),
    "videos": (("url", "file"), ("title",)),
    "attachments": (("file", "name"), ("file",)),
    "credits": (("part", "user", "person"), ("user", "person")),
}


@dataclass(frozen=True)
class Value:
    """One key of a field or item: `before` and `after` as in the documents, and for texts their words."""

    key: str
    before: Any
    after: Any
    words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Change:
    """`field` is a key of the document; `row` its list ("attendances" for a line of a delegation) with the `item`.

    `item` is as in the newer document, of the older one when it was removed; `owner` is the delegation of a line.
    """

    field: str
    sort: str
    row: str = ""
    item: dict | None = None
    owner: dict | None = None
    values: tuple[Value, ...] = ()


def changes(before: dict, after: dict) -> list[Change]:
    """Every difference, fields before lists, in the order of the documents."""
    found = [change for name in FIELDS if (change := _of_field(name, before[name], after[name]))]
    found += [change for name in SETS for change in _of_set(name, before[name], after[name])]
    return found + [change for name in LISTS for change in _of_list(name, name, before[name], after[name])]


def changed_fields(before: dict, after: dict) -> list[str]:
    """The keys of the documents that differ, each once."""
    return list(dict.fromkeys(change.field for change in changes(before, after)))


def _of_field(name: str, before, after) -> Change | None:
    value = _value(name, before, after)
    if value is None:
        return None
    sort = ADDED if before in ("", None) else REMOVED if after in ("", None) else CHANGED
    return Change(name, sort, values=(value,))


def _value(key: str, before, after) -> Value | None:
    if before == after:
        return None
    if key == "body":
        words = html_words(before, after)
        return Value(key, before, after, words) if any(kind != SAME for kind, _text in words) else None
    is_text = isinstance(before, str) and isinstance(after, str)
    return Value(key, before, after, words_between(before, after) if is_text else ())


def _of_set(name: str, before: list, after: list) -> list[Change]:
    gone = [Change(name, REMOVED, values=(Value(name, one, None),)) for one in before if one not in after]
    come = [Change(name, ADDED, values=(Value(name, None, one),)) for one in after if one not in before]
    is_moved = name == "related" and before != after and not gone and not come
    return gone + come + ([Change(name, MOVED, values=(Value(name, before, after),))] if is_moved else [])


def _of_list(field: str, row: str, before: list[dict], after: list[dict], owner=None) -> list[Change]:
    pairs = paired(before, after, KNOWN_BY[row])
    moved = _moved(pairs)
    found = []
    for old, new in pairs:
        if old is None or new is None:
            found += _whole(field, row, before[old] if new is None else after[new], owner, new is None)
            continue
        one, other = before[old], after[new]
        values = tuple(
            value
            for key in other
            if key != "attendances" and (value := _value(key, one.get(key), other[key]))
        )
        sort = MOVED if (old, new) in moved else CHANGED
        if values or sort == MOVED:
            found.append(Change(field, sort, row, other, owner, values))
        if row == "delegations":
            found += _of_list(field, "attendances", one["attendances"], other["attendances"], other)
    return found


def _whole(field: str, row: str, item: dict, owner: dict | None, is_gone: bool) -> list[Change]:
    """An item that only one document has; a delegation comes or goes with each of its lines."""
    sort = REMOVED if is_gone else ADDED
    lines = [Change(field, sort, "attendances", line, item) for line in item.get("attendances", ())]
    return [Change(field, sort, row, item, owner), *lines]


def paired(before: list[dict], after: list[dict], known_by) -> list[tuple[int | None, int | None]]:
    """(place before, place after) of each item, in the order of the newer list; removed items follow their neighbour."""
    partner: dict[int, int] = {}
    left = dict(enumerate(before))
    for keys in (None, *known_by):
        for new, item in enumerate(after):
            if new not in partner and (old := _first(left, item, keys)) is not None:
                partner[new] = old
                del left[old]
    pairs = [(partner.get(new), new) for new in range(len(after))]
    for old in left:
        place = next((index for index, pair in enumerate(pairs) if pair[0] == old - 1), -1)
        pairs.insert(place + 1, (old, None))
    return pairs


def _first(left: dict[int, dict], item: dict, keys) -> int | None:
    """The first item left that is equal (`keys` None) or equal in the keys, provided they say anything at all."""
    wanted = item if keys is None else [item[key] for key in keys]
    if keys is not None and not any(wanted):
        return None
    return next(
        (
            old
            for old, other in left.items()
            if (other if keys is None else [other[key] for key in keys]) == wanted
        ),
        None,
    )


def _moved(pairs) -> set[tuple[int, int]]:
    """The pairs that stand in another order than before, as few as a comparison of the two orders finds."""
    kept = [pair for pair in pairs if None not in pair]
    earlier = sorted(kept)
    steady = SequenceMatcher(None, earlier, kept, autojunk=False).get_matching_blocks()
    return set(kept) - {kept[place] for block in steady for place in range(block.b, block.b + block.size)}
