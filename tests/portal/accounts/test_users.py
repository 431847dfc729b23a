"""Accounts: invited with roles in plain words by administrators, deactivated and never deleted."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
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


def change(user) -> str:
    return reverse("admin:accounts_user_change", args=[user.pk])


def act(user, name: str) -> str:
    return reverse("admin:accounts_user_act", args=[user.pk, name])


def roles(user) -> set[str]:
    return set(user.groups.values_list("name", flat=True))


@pytest.fixture
def administrator():
    return as_a("administrator")


def test_a_new_account_has_the_rights_of_its_roles_only_and_no_password(administrator):
    administrator.post(ADD, person(roles=["writer", "editor"]))
    user = User.objects.get(username="lan")
    assert roles(user) == {"writer", "editor"}
    assert user.is_staff and user.is_active and not user.is_superuser and not user.has_usable_password()


def test_inviting_is_called_so_on_its_page_and_its_button(administrator):
    page = administrator.get(reverse("admin:accounts_user_add")).content.decode()
    assert (
        "<h1>Mời người dùng</h1>" in page
        and "&rsaquo; Mời người dùng" in page
        and 'value="Mời và lấy liên kết"' in page
    )
    assert "Thêm người dùng" not in page and 'value="Lưu"' not in page


def test_roles_are_offered_by_their_names_in_the_newsroom(administrator):
    page = administrator.get(ADD).content.decode()
    for label in ("Người viết tin", "Biên tập viên", "Người duyệt đăng", "Quản trị hệ thống"):
        assert label in page
    for never in ("is_superuser", "user_permissions", "is_staff", "password1"):
        assert never not in page


def test_roles_are_taken_away_again(administrator):
    user = make.user("publisher")
    administrator.post(change(user), person(username=user.username, roles=["writer"]))
    assert roles(user) == {"writer"}


def test_a_posted_superuser_flag_is_ignored(administrator):
    administrator.post(ADD, person(is_superuser="on", user_permissions=["1"]))
    user = User.objects.get(username="lan")
    assert not user.is_superuser and not user.user_permissions.exists()


def test_a_deactivated_account_is_shut_out_at_once_and_comes_back_only_by_reactivation(administrator):
    writer = as_a("writer")
    assert writer.get("/quan-tri/").status_code == 200
    administrator.post(act(writer.user, "khoa"))
    assert writer.get("/quan-tri/").status_code == 302
    administrator.post(change(writer.user), person(username=writer.user.username))
    writer.user.refresh_from_db()
    assert not writer.user.is_active
    administrator.post(act(writer.user, "mo-lai"))
    writer.user.refresh_from_db()
    assert writer.user.is_active and writer.get("/quan-tri/").status_code == 302


def test_administrators_do_not_lock_themselves_out(administrator):
    for name in ("khoa", "bo-xac-thuc"):
        assert administrator.post(act(administrator.user, name)).status_code == 403
    administrator.user.refresh_from_db()
    assert administrator.user.is_active


def test_ending_the_sessions_of_an_account_signs_every_browser_out(administrator):
    writer = as_a("writer")
    administrator.post(act(writer.user, "dang-xuat"))
    assert writer.get("/quan-tri/").status_code == 302


def test_looking_at_a_confirmation_does_nothing(administrator):
    writer = as_a("writer")
    for name in ("khoa", "mo-lai", "dang-xuat", "bo-xac-thuc"):
        assert administrator.get(act(writer.user, name)).status_code == 200
    assert writer.get("/quan-tri/").status_code == 200
    assert administrator.get(act(writer.user, "xoa")).status_code == 404


def test_nobody_is_deleted(administrator):
    user = make.user("writer")
    address = reverse("admin:accounts_user_delete", args=[user.pk])
    assert administrator.post(address, {"post": "yes"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [user.pk], "post": "yes"}
    administrator.post(reverse("admin:accounts_user_changelist"), data)
    assert User.objects.filter(pk=user.pk).exists()


def test_an_administrator_reaches_no_superuser(administrator):
    root = User.objects.create_superuser("root", "root@example.vn", PASSWORD, full_name="Vận hành")
    link = reverse("admin:accounts_user_link", args=[root.pk])
    for address in (change(root), link, act(root, "khoa"), act(root, "bo-xac-thuc")):
        assert administrator.post(address, person()).status_code in (302, 404)
    root.refresh_from_db()
    assert root.is_active and root.session_epoch == 0 and not root.links.exists()
    assert "Vận hành" not in administrator.get(reverse("admin:accounts_user_changelist")).content.decode()


def test_nobody_sets_the_password_of_somebody_else():
    with pytest.raises(NoReverseMatch):
        reverse("admin:auth_user_password_change", args=[1])


@pytest.mark.parametrize("role", ["writer", "editor", "publisher", ""])
def test_accounts_are_the_administrators_alone_also_by_a_direct_post(role):
    client, user = as_a(role), make.user("writer")
    link = reverse("admin:accounts_user_link", args=[user.pk])
    for address in (
        ADD,
        change(user),
        link,
        act(user, "khoa"),
        act(user, "dang-xuat"),
        act(user, "bo-xac-thuc"),
    ):
        assert client.get(address).status_code == 403
        assert client.post(address, person(roles=["administrator"])).status_code == 403
    user.refresh_from_db()
    assert not User.objects.filter(username="lan").exists() and roles(user) == {"writer"}
    assert user.is_active and user.session_epoch == 0 and not user.links.exists()


def test_who_may_not_open_a_page_of_staff_is_led_back_to_the_desk():
    answer = as_a("writer").get("/quan-tri/accounts/user/")
    assert answer.status_code == 403
    assert '<a class="button" href="/quan-tri/">Về Việc cần làm</a>' in answer.content.decode()


def test_two_spellings_of_one_name_for_signing_in_are_refused(administrator):
    make.user("writer", username="lan")
    answer = administrator.post(ADD, person(username="LAN"))
    assert answer.status_code == 200 and User.objects.filter(username__iexact="lan").count() == 1


def test_groups_and_the_librarys_tables_are_nothing_to_click():
    root = User.objects.create_superuser("root", "root@example.vn", PASSWORD, full_name="Vận hành")
    client = as_a("administrator")
    client.force_login(root)
    page = client.get("/quan-tri/").content.decode()
    for table in ("auth/group", "mfa/", "socialaccount/", "account/emailaddress", "axes/"):
        assert f"/quan-tri/{table}" not in page
    with pytest.raises(NoReverseMatch):
        reverse("admin:auth_group_changelist")


def test_a_password_tried_too_often_locks_with_a_page_in_our_words(client):
    make.user("writer", username="lan")
    for _ in range(5):
        answer = client.post("/quan-tri/dang-nhap/", {"login": "lan", "password": "sai"})
    assert answer.status_code == 429
    assert "15 phút" in answer.content.decode()


def test_the_page_of_an_account_costs_the_same_with_many_sign_ins(
    administrator, django_assert_num_queries, client
):
    user = make.user("writer")
    administrator.get(change(user))
    with CaptureQueriesContext(connection) as few:
        administrator.get(change(user))
    count = len(few)
    assert count <= 16
    for _ in range(15):
        client.post("/quan-tri/dang-nhap/", {"login": user.username, "password": "mot mat khau dai"})
        client.post("/quan-tri/logout/")
        make.draft(by=user)
    with django_assert_num_queries(count):
        administrator.get(change(user))


def test_roles_are_called_as_the_house_calls_them(administrator):
    make.site_settings(publisher_label="Ban Biên tập", writer_label="Cộng tác viên")
    user = make.user("publisher")
    users = reverse("admin:accounts_user_changelist")
    for address in (users, reverse("admin:accounts_user_add"), change(user)):
        page = administrator.get(address).content.decode()
        assert "Ban Biên tập" in page and "Cộng tác viên" in page, address
        assert "Người duyệt đăng" not in page and "Biên tập viên" in page, address
    assert "Ban Biên tập: chỉ trong" in administrator.get(change(user)).content.decode()


def test_the_names_of_the_roles_cost_the_list_one_query_however_many_users(administrator):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            administrator.get(reverse("admin:accounts_user_changelist"))
        return len(asked)

    few = queries()
    for _number in range(8):
        make.user("editor")
    assert queries() == few


def test_roles_have_english_names_on_english_pages(administrator):
    administrator.user.language = "en"
    administrator.user.save()
    page = administrator.get(reverse("admin:accounts_user_add")).content.decode()
    assert "Publisher: only in" in page and "Người duyệt đăng" not in page
