"""Two people act on one article at the same moment: one wins, the other is told, and nothing happens twice.

On PostgreSQL both really run at once, in threads; on SQLite, where writers queue, one after the other with pages
that both were opened before.
"""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from news.desk import workflow
from news.models import Edition, WorkingCopy
from portal.accounts.roles import grant_roles
from tests import make
from tests.news.admin.desk_of import as_a, change, filled, step

pytestmark = pytest.mark.django_db(transaction=True)
TOLD = "Lúc này không thể"


@pytest.fixture(autouse=True)
def roles(transactional_db):
    grant_roles()


def at_once(*acts) -> list:
    """What each act answers; all begin together where the database lets them."""
    if connection.vendor == "sqlite":
        return [act() for act in acts]
    start = Barrier(len(acts))

    def begin(act):
        start.wait(10)
        try:
            return act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(begin, acts))


def pages(answers) -> list[str]:
    return [answer.content.decode() for answer in answers]


@pytest.mark.parametrize("_round", range(3))
def test_two_publishers_press_publish_and_the_article_is_published_once(_round):
    one, other = as_a("publisher"), as_a("publisher")
    article = make.draft()
    acts = [
        lambda client=client: client.post(step(article, "publish"), {}, follow=True)
        for client in (one, other)
    ]
    found = pages(at_once(*acts))
    assert sorted(TOLD in page for page in found) == [False, True]
    article = workflow.refreshed(article)
    assert article.decisions.filter(step="publish").count() == 1
    assert article.open_edition is None and article.editions.count() == 1


@pytest.mark.parametrize("_round", range(3))
def test_two_editors_open_a_correction_and_there_is_one_next_edition(_round):
    one, other = as_a("editor"), as_a("editor")
    article = make.published()
    acts = [
        lambda client=client: client.post(step(article, "correct"), {}, follow=True)
        for client in (one, other)
    ]
    found = pages(at_once(*acts))
    assert sorted(TOLD in page for page in found) == [False, True]
    assert workflow.refreshed(article).editions.count() == 2


@pytest.mark.parametrize("_round", range(3))
def test_two_editors_save_and_both_texts_exist_afterwards(_round):
    one, other = as_a("editor"), as_a("editor")
    article = make.draft(lead="Cũ")
    typed = [filled(client, change(article), lead=lead) for client, lead in ((one, "Một"), (other, "Hai"))]
    acts = [
        lambda c=client, data=data: c.post(change(article), data)
        for client, data in zip((one, other), typed, strict=True)
    ]
    at_once(*acts)
    stands = workflow.refreshed(article).open_edition
    assert stands.version == 2
    assert {stands.lead, WorkingCopy.objects.get().document["lead"]} == {"Một", "Hai"}


@pytest.mark.parametrize("_round", range(3))
def test_a_save_at_the_moment_of_publication_is_published_or_kept_but_never_lost(_round):
    writer, publisher = as_a("editor"), as_a("publisher")
    article = make.draft(lead="Cũ")
    typed = filled(writer, change(article), lead="Mới")
    at_once(
        lambda: publisher.post(step(article, "publish"), {}, follow=True),
        lambda: writer.post(change(article), typed),
    )
    article = workflow.refreshed(article)
    kept = [copy.document["lead"] for copy in WorkingCopy.objects.all()]
    assert [article.last_release.lead, kept] in (["Mới", []], ["Cũ", ["Mới"]])
    assert Edition.objects.get().state == "released"
