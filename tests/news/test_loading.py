"""Rows laid straight into their tables are the rows that were named, on both databases."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from news.management.loading import load, reserve
from news.models import Article, Edition, Person
from tests import make

pytestmark = pytest.mark.django_db


def test_what_a_row_names_is_stored_and_the_rest_are_defaults():
    article = make.draft()
    (key,) = reserve(Edition, 1)
    moment = datetime(2022, 5, 17, 4, 30, tzinfo=UTC)
    row = {"id": key, "article_id": article.pk, "ordinal": 7, "state": "released", "live_from": moment,
           "listed_at": moment, "live_until": datetime(2022, 5, 18, tzinfo=UTC), "title": "Họp\tvới \\ sở\n",
           "slug": "hop", "event_on": date(2022, 5, 17)}  # fmt: skip
    load(Edition, [row])
    stored = Edition.objects.get(pk=key)
    assert {name: getattr(stored, name) for name in row} == row
    assert stored.kind == "other" and stored.shows_attendees and stored.cover is None and stored.lead == ""


def test_a_text_is_cleaned_on_this_way_in_too():
    article = make.draft()
    (key,) = reserve(Edition, 1)
    load(Edition, [{"id": key, "article_id": article.pk, "ordinal": 7, "state": "released", "title": "Họp", "slug": "h",
                    "live_from": datetime(2022, 5, 17, tzinfo=UTC), "listed_at": datetime(2022, 5, 17, tzinfo=UTC),
                    "live_until": datetime(2022, 5, 18, tzinfo=UTC),
                    "body": "<p>Lời<script>alert(1)</script></p>"}])  # fmt: skip
    assert Edition.objects.get(pk=key).body == "<p>Lời</p>"


def test_the_rows_made_afterwards_by_others_get_keys_of_their_own():
    keys = reserve(Person, 3)
    load(Person, ({"id": key, "full_name": "An", "folded": "an", "slug": "an"} for key in keys))
    assert make.person().pk not in keys
    assert Person.objects.count() == 4


def test_a_name_that_is_no_column_is_refused():
    with pytest.raises(KeyError, match="full_nam"):
        load(Person, [{"id": 1, "full_nam": "An"}])


def test_the_rules_of_the_database_hold():
    number = make.draft().number
    with pytest.raises(IntegrityError), transaction.atomic():
        load(Article, [{"id": reserve(Article, 1)[0], "number": number}])
