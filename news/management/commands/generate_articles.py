"""`manage.py generate_articles --count 100000`: many invented articles, for measuring. Never on a site with readers."""

import time
from datetime import timedelta
from random import Random

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from news.fold import fold, slugify_vi
from news.management import invented
from news.models import (
    Agency,
    Article,
    Attendance,
    Category,
    Decision,
    Delegation,
    Edition,
    Kind,
    Mention,
    Person,
    Sequence,
)

# Articles in one transaction: short enough that others get their turn at the database.
BATCH = 500
YEARS = 10
# What becomes of a hundred articles.
FATES = ["live"] * 90 + ["archived"] * 4 + ["withdrawn"] + ["draft"] * 2 + ["review", "approved", "scheduled"]


class Command(BaseCommand):
    help = "Add invented articles with people and agencies, to measure with. Refused outside a demo."

    def add_arguments(self, parser):
        parser.add_argument("--count", type=int, default=1000, help="how many articles")
        parser.add_argument("--people", type=int, help="how many persons (default: a fifth of the articles)")
        parser.add_argument("--busiest", type=int, default=0, help="attendances of one and the same person")
        parser.add_argument("--seed", type=int, default=1, help="the same number invents the same news")
        parser.add_argument("--anyway", action="store_true", help="also without DEMO=1")

    def handle(self, *, count, people, busiest, seed, anyway, **options):
        if not (settings.DEMO or anyway):
            raise CommandError("These articles are invented. Run it with DEMO=1, or with --anyway.")
        began, worked = time.monotonic(), time.process_time()
        world = World(Random(seed), people or max(20, count // 5), busiest)
        for start in range(0, count, BATCH):
            with transaction.atomic():
                world.add(min(BATCH, count - start))
        seconds, worked = time.monotonic() - began, time.process_time() - worked
        self.stdout.write(
            f"{count} articles in {seconds:.1f} s ({count / seconds:.0f} a second; {count / worked:.0f} a second of processor time)"
        )


class World:
    """Persons, agencies and categories to draw from, and the articles drawn with them."""

    def __init__(self, rng: Random, people: int, busiest: int):
        self.rng, self.left_for_busiest = rng, busiest
        self.now = timezone.now()
        self.categories = list(Category.objects.all()) or self._categories()
        self.agencies = self._agencies(max(20, people // 20))
        self.people = self._people(people)

    def _categories(self) -> list[Category]:
        names = ("Tin hoạt động", "Thông báo", "Hợp tác", "Chuyển đổi số")
        return [
            Category.objects.create(name=name, slug=slugify_vi(name), order=n) for n, name in enumerate(names)
        ]

    def _agencies(self, count: int) -> list[Agency]:
        names = (invented.agency_name(self.rng) for _number in range(count))
        return Agency.objects.bulk_create(
            (Agency(name=name, **_keys(name)) for name in names), batch_size=BATCH
        )

    def _people(self, count: int) -> list[Person]:
        names = (invented.person_name(self.rng) for _number in range(count))
        return Person.objects.bulk_create(
            (Person(full_name=name, honorific="ông", **_keys(name)) for name in names), batch_size=BATCH
        )

    def add(self, count: int) -> None:
        """One batch: a handful of statements, however many articles."""
        first = Sequence.take("article", count)
        fates = [self.rng.choice(FATES) for _number in range(count)]
        titles = [invented.title(self.rng) for _number in range(count)]
        moments = [self._moment(fate) for fate in fates]
        articles = Article.objects.bulk_create(
            self._article(first + index, *row)
            for index, row in enumerate(zip(fates, titles, moments, strict=True))
        )
        editions = Edition.objects.bulk_create(
            self._edition(*row) for row in zip(articles, fates, titles, moments, strict=True)
        )
        _point(articles)
        self._add_people(editions)
        Decision.objects.bulk_create(_decisions(editions))

    def _moment(self, fate: str):
        if fate == "scheduled":
            return self.now + timedelta(minutes=self.rng.randint(10, 60 * 24 * 14))
        return self.now - timedelta(minutes=self.rng.randint(1, YEARS * 365 * 24 * 60))

    def _article(self, number: int, fate: str, title: str, moment) -> Article:
        is_released = fate not in Edition.OPEN
        return Article(
            number=number,
            title_folded=fold(title)[:300],
            standing=fate if fate in ("archived", "withdrawn") else "normal",
            withdrawn_at=moment + timedelta(days=1) if fate == "withdrawn" else None,
            withdrawal_reason="Thông tin chưa chính xác." if fate == "withdrawn" else "",
            published_at=moment if is_released else None,
            created_at=min(moment, self.now),
        )

    def _edition(self, article: Article, fate: str, title: str, moment) -> Edition:
        rng, is_released = self.rng, fate not in Edition.OPEN
        return Edition(
            article=article,
            state="released" if is_released else fate,
            live_from=moment if is_released else None,
            listed_at=moment if is_released else None,
            stood_at=min(moment, self.now),
            edited_at=min(moment, self.now),
            kind=rng.choice(Kind.values),
            category=rng.choice(self.categories),
            title=title,
            slug=slugify_vi(title, max_length=110),
            lead=invented.lead(rng),
            body=invented.body(rng),
            event_on=timezone.localdate(moment),
            event_place=rng.choice(invented.PLACES),
        )

    def _add_people(self, editions: list[Edition]) -> None:
        """Six attendees from two sides for every third article, and the agencies they come from."""
        sides = [(edition, side) for edition in editions[::3] for side in ("host", "guest")]
        delegations = Delegation.objects.bulk_create(
            Delegation(edition=edition, order=side == "guest", side=side, agency=self.rng.choice(self.agencies),
                       heading="Về phía đơn vị")
            for edition, side in sides
        )  # fmt: skip
        Attendance.objects.bulk_create(
            self._attendance(delegation, order) for delegation in delegations for order in range(3)
        )
        mentioned = {(row.edition_id, row.agency_id): row for row in delegations}
        Mention.objects.bulk_create(
            Mention(edition=row.edition, agency=row.agency, order=row.order, printed_name=row.agency.name)
            for row in mentioned.values()
        )

    def _attendance(self, delegation: Delegation, order: int) -> Attendance:
        person = self._next_person() if order == 0 else self.rng.choice(self.people)
        return Attendance(
            delegation=delegation, order=order, person=person, agency=delegation.agency, printed_honorific="ông",
            printed_name=person.full_name, printed_title=self.rng.choice(invented.TITLES),
            printed_organization=delegation.agency.name,
        )  # fmt: skip

    def _next_person(self) -> Person:
        if self.left_for_busiest > 0:
            self.left_for_busiest -= 1
            return self.people[0]
        return self.rng.choice(self.people)


def _keys(name: str) -> dict:
    return {"folded": fold(name)[:255], "slug": slugify_vi(name, max_length=120) or "-"}


def _point(articles: list[Article]) -> None:
    """Set both pointers of a batch, each in one statement."""
    keys = [article.pk for article in articles]
    own = Edition.objects.filter(article=OuterRef("pk"))
    Article.objects.filter(pk__in=keys).update(
        open_edition=Subquery(own.open().values("pk")[:1]),
        last_release=Subquery(own.filter(state="released").values("pk")[:1]),
    )


def _decisions(editions: list[Edition]):
    for edition in editions:
        number, at = edition.article.number, edition.stood_at
        row = {
            "article": edition.article,
            "article_number": number,
            "ordinal": 1,
            "by_name": "Hệ thống",
            "at": at,
        }
        yield Decision(step="create", from_state="", to_state="draft", **row)
        if edition.state == "released":
            yield Decision(step="publish", from_state="approved", to_state="live", **row)
