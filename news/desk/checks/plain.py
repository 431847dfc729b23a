"""Plain writing: sentences that can be followed by ear, and words that are not all capitals."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from news.desk.checks.finding import Finding
from news.extraction.text import sentences, tokens
from news.richtext import plain_text

# Forty Vietnamese words are about sixty written syllables, which is what stands between spaces.
LONGEST = 60
# A sentence that lists guests or documents is followed item by item.
_LISTING = ";"
_SHOWN = 8
_CAPITALS_FROM = 12


def sentences_can_be_followed(document: dict) -> Iterator[Finding]:
    """One finding for each of lead and body: how many sentences are too long, and how the first of them begins."""
    for place in ("lead", "body"):
        if long := [words for words in _sentences_of(plain_text(document[place])) if len(words) > LONGEST]:
            sentence = _(
                "%(count)d sentences have more than %(most)d syllables and are hard to follow by ear; "
                "the first begins “%(words)s …”."
            )
            told = {"count": len(long), "most": LONGEST, "words": " ".join(long[0][:_SHOWN])}
            yield Finding(sentence % told, place, is_blocking=False)


def _sentences_of(text: str) -> Iterator[list[str]]:
    """The words of each sentence, signs left out."""
    for line in text.split("\n"):
        for piece in line.split(_LISTING):
            words = tokens(piece)
            for first, end in sentences(words):
                yield [word.text for word in words[first:end] if word.text[0].isalnum()]


def capitals_are_few(document: dict) -> Iterator[Finding]:
    """Whole lines in capitals are slow to read, and some voices spell them."""
    for place in ("title", "lead", "body"):
        lines = plain_text(document[place]).split("\n") if place != "title" else [document[place]]
        if loud := [line for line in lines if is_in_capitals(line)]:
            words = " ".join(loud[0].split()[:_SHOWN])
            sentence = _("“%(words)s” is written all in capitals, which is slow to read. Use sentence case.")
            yield Finding(sentence % {"words": words}, place, is_blocking=False)


def is_in_capitals(line: str) -> bool:
    """Whether a line is words in capitals, rather than an abbreviation or two."""
    letters = [letter for letter in line if letter.isalpha()]
    return len(letters) > _CAPITALS_FROM and sum(letter.isupper() for letter in letters) > 0.8 * len(letters)
