"""How far a page moves while it arrives: letters of its own family and pictures late, in every size and theme, on a telephone and a desk.

With scripts the browser counts by itself (layout-shift). Without, nothing in the page can ask it, so places of all elements are
compared before and after, and the same figure is made of them: the share of the window touched, times how far, at the worst.
"""

import time
from contextlib import contextmanager
from itertools import product

from playwright.sync_api import Browser, Page

from accessibility.preferences import CHOICES, COOKIE, serialise

LIMIT = 0.01
TELEPHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
NAMES = ("site:home", "site:category", "site:article")
# Families that are fetched only for who chose them (static/css/reading-fonts.css).
CHOSEN = ("lexend", "andika")
# Letters and pictures.
LATE = ("**/fonts/**", "**/anh/**")
COUNT = """
window.shifted = [];
new PerformanceObserver((list) => list.getEntries().forEach((entry) => shifted.push([entry.value,
  entry.sources.map((source) => source.node?.parentElement?.outerHTML.slice(0, 90) ?? "").join(" | ")])))
  .observe({ type: "layout-shift", buffered: true });
"""
PLACES = """() => [...document.querySelectorAll("body *")].map((element) => {
  const box = element.checkVisibility() ? element.getBoundingClientRect() : { left: 0, top: 0, width: 0, height: 0 };
  return [box.left, box.top, box.width, box.height];
})"""
STYLED = """() => document.body && [...document.querySelectorAll("link[rel=stylesheet]")].every((link) => link.sheet)
  && document.querySelector(".footer") !== null"""


class Late:
    """Requests of a page that wait until they are let go, so that what they bring comes late."""

    def __init__(self, page: Page, *patterns: str):
        self.waiting, self.open = [], False
        for pattern in patterns:
            page.route(pattern, self._hold)

    def _hold(self, route):
        if self.open:
            route.continue_()
        else:
            self.waiting.append(route)

    def let_go(self):
        self.open = True
        for route in self.waiting:
            route.continue_()


@contextmanager
def reader(browser: Browser, site: str, window: dict, scripts: bool, **choices):
    """A page of somebody who comes for the first time, nothing kept from before, with these choices."""
    context = browser.new_context(viewport=window, java_script_enabled=scripts, locale="vi-VN")
    if value := serialise(choices):
        context.add_cookies([{"name": COOKIE, "value": value, "url": f"{site}/"}])
    context.add_init_script(COUNT)
    yield context.new_page()
    context.close()


def arrive(page: Page, address: str, scripts: bool) -> tuple[float, str]:
    """The figure (0 is still; good is below 0.1, ours below LIMIT), and what moved most."""
    late = Late(page, *LATE)
    page.goto(address, wait_until="commit")
    until(page, STYLED)
    page.wait_for_timeout(120)
    before = page.evaluate(PLACES)
    late.let_go()
    page.wait_for_load_state()
    page.wait_for_timeout(200)
    if scripts:
        told = page.evaluate("window.shifted")
        return sum(value for value, _ in told), max(told, default=(0, ""))[1]
    return moved(before, page.evaluate(PLACES), page.viewport_size), ""


def moved(before: list, after: list, window: dict) -> float:
    """Of places `[left, top, width, height]`, one for each element in the same order."""
    width, height = window["width"], window["height"]
    pairs = [(one, other) for one, other in zip(before, after, strict=True) if one[2] and other[2]]
    pairs = [pair for pair in pairs if any(_seen(box, width, height) for box in pair) and _way(pair) > 3]
    if not pairs:
        return 0.0
    top = max(0, min(min(one[1], other[1]) for one, other in pairs))
    bottom = min(height, max(max(one[1] + one[3], other[1] + other[3]) for one, other in pairs))
    return (bottom - top) / height * max(map(_way, pairs)) / max(width, height)


def _seen(box: list, width: int, height: int) -> bool:
    left, top, wide, high = box
    return left < width and top < height and left + wide > 0 and top + high > 0


def _way(pair: tuple) -> float:
    return max(abs(pair[0][0] - pair[1][0]), abs(pair[0][1] - pair[1][1]))


def until(page: Page, condition: str, seconds: float = 10) -> None:
    """Until the script says true; asked again and again, because without scripts a page keeps no promise."""
    end = time.monotonic() + seconds
    while not page.evaluate(condition):
        if time.monotonic() > end:
            raise TimeoutError(condition)
        page.wait_for_timeout(20)


def run(browser: Browser, site: str, paths: dict[str, str]) -> dict:
    """`{loads, highest, chosen, over, found}`: each size, each theme, each family of letters, with and without scripts.

    `chosen` is the highest figure in a family that the reader chose, when its files come late: they are in the browser's cache since
    the page where they were chosen, which cannot be shown here, so it is told and is no fault.
    """
    # Colours move nothing, so every theme comes with one size and not with all.
    themes = CHOICES["theme"]
    looks = [{"size": size, "theme": themes[at % len(themes)]} for at, size in enumerate(CHOICES["size"])]
    looks += [{"size": size, "font": font} for size, font in zip("246", CHOICES["font"][2:], strict=True)]
    addresses = [paths[name] for name in NAMES if name in paths]
    found, highest, chosen, loads = [], 0.0, 0.0, 0
    for path, window, scripts, look in product(addresses, (TELEPHONE, DESK), (True, False), looks):
        with reader(browser, site, window, scripts, **look) as page:
            figure, what = arrive(page, site + path, scripts)
        loads += 1
        if "font" in look and look["font"] in CHOSEN:
            chosen = max(chosen, figure)
            continue
        highest = max(highest, figure)
        if figure >= LIMIT:
            found.append(
                f"{path} at {window['width']} px, {look}, scripts {scripts}: moves by {figure:.3f} {what}"
            )
    figures = {"highest": round(highest, 4), "chosen": round(chosen, 4)}
    return {"loads": loads, **figures, "over": len(found), "found": found}
