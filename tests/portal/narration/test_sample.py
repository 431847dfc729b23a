"""Trying out how something is read, before it is kept."""

import miniaudio
import pytest

from accessibility.narration import engines
from accessibility.narration.engines import EngineFailed
from portal.narration import sample
from tests import make
from tests.news.admin.desk_of import signed_in

pytestmark = pytest.mark.django_db

ADDRESS = "/quan-tri/nghe-thu/"


@pytest.fixture
def editor():
    return signed_in(make.user("editor"))


def test_words_are_said_by_the_stored_voice(editor):
    answer = editor.get(ADDRESS, {"text": "sở hữu trí tuệ", "language": "vi"})
    assert (answer.status_code, answer["Content-Type"]) == (200, "audio/mpeg")
    assert answer["Cache-Control"].startswith("private")
    heard = miniaudio.decode(answer.content, nchannels=1, sample_rate=engines.RATE).samples
    assert 0.5 < len(heard) / engines.RATE < 4
    assert max(map(abs, heard)) > 3000


def test_english_words_are_said_by_the_english_voice(editor):
    said = [editor.get(ADDRESS, {"text": "intellectual", "language": code}).content for code in ("vi", "en")]
    assert said[0] != said[1]


def test_a_whole_article_is_not_tried_out(editor, monkeypatch):
    asked = []
    monkeypatch.setattr(sample.recording, "record", lambda lines, *_: asked.extend(lines))
    editor.get(ADDRESS, {"text": "rất dài " * 1000})
    assert len(asked[0].said) == sample.MOST


def test_without_words_nothing_is_said(editor):
    assert editor.get(ADDRESS, {"text": "  "}).status_code == 400


def test_a_voice_that_does_not_answer_is_said_in_a_sentence(editor, monkeypatch):
    def fail(*args):
        raise EngineFailed("treo")

    monkeypatch.setattr(sample.recording, "record", fail)
    answer = editor.get(ADDRESS, {"text": "sở"})
    assert answer.status_code == 503
    assert answer.content.decode() == "Giọng đọc hiện không trả lời. Hãy thử lại sau một phút."


def test_a_site_without_a_voice_says_so(editor, settings):
    settings.NARRATION_ENGINE = "none"
    assert editor.get(ADDRESS, {"text": "sở"}).status_code == 503


@pytest.mark.parametrize("who", ["colleague without a role", "stranger"])
def test_others_try_nothing_out(client, who):
    if who == "stranger":
        assert client.get(ADDRESS, {"text": "sở"}).status_code in (302, 403)
    else:
        assert signed_in(make.user("")).get(ADDRESS, {"text": "sở"}).status_code == 403


@pytest.fixture(autouse=True)
def voices_end():
    yield
    engines.close()
