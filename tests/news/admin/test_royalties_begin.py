"""The first day of royalties, and the pages of a month that two people close."""

import pytest

from news.desk import royalties_start
from news.models import Credit, Kind, RoyaltyBase, RoyaltyClosing, RoyaltyProposal, RoyaltyRate
from portal.accounts.models import AuditEntry, User
from tests import make
from tests.news.admin.desk_of import as_a, signed_in
from tests.news.admin.test_royalties import MAY, MONTHS, text

pytestmark = pytest.mark.django_db
SETUP = f"{MONTHS}thiet-lap/"


def filled(client, **changes) -> dict:
    """The form as a browser would send it, with a unit and a decision."""
    form = client.get(SETUP).context["form"]
    data = {field.html_name: field.field.widget.format_value(field.value()) or "" for field in form}
    return data | {"amount": "234.000", "note": "Quyết định 12/QĐ-SKHCN", "is_own": "on"} | changes


# --- the first coefficients ----------------------------------------------------------------------------------------------


def test_the_proposal_has_every_kind_and_part_and_no_row_twice():
    keys = [row.key for row in royalties_start.starts()]
    assert len(keys) == len(set(keys))
    assert {f"text-{kind}" for kind in Kind.values} <= set(keys)
    assert {f"{part}-all" for part in Credit.Part.values} <= set(keys)


def test_the_page_says_that_the_figures_are_the_agencys_own_and_no_law():
    seen = text(as_a("publisher").get(SETUP))
    assert "do cơ quan bạn quyết định" in seen and "không phải quy định của pháp luật" in seen
    assert not RoyaltyRate.objects.exists() and not RoyaltyBase.objects.exists()


def test_figures_are_taken_changed_or_left_out_in_one_form():
    client = as_a("publisher")
    data = filled(client, **{"text-signing": "2,5", "edit-all": ""})
    assert client.post(SETUP, data).status_code == 302
    assert RoyaltyRate.objects.get(kind="signing").coefficient == 2.5
    assert not RoyaltyRate.objects.filter(part="edit").exists()
    assert RoyaltyRate.objects.get(part="photo").is_per_photo
    assert set(RoyaltyRate.objects.values_list("note", flat=True)) == {"Quyết định 12/QĐ-SKHCN"}
    assert (RoyaltyBase.objects.get().amount, RoyaltyBase.objects.get().note) == (
        234_000,
        "Quyết định 12/QĐ-SKHCN",
    )
    assert AuditEntry.objects.filter(model="news.RoyaltyRate").count() == RoyaltyRate.objects.count()


@pytest.mark.parametrize("missing", ["is_own", "note", "amount", "from_on"])
def test_nothing_is_set_without_a_decision_a_day_and_the_word_that_it_is_ones_own(missing):
    client = as_a("publisher")
    data = filled(client)
    del data[missing]
    assert client.post(SETUP, data).status_code == 200
    assert not RoyaltyRate.objects.exists() and not RoyaltyBase.objects.exists()


def test_the_first_day_comes_once():
    client = as_a("publisher")
    data = filled(client)
    make.royalty_rate("9")
    assert "Đã có hệ số" in text(client.post(SETUP, data, follow=True))
    assert RoyaltyRate.objects.count() == 1


def test_the_months_lead_to_it_until_a_coefficient_is_set():
    client = as_a("publisher")
    assert f'href="{SETUP}"' in client.get(MONTHS).content.decode()
    make.royalty_rate()
    assert f'href="{SETUP}"' not in client.get(MONTHS).content.decode()


def test_a_unit_that_is_known_is_not_asked_again():
    make.royalty_base(100_000)
    client = as_a("publisher")
    assert 'name="amount"' not in client.get(SETUP).content.decode()
    assert client.post(SETUP, filled(client)).status_code == 302
    assert RoyaltyBase.objects.get().amount == 100_000 and RoyaltyRate.objects.exists()


def test_a_publisher_of_one_category_does_not_set_them():
    inside, _outside = make.category(), make.category()
    user = make.user("publisher", limits={"publisher": [inside.pk]})
    assert signed_in(User.objects.get(pk=user.pk)).get(SETUP).status_code == 403


# --- two people ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def month():
    make.site_settings(people_needed="two")
    make.royalty_base(100_000)
    make.royalty_rate("2")
    make.published(title="Bài tháng năm", at="2022-05-17 11:30", credits=[make.credit()])


def send(client, act: str):
    page = client.get(f"{MAY}chot/")
    return client.post(f"{MAY}chot/", {"seen": page.context["seen"], "act": act}, follow=True)


def test_one_proposes_the_other_finds_it_on_the_desk_and_closes(month):
    first = as_a("publisher", full_name="Lê Thị Hạnh")
    second = as_a("administrator", full_name="Trần Văn Bình")
    page = text(first.get(f"{MAY}chot/"))
    assert "Đề nghị chốt" in page and "Người có thể chốt sau đó: Trần Văn Bình." in page
    assert "đang chờ người thứ hai" in text(send(first, "propose"))
    assert "Chờ người thứ hai" in text(first.get(f"{MONTHS}?nam=2022"))
    assert "Lê Thị Hạnh đề nghị chốt lúc" in text(second.get(MAY))
    assert f'href="{MAY}chot/"' in second.get("/quan-tri/").content.decode()
    assert f'href="{MAY}chot/"' not in first.get("/quan-tri/").content.decode()
    assert "Lê Thị Hạnh đã đề nghị chốt đúng bảng này" in text(second.get(f"{MAY}chot/"))
    assert "Đã chốt nhuận bút tháng 05/2022" in text(send(second, "close"))
    assert "Lê Thị Hạnh đề nghị chốt lúc" in text(second.get(MAY))


def test_whoever_proposed_it_has_no_button_and_no_way_by_direct_post(month):
    first = as_a("publisher")
    send(first, "propose")
    page = first.get(f"{MAY}chot/").content.decode()
    assert 'name="act"' not in page and "nên người khác chốt" in page
    assert "nên người khác chốt" in text(send(first, "close"))
    assert not RoyaltyClosing.objects.exists() and RoyaltyProposal.objects.count() == 1
