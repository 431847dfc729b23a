"""Footnotes and endnotes: numbered as the text meets them, told at the end."""

from news.importing.readers.archive import parse_xml
from news.importing.readers.word.runs import Reader
from news.importing.readers.word.xml import w


class Notes:
    """`roots` are the trees of the parts that the file has; python-docx hands these parts over as bytes."""

    def __init__(self, document, name: str):
        self._parts = {}
        for relation in document.part.rels.values():
            for kind in ("footnote", "endnote"):
                if relation.reltype.endswith(f"/{kind}s") and not relation.is_external:
                    self._parts[kind] = parse_xml(relation.target_part.blob, name)
        self._met: list[tuple[str, str]] = []

    @property
    def roots(self) -> list:
        return list(self._parts.values())

    def number_of(self, kind: str, key: str) -> int:
        """From 1, in the order of the text."""
        if (kind, key) not in self._met:
            self._met.append((kind, key))
        return self._met.index((kind, key)) + 1

    def texts(self) -> list[str]:
        """Inline html of each note met, in order."""
        return [self._text(kind, key) for kind, key in self._met]

    def _text(self, kind: str, key: str) -> str:
        root = self._parts.get(kind)
        for note in root.iter(w(kind)) if root is not None else ():
            if note.get(w("id")) == key:
                reader = Reader(lambda relation: "", lambda kind, key: "")
                inlines = [reader.read(paragraph).inline for paragraph in note.iter(w("p"))]
                return "<br>".join(inline.markup() for inline in inlines if inline.text.strip())
        return ""
