"""Signing in through the agency's own directory. The directory is a fake inside the process: no test leaves the machine."""

import json
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from portal import environment
from portal.accounts.models import SignIn, User
from tests import make
from tests.portal.accounts.codes import SIGN_IN, with_app

pytestmark = pytest.mark.django_db
SERVER = "https://id.example.gov.vn/realms/so"
ENTER = "/quan-tri/dang-nhap/co-quan/oidc/"
CONFIGURATION = {
    "issuer": SERVER,
    "authorization_endpoint": f"{SERVER}/auth",
    "token_endpoint": f"{SERVER}/token",
    "userinfo_endpoint": f"{SERVER}/userinfo",
    "jwks_uri": f"{SERVER}/keys",
    "token_endpoint_auth_methods_supported": ["client_secret_post"],
}
LAN = {
    "sub": "f3a1", "preferred_username": "lan.nguyen", "name": "Nguyễn Thị Lan", "email": "lan@example.vn",
    "email_verified": True, "groups": ["bien-tap", "ca-co-quan"],
}  # fmt: skip


class Directory:
    """Answers what a provider answers; `claims` is who signs in there, `asked` what it was sent."""

    def __init__(self):
        self.claims, self.asked, self.is_down = dict(LAN), {}, False

    def send(self, session, request, **options):
        if self.is_down:
            raise requests.ConnectionError("no route")
        self.asked[urlsplit(request.url).path] = request
        return _answer(request, self._content(urlsplit(request.url).path))

    def _content(self, path: str) -> dict:
        if path.endswith("/.well-known/openid-configuration"):
            return CONFIGURATION
        if path.endswith("/token"):
            token = jwt.encode({**self.claims, "iss": SERVER, "aud": "ban-tin"}, "k" * 32, algorithm="HS256")
            return {"access_token": "t", "token_type": "Bearer", "expires_in": 60, "id_token": token}
        return self.claims


def _answer(request, content: dict) -> requests.Response:
    response = requests.Response()
    response.status_code, response.url, response.request = 200, request.url, request
    response._content = json.dumps(content).encode()
    response.headers["Content-Type"] = "application/json"
    return response


@pytest.fixture
def directory(settings, monkeypatch):
    settings.OIDC_SERVER, settings.OIDC_NAME = SERVER, "Tài khoản cơ quan"
    settings.OIDC_ROLES = {"bien-tap": "editor", "ban-bien-tap": "publisher"}
    settings.SOCIALACCOUNT_PROVIDERS = environment.directory(SERVER, "Tài khoản cơ quan", "ban-tin", "bi-mat")
    fake = Directory()
    monkeypatch.setattr(
        requests.Session, "send", lambda session, request, **options: fake.send(session, request, **options)
    )
    return fake


def sign_in(client: Client, **query):
    """There and back, as the browser goes."""
    there = client.get(ENTER, query)
    asked = parse_qs(urlsplit(there["Location"]).query)
    return client.get(ENTER + "tra-ve/", {"code": "c", "state": asked["state"][0]})


def is_inside(client) -> bool:
    return client.get("/quan-tri/").status_code == 200


def roles(user) -> set[str]:
    return set(user.groups.values_list("name", flat=True))


def test_it_is_off_unless_it_is_set_up(client):
    assert client.get(ENTER).status_code == 404
    assert "co-quan" not in client.get(SIGN_IN).content.decode()


def test_the_sign_in_page_offers_it_by_its_name(directory, client):
    page = client.get(SIGN_IN, {"next": "/quan-tri/news/article/"}).content.decode()
    assert "Đăng nhập bằng Tài khoản cơ quan" in page and "next=%2Fquan-tri%2Fnews%2Farticle%2F" in page


def test_the_way_there_proves_itself_with_state_and_pkce(directory, client):
    there = urlsplit(client.get(ENTER)["Location"])
    asked = parse_qs(there.query)
    assert f"{there.scheme}://{there.netloc}{there.path}" == f"{SERVER}/auth"
    assert asked["redirect_uri"] == ["http://testserver" + ENTER + "tra-ve/"]
    assert asked["code_challenge_method"] == ["S256"] and asked["state"][0]
    sign_in(client)
    assert "code_verifier" in directory.asked["/realms/so/token"].body


def test_a_new_person_gets_an_account_with_the_roles_of_their_groups(directory, client):
    answer = sign_in(client, next="/quan-tri/news/article/")
    user = User.objects.get(username="lan.nguyen")
    assert answer["Location"] == "/quan-tri/news/article/" and is_inside(client)
    assert (user.full_name, user.email, roles(user)) == ("Nguyễn Thị Lan", "lan@example.vn", {"editor"})
    assert not user.has_usable_password() and not user.is_superuser
    assert SignIn.objects.get(user=user).way == "socialaccount"


def test_the_roles_follow_the_groups_at_every_sign_in(directory):
    sign_in(Client())
    directory.claims["groups"] = ["ban-bien-tap"]
    sign_in(Client())
    assert roles(User.objects.get()) == {"publisher"}
    assert User.objects.count() == SocialAccount.objects.count() == 1


def test_whoever_is_in_none_of_the_groups_stays_outside(directory, client):
    directory.claims["groups"] = ["ca-co-quan"]
    assert sign_in(client)["Location"] == SIGN_IN
    assert "chưa được vào đây" in client.get(SIGN_IN).content.decode()
    assert not is_inside(client) and not User.objects.exists()
    assert SignIn.objects.get().result == "no_access"


def test_somebody_taken_out_of_the_groups_is_refused_the_next_time(directory):
    sign_in(Client())
    directory.claims["groups"] = []
    client = Client()
    sign_in(client)
    assert not is_inside(client)


def test_somebody_taken_out_of_the_groups_holds_no_role_any_more_also_by_a_password(directory):
    sign_in(Client())
    directory.claims["groups"] = []
    sign_in(Client())
    assert roles(User.objects.get()) == set()


@pytest.mark.parametrize("groups", [[{"name": "bien-tap"}], [["bien-tap"]], 7, {"bien-tap": True}])
def test_groups_in_a_shape_that_nobody_agreed_on_mean_nothing(directory, client, groups):
    directory.claims["groups"] = groups
    assert sign_in(client)["Location"] == SIGN_IN
    assert not is_inside(client) and not User.objects.exists()


def test_an_account_that_became_the_operators_own_is_not_opened_either(directory, client):
    sign_in(Client())
    User.objects.update(is_superuser=True)
    sign_in(client)
    assert not is_inside(client)


def test_an_invited_account_is_found_by_its_confirmed_address(directory, client):
    user = make.user("writer", email="LAN@example.vn")
    sign_in(client)
    assert User.objects.get() == user and roles(user) == {"editor"} and is_inside(client)


@pytest.mark.parametrize("vouched", [False, None, "true"])
def test_an_address_nobody_vouches_for_opens_no_account(directory, vouched):
    user = make.user("publisher", email="lan@example.vn")
    directory.claims["email_verified"] = vouched
    sign_in(Client())
    assert not SocialAccount.objects.filter(user=user).exists() and roles(user) == {"publisher"}


def test_the_operators_own_account_is_never_opened(directory, client):
    root = User.objects.create_superuser("root", "lan@example.vn", "x" * 14, full_name="Vận hành")
    sign_in(client)
    assert not SocialAccount.objects.filter(user=root).exists()


def test_a_name_that_is_taken_makes_another_name(directory):
    other = make.user("writer", username="lan.nguyen", email="khac@example.vn")
    sign_in(Client())
    assert SocialAccount.objects.get().user.username == "lan.nguyen-2"
    assert roles(other) == {"writer"}


def test_a_deactivated_account_stays_shut(directory):
    sign_in(Client())
    User.objects.update(is_active=False)
    client = Client()
    sign_in(client)
    assert not is_inside(client)


def test_without_a_map_of_groups_only_existing_accounts_are_opened_and_keep_their_roles(directory, settings):
    settings.OIDC_ROLES = {}
    stranger = Client()
    sign_in(stranger)
    assert not is_inside(stranger) and not User.objects.exists()
    user, client = make.user("writer", email="lan@example.vn"), Client()
    sign_in(client)
    assert is_inside(client) and roles(user) == {"writer"}


def test_our_second_step_is_asked_of_whoever_has_one(directory, client):
    with_app(make.user("editor", email="lan@example.vn"))
    assert sign_in(client)["Location"] == "/quan-tri/dang-nhap/ma/"
    assert not is_inside(client)


@pytest.mark.parametrize("asks_itself", [True, False])
def test_a_publisher_needs_our_second_step_unless_the_directory_asks_for_one(
    directory, client, settings, asks_itself
):
    settings.SECOND_FACTOR_FOR, settings.OIDC_HAS_SECOND_FACTOR = ["news.publish_article"], asks_itself
    directory.claims["groups"] = ["ban-bien-tap"]
    sign_in(client)
    assert is_inside(client) == asks_itself


def test_an_answer_nobody_asked_for_is_refused(directory, client):
    answer = client.get(ENTER + "tra-ve/", {"code": "c", "state": "made-up"})
    assert answer["Location"] == SIGN_IN and not is_inside(client)


def test_somebody_who_gives_up_there_comes_back_to_the_sign_in_page(directory, client):
    state = parse_qs(urlsplit(client.get(ENTER)["Location"]).query)["state"][0]
    answer = client.get(ENTER + "tra-ve/", {"error": "access_denied", "state": state})
    assert answer["Location"] == SIGN_IN


def test_a_directory_that_is_down_says_so_and_the_password_still_works(directory, client):
    directory.is_down = True
    assert client.get(ENTER)["Location"] == SIGN_IN
    assert "dùng mật khẩu" in client.get(SIGN_IN).content.decode()


def test_a_signed_in_person_cannot_tie_a_foreign_identity_to_their_account(directory, client):
    user = make.user("writer", email="khac@example.vn")
    client.force_login(user)
    sign_in(client, process="connect")
    assert not SocialAccount.objects.filter(user=user).exists()


@pytest.mark.parametrize(
    ("server", "client_id", "secret"), [("id.example.gov.vn", "a", "b"), (SERVER, "", "b"), (SERVER, "a", "")]
)
def test_a_half_written_setting_stops_the_start(server, client_id, secret):
    with pytest.raises(ImproperlyConfigured, match="OIDC_"):
        environment.directory(server, "x", client_id, secret)


def test_an_unknown_role_in_the_map_stops_the_start(monkeypatch):
    monkeypatch.setenv("OIDC_ROLES", "phong-tin=chief")
    with pytest.raises(ImproperlyConfigured, match="OIDC_ROLES: chief"):
        environment.roles_of_groups("OIDC_ROLES")


def test_the_roles_of_the_map_are_the_roles_there_are():
    from portal.accounts import roles as table

    assert table.ROLES.keys() == environment.ROLES
