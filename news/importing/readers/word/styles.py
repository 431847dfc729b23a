"""What the style of a paragraph says of it; styles are followed to those they are based on."""

import re
from dataclasses import dataclass

from news.fold import fold
from news.importing.readers.word.xml import is_on, value, w

_HEADING = re.compile(r"^(?:heading|tieu de|de muc) ([1-9])$")
_TITLE = {"title", "tieu de", "ten bai"}
_CAPTION = re.compile(r"^(?:caption|chu thich(?: anh)?|image caption|photo caption)\b")
_LISTED = re.compile(r"^list (?:bullet|number)\b")


@dataclass(slots=True, frozen=True)
class Style:
    part: str = "plain"
    level: int = 0
    is_ordered: bool = False
    is_caption: bool = False
    is_italic: bool = False
    is_bold: bool = False
    is_centred: bool = False


class Styles:
    def __init__(self, document):
        self._by_id = {
            style.get(w("styleId"), ""): style for style in document.styles.element.iter(w("style"))
        }
        self._formats = _number_formats(document)

    def of(self, paragraph) -> Style:
        chain = self._chain(value(paragraph, "pPr", "pStyle") or "")
        names = [fold(value(style, "name") or "") for style in chain]
        looks = {
            "is_caption": any(_CAPTION.match(name) for name in names),
            "is_italic": any(is_on(style, "rPr", "i") for style in chain),
            "is_bold": any(is_on(style, "rPr", "b") for style in chain),
            "is_centred": any(value(style, "pPr", "jc") == "center" for style in chain),
        }
        if names and names[0] in _TITLE:
            return Style("title", **looks)
        if level := self._heading_level(paragraph, chain, names):
            return Style("heading", level, **looks)
        if (numbered := self._numbering(paragraph, chain, names)) is not None:
            level, is_ordered = numbered
            return Style("item", level, is_ordered, **looks)
        return Style(**looks)

    def _chain(self, style_id: str) -> list:
        chain: list = []
        while style_id in self._by_id and self._by_id[style_id] not in chain:
            chain.append(self._by_id[style_id])
            style_id = value(chain[-1], "basedOn") or ""
        return chain

    def _heading_level(self, paragraph, chain: list, names: list[str]) -> int:
        for name in names:
            if found := _HEADING.match(name):
                return int(found[1])
        for element in (paragraph, *chain):
            level = value(element, "pPr", "outlineLvl")
            if level and level.isdecimal() and int(level) < 9:
                return int(level) + 1
        return 0

    def _numbering(self, paragraph, chain: list, names: list[str]) -> tuple[int, bool] | None:
        """(depth, is numbered) of a list item, None for a plain paragraph."""
        for element in (paragraph, *chain):
            number = value(element, "pPr", "numPr", "numId")
            if number == "0":
                return None
            if number:
                depth = value(element, "pPr", "numPr", "ilvl") or "0"
                depth = int(depth) if depth.isdecimal() else 0
                return depth, self._formats.get((number, depth), "bullet") not in ("bullet", "none")
        listed = next((name for name in names if _LISTED.match(name)), None)
        return (0, "number" in listed) if listed else None


def _number_formats(document) -> dict[tuple[str, int], str]:
    """{(numId, depth): "bullet", "decimal" ...}; empty where the file has no numbering part."""
    root = next(
        (
            relation.target_part.element
            for relation in document.part.rels.values()
            if not relation.is_external and relation.reltype.endswith("/numbering")
        ),
        None,
    )
    if root is None:
        return {}
    kinds = {
        kind.get(w("abstractNumId")): {
            int(level.get(w("ilvl"), "0") or 0): value(level, "numFmt") or "" for level in kind.iter(w("lvl"))
        }
        for kind in root.iter(w("abstractNum"))
    }
    return {
        (number.get(w("numId")), depth): format_
        for number in root.iter(w("num"))
        for depth, format_ in kinds.get(value(number, "abstractNumId"), {}).items()
    }
