"""The settings page in a real browser, in the site's own frame."""

import pytest

from accessibility.themes import THEMES
from tests.browser.checker import faults
from tests.sweep.axe import RULES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_settings_page_shows_the_theme_and_axe_finds_nothing(live_server, page):
    found = {}
    for theme in THEMES:
        page.context.add_cookies(
            [{"name": "reader", "value": f"size.4~theme.{theme}", "url": live_server.url}]
        )
        page.goto(f"{live_server.url}/doc/tuy-chinh/")
        assert page.locator(f"[name=theme][value={theme}]").is_checked()
        if broken := faults(page, RULES):
            found[theme] = broken
    assert found == {}


def test_a_choice_without_a_script_is_shown_at_once_on_the_settings_page(live_server, new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}/doc/tuy-chinh/?return=/")
    page.get_by_role("radio", name="Tối").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Áp dụng").click()
    assert page.get_by_role("radio", name="Tối").is_checked()
    assert page.get_by_role("link", name="Quay lại trang đang đọc").get_attribute("href") == "/"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 18, 18)"
