"""What a reader makes of a file: lines for the extractor, and what the file says of each line."""

import html
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from news.extraction.layout import is_prose


@dataclass(slots=True)
class Line:
    """One paragraph, heading, list item or table row.

    `part` is plain, title, heading, item or row: what the file itself declares, as against what the words suggest.
    """

    text: str
    html: str = ""  # inline markup of the allow-list; empty: the text, escaped
    part: str = "plain"
    level: int = 0  # of a heading: 2 or 3; of an item: its depth from 0
    is_ordered: bool = False  # of an item: its list is numbered
    table: str = ""  # on the first row of a table: the table's html
    is_caption: bool = False  # by its style or look, beside a picture

    def markup(self) -> str:
        return self.html or html.escape(self.text, quote=False)


@dataclass(slots=True)
class Picture:
    """`after` and `caption` are indexes of lines: the one above the picture (-1: none), and the one that tells of it."""

    data: bytes
    name: str
    after: int = -1
    caption: int | None = None


@dataclass(slots=True)
class Source:
    lines: list[Line] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # footnotes in order: inline html
    warnings: list[str] = field(default_factory=list)  # sentences for whoever imports
    address: str = ""  # where a saved page once stood

    @property
    def text(self) -> str:
        """What the extractor reads. A declared caption that looks like a paragraph is left out: it would be taken for one."""
        return "\n".join(self.text_lines())

    def text_lines(self) -> list[str]:
        """The lines of `text`, one for each of `lines`."""
        return ["" if line.is_caption and is_prose(line.text) else line.text for line in self.lines]

    def finder(self):
        """A function from an offset of `text` to the index of its line."""
        starts = list(accumulate((len(text) + 1 for text in self.text_lines()), initial=0))
        return lambda offset: min(bisect_right(starts, offset), len(self.lines)) - 1

    def plain(self) -> str:
        """All words, declared captions included: what two files must share to be the same article."""
        return "\n".join(line.text for line in self.lines)


def of_text(text: str) -> Source:
    """The source of a plain text, line by line."""
    return Source([Line(line) for line in text.splitlines()])
