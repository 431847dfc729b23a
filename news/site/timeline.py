"""Long lists, newest first, leafed through by place and not by number: page 500 costs what page 1 costs, nothing is counted,
and a page that somebody linked to keeps its rows when news are added."""

import re
from collections.abc import Callable
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


def published(edition: Edition) -> datetime:
    return edition.listed_at


@dataclass(frozen=True)
class Leaf:
    """One page of a list. `newer` and `older` are addresses, "" at the ends; `query` is "" on the first page."""

    editions: list[Edition]
    newer: str = ""
    older: str = ""
    query: str = ""
    moment: Callable[[Edition], datetime] = published

    @property
    def first_day(self):
        """The days between which the rows of this page lie, the later first."""
        return timezone.localdate(self.moment(self.editions[0]))

    @property
    def last_day(self):
        return timezone.localdate(self.moment(self.editions[-1]))


@dataclass(frozen=True)
class _Asked:
    """The list that is leafed through: `kept` is the rest of its address ("ai=p1"), `moment` what its rows are sorted by."""

    path: str
    size: int
    moment: Callable[[Edition], datetime]
    kept: str

    def leaf(self, editions: list[Edition], query: str = "", *, has_older: bool) -> Leaf:
        words = addresses.WORDS[addresses.page_language()]
        newer = self._address(words["newer"], editions[0]) if query else ""
        older = self._address(words["older"], editions[-1]) if has_older else ""
        return Leaf(editions, newer, older, query, self.moment)

    def _address(self, word: str, edition: Edition) -> str:
        """Microseconds since 1970 and the article's key: the sort key of the row, exactly."""
        place = f"{(self.moment(edition) - _EPOCH) // timedelta(microseconds=1)}-{edition.article_id}"
        return f"{self.path}?{self.kept}{'&' if self.kept else ''}{word}={place}"

    def read(self, lists, size: int, rising: bool = False) -> list[Edition]:
        if len(lists) == 1:
            return list(lists[0].for_cards()[:size])
        parts = shelves.pick({str(number): rows[:size] for number, rows in enumerate(lists)})
        return list(merge(*parts.values(), key=self._key, reverse=not rising))[:size]

    def _key(self, edition: Edition):
        return self.moment(edition), edition.article_id


def leaf(request, *lists, size: int = SIZE, moment=published, kept: str = "") -> Leaf:
    """The page that the request asks for of one or several merged lists (unordered querysets of editions).

    Lists that are not sorted by publication name their `moment`, and their querysets know what is newer and older by it.
    Raises Http404 for a place that is none and for a page behind the last.
    """
    words = addresses.WORDS[addresses.page_language()]
    asked = _Asked(request.path, size, moment, kept)
    if newer := request.GET.get(words["newer"]):
        if found := _newer(asked, lists, _place(newer)):
            return asked.leaf(found, f"?{words['newer']}={newer}", has_older=True)
    elif older := request.GET.get(words["older"]):
        found = _older(asked, lists, _place(older))
        return asked.leaf(found[:size], f"?{words['older']}={older}", has_older=len(found) > size)
    found = asked.read([rows.newest_first() for rows in lists], size + 1)
    return asked.leaf(found[:size], has_older=len(found) > size)


def _newer(asked: _Asked, lists, place) -> list[Edition]:
    """The page before a place, or nothing when that is the first page, which then shows itself whole."""
    size = asked.size
    found = asked.read([rows.newer_than(*place).oldest_first() for rows in lists], size + 1, rising=True)
    return found[:size][::-1] if len(found) > size else []


def _older(asked: _Asked, lists, place) -> list[Edition]:
    found = asked.read([rows.older_than(*place).newest_first() for rows in lists], asked.size + 1)
    if not found:
        raise Http404
    return found


def _place(text: str) -> tuple[datetime, int]:
    match = _CURSOR.fullmatch(text)
    try:
        moment, key = _EPOCH + timedelta(microseconds=int(match[1])), int(match[2])
    except (TypeError, OverflowError) as error:
        raise Http404 from error
    # Near the calendar's ends a moment has no day in Viet Nam.
    if not 1 < moment.year < 9999:
        raise Http404
    return moment, key
