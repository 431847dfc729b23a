"""HTML in, the same HTML with an id on every block that holds text, and the stretches of text a voice can read.

Offsets count UTF-16 units of the block's `textContent`, because that is what a script in the page counts.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from itertools import accumulate
from unicodedata import normalize

ID_PREFIX = "doan-"

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
    ]
)
# Not words of the text: controls, drawings, code, what other players play.
UNSPOKEN = frozenset(
    [
        "audio",
        "button",
        "canvas",
        "datalist",
        "iframe",
        "math",
        "nav",
        "noscript",
        "object",
        "option",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
    ]
)
RAW = frozenset(("script", "style"))  # their content is not escaped
SPOKEN = frozenset(("vi", "en"))  # languages with a voice and rules of their own
OUTSIDE = frozenset(("template",))  # their content does not count in the textContent of what is around them


@dataclass(frozen=True)
class Stretch:
    """Text without an interruption, `start` UTF-16 units into the block named `block`.

    `languages` are rows (first character, end, code) of what stands in an element with `lang`; the rest is in the page's own.
    """

    block: str
    start: int
    text: str
    languages: tuple = ()


@dataclass
class _Block:
    place: int  # of its start tag in the output
    id: str
    opened_at: int  # UTF-16 units of text before it
    run_start: int = 0
    run: list = field(default_factory=list)
    spoken_in: list = field(default_factory=list)  # the language of each text of the run


def utf16_length(text):
    """How many units JavaScript counts in `text`."""
    return len(text) + sum(character > "\uffff" for character in text)


def utf16_offsets(text):
    """The UTF-16 offset of every place in `text`, its end included; almost always the places themselves."""
    if not text or max(text) <= "\uffff":
        return range(len(text) + 1)
    return list(accumulate((1 + (character > "\uffff") for character in text), initial=0))


def mark_blocks(html):
    """`(html, [Stretch, …])`. HTML that cannot be read comes back unchanged, with nothing to speak."""
    marker = _Marker()
    try:
        marker.feed(html.replace("\r\n", "\n").replace("\r", "\n"))
        marker.close()
    except AssertionError:  # html.parser's answer to a malformed `<![…`
        return html, []
    return marker.finish()


class _Marker(HTMLParser):
    """Copies its input and remembers, for every text, the innermost open block.

    A stretch ends where a block begins or ends, at `<br>`, and around anything unspoken.
    """

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.output = []
        self.blocks = []  # open ones, innermost last
        self.open = []  # every open tag name with whether it silences its content
        self.languages = [""]  # of what is open, the innermost last; "" is the page's own
        self.open_names = Counter()
        self.silences = 0
        self.counted = 0  # UTF-16 units of text so far
        self.found = []  # (block, start, text, languages) in reading order
        self.taken_ids = set()

    # --- what the parser calls ---

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.taken_ids.add(attributes.get("id") or "")
        is_block = tag not in INLINE and tag not in VOID
        silent = tag in UNSPOKEN or bool({"data-unspoken", "hidden"} & attributes.keys())
        silent = silent or attributes.get("aria-hidden") == "true"
        if is_block or silent or tag == "br":
            self._end_stretch()
        if tag not in VOID:
            self.open.append((tag, silent))
            self.languages.append(_language(attributes.get("lang")) or self.languages[-1])
            self.open_names[tag] += 1
            self.silences += silent
        if is_block:
            self.blocks.append(_Block(len(self.output), attributes.get("id") or "", self.counted))
        self.output.append(self.get_starttag_text())

    def handle_startendtag(self, tag, attributes):
        # HTML ignores the slash of `<p/>`; only void and foreign elements end there.
        self.handle_starttag(tag, attributes)
        if tag not in VOID and (self.open_names["svg"] or self.open_names["math"]):
            self._close(tag)

    def handle_endtag(self, tag):
        self._close(tag)
        self.output.append(f"</{tag}>")

    def handle_data(self, data):
        if self.open and self.open[-1][0] in RAW:
            self.output.append(data)
            self._count(data)
            return
        text = normalize("NFC", data)
        self.output.append(escape(text, quote=False))
        self._count(text)

    def handle_comment(self, data):
        self.output.append(f"<!--{data}-->")

    def handle_decl(self, declaration):
        self.output.append(f"<!{declaration}>")

    # --- bookkeeping ---

    def _count(self, text):
        if any(self.open_names[name] for name in OUTSIDE):
            return
        if self.blocks and not self.silences:
            inner = self.blocks[-1]
            if not inner.run:
                inner.run_start = self.counted - inner.opened_at
            inner.run.append(text)
            inner.spoken_in.append(self.languages[-1])
        self.counted += utf16_length(text)

    def _end_stretch(self):
        if self.blocks and self.blocks[-1].run:
            block = self.blocks[-1]
            text = "".join(block.run)
            if text.strip():
                self.found.append((block, block.run_start, text, _in_rows(block.run, block.spoken_in)))
            block.run, block.spoken_in = [], []

    def _close(self, tag):
        """Close the innermost open `tag` and all that is open inside it; a stray end tag closes nothing."""
        while self.open_names[tag]:
            name, silent = self.open.pop()
            self.languages.pop()
            self.open_names[name] -= 1
            self.silences -= silent
            if silent or name not in INLINE:
                self._end_stretch()
            if name not in INLINE:
                self.blocks.pop()
            if name == tag:
                return

    def finish(self):
        while self.open:
            self._close(self.open[-1][0])
        self._name_blocks()
        return "".join(self.output), [Stretch(block.id, *found) for block, *found in self.found]

    def _name_blocks(self):
        number = 0
        for block, *_ in self.found:
            if block.id:
                continue
            number += 1
            while f"{ID_PREFIX}{number}" in self.taken_ids:
                number += 1
            block.id = f"{ID_PREFIX}{number}"
            self.output[block.place] = _with_id(self.output[block.place], block.id)


def _language(attribute):
    """The code of a language that is read here; "" for others, which are read as what stands around them."""
    code = (attribute or "").lower().partition("-")[0]
    return code if code in SPOKEN else ""


def _in_rows(texts, codes):
    """Neighbouring texts of one language are one row."""
    rows, place = [], 0
    for text, code in zip(texts, codes, strict=True):
        if code and rows and rows[-1][1:] == (place, code):
            rows[-1] = (rows[-1][0], place + len(text), code)
        elif code:
            rows.append((place, place + len(text), code))
        place += len(text)
    return tuple(rows)


def _with_id(start_tag, name):
    bare = re.sub(r"""\sid(\s*=\s*(""|''))?(?=[\s/>])""", "", start_tag, count=1)
    return re.sub(r"^(<[^\s/>]+)", rf'\1 id="{name}"', bare, count=1)
