"""One list that two people changed, brought together row by row. Pure.

A row that one of the two added stays, one that one of them took out goes, and a row that both touched takes from each the
columns that only this one changed. Where they contradict each other (the same column, another order, taken out here and
changed there) the list cannot be joined and stays a choice between the two.
"""

from news.desk.difference import KNOWN_BY, paired


class Contradiction(Exception):
    """Both said something else about the same thing."""


def joined(name: str, base: list[dict], mine: list[dict], theirs: list[dict]) -> list[dict] | None:
    """The rows of both, None where they contradict each other. `name` is a list of the document, or "attendances"."""
    try:
        return _joined(name, base, mine, theirs)
    except Contradiction:
        return None


def _joined(name: str, base: list[dict], mine: list[dict], theirs: list[dict]) -> list[dict]:
    my_tokens, their_tokens = _tokens(name, base, mine, theirs)
    old = dict(enumerate(base))
    my_rows, their_rows = (
        dict(zip(my_tokens, mine, strict=True)),
        dict(zip(their_tokens, theirs, strict=True)),
    )
    rows = (
        _row(name, old.get(token), my_rows.get(token), their_rows.get(token))
        for token in _ordered(list(old), my_tokens, their_tokens)
    )
    return [row for row in rows if row is not None]


def _tokens(name: str, base, mine, theirs) -> tuple[list, list]:
    """A name for each row of both, the same for the same row: its place in `base`, else one of its own."""
    keys = KNOWN_BY[name]
    from_base = [
        {new: old for old, new in paired(base, rows, keys) if new is not None} for rows in (mine, theirs)
    ]
    fresh = [[new for new, old in known.items() if old is None] for known in from_base]
    mine_added, theirs_added = (
        [rows[new] for new in added] for rows, added in zip((mine, theirs), fresh, strict=True)
    )
    same = {
        fresh[1][new]: fresh[0][old]
        for old, new in paired(mine_added, theirs_added, keys)
        if None not in (old, new)
    }
    my_tokens = [old if old is not None else ("mine", new) for new, old in sorted(from_base[0].items())]
    their_tokens = [
        old if old is not None else ("mine", same[new]) if new in same else ("theirs", new)
        for new, old in sorted(from_base[1].items())
    ]
    return my_tokens, their_tokens


def _ordered(base: list, mine: list, theirs: list) -> list:
    """All tokens: in the order of whoever changed it, what only the other has behind its neighbour there."""
    shared = set(base) & set(mine) & set(theirs)
    orders = [[token for token in tokens if token in shared] for tokens in (base, mine, theirs)]
    if orders[1] not in (orders[0], orders[2]) and orders[2] != orders[0]:
        raise Contradiction
    first, second = (mine, theirs) if orders[2] == orders[0] != orders[1] else (theirs, mine)
    whole = list(first)
    for place, token in enumerate(second):
        if token not in whole:
            before = next((other for other in reversed(second[:place]) if other in whole), None)
            whole.insert(whole.index(before) + 1 if before is not None else 0, token)
    return whole


def _row(name: str, old: dict | None, mine: dict | None, theirs: dict | None) -> dict | None:
    if mine == theirs or theirs == old:
        return mine
    if mine == old:
        return theirs
    if None in (old, mine, theirs):
        raise Contradiction
    return {key: _column(key, old[key], mine[key], theirs[key]) for key in old}


def _column(key: str, old, mine, theirs):
    if mine == theirs or theirs == old:
        return mine
    if mine == old:
        return theirs
    if key == "attendances":
        return _joined(key, old, mine, theirs)
    raise Contradiction
