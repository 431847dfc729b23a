"""News by the day of their first publication: years, months, days. Counted no further than a reader cares."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from news.models import Edition
from news.site import addresses, dateline, shelves, timeline

MOST = 999


@dataclass(frozen=True)
class Span:
    """A year, month or day of the archive; `count` is "999+" beyond what is counted."""

    label: str
    url: str
    count: str


def listed():
    return Edition.objects.listed().in_language(addresses.page_language())


def between(first: date, last: date):
    """Listed editions first published from the first to the last day in Viet Nam, both included."""
    return listed().filter(listed_at__gte=_midnight(first), listed_at__lt=_midnight(last + timedelta(days=1)))


def years(request) -> dict:
    """All years that have news, the latest first, and the newest news."""
    bounds = listed().order_by("listed_at").values_list("listed_at", flat=True)[:1]
    leaf = timeline.leaf(request, listed())
    first = [timezone.localtime(moment).year for moment in bounds]
    last = timezone.localdate().year
    spans = {
        year: (date(year, 1, 1), date(year, 12, 31)) for year in range(last, (first or [last + 1])[0] - 1, -1)
    }
    return {"spans": _spans(spans, str, addresses.archive), "leaf": leaf}


def months(request, year: int) -> dict:
    spans = {month: _month(year, month) for month in range(12, 0, -1)}
    return {
        "spans": _spans(
            spans,
            lambda month: dateline.month_name(year, month),
            lambda month: addresses.archive(year, month),
        ),
        "leaf": timeline.leaf(request, between(date(year, 1, 1), date(year, 12, 31))),
    }


def days(request, year: int, month: int) -> dict:
    first, last = _month(year, month)
    spans = {day: (date(year, month, day),) * 2 for day in range(1, last.day + 1)}
    return {
        "spans": _spans(
            spans, lambda day: f"{day:02}/{month:02}", lambda day: addresses.archive(year, month, day)
        ),
        "leaf": timeline.leaf(request, between(first, last)),
    }


def one_day(request, on: date) -> dict:
    return {"spans": [], "leaf": timeline.leaf(request, between(on, on))}


def _spans(days: dict, label, url) -> list[Span]:
    """Those of the spans that have news; one query for all of them."""
    counts = shelves.count_up_to(MOST, {key: between(*span) for key, span in days.items()})
    return [
        Span(label(key), url(key), f"{MOST}+" if count > MOST else str(count))
        for key, count in counts.items()
        if count
    ]


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _midnight(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))
