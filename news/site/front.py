"""The front page: every list of it in two queries, however many blocks it has."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.db.models import Q
from django.utils import timezone

from news.models import Article, Category, Edition, Kind
from news.site import addresses, shelves

NOTICES = (Kind.NOTICE, Kind.RECRUITMENT)
SECONDS, LATEST, IN_BLOCK, NOTICES_SHOWN, MEETINGS_SHOWN = 4, 12, 4, 6, 12
# Events of several days are found when they began no longer ago than this.
LONGEST_EVENT = timedelta(days=31)


@dataclass(frozen=True)
class Block:
    """A category on the front page: one story with its picture, and titles."""

    category: Category
    story: Edition
    titles: list[Edition]


def context() -> dict:
    """What templates/news/home.html shows. Three queries; an empty site gives empty lists."""
    categories = list(Category.objects.filter(Q(on_home=True) | Q(parent__on_home=True)))
    found = shelves.pick(_shelves(timezone.now(), categories))
    lead, seconds, latest = _top(found["featured"], found["latest"])
    shown = {card.pk for card in (lead, *seconds) if card}
    return {
        "lead": lead,
        "seconds": seconds,
        "latest": latest,
        "blocks": _blocks(categories, found, shown),
        "notices": found["notices"],
        "meetings": _by_day(found["meetings"]),
    }


def _shelves(now, categories) -> dict:
    language = addresses.page_language()
    few = Edition.objects.listed(now).of_language(language)
    listed = Edition.objects.listed(now).in_language(language)
    news = listed.exclude(kind__in=NOTICES)
    rows = {
        "featured": _featured(few, now),
        "latest": news.newest_first()[: 1 + SECONDS + LATEST],
        "notices": listed.filter(kind__in=NOTICES).newest_first()[:NOTICES_SHOWN],
        "meetings": _this_week(few, timezone.localdate(now)),
    }
    most = IN_BLOCK + 1 + SECONDS
    return rows | {
        f"category {row.pk}": listed.filter(category=row.pk).newest_first()[:most] for row in categories
    }


def _featured(few, now):
    """The story that an editor put first most lately. Sought among the few articles that are featured at all."""
    until = Q(featured_until__isnull=True) | Q(featured_until__gt=now)
    marked = Article.objects.filter(until, featured_from__lte=now, language=addresses.page_language())
    newest = marked.order_by("-featured_from").values("pk")[:5]
    return few.filter(article__in=newest).order_by("-article__featured_from")[:1]


def _this_week(few, today: date):
    """Events of this week from Monday to Sunday, those of several days included."""
    monday = today - timedelta(days=today.weekday())
    span = (monday - LONGEST_EVENT, monday + timedelta(days=6))
    days = Q(event_on__gte=monday) | Q(event_until__gte=monday)
    # A query of its own, so that every database starts from the days and not from the whole list.
    around = Edition.objects.filter(days, state="released", event_on__range=span).order_by().values("pk")
    return few.filter(pk__in=around).order_by("event_on", "article_id")[:MEETINGS_SHOWN]


def _top(featured: list[Edition], latest: list[Edition]):
    """The lead is the featured story, else the newest with a picture, else the newest; then the seconds and the rest."""
    lead = (
        next(iter(featured), None)
        or next((card for card in latest if card.cover_id), None)
        or next(iter(latest), None)
    )
    rest = [card for card in latest if card != lead]
    return lead, rest[:SECONDS], rest[SECONDS : SECONDS + LATEST]


def _blocks(categories, found: dict, shown: set[int]) -> list[Block]:
    """One for each category that has a block, with the news of those below it and without what stands above already."""
    blocks = []
    for category in (row for row in categories if row.on_home):
        family = [row.pk for row in categories if category.pk in (row.pk, row.parent_id)]
        cards = [card for pk in family for card in found[f"category {pk}"] if card.pk not in shown]
        cards.sort(key=lambda card: (card.listed_at, card.article_id), reverse=True)
        if cards[:IN_BLOCK]:
            blocks.append(_block(category, cards[:IN_BLOCK]))
    return blocks


def _block(category: Category, cards: list[Edition]) -> Block:
    story = next((card for card in cards if card.cover_id), cards[0])
    return Block(category, story, [card for card in cards if card != story])


def _by_day(meetings: list[Edition]) -> list[tuple[date, list[Edition]]]:
    return [(day, list(rows)) for day, rows in groupby(meetings, key=lambda row: row.event_on)]
