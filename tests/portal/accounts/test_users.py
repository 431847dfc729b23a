"""Accounts: made with roles in plain words by administrators, deactivated and never deleted."""

import pytest
from django.urls import NoReverseMatch, reverse

from portal.accounts.models import User
from tests import make
from tests.news.admin.desk_of import as_a

pytestmark = pytest.mark.django_db
ADD = "/quan-tri/accounts/user/add/"
PASSWORD = "mot mat khau rat dai"


def person(**changes) -> dict:
    return {
        "username": "lan", "full_name": "Nguyễn Thị Lan", "email": "lan@example.vn", "language": "vi",
        "position": "", "telephone": "", "roles": ["writer"],
    } | changes  # fmt: skip


def new(**changes) -> dict:
    return person(password1=PASSWORD, password2=PASSWORD, **changes)


def change(user) -> str:
    return reverse("admin:accounts_user_change", args=[user.pk])


def roles(user) -> set[str]:
    return set(user.groups.values_list("name", flat=True))


@pytest.fixture
def administrator():
    return as_a("administrator")


def test_a_new_account_signs_in_and_has_the_rights_of_its_roles_only(administrator, client):
    administrator.post(ADD, new(roles=["writer", "editor"]))
    user = User.objects.get(username="lan")
    assert roles(user) == {"writer", "editor"}
    assert user.is_staff and user.is_active and not user.is_superuser
    client.post("/quan-tri/login/", {"username": "lan", "password": PASSWORD})
    assert client.get("/quan-tri/news/article/add/").status_code == 200
    assert client.get(ADD).status_code == 403


def test_roles_are_offered_by_their_names_in_the_newsroom(administrator):
    page = administrator.get(ADD).content.decode()
    for label in ("Người viết tin", "Biên tập viên", "Người duyệt đăng", "Quản trị hệ thống"):
        assert label in page
    for never in ("is_superuser", "user_permissions", "is_staff"):
        assert never not in page


def test_roles_are_taken_away_again(administrator):
    user = make.user("publisher")
    data = person(username=user.username, roles=["writer"], is_active="on")
    administrator.post(change(user), data)
    assert roles(user) == {"writer"}


def test_a_posted_superuser_flag_is_ignored(administrator):
    administrator.post(ADD, new(is_superuser="on", user_permissions=["1"]))
    user = User.objects.get(username="lan")
    assert not user.is_superuser and not user.user_permissions.exists()


def test_a_deactivated_account_is_shut_out_at_once(administrator):
    writer = as_a("writer")
    assert writer.get("/quan-tri/").status_code == 200
    administrator.post(change(writer.user), person(username=writer.user.username))
    assert writer.get("/quan-tri/").status_code == 302


def test_administrators_do_not_lock_themselves_out(administrator):
    me = administrator.user
    administrator.post(change(me), person(username=me.username, roles=["administrator"]))
    me.refresh_from_db()
    assert me.is_active


def test_nobody_is_deleted(administrator):
    user = make.user("writer")
    address = reverse("admin:accounts_user_delete", args=[user.pk])
    assert administrator.post(address, {"post": "yes"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [user.pk], "post": "yes"}
    administrator.post(reverse("admin:accounts_user_changelist"), data)
    assert User.objects.filter(pk=user.pk).exists()


def test_an_administrator_reaches_no_superuser_and_no_password_of_one(administrator):
    root = User.objects.create_superuser("root", "root@example.vn", PASSWORD, full_name="Vận hành")
    password = reverse("admin:auth_user_password_change", args=[root.pk])
    before = root.password
    data = {"password1": "chiem quyen 123 xyz", "password2": "chiem quyen 123 xyz"}
    for address in (change(root), password):
        assert administrator.post(address, data).status_code in (302, 404)
    root.refresh_from_db()
    assert root.password == before
    assert "Vận hành" not in administrator.get(reverse("admin:accounts_user_changelist")).content.decode()


@pytest.mark.parametrize("role", ["writer", "editor", "publisher", ""])
def test_accounts_are_the_administrators_alone_also_by_a_direct_post(role):
    client, user = as_a(role), make.user("writer")
    password = reverse("admin:auth_user_password_change", args=[user.pk])
    for address in (ADD, change(user), password):
        assert client.get(address).status_code == 403
        assert client.post(address, new(roles=["administrator"])).status_code == 403
    assert not User.objects.filter(username="lan").exists() and roles(user) == {"writer"}


def test_two_spellings_of_one_name_for_signing_in_are_refused(administrator):
    make.user("writer", username="lan")
    answer = administrator.post(ADD, new(username="LAN"))
    assert answer.status_code == 200 and User.objects.filter(username__iexact="lan").count() == 1


def test_groups_are_nothing_to_click():
    with pytest.raises(NoReverseMatch):
        reverse("admin:auth_group_changelist")


def test_a_password_tried_too_often_locks_with_a_page_in_our_words(client):
    make.user("writer", username="lan")
    for _ in range(5):
        answer = client.post("/quan-tri/login/", {"username": "lan", "password": "sai"})
    assert answer.status_code == 429
    assert "15 phút" in answer.content.decode()
