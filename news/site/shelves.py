"""Several short lists in two queries: a page of ten lists costs what a page of one costs, on a table of any size.

Each list is read from its own index and stops at its own end, which neither a window function nor `IN` would do.
"""

from django.db import connections
from django.db.models import QuerySet

from news.models import Edition


def pick(shelves: dict[str, QuerySet]) -> dict[str, list[Edition]]:
    """The editions of each sliced queryset, in its order and as cards. An edition on two shelves is one object."""
    keys = _keys(shelves)
    cards = Edition.objects.for_cards().in_bulk({key for found in keys.values() for key in found})
    return {name: [cards[key] for key in found if key in cards] for name, found in keys.items()}


def count_up_to(most: int, querysets: dict[str, QuerySet]) -> dict[str, int]:
    """How many rows each queryset has, in one query that counts no further than `most + 1`."""
    parts = [_part(number, queryset[: most + 1]) for number, queryset in enumerate(querysets.values())]
    counted = dict.fromkeys(querysets, 0)
    names = list(querysets)
    wrapped = [(f"SELECT shelf, COUNT(*) FROM ({sql}) AS counted GROUP BY shelf", args) for sql, args in parts]
    for number, count in _run(wrapped):
        counted[names[number]] = count
    return counted


def _keys(shelves: dict[str, QuerySet]) -> dict[str, list[int]]:
    found = {name: [] for name in shelves}
    names = list(shelves)
    rows = _run([_part(number, queryset) for number, queryset in enumerate(shelves.values())])
    for number, key in rows:
        found[names[number]].append(key)
    return found


def _part(number: int, queryset: QuerySet) -> tuple[str, tuple]:
    """SQL of (shelf, pk). The parts are unordered among each other; each keeps its own order inside the union."""
    sql, args = queryset.values("pk").query.sql_with_params()
    return f"SELECT {number} AS shelf, part.* FROM ({sql}) AS part", args


def _run(parts: list[tuple[str, tuple]]) -> list[tuple[int, int]]:
    if not parts:
        return []
    sql = " UNION ALL ".join(sql for sql, _args in parts)
    with connections[Edition.objects.db].cursor() as cursor:
        cursor.execute(sql, [arg for _sql, args in parts for arg in args])
        return cursor.fetchall()
