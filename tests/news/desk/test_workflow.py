"""The path of an article, step by step, and who may take which step."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from news.desk import document, steps, workflow
from news.desk.errors import NotAllowed, NotReady, Refused
from news.models import Decision, Edition, SiteSettings
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer():
    return make.user("writer")


@pytest.fixture
def editor():
    return make.user("editor")


@pytest.fixture
def publisher():
    return make.user("publisher")


@pytest.fixture
def ready():
    """A document that nothing stands against."""
    return document.empty() | {
        "title": "Sở làm việc với huyện",
        "lead": "Mở đầu.",
        "body": "<p>Nội dung.</p>",
        "category": make.category().pk,
    }


def titles(at=None):
    return list(Edition.objects.live(at).values_list("title", flat=True))


def test_a_draft_goes_through_review_to_the_public(ready, writer, editor, publisher):
    article = workflow.create(ready, by=writer)
    article = workflow.submit(article, by=writer)
    article = workflow.approve(article, by=editor)
    assert titles() == []
    article = workflow.publish(article, by=publisher)
    assert titles() == ["Sở làm việc với huyện"]
    assert steps.standing_of(article) == "live"


def test_a_correction_leaves_the_old_text_until_it_is_published(ready, writer, publisher):
    article = workflow.publish(workflow.create(ready, by=writer), by=publisher)
    first_published = article.published_at
    article = workflow.correct(article, by=publisher)
    document.write(article.open_edition, ready | {"title": "Tiêu đề mới"}, by=writer)
    assert titles() == ["Sở làm việc với huyện"]
    article = workflow.publish(article, by=publisher)
    assert titles() == ["Tiêu đề mới"]
    assert article.published_at == first_published


def test_a_scheduled_correction_takes_over_at_its_moment_without_any_job(ready, writer, publisher):
    article = workflow.publish(workflow.create(ready, by=writer), by=publisher)
    article = workflow.correct(article, by=publisher)
    document.write(article.open_edition, ready | {"title": "Ngày mai"}, by=writer)
    moment = timezone.now() + timedelta(days=1)
    workflow.schedule(article, moment, by=publisher)
    assert titles() == ["Sở làm việc với huyện"]
    with time_machine.travel(moment - timedelta(seconds=1), tick=False):
        assert titles() == ["Sở làm việc với huyện"]
    with time_machine.travel(moment, tick=False):
        assert titles() == ["Ngày mai"]


def test_unscheduling_gives_the_running_text_its_open_end_back(ready, writer, publisher):
    article = workflow.publish(workflow.create(ready, by=writer), by=publisher)
    article = workflow.correct(article, by=writer)
    moment = timezone.now() + timedelta(days=1)
    article = workflow.schedule(article, moment, by=publisher)
    article = workflow.unschedule(article, by=publisher)
    assert article.open_edition.state == "approved"
    assert titles(moment + timedelta(days=1)) == ["Sở làm việc với huyện"]
    assert Edition.objects.live(moment + timedelta(days=1)).get().ordinal == 1


def test_unscheduling_a_first_publication_takes_its_date_back(ready, writer, publisher):
    article = workflow.create(ready, by=writer)
    article = workflow.schedule(article, timezone.now() + timedelta(days=1), by=publisher)
    article = workflow.unschedule(article, by=publisher)
    assert article.published_at is None
    assert article.last_release is None


def test_while_one_edition_is_scheduled_no_other_is_opened(ready, writer, publisher):
    article = workflow.publish(workflow.create(ready, by=writer), by=publisher)
    article = workflow.correct(article, by=writer)
    article = workflow.schedule(article, timezone.now() + timedelta(days=1), by=publisher)
    with pytest.raises(Refused):
        workflow.correct(article, by=publisher)


def test_a_moment_in_the_past_is_refused(ready, writer, publisher):
    article = workflow.create(ready, by=writer)
    with pytest.raises(Refused):
        workflow.schedule(article, timezone.now() - timedelta(minutes=1), by=publisher)
    assert workflow.refreshed(article).open_edition.state == "draft"


def test_what_is_missing_is_said_and_nothing_is_published(writer, publisher):
    article = workflow.create(document.empty() | {"title": "Chưa xong"}, by=writer)
    with pytest.raises(NotReady) as refusal:
        workflow.publish(article, by=publisher)
    assert {finding.place for finding in refusal.value.findings} == {"body", "category"}
    assert titles() == []


def test_a_withdrawn_article_comes_back_with_the_same_text(ready, writer, publisher):
    article = workflow.publish(workflow.create(ready, by=writer), by=publisher)
    article = workflow.withdraw(article, by=publisher, reason="nội bộ", public_reason="Sai số liệu.")
    assert titles() == []
    article = workflow.reinstate(article, by=publisher)
    assert titles() == ["Sở làm việc với huyện"]
    assert article.withdrawn_at is None


def test_archived_news_is_live_but_in_no_list(ready, writer, publisher):
    article = workflow.publish(workflow.create(ready, by=writer), by=publisher)
    workflow.archive(article, by=publisher)
    assert Edition.objects.live().count() == 1
    assert Edition.objects.listed().count() == 0


def test_who_wrote_the_last_change_does_not_publish_it_alone(ready, publisher):
    article = workflow.create(ready, by=publisher)
    with pytest.raises(Refused, match=r"\w"):
        workflow.publish(article, by=publisher)
    article = workflow.publish(article, by=publisher, reason="Chỉ có một người trực.")
    assert Decision.objects.get(step="publish").reason == "Chỉ có một người trực."


def test_a_colleagues_approval_counts_as_the_second_person(ready, publisher, editor):
    article = workflow.submit(workflow.create(ready, by=publisher), by=publisher)
    article = workflow.approve(article, by=editor)
    assert workflow.publish(article, by=publisher).last_release


def test_a_change_after_the_approval_asks_for_a_second_person_again(ready, publisher, editor):
    article = workflow.submit(workflow.create(ready, by=publisher), by=publisher)
    article = workflow.approve(article, by=editor)
    document.write(article.open_edition, ready | {"title": "Sửa thêm"}, by=publisher)
    with pytest.raises(Refused):
        workflow.publish(article, by=publisher)


def test_an_office_of_one_person_publishes_alone(ready, publisher):
    make.site_settings(people_needed=SiteSettings.People.ONE)
    assert workflow.publish(workflow.create(ready, by=publisher), by=publisher).last_release


@pytest.mark.parametrize("step", ["publish", "approve"])
def test_a_writer_neither_approves_nor_publishes(ready, writer, step):
    article = workflow.submit(workflow.create(ready, by=writer), by=writer)
    with pytest.raises(NotAllowed):
        getattr(workflow, step)(article, by=writer)
    assert workflow.refreshed(article).open_edition.state == "review"


def test_a_colleague_does_not_submit_somebody_elses_draft(ready, writer):
    article = workflow.create(ready, by=writer)
    with pytest.raises(NotAllowed):
        workflow.submit(article, by=make.user("writer"))


def test_a_stranger_does_nothing(ready, writer):
    article = workflow.create(ready, by=writer)
    with pytest.raises(NotAllowed):
        workflow.submit(article, by=make.user(""))


def test_sending_back_needs_a_comment_and_marks_the_draft(ready, writer, editor):
    article = workflow.submit(workflow.create(ready, by=writer), by=writer)
    with pytest.raises(Refused):
        workflow.send_back(article, by=editor, reason="  ")
    article = workflow.send_back(article, by=editor, reason="Thiếu chức vụ.")
    assert article.open_edition.is_returned
    assert article.open_edition.state == "draft"


def test_each_step_is_recorded_with_who_when_from_to_why(ready, writer, editor):
    article = workflow.submit(workflow.create(ready, by=writer), by=writer)
    workflow.send_back(article, by=editor, reason="Thiếu ảnh.")
    decision = Decision.objects.filter(article=article).first()
    assert (decision.step, decision.from_state, decision.to_state) == ("send_back", "review", "draft")
    assert (decision.by, decision.by_name, decision.reason) == (editor, editor.full_name, "Thiếu ảnh.")


def test_the_record_survives_the_account(ready, writer):
    article = workflow.create(ready, by=writer)
    name = writer.full_name
    writer.delete()
    decision = Decision.objects.get(article=article)
    assert (decision.by, decision.by_name) == (None, name)


def test_a_decision_is_not_rewritten(ready, writer):
    workflow.create(ready, by=writer)
    decision = Decision.objects.get()
    decision.reason = "khác"
    with pytest.raises(TypeError):
        decision.save()


def test_articles_get_different_numbers(ready, writer):
    assert workflow.create(ready, by=writer).number != workflow.create(ready, by=writer).number


def test_an_import_may_carry_a_date_in_the_past(ready):
    past = make.moment("2022-05-17 11:30")
    article = workflow.publish_import(workflow.create(ready, by=None), published_at=past)
    assert article.published_at == article.last_release.live_from == past
    assert Decision.objects.get(step="publish").by is None


def test_every_step_of_the_table_has_its_verb():
    assert all(callable(getattr(workflow, name)) for name in steps.STEPS)


def test_a_draft_in_the_bin_can_be_taken_out_again(ready, writer):
    article = workflow.bin(workflow.create(ready, by=writer), by=writer)
    assert steps.standing_of(article) == "binned"
    assert workflow.unbin(article, by=writer).open_edition.state == "draft"


def test_published_news_is_never_binned(ready, writer, publisher):
    article = workflow.publish(workflow.create(ready, by=writer), by=publisher)
    article = workflow.correct(article, by=publisher)
    with pytest.raises(Refused):
        workflow.bin(article, by=publisher)
