"""A month of royalties as it stands now: a line for each maker of each part of each article first published in it.

The credits are those of the article's last release; the unit and the coefficient are those in force on the day of its
first publication. Articles that were withdrawn count: the work was done.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import groupby

from django.db.models import Count, Prefetch
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news.desk.royalties_amounts import WHOLE, split, worth
from news.desk.royalties_rates import Rates
from news.models import Article, Caption, Credit, Kind


@dataclass(frozen=True)
class Line:
    """The columns of `RoyaltyLine` under their own names."""

    article_id: int
    number: int
    title: str
    published_on: date
    kind: str
    part: str
    user_id: int | None
    person_id: int | None
    name: str
    pen_name: str
    share: Decimal
    coefficient: Decimal
    quantity: int
    base: int
    amount: int

    def get_part_display(self) -> str:
        return Credit.Part(self.part).label


@dataclass(frozen=True)
class Gap:
    """Why the table is not whole. `what` is base, rate, shares or credit; `article` where one is meant, else `kind` and
    `part` of a missing coefficient; `since` the first day that needs it."""

    what: str
    sentence: str
    is_blocking: bool = True
    article: Article | None = None
    kind: str = ""
    part: str = ""
    since: date | None = None


@dataclass
class Table:
    month: date
    articles: int
    lines: list[Line] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)

    @property
    def total(self) -> int:
        return sum(line.amount for line in self.lines)

    @property
    def unpaid(self) -> int:
        """Articles without any credit."""
        return sum(gap.what == "credit" for gap in self.gaps)

    @property
    def is_whole(self) -> bool:
        return not any(gap.is_blocking for gap in self.gaps)


def first_day(day: date) -> date:
    return day.replace(day=1)


def month_after(month: date) -> date:
    return first_day(month + timedelta(days=31))


def bounds(first: date, last: date) -> tuple[datetime, datetime]:
    """From the beginning of the day `first` to the end of the day `last` (excluded), in Viet Nam."""
    begin = datetime.combine(first, datetime.min.time())
    end = datetime.combine(last + timedelta(days=1), datetime.min.time())
    return timezone.make_aware(begin), timezone.make_aware(end)


def published_between(first: date, last: date):
    """Articles first published on these days, to this moment: what is scheduled does not count yet."""
    begin, end = bounds(first, last)
    return Article.objects.filter(
        published_at__gte=begin,
        published_at__lt=min(end, timezone.now()),
        last_release__isnull=False,
    )


def table_of(month: date) -> Table:
    """Five queries, however many articles."""
    articles, rates = _articles_of(month), Rates()
    photos = _photo_counts(articles)
    table = Table(month, len(articles))
    missing = defaultdict(list)
    for article in articles:
        _add(table, article, rates, photos.get(article.last_release_id, 0), missing)
    table.gaps = [*_gaps_of_rates(missing), *table.gaps]
    table.gaps.sort(key=lambda gap: not gap.is_blocking)
    return table


def _articles_of(month: date) -> list[Article]:
    credits = Prefetch("last_release__credits", Credit.objects.select_related("user", "person"))
    found = published_between(month, month_after(month) - timedelta(days=1))
    return list(
        found.select_related("last_release")
        .only("number", "published_at", "standing", "last_release__title", "last_release__kind")
        .prefetch_related(credits)
        .order_by("published_at", "number")
    )


def _photo_counts(articles: list[Article]) -> dict[int, int]:
    editions = [article.last_release_id for article in articles]
    counted = (
        Caption.objects.filter(edition__in=editions).order_by().values("edition").annotate(n=Count("pk"))
    )
    return dict(counted.values_list("edition", "n"))


def _add(table: Table, article: Article, rates: Rates, photos: int, missing: dict) -> None:
    credits = sorted(article.last_release.credits.all(), key=lambda credit: _PLACES[credit.part])
    if not credits:
        table.gaps.append(Gap("credit", _("No credit: nobody is paid for it."), False, article))
    for part, group in groupby(credits, key=lambda credit: credit.part):
        _add_part(table, article, part, list(group), rates, photos, missing)


_PLACES = {part: place for place, part in enumerate(Credit.Part.values)}


def _add_part(table, article, part, credits, rates, photos, missing) -> None:
    kind, day = article.last_release.kind, timezone.localdate(article.published_at)
    if sentence := shares_fault(part, [credit.share for credit in credits]):
        table.gaps.append(Gap("shares", sentence, True, article))
    base, rate = rates.base_on(day), rates.rate_on(kind, part, day)
    if base is None:
        missing["base", "", ""].append(day)
    if rate is None:
        missing["rate", kind, part].append(day)
    coefficient = rate.coefficient if rate else Decimal(0)
    quantity = photos if rate and rate.is_per_photo else 1
    amounts = split(worth(coefficient, quantity, base or 0), [credit.share for credit in credits])
    table.lines += [
        Line(
            article.pk, article.number, article.last_release.title, day, kind, part, credit.user_id,
            credit.person_id, str(credit.user or credit.person), credit.pen_name, credit.share, coefficient,
            quantity, base or 0, amount,
        )
        for credit, amount in zip(credits, amounts, strict=True)
    ]  # fmt: skip


def shares_fault(part: str, shares: Iterable[Decimal]) -> str:
    """The sentence for shares that are not 100 together; "" where they are."""
    together = sum(shares, Decimal(0))
    if together == WHOLE:
        return ""
    words = {"part": Credit.Part(part).label, "sum": f"{together.normalize():f}".replace(".", ",")}
    return _("The shares of “%(part)s” are %(sum)s per cent together, not 100.") % words


def _gaps_of_rates(missing: dict) -> list[Gap]:
    gaps = []
    for (what, kind, part), days in sorted(missing.items()):
        words = {"day": date_format(min(days), "d/m/Y"), "count": len(days)}
        if what == "base":
            sentence = _("No value of the royalty unit is in force on %(day)s.") % words
        else:
            words |= {"kind": Kind(kind).label, "part": Credit.Part(part).label}
            sentence = ngettext(
                "No coefficient for “%(kind)s · %(part)s” (%(count)d article).",
                "No coefficient for “%(kind)s · %(part)s” (%(count)d articles).",
                words["count"],
            )
            sentence %= words
        gaps.append(Gap(what, sentence, True, None, kind, part, min(days)))
    return gaps
