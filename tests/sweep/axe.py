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
    addresses = list(addresses)
    host = urlsplit(addresses[0])
    with looking(browser, f"{host.scheme}://{host.netloc}") as look:
        look.put_on(dress)
        return [violation for address in addresses for violation in look.at(address)]


class Looker:
    """One page that changes its dress and goes on: a new context for each would load and compile everything again."""

    def __init__(self, page: Page, site: str):
        self.page, self.site, self.dress = page, site, Dress()
        self.switch = page.context.new_cdp_session(page)
        # Handed over once. Where scripts are off it does not run by itself, and is handed over again for each page.
        self.script = Axe().axe_script
        page.add_init_script(self.script)

    def put_on(self, dress: Dress) -> None:
        self.dress = dress
        self.page.set_viewport_size(dress.context["viewport"])
        self.page.context.clear_cookies()
        if dress.cookie:
            self.page.context.add_cookies([{"name": COOKIE, "value": dress.cookie, "url": f"{self.site}/"}])

    def at(
        self, address: str, media: str = "screen", sent: str | None = None, html: str = ""
    ) -> list[Violation]:
        """What axe finds on the page; see kinds.Kind for `media`, `sent` and `html`."""
        rest = {"forced_colors": "none", "reduced_motion": "no-preference"} | self.dress.device
        self.page.emulate_media(media=media, **rest)
        with self._answering(address, sent, html):
            self._go(address)
        script = "" if self.dress.scripts else self.script
        told = self.page.evaluate(f"{script}; (rules) => axe.run(document, rules).then({FOUND})", RULES)
        dress = f"{self.dress}, {media}" if media != "screen" else str(self.dress)
        return [Violation(address, dress, *row) for row in told]

    def _go(self, address: str) -> None:
        """Without scripts none of the page's own run; see `visit`."""
        self.switch.send("Emulation.setScriptExecutionDisabled", {"value": not self.dress.scripts})
        self.page.goto(address)
        if not self.dress.scripts:
            self.switch.send("Emulation.setScriptExecutionDisabled", {"value": False})

    @contextmanager
    def _answering(self, address: str, sent: str | None, html: str) -> Iterator[None]:
        """Only where it is needed: while requests are looked at, the browser keeps nothing."""
        if sent is None and not html:
            yield
            return
        form = {"content-type": "application/x-www-form-urlencoded"}

        def answer(route):
            if html:
                route.fulfill(body=html, content_type="text/html; charset=utf-8")
            else:
                route.continue_(method="POST", post_data=sent, headers=route.request.headers | form)

        self.page.route(address, answer)
        yield
        self.page.unroute(address, answer)


# Only what is told is carried out of the page.
FOUND = "({violations}) => violations.map(({id, nodes}) => [id, nodes.length, nodes[0].html])"


@contextmanager
def looking(browser: Browser, site: str) -> Iterator[Looker]:
    """`site` ends without a slash."""
    context = browser.new_context(locale="vi-VN")
    yield Looker(context.new_page(), site)
    context.close()
