"""Which answer an article's address gives, and that the clock alone decides: no job runs in these tests."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from news.desk import workflow
from news.models import Edition
from tests import make

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def address(article) -> str:
    edition = article.open_edition or article.last_release
    root = "/en/news" if article.language == "en" else "/tin-tuc"
    return f"{root}/{edition.slug}-{article.number}/"


def after(span):
    return time_machine.travel(timezone.now() + span, tick=False)


def test_a_live_article_answers_at_its_address_with_the_letter_d_for_đ(client):
    article = make.published(title="Cục trưởng Đinh Hữu Phí làm việc")
    answer = client.get(f"/tin-tuc/cuc-truong-dinh-huu-phi-lam-viec-{article.number}/")
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "public, max-age=60"


def test_a_wrong_slug_leads_to_the_right_one_for_an_hour(client):
    article = make.published(title="Tên mới")
    answer = client.get(f"/tin-tuc/ten-cu-{article.number}/")
    assert (answer.status_code, answer["Location"]) == (301, f"/tin-tuc/ten-moi-{article.number}/")
    assert answer["Cache-Control"] == "public, max-age=3600"


def test_a_corrected_title_keeps_the_old_address_working(client):
    article = make.published(title="Tên cũ")
    old = address(article)
    article = make.corrected(article, title="Tên mới")
    assert client.get(old)["Location"] == address(article)


@pytest.mark.parametrize("state", ["draft", "review", "approved", "scheduled", "binned"])
def test_what_is_not_public_answers_like_a_number_that_does_not_exist(client, state):
    article = make.draft(title="Tin mật")
    steps = {
        "draft": [],
        "review": [workflow.submit],
        "approved": [workflow.submit, workflow.approve],
        "binned": [workflow.bin],
    }
    for step in steps.get(state, []):
        article = step(article, by=None)
    if state == "scheduled":
        article = workflow.schedule(article, timezone.now() + DAY, by=None)
    hidden, unknown = (
        client.get(f"/tin-tuc/tin-mat-{article.number}/"),
        client.get("/tin-tuc/tin-mat-987654/"),
    )
    wrong_slug = client.get(f"/tin-tuc/khac-{article.number}/")
    assert hidden.status_code == unknown.status_code == wrong_slug.status_code == 404
    assert hidden.content == unknown.content == wrong_slug.content
    assert dict(hidden.headers) == dict(unknown.headers) == dict(wrong_slug.headers)


def test_an_article_is_served_under_its_own_language_only(client):
    article = make.published(title="Tin tiếng Việt")
    english = make.published(title="English news", language="en")
    assert client.get(f"/en/news/tin-tieng-viet-{article.number}/").status_code == 404
    assert client.get(f"/tin-tuc/english-news-{english.number}/").status_code == 404


def test_an_article_scheduled_for_tomorrow_appears_tomorrow(client):
    article = make.scheduled(at=timezone.now() + DAY, title="Tin ngày mai")
    assert client.get(address(article)).status_code == 404
    assert "Tin ngày mai" not in client.get("/").content.decode()
    with after(DAY):
        assert client.get(address(article)).status_code == 200
        assert "Tin ngày mai" in client.get("/").content.decode()


def test_a_correction_scheduled_for_tomorrow_leaves_todays_text_up(client):
    article = make.published(title="Tin cũ", body="<p>Hôm nay.</p>")
    old = address(article)
    make.corrected(
        article, at=timezone.now() + DAY, title="Tin mới", body="<p>Ngày mai.</p>", correction_note="Đã sửa."
    )
    today = client.get(old)
    assert today.status_code == 200
    assert "Hôm nay." in today.content.decode()
    assert "Ngày mai." not in today.content.decode()
    assert "Đã sửa." not in today.content.decode()
    with after(DAY):
        tomorrow = client.get(old, follow=True).content.decode()
        assert "Ngày mai." in tomorrow
        assert "Đã sửa." in tomorrow
        assert "Hôm nay." not in tomorrow
        assert "Tin cũ" not in client.get("/").content.decode()


def test_an_open_correction_is_seen_by_nobody(client):
    article = make.published(title="Tin đăng", body="<p>Đã đăng.</p>")
    where = address(article)
    edition = workflow.correct(article, by=None).open_edition
    Edition.objects.filter(pk=edition.pk).update(body="<p>Đang sửa.</p>", title="Tin đang sửa")
    assert "Đã đăng." in client.get(where).content.decode()
    assert "Đang sửa." not in client.get(where).content.decode()


def test_a_withdrawn_article_says_when_and_why_and_nothing_else(client):
    make.site_settings(email="lienhe@example.vn")
    article = make.withdrawn(title="Tin sai", body="<p>Nội dung sai.</p>", public_reason="Số liệu chưa đúng.")
    answer = client.get(address(article))
    words = answer.content.decode()
    assert answer.status_code == 410
    assert f"{timezone.localtime(article.withdrawn_at):%d/%m/%Y}" in words
    assert "Số liệu chưa đúng." in words
    assert "lienhe@example.vn" in words
    assert "Tin sai" not in words
    assert "Nội dung sai." not in words


def test_a_withdrawn_article_may_lead_to_another_that_is_live(client):
    target = make.published(title="Tin đúng")
    article = make.withdrawn(redirect_to=target)
    answer = client.get(address(article))
    assert (answer.status_code, answer["Location"]) == (301, address(target))
    workflow.withdraw(target, by=None, reason="x", public_reason="y")
    assert client.get(address(article)).status_code == 410


def test_what_was_withdrawn_before_anybody_could_read_it_never_existed(client):
    article = make.scheduled(at=timezone.now() + DAY)
    article = workflow.withdraw(article, by=None, reason="x", public_reason="y")
    with after(2 * DAY):
        assert client.get(address(article)).status_code == 404


def test_a_reinstated_article_is_back(client):
    article = make.withdrawn()
    workflow.reinstate(article, by=None)
    assert client.get(address(article)).status_code == 200


def test_an_archived_article_is_readable_and_in_no_list(client):
    article = make.published(title="Tin cất đi")
    workflow.archive(article, by=None)
    answer = client.get(address(article))
    assert answer.status_code == 200
    assert "Bài này đã được lưu trữ" in answer.content.decode()
    assert "Tin cất đi" not in client.get("/").content.decode()
    assert "Tin cất đi" not in client.get("/luu-tru/").content.decode()


@pytest.mark.parametrize("number", ["0", "99999999999999999999", "9" * 400, "00"])
def test_no_number_breaks_the_address(client, number):
    assert client.get(f"/tin-tuc/tin-{number}/").status_code == 404
    assert client.get(f"/nhan-su/ten-{number}/").status_code == 404
    assert client.get(f"/co-quan/ten-{number}/").status_code == 404


def test_a_head_request_gets_the_headers_alone(client):
    answer = client.head(address(make.published()))
    assert (answer.status_code, answer.content) == (200, b"")
