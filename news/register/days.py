"""Meetings in the order of their days. The day is that of the event; where nobody wrote one, that of the publication.

Both kinds are lists of their own, each read from its own index, and merged by whoever shows them: an event counts as the first
moment of its day in Viet Nam, a publication as its own moment, and the article's key decides between equals.
"""

from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from news.models import Edition
from news.models.live import EditionQuerySet

# Events of several days are found when they began no longer ago than this.
LONGEST_EVENT = timedelta(days=31)


class ByEvent(EditionQuerySet):
    """Editions with a day of the event, asked for by the words that lists by publication know too."""

    def newest_first(self):
        return self.order_by("-event_on", "-article_id")

    def oldest_first(self):
        return self.order_by("event_on", "article_id")

    def older_than(self, moment: datetime, article_pk: int):
        on = timezone.localdate(moment)
        if moment > midnight(on):
            return self.filter(event_on__lte=on)
        return self.filter(Q(event_on__lt=on) | Q(article_id__lt=article_pk), event_on__lte=on)

    def newer_than(self, moment: datetime, article_pk: int):
        on = timezone.localdate(moment)
        if moment > midnight(on):
            return self.filter(event_on__gt=on)
        return self.filter(Q(event_on__gt=on) | Q(article_id__gt=article_pk), event_on__gte=on)


def with_event(first: date | None = None, last: date | None = None) -> ByEvent:
    """Live editions whose event touched the days from `first` to `last`, both included."""
    return ByEvent(Edition).live().filter(_event_within(first, last))


def without_event(first: date | None = None, last: date | None = None) -> EditionQuerySet:
    """Live editions without a day of the event, first published in those days."""
    return Edition.objects.live().filter(_published_within(first, last))


def within(first: date | None = None, last: date | None = None, prefix: str = "") -> Q:
    """Both kinds together, for rows that lead to an edition by `prefix`."""
    if not (first or last):
        return Q()
    return _event_within(first, last, prefix) | _published_within(first, last, prefix)


def _event_within(first: date | None, last: date | None, prefix: str = "") -> Q:
    within = Q(**{f"{prefix}event_on__isnull": False})
    if first:
        begun = Q(**{f"{prefix}event_on__gte": first}) | Q(**{f"{prefix}event_until__gte": first})
        within &= begun & Q(**{f"{prefix}event_on__gte": first - LONGEST_EVENT})
    return within & Q(**{f"{prefix}event_on__lte": last}) if last else within


def _published_within(first: date | None, last: date | None, prefix: str = "") -> Q:
    within = Q(**{f"{prefix}event_on__isnull": True})
    if first:
        within &= Q(**{f"{prefix}listed_at__gte": midnight(first)})
    return within & Q(**{f"{prefix}listed_at__lt": midnight(last + timedelta(days=1))}) if last else within


def moment_of(edition: Edition) -> datetime:
    """The place of an edition among all meetings."""
    return midnight(edition.event_on) if edition.event_on else edition.listed_at


def day_of(edition: Edition) -> date:
    return edition.event_on or timezone.localdate(edition.listed_at)


def midnight(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))
