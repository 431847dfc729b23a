"""The administrator's page that hides a person, as a browser sends it."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from news.desk import workflow
from news.models import Hiding
from news.site import extras
from portal.accounts.models import AuditEntry
from tests import make
from tests.news.admin.desk_of import as_a

pytestmark = pytest.mark.django_db
NAME = "Đinh Hữu Phí"


@pytest.fixture
def person():
    return make.person(NAME, honorific="ông")


@pytest.fixture
def article(person):
    side = make.delegation(make.attendee(person, title="Cục trưởng"))
    return make.published(lead=f"Ông {NAME} tới thăm.", delegations=[side])


@pytest.fixture
def administrator():
    return as_a("administrator")


def page_of(person) -> str:
    return reverse("admin:news_person_hide", args=[person.pk])


def sent(client, address: str, act: str, **changes) -> dict:
    """What a browser would send from the page with everything as it stands."""
    html = client.get(address).content.decode()
    data: dict = {"act": act, "reason": "Theo yêu cầu của ông Phí", "more": ""}
    for tag in re.findall(r"<input[^>]*>", html):
        found = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        is_box = found.get("type") == "checkbox"
        if found.get("type") == "search" or "name" not in found or (is_box and " checked" not in tag):
            continue
        if is_box:
            data.setdefault(found["name"], []).append(found["value"])
        else:
            data[found["name"]] = found["value"]
    return data | changes


def test_one_press_hides_and_rewrites(administrator, person, article):
    address = page_of(person)
    answer = administrator.post(address, sent(administrator, address, "write"), follow=True)
    assert "bạn đọc không còn thấy tên" in answer.content.decode()
    assert workflow.refreshed(article).last_release.lead == "Một đại biểu tới thăm."
    row = Hiding.objects.active().get()
    assert (row.hidden_by, row.spellings) == (administrator.user, [NAME, "Đ.H. Phí"])
    assert Client().get(f"/nhan-su/dinh-huu-phi-{person.pk}/").status_code == 404


def test_the_act_stands_in_the_log_with_its_reason(administrator, person, article):
    address = page_of(person)
    administrator.post(address, sent(administrator, address, "hide"))
    entry = AuditEntry.objects.filter(model="news.Hiding").latest("pk")
    assert (entry.by, entry.name) == (administrator.user, NAME)
    assert entry.changes["reason"] == [None, "Theo yêu cầu của ông Phí"]


def test_looking_again_changes_nothing(administrator, person, article):
    address = page_of(person)
    data = sent(administrator, address, "look", more="ông Phí")
    answer = administrator.post(address, data)
    assert answer.status_code == 200 and "ông Phí" in answer.content.decode()
    assert not Hiding.objects.exists()


def test_without_a_reason_nothing_is_hidden_and_what_was_typed_stays(administrator, person, article):
    address = page_of(person)
    answer = administrator.post(
        address, sent(administrator, address, "write", reason="", stand_in="một cán bộ")
    )
    html = answer.content.decode()
    assert "Ghi rõ lý do." in html or "lý do" in html
    assert 'value="một cán bộ"' in html and not Hiding.objects.exists()


def test_shown_again_from_the_same_page(administrator, person, article):
    address = page_of(person)
    administrator.post(address, sent(administrator, address, "hide"))
    administrator.post(address, {"act": "lift", "lift_reason": "Người ấy đồng ý"})
    assert Hiding.objects.get().lift_reason == "Người ấy đồng ý"
    assert NAME in Client().get(f"/nhan-su/dinh-huu-phi-{person.pk}/").content.decode()
    listed = administrator.get(reverse("admin:news_hiding_changelist")).content.decode()
    assert NAME in listed and "Đã hiện lại" in listed


@pytest.mark.parametrize("role", ["writer", "editor", "publisher"])
def test_others_neither_see_nor_send_the_page(person, article, role):
    client = as_a(role)
    assert client.get(page_of(person)).status_code == 403
    assert client.post(page_of(person), {"act": "hide", "reason": "x"}).status_code == 403
    assert (
        page_of(person)
        not in client.get(reverse("admin:news_person_change", args=[person.pk])).content.decode()
    )


def test_the_page_of_a_person_leads_to_it(administrator, person):
    assert (
        page_of(person)
        in administrator.get(reverse("admin:news_person_change", args=[person.pk])).content.decode()
    )


def test_recordings_of_the_texts_are_told(administrator, person, article, monkeypatch):
    monkeypatch.setattr(
        extras, "audio_of_all", lambda editions: {edition.pk: "sound" for edition in editions}
    )
    assert "1 bài trong số này có bản ghi" in administrator.get(page_of(person)).content.decode()


def test_editors_see_on_the_record_that_somebody_is_hidden(administrator, person, article):
    address, said = (
        reverse("admin:news_person_change", args=[person.pk]),
        "Thông tin của người này đang được ẩn",
    )
    editor = as_a("editor")
    assert said not in editor.get(address).content.decode()
    administrator.post(page_of(person), sent(administrator, page_of(person), "hide"))
    assert said in editor.get(address).content.decode()


def test_the_administrator_is_told_which_files_are_held_back_and_where_they_stand(administrator, person):
    letter = make.stored_file(original_name="thu-moi.pdf")
    side = make.delegation(make.attendee(person))
    article = make.published(title="Họp báo", delegations=[side], attachments=[make.attachment(letter)])
    page = administrator.get(page_of(person)).content.decode()
    blind = page[page.index('id="blind"') :]
    assert "thu-moi.pdf" in blind and reverse("admin:news_article_change", args=[article.pk]) in blind
    data = {"act": "hide", "reason": "theo đơn", "spelling": person.full_name, "stand_in": "một đại biểu",
            "stand_in_en": "a participant", "file": letter.pk}  # fmt: skip
    said = administrator.post(page_of(person), data, follow=True).content.decode()
    assert "1 tệp đính kèm được giữ lại, người đọc không tải được: thu-moi.pdf." in said
