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
        self.phrases = phrases(text)
        self._by_first: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        for phrase in self.phrases:
            self._by_first.setdefault(phrase[0], []).append((len(phrase), phrase))
        for listed in self._by_first.values():
            listed.sort(reverse=True)
        self.openers = frozenset(self._by_first)  # first words of all phrases

    def match(self, words: list[Token], at: int, end: int) -> int:
        """Number of words matched at `at`, 0 when none; never past `end`."""
        listed = self._by_first.get(words[at].key) if at < end else None
        if listed is None:
            return 0
        for length, phrase in listed:
            if length == 1:
                return 1
            if at + length > end or words[at + 1].key != phrase[1]:
                continue
            if length == 2 or all(words[at + n].key == phrase[n] for n in range(2, length)):
                return length
        return 0
