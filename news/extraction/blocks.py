"""The pieces of a page that name people and bodies, as words."""

from bisect import bisect_right
from dataclasses import dataclass, field

from news.extraction.layout import Layout
from news.extraction.text import Line, Source, Token, sentences, tokens

# Names are looked for in this many characters of an article; no news page is longer, and work stays bounded.
LONGEST = 150_000
LONGEST_PLACE = 4  # words


@dataclass(slots=True, eq=False)
class Block:
    part: str  # title, body, item, caption, heading, contact
    line: Line
    words: list[Token]
    sentences: list[tuple[int, int]]
    people: dict[int, int] = field(default_factory=dict)  # first word of a known name -> word after it
    localities: set[tuple[str, ...]] = field(default_factory=set)  # names of places the page is about
    under: "Block | None" = None  # the line that opens the list this item belongs to
    said: dict[tuple[int, int], bool] = field(default_factory=dict)  # does a sentence speak of attendance?
    attends: bool = False  # a list item under "Thành phần dự họp gồm:"

    def sentence_of(self, at: int) -> tuple[int, int]:
        """Index range of the sentence that holds a word."""
        n = bisect_right(self.sentences, (at, len(self.words) + 1)) - 1
        return self.sentences[n] if self.sentences and n >= 0 else (0, len(self.words))

    def locality_at(self, at: int, end: int) -> int:
        """Words of a place the page is known to be about at `at`, 0 when there is none."""
        if not self.localities or not self.words[at].cap:
            return 0
        printed = tuple(word.key for word in self.words[at : min(at + LONGEST_PLACE, end)])
        return next((n for n in range(len(printed), 1, -1) if printed[:n] in self.localities), 0)

    def text(self, begin: int, end: int) -> str:
        """The printed words begin..end."""
        if begin >= end:
            return ""
        base = self.line.start
        return self.line.text[self.words[begin].start - base : self.words[end - 1].end - base]

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """View offsets of the words begin..end."""
        return (self.words[begin].start, self.words[end - 1].end) if begin < end else (0, 0)


def read_blocks(source: Source, page: Layout) -> list[Block]:
    blocks = []
    if page.title and not _shouts(page.title.text):
        blocks.append(_block("title", page.title))
    read = 0
    for row in page.rows:
        read += len(row.line.text)
        if read > LONGEST and blocks:
            break
        if row.part in ("body", "item", "caption", "heading", "contact"):
            line = row.line if row.part != "caption" else _without_credit(row.line)
            blocks.append(_block(row.part, line))
    return blocks


def _block(part: str, line: Line) -> Block:
    if len(line.text) > LONGEST:
        line = Line(line.text[:LONGEST], line.start, line.start + LONGEST, line.gap)
    words = tokens(line.text, line.start)
    return Block(part, line, words, sentences(words))


def _without_credit(line: Line) -> Line:
    from news.extraction.captions import split_credit

    text, _ = split_credit(line.text)
    return Line(text, line.start, line.start + len(text), line.gap)


def _shouts(text: str) -> bool:
    return sum(c.isupper() for c in text) > 0.6 * sum(c.isalpha() for c in text)
