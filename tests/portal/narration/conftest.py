"""No machine's voice is needed to see who is owed what: a tone stands in for it, and the sentences it was asked for are counted."""

import pytest

from accessibility.narration import engines, recording
from news.site import hidden
from portal.narration import making, owed, texts
from tests.accessibility.narration.voices import Tone


@pytest.fixture(autouse=True)
def nobody_is_hidden_afterwards():
    yield
    hidden._known.hidden = hidden.Hidden()


@pytest.fixture
def tone(monkeypatch, tmp_path, settings):
    made = Tone()
    settings.NARRATION_CACHE = tmp_path / "narration"
    monkeypatch.setattr(recording, "engine_for", lambda language: made)
    monkeypatch.setattr(engines, "identity", lambda: made.identity)
    return made


@pytest.fixture
def worker(tone):
    """`worker()` does what the worker does in a minute; `worker.look()` only makes what waits already."""

    def run() -> int:
        return making.make_owed()

    run.look = making.make_next
    run.tone, run.owed, run.texts = tone, owed, texts
    return run
