"""Two people's changes to one text brought together, field by field and list by list. Pure.

`base` is what both started from. Where one of the two left a field as it was, the other's change is taken; where both
changed it, somebody has to choose.
"""

from dataclasses import dataclass

from news.desk.checks.photos import MARKER
from news.desk.difference import KNOWN_BY, SETS, changed_fields, paired
from news.desk.document import DAYS, TEXTS
from news.desk.lists import LISTS
from news.desk.merge_rows import joined

KEYS = (*TEXTS, *DAYS, "kind", "category", "cover", "shows_attendees", "tags", "related", *LISTS)
# Fields that only make sense together: the one is never taken without the other.
_TOGETHER = (("event_on", "event_until"),)


@dataclass(frozen=True)
class Merge:
    """`document` holds theirs wherever both changed; `disputed` names those keys, `mine` the keys taken from mine.

    `rows` holds, of the disputed lists, those that can keep the rows of both.
    """

    document: dict
    mine: tuple[str, ...]
    disputed: tuple[str, ...]
    rows: dict[str, list]
    theirs: dict

    def chosen(self, own: dict, keys, both=()) -> dict:
        """The merged document with `own` taken at those of the disputed keys, and the rows of both at `both`."""
        taken = {key: own[key] for key in _whole(set(keys)) & set(self.disputed)}
        result = self.document | taken | {key: self.rows[key] for key in both if key in self.rows}
        author = own if "body" in self.mine or "body" in taken else self.theirs
        return result | {"body": renumbered(result, author)}


def merged(base: dict, mine: dict, theirs: dict) -> Merge:
    """Three-way merge of sound documents."""
    my_keys = _whole(set(changed_fields(base, mine)))
    their_keys = _whole(set(changed_fields(base, theirs)))
    differing = _whole(set(changed_fields(mine, theirs)))
    taken = [key for key in KEYS if key in my_keys - their_keys]
    disputed = [key for key in KEYS if key in my_keys & their_keys & differing]
    rows = {key: _both(key, base[key], mine[key], theirs[key]) for key in disputed if key in (*SETS, *LISTS)}
    return Merge(
        theirs | {key: mine[key] for key in taken},
        tuple(taken),
        tuple(disputed),
        {key: found for key, found in rows.items() if found is not None},
        theirs,
    )


def _both(key: str, base: list, mine: list, theirs: list) -> list | None:
    if key in LISTS:
        return joined(key, base, mine, theirs)
    gone = {one for one in base if one not in mine or one not in theirs}
    return [one for one in dict.fromkeys([*theirs, *mine]) if one not in gone]


def renumbered(document: dict, author: dict) -> str:
    """The body of `document` with the numbers that its photos and films have there; its `author` counted the own lists."""
    body = document["body"]
    for word, name in (("ảnh", "captions"), ("video", "videos")):
        places = {
            old: new
            for old, new in paired(author[name], document[name], KNOWN_BY[name])
            if None not in (old, new)
        }
        if any(old != new for old, new in places.items()):
            body = _with_numbers(body, word, places)
    return body


def _with_numbers(body: str, word: str, places: dict[int, int]) -> str:
    def number(match):
        old = int(match[2]) - 1
        return f"[[{word} {places[old] + 1}]]" if match[1].casefold() == word and old in places else match[0]

    return MARKER.sub(number, body)


def _whole(keys: set[str]) -> set[str]:
    return keys.union(*(pair for pair in _TOGETHER if keys & set(pair)))
