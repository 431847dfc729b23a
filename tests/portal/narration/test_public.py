"""What readers get of a recording: on the page, as files, in data for machines; and when they get nothing."""

import json
import re
from datetime import timedelta

import miniaudio
import pytest
import time_machine
from django.utils import timezone

from accessibility.models import Narration
from accessibility.narration import engines
from news.models import Edition
from news.site import article_page, extras, hidden
from portal.narration import making
from tests import make
from tests.portal.narration.hiding import hide

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(db):
    return make.published(title="Nghe được", body="<p>Ngày 13/5/2022, Sở KH&amp;CN họp tại Đà Nẵng.</p>")


@pytest.fixture
def recording(article):
    return make.recording(article)


def page(client, article) -> str:
    return client.get(f"/tin-tuc/nghe-duoc-{article.number}/").content.decode()


def sound(article) -> extras.Audio:
    return extras.audio_of(article.last_release)


def test_without_a_script_there_is_a_player_that_loads_nothing_and_a_file_with_size_and_length(
    client, article, recording
):
    html = page(client, article)
    assert re.search(r'<audio [^>]*controls preload="none" src="/am-thanh/[0-9a-f]{32}\.mp3"', html)
    assert "Bản ghi giọng máy" in html
    assert re.search(r"download>Tải tệp âm thanh</a> <span[^>]*>\(1 kB, 5 phút 40 giây\)", html)
    assert f'data-marks="{sound(article).marks}"' in html
    assert "cần JavaScript" not in html


def test_the_recording_itself_is_not_read_aloud(client, article, recording):
    listed = re.search(r'id="reader-sentences"[^>]*>(.*?)</script>', page(client, article), re.DOTALL)[1]
    assert "Bản ghi" not in listed


def test_an_article_without_a_recording_says_nothing_of_one(client, article):
    html = page(client, article)
    assert "data-recording" not in html
    assert "cần JavaScript" in html


def test_a_person_who_reads_is_not_called_a_machine(client, article):
    make.recording(article, source="person", has_marks=False)
    html = page(client, article)
    section = re.search(r'<section class="recording".*?</section>', html, re.DOTALL)[0]
    assert "giọng máy" not in section
    assert "data-marks" not in html
    assert 'data-voice="person"' in html


def test_search_engines_learn_of_the_sound(client, article, recording):
    data = json.loads(
        re.search(r'"application/ld\+json">(.*?)</script>', page(client, article), re.DOTALL)[1]
    )
    audio = data["audio"]
    assert (audio["@type"], audio["encodingFormat"], audio["duration"]) == (
        "AudioObject",
        "audio/mpeg",
        "PT5M40S",
    )
    assert audio["contentUrl"].endswith(sound(article).url)
    assert audio["contentSize"] == str(recording.size)


def test_the_page_asks_nothing_more_for_its_recording(article, recording, django_assert_num_queries):
    edition = article_page.loaded(Edition.objects.filter(pk=article.last_release.pk))
    with django_assert_num_queries(0):
        assert extras.audio_of(edition) == sound_by_key(recording)


def sound_by_key(recording):
    return extras.Audio(
        f"/am-thanh/{recording.fingerprint[:32]}.mp3", f"/am-thanh/{recording.fingerprint[:32]}.json",
        recording.size, 340, "audio/mpeg", True, f"/am-thanh/{recording.fingerprint[:32]}.vtt",
    )  # fmt: skip


def test_sound_comes_whole_in_pieces_or_not_again(client, article, recording):
    url = sound(article).url
    whole = client.get(url)
    assert (whole.status_code, whole["Content-Type"], whole["Accept-Ranges"]) == (200, "audio/mpeg", "bytes")
    assert "immutable" in whole["Cache-Control"]
    data = b"".join(whole.streaming_content)
    assert len(data) == recording.size == int(whole["Content-Length"])
    piece = client.get(url, headers={"Range": "bytes=10-19"})
    assert (piece.status_code, b"".join(piece.streaming_content)) == (206, data[10:20])
    assert client.get(url, headers={"If-None-Match": whole["ETag"]}).status_code == 304
    assert client.get(url, headers={"Range": f"bytes={recording.size}-"}).status_code == 416


def test_marks_are_sent_compressed_and_not_twice(client, article, recording):
    answer = client.get(sound(article).marks, headers={"Accept-Encoding": "gzip"})
    assert (answer["Content-Type"], answer.get("Set-Cookie")) == ("application/json", None)
    again = client.get(sound(article).marks, headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "path", ["khong-co.mp3", "0" * 32 + ".mp3", "0" * 31 + ".mp3", "0" * 32 + ".json", "..%2fdb.mp3"]
)
def test_names_that_were_never_given_are_not_found(client, path):
    assert client.get(f"/am-thanh/{path}").status_code == 404


def test_a_recording_answers_only_under_its_own_kind(client, article, recording):
    assert client.get(sound(article).url.replace(".mp3", ".m4a")).status_code == 404
    assert client.post(sound(article).url).status_code == 405


def test_before_its_moment_after_its_end_and_withdrawn_a_recording_is_not_there(client, article, recording):
    heard = sound(article)
    with time_machine.travel(timezone.now() - timedelta(days=1)):
        assert client.get(heard.url).status_code == 404
    make.corrected(article, body="<p>Chữ khác.</p>")
    assert client.get(heard.url).status_code == client.get(heard.marks).status_code == 404


def test_a_row_whose_file_is_gone_is_not_found_rather_than_broken(client, article, recording):
    from django.core.files.storage import storages

    from portal.narration import files

    storages["public"].delete(files.sound_path(recording))
    assert client.get(sound(article).url).status_code == 404


def test_sound_that_names_a_hidden_person_is_gone_from_page_and_address_at_once(client, article):
    make.recording(article, said="Ông Đinh Hữu Phí phát biểu.")
    heard = sound(article)
    hide("Đinh Hữu Phí")
    assert client.get(heard.url).status_code == client.get(heard.marks).status_code == 404
    assert "data-recording" not in page(client, article)


def test_sound_that_does_not_name_the_hidden_person_stays(client, article, recording):
    heard = sound(article)
    hide("Đinh Hữu Phí")
    assert client.get(heard.url).status_code == 200
    assert heard.url in page(client, article)


def test_the_next_recording_says_what_stands_in_for_the_name(worker):
    article = make.published(body="<p>Ông Đinh Hữu Phí phát biểu.</p>")
    worker()
    hide("Đinh Hữu Phí")
    hidden.refresh()
    worker()
    script = Narration.objects.get().recording.script
    assert "Đinh Hữu Phí" not in script
    assert "phát biểu" in script
    assert extras.audio_of(article.last_release)


def test_what_the_worker_makes_is_an_mp3_whose_marks_are_those_of_the_page(
    client, article, settings, tmp_path
):
    settings.NARRATION_CACHE = tmp_path / "narration"
    making.make_owed()
    heard = sound(article)
    mp3 = b"".join(client.get(heard.url).streaming_content)
    marks = client.get(heard.marks).json()
    decoded = miniaudio.decode(mp3, nchannels=1, sample_rate=engines.RATE)
    assert marks["dur"] == pytest.approx(len(decoded.samples) * 1000 / engines.RATE, abs=1)
    listed = re.search(r'id="reader-sentences"[^>]*>(.*?)</script>', page(client, article), re.DOTALL)[1]
    assert [row[:3] for row in marks["s"]] == [row[:3] for row in json.loads(listed)]
    assert all(before[4] <= after[3] for before, after in zip(marks["s"], marks["s"][1:], strict=False))
