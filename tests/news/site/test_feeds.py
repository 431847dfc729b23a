"""Feeds: what programs of readers get, whole and well formed, at each step of an article, and asked again cheaply."""

import datetime
import json

import feedparser
import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.desk import hiding, workflow
from news.models import Edition
from news.site import feeds_items
from tests import make

pytestmark = pytest.mark.django_db
ALL, JSON_FEED = "/tin-tuc/rss.xml", "/tin-tuc/feed.json"
DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def nothing_was_asked_before():
    cache.clear()


def read(path: str = ALL):
    """The feed as a program reads it; not well formed ones fail here."""
    answer = Client().get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/rss+xml; charset=utf-8")
    feed = feedparser.parse(answer.content, response_headers={"content-type": answer["Content-Type"]})
    assert not feed.bozo, feed.bozo_exception
    return feed


def titles(path: str = ALL) -> list[str]:
    return [entry.title for entry in read(path).entries]


def text_of(entry) -> str:
    return entry.content[0].value


def test_an_article_is_told_whole(settings):
    settings.PUBLIC_ORIGIN = "https://so.example.gov.vn"
    make.site_settings(agency_name="Sở Thử nghiệm", licence="Ghi rõ nguồn khi dùng lại")
    file = make.stored_file(size=1_234_567)
    article = make.published(
        title="Sở làm việc với Hải Phòng",
        lead="Sáng nay, hai bên gặp nhau.",
        body='<p>Đoàn tới <a href="/trang/gioi-thieu/">thăm</a>.</p><p>[[ảnh 1]]</p><p>Hết.</p>',
        captions=[make.caption(make.photo(credit="Lan"), "Hai bên ký", alt="Hai người bắt tay")],
        attachments=[make.attachment(file, title="Kế hoạch", name="ke-hoach.pdf")],
        byline="Văn phòng Sở",
        tags=["Số hóa"],
        category=make.category("Hoạt động"),
        at="2022-05-17 11:30",
    )
    feed = read()
    (entry,) = feed.entries
    host = "https://so.example.gov.vn"
    assert (feed.feed.title, feed.feed.language, feed.feed.link) == ("Sở Thử nghiệm", "vi", f"{host}/")
    assert feed.feed.rights == "Ghi rõ nguồn khi dùng lại"
    assert {"rel": "self", "href": f"{host}{ALL}"}.items() <= feed.feed.links[1].items()
    assert entry.link == f"{host}/tin-tuc/so-lam-viec-voi-hai-phong-{article.number}/"
    assert (entry.id, entry.guidislink) == (f"article:{article.number}", False)
    assert entry.published == "Tue, 17 May 2022 11:30:00 +0700"
    assert (entry.author, entry.summary) == ("Văn phòng Sở", "Sáng nay, hai bên gặp nhau.")
    assert [tag.term for tag in entry.tags] == ["Hoạt động", "Số hóa"]
    html = text_of(entry)
    assert "Sáng nay, hai bên gặp nhau." in html and "Hết." in html
    assert f'<a href="{host}/trang/gioi-thieu/"' in html
    assert 'alt="Hai người bắt tay"' in html and "Hai bên ký<br />Ảnh: Lan" in html
    assert "[[" not in html and "1,2 MB" in html
    assert 'src="/' not in html and 'href="/' not in html


def test_what_is_not_written_in_xml_does_not_break_it():
    title = "Một \x0bhai \x1f& <ba> ]]> bốn \ufffe"
    make.published(
        title=title,
        lead="\x00\x08]]> & <b>",
        body="<p>a ]]&gt; b &amp;amp; &lt;i&gt;</p>",
        byline="A & B\x0c",
    )
    (entry,) = read().entries
    assert entry.title == "Một hai & <ba> ]]> bốn"
    assert "a ]]&gt; b &amp;amp; &lt;i&gt;" in text_of(entry)
    assert json.loads(Client().get(JSON_FEED).content)["items"][0]["title"].strip() == entry.title


def test_lines_are_signed_by_the_agency_where_the_article_has_no_signature():
    make.site_settings(agency_name="Sở Thử nghiệm")
    make.published()
    assert read().entries[0].author == "Sở Thử nghiệm"


@pytest.mark.parametrize("path", [ALL, "/en/news/rss.xml", "/tin-tuc/podcast.xml"])
def test_a_site_without_news_has_an_empty_feed_that_stays_the_same(path):
    make.site_settings()
    with time_machine.travel(timezone.now(), tick=False) as clock:
        first = Client().get(path)
        clock.shift(DAY)
        again = Client().get(path, headers={"if-none-match": first["ETag"]})
    assert (titles(path), again.status_code) == ([], 304)


def test_each_language_has_its_feed():
    make.published(title="Tin")
    make.published(title="News", language="en")
    assert (titles(), titles("/en/news/rss.xml")) == (["Tin"], ["News"])
    assert read("/en/news/rss.xml").feed.language == "en"


def test_a_category_tells_its_own_news_and_that_below_it():
    make.site_settings(agency_name="Sở Thử nghiệm")
    top = make.category("Hoạt động", slug="hoat-dong")
    low = make.category("Họp", slug="hop", parent=top)
    for number, place in enumerate([top, low, make.category(), low], 1):
        make.published(title=f"Tin {number}", category=place, at=f"2022-05-1{number} 08:00")
    assert titles("/chuyen-muc/hoat-dong/rss.xml") == ["Tin 4", "Tin 2", "Tin 1"]
    assert titles("/chuyen-muc/hop/rss.xml") == ["Tin 4", "Tin 2"]
    assert read("/chuyen-muc/hoat-dong/rss.xml").feed.title == "Hoạt động – Sở Thử nghiệm"
    assert Client().get("/chuyen-muc/khong-co/rss.xml").status_code == 404


def test_an_agency_tells_the_news_that_name_it(client):
    agency = make.agency("Cục Sở hữu trí tuệ")
    make.published(title="Có tên", agencies=[{"agency": agency.pk}])
    make.published(title="Không có tên")
    path = f"/co-quan/cuc-so-huu-tri-tue-{agency.pk}/rss.xml"
    assert titles(path) == ["Có tên"]
    moved = client.get(f"/co-quan/ten-cu-{agency.pk}/rss.xml")
    assert (moved.status_code, moved["Location"]) == (301, path)
    assert client.get(f"/co-quan/so-nao-do-{make.agency().pk}/rss.xml").status_code == 404
    assert client.get(f"/co-quan/so-nao-do-{10**30}/rss.xml").status_code == 404


def test_the_newest_come_first_and_no_more_than_twenty():
    start = make.moment("2022-05-01 08:00")
    for number in range(22):
        make.published(title=f"Tin {number}", at=start + number * DAY)
    assert titles() == [f"Tin {number}" for number in range(21, 1, -1)]


def test_the_feed_follows_the_steps_of_an_article():
    now = timezone.now()
    with time_machine.travel(now, tick=False) as clock:
        make.draft(title="Bản nháp")
        make.scheduled(title="Hẹn giờ", at=now + DAY)
        article = make.published(title="Bản một", body="<p>cũ</p>")
        assert titles() == ["Bản một"]
        make.corrected(article, at=now + 2 * DAY, body="<p>mới</p>", correction_note="Ghi nhầm.")
        clock.shift(DAY)
        assert titles() == ["Hẹn giờ", "Bản một"]
        assert "cũ" in text_of(read().entries[1])
        clock.shift(DAY)
        corrected = read().entries[1]
        assert "mới" in text_of(corrected) and "Ghi nhầm." in text_of(corrected)
        article.refresh_from_db()
        gone = workflow.withdraw(article, by=None, reason="thử", public_reason="Sai.")
        assert titles() == ["Hẹn giờ"]
        workflow.reinstate(gone, by=None)
        assert titles() == ["Hẹn giờ", "Bản một"]
        article.refresh_from_db()
        workflow.archive(article, by=None)
        assert titles() == ["Hẹn giờ"]


def test_what_ends_by_the_clock_leaves_the_feed_and_it_is_sent_anew():
    now = timezone.now()
    with time_machine.travel(now, tick=False) as clock:
        article = make.published(title="Có hạn")
        article.listed_until = now + DAY
        article.save(update_fields=["listed_until"])
        first = Client().get(ALL)
        clock.shift(2 * DAY)
        later = Client().get(ALL, headers={"if-modified-since": first["Last-Modified"]})
    assert later.status_code == 200 and b"<item>" not in later.content
    assert later["Last-Modified"] != first["Last-Modified"]


def test_it_is_sent_again_only_when_something_in_it_has_changed():
    category = make.category("Hoạt động")
    article = make.published(title="Một", category=category)
    with time_machine.travel(timezone.now(), tick=False) as clock:

        def asked(before) -> tuple[int, int]:
            clock.shift(60)
            etag = Client().get(ALL, headers={"if-none-match": before["ETag"]})
            since = Client().get(ALL, headers={"if-modified-since": before["Last-Modified"]})
            return etag.status_code, since.status_code

        first = Client().get(ALL)
        assert asked(first) == (304, 304)
        assert "public" in first["Cache-Control"] and first["Access-Control-Allow-Origin"] == "*"
        make.corrected(article, title="Hai")
        assert asked(first) == (200, 200)
        second = Client().get(ALL)
        category.name = "Việc chung"
        category.save()
        assert asked(second) == (200, 200)
        third = Client().get(ALL)
        assert asked(third) == (304, 304)


def test_a_hidden_person_is_not_told_of_and_the_feed_is_sent_anew():
    person = make.person("Đinh Hữu Phí")
    make.site_settings()
    make.published(
        title="Ông Đinh Hữu Phí tới thăm", body="<p>Ông <b>Đinh</b> Hữu&nbsp;Phí</p>", tags=["Đinh Hữu Phí"]
    )
    for path in (ALL, JSON_FEED):
        before = Client().get(path)
        row = hiding.hide(person, by=None, reason="thử", spellings=["Đinh Hữu Phí"], stand_in="một đại biểu",
                          stand_in_en="a participant")  # fmt: skip
        after = Client().get(
            path, headers={"if-none-match": before["ETag"], "if-modified-since": before["Last-Modified"]}
        )
        assert after.status_code == 200
        told = after.content.decode()
        assert "Phí" not in told and "dinh-huu-phi" not in told and "Một đại biểu tới thăm" in told
        hiding.lift(row, by=None, reason="thử")
        assert "Đinh Hữu Phí tới thăm" in Client().get(path).content.decode()


def test_the_json_feed_tells_the_same():
    file = make.stored_file(size=1_234_567)
    article = make.published(title="Tin", attachments=[make.attachment(file, title="Kế hoạch", name="k.pdf")],
                             cover=make.photo(), at="2022-05-17 11:30")  # fmt: skip
    answer = Client().get(JSON_FEED)
    feed = json.loads(answer.content)
    assert answer["Content-Type"] == "application/feed+json; charset=utf-8"
    assert (feed["version"], feed["feed_url"]) == (
        "https://jsonfeed.org/version/1.1",
        f"http://testserver{JSON_FEED}",
    )
    (item,) = feed["items"]
    (entry,) = read().entries
    assert (item["id"], item["url"], item["content_html"]) == (entry.id, entry.link, text_of(entry))
    assert item["date_published"] == "2022-05-17T11:30:00+07:00"
    assert item["image"].startswith("http://testserver/anh/")
    (attachment,) = item["attachments"]
    assert (attachment["title"], attachment["size_in_bytes"], attachment["mime_type"]) == (
        "Kế hoạch",
        1_234_567,
        "application/pdf",
    )
    assert str(article.number) in item["url"]


@pytest.mark.parametrize("form", ["rss.xml", "feed.json"])
def test_twenty_articles_ask_no_more_than_one(form):
    make.site_settings()
    agency, top = make.agency("Cục"), make.category(slug="chung")
    low = make.category(parent=top)
    paths = [f"/tin-tuc/{form}", f"/chuyen-muc/chung/{form}", f"/co-quan/cuc-{agency.pk}/{form}"]

    def one_more(place):
        film = make.video(url="https://example.vn/phim")
        article = make.published(
            category=place, agencies=[{"agency": agency.pk}], captions=[make.caption()], videos=[film], tags=["Số hóa"],
            attachments=[make.attachment()], cover=make.photo(),
        )  # fmt: skip
        make.recording(article)

    one_more(top)
    first = [questions(path) for path in paths]
    for number in range(19):
        one_more(low if number % 2 else top)
    assert [questions(path) for path in paths] == first
    assert first == [5, 7, 6]


def questions(path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert Client().get(path).status_code == 200
    return len(asked)


@pytest.mark.parametrize(
    ("html", "whole"),
    [
        ('<a href="/tep/1/a.pdf">a</a>', '<a href="https://x.vn/tep/1/a.pdf">a</a>'),
        ('<a title="a > b" href="/b">b</a>', '<a title="a > b" href="https://x.vn/b">b</a>'),
        ('<a href="#chu-1">c</a>', '<a href="https://x.vn/tin/#chu-1">c</a>'),
        ('<a href="https://y.vn/">d</a>', '<a href="https://y.vn/">d</a>'),
        ('<p>viết href="/e" là sai</p>', '<p>viết href="/e" là sai</p>'),
    ],
)
def test_links_are_made_whole(html, whole):
    assert (
        feeds_items.with_whole_links(html, "https://x.vn/tin/", lambda path: f"https://x.vn{path}") == whole
    )


def test_pages_name_the_feeds():
    make.site_settings(agency_name="Sở Thử nghiệm")
    agency, category = make.agency("Cục"), make.category("Họp", slug="hop")
    article = make.published(title="Tin", category=category, agencies=[{"agency": agency.pk}])
    edition = Edition.objects.get(article=article)
    own = {"/chuyen-muc/hop/": "Họp", f"/co-quan/cuc-{agency.pk}/": "Cục"}
    for path in ["/", *own, f"/tin-tuc/{edition.slug}-{article.number}/"]:
        html = Client().get(path).content.decode()
        assert f'type="application/rss+xml" title="Sở Thử nghiệm" href="{ALL}"' in html, path
        assert 'href="/tin-tuc/podcast.xml"' in html, path
        assert html.count("application/rss+xml") == (3 if path in own else 2), path
        assert path not in own or f'title="{own[path]}" href="{path}rss.xml"' in html
        assert '<a href="/kenh-tin/">Kênh tin</a>' in html


def test_the_page_of_feeds_gives_each_address_whole(settings):
    settings.PUBLIC_ORIGIN = "https://so.example.gov.vn"
    top = make.category("Hoạt động", slug="hoat-dong", name_en="Activities", order=2)
    make.category("Họp", slug="hop", parent=top)
    make.category("Thông báo", slug="thong-bao", order=1)
    html = Client().get("/kenh-tin/").content.decode()
    paths = ["/tin-tuc/rss.xml", "/tin-tuc/podcast.xml", "/chuyen-muc/thong-bao/rss.xml", "/chuyen-muc/hoat-dong/rss.xml",
             "/chuyen-muc/hop/rss.xml", "/tin-tuc/feed.json"]  # fmt: skip
    places = [html.find(f"<code>https://so.example.gov.vn{path}</code>") for path in paths]
    assert -1 not in places and places == sorted(places)
    english = Client().get("/en/feeds/").content.decode()
    assert "https://so.example.gov.vn/en/category/hoat-dong/rss.xml" in english and "Activities" in english
