"""Where a name ends: levels, function words and verbs, the next person, office or form of address."""

from news.extraction.blocks import Block
from news.extraction.text import Token
from news.extraction.words.bodies import HEADS, LEVELS, NOT_LEVEL_AFTER, PLACES, WHOLE
from news.extraction.words.people import FAMILY_NAMES, HONORIFICS, MIDDLE_NAMES, OFFICES
from news.extraction.words.verbs import CLOSED_BY, COMPOUNDS, SECOND_HALF_OF, STRONG, VERBS

LONGEST = 40  # words of one name


def level_at(words: list[Token], at: int, end: int) -> int:
    if at >= end or words[at].key not in LEVELS.openers:
        return 0
    n = LEVELS.match(words, at, end)
    if n and words[at].key == "xã" and at and words[at - 1].key in ("tác", "thông"):
        return 0  # "hợp tác xã", "thông tấn xã"
    if n and at + n < end and words[at + n].key in NOT_LEVEL_AFTER.get(words[at + n - 1].key, ()):
        return 0
    return n


def stops(words: list[Token], at: int, end: int, weak: bool = True) -> bool:
    """True when a small word ends the name or office before it."""
    word = words[at].key
    before = words[at - 1].key if at else ""
    if before in CLOSED_BY.get(word, ()):
        return False
    if word in STRONG:
        return not (at + 1 < end and words[at + 1].key in COMPOUNDS.get(word, ()))
    n = VERBS.match(words, at, end)
    if not n or (n == 1 and at + 1 < end and words[at + 1].key in COMPOUNDS.get(word, ())):
        return False
    if n == 1 and weak and at and words[at - 1].cap:
        return False
    return not (n == 1 and before in SECOND_HALF_OF)


def capital_run(words: list[Token], at: int, end: int) -> int:
    """Number of capitalised words in a row."""
    stop, end = at, min(end, at + LONGEST)
    while stop < end and words[stop].cap:
        stop += 1
    return stop - at


def looks_like_person(words: list[Token], at: int, end: int, least: int = 3) -> bool:
    """A family name and more capitals; two syllables count only when `least` is 2 and no place is called so."""
    run = capital_run(words, at, end) if at < end else 0
    if run < 2 or HEADS.match(words, at, end) > 1 or WHOLE.match(words, at, end):
        return False
    if words[at + 1].key in MIDDLE_NAMES and run >= 3:
        return True
    return words[at].key in FAMILY_NAMES and least <= run <= 5 and not PLACES.match(words, at, end)


def opens_other(block: Block, at: int, end: int) -> bool:
    """A person, an office or a form of address begins here."""
    words = block.words
    if at in block.people:
        return True
    if words[at].cap and OFFICES.match(words, at, end) and not HEADS.match(words, at, end):
        return words[at].key != "phụ"
    n = HONORIFICS.match(words, at, end)
    return (
        bool(n) and at + n < end and words[at + n].cap and (words[at].cap or n > 1) and words[at].key != "y"
    )


def is_acronym(word: Token) -> bool:
    """ "SHTT", "KH&CN": a field that needs no more words."""
    return len(word.text) > 1 and word.text.isupper() and word.text[0].isalpha()
