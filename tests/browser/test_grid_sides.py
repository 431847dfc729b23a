"""The agency of a side: what is typed and not chosen from the list is never lost without a word."""

import pytest

from news.models import Agency
from tests import make
from tests.browser.grid_page import kept

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def side(enter):
    """The form of a draft with one side and nobody on it, and the field of its agency."""
    page = enter()
    page.locator("[data-action=side][data-side=guest]").click()
    return page, page.locator("#id_delegations-grid [data-lookup=agency]")


def note(page):
    return page.locator("#id_delegations-grid [data-item=delegation] > [data-note]")


def saved(page) -> dict:
    with page.expect_navigation():
        page.locator("[name=_save]").first.click()
    return kept(page, "delegations")[0]


def test_a_name_that_is_known_is_recognised_when_the_field_is_left(side):
    page, agency = side
    known = make.agency("Cục Sở hữu trí tuệ")
    agency.fill("cục sở hữu trí tuệ")
    agency.blur()
    page.wait_for_function(
        "() => document.querySelector('[data-lookup=agency]').value === 'Cục Sở hữu trí tuệ'"
    )
    assert saved(page) | {"attendances": 0} == {
        "side": "guest", "agency": known.pk, "heading": "Về phía Cục Sở hữu trí tuệ", "attendances": 0,
    }  # fmt: skip


def test_a_new_name_is_printed_at_once_said_to_be_new_and_made_when_the_form_is_saved(side):
    page, agency = side
    agency.fill("Viện Lúa Đồng bằng")
    agency.blur()
    note(page).wait_for()
    assert "hồ sơ sẽ được tạo khi lưu" in note(page).inner_text()
    assert kept(page, "delegations")[0]["heading"] == "Về phía Viện Lúa Đồng bằng"
    row = saved(page)
    assert row["agency"] == Agency.objects.get(name="Viện Lúa Đồng bằng").pk


def test_saving_by_the_keyboard_from_inside_the_field_keeps_the_name_too(side):
    page, agency = side
    agency.fill("Viện Lúa Đồng bằng")
    with page.expect_navigation():
        agency.press("Control+s")
    assert kept(page, "delegations")[0]["agency"] == Agency.objects.get().pk


def test_a_name_that_could_be_another_stops_the_save_at_its_field(side):
    page, agency = side
    near = make.agency("Sở Hòa Bình")
    agency.fill("Sở Hoa Binh")
    agency.blur()
    note(page).wait_for()
    page.locator("[name=_save]").first.click()
    page.get_by_role("option", name="Sở Hòa Bình", exact=True).click()
    assert saved(page)["agency"] == near.pk and Agency.objects.count() == 1


def test_the_record_can_be_made_at_once_and_an_emptied_field_asks_for_nothing(side):
    page, agency = side
    agency.fill("Viện Lúa Đồng bằng")
    agency.blur()
    note(page).get_by_role("button", name="Tạo hồ sơ ngay").click()
    note(page).wait_for(state="hidden")
    assert kept(page, "delegations")[0]["agency"] == Agency.objects.get().pk
    agency.fill("")
    agency.blur()
    row = saved(page)
    assert row["agency"] is None and row["heading"] == "Về phía Viện Lúa Đồng bằng"
