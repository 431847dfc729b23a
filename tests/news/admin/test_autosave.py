"""What is typed is kept beside the article while it is typed, offered back, and never gets in anybody's way."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from news.desk import document, workflow
from news.models import Save, WorkingCopy
from tests import make
from tests.news.admin.desk_of import as_a, change, filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer():
    return as_a("writer", full_name="Nguyễn Thị Lan")


def address(article) -> str:
    return reverse("admin:news_article_autosave", args=[article.pk])


def typed(client, article, name: str = "f1", count: int = 1, seen: str = "", **fields) -> dict:
    """What the script sends after somebody typed `fields`."""
    form = filled(client, change(article), **fields)
    sent = {key: value[0] if isinstance(value, list) else value for key, value in form.items()}
    numbers = {what: sent[key] for what, key in (("edition", "edition_pk"), ("base_version", "base_version"))}
    return numbers | {"user": client.user.pk, "form": name, "count": count, "seen": seen, "fields": sent}


def send(client, article, said: dict):
    return client.post(address(article), json.dumps(said), content_type="application/json")


def copy_of(article) -> WorkingCopy:
    return WorkingCopy.objects.get(edition__article=article)


def test_what_is_typed_is_kept_and_the_edition_is_not_touched(writer):
    article = make.draft(by=writer.user, lead="Đã lưu")
    before = document.read(article.open_edition), Save.objects.count()
    answer = send(writer, article, typed(writer, article, lead="Đang viết")).json()
    assert answer["at"] and copy_of(article).document["lead"] == "Đang viết"
    assert (document.read(workflow.refreshed(article).open_edition), Save.objects.count()) == before


def test_an_unsound_text_is_kept_too_and_comes_back_as_it_was_typed(writer):
    article = make.draft(by=writer.user)
    send(
        writer,
        article,
        typed(writer, article, title="", event_on_0="", event_on="31/02/2022", captions="[hỏng"),
    )
    form = writer.get(change(article) + "?mo-lai=1").context["form"]
    assert (form["title"].value(), form["event_on"].value()) == ("", "31/02/2022")
    assert "[hỏng" in str(form["captions"])


def test_it_is_offered_back_on_opening_and_fills_the_form_when_asked_for(writer):
    article = make.draft(by=writer.user, lead="Đã lưu")
    send(writer, article, typed(writer, article, lead="Đang viết"))
    page = writer.get(change(article)).content.decode()
    for words in ("chưa lưu từ", "Mở lại", "So sánh", ">Bỏ<"):
        assert words in page, words
    opened = writer.get(change(article) + "?mo-lai=1")
    assert opened.context["form"]["lead"].value() == "Đang viết"
    assert "chưa lưu từ" not in opened.content.decode()


def test_nothing_is_offered_that_was_saved_already(writer):
    article = make.draft(by=writer.user)
    said = typed(writer, article, lead="Đang viết")
    send(writer, article, said)
    writer.post(change(article), said["fields"] | {"form_name": "f1"})
    assert not WorkingCopy.objects.exists()
    late = send(writer, article, said | {"count": 2}).json()
    assert late["saved"] and not WorkingCopy.objects.exists()
    assert "chưa lưu từ" not in writer.get(change(article)).content.decode()


def test_an_equal_copy_is_not_offered(writer):
    article = make.draft(by=writer.user)
    send(writer, article, typed(writer, article))
    assert "chưa lưu từ" not in writer.get(change(article)).content.decode()


def test_a_form_opened_from_the_copy_goes_on_with_it_and_its_save_takes_the_copy_away(writer):
    article = make.draft(by=writer.user)
    send(writer, article, typed(writer, article, lead="Đang viết"))
    again = filled(writer, change(article) + "?mo-lai=1")
    assert again["seen"] == "f1.1"
    answer = send(writer, article, typed(writer, article, name="f2", seen="f1.1", lead="Viết tiếp"))
    assert answer.status_code == 200 and copy_of(article).document["lead"] == "Viết tiếp"
    writer.post(change(article), again | {"lead": "Viết xong", "seen": "f2.1", "form_name": "f3"})
    assert not WorkingCopy.objects.exists()


def test_a_forgotten_tab_does_not_write_over_what_another_one_keeps(writer):
    article = make.draft(by=writer.user)
    forgotten = typed(writer, article, name="cu", lead="Từ thẻ cũ")
    send(writer, article, typed(writer, article, name="moi", lead="Từ thẻ mới"))
    answer = send(writer, article, forgotten)
    assert answer.status_code == 409 and "thẻ hoặc máy khác" in answer.json()["error"]
    assert copy_of(article).document["lead"] == "Từ thẻ mới"


def test_of_two_messages_of_one_form_the_later_stays(writer):
    article = make.draft(by=writer.user)
    send(writer, article, typed(writer, article, count=2, lead="Sau"))
    send(writer, article, typed(writer, article, count=1, lead="Trước"))
    assert copy_of(article).document["lead"] == "Sau"


def test_a_tab_older_than_a_colleagues_save_goes_on_keeping_and_is_told(writer):
    article = make.draft(by=writer.user, lead="Cũ")
    said = typed(writer, article, lead="Của tôi")
    editor = make.user("editor", full_name="Trần Văn Bình")
    document.write(
        article.open_edition, document.read(article.open_edition) | {"lead": "Của Bình"}, by=editor
    )
    answer = send(writer, article, said).json()
    assert "Trần Văn Bình đã lưu bài này lúc" in answer["newer"]
    assert workflow.refreshed(article).open_edition.lead == "Của Bình"
    # Opening it again leads to the choice, never straight over the colleague's text.
    assert (
        reverse("admin:news_article_conflict", args=[article.pk])
        in writer.get(change(article)).content.decode()
    )


def test_a_text_kept_by_the_browser_alone_is_laid_into_the_form_and_saves_nothing(writer):
    article = make.draft(by=writer.user)
    kept = filled(writer, change(article), lead="Chỉ có trên máy", body="<p>Chữ<script>x()</script></p>")
    before = Save.objects.count()
    answer = writer.post(change(article), kept | {"_reopen": "1"})
    form = answer.context["form"]
    assert (form["lead"].value(), form["body"].value()) == ("Chỉ có trên máy", "<p>Chữ</p>")
    assert Save.objects.count() == before


def test_a_new_article_kept_by_the_browser_is_laid_into_the_empty_form(writer):
    add = reverse("admin:news_article_add")
    answer = writer.post(add, {"title": "Tin mới", "lead": "Đang viết", "_reopen": "1", "language": "vi"})
    assert answer.context["form"]["lead"].value() == "Đang viết"


def test_the_page_names_the_forms_that_were_saved_so_that_the_browser_forgets_them(writer):
    article = make.draft(by=writer.user)
    writer.post(change(article), filled(writer, change(article), lead="Mới", form_name="abc"))
    assert "abc" in writer.get(change(article)).context["autosave"]["saved"]


def test_colleagues_who_have_the_form_open_are_named_to_each_other(writer):
    article = make.draft(by=writer.user)
    editor = as_a("editor", full_name="Trần Văn Bình")
    send(writer, article, typed(writer, article) | {"fields": None})
    answer = send(editor, article, typed(editor, article) | {"fields": None}).json()
    assert len(answer["others"]) == 1 and answer["others"][0].startswith("Đang sửa: Nguyễn Thị Lan, từ ")
    assert "Đang sửa: Trần Văn Bình, từ " in writer.get(change(article)).content.decode()
    assert not WorkingCopy.objects.exists()


def test_who_has_gone_is_no_longer_named(time_machine):
    time_machine.move_to(make.moment("2030-05-17 10:31"), tick=False)
    writer = as_a("writer", full_name="Nguyễn Thị Lan")
    article = make.draft(by=writer.user)
    send(writer, article, typed(writer, article) | {"fields": None})
    editor = as_a("editor")
    assert "Đang sửa: Nguyễn Thị Lan, từ 10:31" in editor.get(change(article)).content.decode()
    time_machine.move_to(make.moment("2030-05-17 10:33"), tick=False)
    assert "Đang sửa:" not in editor.get(change(article)).content.decode()


@pytest.mark.parametrize("role", ["writer", "administrator"])
def test_who_may_not_edit_keeps_nothing(role, writer):
    article = make.draft(by=writer.user)
    said = typed(writer, article, lead="Lạ")
    stranger = as_a(role)
    answer = send(stranger, article, said | {"user": stranger.user.pk})
    assert answer.status_code == 403 and answer.json()["error"]
    assert not WorkingCopy.objects.exists()


def test_a_page_of_somebody_who_signed_out_does_not_write_as_the_next_one(writer):
    article = make.draft(by=writer.user)
    said = typed(writer, article, lead="Của Lan")
    answer = send(as_a("editor", full_name="Trần Văn Bình"), article, said)
    assert answer.status_code == 403 and "Trần Văn Bình" in answer.json()["error"]
    assert not WorkingCopy.objects.exists()


def test_without_a_session_or_a_token_nothing_is_kept(writer, client):
    article = make.draft(by=writer.user)
    said = typed(writer, article)
    assert send(client, article, said).status_code == 302
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(writer.user, backend="django.contrib.auth.backends.ModelBackend")
    assert send(strict, article, said).status_code == 403
    assert not WorkingCopy.objects.exists()


@pytest.mark.parametrize("body", ["", "[]", "null", '{"edition": []}', '{"edition": "x"}', "\xff"])
def test_whatever_is_sent_the_answer_is_a_sentence(writer, body):
    article = make.draft(by=writer.user)
    answer = writer.post(address(article), body, content_type="application/json")
    assert answer.status_code in (400, 403) and answer.json()["error"]


@pytest.mark.parametrize("rows", [1, 60])
def test_keeping_asks_as_often_for_sixty_attendees_as_for_one(writer, rows, django_assert_max_num_queries):
    people = [make.attendee() for _ in range(rows)]
    article = make.draft(by=writer.user, delegations=[make.delegation(*people)])
    said = typed(writer, article, lead="Đang viết")
    send(writer, article, said)
    with django_assert_max_num_queries(30):
        send(writer, article, said | {"count": 2})
