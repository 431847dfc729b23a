"""The archive by year, month and day, in the days of Viet Nam."""

import datetime

import pytest
from django.utils import timezone

from news.site import archive
from tests import make

pytestmark = pytest.mark.django_db


def test_the_archive_leads_from_years_to_months_to_days(client):
    make.published(title="Tin tháng năm", at="2022-05-17 11:30")
    make.published(title="Tin tháng ba", at="2021-03-02 08:00")
    years = client.get("/luu-tru/").content.decode()
    assert '<a href="/luu-tru/2022/">2022</a>' in years
    assert '<a href="/luu-tru/2021/">2021</a>' in years
    assert '<a href="/luu-tru/2022/05/">Tháng 5/2022</a>' in client.get("/luu-tru/2022/").content.decode()
    assert '<a href="/luu-tru/2022/05/17/">17/05</a>' in client.get("/luu-tru/2022/05/").content.decode()
    day = client.get("/luu-tru/2022/05/17/").content.decode()
    assert "Thứ Ba, ngày 17 tháng 5 năm 2022" in day
    assert "Tin tháng năm" in day
    assert "Tin tháng ba" not in day


def test_a_day_begins_at_midnight_in_viet_nam(client):
    make.published(title="Đầu ngày", at="2022-05-17 00:00")
    make.published(title="Cuối ngày", at="2022-05-17 23:59")
    make.published(title="Hôm sau", at="2022-05-18 00:00")
    html = client.get("/luu-tru/2022/05/17/").content.decode()
    assert "Đầu ngày" in html
    assert "Cuối ngày" in html
    assert "Hôm sau" not in html


@pytest.mark.parametrize(
    "path",
    ["2022/13/", "2022/00/", "2022/02/30/", "0000/", "0001/", "9999/12/31/", "2020/", "2022/06/", "2022/5/"],
)
def test_a_day_that_no_calendar_has_or_that_has_no_news_is_not_found(client, path):
    make.published(at="2022-05-17 11:30")
    assert client.get(f"/luu-tru/{path}").status_code == 404


def test_a_site_without_news_has_an_empty_archive(client):
    html = client.get("/luu-tru/").content.decode()
    assert "Chưa có tin ở đây." in html


def test_drafts_and_coming_news_are_not_counted(client):
    make.published(at="2022-05-17 11:30")
    make.draft()
    make.scheduled(at=timezone.now() + datetime.timedelta(days=1))
    html = client.get("/luu-tru/").content.decode()
    assert "1 bài" in html
    assert f'href="/luu-tru/{timezone.localdate().year}/"' not in html


def test_counting_stops_where_nobody_cares(client, monkeypatch):
    monkeypatch.setattr(archive, "MOST", 2)
    for _ in range(4):
        make.published(at="2022-05-17 11:30")
    make.published(at="2021-05-17 11:30")
    html = client.get("/luu-tru/").content.decode()
    assert "2+ bài" in html
    assert "1 bài" in html


def test_english_months_have_english_names(client):
    make.published(language="en", at="2022-05-17 11:30")
    assert '<a href="/en/archive/2022/05/">May 2022</a>' in client.get("/en/archive/2022/").content.decode()
    assert "Tuesday, 17 May 2022" in client.get("/en/archive/2022/05/17/").content.decode()


def test_many_months_ask_no_more_of_the_database(client, django_assert_max_num_queries):
    make.site_settings()
    for month in range(1, 13):
        make.published(at=f"2022-{month:02}-17 11:30")
    with django_assert_max_num_queries(4):
        client.get("/luu-tru/2022/")
