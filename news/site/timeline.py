"""Long lists, newest first, leafed through by place and not by number: page 500 costs what page 1 costs, nothing is counted,
and a page that somebody linked to keeps its rows when news are added."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from heapq import merge

from django.http import Http404
from django.utils import timezone

from news.models import Edition
from news.site import addresses, shelves

SIZE = 20
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CURSOR = re.compile(r"(-?[0-9]{1,18})-([0-9]{1,18})")


@dataclass(frozen=True)
class Leaf:
    """One page of a list. `newer` and `older` are addresses, "" at the ends; `query` is "" on the first page."""

    editions: list[Edition]
    newer: str = ""
    older: str = ""
    query: str = ""

    @property
    def first_day(self):
        """The days between which the rows of this page lie, the later first."""
        return timezone.localtime(self.editions[0].listed_at).date()

    @property
    def last_day(self):
        return timezone.localtime(self.editions[-1].listed_at).date()


def leaf(request, *lists, size: int = SIZE) -> Leaf:
    """The page that the request asks for of one or several merged lists (unordered querysets of editions).

    Raises Http404 for a place that is none and for a page behind the last.
    """
    words = addresses.WORDS[addresses.page_language()]
    if newer := request.GET.get(words["newer"]):
        if found := _newer(lists, _place(newer), size):
            return _leaf(request, found, f"?{words['newer']}={newer}", has_older=True)
    elif older := request.GET.get(words["older"]):
        found = _older(lists, _place(older), size)
        return _leaf(request, found[:size], f"?{words['older']}={older}", has_older=len(found) > size)
    found = _read([rows.newest_first() for rows in lists], size + 1)
    return _leaf(request, found[:size], "", has_older=len(found) > size)


def _newer(lists, place, size: int) -> list[Edition]:
    """The page before a place, or nothing when that is the first page, which then shows itself whole."""
    found = _read([rows.newer_than(*place).oldest_first() for rows in lists], size + 1, rising=True)
    return found[:size][::-1] if len(found) > size else []


def _older(lists, place, size: int) -> list[Edition]:
    found = _read([rows.older_than(*place).newest_first() for rows in lists], size + 1)
    if not found:
        raise Http404
    return found


def _read(lists, size: int, rising: bool = False) -> list[Edition]:
    if len(lists) == 1:
        return list(lists[0].for_cards()[:size])
    parts = shelves.pick({str(number): rows[:size] for number, rows in enumerate(lists)})
    return list(merge(*parts.values(), key=_key, reverse=not rising))[:size]


def _key(edition: Edition):
    return edition.listed_at, edition.article_id


def _leaf(request, editions, query: str, *, has_older: bool) -> Leaf:
    words = addresses.WORDS[addresses.page_language()]
    return Leaf(
        editions,
        newer=f"{request.path}?{words['newer']}={_cursor(editions[0])}" if query else "",
        older=f"{request.path}?{words['older']}={_cursor(editions[-1])}" if has_older else "",
        query=query,
    )


def _cursor(edition: Edition) -> str:
    """Microseconds since 1970 and the article's key: the sort key of the row, exactly."""
    return f"{(edition.listed_at - _EPOCH) // timedelta(microseconds=1)}-{edition.article_id}"


def _place(text: str) -> tuple[datetime, int]:
    match = _CURSOR.fullmatch(text)
    try:
        return _EPOCH + timedelta(microseconds=int(match[1])), int(match[2])
    except (TypeError, OverflowError) as error:
        raise Http404 from error
