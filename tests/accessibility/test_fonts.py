"""The families a reader may choose: every letter of Vietnamese is there, in each weight."""

from itertools import product
from unicodedata import normalize

import pytest
from django.conf import settings
from fontTools.ttLib import TTFont

# Twelve vowels with six tones each, and đ; both cases.
VOWELS, TONES = "aăâeêioôơuưy", ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LOWER = {normalize("NFC", vowel + tone) for vowel, tone in product(VOWELS, TONES)} | {"đ"}
LETTERS = {ord(letter) for lower in LOWER for letter in (lower, lower.upper())}


@pytest.mark.parametrize(
    ("family", "weight"), list(product(("be-vietnam-pro", "literata", "lexend", "andika"), (400, 700)))
)
def test_no_letter_of_vietnamese_is_missing(family, weight):
    files = [
        settings.ROOT / f"static/fonts/{family}-{part}-{weight}-normal.woff2"
        for part in ("latin", "vietnamese")
    ]
    drawn = set().union(*(TTFont(file).getBestCmap() for file in files))
    assert len([letter for letter in LETTERS if letter > 127]) == 134
    assert LETTERS - drawn == set()
