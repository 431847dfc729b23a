"""No page is wider than its window: at 320 px with the largest letters, and with the browser's own text at 200 %."""

import pytest

from tests.browser import newspaper
from tests.browser.test_accessible_pages import dressed

pytestmark = pytest.mark.django_db(transaction=True)

WIDER = """() => {
  const room = document.documentElement.clientWidth + 1;
  const out = [...document.body.querySelectorAll("*")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width && box.right > room && !element.closest(".hidden, .skip, table");
  });
  return document.documentElement.scrollWidth > room || out.length ? out.map((element) => element.outerHTML.slice(0, 90)) : null;
}"""
DOUBLED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("html { font-size: 200% !important }");
  document.adoptedStyleSheets = [sheet];
}"""


@pytest.fixture
def pages(live_server):
    return {kind: live_server.url + path for kind, path in newspaper.fill().items()}


# Width of the window, size of letters.
LOOKS = ((320, "2"), (320, "4"), (320, "6"), (768, "6"))


def test_every_page_fits_a_phone_and_a_tablet_at_every_size_of_letters(pages, new_context):
    """Opened with the cookie of the largest letters; the other sizes are put on as the page itself does it."""
    context = new_context(viewport={"width": 320, "height": 640})
    dressed(context, pages["home"], size="6")
    page, found = context.new_page(), {}
    for kind, address in pages.items():
        page.goto(address)
        assert page.evaluate("document.documentElement.dataset.size") == "6"
        for width, size in LOOKS:
            page.set_viewport_size({"width": width, "height": 640})
            page.evaluate("(size) => { document.documentElement.dataset.size = size }", size)
            if elements := page.evaluate(WIDER):
                found[kind, width, size] = elements
    assert found == {}


def test_every_page_fits_a_phone_whose_own_text_is_doubled(pages, new_context):
    page, found = new_context(viewport={"width": 360, "height": 640}).new_page(), {}
    for kind, address in pages.items():
        page.goto(address)
        page.evaluate(DOUBLED)
        if elements := page.evaluate(WIDER):
            found[kind] = elements
    assert found == {}


def test_a_line_of_the_article_holds_at_most_eighty_characters(pages, page):
    for width in (360, 768, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(pages["article"])
        longest = page.evaluate(LONGEST)
        assert 0 < longest <= 80, width


# Characters of each line of the first paragraphs, counted where the drawn text begins a new line.
LONGEST = """() => Math.max(...[...document.querySelectorAll(".prose p")].slice(0, 3).map((paragraph) => {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT), range = document.createRange(), lines = new Map();
  while (walker.nextNode()) for (let at = 0; at < walker.currentNode.length; at++) {
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + 1);
    const line = Math.round(range.getBoundingClientRect().bottom / 8);
    lines.set(line, (lines.get(line) || 0) + 1);
  }
  return Math.max(...lines.values());
}))"""


def test_stacked_marks_in_capitals_do_not_touch_the_line_above(pages, page):
    """A title of several lines in capitals: the highest ink of a line stays below the lowest ink of the line above."""
    page.goto(pages["article"])
    room = page.evaluate(ROOM)
    assert room >= 0


# Measured with the font itself, at the size of the heading: its line, less the ink above the baseline and below it, in px.
ROOM = """async () => {
  const own = getComputedStyle(document.querySelector("h1")), pen = document.createElement("canvas").getContext("2d");
  pen.font = `${own.fontWeight} ${own.fontSize} "Be Vietnam Pro"`;
  await document.fonts.load(pen.font, "Ể");
  const above = pen.measureText("ỂỖỮẾỐ").actualBoundingBoxAscent, below = pen.measureText("ỢỰẬỆgy").actualBoundingBoxDescent;
  return parseFloat(own.lineHeight) - above - below;
}"""
