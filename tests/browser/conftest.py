"""Pages that hold nothing but the reader (`site`), and the same with scripted voices (`speaking`)."""

import pytest

from tests.browser.reading import VOICES


@pytest.fixture
def site(live_server):
    """Address of the pages; the server is not told to insist on https."""
    return live_server.url


@pytest.fixture
def speaking(new_context, site):
    """Opens an article with scripted voices; `said(page)` tells what they were asked to say."""

    def open_page(path="/bai/1/", **options):
        context = new_context(**options.pop("context", {}))
        context.add_init_script(
            f"window.voicePlan = {options!r};".replace("True", "true").replace("False", "false") + VOICES
        )
        page = context.new_page()
        page.goto(f"{site}{path}")
        return page

    return open_page
