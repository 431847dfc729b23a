"""Tracked changes: counted as places that a person sees, and settled in the tree before anything is read."""

from collections.abc import Iterable

from news.importing.readers.word.xml import w

_ADDED = (w("ins"), w("moveTo"))
_REMOVED = (w("del"), w("moveFrom"))
_MARKERS = tuple(
    w(name) for name in ("bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart", "commentRangeEnd")
)


def count(roots: Iterable) -> int:
    """Places changed. A word replaced by another is one place, though Word keeps it as two elements."""
    return sum(not _follows_change(element) for root in roots for element in root.iter(*_ADDED, *_REMOVED))


def _follows_change(element) -> bool:
    before = element.getprevious()
    while before is not None and before.tag in _MARKERS:
        before = before.getprevious()
    return before is not None and before.tag in (*_ADDED, *_REMOVED)


def settle(root, *, accept: bool) -> None:
    """Make the tree what it is after accepting or rejecting every change."""
    gone, stays = (_REMOVED, _ADDED) if accept else (_ADDED, _REMOVED)
    _join_paragraphs(root, gone)
    _drop_rows(root, gone)
    for element in list(root.iter(*gone)):
        if element.getparent() is not None:
            element.getparent().remove(element)
    for element in list(root.iter(*stays)):
        _unwrap(element)
    for deleted in root.iter(w("delText")):
        deleted.tag = w("t")


def _join_paragraphs(root, gone: tuple) -> None:
    """A paragraph whose mark is gone runs on into the next one."""
    for mark in [mark for kind in gone for mark in root.iter(kind)]:
        properties = mark.getparent().getparent() if mark.getparent().tag == w("rPr") else None
        if properties is None or properties.tag != w("pPr"):
            continue
        paragraph = properties.getparent()
        following = paragraph.getnext()
        if following is None or following.tag != w("p"):
            continue
        kept = [child for child in paragraph if child.tag != w("pPr")]
        at = 1 if following.find(w("pPr")) is not None else 0
        following[at:at] = kept
        paragraph.getparent().remove(paragraph)


def _drop_rows(root, gone: tuple) -> None:
    for row in list(root.iter(w("tr"))):
        properties = row.find(w("trPr"))
        if properties is not None and any(properties.find(kind) is not None for kind in gone):
            row.getparent().remove(row)


def _unwrap(element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    parent[at : at + 1] = list(element)
