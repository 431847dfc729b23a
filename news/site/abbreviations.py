"""Abbreviations in a printed text: each stands in `<abbr title>`, and where an article uses one first its full form follows.

"Cục SHTT họp" becomes "Cục SHTT (sở hữu trí tuệ) họp", once an article, unless the article says itself what SHTT is. Titles, links and
lists keep their words: there an abbreviation is only marked. Nothing is stored: it is done on the way out, after the names of hidden
persons are gone (public_text.py), and narration reads the result.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape, unescape

from django.utils.safestring import SafeString, mark_safe

from news.fold import slugify_vi
from news.site import addresses, foreign

_TOKEN = re.compile(r"""<!--.*?-->|<(?:[^<>"']|"[^"]*"|'[^']*')*+>|[^<]+|<""", re.DOTALL)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>.*)", re.DOTALL)
_VOID = frozenset("area br col embed hr img input link meta param source track wbr".split())
# Whose words are somebody else's, code, or a control.
_UNTOUCHED = frozenset(
    "abbr audio button code math noscript option script select style summary svg template textarea time title video".split()
)
# Where a full form would swell a name: these only mark.
_NAMES = frozenset("a dt h1 h2 h3 h4 h5 h6 label th".split())
_OF_CONTROLS = re.compile(r"""\b(?:hidden|aria-hidden="true")\b""")
_UNSPOKEN = re.compile(r"\bdata-unspoken\b")
_FOREIGN = re.compile(r"\blang=")


@lru_cache(maxsize=8)
def _pattern(shorts: tuple[str, ...]) -> re.Pattern:
    """Finds abbreviations that stand alone in escaped text: not in "65/2023/NĐ-CP", not in an address."""
    forms = "|".join(re.escape(escape(short, quote=False)) for short in sorted(shorts, key=len, reverse=True))
    return re.compile(rf"(?<![\w&/@-])(?<!\w\.)(?:{forms or '(?!)'})(?![\w&/@-])(?!\.\w)")


def anchor(short: str) -> str:
    """The id of an entry on the page of abbreviations: "KH&CN" -> "kh-cn"."""
    return slugify_vi(short.replace("&", "-")) or "khac"


@dataclass
class Explainer:
    """For one article: call it with each piece of HTML in reading order, and it remembers what was explained."""

    entries: tuple
    language: str
    known: set = field(default_factory=set)
    marked: set = field(default_factory=set)

    # Templates would call it without its piece.
    do_not_call_in_templates = True

    def __post_init__(self):
        self.by_short = {entry.short: entry for entry in self.entries}

    def __call__(self, html: str) -> SafeString:
        tokens = _TOKEN.findall(html) if self.by_short or self.language == "vi" else [html]
        if len(tokens) == 1 and tokens[0].startswith("<"):
            return mark_safe(html)
        written, open_tags = [], []
        for token, following in zip(tokens, _next_texts(tokens), strict=True):
            if token.startswith("<"):
                _follow(open_tags, token)
                written.append(token)
            else:
                written.append(self._text(token, following, open_tags))
        return mark_safe("".join(written))

    def _text(self, text: str, following: str, open_tags: list) -> str:
        places = {place for _name, place in open_tags if place}
        if "untouched" in places or not text.strip():
            return text
        pieces, end = [], 0
        for match in _pattern(tuple(self.by_short)).finditer(text):
            before = self._foreign(text[end : match.start()], places)
            after = text[match.end() :] or following
            pieces += [before, self._marked(match.group(), text[: match.start()], after, bool(places))]
            end = match.end()
        return "".join([*pieces, self._foreign(text[end:], places)])

    def _foreign(self, text: str, places: set) -> str:
        is_native = self.language != "vi" or "foreign" in places
        return text if is_native else foreign.marked(text)

    def _marked(self, printed: str, before: str, after: str, is_name: bool) -> str:
        entry = self.by_short[unescape(printed)]
        is_aside = before.rfind("(") > before.rfind(")")
        if _is_explained_there(before, after) or (
            is_aside and entry.full.lower() in unescape(before).lower()
        ):
            self.known.add(entry.short)
        elif is_aside:  # no brackets within brackets: its next use is explained
            return self._abbr(entry, printed)
        elif entry.is_explained and not is_name and entry.short not in self.known:
            self.known.add(entry.short)
            return f"{self._linked(entry, printed)} ({self._full(entry)})"
        return self._abbr(entry, printed)

    def _abbr(self, entry, printed: str) -> str:
        """On paper a full form follows only where the text does not give it (print.css)."""
        is_known = entry.short in self.known | self.marked or not entry.is_explained
        self.marked.add(entry.short)
        known = ' class="known"' if is_known else ""
        return f'<abbr{known} title="{escape(entry.full)}">{printed}</abbr>'

    def _linked(self, entry, printed: str) -> str:
        address = f"{addresses.abbreviations(self.language)}#{anchor(entry.short)}"
        return f'<a class="term" href="{escape(address)}">{self._abbr(entry, printed)}</a>'

    def _full(self, entry) -> str:
        full = escape(entry.full, quote=False)
        return (
            f'<span lang="en">{full}</span>'
            if self.language == "vi" and foreign.is_foreign(entry.full)
            else full
        )


def _next_texts(tokens: list[str]) -> list[str]:
    """For each token the text that comes next, whatever tags stand between: "<b>SHTT</b> (sở hữu trí tuệ)"."""
    following, texts = "", []
    for token in reversed(tokens):
        texts.append(following)
        following = following if token.startswith("<") else token
    return texts[::-1]


def _follow(open_tags: list, token: str) -> None:
    tag = _TAG.match(token)
    if not tag:
        return
    name, rest = tag["name"].lower(), tag["rest"]
    if not tag["end"]:
        if name not in _VOID and not rest.endswith("/>"):
            open_tags.append((name, _place(name, rest)))
        return
    names = [opened for opened, _place in open_tags]
    if name in names:
        del open_tags[len(names) - 1 - names[::-1].index(name) :]


def _place(name: str, rest: str) -> str:
    if name in _UNTOUCHED or _OF_CONTROLS.search(rest):
        return "untouched"
    if _FOREIGN.search(rest):
        return "foreign"
    return "name" if name in _NAMES or _UNSPOKEN.search(rest) else ""


def _is_explained_there(before: str, after: str) -> bool:
    """ "sở hữu trí tuệ (SHTT)" and "SHTT (sở hữu trí tuệ)": the author has said it."""
    return (
        before.rstrip().endswith("(") and after.lstrip().startswith((")", ",", ";"))
    ) or after.lstrip().startswith("(")
