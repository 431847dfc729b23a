"""Many invented articles: sound rows of every fate, quickly, and never on a site with readers."""

import pytest
from django.core.management import CommandError, call_command

from news.desk import steps
from news.models import Article, Attendance, Edition, Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(settings):
    settings.DEMO = True


def test_invented_articles_stand_where_articles_stand(demo):
    call_command("generate_articles", count=300, people=30, busiest=40)
    rows = Article.objects.select_related("open_edition", "last_release")
    found = {steps.standing_of(row) for row in rows}
    assert {steps.LIVE, steps.ARCHIVED, steps.DRAFT, steps.SCHEDULED} <= found
    assert len({row.number for row in rows}) == 300 == len(rows)
    assert all(row.title_folded and (row.open_edition or row.last_release) for row in rows)
    assert Edition.objects.live().count() > 200 and Person.objects.count() == 30
    busiest = Person.objects.order_by("pk").first()
    assert Attendance.objects.filter(person=busiest).count() >= 40


def test_readers_can_open_one(demo, client):
    call_command("generate_articles", count=40)
    edition = Edition.objects.listed().select_related("article").first()
    assert client.get(f"/tin-tuc/{edition.slug}-{edition.article.number}/").status_code == 200
    assert client.get("/").status_code == 200


def test_the_same_seed_invents_the_same_news(demo):
    titles = []
    for _time in range(2):
        Article.objects.all().update(open_edition=None, last_release=None)
        Edition.objects.all().delete()
        call_command("generate_articles", count=20, seed=7)
        titles.append(list(Edition.objects.order_by("article__number").values_list("title", flat=True)))
    assert titles[0] == titles[1]


def test_a_batch_costs_the_same_however_many_articles(demo, django_assert_max_num_queries):
    from random import Random

    from news.management.commands.generate_articles import World

    world = World(Random(1), 20, 0)
    for count in (10, 60):
        with django_assert_max_num_queries(18):
            world.add(count)


def test_a_site_with_readers_is_left_alone(settings):
    settings.DEMO = False
    with pytest.raises(CommandError):
        call_command("generate_articles", count=10)
    assert not Article.objects.exists()
