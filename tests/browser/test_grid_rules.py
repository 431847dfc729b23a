"""The list grids as a whole: quick with many rows, accessible, under the strictest policy, and plain text without scripts."""

import pytest
from django import forms

from news.admin.grid import GridField, show_faults
from news.desk.lists import LISTS
from news.models import Agency
from tests import make
from tests.browser import checker
from tests.browser.grid_page import jpeg, kept, people, rows

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_agency_is_listed_with_its_abbreviation(enter):
    office = make.agency("Bộ Khoa học và Công nghệ", abbreviation="Bộ KH&CN")
    page = enter()
    grid = page.locator("#id_agencies-grid")
    grid.locator("[data-action=new]").click()
    page.keyboard.type("kh&cn")
    page.get_by_role("option", name="Bộ Khoa học và Công nghệ").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.type("Viện Đo lường")
    page.get_by_role("option", name="Viện Đo lường").click()
    grid.locator("[data-tick]:visible").nth(1).wait_for()

    first, second = kept(page, "agencies")
    assert first == {"agency": office.pk, "name": "Bộ Khoa học và Công nghệ", "abbreviation": "Bộ KH&CN"}
    assert second["agency"] == Agency.objects.get(name="Viện Đo lường").pk


def test_two_hundred_rows_answer_a_key_within_a_blink(enter):
    page = enter(delegations=[make.delegation(*[make.attendee() for _ in range(200)])])
    # The quickest of ten: what else the machine does meanwhile is not the page's.
    took = page.evaluate(
        """() => {
            const input = document.querySelectorAll("#id_delegations-grid [data-field=title]")[150];
            const turns = [];
            for (let turn = 0; turn < 10; turn++) {
                const begun = performance.now();
                input.value += "a";
                input.dispatchEvent(new Event("input", { bubbles: true }));
                turns.push(performance.now() - begun);
            }
            return Math.min(...turns);
        }"""
    )
    assert rows(page).count() == 200
    assert took < 50


def test_the_lists_are_text_that_can_be_edited_when_scripts_do_not_run(enter, new_context):
    plain = new_context(java_script_enabled=False)
    page = enter(plain, delegations=[make.delegation(make.attendee(make.person("Đinh Hữu Phí")))])
    text = page.locator("#id_delegations")
    assert text.is_visible()
    assert '"name": "Đinh Hữu Phí"' in text.input_value()
    text.fill(text.input_value().replace('"title": ""', '"title": "Cục trưởng"'))
    page.locator("[name=_save]").first.click()

    assert people(page)[0]["title"] == "Cục trưởng"


def test_an_open_list_of_suggestions_and_all_cards_pass_the_axe_rules(enter):
    page = enter(
        delegations=[make.delegation(make.attendee(), make.unit(), make.group())],
        captions=[make.caption(people=[make.person().pk])],
        agencies=[{"agency": make.agency().pk, "name": "Sở", "abbreviation": ""}],
        attachments=[make.attachment()],
    )
    rows(page).nth(0).locator("[data-field=name]").fill("Nguyễn")
    page.locator(".grid-option").first.wait_for()
    page.keyboard.press("ArrowDown")

    assert checker.faults(page, within=".list-grid") == {}


# --- the grids alone on a page, under a policy stricter than that of the article page, which yields to the editor ------


@pytest.fixture
def enter_bare(enter, live_server):
    """Open a page with nothing but the lists; `broken` gathers what the policy or a script complains about."""

    def _enter(broken: list[str], faults: dict | None = None, **initial):
        page = enter()
        page.on("console", lambda message: broken.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: broken.append(str(error)))
        address, strict = (
            live_server.url + "/quan-tri/thu/",
            "default-src 'self'; require-trusted-types-for 'script'",
        )
        headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": strict}
        page.route(
            address, lambda route: route.fulfill(body=bare_page(faults or {}, initial), headers=headers)
        )
        page.goto(address)
        return page

    return _enter


def bare_page(faults: dict, initial: dict) -> str:
    """As Django writes it. It holds no token, so nothing can be posted from it."""
    form = type("Lists", (forms.Form,), {name: GridField(name) for name in LISTS})(initial=initial)
    show_faults(form, faults)
    return f'<!doctype html><html lang="vi"><title>Thử</title>{form.media}<form>{form}</form></html>'


def test_the_lists_keep_to_the_strictest_content_security_policy(enter_bare):
    broken: list[str] = []
    page = enter_bare(broken)
    page.locator("[data-action=side]").first.click()
    page.locator("#id_delegations-grid [data-field=name]").focus()
    page.keyboard.type("Nguyễn")
    page.locator(".grid-option").first.wait_for()
    page.locator("#id_captions-grid [data-files]").set_input_files([jpeg("mot.jpg", "navy")])
    page.locator("#id_captions-grid [data-refused]").wait_for()

    # The page has no icon, and no token to post with: those answers of the server are not the policy's.
    assert [line for line in broken if not line.startswith("Failed to load resource")] == []


def test_videos_and_credits_are_plain_tables(enter_bare):
    colleague = make.user("editor", full_name="Trần Thu Hà")
    page = enter_bare([])
    page.locator("#id_videos-grid [data-action=new]").click()
    page.keyboard.type("Phóng sự")
    page.locator("#id_videos-grid [data-field=url]").fill("https://example.vn/1")
    page.locator("#id_credits-grid [data-action=new]").click()
    page.keyboard.type("thu ha")
    page.get_by_role("option", name="Trần Thu Hà").click()

    (video,) = kept(page, "videos")
    (credit,) = kept(page, "credits")
    assert (video["title"], video["url"], video["file"]) == ("Phóng sự", "https://example.vn/1", None)
    assert (credit["user"], credit["person"], credit["part"], credit["share"]) == (
        colleague.pk,
        None,
        "text",
        "100",
    )


def test_a_fault_stands_at_its_cell(enter_bare):
    faults = {"delegations.0.attendances.1.title": ["Quá dài."]}
    lines = [make.attendee(make.person("A")), make.attendee(make.person("B"), title="Giám đốc")]
    page = enter_bare([], faults, delegations=[make.delegation(*lines)])

    assert rows(page).nth(1).locator("[data-fault]").inner_text() == "Quá dài."
    assert rows(page).nth(1).locator("[data-field=title]").get_attribute("aria-invalid") == "true"
    assert not rows(page).nth(0).locator("[data-fault]").is_visible()
