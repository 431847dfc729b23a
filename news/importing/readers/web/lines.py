"""Walks the article's part of a page and writes lines and pictures of a Source."""

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import unquote

from news.extraction.furniture import is_furniture
from news.importing.readers.grid import Cell, lines_of
from news.importing.readers.inline import Inline
from news.importing.readers.pictures import size_of
from news.importing.readers.source import Line, Picture, Source

_BLOCKS = {
    "p", "div", "section", "article", "main", "header", "body", "html", "form", "center", "blockquote", "pre", "figure",
    "figcaption", "address", "dl", "dt", "dd", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "td", "tr",
    "tbody", "thead", "tfoot", "caption", "fieldset", "details", "summary", "time",
}  # fmt: skip
_MARKS = {
    "strong": "strong",
    "b": "strong",
    "em": "em",
    "i": "em",
    "sub": "sub",
    "sup": "sup",
    "s": "s",
    "del": "s",
}
_CAPTION = re.compile(r"caption|chu-?thich|mota-?anh|msocaption", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_DATA = re.compile(r"data:image/(?:jpeg|png|webp);base64,", re.IGNORECASE)
_YEAR = re.compile(r"\b\d{4}\b")  # a date line alone looks like a row of controls
DEEPEST = 200
# Icons and spacers of a page are smaller than any photo of an article.
SMALLEST = 100
MOST_WORDS_OF_A_CELL = 400


@dataclass(slots=True, frozen=True)
class Shape:
    part: str = "plain"
    level: int = 0
    is_ordered: bool = False
    is_caption: bool = False
    is_centred: bool = False


class Writer:
    """`apart`, `bold`, `unseen` as of the Word writer."""

    def __init__(self, nearby: Callable[[str], bytes | None] | None):
        self.source = Source()
        self.apart: set[int] = set()
        self.bold: set[int] = set()
        self.unseen = 0
        self._nearby = nearby
        self._inline = Inline()

    def write(self, element) -> None:
        """One part of the page."""
        shape = self._shape(element, Shape())
        self._walk(element, shape, (), "", 0)
        self._flush(shape)

    def _walk(self, element, shape: Shape, marks: tuple, href: str, depth: int) -> None:
        self._say(element.text, marks, href)
        for child in element:
            if isinstance(child.tag, str) and depth < DEEPEST:
                self._node(child, shape, marks, href, depth + 1)
            self._say(child.tail, marks, href)

    def _node(self, child, shape: Shape, marks: tuple, href: str, depth: int) -> None:
        if child.tag == "br":
            self._flush(shape)
        elif child.tag == "img":
            self._flush(shape)
            self._picture(child)
        elif child.tag == "table" and not _is_for_layout(child):
            self._flush(shape)
            self.source.lines += lines_of(_rows(child))
        elif child.tag in _BLOCKS or child.tag == "table":
            self._flush(shape)
            inner = self._shape(child, shape)
            self._walk(child, inner, _marks_of(child, marks), href, depth)
            self._flush(inner)
        elif "mso-list:ignore" not in child.get("style", "").replace(" ", "").lower():
            link = child.get("href", "").strip() if child.tag == "a" else href
            self._walk(child, shape, _marks_of(child, marks), link, depth)

    def _shape(self, element, outer: Shape) -> Shape:
        tag, names = element.tag, element.get("class", "")
        if tag[:1] == "h" and tag[1:].isdecimal():
            return Shape("heading", int(tag[1:]))
        if tag in ("ul", "ol"):
            depth = outer.level + 1 if outer.part == "item" else 0
            return replace(outer, part="list", level=depth, is_ordered=tag == "ol")
        if tag == "li" and outer.part == "list":
            return replace(outer, part="item")
        if names.lower().startswith("msolist"):
            return Shape("item")
        centred = outer.is_centred or tag == "center" or element.get("align", "").lower() == "center"
        return replace(
            outer,
            is_caption=outer.is_caption or tag == "figcaption" or bool(_CAPTION.search(names)),
            is_centred=centred or bool(_CENTRED.search(element.get("style", ""))),
        )

    def _say(self, text: str | None, marks: tuple, href: str) -> None:
        self._inline.add(re.sub(r"\s+", " ", text or ""), marks, href)

    def _flush(self, shape: Shape) -> None:
        inline, self._inline = self._inline, Inline()
        text = " ".join(inline.text.split())
        if not text or (is_furniture(text) and not _YEAR.search(text)):
            return
        is_bold, is_italic = inline.all_marked("strong"), inline.all_marked("em")
        whole = [mark for mark, on in (("strong", is_bold), ("em", is_italic)) if on]
        at = len(self.source.lines)
        part = "plain" if shape.part == "list" else shape.part
        line = Line(
            text, inline.markup(whole), part, shape.level, shape.is_ordered, is_caption=shape.is_caption
        )
        if is_italic or shape.is_centred:
            self.apart.add(at)
        if is_bold:
            self.bold.add(at)
        self.source.lines.append(line)

    def _picture(self, image) -> None:
        address = (image.get("src") or image.get("data-src") or "").strip()
        if _is_declared_small(image):
            return
        data = self._bytes_of(address)
        size = size_of(data) if data else None
        if size is None:
            self.unseen += bool(address)
        elif min(size) >= SMALLEST:
            name = "anh" if address.startswith("data:") else unquote(address).rpartition("/")[2]
            self.source.pictures.append(Picture(data, name[:200], len(self.source.lines) - 1))

    def _bytes_of(self, address: str) -> bytes | None:
        if found := _DATA.match(address):
            try:
                return base64.b64decode(address[found.end() :], validate=False)
            except (binascii.Error, ValueError):
                return None
        if not self._nearby or re.match(r"[a-zA-Z][\w+.-]*:|//", address):
            return None
        return self._nearby(unquote(address.split("?")[0].split("#")[0]))


def _marks_of(element, marks: tuple) -> tuple:
    style = element.get("style", "")
    own = [_MARKS[element.tag]] if element.tag in _MARKS else []
    own += ["strong"] if _BOLD.search(style) else []
    own += ["em"] if _ITALIC.search(style) else []
    return marks + tuple(mark for mark in dict.fromkeys(own) if mark not in marks)


def _is_declared_small(image) -> bool:
    sides = [re.match(r"\d+", image.get(side, "")) for side in ("width", "height")]
    return any(side is not None and int(side[0]) < SMALLEST for side in sides)


def _is_for_layout(table) -> bool:
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
    cells = [len(row.findall("td") + row.findall("th")) for row in rows]
    if table.get("role", "") in ("presentation", "none") or len(rows) < 2 or max(cells, default=0) < 2:
        return True
    if next(table.iterdescendants("img", "table", "h1"), None) is not None:
        return True
    return any(len(cell.text_content()) > MOST_WORDS_OF_A_CELL for cell in table.iter("td"))


def _rows(table) -> list[list[Cell]]:
    return [[_cell(cell) for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]


def _cell(element) -> Cell:
    inline = Inline()
    _collect(element, inline, (), 0)
    lines = [line for line in inline.split() if line.text.strip()]
    is_header = element.tag == "th"
    without = ("strong",) if is_header else ()
    return Cell(
        " ".join(line.text for line in lines),
        "<br>".join(line.markup(without) for line in lines),
        _span(element, "colspan"),
        _span(element, "rowspan"),
        is_header,
    )


def _collect(element, inline: Inline, marks: tuple, depth: int) -> None:
    inline.add(re.sub(r"\s+", " ", element.text or ""), marks)
    for child in element:
        if isinstance(child.tag, str) and depth < DEEPEST:
            if child.tag in _BLOCKS or child.tag == "br":
                inline.add("\n")
            _collect(child, inline, _marks_of(child, marks), depth + 1)
        inline.add(re.sub(r"\s+", " ", child.tail or ""), marks)


def _span(element, name: str) -> int:
    value = element.get(name, "1")
    return min(int(value), 50) if value.isdecimal() and int(value) else 1
