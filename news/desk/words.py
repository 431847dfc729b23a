"""The words of two texts side by side: what stays, what goes, what comes. Html is compared by its words and its marks."""

import re
from difflib import SequenceMatcher

from news.richtext import sanitise

SAME, GONE, COME = "same", "gone", "come"
# A word with the space behind it; punctuation stands alone.
_WORD = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
# A tag, or as `_WORD`.
_PIECE = re.compile(r"<[^>]*>|&[#\w]+;\s*|\w+\s*|[^\w\s<]\s*|\s+|<")
_BLOCKS = re.compile(r"(?<=</p>)|(?<=</h2>)|(?<=</h3>)|(?<=</li>)|(?<=</tr>)|(?<=</blockquote>)|(?<=\n)")
# Beyond this many pairs of words a comparison word by word takes longer than a person waits, and says less.
MOST_PAIRS = 4_000_000

Words = tuple[tuple[str, str], ...]


def words_between(before: str, after: str) -> Words:
    """((SAME|GONE|COME, text), …): same and gone together are `before`, same and come together are `after`."""
    return _joined(
        _lines(_split(before, re.compile(r"(?<=\n)")), _split(after, re.compile(r"(?<=\n)")), _WORD)
    )


def html_words(before: str, after: str) -> Words:
    """As `words_between` for two sanitised html texts; tags stay tags, for the page to name."""
    one, other = (re.sub(r">\s+<", "><", sanitise(text).strip()) for text in (before, after))
    return _joined(_lines(_split(one, _BLOCKS), _split(other, _BLOCKS), _PIECE))


def _split(text: str, where: re.Pattern) -> list[str]:
    return [part for part in where.split(text) if part]


def _lines(before: list[str], after: list[str], piece: re.Pattern):
    """Whole lines first, words only inside lines that differ: long texts stay quick."""
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            yield SAME, "".join(before[a:b])
        else:
            yield from _pieces(piece.findall("".join(before[a:b])), piece.findall("".join(after[c:d])))


def _pieces(before: list[str], after: list[str]):
    if len(before) * len(after) > MOST_PAIRS:
        yield from ((GONE, "".join(before)), (COME, "".join(after)))
        return
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            yield SAME, "".join(before[a:b])
        else:
            yield from ((GONE, "".join(before[a:b])), (COME, "".join(after[c:d])))


def _joined(parts) -> Words:
    found: list[tuple[str, str]] = []
    for kind, text in parts:
        if found and found[-1][0] == kind:
            found[-1] = (kind, found[-1][1] + text)
        elif text:
            found.append((kind, text))
    return tuple(found)
