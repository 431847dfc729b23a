"""The type that pages are set in: every file the stylesheet names is here, and no Vietnamese letter falls to another font."""

import re
import unicodedata

import pytest

from tests.processes import ROOT

SHEET = "".join((ROOT / "static" / "css" / name).read_text() for name in ("fonts.css", "reading-fonts.css"))
FACES = re.findall(r"@font-face \{(.*?)\}", SHEET, flags=re.DOTALL)
VOWELS, TONES = "aăâeêioôơuưy", ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LOWER = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES} | {"đ"}
LETTERS = LOWER | {letter.upper() for letter in LOWER}


def value(face: str, name: str) -> str:
    found = re.search(rf"{name}:\s*(.*?);", face, flags=re.DOTALL)
    return found[1] if found else ""


def covered(face: str) -> set[int]:
    """The characters for which a browser loads this face."""
    spans = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", value(face, "unicode-range"))
    return {code for first, last in spans for code in range(int(first, 16), int(last or first, 16) + 1)}


def style_of(face: str) -> tuple[str, ...]:
    return tuple(value(face, name) for name in ("font-family", "font-style", "font-weight"))


WITH_FILES = [face for face in FACES if "url(" in face]


@pytest.mark.parametrize("style", sorted(set(map(style_of, WITH_FILES))), ids=" ".join)
def test_every_vietnamese_letter_is_set_in_the_family_itself(style):
    faces = [face for face in WITH_FILES if style_of(face) == style]

    assert {ord(letter) for letter in LETTERS} <= set().union(*map(covered, faces))


def test_stylesheet_and_folder_name_the_same_files():
    named = set(re.findall(r'url\("\.\./fonts/(.*?)"\)', SHEET))

    assert named == {path.name for path in (ROOT / "static" / "fonts").glob("*.woff2")}


def test_nothing_is_fetched_from_another_host():
    assert "://" not in SHEET


def test_each_family_brings_its_licence():
    licences = {path.name for path in (ROOT / "static" / "fonts").glob("*-OFL.txt")}

    assert licences == {f"{family}-OFL.txt" for family in ("be-vietnam-pro", "literata", "lexend", "andika")}
