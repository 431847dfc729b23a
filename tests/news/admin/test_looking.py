"""Preview and history: what staff see of a text beside its form, and what nobody else sees."""

import re

import pytest
from django.urls import reverse

from news.desk import document, workflow
from news.photos.renditions import staff_address
from tests import make
from tests.news.admin.desk_of import as_a

pytestmark = pytest.mark.django_db


def preview(article) -> str:
    return reverse("admin:news_article_preview", args=[article.pk])


def history(article) -> str:
    return reverse("admin:news_article_history", args=[article.pk])


def test_a_preview_shows_the_open_text_in_the_public_page_and_says_that_it_is_one():
    writer, article = as_a("writer"), workflow.correct(make.published(title="Bản cũ"), by=None)
    document.write(article.open_edition, document.read(article.open_edition) | {"title": "Bản mới"}, by=None)
    page = writer.get(preview(article)).content.decode()
    assert "Bản mới" in page and "Xem trước" in page
    assert '<main id="main"' in page  # the readers' own frame


def test_a_preview_is_private_and_never_stored():
    answer = as_a("writer").get(preview(make.draft()))
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
    assert answer["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("role", ["", None])
def test_a_preview_is_for_the_newsroom_alone(client, role):
    article = make.draft(title="Chưa công khai")
    visitor = client if role is None else as_a(role)
    answer = visitor.get(preview(article))
    assert answer.status_code in (302, 403) and "Chưa công khai" not in answer.content.decode()


def test_photos_of_a_draft_are_shown_through_the_door_for_staff():
    photo = make.photo()
    article = make.draft(body="<p>Chữ</p><p>[[ảnh 1]]</p>", captions=[make.caption(photo)])
    page = as_a("writer").get(preview(article)).content.decode()
    assert staff_address(photo, "free", 800).rpartition("/")[0] in page
    assert f"/anh/{photo.sha256[:16]}/" not in page


def test_a_file_of_a_draft_is_shown_through_the_door_for_staff():
    file = make.stored_file()
    article = make.draft(attachments=[make.attachment(file, name="ke-hoach.pdf")])
    page = as_a("writer").get(preview(article)).content.decode()
    assert f"/quan-tri/tep/{file.pk}/" in page and not re.search(r'"/tep/', page)


def test_an_english_article_is_previewed_in_english():
    answer = as_a("writer").get(preview(make.draft(language="en", title="Visit")))
    assert '<html lang="en"' in answer.content.decode()


def test_history_tells_who_did_what_when_and_why():
    writer = as_a("writer", full_name="Nguyễn Thị Lan")
    article = workflow.submit(make.draft(by=writer.user), by=writer.user)
    editor = make.user("editor", full_name="Trần Văn Bình")
    workflow.send_back(article, by=editor, reason="Thiếu tên đơn vị")
    page = writer.get(history(article)).content.decode()
    for words in ("Nguyễn Thị Lan", "Trần Văn Bình", "Thiếu tên đơn vị", "Gửi duyệt", "Trả lại để sửa"):
        assert words in page, words


def test_history_costs_the_same_for_many_saves(django_assert_max_num_queries):
    writer, article = as_a("writer"), make.draft()
    writer.get(history(article))
    with django_assert_max_num_queries(12) as few:
        writer.get(history(article))
    for number in range(8):
        edition = workflow.refreshed(article).open_edition
        document.write(edition, document.read(edition) | {"lead": f"Lần {number}"}, by=None)
    with django_assert_max_num_queries(12) as many:
        writer.get(history(article))
    assert len(few) == len(many)


def test_the_log_of_decisions_is_read_by_administrators_and_changed_by_nobody():
    make.published(title="Đã đăng")
    address = reverse("admin:news_decision_changelist")
    administrator = as_a("administrator")
    assert "Đăng ngay" in administrator.get(address).content.decode()
    assert administrator.post(reverse("admin:news_decision_add")).status_code == 403
    assert as_a("writer").get(address).status_code == 403
