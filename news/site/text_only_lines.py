"""HTML of an article as plain lines. A paragraph is one line, however long: the reader's own window or braille display breaks it."""

from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import count

_ENDS = frozenset("p h2 h3 h4 blockquote caption figcaption ul ol table hr div".split())
_CELLS = ("td", "th")
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_SCRIPTS = {"sup": _RAISED, "sub": _LOWERED}


@dataclass(frozen=True)
class Line:
    """One paragraph, item of a list or row of a table; a close one follows the line before without an empty line."""

    text: str
    is_close: bool = False


def lines_of(html: str, absolute: Callable[[str], str]) -> list[Line]:
    """`absolute` makes a whole address of a path of this site. Links tell theirs in brackets; those to abbreviations do not."""
    reader = _Reader(absolute)
    reader.feed(html)
    reader.close()
    reader.end_line()
    return reader.lines


def joined(lines: list[Line]) -> str:
    return "".join(f"{'' if line.is_close else chr(10)}\n{line.text}" for line in lines).lstrip("\n")


class _Reader(HTMLParser):
    def __init__(self, absolute: Callable[[str], str]):
        super().__init__(convert_charrefs=True)
        self.absolute = absolute
        self.lines: list[Line] = []
        self.words: list[str] = []
        # Of each open list a counter, or None where it is not numbered.
        self.lists: list[count | None] = []
        self.marker = ""
        # Whether the list or table has no line yet.
        self.is_fresh = False
        self.links: list[tuple[str, int]] = []
        self.heads: list[str] = []
        self.row: list[tuple[str, bool]] = []
        self.in_cell = False
        self.script = None

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag == "br":
            self.words.append("\n")
        elif tag == "a":
            self.links.append((self._address(said), len(self.words)))
        elif tag in _SCRIPTS:
            self.script = _SCRIPTS[tag]
        elif tag == "table":
            self.end_line()
            self.heads, self.is_fresh = [], True
        elif tag in _CELLS:
            self._words_said()
            self.in_cell = True
        elif tag == "li":
            self.end_line()
            self.marker = self._next_marker()
        elif tag in _ENDS:
            self.end_line()
            if tag in ("ul", "ol"):
                self.is_fresh = not self.lists
                self.lists.append(_counter(said) if tag == "ol" else None)

    def handle_endtag(self, tag):
        if tag == "a" and self.links:
            self._tell_link()
        elif tag in _SCRIPTS:
            self.script = None
        elif tag in _CELLS:
            self.row.append((self._words_said(), tag == "th"))
            self.in_cell = False
        elif tag == "tr":
            self._end_row()
        elif tag in _ENDS or tag == "li":
            self.end_line()
            if tag in ("ul", "ol") and self.lists:
                self.lists.pop()

    def handle_data(self, data):
        data = data.replace("\n", " ")
        self.words.append(data.translate(self.script) if self.script else data)

    def end_line(self):
        if self.in_cell:
            self.words.append(" ")
            return
        if not (text := self._words_said()):
            return
        indent = "  " * (len(self.lists) - 1)
        self._add(f"{indent}{self.marker}{text}", is_close=bool(self.lists))
        self.marker = ""

    def _add(self, text: str, is_close: bool):
        self.lines.append(Line(text, is_close=is_close and not self.is_fresh))
        self.is_fresh = self.is_fresh and not is_close

    def _words_said(self) -> str:
        """What was gathered, in one line but for line breaks of the text itself."""
        parts = "".join(self.words).split("\n")
        self.words = []
        return "\n".join(" ".join(part.split()) for part in parts).strip()

    def _next_marker(self) -> str:
        counter = self.lists[-1] if self.lists else None
        return f"{next(counter)}. " if counter else "- "

    def _end_row(self):
        row, self.row = self.row, []
        if not self.heads and row and all(is_head for _text, is_head in row):
            self.heads = [text for text, _is_head in row]
            return
        heads = [*self.heads, *([""] * len(row))]
        told = [
            f"{head}: {text}" if head else text
            for head, (text, _is_head) in zip(heads, row, strict=False)
            if text
        ]
        if told:
            self._add("; ".join(told), is_close=True)

    def _address(self, said: dict) -> str:
        href = said.get("href") or ""
        if "term" in (said.get("class") or "").split() or href.startswith("#"):
            return ""
        return self.absolute(href) if href.startswith("/") else href

    def _tell_link(self):
        address, start = self.links.pop()
        address = address.removeprefix("mailto:").removeprefix("tel:")
        words = " ".join("".join(self.words[start:]).split())
        if address and words.rstrip("/") not in (
            address.rstrip("/"),
            address.partition("://")[2].rstrip("/"),
        ):
            self.words.append(f" ({address})")


def _counter(said: dict) -> count:
    start = said.get("start") or ""
    return count(int(start) if start.isdecimal() else 1)
