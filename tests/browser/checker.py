"""axe in an open page: only what it finds is carried out of the page, for all that it passed is long to write down."""

import json

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# The rules of staff pages: WCAG 2.2, A and AA. Readers' pages have AAA too (tests/sweep/axe.py).
STAFF = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
    # Else it fetches every style sheet again, for a rule that is not among these.
    "preload": False,
}
# Those and the good habits that no criterion asks for.
EVERY = {"resultTypes": ["violations"], "preload": False}
# What another colour can break: every other rule looks at what stands in the page, which no theme touches.
OF_COLOUR = ["color-contrast", "link-in-text-block"]
ENHANCED = "color-contrast-enhanced"

RUN = """(rules) => axe.run(%s, rules).then(({ violations }) => Object.fromEntries(
  violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])))"""


def faults(page: Page, rules: dict = STAFF, within: str = "") -> dict[str, list[str]]:
    """{rule: the elements that break it}, in the whole page or in what the selector `within` names."""
    return page.evaluate(f"{AXE_SCRIPT}; {RUN % _place(within)}", rules)


def faults_in_another_colour(page: Page, rules: dict = STAFF, within: str = "") -> dict[str, list[str]]:
    """The same of a page that `faults` has found clean, now that it shows another theme and was not left in between."""
    enhanced = rules.get("rules", {}).get(ENHANCED, {}).get("enabled")
    chosen = {"runOnly": [*OF_COLOUR, ENHANCED] if enhanced else OF_COLOUR, "preload": False}
    return page.evaluate(RUN % _place(within), chosen)


def faults_by_day_and_night(page: Page, rules: dict = STAFF) -> dict[str, list[str]]:
    """{"light rule": elements} and {"dark rule": elements} of the page on a light and on a dark device."""
    page.emulate_media(color_scheme="light")
    found = {f"light {rule}": nodes for rule, nodes in faults(page, rules).items()}
    page.emulate_media(color_scheme="dark")
    return found | {f"dark {rule}": nodes for rule, nodes in faults_in_another_colour(page, rules).items()}


def _place(within: str) -> str:
    return json.dumps(within) if within else "document"
