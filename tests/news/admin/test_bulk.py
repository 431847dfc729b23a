"""One step for many articles: asked first, then one by one through each verb, with the outcome of each."""

import pytest

from news.admin import bulk
from news.desk import document, steps, workflow
from news.models import Article, Decision
from tests import make
from tests.news.admin.desk_of import as_a

pytestmark = pytest.mark.django_db
LIST = "/quan-tri/news/article/"


def ask(client, name: str, articles, **more):
    data = {"action": f"step_{name}", "_selected_action": [article.pk for article in articles]}
    return client.post(LIST, data | more)


def confirm(client, name: str, articles, **more):
    versions = {f"version_{row.pk}": (row.open_edition or row.last_release).version for row in articles}
    return ask(client, name, articles, _confirmed=name, **versions | more)


def test_a_question_asked_about_an_earlier_edition_is_no_answer_to_a_later_one():
    publisher, article = as_a("publisher"), make.draft()
    rows = ask(publisher, "publish", [article]).context["rows"]
    seen = {f"version_{article.pk}": rows[0].text.version, f"edition_{article.pk}": rows[0].text.pk}
    workflow.correct(workflow.publish(article, by=None), by=None)
    ask(publisher, "publish", [article], _confirmed="publish", **seen)
    assert standings([article]) == [steps.DRAFT]


def standings(articles) -> list[str]:
    return [steps.standing_of(workflow.refreshed(article)) for article in articles]


def test_the_question_lists_each_article_and_changes_nothing():
    publisher, articles = as_a("publisher"), [make.draft(title="một"), make.published(title="hai")]
    page = ask(publisher, "publish", articles).content.decode()
    assert "một" in page and "hai" in page and "không làm được" in page
    assert standings(articles) == [steps.DRAFT, steps.LIVE]


@pytest.mark.parametrize(
    ("name", "role", "made", "then"),
    [
        ("submit", "editor", lambda: make.draft(), steps.REVIEW),
        ("approve", "editor", lambda: workflow.submit(make.draft(), by=None), steps.APPROVED),
        ("publish", "publisher", lambda: make.draft(), steps.LIVE),
        ("archive", "publisher", lambda: make.published(), steps.ARCHIVED),
    ],
)
def test_a_confirmed_step_is_taken_for_each_and_logged_for_each(name, role, made, then):
    client, articles = as_a(role), [made(), made(), made()]
    confirm(client, name, articles)
    assert standings(articles) == [then] * 3
    assert Decision.objects.filter(step=name, by=client.user).count() == 3


def test_one_that_is_refused_says_why_and_leaves_the_others_alone():
    publisher, good, bad = as_a("publisher"), make.draft(title="đủ"), make.draft(title="thiếu")
    edition = bad.open_edition
    document.write(edition, document.read(edition) | {"category": None}, by=None)
    page = confirm(publisher, "publish", [good, workflow.refreshed(bad)]).content.decode()
    assert standings([good, bad]) == [steps.LIVE, steps.DRAFT]
    assert "Chưa chọn chuyên mục" in page and "1 bài" in page


def test_what_was_saved_after_the_question_is_not_published_unread():
    publisher, article = as_a("publisher"), make.draft()
    document.write(article.open_edition, document.read(article.open_edition) | {"lead": "Thêm sau"}, by=None)
    confirm(publisher, "publish", [article])
    assert standings([article]) == [steps.DRAFT]


def test_a_publisher_does_not_publish_own_texts_alone_in_bulk():
    make.site_settings()
    publisher = as_a("publisher")
    articles = [make.draft(by=publisher.user), make.draft()]
    confirm(publisher, "publish", articles)
    assert standings(articles) == [steps.DRAFT, steps.LIVE]


@pytest.mark.parametrize("role", ["writer", "editor", "administrator"])
def test_a_step_without_the_right_is_not_offered_and_a_direct_post_changes_nothing(role):
    client, articles = as_a(role), [make.draft()]
    assert "step_publish" not in client.get(LIST).content.decode()
    confirm(client, "publish", articles)
    assert standings(articles) == [steps.DRAFT]


def test_a_writer_submits_own_drafts_and_no_colleagues():
    writer = as_a("writer")
    articles = [make.draft(by=writer.user), make.draft()]
    confirm(writer, "submit", articles)
    assert standings(articles) == [steps.REVIEW, steps.DRAFT]


def test_more_than_a_person_reads_are_refused(monkeypatch):
    monkeypatch.setattr(bulk, "MOST", 2)
    publisher, articles = as_a("publisher"), [make.draft() for _ in range(3)]
    answer = publisher.post(
        LIST,
        {"action": "step_publish", "_selected_action": [a.pk for a in articles], "_confirmed": "publish"},
        follow=True,
    )
    assert "nhiều nhất 2 bài" in answer.content.decode() and standings(articles) == [steps.DRAFT] * 3


def test_the_question_costs_the_same_for_many(django_assert_max_num_queries):
    publisher = as_a("publisher")
    make.draft()
    ask(publisher, "approve", Article.objects.all())
    with django_assert_max_num_queries(12) as few:
        ask(publisher, "approve", Article.objects.all())
    for _ in range(8):
        make.draft()
    with django_assert_max_num_queries(12) as many:
        ask(publisher, "approve", Article.objects.all())
    assert len(few) == len(many)
