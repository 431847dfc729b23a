"""An article of a small newsroom, opened in the way each criterion asks; `spoil` puts a fault into an open page."""

import pytest

from tests.browser import newspaper
from tests.browser.reading import VOICES


@pytest.fixture
def addresses(live_server):
    return {kind: live_server.url + path for kind, path in newspaper.fill().items()}


@pytest.fixture
def opened(new_context, addresses):
    """`opened(kind="article", listening=False, **context)`: a page with scripted voices that speak until told to stop."""

    def open_page(kind="article", listening=False, size="2", **context):
        context = new_context(**{"viewport": {"width": 1280, "height": 800}} | context)
        context.add_init_script("window.voicePlan = {hold: true};" + VOICES)
        context.add_init_script(COUNTS)
        if size != "2":
            context.add_cookies([{"name": "reader", "value": f"size.{size}", "url": addresses[kind]}])
        page = context.new_page()
        page.goto(addresses[kind])
        if listening:
            page.get_by_role("button", name="Nghe bài viết", exact=True).click()
            page.wait_for_selector(".player")
        return page

    return open_page


# What nobody may do before a press: sound. Counted, and not done.
COUNTS = """
window.sounds = 0;
HTMLMediaElement.prototype.play = function () { window.sounds += 1; return Promise.resolve(); };
"""


@pytest.fixture
def spoil():
    def spoil_page(page, css="", script=""):
        """Adopted sheets stand under the strict policy of the page, as a reader's own styles do."""
        if css:
            page.evaluate(
                "(css) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
                " document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; }",
                css,
            )
        if script:
            page.evaluate(script)
        return page

    return spoil_page
