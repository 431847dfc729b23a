"""What surrounds an article on a page: menus, breadcrumbs, share rows, counters, lists of other news."""

import re

from news.extraction.furniture import opens_rest

_TAGS = (
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "nav", "footer", "aside",
    "audio", "video", "input", "button", "select", "textarea", "label", "map", "dialog", "link", "meta", "title",
)  # fmt: skip
_ROLES = {
    "navigation",
    "banner",
    "contentinfo",
    "complementary",
    "search",
    "menu",
    "menubar",
    "dialog",
    "toolbar",
}
# Parts of class names and ids, as NukeViet, Liferay, SharePoint, WordPress and home-made portals name them.
_NAMES = {
    "crumb", "sharing", "addthis", "related", "lienquan", "menu", "nav", "navbar", "navigation", "sidebar", "footer",
    "toolbar", "pagination", "pager", "cookie", "banner", "advert", "ads", "counter", "rating", "vote", "othernews", "tinkhac",
    "hitcounter", "viewcount", "printbutton", "skiplink",
}  # fmt: skip
_BEGINNINGS = ("breadcrumb", "social", "share", "comment")
_PAIRS = re.compile(
    r"tin[-_]?(?:lien[-_]?quan|khac|cu[-_]?hon|moi[-_]?hon)|(?:other|more|related|relate)[-_]?(?:news|posts|articles)"
    r"|news[-_]?(?:other|related)|luot[-_]?(?:xem|truy)|font[-_]?size|skip[-_]?(?:link|to)|visually[-_]?hidden|sr[-_]?only|screen[-_]?reader"
    r"|back[-_]?to[-_]?top",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LISTS = ("ul", "ol", "div", "section", "table", "dl")
# An element with this share of all words is the page itself, whatever it is called.
MOST = 0.5


def drop(root) -> None:
    """Remove from the tree all that is not the article's, as far as names, roles and links tell."""
    drop_code(root)
    words = _length(root)
    for element in list(root.iter("*")):
        if element.getparent() is None or element.tag in ("html", "body"):
            continue
        if _is_junk(element) and _length(element) < words * MOST and not _holds_title(element):
            _remove(element)
    _drop_link_lists(root)
    _drop_rest(root)


def drop_code(root) -> None:
    """Scripts, styles, frames, forms: what is no text at all."""
    for element in list(root.iter(*_TAGS)):
        _remove(element)


def _is_junk(element) -> bool:
    if element.get("role", "").lower() in _ROLES or element.get("hidden") is not None:
        return True
    if element.tag == "fieldset" or _HIDDEN.search(element.get("style", "")):
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}"
    pieces = re.split(r"[^a-z]+", re.sub(r"([a-z])([A-Z])", r"\1 \2", names).lower())
    begun = any(piece.startswith(_BEGINNINGS) for piece in pieces)
    return bool(begun or _NAMES.intersection(pieces) or _PAIRS.search(names))


def _holds_title(element) -> bool:
    return next(element.iter("h1"), None) is not None


def _drop_link_lists(root) -> None:
    """Lists that are hardly more than links: menus without a name, other news."""
    for element in reversed(list(root.iter(*_LISTS))):
        links = list(element.iter("a"))
        if len(links) < 3 or _holds_title(element):
            continue
        linked, words = sum(map(_length, links)), _length(element)
        pictures = sum(1 for _ in element.iter("img"))
        if words and linked > 0.7 * words and not (pictures and words < 40):
            _remove(element)


def _drop_rest(root) -> None:
    """ "Tin liên quan" as a heading, and what stands below it in the same box."""
    for element in list(root.iter("h2", "h3", "h4", "h5", "p", "div", "strong", "span", "b")):
        text = " ".join(element.text_content().split())
        if text and len(text) < 60 and opens_rest(text):
            for after in list(element.itersiblings()):
                if _length(after) < 2000:
                    _remove(after)
            _remove(element)


def _length(element) -> int:
    return len("".join(element.itertext()).strip())


def _remove(element) -> None:
    """Take the element out; the words after it stay."""
    if element.getparent() is not None:
        element.drop_tree()
