"""The runs of one paragraph: words with their marks, pictures where they stand, numbers of notes."""

from dataclasses import dataclass, field

from news.importing.readers.inline import Inline
from news.importing.readers.word.xml import MC, A, R, V, is_on, tag, value, w

# Elements that only hold runs.
_HOLDERS = {w(name) for name in ("smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo")}
_LETTERS = {w("tab"): " ", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_VERTICAL = {"superscript": "sup", "subscript": "sub"}


@dataclass(slots=True)
class Content:
    """`pictures` are relationship ids in order; `boxes` the text boxes that hang on the paragraph."""

    inline: Inline = field(default_factory=Inline)
    pictures: list[str] = field(default_factory=list)
    boxes: list = field(default_factory=list)


class Reader:
    """Reads paragraphs of one part; `number_of` gives a note its number, `target_of` a link its address."""

    def __init__(self, target_of, number_of):
        self._target_of, self._number_of = target_of, number_of

    def read(self, paragraph) -> Content:
        content = Content()
        self._field = 0  # depth inside the instruction of a field, which is no text
        self._walk(paragraph, content, "")
        return content

    def _walk(self, parent, content: Content, href: str) -> None:
        for child in parent:
            if child.tag == w("r"):
                self._run(child, content, href)
            elif child.tag == w("hyperlink"):
                self._walk(child, content, self._target_of(child.get(tag(R, "id"))) or "")
            elif child.tag in _HOLDERS:
                self._walk(child, content, href)

    def _run(self, run, content: Content, href: str) -> None:
        marks = _marks(run)
        for child in run:
            if child.tag == w("fldChar"):
                kind = child.get(w("fldCharType"))
                self._field = {"begin": self._field + 1, "separate": max(0, self._field - 1)}.get(
                    kind, self._field
                )
            elif child.tag == w("t") and not self._field:
                content.inline.add(child.text or "", marks, href)
            elif child.tag in _LETTERS:
                if child.get(w("type")) != "page":
                    content.inline.add(_LETTERS[child.tag], marks, href)
            elif child.tag in (w("footnoteReference"), w("endnoteReference")):
                self._note(child, content)
            elif child.tag == tag(MC, "AlternateContent"):
                self._drawn(child.find(tag(MC, "Choice")), content)
            elif child.tag in (w("drawing"), w("pict"), w("object")):
                self._drawn(child, content)

    def _note(self, reference, content: Content) -> None:
        kind = "footnote" if reference.tag == w("footnoteReference") else "endnote"
        content.inline.add_raw(f"<sup>{self._number_of(kind, reference.get(w('id'), ''))}</sup>")

    def _drawn(self, element, content: Content) -> None:
        if element is None:
            return
        content.boxes += list(element.iter(w("txbxContent")))
        for blip in element.iter(tag(A, "blip")):
            content.pictures.append(blip.get(tag(R, "embed")) or blip.get(tag(R, "link")) or "")
        for shape in element.iter(tag(V, "imagedata")):
            content.pictures.append(shape.get(tag(R, "id")) or "")


def _marks(run) -> tuple[str, ...]:
    properties = run.find(w("rPr"))
    if properties is None:
        return ()
    marks = [
        mark for mark, name in (("strong", "b"), ("em", "i"), ("s", "strike")) if is_on(properties, name)
    ]
    if vertical := _VERTICAL.get(value(properties, "vertAlign") or ""):
        marks.append(vertical)
    return tuple(marks)
