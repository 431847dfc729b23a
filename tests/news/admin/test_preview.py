"""A preview of what is typed: the readers' own page, saved nowhere, framed by nobody but the newsroom."""

from json import dumps

import pytest
from django.urls import reverse

from news.desk import document, workflow
from news.models import Decision, Save, Tag
from tests import make
from tests.news.admin.desk_of import as_a, change, filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer():
    return as_a("writer")


def address(article, name: str = "preview") -> str:
    return reverse(f"admin:news_article_{name}", args=[article.pk])


def policy(answer) -> dict[str, str]:
    lines = answer["Content-Security-Policy"].split(";")
    return {name: rest for name, _space, rest in (line.strip().partition(" ") for line in lines)}


def test_what_is_typed_is_shown_in_the_readers_page_and_saved_nowhere(writer):
    article = make.draft(by=writer.user, title="Đã lưu", tags=["Cũ"])
    before = document.read(article.open_edition)
    counts = Save.objects.count(), Decision.objects.count(), Tag.objects.count()
    side = make.delegation(make.attendee(make.person("Đinh Hữu Phí")), heading="Về phía Cục")
    shown = {"delegations": document.sound(before | {"delegations": [side]})["delegations"]}
    typed = filled(writer, change(article), title="Đang viết", tags="Từ khóa mới")
    typed |= {"delegations": dumps(shown["delegations"])}
    page = writer.post(address(article), typed).content.decode()
    assert "Đang viết" in page and "Đinh Hữu Phí" in page and "Từ khóa mới" in page
    assert '<main id="main"' in page and "Đã lưu" not in page
    edition = workflow.refreshed(article).open_edition
    assert (document.read(edition), edition.version) == (before, 1)
    assert (Save.objects.count(), Decision.objects.count(), Tag.objects.count()) == counts


def test_photos_and_files_that_were_only_just_added_are_shown_through_the_staff_door(writer):
    article = make.draft(by=writer.user)
    photo, file = make.photo(), make.stored_file()
    whole = document.sound(make.content(captions=[make.caption(photo)], attachments=[make.attachment(file)]))
    lists = {name: dumps(whole[name]) for name in ("captions", "attachments")}
    page = writer.post(address(article), filled(writer, change(article)) | lists).content.decode()
    assert f"/quan-tri/anh/{photo.pk}/" in page and f"/quan-tri/tep/{file.pk}/" in page


def test_what_cannot_be_shown_yet_is_said_with_its_place(writer):
    article = make.draft(by=writer.user)
    typed = filled(
        writer, change(article), title="", attachments='[{"file": null, "title": "x", "name": "y"}]'
    )
    answer = writer.post(address(article), typed)
    assert answer.status_code == 422 and "Tiêu đề" in answer.content.decode()
    answer = writer.post(address(article), typed | {"title": "Có"})
    assert answer.status_code == 422 and "tệp 1" in answer.content.decode()


def test_only_the_preview_may_be_framed_and_only_by_this_site(writer):
    article = make.draft(by=writer.user)
    for answer in (
        writer.get(address(article)),
        writer.post(address(article), filled(writer, change(article))),
    ):
        assert answer["X-Frame-Options"] == "SAMEORIGIN"
        assert policy(answer)["frame-ancestors"] == "'self'"
        assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
    for path in (address(article, "frame"), change(article)):
        answer = writer.get(path)
        assert answer["X-Frame-Options"] == "DENY" and policy(answer)["frame-ancestors"] == "'none'"


def test_the_frame_passes_on_what_was_typed_and_keeps_nothing(writer):
    article = make.draft(by=writer.user)
    answer = writer.post(address(article, "frame"), filled(writer, change(article), lead="<b>Đang viết</b>"))
    page = answer.content.decode()
    assert "&lt;b&gt;Đang viết&lt;/b&gt;" in page and 'target="preview"' in page
    assert policy(answer)["frame-src"] == "'self'" and "no-store" in answer["Cache-Control"]
    assert Save.objects.count() == 1


@pytest.mark.parametrize("name", ["preview", "frame"])
@pytest.mark.parametrize("role", ["writer", "administrator", ""])
def test_who_may_not_edit_previews_no_text_of_their_own(name, role, writer):
    article = make.draft(by=writer.user)
    typed = filled(writer, change(article), lead="Lời lạ")
    assert as_a(role).post(address(article, name), typed).status_code == 403


@pytest.mark.parametrize("rows", [1, 40])
def test_a_preview_asks_as_often_for_forty_attendees_as_for_one(writer, rows, django_assert_max_num_queries):
    people = [make.attendee(make.person(), agency=make.agency()) for _ in range(rows)]
    article = make.draft(by=writer.user, delegations=[make.delegation(*people)])
    typed = filled(writer, change(article))
    writer.post(address(article), typed)
    with django_assert_max_num_queries(90):
        writer.post(address(article), typed)


def test_a_draft_without_a_category_has_no_neighbours_in_its_preview():
    """Imported news may lack a category too; it is no company for this one."""
    writer = as_a("writer")
    content = make.content(title="Tin cũ không chuyên mục") | {"category": None}
    workflow.publish_import(workflow.create(content, by=None))
    own = workflow.create(make.content(title="Bản nháp") | {"category": None}, by=writer.user)
    page = writer.get(f"/quan-tri/news/article/{own.pk}/xem-truoc/").content.decode()
    assert "Bản nháp" in page and "Tin cũ không chuyên mục" not in page
