"""A worker that dies, sleeps or shares its machine: no text is lost, none is made twice at a time, none is half there."""

import fcntl
from datetime import timedelta

import pytest
import time_machine
from django.core.files.storage import storages
from django.utils import timezone

from accessibility.models import Narration, Recording
from portal.narration import making, owed
from tests import make

pytestmark = pytest.mark.django_db


class Killed(BaseException):
    """Passes every `except Exception`, as a kill does."""


def die(worker, after: int = 1):
    """The worker dies when it is to say its `after`-th sentence."""
    say = worker.tone.say

    def dying(text):
        if len(worker.tone.asked) + 1 >= after:
            worker.tone.say = say
            raise Killed
        return say(text)

    worker.tone.say = dying
    with pytest.raises(Killed):
        making.make_next()


def kept(folder="narration"):
    public = storages["public"]
    return [f for d in public.listdir(folder)[0] for f in public.listdir(f"{folder}/{d}")[1]]


@pytest.fixture
def article(worker):
    made = make.published(title="Đang đọc", body="<p>Một.</p><p>Hai.</p><p>Ba.</p>")
    owed.find()
    return made


def test_after_a_kill_in_the_middle_the_article_is_public_and_no_sound_is(worker, article, client):
    die(worker, after=3)
    page = client.get(f"/tin-tuc/dang-doc-{article.number}/")
    assert page.status_code == 200
    assert b"data-recording" not in page.content
    assert not Recording.objects.exists()
    assert kept() == []


def test_the_next_worker_on_the_same_machine_goes_on_at_once_and_speaks_only_the_rest(worker, article):
    die(worker, after=3)
    spoken = len(worker.tone.asked)
    assert Narration.objects.get().state == "making"
    assert making.make_next()
    assert Narration.objects.get().state == "made"
    assert len(worker.tone.asked) == len(set(worker.tone.asked)) > spoken


def test_a_worker_on_another_machine_waits_for_the_lease_to_run_out(worker, article, settings, tmp_path):
    die(worker)
    settings.NARRATION_CACHE = tmp_path / "another machine"
    assert not making.make_next()
    with time_machine.travel(timezone.now() + making.LEASE + timedelta(seconds=1)):
        assert making.make_next()
    assert Narration.objects.get().state == "made"


def test_a_kill_between_the_files_and_the_row_shows_nothing_and_is_made_good(worker, article, monkeypatch):
    keep = making.files.keep

    def keep_and_die(*args):
        keep(*args)
        raise Killed

    monkeypatch.setattr(making.files, "keep", keep_and_die)
    with pytest.raises(Killed):
        making.make_next()
    assert not Recording.objects.exists()
    monkeypatch.setattr(making.files, "keep", keep)
    assert making.make_next()
    assert Narration.objects.get().recording


def test_two_workers_on_one_machine_do_not_speak_at_the_same_time(worker, article, settings):
    settings.NARRATION_CACHE.mkdir(parents=True, exist_ok=True)
    with (settings.NARRATION_CACHE / "lock").open("a+") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        assert not making.make_next()
    assert making.make_next()


def test_a_worker_that_slept_past_its_lease_throws_its_work_away(worker, article):
    say = worker.tone.say

    def slow(text):
        # Meanwhile another machine has taken the text over.
        Narration.objects.update(due_at=timezone.now() + timedelta(minutes=10))
        return say(text)

    worker.tone.say = slow
    assert making.make_next()
    assert Narration.objects.get().state == "making"
    assert Narration.objects.get().recording is None


def test_a_long_text_holds_on_to_its_lease(worker, article):
    say, now, seen = worker.tone.say, timezone.now(), []
    with time_machine.travel(now, tick=False) as clock:

        def slow(text):
            clock.shift(timedelta(seconds=100))
            seen.append(Narration.objects.get().due_at)
            return say(text)

        worker.tone.say = slow
        assert making.make_next()
    assert seen == sorted(seen)
    assert seen[-1] > now + making.LEASE
    assert Narration.objects.get().state == "made"


def test_drafts_of_killed_workers_are_swept_up_after_a_day(worker, article):
    from pathlib import Path

    making.make_next()
    draft = Path(storages["public"].path("narration")) / "x.part"
    draft.write_bytes(b"half")
    making._remove_drafts()
    assert draft.exists()
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        making._remove_drafts()
    assert not draft.exists()
