"""Credits in the article's form, and the pages of royalties and reports, as a browser shows them."""

# Fixtures are borrowed from their neighbours, and an argument that asks for one looks like a second definition.
# ruff: noqa: F401, F811

from datetime import date

import pytest

from news.desk import royalties_closing
from news.desk.royalties import table_of
from tests import make
from tests.browser.checker import faults_by_day_and_night
from tests.browser.grid_page import kept
from tests.browser.test_admin import newsroom

pytestmark = pytest.mark.django_db(transaction=True)
MAY = "nhuan-but/2022-05/"
PAGES = [
    "nhuan-but/?nam=2022", MAY, f"{MAY}chot/", f"{MAY}ban-in/", "nhuan-but/2022-04/", "nhuan-but/2022-04/mo-lai/",
    "nhuan-but-cua-toi/?thang=2022-05", "bao-cao/?tu=2022-01-01", "bao-cao/?tu=2001-01-01&den=2001-12-31",
    "news/royaltyrate/", "news/royaltyrate/add/", "news/royaltybase/add/",
]  # fmt: skip


@pytest.fixture
def publisher(db):
    """Who wrote two articles: one of a month that is closed, one of a month with everything that can be missing."""
    make.site_settings()
    user = make.user("publisher", full_name="Lê Thị Hạnh")
    make.royalty_base()
    make.royalty_rate()
    make.published(at="2022-04-17 08:00", credits=[make.credit(user)])
    make.published(at="2022-05-17 08:00", credits=[make.credit(user, "50"), make.credit(make.person(), "50")])
    make.published(at="2022-05-18 08:00")
    return user


def test_the_accessibility_checker_finds_nothing_and_nothing_runs_over_a_phone(
    newsroom, live_server, publisher
):
    april = date(2022, 4, 1)
    seen = royalties_closing.fingerprint(table_of(april).lines)
    page = newsroom(publisher)
    royalties_closing.propose(april, by=make.user("administrator"), seen=seen)
    royalties_closing.close(april, by=type(publisher).objects.get(pk=publisher.pk), seen=seen)
    found, wide = {}, []
    for address in PAGES:
        answer = page.goto(f"{live_server.url}/quan-tri/{address}")
        assert answer.status == 200, address
        page.set_viewport_size({"width": 360, "height": 740})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(address)
        page.set_viewport_size({"width": 1280, "height": 800})
        if broken := faults_by_day_and_night(page):
            found[address] = broken
    assert found == {} and wide == []


def test_shares_are_added_up_shared_evenly_and_kept_with_a_point(enter):
    lan, binh = make.user("editor", full_name="Trần Thu Hà"), make.person("Bình")
    page = enter(credits=[make.credit(lan, "50"), make.credit(binh, "30"), make.credit(lan, part="photo")])
    grid = page.locator("#id_credits-grid")
    told = grid.locator("[data-shares]")
    assert told.inner_text() == "Viết bài: 80 %, còn thiếu 20 %."

    grid.locator("[data-action=new]").click()
    page.keyboard.type("thu ha")
    page.get_by_role("option", name="Trần Thu Hà").first.click()
    assert [row["share"] for row in kept(page, "credits")] == ["50", "30", "100", "20"]
    assert told.inner_text() == ""

    grid.get_by_role("button", name="Chia đều").click()
    assert [row["share"] for row in kept(page, "credits")] == ["33.34", "33.33", "100", "33.33"]
    shares = grid.locator("[data-field=share]")
    assert shares.first.input_value() == "33,34"
    shares.first.fill("40,5")
    assert kept(page, "credits")[0]["share"] == "40.5"
    assert "thừa 7,16 %" in told.inner_text()
