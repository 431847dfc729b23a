"""`python -m tests.pictures [ADDRESS]`: pictures of one page of each kind, for a person to look at, in var/pictures/;
`python -m tests.pictures --admin`: those of the newsroom for the guide (tests/pictures_admin.py).

Of a running portal, or of one of its own with the demo content. Not a test: nothing here can fail but the portal.
"""

import itertools
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from accessibility.preferences import COOKIE, serialise
from tests import chromium, pictures_admin
from tests.processes import ROOT, running_portal
from tests.sweep.pages import crawl, kind

FOLDER = ROOT / "var" / "pictures"
WIDTHS = (360, 768, 1280, 1920)
# Beyond the widths in the usual clothes: (width, theme, size, what the browser is told besides).
DRESSES = (
    *((width, "light", "2", {}) for width in WIDTHS),
    *(
        (width, theme, "2", {})
        for theme, width in itertools.product(("paper", "dark", "contrast"), (360, 1280))
    ),
    (320, "light", "6", {}),
    (1280, "light", "6", {}),
    (1280, "light", "4", {}),
    (1280, "light", "1", {}),
    (1280, "device", "2", {"forced_colors": "active"}),
    (1280, "light", "2", {"java_script_enabled": False}),
)


# Pictures below the first view load when they are scrolled to, and a whole-page picture scrolls nowhere.
ALL_IMAGES = """async () => {
  for (const image of document.images) image.loading = "eager";
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
}"""


def one_of_each_kind(site: str) -> Iterator[tuple[str, str]]:
    """`(name, address)` of the first page found of each kind; the name can be a file's."""
    seen = set()
    for page in crawl(site):
        shape = kind(page.address)
        if shape not in seen:
            seen.add(shape)
            name = shape.removesuffix("?").replace("*", "x").strip("/").replace("/", "_") or "home"
            yield (f"{name}-query" if shape.endswith("?") else name), page.address


def take(browser: Browser, name: str, address: str, dresses=DRESSES) -> None:
    host = "{0.scheme}://{0.netloc}/".format(urlsplit(address))
    for width, theme, size, told in dresses:
        context = browser.new_context(viewport={"width": width, "height": 900}, locale="vi-VN", **told)
        if value := serialise({"theme": theme, "size": size}):
            context.add_cookies([{"name": COOKIE, "value": value, "url": host}])
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        if told.get("java_script_enabled", True):
            page.evaluate(ALL_IMAGES)
        extra = "".join(f"-{word}" for word in told)
        page.screenshot(path=FOLDER / f"{name}-{width}-{theme}-{size}{extra}.png", full_page=True)
        context.close()


def print_out(browser: Browser, name: str, address: str) -> None:
    page = browser.new_page()
    page.goto(address, wait_until="networkidle")
    page.evaluate(ALL_IMAGES)
    page.pdf(path=FOLDER / f"{name}-print.pdf", format="A4")
    page.close()


def take_all(site: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    chosen = chromium.choose()
    path = {} if chosen == chromium.OWN_BUILD else {"executable_path": chosen}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(args=chromium.flags(), **path)
        for name, address in one_of_each_kind(site):
            take(browser, name, address)
            print_out(browser, name, address)
            print(name, address)
        browser.close()


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--admin"]:
        pictures_admin.main(arguments[1:])
        return
    if arguments:
        take_all(arguments[0].rstrip("/"))
        return
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "static").symlink_to(ROOT / "var" / "static")
        with running_portal(Path(folder), DEMO="1") as portal:
            take_all(portal.address)


if __name__ == "__main__":
    main(sys.argv[1:])
