"""Every sentence of the newsroom and the public site stands in the catalogues, and has the places its English has."""

import io
import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(settings.ROOT)
KEYWORDS = dict.fromkeys(
    ("_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy")
)
# The admin's words are kept, and checked, beside the admin.
SOURCES = [
    *(path for path in (ROOT / "news").rglob("*.py") if "admin" not in path.parts),
    *(path for part in ("news", "portal", "_parts") for path in (ROOT / "templates" / part).rglob("*.html")),
    ROOT / "templates/base.html",
]


def catalogue(language: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Messages of all rooms as {(singular, plural): translations}."""
    found = {}
    for room in ("news", "portal", "accessibility"):
        path = ROOT / room / f"locale/{language}/LC_MESSAGES/django.po"
        for message in read_po(io.BytesIO(path.read_bytes()), locale=language) if path.exists() else ():
            ids, texts = (
                part if isinstance(part, tuple) else (part,) for part in (message.id, message.string)
            )
            if ids[0] and not message.fuzzy:
                found[ids] = texts
    return found


def by_singular(language: str) -> dict[str, tuple[str, ...]]:
    return {ids[0]: texts for ids, texts in catalogue(language).items()}


def messages(path: Path):
    """First arguments of the translating calls and tags of a file, a context passed over."""
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        # What is left of a page is indented as its tags are, which means nothing and breaks the reader of Python.
        source = "\n".join(line.lstrip() for line in templatize(source).splitlines())
    for _line, name, found, _comments in extract_python(io.BytesIO(source.encode()), KEYWORDS, [], {}):
        texts = [found] if isinstance(found, str) else [text for text in found if text]
        if texts:
            yield texts[1] if name.startswith("pgettext") else texts[0]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_sentence_is_translated(language):
    known = by_singular(language)
    missing = {
        f"{path.relative_to(ROOT)}: {text}"
        for path in SOURCES
        for text in messages(path)
        if not all(known.get(text, ("",)))
    }
    assert not missing


def test_the_search_for_sentences_finds_them():
    found = {text for path in SOURCES for text in messages(path)}
    assert {
        "Publish now",
        "title",
        "Front page",
        "Latest news",
        "From %(last)s to %(first)s",
        "%(count)s more unit",
    } <= found


def test_a_translation_has_the_places_of_its_sentence():
    places = re.compile(r"%\(\w+\)[sdg]|\{\w+\}")
    wrong = {
        ids[0]
        for ids, translations in catalogue("vi").items()
        if set(places.findall(" ".join(translations))) - set(places.findall(" ".join(ids)))
    }
    assert not wrong


def test_english_says_what_the_code_says():
    written = {text for path in SOURCES for text in messages(path)}
    different = {text for text, texts in by_singular("en").items() if texts[0] != text}
    assert not written & different
