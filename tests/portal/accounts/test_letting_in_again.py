"""`manage.py unlock`: the way back in for somebody who is locked out, even the only administrator."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from portal.accounts import second_factor
from portal.accounts.models import AuditEntry
from tests import make
from tests.news.admin.desk_of import signed_in
from tests.portal.accounts.codes import give_password, with_app

pytestmark = pytest.mark.django_db


def unlock(*arguments) -> str:
    said = StringIO()
    call_command("unlock", *arguments, stdout=said)
    return said.getvalue()


def test_a_locked_out_person_signs_in_again(client):
    user = make.user("administrator")
    for _ in range(6):
        give_password(client, user, "sai")
    assert give_password(client, user).status_code == 429
    assert user.username in unlock(user.username)
    assert give_password(client, user).status_code == 302


def test_the_second_step_stays_unless_it_is_named():
    user = with_app(make.user("administrator"))
    inside = signed_in(user)
    unlock(user.username)
    assert second_factor.has_one(user)
    unlock(user.username, "--second-factor")
    assert not second_factor.has_one(user) and inside.get("/quan-tri/").status_code == 302
    assert AuditEntry.objects.filter(action="factor_off", key=str(user.pk), by=None).exists()


def test_a_link_for_a_new_password_is_printed_on_request(settings):
    settings.PUBLIC_ORIGIN = "https://tin.example.vn"
    user = make.user("administrator")
    assert "lien-ket" not in unlock(user.username)
    address = unlock(user.username, "--link").split()[-1]
    assert address.startswith("https://tin.example.vn/quan-tri/lien-ket/")
    assert Client().get(address.removeprefix("https://tin.example.vn")).status_code == 200


def test_an_unknown_name_is_said():
    with pytest.raises(CommandError, match="khong-co"):
        unlock("khong-co")
