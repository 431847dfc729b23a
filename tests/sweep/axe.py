"""Axe over pages of a running server, however they are dressed (tests/sweep/dresses.py)."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from accessibility.preferences import COOKIE
from tests import chromium
from tests.sweep.dresses import Dress

# WCAG 2.0 to 2.2: A, AA and AAA.
TAGS = [
    "wcag2a",
    "wcag2aa",
    "wcag2aaa",
    "wcag21a",
    "wcag21aa",
    "wcag21aaa",
    "wcag22a",
    "wcag22aa",
    "wcag22aaa",
]
RULES = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


@dataclass(frozen=True)
class Violation:
    """A rule that a page breaks, in which dress, and the first element that breaks it."""

    address: str
    dress: str
    rule: str
    elements: int
    first: str

    def __str__(self) -> str:
        return f"{self.address} ({self.dress}): {self.rule}, {self.elements} elements, first {self.first!r}"


@contextmanager
def chromium_browser() -> Iterator[Browser]:
    """Raises RuntimeError when there is no Chromium."""
    chosen = chromium.choose()
    if chosen == chromium.NONE:
        raise RuntimeError(chromium.describe(chosen))
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    path = {} if chosen == chromium.OWN_BUILD else {"executable_path": chosen}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(args=chromium.flags(), **path)
        yield browser
        browser.close()


def version() -> str:
    """Of the axe rules."""
    with chromium_browser() as browser:
        page = browser.new_page()
        return Axe().run(page).response["testEngine"]["version"]


def visit(page: Page, address: str, scripts: bool) -> None:
    """Open the page; without `scripts` none of its own run and its <noscript> parts count.

    The switch is turned back once the page has loaded: axe waits for promises, which in a context with JavaScript
    disabled are never kept, and would hang.
    """
    switch = page.context.new_cdp_session(page)
    switch.send("Emulation.setScriptExecutionDisabled", {"value": not scripts})
    page.goto(address)
    switch.send("Emulation.setScriptExecutionDisabled", {"value": False})
    switch.detach()


def check(browser: Browser, dress: Dress, addresses: Iterable[str]) -> list[Violation]:
    """Every violation on the pages in one dress."""
    addresses, found = list(addresses), []
    context = browser.new_context(**dress.context)
    host = urlsplit(addresses[0])
    if dress.cookie:
        context.add_cookies(
            [{"name": COOKIE, "value": dress.cookie, "url": f"{host.scheme}://{host.netloc}/"}]
        )
    page = context.new_page()
    for address in addresses:
        visit(page, address, dress.scripts)
        for broken in Axe().run(page, options=RULES).response["violations"]:
            first = broken["nodes"][0]["html"]
            found.append(Violation(address, str(dress), broken["id"], len(broken["nodes"]), first))
    context.close()
    return found
