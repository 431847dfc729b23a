"""Which articles are owed a recording, and what becomes of it when the text changes, ends or fails."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.storage import storages
from django.utils import timezone

from accessibility.models import Narration, Recording
from accessibility.narration.engines import EngineFailed
from news.desk import workflow
from news.site import extras
from portal.narration import files, making, owed
from tests import make

pytestmark = pytest.mark.django_db

BODY = "".join(f"<p>Câu thứ {n} của bài viết dài.</p>" for n in range(1, 41))


def narration(article) -> Narration:
    return Narration.objects.select_related("recording").get(key=f"edition:{article.last_release.pk}")


def sound_of(article) -> extras.Audio | None:
    return extras.audio_of(article.last_release)


def kept_files() -> list[str]:
    public = storages["public"]
    if not public.exists("narration"):
        return []
    folders, loose = public.listdir("narration")
    return loose + [name for folder in folders for name in public.listdir(f"narration/{folder}")[1]]


def test_a_published_article_waits_for_its_voice_at_once_and_gets_it_from_the_worker(
    worker, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        article = make.published()
    assert narration(article).state == "owed"
    assert worker.look()
    assert narration(article).state == "made"
    assert sound_of(article).seconds > 0


def test_a_publication_that_nobody_announced_is_found_all_the_same(worker):
    article = make.published()
    assert not Narration.objects.exists()
    worker()
    assert sound_of(article)


def test_a_scheduled_article_has_its_sound_when_its_moment_comes(worker, client):
    article = make.scheduled(at=timezone.now() + timedelta(hours=2), title="Hẹn giờ")
    worker()
    heard = sound_of(article)
    assert client.get(heard.url).status_code == 404
    with time_machine.travel(timezone.now() + timedelta(hours=3)):
        page = client.get(f"/tin-tuc/hen-gio-{article.number}/").content.decode()
        assert heard.url in page
        assert client.get(heard.url).status_code == 200


def test_a_draft_is_not_read_aloud(worker):
    make.draft()
    worker()
    assert not Narration.objects.exists()


def test_nothing_is_made_twice(worker):
    make.published()
    worker()
    asked, made = len(worker.tone.asked), Recording.objects.get().made_at
    assert worker() == 0
    assert (len(worker.tone.asked), Recording.objects.get().made_at) == (asked, made)


def test_editing_one_sentence_of_a_long_article_speaks_one_sentence(worker):
    article = make.published(body=BODY)
    worker()
    before = len(worker.tone.asked)
    assert before > 40
    article = make.corrected(article, body=BODY.replace("Câu thứ 17 của bài", "Câu thứ 17 trong bài"))
    worker()
    assert worker.tone.asked[before:] == ["Câu thứ mười bảy trong bài viết dài."]
    assert sound_of(article)


def test_another_spelling_speaks_only_the_sentences_that_it_touches(worker):
    make.glossary_entry("ABCX", "an bình cửa xanh")
    article = make.published(body=BODY.replace("Câu thứ 9 của", "Câu thứ 9 về ABCX của"))
    worker()
    before, first = len(worker.tone.asked), sound_of(article)
    entry = make.GlossaryEntry.objects.get()
    entry.full = "an bình cổng xanh"
    entry.save()
    worker()
    again = worker.tone.asked[before:]
    assert len(again) == 1
    assert "an bình cổng xanh" in again[0]
    assert sound_of(article).url != first.url


def test_other_spellings_that_touch_nothing_leave_the_recording_as_it_is(worker):
    article = make.published()
    worker()
    first = narration(article)
    make.glossary_entry("ZZQ", "không có trong bài")
    worker()
    second = narration(article)
    assert second.stamp != first.stamp
    assert second.recording == first.recording


def test_another_voice_reads_everything_anew(worker):
    article = make.published()
    worker()
    first = sound_of(article)
    worker.tone.version = "2"
    worker()
    assert sound_of(article).url != first.url


def test_an_editor_asks_for_the_recording_again_and_only_what_changed_is_spoken(worker):
    article = make.published()
    worker()
    count = len(worker.tone.asked)
    extras.remake_audio(article.last_release)
    assert narration(article).state == "owed"
    assert worker.look()
    assert narration(article).state == "made"
    assert len(worker.tone.asked) == count


def test_a_changed_abbreviation_costs_its_sentence_and_the_number_is_told(worker):
    entry = make.glossary_entry("SHTT", "sở hữu trí tuệ")
    article = make.published(body="<p>Cục SHTT họp. Trời đẹp. Ai cũng vui.</p>")
    worker()
    first = extras.readings_of([article.last_release])[article.last_release.pk]
    assert first.anew == first.sentences >= 4
    entry.spoken = "sở hữu trí tuệ nhé"
    entry.save()
    extras.remake_audio(article.last_release)
    assert extras.readings_of([article.last_release])[article.last_release.pk].is_waiting
    assert worker.look()
    again = extras.readings_of([article.last_release])[article.last_release.pk]
    assert (again.anew, again.sentences, again.is_waiting) == (1, first.sentences, False)


def test_a_recording_is_kept_an_hour_for_pages_that_still_name_it_and_then_its_files_go(
    worker, client, django_capture_on_commit_callbacks
):
    article = make.published()
    worker()
    first = sound_of(article)
    worker.tone.version = "2"
    worker()
    assert client.get(first.url).status_code == 200
    assert len(kept_files()) == 4
    later = time_machine.travel(timezone.now() + timedelta(hours=2))
    with later, django_capture_on_commit_callbacks(execute=True):
        worker()
    assert client.get(first.url).status_code == 404
    assert len(kept_files()) == 2


def test_a_withdrawn_article_loses_its_sound_at_once_and_its_files_with_the_next_sweep(
    worker, client, django_capture_on_commit_callbacks
):
    article = make.published()
    worker()
    heard = sound_of(article)
    workflow.withdraw(article, by=None, reason="thử", public_reason="Thông tin chưa chính xác.")
    assert client.get(heard.url).status_code == client.get(heard.marks).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        owed.find()
    assert not Recording.objects.exists()
    assert kept_files() == []


def test_the_same_text_in_a_new_edition_is_not_spoken_or_encoded_again(worker):
    article = make.published()
    worker()
    first, count = sound_of(article), len(worker.tone.asked)
    article = make.corrected(article, source="Nguồn khác")
    worker()
    assert sound_of(article).url == first.url
    assert len(worker.tone.asked) == count


def test_only_so_many_of_the_newest_are_read_and_an_older_one_when_an_editor_asks(worker, settings):
    settings.NARRATION_NEWEST = 1
    old = make.published(at="2020-01-01 08:00")
    new = make.published(at="2021-01-01 08:00")
    worker()
    assert sound_of(new)
    assert not sound_of(old)
    extras.remake_audio(old.last_release)
    worker()
    assert sound_of(new)
    assert sound_of(old)


def test_a_machine_that_wants_no_voice_makes_none_and_drops_what_was_made(worker, settings):
    article = make.published()
    worker()
    settings.NARRATION_ENGINE = "none"
    worker()
    assert not sound_of(article)


def test_a_voice_that_fails_leaves_the_article_public_says_why_and_is_tried_again(
    worker, client, monkeypatch
):
    article = make.published(title="Không có tiếng")

    def fail(text):
        raise EngineFailed("ended with -11")

    monkeypatch.setattr(worker.tone, "say", fail)
    worker()
    failed = narration(article)
    assert (failed.state, failed.error) == ("failed", "EngineFailed: ended with -11")
    assert not worker.look()
    assert client.get(f"/tin-tuc/khong-co-tieng-{article.number}/").status_code == 200
    monkeypatch.undo()


def test_a_site_whose_voice_is_missing_keeps_what_it_has_and_says_what_is_missing(worker, monkeypatch):
    old = make.published()
    worker()

    def missing():
        raise EngineFailed("no such program")

    monkeypatch.setattr(owed.texts.engines, "identity", missing)
    new = make.published()
    worker()
    assert sound_of(old)
    assert narration(new).error == "EngineFailed: no such program"


def test_after_each_failure_the_wait_is_longer_and_success_forgets_it(worker, monkeypatch):
    article = make.published()
    owed.find()
    good, waits = worker.tone.say, []

    def fail(text):
        raise EngineFailed("treo")

    worker.tone.say = fail
    now = timezone.now()
    for _ in range(5):
        with time_machine.travel(now, tick=False):
            assert making.make_next()
        waits.append(narration(article).due_at - now)
        now = narration(article).due_at
    assert waits == sorted(waits)
    assert waits[0] == timedelta(minutes=1)
    assert waits[-1] == waits[-2] == timedelta(hours=6)
    worker.tone.say = good
    with time_machine.travel(now):
        assert making.make_next()
    assert (narration(article).state, narration(article).attempts, narration(article).error) == (
        "made",
        0,
        "",
    )


def test_one_text_that_fails_does_not_keep_the_next_from_its_voice(worker):
    bad, good = make.published(body="<p>Câu bom.</p>"), make.published(body="<p>Câu lành.</p>")
    say = worker.tone.say

    def fail_on_bomb(text):
        if "bom" in text:
            raise EngineFailed("nổ")
        return say(text)

    worker.tone.say = fail_on_bomb
    worker()
    assert sound_of(good)
    assert not sound_of(bad)


def test_looking_for_what_is_owed_asks_as_little_for_thirty_articles_as_for_one(
    worker, django_assert_max_num_queries
):
    make.published()
    worker()
    with django_assert_max_num_queries(16) as one:
        owed.find()
    for _ in range(30):
        make.published()
    worker()
    with django_assert_max_num_queries(16) as many:
        owed.find()
    assert len(one) == len(many)


def test_feeds_ask_once_for_the_sound_of_all_their_articles(worker, django_assert_num_queries):
    articles = [make.published() for _ in range(3)]
    worker()
    editions = [article.last_release for article in articles]
    with django_assert_num_queries(1):
        found = extras.audio_of_all(editions)
    assert found.keys() == {edition.pk for edition in editions}
    assert all(audio.media_type == "audio/mpeg" and audio.size and audio.seconds for audio in found.values())


def test_files_lie_where_their_addresses_say(worker, client):
    article = make.published()
    worker()
    recording = narration(article).recording
    assert files.are_there(recording)
    assert recording.size == storages["public"].size(files.sound_path(recording))
    assert "của" not in files.sound_address(recording)
