"""`manage.py generate_articles --count 100000`: many invented articles, for measuring. Never on a site with readers."""

import time
from datetime import timedelta
from random import Random

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from news.fold import fold, slugify_vi
from news.management import invented
from news.management.loading import load, reserve
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
        with transaction.atomic():
            self.categories = [row.pk for row in Category.objects.all()] or self._categories()
            self.agencies = self._named(Agency, "name", max(20, people // 20), invented.agency_name)
            self.bodies = dict(self.agencies)
            self.people = self._named(Person, "full_name", people, invented.person_name, honorific="ông")

    def _categories(self) -> list[int]:
        names = ("Tin hoạt động", "Thông báo", "Hợp tác", "Chuyển đổi số")
        return [
            Category.objects.create(name=name, slug=slugify_vi(name), order=n).pk
            for n, name in enumerate(names)
        ]

    def _named(self, model, column: str, count: int, invent, **same) -> list[tuple[int, str]]:
        """Rows of persons or agencies, as (key, name)."""
        made = [(key, invent(self.rng)) for key in reserve(model, count)]
        load(model, ({"id": key, column: name, **_keys(name), **same} for key, name in made))
        return made

    def add(self, count: int) -> None:
        """One batch: a handful of statements, however many articles."""
        first = Sequence.take("article", count)
        keys = zip(reserve(Article, count), reserve(Edition, count), strict=True)
        news = [self._news(first + index, *pair) for index, pair in enumerate(keys)]
        load(Article, (article for article, _edition in news))
        load(Edition, (edition for _article, edition in news))
        self._add_people([edition for _article, edition in news])
        decisions = [row for pair in news for row in _decisions(*pair)]
        load(Decision, _with_keys(Decision, decisions))

    def _news(self, number: int, key: int, edition_key: int) -> tuple[dict, dict]:
        """The rows of an article and of its one edition."""
        fate = self.rng.choice(FATES)
        title, moment = invented.title(self.rng), self._moment(fate)
        edition = {"id": edition_key, "article_id": key} | self._edition(fate, title, moment)
        return {"id": key, "number": number} | self._article(fate, title, moment, edition_key), edition

    def _moment(self, fate: str):
        if fate == "scheduled":
            return self.now + timedelta(minutes=self.rng.randint(10, 60 * 24 * 14))
        return self.now - timedelta(minutes=self.rng.randint(1, YEARS * 365 * 24 * 60))

    def _article(self, fate: str, title: str, moment, edition: int) -> dict:
        is_released = fate not in Edition.OPEN
        return {
            "open_edition_id": None if is_released else edition,
            "last_release_id": edition if is_released else None,
            "title_folded": fold(title)[:300],
            "standing": fate if fate in ("archived", "withdrawn") else "normal",
            "withdrawn_at": moment + timedelta(days=1) if fate == "withdrawn" else None,
            "withdrawal_reason": "Thông tin chưa chính xác." if fate == "withdrawn" else "",
            "published_at": moment if is_released else None,
            "created_at": min(moment, self.now),
        }

    def _edition(self, fate: str, title: str, moment) -> dict:
        rng, is_released = self.rng, fate not in Edition.OPEN
        return {
            "state": "released" if is_released else fate,
            "live_from": moment if is_released else None,
            "listed_at": moment if is_released else None,
            "stood_at": min(moment, self.now),
            "edited_at": min(moment, self.now),
            "kind": rng.choice(Kind.values),
            "category_id": rng.choice(self.categories),
            "title": title,
            "slug": slugify_vi(title, max_length=110),
            "lead": invented.lead(rng),
            "body": invented.body(rng),
            "event_on": timezone.localdate(moment),
            "event_place": rng.choice(invented.PLACES),
        }

    def _add_people(self, editions: list[dict]) -> None:
        """Six attendees from two sides for every third article, and the agencies they come from."""
        rows = [
            self._delegation(edition, order, self.rng.choice(self.agencies))
            for edition in editions[::3]
            for order in (0, 1)
        ]
        delegations = _with_keys(Delegation, rows)
        load(Delegation, delegations)
        attendances = (self._attendance(side, place) for side in delegations for place in range(3))
        load(Attendance, _with_keys(Attendance, list(attendances)))
        mentions = {(row["edition_id"], row["agency_id"]): self._mention(row) for row in delegations}
        load(Mention, _with_keys(Mention, list(mentions.values())))

    def _delegation(self, edition: dict, order: int, agency: tuple[int, str]) -> dict:
        key, name = agency
        side = ("host", "guest")[order]
        return {"edition_id": edition["id"], "order": order, "side": side, "agency_id": key, "heading": f"Về phía {name}"}  # fmt: skip

    def _mention(self, delegation: dict) -> dict:
        same = {name: delegation[name] for name in ("edition_id", "agency_id", "order")}
        return same | {"printed_name": self.bodies[delegation["agency_id"]]}

    def _attendance(self, delegation: dict, order: int) -> dict:
        person, name = self._next_person() if order == 0 else self.rng.choice(self.people)
        return {
            "delegation_id": delegation["id"],
            "order": order,
            "person_id": person,
            "agency_id": delegation["agency_id"],
            "printed_honorific": "ông",
            "printed_name": name,
            "printed_title": self.rng.choice(invented.TITLES),
            "printed_organization": self.bodies[delegation["agency_id"]],
        }

    def _next_person(self) -> tuple[int, str]:
        if self.left_for_busiest > 0:
            self.left_for_busiest -= 1
            return self.people[0]
        return self.rng.choice(self.people)


def _with_keys(model, rows: list[dict]) -> list[dict]:
    return [{"id": key} | row for key, row in zip(reserve(model, len(rows)), rows, strict=True)]


def _keys(name: str) -> dict:
    return {"folded": fold(name)[:255], "slug": slugify_vi(name, max_length=120) or "-"}


def _decisions(article: dict, edition: dict):
    row = {"article_id": article["id"], "article_number": article["number"], "ordinal": 1}
    row |= {"by_name": "Hệ thống", "at": edition["stood_at"]}
    yield {"step": "create", "from_state": "", "to_state": "draft", **row}
    if edition["state"] == "released":
        yield {"step": "publish", "from_state": "approved", "to_state": "live", **row}
