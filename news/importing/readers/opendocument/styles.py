"""Styles of an OpenDocument file, with what they inherit, and the names of its XML (OASIS OpenDocument 1.3, part 3)."""

import re
from dataclasses import dataclass

from news.fold import fold

_SPACES = {
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
# LibreOffice captions pictures with the styles Illustration and Figure; Drawing and Text are for other frames.
_CAPTIONS = re.compile(r"^(?:caption|illustration|figure|drawing|chu thich)\b")


def name(prefixed: str) -> str:
    """ "text:p" as lxml writes it."""
    space, _, local = prefixed.partition(":")
    return f"{{{_SPACES[space]}}}{local}"


@dataclass(slots=True, frozen=True)
class Look:
    marks: tuple[str, ...] = ()
    is_centred: bool = False
    is_caption: bool = False
    is_title: bool = False


class Styles:
    """`of(name)` is the look of a paragraph or span style; unknown names have none."""

    def __init__(self, *roots):
        self._styles = {}
        self._lists = {}
        for root in roots:
            self._styles |= {style.get(name("style:name")): style for style in root.iter(name("style:style"))}
            self._lists |= {
                style.get(name("style:name")): style for style in root.iter(name("text:list-style"))
            }
        self._looks: dict[str, Look] = {}

    def of(self, style_name: str | None) -> Look:
        if style_name not in self._looks:
            self._looks[style_name] = self._look(style_name)
        return self._looks[style_name]

    def is_numbered(self, list_style: str | None, depth: int) -> bool:
        style = self._lists.get(list_style)
        levels = [] if style is None else list(style.iter(name("text:list-level-style-number")))
        return any(level.get(name("text:level")) == str(depth + 1) for level in levels)

    def _look(self, style_name: str | None) -> Look:
        found: dict[str, str] = {}
        names = []
        style = self._styles.get(style_name)
        while style is not None and len(names) < 20:
            shown = style.get(name("style:display-name")) or style.get(name("style:name"), "")
            names.append(fold(shown.replace("_20_", " ")))
            for properties in style.iter(name("style:text-properties"), name("style:paragraph-properties")):
                for key, value in properties.attrib.items():
                    found.setdefault(key, value)
            style = self._styles.get(style.get(name("style:parent-style-name")))
        return Look(
            _marks(found),
            found.get(name("fo:text-align")) == "center",
            any(_CAPTIONS.match(each) for each in names),
            any(each in ("title", "tieu de") for each in names),
        )


def _marks(found: dict[str, str]) -> tuple[str, ...]:
    marks = ["strong"] if found.get(name("fo:font-weight"), "")[:4] in ("bold", "600", "700", "800") else []
    marks += ["em"] if found.get(name("fo:font-style")) == "italic" else []
    position = found.get(name("style:text-position"), "")
    marks += ["sup"] if position.startswith("super") else ["sub"] if position.startswith("sub") else []
    return tuple(marks)
