"""Walks the body of a Word file and writes lines, pictures and notes of a Source."""

from news.importing.readers.grid import Cell, lines_of
from news.importing.readers.pictures import size_of
from news.importing.readers.source import Line, Picture, Source
from news.importing.readers.word import tables
from news.importing.readers.word.notes import Notes
from news.importing.readers.word.runs import Content, Reader
from news.importing.readers.word.styles import Styles
from news.importing.readers.word.xml import value, w

_HOLDERS = {w(name) for name in ("sdt", "sdtContent", "customXml", "txbxContent")}
DEEPEST = 60


class Writer:
    """`apart`, `bold`: indexes of lines that are italic or centred, or bold. `unseen`: pictures that cannot be taken."""

    def __init__(self, document, notes: Notes):
        self.source = Source()
        self.apart: set[int] = set()
        self.bold: set[int] = set()
        self.unseen = 0
        self._part = document.part
        self._styles = Styles(document)
        self._reader = Reader(self._address, notes.number_of)

    def walk(self, parent, depth: int = 0) -> None:
        """Paragraphs and tables below an element, in order."""
        if depth > DEEPEST:
            return
        for child in parent:
            if child.tag == w("p"):
                self._paragraph(child, depth)
            elif child.tag == w("tbl"):
                self._table(child, depth)
            elif child.tag in _HOLDERS:
                self.walk(child, depth + 1)

    def _paragraph(self, paragraph, depth: int) -> None:
        content = self._reader.read(paragraph)
        style = self._styles.of(paragraph)
        if content.inline.text.strip():
            self._lines(content, style, paragraph)
        for relation in content.pictures:
            self._picture(relation)
        for box in content.boxes:
            self.walk(box, depth + 1)

    def _lines(self, content: Content, style, paragraph) -> None:
        # Italics of a whole line are how it looks, not what it stresses; captions and quotations keep no tags of it.
        for inline in content.inline.split():
            text = " ".join(inline.text.split())
            if not text:
                continue
            is_bold, is_italic = inline.all_marked("strong"), inline.all_marked("em") or style.is_italic
            whole = [mark for mark, on in (("strong", is_bold), ("em", is_italic)) if on]
            line = Line(text, inline.markup(whole), style.part, style.level, style.is_ordered)
            line.is_caption = style.is_caption
            at = len(self.source.lines)
            if is_italic or value(paragraph, "pPr", "jc") == "center" or style.is_centred:
                self.apart.add(at)
            if is_bold or style.is_bold:
                self.bold.add(at)
            self.source.lines.append(line)

    def _picture(self, relation: str) -> None:
        known = self._part.rels.get(relation)
        if known is None or known.is_external or size_of(known.target_part.blob) is None:
            self.unseen += 1
            return
        name = str(known.target_part.partname).rpartition("/")[2]
        self.source.pictures.append(Picture(known.target_part.blob, name, len(self.source.lines) - 1))

    def _table(self, table, depth: int) -> None:
        if tables.is_for_layout(table):
            for row in tables.rows(table):
                for cell in row:
                    self.walk(cell, depth + 1)
            return
        self.source.lines += lines_of([[self._cell(cell, row) for cell in row] for row in tables.rows(table)])

    def _cell(self, cell, row) -> Cell:
        inlines = [self._reader.read(paragraph).inline for paragraph in cell.iter(w("p"))]
        inlines = [inline for inline in inlines if inline.text.strip()]
        is_header = tables.is_header(row) or (
            bool(inlines) and tables.is_first(row) and all(inline.all_marked("strong") for inline in inlines)
        )
        without = ("strong",) if is_header else ()
        across, down = tables.spans(cell)
        return Cell(
            " ".join(inline.text for inline in inlines),
            "<br>".join(inline.markup(without) for inline in inlines),
            across,
            down,
            is_header,
        )

    def _address(self, relation: str | None) -> str:
        known = self._part.rels.get(relation or "")
        return known.target_ref if known is not None and known.is_external else ""
