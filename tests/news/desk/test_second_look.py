"""What went out by one person alone waits for somebody else; quick fixes; ends and pins read by the clock."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.desk import document, steps, workflow
from news.desk.errors import NotAllowed, Refused
from news.models import Edition, SiteSettings
from tests import make

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def publisher():
    make.site_settings()
    return make.user("publisher")


def needs(people: str) -> None:
    SiteSettings.objects.update(people_needed=people)


def alone(publisher, **changes):
    """Written and published by one person, with a reason."""
    return workflow.publish(make.draft(by=publisher, **changes), by=publisher, reason="Tin khẩn")


def waits(article) -> bool:
    return workflow.refreshed(article).last_release.look_due_at is not None


def test_a_publication_without_a_second_person_waits_for_a_look_within_a_day(publisher):
    release = alone(publisher).last_release
    assert release.look_due_at == release.live_from + DAY


def test_a_publication_by_two_people_waits_for_nothing(publisher):
    article = workflow.publish(make.draft(by=make.user("writer")), by=publisher)
    assert not waits(article)


def test_a_site_with_a_second_look_publishes_without_a_reason_and_waits(publisher):
    needs("second_look")
    assert waits(workflow.publish(make.draft(by=publisher), by=publisher))


def test_a_site_of_one_person_waits_for_nobody(publisher):
    needs("one")
    assert not waits(workflow.publish(make.draft(by=publisher), by=publisher))


def test_somebody_else_confirms_and_the_log_says_who(publisher):
    article, editor = alone(publisher), make.user("editor")
    workflow.confirm(article, by=editor)
    assert not waits(article) and article.decisions.first().by == editor


def test_neither_the_author_nor_who_published_confirms(publisher):
    article = alone(publisher)
    with pytest.raises(NotAllowed):
        workflow.confirm(article, by=publisher)
    other = make.user("publisher")
    needs("second_look")
    article = workflow.schedule(make.draft(by=other), timezone.now() + DAY, by=other)
    assert article.last_release.look_due_at == article.last_release.live_from + DAY
    assert waits(article)


def test_a_text_that_two_people_saw_takes_the_waiting_along(publisher):
    article = alone(publisher)
    article = make.corrected(article)
    assert not Edition.objects.filter(look_due_at__isnull=False).exists() and not waits(article)


def test_a_withdrawn_article_cannot_be_confirmed(publisher):
    article = workflow.withdraw(alone(publisher), by=publisher, reason="x", public_reason="y")
    with pytest.raises(Refused):
        workflow.confirm(article, by=make.user("editor"))


def test_a_schedule_that_is_taken_back_leaves_the_running_text_waiting_for_its_look(publisher):
    article = workflow.correct(alone(publisher), by=publisher)
    article = workflow.schedule(article, timezone.now() + DAY, by=publisher, reason="Tin khẩn")
    article = workflow.unschedule(article, by=publisher)
    assert waits(article)
    with pytest.raises(NotAllowed):
        workflow.confirm(article, by=publisher)


# --- quick fix ------------------------------------------------------------------------------------------------------


def test_a_quick_fix_is_the_next_edition_at_once_and_waits_for_a_look(publisher):
    article = make.published(
        title="Sở làm viêc với xã", captions=[make.caption()], delegations=[make.delegation(make.attendee())]
    )
    before = document.read(article.last_release)
    article = workflow.quick_fix(article, {"title": "Sở làm việc với xã"}, by=publisher)
    after = document.read(article.last_release)
    assert article.last_release.ordinal == 2 and article.last_release.is_live() and waits(article)
    assert after == before | {"title": "Sở làm việc với xã"}
    assert Edition.objects.live().get(article=article).title == "Sở làm việc với xã"


def test_a_quick_fix_keeps_the_day_of_the_first_publication(publisher):
    article = make.published(at="2022-05-17 11:30")
    fixed = workflow.quick_fix(article, {"lead": "Mở đầu đã sửa."}, by=publisher)
    assert fixed.published_at == article.published_at


@pytest.mark.parametrize(
    "texts",
    [
        {"lead": "Đoạn mở đầu."},
        {"body": "<p>" + "chữ mới " * 60 + "</p>"},
        {"body": "<p>Nội dung bài viết.</p><p>[[ảnh 1]]</p>"},
    ],
    ids=["nothing differs", "too much differs", "a photo is placed"],
)
def test_a_quick_fix_that_is_none_is_refused_and_changes_nothing(publisher, texts):
    article = make.published(captions=[make.caption()])
    with pytest.raises(Refused):
        workflow.quick_fix(article, texts, by=publisher)
    article = workflow.refreshed(article)
    assert article.open_edition is None and article.editions.count() == 1


@pytest.mark.parametrize("role", ["writer", "editor", "administrator"])
def test_only_a_publisher_fixes_quickly(role):
    with pytest.raises(NotAllowed):
        workflow.quick_fix(make.published(), {"lead": "Khác"}, by=make.user(role))


def test_no_quick_fix_beside_an_open_correction(publisher):
    article = workflow.correct(make.published(), by=publisher)
    with pytest.raises(Refused):
        workflow.quick_fix(article, {"lead": "Khác"}, by=publisher)


# --- ends and pins --------------------------------------------------------------------------------------------------


def listed(at):
    return list(Edition.objects.listed(at).values_list("title", flat=True))


def test_an_end_date_archives_by_the_clock_alone(publisher, client, time_machine):
    now = timezone.now()
    article = workflow.archive(make.published(title="Tuyển dụng"), by=publisher, at=now + DAY)
    assert steps.standing_of(article) == steps.LIVE
    assert listed(now + DAY / 2) == ["Tuyển dụng"] and listed(now + DAY) == []
    assert Edition.objects.live(now + 2 * DAY).exists()
    time_machine.move_to(now + 2 * DAY)
    assert steps.standing_of(article) == steps.ARCHIVED
    page = client.get(f"/tin-tuc/{article.last_release.slug}-{article.number}/")
    assert page.status_code == 200 and "lưu trữ" in page.content.decode()


def test_an_end_date_is_taken_back(publisher):
    article = workflow.archive(make.published(), by=publisher, at=timezone.now() + DAY)
    article = workflow.unarchive(article, by=publisher)
    assert article.listed_until is None and steps.standing_of(article) == steps.LIVE


def test_an_end_in_the_past_is_refused(publisher):
    with pytest.raises(Refused):
        workflow.archive(make.published(), by=publisher, at=timezone.now() - DAY)


def test_a_pinned_article_leads_the_front_page_until_its_moment(publisher, client, time_machine):
    now = timezone.now()
    pinned = make.published(title="Tin ghim", at=now - 3 * DAY)
    make.published(title="Tin mới", at=now - DAY)
    workflow.feature(pinned, by=publisher, until=now + DAY)
    assert client.get("/").context["lead"].title == "Tin ghim"
    time_machine.move_to(now + 2 * DAY)
    assert client.get("/").context["lead"].title == "Tin mới"


def test_a_copy_is_a_draft_of_its_own_with_the_same_lists(publisher):
    article = make.published(
        title="Giao ban tuần 20", event_on="2022-05-17", delegations=[make.delegation(make.attendee())]
    )
    made = workflow.copy(article, by=publisher)
    assert made.number != article.number and steps.standing_of(made) == steps.DRAFT
    kept, copied = document.read(article.last_release), document.read(made.open_edition)
    assert copied == kept | {"event_on": None}
    assert str(article.number) in made.decisions.get(step="copy").reason
