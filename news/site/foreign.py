"""English names inside a Vietnamese text: marked, so that a voice of that language reads them.

Only what is sure: four words and more with one of the small words of English among them, or three whose shapes no Vietnamese
syllable has. Names of persons stay as they are.
"""

import re

_SMALL = frozenset("of and the for on in to with at by from".split())
_WORD = r"[A-Za-z]+(?:['’][a-z]+)?"
_RUN = re.compile(rf"(?<![\w&;.@/#-]){_WORD}(?:[ ]{_WORD}){{2,30}}(?![\w@/;-])")
# What a syllable of Vietnamese, its marks left out, can look like.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?",
    re.IGNORECASE,
)


def marked(text: str) -> str:
    """`text` is escaped HTML without tags."""
    if not any(f" {word} " in text for word in ("of", "and", "for", "the", "on", "in")):
        return text
    return _RUN.sub(lambda match: _span(match.group()), text)


def is_foreign(words: str) -> bool:
    """Whether the whole of it is English, as far as shapes tell."""
    found = re.findall(r"\w+", words)
    return words.isascii() and len(found) > 1 and sum(map(_is_strange, found)) * 2 >= len(found)


def _span(words: str) -> str:
    if any(word in _SMALL for word in words.split()[1:-1]) and is_foreign(words):
        return f'<span lang="en">{words}</span>'
    return words


def _is_strange(word: str) -> bool:
    return word in _SMALL or not _SYLLABLE.fullmatch(word)
