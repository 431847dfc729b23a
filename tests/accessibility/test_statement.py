"""The statement on accessibility tells the latest dated result, and what a reader reports reaches staff."""

import json
import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from accessibility.criteria import ASKS
from accessibility.models import Difficulty
from accessibility.results import latest
from portal.difficulties import forget_contacts, tell_staff
from tests import make
from tests.processes import ROOT
from tests.sweep.criteria import number_of

pytestmark = pytest.mark.django_db

FORM, SENT = "/doc/bao-cho-kho-dung/", "/doc/bao-cho-kho-dung/da-nhan/"
WORDS = "Tôi không tìm thấy nút dừng nghe."


@pytest.fixture(autouse=True)
def plain_http(settings, tmp_path):
    settings.SECURE_SSL_REDIRECT = False
    settings.ACCESSIBILITY_RESULTS = tmp_path
    cache.clear()


def measured(folder, on="2026-11-20", **told):
    (folder / f"{on}-sweep.json").write_text(json.dumps({"on": on} | told))


# --- the statement -----------------------------------------------------------------------------------------------------------


def test_without_a_measurement_the_statement_says_so():
    assert "chưa có kết quả đo" in Client().get("/doc/tuyen-bo/").content.decode()


def test_the_statement_tells_the_newest_result_with_its_day(tmp_path):
    axe = {"version": "4.12", "kinds": 21, "combinations": 96, "violations": 0}
    measured(tmp_path, "2026-11-01", axe=axe | {"violations": 7})
    measured(tmp_path, axe=axe, criteria=[{"number": "1.4.12", "level": "AA", "passed": True}])
    page = Client().get("/doc/tuyen-bo/").content.decode()
    assert "ngày 20/11/2026" in page and "Không thấy lỗi." in page
    assert "21 loại trang, 96 tổ hợp" in page
    assert (
        'class="numbers">1.4.12</span> Giãn chữ, giãn dòng không bị cắt chữ</th><td>AA</td><td>Đạt</td>'
        in page
    )


def test_marks_of_lighthouse_are_told_in_the_language_of_the_page(tmp_path):
    measured(
        tmp_path, lighthouse={"pages": 4, "lowest": {"performance": 99, "best-practices": 100, "new": 98}}
    )
    page = Client().get("/doc/tuyen-bo/").content.decode()
    assert "Điểm thấp nhất trên 100: tốc độ: 99 · cách làm web tốt: 100 · new: 98" in page
    assert "Lowest marks out of 100: speed: 99" in Client().get("/en/doc/tuyen-bo/").content.decode()


def test_every_criterion_that_is_tested_is_said_in_words():
    sources = "".join(file.read_text() for file in (ROOT / "tests" / "wcag").glob("test_*.py"))
    assert {number_of(name) for name in re.findall(r"def (test_\w+)", sources)} - {""} == set(ASKS)


def test_faults_are_told_and_not_hidden(tmp_path):
    criteria = [{"number": "2.4.11", "level": "AA", "passed": False}]
    measured(tmp_path, nu={"pages": 30, "errors": 2}, criteria=criteria)
    page = Client().get("/doc/tuyen-bo/").content.decode()
    assert "Thấy 3 lỗi, đang sửa." in page and "Không đạt" in page


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"on": "hôm qua"}', '{"on": "2026-11-21", "criteria": [{}]}']
)
def test_a_result_that_cannot_be_read_is_passed_over(tmp_path, text):
    measured(tmp_path)
    (tmp_path / "2026-11-21-sweep.json").write_text(text)
    assert str(latest().on) == "2026-11-20"


def test_the_statement_says_that_no_person_has_tested_yet_in_both_languages():
    assert "Chưa có người khuyết tật nào dùng thử" in Client().get("/doc/tuyen-bo/").content.decode()
    assert "No person with a disability has tested" in Client().get("/en/doc/tuyen-bo/").content.decode()


# --- reporting ---------------------------------------------------------------------------------------------------------------


def test_a_report_is_kept_with_the_page_it_is_about():
    form = Client().get(FORM, headers={"Referer": "http://testserver/tin-tuc/mot-bai-7/"}).content.decode()
    assert 'value="/tin-tuc/mot-bai-7/"' in form
    answer = Client().post(FORM, {"text": WORDS, "page": "https://cong.vn/tin-tuc/mot-bai-7/?a=1"})
    assert (answer.status_code, answer["Location"]) == (303, SENT)
    kept = Difficulty.objects.get()
    assert (kept.text, kept.page, kept.contact) == (WORDS, "/tin-tuc/mot-bai-7/", "")


def test_a_page_of_another_site_is_not_carried_along():
    assert "evil" not in Client().get(FORM, headers={"Referer": "https://evil.example/x"}).content.decode()


@pytest.mark.parametrize("broken", ["http://[", "//[::1/", "http://a\uff0fb/"])
def test_an_address_that_is_none_is_left_out_and_the_report_is_kept(broken):
    assert Client().get(FORM, headers={"Referer": broken}).status_code == 200
    assert Client().post(FORM, {"text": WORDS, "page": broken}).status_code == 303
    assert Difficulty.objects.get().page == ""
    assert Client().post(FORM, {"text": WORDS}, headers={"Origin": broken}).status_code == 403


@pytest.mark.parametrize("path", ["/xem-truoc/Zm9vYmFyYmF6/", "/quan-tri/lien-ket/Zm9vYmFyYmF6/"])
def test_the_secret_address_of_a_page_stands_in_no_report(path):
    form = Client().get(FORM, headers={"Referer": f"http://testserver{path}"}).content.decode()
    Client().post(FORM, {"text": WORDS, "page": f"http://testserver{path}"})
    assert "Zm9v" not in form and Difficulty.objects.get().page == ""


def test_behind_a_proxy_readers_are_counted_one_by_one(settings):
    settings.BEHIND_PROXY = True
    for number in range(7):
        seen = {"X-Forwarded-For": f"203.0.113.{number}"}
        assert Client().post(FORM, {"text": WORDS}, headers=seen).status_code == 303


def test_an_empty_report_is_asked_for_words_and_loses_nothing():
    answer = Client().post(FORM, {"text": "", "tools": "NVDA"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Hãy ghi chỗ khó dùng." in page and 'value="NVDA"' in page
    assert not Difficulty.objects.exists()


def test_a_program_that_fills_every_field_is_thanked_and_not_kept():
    answer = Client().post(FORM, {"text": "buy", "address": "http://spam.example"})
    assert answer["Location"] == SENT
    assert not Difficulty.objects.exists()


def test_after_five_in_an_hour_the_sixth_is_shown_again_with_its_words():
    for _ in range(5):
        assert Client().post(FORM, {"text": WORDS}).status_code == 303
    answer = Client().post(FORM, {"text": "Lần thứ sáu"})
    assert answer.status_code == 429 and "Lần thứ sáu" in answer.content.decode()
    assert Difficulty.objects.count() == 5


def test_a_report_sent_from_another_site_is_refused():
    assert Client().post(FORM, {"text": WORDS}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_what_is_reported_is_shown_to_staff_as_text(client):
    Difficulty.objects.create(text="<script>alert(1)</script>")
    client.force_login(make.user(role="administrator"))
    page = client.get("/quan-tri/accessibility/difficulty/").content.decode()
    assert "<script>alert(1)" not in page and "&lt;script&gt;" in page


def test_administrators_get_one_mail_about_it():
    make.user(role="administrator", email="quan-tri@example.vn")
    Difficulty.objects.create(text=WORDS, page="/tin-tuc/")
    assert (tell_staff(), tell_staff()) == (1, 0)
    (sent,) = mail.outbox
    assert sent.bcc == ["quan-tri@example.vn"] and WORDS in sent.body


def test_two_workers_send_one_mail_and_a_mail_that_failed_is_sent_later(monkeypatch):
    make.user(role="administrator", email="quan-tri@example.vn")
    Difficulty.objects.create(text=WORDS)
    send = mail.EmailMessage.send

    def fails(message):
        raise OSError("no server")

    def send_while_another_looks(message):
        assert tell_staff() == 0
        return send(message)

    monkeypatch.setattr(mail.EmailMessage, "send", fails)
    with pytest.raises(OSError):
        tell_staff()
    monkeypatch.setattr(mail.EmailMessage, "send", send_while_another_looks)
    assert tell_staff() == 1 and len(mail.outbox) == 1


def test_writing_what_was_done_deals_with_it(client):
    difficulty = Difficulty.objects.create(text=WORDS)
    client.force_login(make.user(role="editor"))
    client.post(f"/quan-tri/accessibility/difficulty/{difficulty.pk}/change/", {"note": "Đã đổi nút."})
    difficulty.refresh_from_db()
    assert difficulty.note == "Đã đổi nút." and difficulty.handled_at and difficulty.handled_by_name


def test_a_writer_sees_no_reports(client):
    client.force_login(make.user(role="writer"))
    assert client.get("/quan-tri/accessibility/difficulty/").status_code == 403


def test_where_to_answer_is_forgotten_ninety_days_after():
    old = Difficulty.objects.create(
        text=WORDS, contact="a@b.vn", handled_at=timezone.now() - timedelta(days=91)
    )
    new = Difficulty.objects.create(text=WORDS, contact="c@d.vn")
    assert forget_contacts() == 1
    old.refresh_from_db(), new.refresh_from_db()
    assert (old.contact, new.contact) == ("", "c@d.vn")
