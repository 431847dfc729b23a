"""Walks the text of an OpenDocument file and writes lines, pictures and notes of a Source."""

from dataclasses import dataclass

from news.importing.readers.archive import Archive
from news.importing.readers.grid import Cell, lines_of
from news.importing.readers.inline import Inline
from news.importing.readers.opendocument.styles import Styles, name
from news.importing.readers.pictures import size_of
from news.importing.readers.source import Line, Picture, Source

_SKIPPED = {
    name(each)
    for each in (
        "text:tracked-changes",
        "office:annotation",
        "office:annotation-end",
        "text:sequence-decls",
        "office:forms",
    )
}
_TEXT = {name("text:tab"): " ", name("text:line-break"): "\n"}
_PARAGRAPHS = (name("text:p"), name("text:h"))
DEEPEST = 100


@dataclass(slots=True, frozen=True)
class Item:
    """The place of a paragraph inside lists; depth -1 is outside of any."""

    depth: int = -1
    is_ordered: bool = False
    style: str | None = None


class Writer:
    """`apart`, `bold`, `unseen` as of the Word writer."""

    def __init__(self, archive: Archive, styles: Styles):
        self.source = Source()
        self.apart: set[int] = set()
        self.bold: set[int] = set()
        self.unseen = 0
        self._archive, self._styles = archive, styles

    def walk(self, parent, item: Item = Item(), depth: int = 0) -> None:
        """Paragraphs, lists and tables below an element, in order."""
        if depth > DEEPEST:
            return
        for child in parent:
            if child.tag in _SKIPPED or not isinstance(child.tag, str):
                continue
            if child.tag in _PARAGRAPHS:
                self._paragraph(child, item, depth)
            elif child.tag == name("text:list"):
                style = child.get(name("text:style-name")) or item.style
                inner = Item(item.depth + 1, self._styles.is_numbered(style, item.depth + 1), style)
                self.walk(child, inner, depth + 1)
            elif child.tag == name("table:table") and not _is_for_layout(child):
                self.source.lines += lines_of([self._row(row) for row in _rows(child)])
            elif child.tag == name("draw:frame"):
                self._frame(child, depth)
            else:
                self.walk(child, item, depth + 1)

    def _paragraph(self, paragraph, item: Item, depth: int) -> None:
        frames: list = []
        inline = self._inline(paragraph, frames)
        look = self._styles.of(paragraph.get(name("text:style-name")))
        # In LibreOffice a picture with its caption are one paragraph: the picture first, then the words.
        leads = bool(frames) and not (paragraph.text or "").strip()
        for frame in frames if leads else ():
            self._frame(frame, depth)
        for line in inline.split():
            self._line(line, paragraph, look, item)
        for frame in () if leads else frames:
            self._frame(frame, depth)

    def _line(self, inline: Inline, paragraph, look, item: Item) -> None:
        text = " ".join(inline.text.split())
        if not text:
            return
        is_bold, is_italic = inline.all_marked("strong"), inline.all_marked("em")
        whole = [mark for mark, on in (("strong", is_bold), ("em", is_italic)) if on]
        line = Line(text, inline.markup(whole), is_caption=look.is_caption)
        if look.is_title:
            line.part = "title"
        elif paragraph.tag == name("text:h"):
            level = paragraph.get(name("text:outline-level"), "1")
            line.part, line.level = "heading", int(level) if level.isdecimal() else 1
        elif item.depth >= 0:
            line.part, line.level, line.is_ordered = "item", item.depth, item.is_ordered
        at = len(self.source.lines)
        if is_italic or look.is_centred:
            self.apart.add(at)
        if is_bold:
            self.bold.add(at)
        self.source.lines.append(line)

    def _inline(self, paragraph, frames: list) -> Inline:
        inline = Inline()
        look = self._styles.of(paragraph.get(name("text:style-name")))
        self._runs(paragraph, inline, look.marks, "", frames, 0)
        return inline

    def _runs(self, parent, inline: Inline, marks: tuple, href: str, frames: list, depth: int) -> None:
        inline.add(parent.text or "", marks, href)
        for child in parent:
            if child.tag in _TEXT:
                inline.add(_TEXT[child.tag], marks, href)
            elif child.tag == name("text:s"):
                inline.add(" ", marks, href)
            elif child.tag == name("text:note"):
                self._note(child, inline)
            elif child.tag == name("draw:frame"):
                frames.append(child)
            elif isinstance(child.tag, str) and child.tag not in _SKIPPED and depth < DEEPEST:
                own = self._styles.of(child.get(name("text:style-name"))).marks
                link = child.get(name("xlink:href"), "") if child.tag == name("text:a") else href
                self._runs(child, inline, tuple(dict.fromkeys(marks + own)), link, frames, depth + 1)
            inline.add(child.tail or "", marks, href)

    def _note(self, note, inline: Inline) -> None:
        body = note.find(name("text:note-body"))
        if body is None:
            return
        texts = [self._inline(paragraph, []).markup() for paragraph in body.iter(*_PARAGRAPHS)]
        self.source.notes.append("<br>".join(text for text in texts if text))
        inline.add_raw(f"<sup>{len(self.source.notes)}</sup>")

    def _frame(self, frame, depth: int) -> None:
        """A picture, or a box that holds one above its caption. A frame shows one of the pictures it offers."""
        image = frame.find(name("draw:image"))
        if image is not None:
            self._picture(image.get(name("xlink:href"), "").removeprefix("./"))
        for box in frame.findall(name("draw:text-box")):
            self.walk(box, depth=depth + 1)

    def _picture(self, part: str) -> None:
        data = self._archive.read(part) if part in self._archive.names else None
        if data is None or size_of(data) is None:
            self.unseen += 1
            return
        self.source.pictures.append(Picture(data, part.rpartition("/")[2], len(self.source.lines) - 1))

    def _row(self, row) -> list[Cell]:
        is_header = row.getparent().tag == name("table:table-header-rows")
        cells = []
        for cell in row.findall(name("table:table-cell")):
            inlines = [self._inline(paragraph, []) for paragraph in cell.iter(*_PARAGRAPHS)]
            inlines = [inline for inline in inlines if inline.text.strip()]
            text = " ".join(inline.text for inline in inlines)
            markup = "<br>".join(inline.markup(("strong",) if is_header else ()) for inline in inlines)
            across, down = (_count(cell, f"table:number-{axis}-spanned") for axis in ("columns", "rows"))
            cells.append(Cell(text, markup, across, down, is_header))
        return cells


def _rows(table) -> list:
    return list(table.iter(name("table:table-row")))


def _is_for_layout(table) -> bool:
    rows = _rows(table)
    cells = max((len(row.findall(name("table:table-cell"))) for row in rows), default=0)
    inside = next(table.iterdescendants(name("draw:frame"), name("table:table")), None)
    return len(rows) < 2 or cells < 2 or inside is not None


def _count(cell, attribute: str) -> int:
    value = cell.get(name(attribute), "1")
    return min(int(value), 100) if value.isdecimal() and int(value) else 1
