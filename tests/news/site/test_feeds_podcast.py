"""The podcast: what was read aloud and may be heard now, with its true length, its transcript and who reads."""

import datetime
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
import time_machine
from django.conf import settings as configured
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from PIL import Image

from accessibility.models import Narration
from news.desk import hiding, workflow
from news.site import feeds_items
from portal.narration import transcripts
from tests import make

pytestmark = pytest.mark.django_db
PODCAST, ALL = "/tin-tuc/podcast.xml", "/tin-tuc/rss.xml"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
TOLD = "{https://podcastindex.org/namespace/1.0}"


@pytest.fixture(autouse=True)
def nothing_was_asked_before():
    cache.clear()


@pytest.fixture
def article():
    return make.published(
        title="Nghe được", lead="Sáng nay, Sở họp.", byline="Văn phòng", at="2022-05-17 11:30"
    )


def entries(path: str = PODCAST) -> list:
    feed = feedparser.parse(Client().get(path).content)
    assert not feed.bozo, feed.bozo_exception
    return feed.entries


def channel(path: str = PODCAST):
    return ElementTree.parse(BytesIO(Client().get(path).content)).getroot()[0]


def test_an_episode_is_the_sound_of_an_article(article):
    recording = make.recording(article)
    (entry,) = entries()
    (sound,) = entry.enclosures
    assert sound.href == f"http://testserver/am-thanh/{recording.fingerprint[:32]}.mp3"
    served = Client().get(sound.href)
    assert (served.status_code, served["Content-Type"]) == (200, sound.type)
    assert len(b"".join(served.streaming_content)) == int(sound.length) == recording.size
    assert (entry.title, entry.itunes_duration, entry.author) == ("Nghe được", "340", "Văn phòng")
    assert entry.summary == "Sáng nay, Sở họp. Bài do giọng máy đọc."
    assert entry.id == f"article:{article.number}"


def test_where_a_person_reads_that_is_said(article):
    make.recording(article, source="person", has_marks=False)
    (entry,) = entries()
    assert entry.summary == "Sáng nay, Sở họp. Bài do người đọc."
    assert b"podcast:transcript" not in Client().get(PODCAST).content


def test_directories_find_what_they_ask_for(article, settings):
    settings.PUBLIC_ORIGIN = "https://so.example.gov.vn"
    make.site_settings(agency_name="Sở Thử nghiệm", email="so@example.vn")
    make.recording(article)
    feed = channel()
    told = {name: feed.findtext(f"{ITUNES}{name}") for name in ("author", "explicit", "type")}
    assert told == {"author": "Sở Thử nghiệm", "explicit": "false", "type": "episodic"}
    assert feed.find(f"{ITUNES}category").get("text") == "Government"
    assert feed.find(f"{ITUNES}owner").findtext(f"{ITUNES}email") == "so@example.vn"
    assert (feed.findtext("language"), feed.findtext("title")) == ("vi", "Nghe tin: Sở Thử nghiệm")
    assert "giọng máy" in feed.findtext("description")
    assert feed.findtext("image/url") == feed.find(f"{ITUNES}image").get("href")
    assert (
        feed.find(f"{ITUNES}image").get("href").startswith("https://so.example.gov.vn/static/icons/podcast")
    )
    assert len(feed.findtext(f"{TOLD}guid")) == 36
    item = feed.find("item")
    assert (item.findtext(f"{ITUNES}episodeType"), item.findtext(f"{ITUNES}explicit")) == ("full", "false")


def test_the_picture_is_as_large_as_directories_demand():
    with Image.open(Path(configured.ROOT) / "static/icons/podcast.png") as picture:
        assert (picture.size, picture.mode, picture.format) == ((1400, 1400), "RGB", "PNG")


def test_the_transcript_tells_what_is_said_and_when(article):
    make.recording(article, said="Sở họp & <bàn>")
    told = channel().find(f"item/{TOLD}transcript")
    assert (told.get("type"), told.get("language")) == ("text/vtt", "vi")
    answer = Client().get(told.get("url"))
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/vtt; charset=utf-8")
    assert answer.content.decode() == "WEBVTT\n\n00:00:00.050 --> 00:05:39.000\nSở họp &amp; &lt;bàn&gt;\n"
    assert Client().get(told.get("url"), headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_words_that_do_not_fit_their_marks_are_no_transcript(article):
    recording = make.recording(article, said="Câu một.\nCâu hai.")
    assert Client().get(f"/am-thanh/{recording.fingerprint[:32]}.vtt").status_code == 404
    marks = {"s": [["a", 0, 1, 0, 3_600_500, []], ["a", 1, 2, 3_600_750, 3_661_001, []]]}
    assert transcripts.as_vtt("Câu một.\nCâu\thai.", marks).splitlines()[2:] == [
        "00:00:00.000 --> 01:00:00.500", "Câu một.", "", "01:00:00.750 --> 01:01:01.001", "Câu hai.",
    ]  # fmt: skip
    assert transcripts.as_vtt("", {"s": [["a", 0, 1, 0, 1, []]]}) == ""


def test_the_general_feed_carries_the_same_sound(article):
    make.recording(article)
    make.published(title="Không nghe được")
    sounds = {entry.title: [sound.href for sound in entry.enclosures] for entry in entries(ALL)}
    assert sounds == {"Không nghe được": [], "Nghe được": [entries()[0].enclosures[0].href]}
    (told, _other) = sorted(
        Client().get("/tin-tuc/feed.json").json()["items"], key=lambda item: item["title"]
    )[::-1]
    (sound,) = told["attachments"]
    assert (sound["url"], sound["duration_in_seconds"]) == (sounds["Nghe được"][0], 340)


@pytest.mark.parametrize("path", [PODCAST, ALL])
def test_the_feed_changes_when_sound_comes_is_made_anew_and_goes(article, path):
    with time_machine.travel(timezone.now(), tick=False) as clock:

        def is_new(before) -> bool:
            clock.shift(60)
            heads = [{"if-none-match": before["ETag"]}, {"if-modified-since": before["Last-Modified"]}]
            (status,) = {Client().get(path, headers=head).status_code for head in heads}
            return status == 200

        silent = Client().get(path)
        assert not is_new(silent)
        make.recording(article)
        assert is_new(silent)
        first = Client().get(path)
        make.recording(article)
        assert is_new(first)
        second = Client().get(path)
        Narration.objects.update(recording=None)
        assert is_new(second)
        assert not any(entry.enclosures for entry in entries(path))


def test_only_what_is_live_and_listed_can_be_heard(article):
    now = timezone.now()
    with time_machine.travel(now, tick=False) as clock:
        make.recording(article)
        make.recording(make.scheduled(title="Hẹn giờ", at=now + datetime.timedelta(days=1)))
        make.recording(workflow.archive(make.published(title="Lưu trữ"), by=None))
        make.recording(make.published(title="News", language="en"))
        assert [entry.title for entry in entries()] == ["Nghe được"]
        assert [entry.title for entry in entries("/en/news/podcast.xml")] == ["News"]
        clock.shift(datetime.timedelta(days=1))
        assert [entry.title for entry in entries()] == ["Hẹn giờ", "Nghe được"]
        make.corrected(article, body="<p>Bản mới chưa ai đọc.</p>")
        assert [entry.title for entry in entries()] == ["Hẹn giờ"]
        coming = workflow.refreshed(article)
        workflow.withdraw(coming, by=None, reason="thử", public_reason="Sai.")
        assert [entry.title for entry in entries()] == ["Hẹn giờ"]


def test_sound_that_names_somebody_hidden_is_gone(article):
    make.site_settings()
    recording = make.recording(article, said="Ông Đinh Hữu Phí họp.")
    hiding.hide(make.person("Đinh Hữu Phí"), by=None, reason="thử", spellings=["Đinh Hữu Phí"],
                stand_in="một đại biểu", stand_in_en="a participant")  # fmt: skip
    assert entries() == []
    assert not entries(ALL)[0].enclosures
    assert Client().get(f"/am-thanh/{recording.fingerprint[:32]}.vtt").status_code == 404


def test_many_episodes_ask_no_more_than_one_and_end_somewhere(article, monkeypatch):
    monkeypatch.setattr(feeds_items, "EPISODES", 3)
    make.site_settings()
    make.recording(article)

    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            Client().get(PODCAST)
        return len(asked)

    first = questions()
    for _number in range(5):
        make.recording(make.published())
    assert (questions(), len(entries())) == (first, 3)
    assert first == 4
