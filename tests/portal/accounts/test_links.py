"""Invitations and new passwords by a link that works once, with and without mail."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from portal.accounts import links
from portal.accounts.models import OneTimeLink
from tests import make
from tests.news.admin.desk_of import as_a, signed_in
from tests.portal.accounts.codes import SIGN_IN, give_password, with_app
from tests.portal.accounts.test_users import ADD, User, change, person

pytestmark = pytest.mark.django_db
NEW = "mot mat khau moi rat dai"
CHOICE = {"new_password1": NEW, "new_password2": NEW}


def page_of(user) -> str:
    return f"/quan-tri/accounts/user/{user.pk}/lien-ket/"


def link_on(page) -> str | None:
    found = re.search(r'id="one-time-link">http://testserver([^<]+)<', page.content.decode())
    return found and found[1]


@pytest.fixture
def administrator():
    return as_a("administrator")


@pytest.fixture
def secret():
    return links.make(make.user("writer", username="lan"), OneTimeLink.Kind.RESET, by=None)


def test_an_invited_person_chooses_a_password_and_signs_in_with_it(administrator, client):
    page = administrator.post(ADD, person(), follow=True)
    address = link_on(page)
    assert "Nguyễn Thị Lan" in client.get(address).content.decode()
    answer = client.post(address, CHOICE)
    assert answer["Location"] == SIGN_IN
    give_password(client, User.objects.get(username="lan"), NEW)
    assert client.get("/quan-tri/").status_code == 200


def test_the_link_is_shown_once(administrator):
    page = administrator.post(ADD, person(), follow=True)
    assert link_on(page) and "no-store" in page["Cache-Control"]
    again = administrator.get(page_of(User.objects.get(username="lan")))
    assert link_on(again) is None and "chưa ai dùng" in again.content.decode()


def test_the_database_keeps_no_secret(secret):
    assert secret not in str(OneTimeLink.objects.values().get())


def test_a_link_works_once(secret):
    address = f"/quan-tri/lien-ket/{secret}/"
    assert Client().post(address, CHOICE).status_code == 302
    later = Client().post(
        address, {"new_password1": "ke gian doi mat khau", "new_password2": "ke gian doi mat khau"}
    )
    assert later.status_code == 410 and "không còn dùng được" in later.content.decode()
    assert User.objects.get(username="lan").check_password(NEW)


def test_opening_a_link_does_not_use_it_up(secret, client):
    for _ in range(3):
        assert client.get(f"/quan-tri/lien-ket/{secret}/").status_code == 200


@pytest.mark.parametrize(("kind", "hours"), [("invite", 7 * 24), ("reset", 24)])
def test_a_link_expires(client, kind, hours):
    user = make.user("writer")
    address = f"/quan-tri/lien-ket/{links.make(user, kind, by=None)}/"
    with time_machine.travel(timezone.now() + timedelta(hours=hours, minutes=-1)):
        assert client.get(address).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(hours=hours, minutes=1)):
        assert client.get(address).status_code == 410
        assert client.post(address, CHOICE).status_code == 410


def test_a_newer_link_makes_the_older_worthless(secret, client):
    links.make(User.objects.get(username="lan"), OneTimeLink.Kind.RESET, by=None)
    assert client.get(f"/quan-tri/lien-ket/{secret}/").status_code == 410


def test_a_deactivated_account_is_not_opened_by_a_link(administrator, secret, client):
    user = User.objects.get(username="lan")
    administrator.post(f"/quan-tri/accounts/user/{user.pk}/viec/khoa/")
    assert client.get(f"/quan-tri/lien-ket/{secret}/").status_code == 410
    assert administrator.post(page_of(user)).status_code == 403


def test_a_weak_password_is_refused_with_reasons_and_the_link_still_works(secret, client):
    address = f"/quan-tri/lien-ket/{secret}/"
    for weak in ("ngan", "12345678901234", "password1234"):
        assert client.post(address, {"new_password1": weak, "new_password2": weak}).status_code == 200
    assert client.post(address, CHOICE).status_code == 302


def test_the_old_password_works_until_the_new_one_is_set_and_its_sessions_end_then(administrator):
    user = make.user("writer")
    inside = signed_in(user)
    administrator.post(page_of(user))
    address = link_on(administrator.get(page_of(user)))
    assert inside.get("/quan-tri/").status_code == 200
    Client().post(address, CHOICE)
    assert inside.get("/quan-tri/").status_code == 302


def test_the_link_goes_by_mail_too_when_asked(administrator, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        page = administrator.post(ADD, person(by_mail="on"), follow=True)
    message = mail.outbox[0]
    assert message.to == ["lan@example.vn"] and link_on(page) in message.body
    assert "quản lý tin bài" in message.subject and "168 giờ" in message.body


def test_without_asking_nothing_is_mailed(administrator, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        administrator.post(ADD, person())
    assert not mail.outbox


def test_a_link_opens_no_way_past_the_second_step(secret, client):
    user = with_app(User.objects.get(username="lan"))
    client.post(f"/quan-tri/lien-ket/{secret}/", CHOICE)
    assert give_password(client, user, NEW)["Location"] == "/quan-tri/dang-nhap/ma/"


def test_the_page_of_an_account_says_that_a_link_waits(administrator):
    user = make.user("writer")
    administrator.post(page_of(user))
    assert "đang chờ được dùng" in administrator.get(change(user)).content.decode()


def test_nobody_makes_a_link_for_themselves(administrator):
    assert administrator.post(page_of(administrator.user)).status_code == 403
