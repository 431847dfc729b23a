"""The newsroom's page for mergers and new names of agencies."""

import pytest
from django.urls import reverse

from news.models import Agency, Reorganization
from portal.accounts.models import AuditEntry
from tests import make
from tests.news.admin.desk_of import as_a

pytestmark = pytest.mark.django_db
LINE = "Sở Nông nghiệp → Sở Nông nghiệp và Môi trường; 01/03/2025"


@pytest.fixture
def old():
    return make.agency("Sở Nông nghiệp")


@pytest.fixture
def editor():
    return as_a("editor")


def sent(client, act: str, lines: str = LINE, **more):
    return client.post(
        reverse("admin:news_agency_reorganize"), {"act": act, "lines": lines, "with_units": "on"} | more
    )


def test_what_would_happen_is_shown_and_nothing_is_done(editor, old):
    html = sent(editor, "look").content.decode()
    assert "là cơ quan kế thừa từ 01/03/2025" in html and "Áp dụng tất cả các dòng" in html
    assert Agency.objects.count() == 1


def test_a_line_with_a_fault_offers_no_applying(editor, old):
    html = sent(editor, "look", "Sở Không có → Sở Mới; 01/03/2025").content.decode()
    assert "Không có cơ quan nào tên là" in html and "Áp dụng tất cả các dòng" not in html
    assert "chưa có gì thay đổi" in sent(editor, "apply", "Sở Không có → Sở Mới; 01/03/2025").content.decode()


def test_lines_without_a_day_take_that_of_the_form(editor, old):
    sent(editor, "apply", "Sở Nông nghiệp → Sở Mới", on="01/03/2025", note="Nghị quyết 12/NQ-HĐND")
    old.refresh_from_db()
    assert (old.successor.name, old.succeeded_on.isoformat()) == ("Sở Mới", "2025-03-01")
    entry = AuditEntry.objects.filter(model="news.Reorganization").latest("pk")
    assert entry.by == editor.user and entry.changes["note"] == [None, "Nghị quyết 12/NQ-HĐND"]


def test_an_act_is_undone_from_the_same_page(editor, old):
    sent(editor, "apply")
    address = reverse("admin:news_agency_reorganize")
    assert LINE in editor.get(address).content.decode()
    editor.post(address, {"undo": Reorganization.objects.get().pk})
    old.refresh_from_db()
    assert old.successor is None and Agency.objects.count() == 1
    assert editor.post(address, {"undo": "9" * 40}).status_code == 404


def test_the_list_of_agencies_leads_there(editor, old):
    assert (
        reverse("admin:news_agency_reorganize")
        in editor.get(reverse("admin:news_agency_changelist")).content.decode()
    )


@pytest.mark.parametrize("role", ["writer", "administrator"])
def test_others_may_not(role, old):
    client = as_a(role)
    assert client.get(reverse("admin:news_agency_reorganize")).status_code == 403
    assert sent(client, "apply").status_code == 403
