"""Word lists about Vietnamese and its offices: no person, page or invented body is named in any of them."""

from news.extraction.text import Token, key


def phrases(text: str) -> frozenset[tuple[str, ...]]:
    """A list written one phrase per comma or line, as tuples of comparison keys."""
    items = text.replace("\n", ",").split(",")
    return frozenset(tuple(key(word) for word in item.split()) for item in items if item.strip())


def keys(text: str) -> frozenset[str]:
    """A list of single words as comparison keys."""
    return frozenset(key(word) for word in text.split())


class Phrases:
    """Longest phrase of a list that begins at a word. Cost: the longest phrase, whatever the list's size."""

    def __init__(self, text: str):
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases(text):
            self._by_first.setdefault(phrase[0], []).append(phrase)
        for listed in self._by_first.values():
            listed.sort(key=len, reverse=True)

    def match(self, words: list[Token], at: int, end: int) -> int:
        """Number of words matched at `at`, 0 when none; never past `end`."""
        for phrase in self._by_first.get(words[at].key, ()) if at < end else ():
            if at + len(phrase) <= end and all(words[at + n].key == part for n, part in enumerate(phrase)):
                return len(phrase)
        return 0
