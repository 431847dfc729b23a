"""A database with the demo in it, served as a real site: its accounts, whose passwords were printed, open nothing."""

from io import StringIO

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from portal.accounts.models import SignIn
from portal.demo import accounts
from tests import make
from tests.portal.accounts.codes import give_password

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(settings, tmp_path):
    """The demo's administrator and the password that was printed."""
    settings.DEMO, settings.VAR = True, tmp_path
    user = accounts.ensure_accounts()["administrator"]
    return user, accounts.sign_ins()[user.username]


def sign_in(client, demo):
    user, password = demo
    return client.post(reverse("account_login"), {"login": user.username, "password": password}, follow=True)


def warnings() -> list[str]:
    return [row.msg for row in run_checks(databases=["default"]) if row.id == "accounts.W001"]


def test_in_the_demo_the_printed_password_opens_the_newsroom(client, demo):
    assert sign_in(client, demo).wsgi_request.user.is_authenticated
    assert client.get("/quan-tri/").status_code == 200 and warnings() == []


def test_on_a_real_site_it_opens_nothing_and_says_why(client, demo, settings):
    settings.DEMO = False
    answer = sign_in(client, demo)
    assert not answer.wsgi_request.user.is_authenticated
    assert "Tài khoản dùng thử không đăng nhập được ở đây" in answer.content.decode()
    assert client.get("/quan-tri/").status_code == 302
    assert not SignIn.objects.filter(result=SignIn.Result.SUCCESS).exists()


def test_a_session_of_the_demo_ends_with_the_demo(client, demo, settings):
    sign_in(client, demo)
    settings.DEMO = False
    assert client.get("/quan-tri/").status_code == 302


def test_colleagues_with_addresses_of_their_own_sign_in_as_ever(demo, settings):
    settings.DEMO, client, user = False, Client(), make.user("editor")
    assert give_password(client, user).status_code == 302 and client.get("/quan-tri/").status_code == 200


def test_the_check_names_the_accounts_until_the_demo_is_taken_out(demo, settings):
    settings.DEMO = False
    (said,) = warnings()
    assert "quan-tri" in said and "nguoi-viet" in said
    shown = StringIO()
    call_command("check", databases=["default"], stdout=shown, stderr=shown)
    assert "demo --remove" in shown.getvalue()
    accounts.remove_accounts()
    assert warnings() == []
