"""Every word that people see exists in Vietnamese; English is the language of the message ids."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages import pofile
from babel.messages.extract import extract
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(settings.ROOT)
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def used_messages() -> dict[tuple[str | None, str], str]:
    """(context, message id) -> a file that uses it, over all Python sources and templates."""
    used = {}
    for room in ("portal", "news", "accessibility"):
        for path in sorted((ROOT / room).rglob("*.py")):
            used |= _messages(path, path.read_bytes())
    for path in sorted((ROOT / "templates").rglob("*.html")):
        # The template's own indentation would be read as Python's.
        lines = templatize(path.read_text(encoding="utf-8")).splitlines()
        used |= _messages(path, "\n".join(line.lstrip() for line in lines).encode())
    return used


def _messages(path: Path, source: bytes) -> dict:
    found = {}
    for _line, ids, _comments, context in extract("python", BytesIO(source), keywords=KEYWORDS):
        first = ids[0] if isinstance(ids, tuple) else ids
        if first:
            found[context, first] = str(path.relative_to(ROOT))
    return found


def catalogue_entries(language: str, rooms=("portal", "news", "accessibility")):
    for room in rooms:
        path = ROOT / room / "locale" / language / "LC_MESSAGES" / "django.po"
        if path.exists():
            with path.open("rb") as file:
                yield from (
                    entry for entry in pofile.read_po(file, locale=language) if entry.id and not entry.fuzzy
                )


def first_id(entry) -> tuple[str | None, str]:
    return entry.context, entry.id[0] if isinstance(entry.id, tuple) else entry.id


def translated(language: str) -> dict[tuple[str | None, str], str]:
    return {first_id(entry): entry.string for entry in catalogue_entries(language) if entry.string}


def test_every_message_is_translated_into_vietnamese():
    used, known = used_messages(), translated("vi")
    missing = {f"{where}: {message[1]}" for message, where in used.items() if message not in known}
    assert not missing


def test_no_translation_is_left_of_a_message_that_is_gone():
    """The portal's catalogue also overrides words of libraries, which our sources do not hold."""
    used = used_messages()
    assert not {first_id(entry) for entry in catalogue_entries("vi", ["news", "accessibility"])} - used.keys()


def test_a_translation_fills_in_nothing_that_the_message_lacks():
    broken = []
    for language in ("vi", "en"):
        for entry in catalogue_entries(language):
            ids, strings = (
                [value] if isinstance(value, str) else value for value in (entry.id, entry.string)
            )
            given = {name for text in ids for name in re.findall(r"%\(\w+\)[sdg]", text)}
            asked = {name for text in strings for name in re.findall(r"%\(\w+\)[sdg]", text)}
            if asked - given:
                broken.append(ids[0])
    assert not broken


@pytest.mark.parametrize(
    "word", ["trình duyệt gửi", "click", "website", "Lỗi hệ thống", "hòan", "thu hồi bài"]
)
def test_words_of_the_style_sheet_are_kept(word):
    strings = [
        text for value in translated("vi").values() for text in ([value] if isinstance(value, str) else value)
    ]
    assert not [text for text in strings if word in text]


def test_vietnamese_puts_the_tone_mark_in_one_place():
    """hủy, xóa, khóa, tùy, ủy – not huỷ, xoá, khoá, tuỳ, uỷ."""
    old = re.compile(r"\b\w*(?:oá|oà|oả|oã|oạ|oé|oè|uỷ|uý|uỳ|uỹ|uỵ)\b", re.IGNORECASE)
    strings = [
        text for value in translated("vi").values() for text in ([value] if isinstance(value, str) else value)
    ]
    assert not {word for text in strings for word in old.findall(text) if not re.match(r"(?i)qu", word)}
