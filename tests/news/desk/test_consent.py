"""A leader's word: by a link without an account or written down, for one version of one text, and what it counts for."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.desk import consent, document, steps, workflow
from news.desk.errors import NotAllowed, Refused
from news.models import Consent, LeaderLink
from tests import make

pytestmark = pytest.mark.django_db
LEADER = "Ông Trần Văn Bình, Giám đốc"


@pytest.fixture
def publisher():
    make.site_settings()
    return make.user("publisher")


@pytest.fixture
def article(publisher):
    return make.draft(by=publisher)


def saved(article, by):
    edition = article.open_edition
    document.write(edition, document.read(edition) | {"lead": "Thêm một câu."}, by=by)
    return workflow.refreshed(article)


def test_the_secret_itself_is_kept_nowhere(article, publisher):
    _link, token = consent.ask(article, by=publisher, leader=LEADER)
    assert token not in str(list(LeaderLink.objects.values())) + str(list(article.decisions.values()))
    assert consent.find(token).leader == LEADER and consent.find(token + "x") is None


def test_a_consent_by_link_counts_as_the_second_person(article, publisher):
    with pytest.raises(Refused):
        workflow.publish(article, by=publisher)
    link, _token = consent.ask(article, by=publisher, leader=LEADER)
    consent.answer(link, "agrees")
    published = workflow.publish(article, by=publisher)
    assert steps.standing_of(published) == steps.LIVE and published.last_release.look_due_at is None


def test_a_consent_given_elsewhere_counts_too_and_says_who_when_and_how(article, publisher):
    when = timezone.now() - timedelta(hours=2)
    consent.note(article, by=publisher, leader=LEADER, means="điện thoại", at=when)
    workflow.publish(article, by=publisher)
    row = Consent.objects.get()
    assert (row.leader, row.means, row.at, row.by) == (LEADER, "điện thoại", when, publisher)
    assert LEADER in article.decisions.get(step="consent").reason


def test_a_later_save_makes_the_consent_void(article, publisher):
    link, _token = consent.ask(article, by=publisher, leader=LEADER)
    consent.answer(link, "agrees")
    with pytest.raises(Refused):
        workflow.publish(saved(article, publisher), by=publisher)


def test_a_later_objection_takes_the_consent_back(article, publisher):
    consent.note(article, by=publisher, leader=LEADER, means="họp")
    consent.note(article, by=publisher, leader=LEADER, means="họp", verdict="objects", comment="Bỏ đoạn cuối")
    with pytest.raises(Refused):
        workflow.publish(article, by=publisher)


def test_a_link_takes_one_answer(article, publisher):
    link, _token = consent.ask(article, by=publisher, leader=LEADER)
    consent.answer(link, "objects", "Sửa chức vụ")
    with pytest.raises(Refused):
        consent.answer(link, "agrees")
    assert Consent.objects.get().verdict == "objects"


def test_a_wish_for_changes_says_which(article, publisher):
    link, _token = consent.ask(article, by=publisher, leader=LEADER)
    with pytest.raises(Refused):
        consent.answer(link, "objects", "  ")
    assert not Consent.objects.exists() and consent.find(_token).is_open()


@pytest.mark.parametrize("event", ["revoked", "expired", "edited", "published"])
def test_a_closed_link_takes_no_answer(article, publisher, event, time_machine):
    link, token = consent.ask(article, by=publisher, leader=LEADER, days=1)
    if event == "revoked":
        consent.revoke(article, link.pk, by=publisher)
    elif event == "edited":
        saved(article, publisher)
    elif event == "published":
        workflow.publish(article, by=None)
    else:
        time_machine.move_to(timezone.now() + timedelta(days=1, seconds=1))
    assert consent.find(token).why_closed() == ("edited" if event == "published" else event)
    with pytest.raises(Refused):
        consent.answer(link, "agrees")


def test_the_log_names_the_leader_and_not_who_sent_the_link(article, publisher):
    link, _token = consent.ask(article, by=publisher, leader=LEADER)
    consent.answer(link, "agrees", "Tốt")
    row = article.decisions.get(step="consent")
    assert row.by_name == LEADER and row.by is None and row.from_state == row.to_state == steps.DRAFT


def test_a_stranger_asks_no_leader_about_a_colleagues_draft(article):
    stranger = make.user("writer")
    with pytest.raises(NotAllowed):
        consent.ask(article, by=stranger, leader=LEADER)
    with pytest.raises(NotAllowed):
        consent.note(article, by=stranger, leader=LEADER, means="x")


def test_a_note_about_a_text_that_was_saved_meanwhile_is_refused(article, publisher):
    seen = article.open_edition.version
    saved(article, publisher)
    with pytest.raises(Refused):
        consent.note(article, by=publisher, leader=LEADER, means="họp", version=seen)
