"""Axe finds nothing on any kind of public page, in any theme, with and without scripts; one visitor's page is light."""

import brotli
import pytest

from accessibility.preferences import COOKIE, serialise
from accessibility.themes import THEMES
from tests.browser import newspaper
from tests.browser.checker import faults, faults_by_day_and_night, faults_in_another_colour
from tests.sweep.axe import RULES, check, visit
from tests.sweep.dresses import pairs

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def pages(live_server):
    return {kind: live_server.url + path for kind, path in newspaper.fill().items()}


def dressed(context, address: str, **choices) -> None:
    if value := serialise(choices):
        context.add_cookies([{"name": COOKIE, "value": value, "url": address}])


def test_axe_finds_nothing_on_any_kind_of_page_in_any_theme(pages, page):
    """Each page is opened once with the cookie of a theme; the other themes are put on as the page itself does it."""
    dressed(page.context, pages["home"], theme="light")
    found = {}
    for kind, address in pages.items():
        page.goto(address)
        assert page.evaluate("document.documentElement.dataset.theme") == "light"
        for rule, nodes in faults(page, RULES).items():
            found[kind, rule] = nodes
        for theme in list(THEMES)[1:]:
            page.evaluate("(theme) => { document.documentElement.dataset.theme = theme }", theme)
            for rule, nodes in faults_in_another_colour(page, RULES).items():
                found[kind, theme, rule] = nodes
    assert found == {}


def test_axe_finds_nothing_on_any_kind_of_page_without_scripts(pages, page):
    """There a page knows nothing of a choice of theme and shows the device's."""
    found = {}
    for kind, address in pages.items():
        page.emulate_media(color_scheme="light")
        visit(page, address, scripts=False)
        if broken := faults_by_day_and_night(page, RULES):
            found[kind] = broken
    assert found == {}


def test_axe_finds_nothing_where_every_pair_of_choices_meets(pages, browser):
    """An eighth of the pages in each dress of the sample; `make sweep` looks at all pages in all dresses."""
    addresses = list(pages.values())
    found = [check(browser, dress, addresses[number % 8 :: 8]) for number, dress in enumerate(pairs())]
    assert [str(violation) for violations in found for violation in violations] == []


def test_axe_finds_nothing_in_the_open_photo_viewer(pages, page):
    page.goto(pages["article"])
    page.locator("a[data-photo]").first.click()
    page.locator("dialog[open]").wait_for()
    assert faults(page, RULES) == {}


def test_every_control_outside_running_text_is_large_enough_for_a_finger(pages, page):
    page.set_viewport_size({"width": 360, "height": 800})
    for address in pages.values():
        page.goto(address)
        assert page.evaluate(SMALL) == [], address


# Links inside a sentence, and the one link that stretches over its card, are exempt (WCAG 2.5.5).
SMALL = """() => [...document.querySelectorAll("button, summary, input:not([type=hidden]), select, nav a")]
  .filter((control) => control.getClientRects().length && !control.closest(".breadcrumb, .hidden, dialog:not([open])"))
  .map((control) => [control, (control.closest("label") || control).getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.5 || box.width < 24)
  .map(([control, box]) => `${control.outerHTML.slice(0, 90)} ${Math.round(box.width)}x${Math.round(box.height)}`)"""


def test_what_has_the_focus_shows_it_with_a_ring_of_three_pixels(pages, page):
    page.goto(pages["article"])
    for _step in range(12):
        page.keyboard.press("Tab")
        ring = page.evaluate(
            "() => { const own = getComputedStyle(document.activeElement);"
            " return [own.outlineStyle, parseFloat(own.outlineWidth)]; }"
        )
        assert ring == ["solid", 3]


def test_an_article_without_its_pictures_weighs_less_than_sixty_kilobytes(pages, page):
    sizes = {}

    def weigh(response):
        if response.request.resource_type in ("document", "stylesheet", "script"):
            # A page is compressed while a reader waits, a file once for all.
            quality = 5 if response.request.resource_type == "document" else 11
            sizes[response.url] = len(brotli.compress(response.body(), quality=quality))

    page.on("response", weigh)
    page.goto(pages["article"], wait_until="networkidle")
    assert sum(sizes.values()) < 60_000
    entry = {url: size for url, size in sizes.items() if url.endswith((".css", ".js"))}
    assert sum(entry.values()) < 12_000, entry
