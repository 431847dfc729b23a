"""What waits, beyond drafts and reviews: second looks, what is overdue, broken links; and who finds it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.admin import waiting
from news.admin.waiting import waiting_for
from news.desk import links, workflow
from news.models import Article
from tests import make
from tests.news.admin.desk_of import as_a, signed_in

pytestmark = pytest.mark.django_db


def desk(user) -> dict[str, list[str]]:
    fresh = type(user).objects.get(pk=user.pk)
    return {group.key: [str(row["article"]) for row in group.rows] for group in waiting_for(fresh)}


def alone(publisher, **changes):
    return workflow.publish(make.draft(by=publisher, **changes), by=publisher, reason="Tin khẩn")


@pytest.fixture
def publisher():
    make.site_settings()
    return make.user("publisher")


def test_a_second_look_waits_for_everybody_but_its_author(publisher):
    alone(publisher, title="Tin khẩn")
    assert desk(publisher)["look"] == []
    for role in ("editor", "publisher"):
        assert desk(make.user(role))["look"] == ["Tin khẩn"]
    assert "look" not in desk(make.user("writer"))


def test_a_confirmed_text_waits_no_longer(publisher):
    article, editor = alone(publisher), make.user("editor")
    workflow.confirm(article, by=editor)
    assert desk(editor)["look"] == []


def test_a_look_of_yesterday_and_a_review_of_two_days_are_overdue(publisher, time_machine):
    now = timezone.now()
    alone(publisher, title="chưa hậu kiểm")
    workflow.submit(make.draft(title="chờ duyệt lâu"), by=None)
    editor = make.user("editor")
    assert desk(editor)["overdue"] == []
    time_machine.move_to(now + timedelta(hours=25))
    workflow.submit(make.draft(title="vừa gửi"), by=None)
    assert sorted(desk(editor)["overdue"]) == ["chưa hậu kiểm", "chờ duyệt lâu"]
    page = signed_in(editor).get("/quan-tri/").content.decode()
    assert "Quá hạn" in page and "quá hạn" in page


def test_the_first_to_wait_stands_first_in_the_review(time_machine):
    start = timezone.now()
    for hours, title in ((0, "trước"), (1, "sau")):
        time_machine.move_to(start + timedelta(hours=hours))
        workflow.submit(make.draft(title=title), by=None)
    assert desk(make.user("editor"))["review"] == ["trước", "sau"]


def test_a_broken_link_is_on_the_desk_until_it_is_mended(publisher):
    make.published(title="Có liên kết hỏng", body='<p><a href="/tin-tuc/khong-con-999999/">Bài cũ</a></p>')
    links.check_some()
    assert desk(publisher)["links"] == ["Có liên kết hỏng"]
    assert "/tin-tuc/khong-con-999999/" in signed_in(publisher).get("/quan-tri/").content.decode()


def test_a_count_says_when_it_stopped_counting(publisher, monkeypatch):
    monkeypatch.setattr(waiting, "MOST_COUNTED", 2)
    for _ in range(4):
        workflow.submit(make.draft(), by=None)
    counts = {group.key: group.count for group in waiting_for(publisher)}
    assert counts["review"] == "2+" and counts["publish"] == ""


# --- copies and start texts -----------------------------------------------------------------------------------------


def test_an_article_is_copied_by_one_press():
    writer, article = as_a("writer"), make.published(title="Giao ban tuần 20")
    answer = writer.post(f"/quan-tri/news/article/{article.pk}/nhan-ban/", follow=True)
    assert "Giao ban tuần 20" in answer.content.decode()
    made = Article.objects.get(created_by=writer.user)
    assert made.pk != article.pk and made.open_edition.title == "Giao ban tuần 20"


@pytest.mark.parametrize("role", ["administrator", ""])
def test_who_writes_no_articles_copies_none(role):
    article, before = make.published(), Article.objects.count()
    assert as_a(role).post(f"/quan-tri/news/article/{article.pk}/nhan-ban/").status_code == 403
    assert Article.objects.count() == before


def test_a_start_text_fills_the_empty_form_and_saves_nothing():
    start = make.start_text(
        "signing", title="Lễ ký kết …", lead="Ngày …", body="<p>Hai bên ký kết</p>", host_heading="Về phía Sở"
    )
    writer = as_a("writer")
    page = writer.get("/quan-tri/news/article/add/").content.decode()
    assert f"?mau={start.pk}" in page
    form = writer.get(f"/quan-tri/news/article/add/?mau={start.pk}").context["form"]
    assert [form[name].value() for name in ("title", "lead", "kind")] == ["Lễ ký kết …", "Ngày …", "signing"]
    assert form.initial["delegations"][0]["heading"] == "Về phía Sở"
    assert not Article.objects.exists()
    assert writer.get("/quan-tri/news/article/add/?mau=abc").status_code == 200


@pytest.mark.parametrize(
    ("role", "status"), [("editor", 200), ("publisher", 200), ("writer", 403), ("administrator", 403)]
)
def test_start_texts_are_written_by_editors(role, status):
    assert as_a(role).get("/quan-tri/news/starttext/add/").status_code == status


# --- the switch for mail --------------------------------------------------------------------------------------------


def test_each_person_turns_mail_off_and_on():
    writer, address = as_a("writer"), "/quan-tri/news/article/thu-bao/"
    assert writer.user.email in writer.get(address).content.decode()
    assert "Bạn không nhận thư" in writer.post(address, {"mail": "off"}, follow=True).content.decode()
    assert writer.user.email in writer.post(address, {"mail": "on"}, follow=True).content.decode()


def test_the_bin_says_how_long_a_draft_stays():
    writer = as_a("writer")
    workflow.bin(make.draft(by=writer.user, title="Nháp bỏ"), by=writer.user)
    page = writer.get("/quan-tri/news/article/?trang-thai=binned").content.decode()
    assert "Nháp bỏ" in page and "còn 30 ngày" in page
