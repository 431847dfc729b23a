"""Several short lists in two queries: a page of ten lists costs what a page of one costs, on a table of any size.

Each list is read from its own index and stops at its own end, which neither a window function nor `IN` would do.
"""

from django.core.exceptions import EmptyResultSet
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
    names, counted = list(querysets), dict.fromkeys(querysets, 0)
    parts = _parts([queryset.order_by()[: most + 1] for queryset in querysets.values()])
    counts = [(f"SELECT shelf, COUNT(*) FROM ({sql}) AS counted GROUP BY shelf", args) for sql, args in parts]
    return counted | {names[number]: count for number, count in _run(counts)}


def _keys(shelves: dict[str, QuerySet]) -> dict[str, list[int]]:
    names, found = list(shelves), {name: [] for name in shelves}
    for number, key in _run(_parts(shelves.values())):
        found[names[number]].append(key)
    return found


def _parts(querysets) -> list[tuple[str, tuple]]:
    """SQL of (shelf, pk) for each queryset that can have rows; each keeps its own order inside the union."""
    parts = []
    for number, queryset in enumerate(querysets):
        try:
            sql, args = queryset.values("pk").query.sql_with_params()
        except EmptyResultSet:
            continue
        parts.append((f"SELECT {number} AS shelf, part.* FROM ({sql}) AS part", args))
    return parts


def _run(parts: list[tuple[str, tuple]]) -> list[tuple[int, int]]:
    if not parts:
        return []
    sql = " UNION ALL ".join(sql for sql, _args in parts)
    with connections[Edition.objects.db].cursor() as cursor:
        cursor.execute(sql, [arg for _sql, args in parts for arg in args])
        return cursor.fetchall()
