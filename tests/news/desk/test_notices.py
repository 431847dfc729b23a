"""Mail about what waits: to whom, in which words, sent once, and never in the way of a step."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from news.desk import consent, notices, steps, workflow
from news.models import NoMail, Notice
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def roles():
    from portal.accounts.roles import grant_roles

    grant_roles()


@pytest.fixture
def people():
    make.site_settings()
    return {
        role: make.user(role, full_name=f"Nguyễn {role.title()}")
        for role in ("writer", "editor", "publisher")
    }


def told() -> dict[str, list[str]]:
    """The subjects each address got, sent now; the box is emptied."""
    notices.send_owed()
    found = {}
    for message in mail.outbox:
        found.setdefault(message.to[0].split("@")[0].rstrip("0123456789"), []).append(message.subject)
    mail.outbox.clear()
    return found


def test_each_step_writes_to_whom_it_concerns_and_not_to_who_took_it(people):
    article = make.draft(by=people["writer"], title="Làm việc với xã")
    assert told() == {}
    article = workflow.submit(article, by=people["writer"])
    asked = ["Chờ duyệt: Làm việc với xã"]
    assert told() == {"editor": asked, "publisher": asked}
    article = workflow.send_back(article, by=people["editor"], reason="Thiếu ảnh")
    assert told() == {"writer": ["Bị trả lại: Làm việc với xã"]}
    article = workflow.approve(workflow.submit(article, by=people["writer"]), by=people["editor"])
    got = told()
    assert "Đã duyệt, chờ đăng: Làm việc với xã" in got["publisher"]
    assert got["writer"] == ["Đã duyệt, chờ đăng: Làm việc với xã"] and got["editor"] == asked
    workflow.publish(article, by=people["publisher"])
    assert told() == {"writer": ["Đã đăng: Làm việc với xã"]}


def test_the_mail_says_who_why_and_where_and_nothing_of_the_text(people, settings):
    settings.MAIL_ORIGIN = "https://tin.example.vn"
    article = workflow.submit(
        make.draft(by=people["writer"], body="<p>Chưa công khai</p>"), by=people["writer"]
    )
    workflow.send_back(article, by=people["editor"], reason="Thiếu ảnh đại diện")
    notices.send_owed()
    [message] = [row for row in mail.outbox if row.to == [people["writer"].email]]
    assert "Nguyễn Editor" in message.body and "Thiếu ảnh đại diện" in message.body
    assert f"https://tin.example.vn/quan-tri/news/article/{article.pk}/change/" in message.body
    assert "Chưa công khai" not in message.body


def test_a_leaders_answer_is_told_to_who_asked_and_who_wrote(people):
    article = make.draft(by=people["writer"])
    link, _token = consent.ask(article, by=people["editor"], leader="Ông Bình, Giám đốc")
    consent.answer(link, "objects", "Sửa chức vụ")
    got = told()
    assert got.keys() == {"writer", "editor"} and got["writer"][0].startswith("Lãnh đạo yêu cầu sửa")


def test_whoever_wants_no_mail_gets_none(people):
    NoMail.objects.create(user=people["editor"])
    workflow.submit(make.draft(by=people["writer"]), by=people["writer"])
    assert told().keys() == {"publisher"}


def test_a_locked_account_and_one_without_an_address_get_none(people):
    make.user("editor", is_active=False)
    make.user("editor", email="")
    workflow.submit(make.draft(by=people["writer"]), by=people["writer"])
    assert Notice.objects.count() == 2


def test_a_mail_goes_out_once(people):
    workflow.submit(make.draft(by=people["writer"]), by=people["writer"])
    assert notices.send_owed() == 2 and notices.send_owed() == 0
    assert not Notice.objects.filter(sent_at=None).exists()


def test_a_mail_server_that_is_down_loses_nothing_and_is_not_asked_at_once_again(
    people, monkeypatch, time_machine
):
    workflow.submit(make.draft(by=people["writer"]), by=people["writer"])
    monkeypatch.setattr("django.core.mail.EmailMessage.send", _refuse)
    assert notices.send_owed() == 0
    monkeypatch.undo()
    assert notices.send_owed() == 0
    time_machine.move_to(timezone.now() + timedelta(minutes=5))
    assert notices.send_owed() == 2


def _refuse(message):
    raise OSError("no route to host")


def test_a_fault_of_the_notices_never_fails_the_step(people, monkeypatch):
    monkeypatch.setattr(notices, "recipients", lambda *what: 1 / 0)
    article = workflow.submit(make.draft(by=people["writer"]), by=people["writer"])
    assert steps.standing_of(article) == steps.REVIEW and not Notice.objects.exists()


def test_the_language_of_a_mail_is_that_of_its_reader(people):
    people["editor"].language = "en"
    people["editor"].save()
    workflow.submit(make.draft(by=people["writer"], title="Bài"), by=people["writer"])
    assert told()["editor"] == ["To review: Bài"]
