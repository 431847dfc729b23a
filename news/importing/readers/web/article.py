"""Where on a page the article stands: where its makers say so, else where the paragraphs are."""

import re

from lxml import html

# Boxes of article bodies: schema.org, HTML itself, NukeViet, Liferay, SharePoint, WordPress.
_BODIES = (
    "//*[@itemprop='articleBody']",
    "//*[@id='news-bodyhtml']",
    "//*[contains(concat(' ', @class, ' '), ' journal-content-article ')]",
    "//*[contains(concat(' ', @class, ' '), ' ms-rtestate-field ')]",
    "//*[contains(concat(' ', @class, ' '), ' entry-content ')]",
    "//article",
    "//main",
    "//*[@role='main']",
)
_BOXES = ("div", "td", "section", "article", "main", "body", "form", "blockquote")
_TITLES = ("h1", "h2", "h3")
SHORTEST = 200


def parts(root) -> list:
    """Elements to read in order: the box that holds title and text, or the title apart and then the text's box."""
    body = _declared(root) if _declared(root) is not None else _densest(root)
    if body is None:
        return [root]
    title = _title_above(root, body)
    if title is None:
        return [body]
    together = next(box for box in title.iterancestors() if box is body or box in set(body.iterancestors()))
    if _weight(together) <= 1.6 * _weight(body) + 300:
        return [together]
    return [title, *_dates_between(title, together), body]


def _declared(root):
    for path in _BODIES:
        found = [box for box in root.xpath(path) if _weight(box) >= SHORTEST]
        if found:
            return max(found, key=_weight)
    return None


def _densest(root):
    """The box with the most words in paragraphs of its own."""
    boxes = list(root.iter(*_BOXES))
    best = max(boxes, key=_own_words, default=None)
    return best if best is not None and _own_words(best) > 0 else None


def _own_words(box) -> int:
    own = len((box.text or "").strip()) + sum(len((child.tail or "").strip()) for child in box)
    inside = (
        child
        for child in box
        if child.tag in ("p", "span", "ul", "ol", "blockquote", "figure", "center", "font")
    )
    return own + sum(_weight(child) for child in inside)


def _weight(element) -> int:
    """Words outside of links, as a length."""
    linked = sum(len(link.text_content()) for link in element.iter("a"))
    return max(0, len(element.text_content().strip()) - linked)


def _title_above(root, body):
    """The heading that the page gives the article: inside its box or the nearest one before it."""
    inside = next((heading for heading in body.iter("h1") if heading.text_content().strip()), None)
    if inside is not None:
        return None
    seen = None
    for element in root.iter(*_TITLES, body.tag):
        if element is body:
            break
        if element.tag in _TITLES and len(element.text_content().split()) >= 4:
            seen = element if seen is None or element.tag <= seen.tag else seen
    return seen


def _dates_between(title, together) -> list:
    """Short boxes with a date between the title and the text."""
    found = []
    for element in together.iter("span", "div", "p", "time", "li"):
        text = " ".join(element.text_content().split())
        if len(text) < 80 and re.search(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}", text) and element not in title:
            found.append(html.fragment_fromstring(f"<p>{re.sub('[<>&]', ' ', text)}</p>"))
            break
    return found
