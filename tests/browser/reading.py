"""What the tests of the reader share: scripted voices, and how the marks are read."""

from pathlib import Path

VOICES = Path(__file__).with_name("voices.js").read_text()
MARKED = (
    "() => { const [range] = CSS.highlights.get('sentence') ?? []; return range ? range.toString() : null }"
)
# Whatever was about to be drawn, or asked for because it is drawn, is.
TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
WORD = "() => { const [range] = CSS.highlights.get('word') ?? []; return range ? range.toString() : null }"


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def said(page):
    return page.evaluate("window.spoken")
