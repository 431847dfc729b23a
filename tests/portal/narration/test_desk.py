"""The page of recordings: what the worker could not do, asking again, and a person's voice in the machine's place."""

import io
import json
import re
import struct
import wave
from datetime import timedelta

import miniaudio
import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from accessibility.models import Narration
from accessibility.narration.mp3 import clean
from news.site import extras, hidden
from tests import make, samples
from tests.accessibility.narration.test_mp3 import id3, sound
from tests.accessibility.narration.voices import square_wave
from tests.news.admin.desk_of import as_a
from tests.portal.narration.hiding import hide

pytestmark = pytest.mark.django_db

LIST = "/quan-tri/accessibility/narration/"


@pytest.fixture
def article(db):
    return make.published(title="Có bản ghi", body="<p>Câu một. Câu thứ hai dài hơn câu một.</p>")


@pytest.fixture
def narration(article):
    return make.recording(article).narration


@pytest.fixture
def editor(db):
    return as_a("editor")


def press(client, narration, word: str, **data):
    return client.post(f"{LIST}{narration.pk}/{word}/", data, follow=True)


def bring(client, narration, data: bytes, name="doc.mp3", **more):
    return press(client, narration, "nguoi-doc", file=SimpleUploadedFile(name, data), **more)


def heard(article) -> extras.Audio | None:
    return extras.audio_of(article.last_release)


def said(answer) -> str:
    return " ".join(str(message) for message in answer.context["messages"])


def test_the_list_names_articles_and_says_what_failed_and_why(editor, article):
    narration = Narration.objects.create(
        key=f"edition:{article.last_release.pk}", state="failed", error="EngineFailed: treo"
    )
    page = editor.get(LIST).content.decode()
    assert "Có bản ghi" in page
    assert "Chưa làm được, sẽ thử lại" in page
    assert "EngineFailed: treo" in editor.get(f"{LIST}{narration.pk}/change/").content.decode()


def test_the_list_asks_as_often_for_thirty_recordings_as_for_one(
    editor, article, django_assert_max_num_queries
):
    make.recording(article)
    with django_assert_max_num_queries(12) as one:
        editor.get(LIST)
    for _ in range(30):
        make.recording(make.published())
    with django_assert_max_num_queries(12) as many:
        editor.get(LIST)
    assert len(one) == len(many)


def test_asking_again_makes_the_worker_look_at_once(editor, narration):
    answer = press(editor, narration, "lam-lai")
    assert "một, hai phút" in said(answer)
    narration.refresh_from_db()
    assert (narration.state, narration.stamp) == ("owed", "")


def test_many_are_asked_for_again_in_one_step(editor, narration):
    editor.post(LIST, {"action": "make_again", "_selected_action": [narration.pk]})
    narration.refresh_from_db()
    assert narration.state == "owed"


def test_a_persons_recording_takes_the_machines_place_without_names_of_makers(
    editor, article, narration, client
):
    answer = bring(editor, narration, id3() + sound(3))
    assert "Người nghe nay nghe bản ghi" in said(answer)
    audio = heard(article)
    assert (audio.is_machine, audio.seconds, audio.marks) == (False, 3, "")
    sent = b"".join(client.get(audio.url).streaming_content)
    # What cannot be made again is kept where everything is that an operator saves.
    assert storages["private"].listdir("narration")[0]
    assert sent == clean(sound(3)).frames
    assert b"Nguyen" not in sent


def test_a_wav_from_a_recorder_is_made_an_mp3(editor, article, narration, client):
    file = io.BytesIO()
    with wave.open(file, "wb") as recorded:
        recorded.setparams((2, 2, 48_000, 0, "NONE", ""))
        recorded.writeframes(square_wave(2 * 2 * 48_000))
    bring(editor, narration, file.getvalue(), "ghi-am.wav")
    decoded = miniaudio.decode(b"".join(client.get(heard(article).url).streaming_content), nchannels=1)
    assert len(decoded.samples) / decoded.sample_rate == pytest.approx(2, abs=0.1)


def test_a_telephones_recording_is_played_as_it_is_without_its_places(editor, article, narration, client):
    notes = samples.box(b"udta", b"+21.0285+105.8542 Nguyen Van A")
    bring(
        editor,
        narration,
        samples.film(samples.track(b"soun", b"mp4a"), brand=b"M4A ", notes=notes),
        "ghi.m4a",
    )
    audio = heard(article)
    assert (audio.media_type, audio.seconds, audio.url[-4:]) == ("audio/mp4", 95, ".m4a")
    answer = client.get(audio.url)
    assert answer["Content-Type"] == "audio/mp4"
    sent = b"".join(answer.streaming_content)
    assert b"21.0285" not in sent
    assert b"Nguyen" not in sent


@pytest.mark.parametrize(
    "tracks",
    [(samples.track(b"vide", b"avc1"), samples.track(b"soun", b"mp4a")), (samples.track(b"soun", b"alac"),)],
)
def test_a_film_or_a_codec_that_few_browsers_play_is_refused(editor, article, narration, tracks):
    before = heard(article)
    assert "không phải tệp âm thanh" in said(bring(editor, narration, samples.film(*tracks), "ghi.m4a"))
    assert heard(article) == before


def test_sentences_are_lit_at_their_share_of_the_time_when_asked_for(editor, article, narration, client):
    bring(editor, narration, sound(10), lights="on")
    marks = client.get(heard(article).marks).json()
    page = client.get(f"/tin-tuc/co-ban-ghi-{article.number}/").content.decode()
    listed = json.loads(re.search(r'id="reader-sentences"[^>]*>(.*?)</script>', page, re.DOTALL)[1])
    assert [row[:3] for row in marks["s"]] == [row[:3] for row in listed]
    assert (marks["voice"], marks["s"][0][3], marks["s"][-1][4]) == ("person", 0, marks["dur"])
    for before, after in zip(marks["s"], marks["s"][1:], strict=False):
        assert before[4] == after[3]
        assert before[5] == []


def recorded(rate: int) -> bytes:
    """A WAV whose head says so many samples a second."""
    data, numbers = bytes(4000), (1, 1, rate, rate, 2, 16)
    head = b"WAVEfmt " + struct.pack("<I", 16) + struct.pack("<HHIIHH", *numbers)
    return b"RIFF" + struct.pack("<I", 36 + len(data)) + head + b"data" + struct.pack("<I", len(data)) + data


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"<html></html>" * 500, "không phải tệp âm thanh"),
        (b"RIFF\x00\x00\x00\x00WAVE" + bytes(40), "Không đọc được tệp WAV này"),
        (recorded(rate=0), "Không đọc được tệp WAV này"),
        (recorded(rate=4_000_000_000), "Không đọc được tệp WAV này"),
        (b"", "Hãy chọn tệp âm thanh"),
    ],
)
def test_what_is_no_sound_is_refused_with_what_to_do_and_readers_keep_what_they_had(
    editor, article, narration, data, sentence
):
    before = heard(article)
    assert sentence in said(bring(editor, narration, data))
    assert heard(article) == before


def test_the_worker_leaves_a_persons_recording_alone_whatever_changes(worker, editor, article):
    worker()
    bring(editor, Narration.objects.get(), sound(3))
    audio = heard(article)
    worker.tone.version = "2"
    worker()
    assert heard(article) == audio


def test_without_the_persons_recording_the_machine_reads_again(worker, editor, article):
    worker()
    bring(editor, Narration.objects.get(), sound(3))
    press(editor, Narration.objects.get(), "giong-may")
    assert heard(article) is None
    worker()
    assert heard(article).is_machine


def test_a_persons_recording_gives_way_while_somebody_in_its_text_is_hidden_and_comes_back(
    worker, editor, client
):
    article = make.published(title="Phát biểu", body="<p>Ông Đinh Hữu Phí phát biểu.</p>")
    worker()
    bring(editor, Narration.objects.get(), sound(3))
    own = heard(article)
    hiding = hide("Đinh Hữu Phí")
    assert client.get(own.url).status_code == 404
    hidden.refresh()
    worker()
    assert heard(article).is_machine
    hiding.lifted_at = timezone.now()
    hiding.save()
    hidden.refresh()
    worker()
    assert heard(article) == own


def test_a_persons_recording_of_an_edition_that_ended_is_not_thrown_away(worker, editor, article):
    worker()
    narration = Narration.objects.get()
    bring(editor, narration, sound(3))
    make.corrected(article, body="<p>Khác.</p>")
    worker()
    narration.refresh_from_db()
    assert narration.recording.source == "person"


def test_before_its_moment_staff_hear_what_readers_will_hear_and_strangers_nothing(editor, client, worker):
    make.scheduled(at=timezone.now() + timedelta(days=1))
    worker()
    address = f"/quan-tri/ban-ghi/{Narration.objects.get().pk}/"
    answer = editor.get(address)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-cache")
    assert client.get(address).status_code in (302, 403)


@pytest.mark.parametrize(("role", "status"), [("editor", 200), ("writer", 403), ("administrator", 403)])
def test_only_editors_and_publishers_change_what_readers_hear(role, status, article, narration):
    before = heard(article)
    assert bring(as_a(role), narration, sound(2)).status_code == status
    assert (heard(article) != before) == (status == 200)


def test_a_writer_sees_the_page_without_its_buttons(narration):
    page = as_a("writer").get(f"{LIST}{narration.pk}/change/").content.decode()
    assert "Có bản ghi" in page
    assert "Dùng bản ghi này" not in page
