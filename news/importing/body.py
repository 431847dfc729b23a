"""The draft's body: paragraphs as the extractor found them, lists, tables and headings as the file declares them."""

import re
from itertools import groupby

from django.utils.translation import gettext as _

from news.extraction.findings import Findings
from news.extraction.furniture import is_furniture, opens_rest
from news.importing.pairing import Plate
from news.importing.readers.source import Line, Source

# Typed by hand before an item; the list draws its own.
_BULLET = re.compile(r"^[-–—•●○▪*+]\s+")


def html_of(found: Findings, source: Source, plates: list[Plate], left: list[int]) -> str:
    """`left` are lines of captions without a photo: they stay in the text. Photos below the last words stand nowhere
    in the body: they are the photo section."""
    alone = set(left)
    kept = _kept(found, source, plates, left)
    last = max(kept - alone, default=-1)
    marks: dict[int, list[str]] = {}
    for number, plate in enumerate(plates, 1):
        if plate.line is not None and plate.line < last:
            marks.setdefault(plate.line, []).append(f"[[ảnh {number}]]")
    pieces: list[str | Line] = [f"<p>{mark}</p>" for mark in marks.pop(-1, [])]
    for n, line in enumerate(source.lines):
        if n in kept:
            pieces.append(f"<p><em>{line.markup()}</em></p>" if n in alone else line)
        pieces += [f"<p>{mark}</p>" for mark in marks.get(n, [])]
    return "\n".join([*_blocks(pieces, found, source), *_notes(source.notes)])


def _kept(found: Findings, source: Source, plates: list[Plate], left: list[int]) -> set[int]:
    line_of = source.finder()
    kept = {line_of(row.start) for row in found.paragraphs if not row.is_lead} | set(left)
    single = (found.title, found.lead, found.photo_heading, found.byline)
    taken = {line_of(row.start) for row in single if row}
    taken |= {plate.caption for plate in plates if plate.caption is not None}
    kept = (kept | _declared(found, source)) - taken
    for n in sorted(kept, reverse=True):
        if source.lines[n].part != "heading":
            break
        kept.remove(n)  # a heading with nothing below it heads nothing: it signs the page
    return kept


def _declared(found: Findings, source: Source) -> set[int]:
    """Headings, items and table rows below the title, as far as the article goes."""
    first = source.finder()(found.title.start) if found.title else -1
    declared = set()
    for n, line in enumerate(source.lines[first + 1 :], first + 1):
        if opens_rest(line.text):
            break
        if line.part == "row" or (line.part in ("heading", "item") and not is_furniture(line.text)):
            declared.add(n)
    return declared


def _items_of_words(found: Findings, source: Source) -> set[int]:
    """Indexes of plain lines that the extractor reads as lines of a list."""
    line_of = source.finder()
    return {line_of(row.start) for row in found.paragraphs if row.is_item}


def _blocks(pieces: list, found: Findings, source: Source):
    worded = {id(source.lines[n]) for n in _items_of_words(found, source)}

    def shape(piece) -> str:
        if isinstance(piece, str):
            return "done"
        return (
            "item" if piece.part == "item" or (piece.part == "plain" and id(piece) in worded) else piece.part
        )

    for kind, group in groupby(pieces, shape):
        if kind == "item":
            yield _list(list(group))
        elif kind == "row":
            yield from (line.table for line in group if line.table)
        else:
            yield from (piece if kind == "done" else _block(piece) for piece in group)


def _block(line: Line) -> str:
    tag = f"h{line.level or 2}" if line.part == "heading" else "p"
    return f"<{tag}>{line.markup().strip()}</{tag}>"


def _list(items: list[Line]) -> str:
    """Nested lists of consecutive items; an item may be at most one level deeper than the one above it."""
    pieces: list[str] = []
    open_lists: list[str] = []
    for line in items:
        depth = min(max(line.level, 0), len(open_lists))
        while len(open_lists) > depth + 1:
            pieces.append(f"</li></{open_lists.pop()}>")
        if len(open_lists) == depth + 1:
            pieces.append("</li>")
        else:
            open_lists.append("ol" if line.is_ordered else "ul")
            pieces.append(f"<{open_lists[-1]}>")
        pieces.append(f"<li>{_BULLET.sub('', line.markup().strip())}")
    pieces += [f"</li></{tag}>" for tag in reversed(open_lists)]
    return "".join(pieces)


def _notes(notes: list[str]) -> list[str]:
    """Footnotes at the end, each with the number that stands in the text."""
    if not notes:
        return []
    heading = _("Footnotes")
    items = "".join(f"<li>{note}</li>" for note in notes)
    return [f"<h2>{heading}</h2>", f"<ol>{items}</ol>"]
