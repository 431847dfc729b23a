"""Axe over pages of a running server, in every theme, with the page's scripts and without."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from accessibility.preferences import CHOICES, COOKIE, serialise
from tests import chromium

# WCAG 2.0 to 2.2, A and AA, and the stricter contrast of 1.4.6.
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations"],
}


@dataclass(frozen=True)
class Violation:
    """A rule that a page breaks, under which theme, and the first element that breaks it."""

    address: str
    theme: str
    scripts: bool
    rule: str
    elements: int
    first: str

    def __str__(self) -> str:
        scripts = "with scripts" if self.scripts else "without scripts"
        return f"{self.address} ({self.theme}, {scripts}): {self.rule}, {self.elements} elements, first {self.first!r}"


def check(addresses: Iterable[str]) -> list[Violation]:
    """Every violation on all the pages. Raises RuntimeError when there is no Chromium."""
    chosen = chromium.choose()
    if chosen == chromium.NONE:
        raise RuntimeError(chromium.describe(chosen))
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    path = {} if chosen == chromium.OWN_BUILD else {"executable_path": chosen}
    addresses, found = list(addresses), []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(args=chromium.flags(), **path)
        for theme in CHOICES["theme"]:
            for scripts in (True, False):
                found += _under(browser, theme, scripts, addresses)
        browser.close()
    return found


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


def _under(browser: Browser, theme: str, scripts: bool, addresses: list[str]) -> list[Violation]:
    context = browser.new_context(locale="vi-VN")
    host = urlsplit(addresses[0])
    if value := serialise({"theme": theme}):
        context.add_cookies([{"name": COOKIE, "value": value, "url": f"{host.scheme}://{host.netloc}/"}])
    page, found = context.new_page(), []
    for address in addresses:
        visit(page, address, scripts)
        for broken in Axe().run(page, options=RULES).response["violations"]:
            first = broken["nodes"][0]["html"]
            found.append(Violation(address, theme, scripts, broken["id"], len(broken["nodes"]), first))
    context.close()
    return found
