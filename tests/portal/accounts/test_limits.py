"""Roles limited to categories: owner, colleague and stranger, in the category and out of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news.desk import rights, steps, workflow
from news.desk.errors import NotAllowed
from news.models import Article
from portal.accounts.models import User
from tests import make
from tests.news.admin.desk_of import as_a, change, filled, signed_in, step
from tests.portal.accounts.test_users import change as account
from tests.portal.accounts.test_users import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def inside():
    return make.category("Sở hữu trí tuệ")


@pytest.fixture
def outside():
    return make.category("Đo lường")


def limited(role: str, *categories, others: tuple[str, ...] = ()) -> User:
    user = make.user(role, limits={role: [category.pk for category in categories]})
    user.groups.add(*make.Group.objects.filter(name__in=others))
    return User.objects.get(pk=user.pk)


def may(user, name: str, article) -> bool:
    return rights.may_step(User.objects.get(pk=user.pk), steps.STEPS[name], article)


def test_a_publisher_of_one_category_publishes_there_and_nowhere_else(inside, outside):
    publisher = limited("publisher", inside)
    assert may(publisher, "publish", make.draft(category=inside))
    assert not may(publisher, "publish", make.draft(category=outside))


def test_a_category_brings_those_below_it(inside):
    below = make.category("Sáng chế", parent=inside)
    publisher = limited("publisher", inside)
    assert may(publisher, "publish", make.draft(category=below))
    assert not may(limited("publisher", below), "publish", make.draft(category=inside))


def test_the_step_itself_refuses_and_changes_nothing(inside, outside):
    publisher, article = limited("publisher", inside), make.draft(category=outside)
    with pytest.raises(NotAllowed):
        workflow.publish(article, by=publisher)
    answer = signed_in(publisher).post(
        step(article, "publish"), {"base_version": article.open_edition.version}
    )
    assert answer.status_code == 403
    article.refresh_from_db()
    assert article.last_release is None


@pytest.mark.parametrize("name", ["submit", "correct", "withdraw", "archive"])
def test_every_step_on_a_published_article_asks_for_its_category(inside, outside, name):
    publisher = limited("publisher", inside)
    if name == "submit":
        here, there = make.draft(category=inside), make.draft(category=outside)
    else:
        here, there = make.published(category=inside), make.published(category=outside)
    assert may(publisher, name, here) and not may(publisher, name, there)


def test_an_article_that_moves_between_categories_needs_both(inside, outside):
    article = workflow.correct(make.published(category=inside), by=None)
    workflow.document.write(
        article.open_edition, workflow.document.read(article.open_edition) | {"category": outside.pk}, by=None
    )
    article = workflow.refreshed(article)
    assert not may(limited("publisher", inside), "publish", article)
    assert may(limited("publisher", inside, outside), "publish", article)


def test_owner_colleague_and_stranger_edit_a_draft_as_their_limits_say(inside, outside):
    owner = limited("writer", inside)
    article = make.draft(by=owner, category=inside)
    assert rights.may_edit(owner, article)
    assert rights.may_edit(limited("editor", inside), article)
    assert not rights.may_edit(limited("editor", outside), article)
    assert not rights.may_edit(limited("writer", inside), article)
    assert not rights.may_edit(make.user(""), article)


def test_a_draft_without_a_category_is_not_limited(inside):
    owner = limited("writer", inside)
    article = workflow.create(make.content() | {"category": None}, by=owner)
    assert rights.may_edit(owner, article)


def test_a_writer_is_told_when_choosing_a_foreign_category(inside, outside):
    client = signed_in(limited("writer", inside))
    address = reverse("admin:news_article_add")
    answer = client.post(address, filled(client, address, title="Tin mới", category=outside.pk))
    assert answer.status_code == 200 and "không có quyền viết trong chuyên mục này" in answer.content.decode()
    assert not Article.objects.exists()
    assert (
        client.post(address, filled(client, address, title="Tin mới", category=inside.pk)).status_code == 302
    )


def test_an_article_cannot_be_moved_out_of_reach_by_mistake(inside, outside):
    writer = limited("writer", inside)
    client, article = signed_in(writer), make.draft(by=writer, category=inside)
    answer = client.post(change(article), filled(client, change(article), category=outside.pk))
    assert answer.status_code == 200
    assert workflow.refreshed(article).open_edition.category == inside


def test_each_role_has_its_own_limits(inside, outside):
    user = limited("publisher", inside, others=("writer",))
    article = make.draft(by=user, category=outside)
    assert rights.may_edit(user, article) and may(user, "submit", article)
    assert not may(user, "publish", article)


def test_a_category_that_goes_away_never_widens_a_role(inside, outside):
    publisher = limited("publisher", outside)
    outside.delete()
    assert not may(publisher, "publish", make.draft(category=inside))


def test_somebody_without_limits_costs_no_query_more(inside):
    publisher = make.user("publisher")
    articles = [make.draft(category=inside) for _ in range(5)]
    publisher.has_perm("news.publish_article")
    with CaptureQueriesContext(connection) as asked:
        assert all(rights.may_step(publisher, steps.STEPS["publish"], article) for article in articles)
    assert len(asked) == 0


def test_somebody_with_limits_costs_the_same_for_one_article_and_for_many(inside):
    articles = [make.draft(category=inside) for _ in range(5)]
    counts = []
    for some in (articles[:1], articles):
        publisher = limited("publisher", inside)
        publisher.has_perm("news.publish_article")
        with CaptureQueriesContext(connection) as asked:
            assert all(rights.may_step(publisher, steps.STEPS["publish"], article) for article in some)
        counts.append(len(asked))
    assert counts == [2, 2]


def test_administrators_set_the_limits_beside_the_roles(inside, outside):
    administrator, user = as_a("administrator"), make.user("publisher")
    data = person(username=user.username, roles=["publisher", "writer"], limit_publisher=[inside.pk])
    administrator.post(account(user), data)
    user.refresh_from_db()
    assert user.limits == {"publisher": [inside.pk]}
    page = administrator.get(account(user)).content.decode()
    assert page.count("checked") >= 3 and "Người duyệt đăng: chỉ trong" in page


def test_the_limit_of_a_role_that_is_not_held_is_not_kept(inside):
    administrator, user = as_a("administrator"), make.user("publisher")
    administrator.post(
        account(user), person(username=user.username, roles=["writer"], limit_publisher=[inside.pk])
    )
    user.refresh_from_db()
    assert user.limits == {}
