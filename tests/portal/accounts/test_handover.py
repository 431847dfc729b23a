"""Open work of somebody who leaves goes to a colleague; what they published stays theirs."""

import pytest

from news.desk import rights, workflow
from tests import make
from tests.news.admin.desk_of import as_a, signed_in

pytestmark = pytest.mark.django_db


def leave(leaving, to=None):
    administrator = as_a("administrator")
    address = f"/quan-tri/accounts/user/{leaving.pk}/viec/khoa/"
    return administrator.post(address, {"to": to.pk if to else ""}, follow=True).content.decode()


def test_the_colleague_edits_what_was_open_and_finds_it_on_the_desk():
    leaving, colleague = make.user("writer"), make.user("writer", full_name="Trần Văn Bình")
    article = make.draft(by=leaving, title="Bài dở dang")
    page = leave(leaving, colleague)
    assert "Đã chuyển 1 bài đang viết cho Trần Văn Bình" in page
    article = workflow.refreshed(article)
    assert rights.may_edit(colleague, article) and not rights.may_edit(leaving, article)
    assert "Bài dở dang" in signed_in(colleague).get("/quan-tri/").content.decode()


def test_work_on_a_colleagues_article_is_handed_over_too():
    leaving, colleague = make.user("writer"), make.user("writer")
    article = make.published(title="Đã đăng")
    editor = make.user("editor")
    article = workflow.correct(article, by=editor)
    type(article.open_edition).objects.filter(pk=article.open_edition_id).update(created_by=leaving)
    leave(leaving, colleague)
    assert rights.may_edit(colleague, workflow.refreshed(article))


def test_what_was_published_stays_under_its_writers_name():
    leaving, colleague = make.user("writer"), make.user("writer")
    article = workflow.publish(make.draft(by=leaving), by=None)
    leave(leaving, colleague)
    article.refresh_from_db()
    assert article.created_by == leaving and article.last_release.created_by == leaving
    assert article.decisions.filter(by=leaving).exists()


def test_without_a_colleague_the_work_stays_where_it_is():
    leaving = make.user("writer")
    article = make.draft(by=leaving)
    leave(leaving)
    article.refresh_from_db()
    leaving.refresh_from_db()
    assert article.created_by == leaving and not leaving.is_active


def test_only_people_who_write_and_are_active_are_offered():
    leaving, writer = make.user("writer"), make.user("writer", full_name="Còn Làm")
    make.user("writer", full_name="Đã Nghỉ", is_active=False)
    make.user("administrator", full_name="Chỉ Quản Trị")
    page = as_a("administrator").get(f"/quan-tri/accounts/user/{leaving.pk}/viec/khoa/").content.decode()
    assert str(writer) in page and "Đã Nghỉ" not in page and "Chỉ Quản Trị" not in page


def test_nothing_is_handed_to_somebody_who_is_not_offered():
    leaving, gone = make.user("writer"), make.user("writer", is_active=False)
    article = make.draft(by=leaving)
    leave(leaving, gone)
    article.refresh_from_db()
    leaving.refresh_from_db()
    assert article.created_by == leaving and leaving.is_active
