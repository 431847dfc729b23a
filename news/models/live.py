"""Which editions readers see at a moment, in which order, and with what beside them. Every public list stands on these words."""

from django.db import models
from django.db.models import Q
from django.utils import timezone


def is_live(at=None, prefix: str = "") -> Q:
    """The one definition of what readers see, for rows that lead to an edition by `prefix` ("edition__")."""
    standing = {f"{prefix}article__standing__in": ["normal", "archived"]}
    return _is_running(at or timezone.now(), prefix) & Q(**standing)


def _is_running(at, prefix: str = "") -> Q:
    has_no_end = Q(**{f"{prefix}live_until__isnull": True}) | Q(**{f"{prefix}live_until__gt": at})
    return has_no_end & Q(**{f"{prefix}state": "released", f"{prefix}live_from__lte": at})


_CARD = (
    "article__number", "language", "kind", "slug", "title", "short_title", "lead", "listed_at", "event_on",
    "event_until", "event_place", "category__slug", "category__name", "category__name_en", "cover__sha256",
    "cover__width", "cover__height", "cover__focal_x", "cover__focal_y", "cover__renditions",
)  # fmt: skip


class EditionQuerySet(models.QuerySet):
    def live(self, at=None):
        """Editions that readers see at the moment `at` (default: now). Nothing has to happen at that moment."""
        return self.filter(is_live(at))

    def listed(self, at=None):
        """Live editions that stand in lists, feeds and the sitemap: the archived ones do not."""
        at = at or timezone.now()
        in_time = Q(article__listed_until__isnull=True) | Q(article__listed_until__gt=at)
        return self.live(at).filter(in_time, article__standing="normal")

    def newest_first(self):
        return self.order_by("-listed_at", "-article_id")

    def in_language(self, language):
        return self.filter(language=language)

    def of_language(self, language):
        """The same rows, asked of the article: where other rows lead to few editions, the index of the newest by language
        would tempt a database to read the whole list instead."""
        return self.filter(article__language=language)

    def open(self):
        """The second condition is the one that the index of open editions asks for."""
        return self.filter(state__in=self.model.OPEN, live_from__isnull=True)

    def for_cards(self):
        """Exactly what a card or a list row touches, in one query."""
        return self.select_related("article", "category", "cover").only(*_CARD)

    def older_than(self, listed_at, article_pk: int):
        """What follows that place in a list sorted `newest_first`; the first condition lets an index find the place."""
        here = Q(listed_at__lt=listed_at) | Q(article_id__lt=article_pk)
        return self.filter(here, listed_at__lte=listed_at)

    def newer_than(self, listed_at, article_pk: int):
        here = Q(listed_at__gt=listed_at) | Q(article_id__gt=article_pk)
        return self.filter(here, listed_at__gte=listed_at)

    def oldest_first(self):
        return self.order_by("listed_at", "article_id")
