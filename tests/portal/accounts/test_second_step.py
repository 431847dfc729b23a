"""Signing in: the password, the second step, who needs one, and what is remembered."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from portal.accounts.roles import grant_roles
from tests import addresses, make
from tests.news.admin.desk_of import signed_in
from tests.portal.accounts.codes import (
    PASSWORD,
    SECRET,
    SIGN_IN,
    code,
    give_password,
    recovery_code,
    with_app,
)

pytestmark = pytest.mark.django_db
SECOND = "/quan-tri/dang-nhap/ma/"
SECURITY = "/quan-tri/bao-mat/"
APP = SECURITY + "ung-dung/"


@pytest.fixture(autouse=True)
def as_on_a_real_site(settings):
    settings.SECOND_FACTOR_FOR = ["news.publish_article", "accounts.change_user"]


def is_inside(client) -> bool:
    return client.get("/quan-tri/password_change/").status_code == 200


def test_a_writer_signs_in_with_the_password_and_comes_where_they_wanted_to_go(client):
    answer = client.post(SIGN_IN, {"login": make.user("writer", username="lan").username,
                                   "password": "mot mat khau dai", "next": "/quan-tri/news/article/"})  # fmt: skip
    assert (answer.status_code, answer["Location"]) == (302, "/quan-tri/news/article/")
    assert is_inside(client)


def test_nobody_is_sent_to_another_site_after_signing_in(client):
    user = make.user("writer")
    answer = client.post(
        SIGN_IN, {"login": user.username, "password": "mot mat khau dai", "next": "//evil.example/"}
    )
    assert answer["Location"] == "/quan-tri/"


def test_a_wrong_password_says_so_in_vietnamese_and_keeps_the_name(client):
    user = make.user("writer")
    page = give_password(client, user, "sai").content.decode()
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in page and f'value="{user.username}"' in page
    assert not is_inside(client)


def test_who_has_a_code_app_is_asked_for_a_code_and_is_nobody_until_then(client):
    user = with_app(make.user("editor"))
    assert give_password(client, user)["Location"] == SECOND
    assert not is_inside(client)
    assert "Mã chưa đúng" in client.post(SECOND, {"code": "000000"}).content.decode()
    assert not is_inside(client)
    client.post(SECOND, {"code": code()})
    client.post("/quan-tri/dang-nhap/may-nay/", {"action": "skip"})
    assert is_inside(client)


def test_a_code_opens_once_only():
    user, one = with_app(make.user("editor")), code()
    for times in (1, 2):
        client = Client()
        give_password(client, user)
        client.post(SECOND, {"code": one})
        client.post("/quan-tri/dang-nhap/may-nay/", {"action": "skip"})
        assert is_inside(client) == (times == 1)


def test_a_recovery_code_opens_once():
    user = with_app(make.user("editor"))
    one = recovery_code(user)
    for times in (1, 2):
        client = Client()
        give_password(client, user)
        client.post(SECOND, {"code": one})
        client.post("/quan-tri/dang-nhap/may-nay/", {"action": "skip"})
        assert is_inside(client) == (times == 1)


def test_a_code_cannot_be_guessed_by_trying_on(client):
    user = with_app(make.user("editor"))
    give_password(client, user)
    for _ in range(6):
        page = client.post(SECOND, {"code": "000000"}).content.decode()
    assert "thử sai quá nhiều lần" in page
    assert "thử sai quá nhiều lần" in client.post(SECOND, {"code": code()}).content.decode()


def test_a_remembered_computer_is_asked_for_the_password_alone(client):
    user = with_app(make.user("editor"))
    give_password(client, user)
    client.post(SECOND, {"code": code()})
    answer = client.post("/quan-tri/dang-nhap/may-nay/", {"action": "trust"})
    cookie = answer.cookies["mfa_trusted"]
    assert (cookie["path"], cookie["httponly"], cookie["max-age"]) == ("/quan-tri/", True, 30 * 24 * 3600)
    client.post("/quan-tri/logout/")
    give_password(client, user)
    assert is_inside(client)
    assert give_password(Client(), user)["Location"] == SECOND


@pytest.mark.parametrize("act", ["dang-xuat", "khoa"])
def test_a_remembered_computer_is_forgotten_when_the_sessions_of_the_account_are_ended(client, act):
    """For example after a loss: the password alone, perhaps kept by the lost browser, must open nothing."""
    user, administrator = with_app(make.user("editor")), signed_in(with_app(make.user("administrator")))
    for _twice in range(2):
        give_password(client, user)
        client.post(SECOND, {"code": recovery_code(user)})
        client.post("/quan-tri/dang-nhap/may-nay/", {"action": "trust"})
        client.post("/quan-tri/logout/")
        give_password(client, user)
        assert is_inside(client)
        for name in dict.fromkeys((act, "mo-lai" if act == "khoa" else act)):
            done = administrator.post(f"/quan-tri/accounts/user/{user.pk}/viec/{name}/")
            assert done["Location"].endswith(f"/user/{user.pk}/change/")
        assert give_password(client, user)["Location"] == SECOND


def test_giving_up_the_second_step_leads_back_to_the_sign_in_page(client):
    give_password(client, with_app(make.user("editor")))
    assert client.post("/quan-tri/dang-nhap/lai-tu-dau/")["Location"] == SIGN_IN
    assert "Tên đăng nhập" in client.get(SIGN_IN).content.decode()


@pytest.mark.parametrize("role", ["publisher", "administrator"])
def test_publishers_and_administrators_get_no_further_without_a_second_step(role):
    world, client = addresses.World(), Client()
    give_password(client, make.user(role))
    outside = {"admin:logout", "admin:login", "admin:jsi18n"}
    for address in addresses.STAFF:
        answer = client.get(address.path(world))
        assert (address.name, answer.status_code, answer["Location"]) == (address.name, 302, SECURITY)
    for address in addresses.SIGN_IN:
        assert client.get(address.path(world)).get("Location") != "/quan-tri/login/", address.name
    assert {address.name for address in addresses.DOORS} >= outside
    article = make.draft(by=make.user("writer"))
    assert client.post(f"/quan-tri/news/article/{article.pk}/buoc/publish/").status_code == 403


@pytest.mark.parametrize("role", ["writer", "editor"])
def test_writers_and_editors_need_none(role):
    client = signed_in(make.user(role))
    assert client.get("/quan-tri/").status_code == 200


def test_a_second_step_is_asked_from_the_moment_the_role_is_given(client):
    user = make.user("writer")
    give_password(client, user)
    assert client.get("/quan-tri/").status_code == 200
    user.groups.add(make.Group.objects.get(name="publisher"))
    assert client.get("/quan-tri/")["Location"] == SECURITY


def test_the_local_demo_asks_nobody(settings):
    settings.SECOND_FACTOR_FOR = []
    assert signed_in(make.user("publisher")).get("/quan-tri/").status_code == 200


def test_setting_up_the_app_needs_the_password_again_and_ends_in_recovery_codes(client):
    user = make.user("publisher")
    give_password(client, user)
    assert client.get(APP)["Location"].startswith("/quan-tri/xac-nhan/mat-khau/")
    client.post(f"/quan-tri/xac-nhan/mat-khau/?next={APP}", {"password": "mot mat khau dai"})
    page = client.get(APP).content.decode()
    secret = re.search(r'id="totp-key">(\w+)<', page)[1]
    assert "<svg" in page and "data:image" not in page
    answer = client.post(APP, {"code": code(secret)}, follow=True)
    assert len(re.findall(r"<li><code>", answer.content.decode())) == 10
    assert client.get("/quan-tri/").status_code == 200


def test_the_key_of_the_app_is_not_readable_in_the_database():
    user = with_app(make.user("publisher"))
    stored = Authenticator.objects.get(user=user, type="totp")
    assert SECRET not in str(stored.data)
    assert stored.wrap().validate_code(code())


def test_after_a_new_secret_key_codes_are_refused_with_a_sentence_and_no_failure(client, settings):
    user = with_app(make.user("editor"))
    settings.SECRET_KEY = "another-key-of-a-site-that-was-moved-0123456789"
    give_password(client, user)
    answer = client.post(SECOND, {"code": code()})
    assert answer.status_code == 200 and "Mã chưa đúng" in answer.content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_session_begun_without_the_second_step_ends_when_one_is_set_up(client):
    grant_roles()
    user, stolen = make.user("publisher"), Client()
    give_password(client, user)
    give_password(stolen, user)
    client.post(f"/quan-tri/xac-nhan/mat-khau/?next={APP}", {"password": "mot mat khau dai"})
    secret = re.search(r'id="totp-key">(\w+)<', client.get(APP).content.decode())[1]
    client.post(APP, {"code": code(secret)})
    assert is_inside(client) and not is_inside(stolen)


def test_whoever_needs_a_second_step_cannot_take_the_last_one_away(client):
    user = with_app(make.user("publisher"))
    give_password(client, user)
    client.post(SECOND, {"code": code()})
    client.post("/quan-tri/dang-nhap/may-nay/", {"action": "skip"})
    client.post("/quan-tri/xac-nhan/mat-khau/", {"password": "mot mat khau dai"})
    assert "Hãy thêm khóa truy cập trước" in client.get(APP + "bo/").content.decode()
    client.post(APP + "bo/")
    assert Authenticator.objects.filter(user=user, type="totp").exists()


def test_every_page_of_ones_own_sign_in_is_vietnamese_and_free_of_the_librarys_words(client):
    user = with_app(make.user("writer"))
    give_password(client, user)
    client.post(SECOND, {"code": code()})
    client.post("/quan-tri/dang-nhap/may-nay/", {"action": "skip"})
    client.post("/quan-tri/xac-nhan/mat-khau/", {"password": "mot mat khau dai"})
    world, seen = None, 0
    for address in addresses.SIGN_IN:
        answer = client.get(address.path(world))
        if answer.status_code == 200 and "html" in answer["Content-Type"]:
            words = re.sub(
                r"<[^>]+>|JavaScript|Authenticator|passkey|Aegis|Google|Microsoft",
                " ",
                answer.content.decode(),
            )
            english = re.findall(
                r"\b(?:Sign|Your|The|Security|Authentication|Code|Key|Add|with|recovery|Password)\b", words
            )
            assert (address.name, english) == (address.name, [])
            seen += 1
    assert seen >= 8


def test_nothing_behind_the_door_is_kept_on_the_way(client):
    world, user = addresses.World(), with_app(make.user("publisher"))
    give_password(client, user)
    client.post(SECOND, {"code": recovery_code(user)})
    client.post("/quan-tri/dang-nhap/may-nay/", {})
    client.post("/quan-tri/xac-nhan/mat-khau/", {"password": PASSWORD})
    assert client.get(f"{SECURITY}ma-khoi-phuc/").status_code == 200
    for address in [*addresses.SIGN_IN, *addresses.STAFF]:
        caching = client.get(address.path(world)).get("Cache-Control", "")
        assert "private" in caching or "no-store" in caching, address.name


def test_public_pages_know_nothing_of_sessions_also_for_whoever_is_signed_in(client):
    make.site_settings()
    give_password(client, make.user("writer"))
    answer = client.get("/")
    assert not answer.cookies and "cookie" not in answer.get("Vary", "").lower()
