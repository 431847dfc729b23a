"""Who changed what, and who signed in: both logs grow, stay, and are the administrators' to read."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from portal.accounts.models import AuditEntry, SignIn, User
from tests import make
from tests.news.admin.desk_of import as_a
from tests.portal.accounts.codes import SIGN_IN, code, give_password, with_app
from tests.portal.accounts.test_users import ADD, change, person

pytestmark = pytest.mark.django_db
AUDIT = "/quan-tri/accounts/auditentry/"
SIGN_INS = "/quan-tri/accounts/signin/"


def entries(thing, action: str | None = None):
    rows = AuditEntry.objects.filter(model=thing._meta.label, key=str(thing.pk))
    return rows.filter(action=action) if action else rows


@pytest.fixture
def administrator():
    return as_a("administrator", full_name="Vũ Khắc Điền")


def test_a_new_user_and_their_roles_leave_who_when_and_from_where(administrator):
    administrator.post(ADD, person(roles=["editor"]), REMOTE_ADDR="192.0.2.7")
    user = User.objects.get(username="lan")
    added, roles = entries(user, "added").get(), entries(user, "changed").get()
    assert (added.by, added.by_name, added.address) == (administrator.user, "Vũ Khắc Điền", "192.0.2.7")
    assert added.changes["full_name"] == [None, "Nguyễn Thị Lan"]
    assert roles.changes == {"groups": [None, ["editor"]]}
    assert entries(user, "invited").exists()


def test_a_change_keeps_before_and_after_and_no_password():
    user = make.user("writer", full_name="Tên Cũ")
    user.full_name = "Tên Mới"
    user.set_password("mat khau khac han")
    user.save()
    entry = entries(user, "changed").first()
    assert entry.changes == {"full_name": ["Tên Cũ", "Tên Mới"]}
    assert "password" not in str(list(entries(user).values()))


def test_saving_without_a_change_leaves_nothing():
    agency = make.agency("Cục Sở hữu trí tuệ")
    before = entries(agency).count()
    agency.save()
    assert entries(agency).count() == before


@pytest.mark.parametrize("thing", ["person", "agency", "category", "site_settings", "glossary_entry", "page"])
def test_people_agencies_and_settings_are_logged(thing):
    made = getattr(make, thing)()
    assert entries(made, "added").exists()


def test_an_editors_change_of_a_person_names_the_editor():
    editor, who = as_a("editor", full_name="Trần Văn Bình"), make.person("Nguyễn Văn Cũ")
    data = {"full_name": "Nguyễn Văn Mới", "honorific": "ông", "note": "", "is_confirmed": "on"}
    prefix = {f"appointments-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    editor.post(reverse("admin:news_person_change", args=[who.pk]), data | prefix)
    assert entries(who, "changed").get().by_name == "Trần Văn Bình"


def test_the_log_survives_the_thing_and_the_person():
    author, agency = make.user("editor", full_name="Người Sắp Đi"), make.agency("Cơ quan sắp bỏ")
    AuditEntry.objects.create(
        by=author, action="changed", model="news.Agency", key=str(agency.pk), name=str(agency), changes={}
    )
    key = str(agency.pk)
    agency.delete()
    author.delete()
    kept = AuditEntry.objects.filter(model="news.Agency", key=key)
    assert {row.name for row in kept} == {"Cơ quan sắp bỏ"}
    assert "Người Sắp Đi" in {row.by_name for row in kept} and kept.filter(action="removed").exists()


@pytest.mark.parametrize("model", [AuditEntry, SignIn])
def test_no_line_is_rewritten_or_removed_by_code(model):
    client, user = Client(), make.user("writer")
    give_password(client, user)
    row = model.objects.first()
    for attempt in (
        row.delete,
        model.objects.all().delete,
        lambda: model.objects.update(address="192.0.2.1"),
    ):
        with pytest.raises(TypeError):
            attempt()


@pytest.mark.parametrize("column", ["by_name", "changes", "at", "name"])
def test_the_database_itself_refuses_to_rewrite_the_log_of_changes(column):
    make.agency()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE accounts_auditentry SET {column} = {column}")


def test_the_database_itself_refuses_to_rewrite_the_log_of_sign_ins(client):
    give_password(client, make.user("writer"))
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_signin SET result = 'success'")


def test_administrators_read_the_log_in_vietnamese(administrator):
    user = make.user("writer")
    administrator.post(change(user), person(username=user.username, full_name="Tên Khác", roles=["editor"]))
    page = administrator.get(AUDIT).content.decode()
    for words in ("Tên Khác", "Vũ Khắc Điền", "vai trò: Biên tập viên", "Nhật ký thao tác"):
        assert words in page


def test_the_log_names_no_column_of_the_machine(administrator):
    make.person("Đinh Hữu Phí")
    page = administrator.get("/quan-tri/accounts/auditentry/").content.decode()
    assert "địa chỉ: dinh-huu-phi" in page
    assert "folded" not in page and "slug" not in page


def test_nobody_edits_the_logs_not_even_a_superuser(administrator):
    make.agency()
    root = Client()
    root.force_login(User.objects.create_superuser("root", "r@example.vn", "x" * 14, full_name="Vận hành"))
    for client in (administrator, root):
        for folder, row in ((AUDIT, AuditEntry.objects.first().pk), (SIGN_INS, SignIn.objects.first().pk)):
            assert client.post(folder + "add/", {}).status_code == 403
            assert client.post(f"{folder}{row}/change/", {"name": "x"}).status_code == 403
            assert client.post(f"{folder}{row}/delete/", {"post": "yes"}).status_code == 403
            assert client.get(folder).status_code == 200


@pytest.mark.parametrize("role", ["writer", "editor", "publisher", ""])
def test_the_logs_are_the_administrators_alone(role):
    client = as_a(role)
    assert client.get(AUDIT).status_code == client.get(SIGN_INS).status_code == 403


def test_a_sign_in_leaves_when_from_where_and_how(client):
    user = make.user("writer")
    give_password(client, user, REMOTE_ADDR="192.0.2.9", headers={"user-agent": "Máy thử"})
    row = SignIn.objects.get(user=user)
    assert (row.result, row.address, row.agent, row.way) == ("success", "192.0.2.9", "Máy thử", "password")


def test_failures_are_kept_with_the_name_that_was_typed(client):
    user = make.user("writer")
    give_password(client, user, "sai")
    client.post(SIGN_IN, {"login": "khong-co-ai", "password": "sai"})
    assert list(SignIn.objects.order_by("pk").values_list("user", "username", "result")) == [
        (user.pk, user.username, "refused"), (None, "khong-co-ai", "refused"),
    ]  # fmt: skip


def test_a_lock_out_and_a_wrong_second_step_are_kept(client):
    user = make.user("writer")
    for _ in range(6):
        give_password(client, user, "sai")
    assert SignIn.objects.filter(user=user, result="locked_out").exists()
    other, browser = with_app(make.user("editor")), Client()
    give_password(browser, other)
    browser.post("/quan-tri/dang-nhap/ma/", {"code": "000000"})
    assert SignIn.objects.filter(user=other).get().result == "second_step"


def test_the_sign_in_with_both_steps_says_so(client):
    user = with_app(make.user("editor"))
    give_password(client, user)
    client.post("/quan-tri/dang-nhap/ma/", {"code": code()})
    client.post("/quan-tri/dang-nhap/may-nay/", {"action": "skip"})
    assert SignIn.objects.get(user=user, result="success").way == "password, mfa"


def test_behind_a_proxy_the_address_is_the_one_the_proxy_saw(client, settings):
    settings.BEHIND_PROXY = True
    user = make.user("writer")
    give_password(client, user, headers={"x-forwarded-for": "10.9.9.9, 198.51.100.4"})
    assert SignIn.objects.get(user=user).address == "198.51.100.4"


def test_without_a_proxy_nobody_chooses_their_own_address(client):
    user = make.user("writer")
    give_password(client, user, headers={"x-forwarded-for": "198.51.100.4"}, REMOTE_ADDR="192.0.2.9")
    assert SignIn.objects.get(user=user).address == "192.0.2.9"


def test_one_locked_person_does_not_lock_the_office(client):
    one, other = make.user("writer"), make.user("writer")
    for _ in range(6):
        give_password(client, one, "sai")
    assert give_password(Client(), other).status_code == 302


def test_the_lists_cost_the_same_with_many_lines(administrator, django_assert_num_queries):
    from django.test.utils import CaptureQueriesContext

    for folder in (AUDIT, SIGN_INS):
        with CaptureQueriesContext(connection) as few:
            administrator.get(folder)
        count = len(few)
        for _ in range(8):
            user = make.user("writer")
            give_password(Client(), user)
        with django_assert_num_queries(count):
            administrator.get(folder)


def test_a_password_that_somebody_changes_is_told_without_the_password():
    writer, fresh = as_a("writer"), "mot mat khau moi hon"
    data = {"old_password": "sai", "new_password1": fresh, "new_password2": fresh}
    writer.post("/quan-tri/password_change/", data)
    assert not AuditEntry.objects.filter(action="password").exists()
    writer.post("/quan-tri/password_change/", data | {"old_password": "mot mat khau dai"})
    entry = AuditEntry.objects.get(action="password")
    assert (entry.by, entry.key, entry.changes) == (writer.user, str(writer.user.pk), {})
