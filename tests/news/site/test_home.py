"""The front page: which news stand where, and that nothing else does."""

import datetime
import re

import pytest
import time_machine
from django.utils import timezone

from news.models import Article
from news.site import front
from tests import make

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def titles(cards) -> list[str]:
    return [card.title for card in cards]


def published(*names, **changes):
    """Articles in this order, each an hour older than the one before."""
    now = timezone.now()
    return [
        make.published(title=name, at=now - number * datetime.timedelta(hours=1), **changes)
        for number, name in enumerate(names)
    ]


def test_an_empty_site_has_a_page_of_its_own(client):
    html = client.get("/").content.decode()
    assert "Trang chưa đăng tin nào." in html
    assert client.get("/en/").status_code == 200


def test_the_newest_article_with_a_picture_leads():
    published("Không ảnh")
    published("Có ảnh", cover=make.photo())
    assert front.context()["lead"].title == "Có ảnh"


def test_without_pictures_the_newest_leads_and_the_others_follow_in_order():
    published(*(f"Tin {number}" for number in range(8)))
    shown = front.context()
    assert shown["lead"].title == "Tin 0"
    assert titles(shown["seconds"]) == ["Tin 1", "Tin 2", "Tin 3", "Tin 4"]
    assert titles(shown["latest"]) == ["Tin 5", "Tin 6", "Tin 7"]


def test_a_featured_article_leads_until_its_end_and_the_clock_ends_it(client):
    published("Mới nhất")
    article = make.published(title="Nổi bật", at="2022-05-17 11:30")
    now = timezone.now()
    Article.objects.filter(pk=article.pk).update(featured_from=now, featured_until=now + DAY)
    assert front.context()["lead"].title == "Nổi bật"
    with time_machine.travel(now + DAY, tick=False):
        assert front.context()["lead"].title == "Mới nhất"


def test_notices_stand_in_their_own_list():
    published("Thông báo nghỉ lễ", kind="notice")
    published("Tuyển dụng viên chức", kind="recruitment")
    published("Tin họp")
    shown = front.context()
    assert set(titles(shown["notices"])) == {"Thông báo nghỉ lễ", "Tuyển dụng viên chức"}
    assert shown["lead"].title == "Tin họp"
    assert not shown["seconds"]


def test_a_category_has_a_block_with_one_story_and_three_titles_of_itself_and_those_below():
    above = make.category("Hoạt động", on_home=True)
    below = make.category("Hợp tác", parent=above)
    published(*(f"Đầu trang {number}" for number in range(5)), cover=make.photo())
    old = {"at": "2022-05-17 11:30"}
    for name in ("a", "b", "c", "d"):
        make.published(title=name, category=below if name == "b" else above, **old)
    make.published(title="có ảnh", category=below, cover=make.photo(), at="2022-05-17 11:31")
    (block,) = front.context()["blocks"]
    assert block.category == above
    assert block.story.title == "có ảnh"
    assert titles(block.titles) == ["d", "c", "b"]


def test_what_leads_the_page_is_not_repeated_in_a_block():
    category = make.category(on_home=True)
    published("Tin 0", "Tin 1", category=category)
    assert front.context()["blocks"] == []


@time_machine.travel("2022-05-18T08:00:00+07:00", tick=False)
def test_meetings_of_this_week_stand_by_day():
    days = {"Chủ nhật trước": 15, "Thứ Hai": 16, "Thứ Sáu": 20, "Chủ nhật": 22, "Thứ Hai sau": 23}
    for name, day in days.items():
        make.published(title=name, at="2022-05-10 08:00", event_on=datetime.date(2022, 5, day))
    make.published(
        title="Nhiều ngày",
        at="2022-05-10 08:00",
        event_on=datetime.date(2022, 5, 14),
        event_until=datetime.date(2022, 5, 17),
    )
    meetings = front.context()["meetings"]
    assert [(day.day, titles(rows)) for day, rows in meetings] == [
        (14, ["Nhiều ngày"]),
        (16, ["Thứ Hai"]),
        (20, ["Thứ Sáu"]),
        (22, ["Chủ nhật"]),
    ]


def test_english_news_stand_on_the_english_page_only(client):
    make.published(title="Tin tiếng Việt")
    make.published(title="English news", language="en")
    vietnamese, english = client.get("/").content.decode(), client.get("/en/").content.decode()
    assert "Tin tiếng Việt" in vietnamese
    assert "English news" not in vietnamese
    assert "English news" in english
    assert "Tin tiếng Việt" not in english


def test_a_card_is_one_link_and_its_picture_is_silent(client):
    make.published(title="Tin có ảnh", cover=make.photo())
    html = client.get("/").content.decode()
    card = re.search(r'<div class="card card--lead">.*?</div>', html, re.DOTALL)[0]
    assert card.count("<a ") == 1
    assert 'alt=""' in card


def test_drafts_scheduled_withdrawn_and_archived_news_stand_nowhere(client):
    category = make.category(on_home=True)
    event = {"category": category, "event_on": timezone.localdate()}
    make.draft(title="ẨN-nháp", **event)
    make.scheduled(title="ẨN-hẹn", at=timezone.now() + DAY, **event)
    make.withdrawn(title="ẨN-gỡ", **event)
    assert "ẨN" not in client.get("/").content.decode()


def test_many_categories_and_articles_ask_no_more_of_the_database(client, django_assert_max_num_queries):
    def asked():
        with django_assert_max_num_queries(8) as captured:
            client.get("/")
        return len(captured.captured_queries)

    make.published(category=make.category(on_home=True), cover=make.photo())
    few = asked()
    for _ in range(12):
        make.published(
            category=make.category(on_home=True), cover=make.photo(), event_on=timezone.localdate()
        )
    assert asked() == few
