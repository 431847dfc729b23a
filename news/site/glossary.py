"""*Bảng chữ viết tắt*: the glossary for readers, in the order of the Vietnamese alphabet, and for machines."""

import csv
import io
import json
from itertools import groupby
from unicodedata import normalize
from xml.sax.saxutils import escape

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from news.cells import as_words
from news.models import GlossaryEntry
from news.site import abbreviations, addresses, lexicon
from news.site.head import Head
from news.site.public import public
from news.site.trail import trail

FORMS = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "pls": "application/pls+xml; charset=utf-8",
}
COLUMNS = ("short", "full", "spoken", "mode", "language", "is_explained", "source")
_ALPHABET = {letter: place for place, letter in enumerate("0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {tone: place for place, tone in enumerate("\u0300\u0309\u0303\u0301\u0323", 1)}


@public
def abbreviations_page(request):
    """Every entry of the page's language under its letter; articles link to its rows."""
    other = addresses.other_than(addresses.page_language())
    head = Head(
        request,
        title=_("Abbreviations"),
        path=addresses.abbreviations(),
        others={other: addresses.abbreviations(other)},
        description=_("What the abbreviations in our news stand for and how they are read."),
    )
    files = [(form.upper(), addresses.abbreviations_file(form)) for form in FORMS]
    groups = by_letter(lexicon.load(addresses.page_language()).entries)
    context = {"groups": groups, "files": files, "head": head, "trail": trail()}
    return render(request, "news/abbreviations.html", context)


@public
def abbreviations_file(request, form: str):
    """All entries of both languages; PLS holds one, asked for with `?language=en`."""
    if form not in FORMS:
        raise Http404
    written = _WRITERS[form](request)
    return HttpResponse(written, content_type=FORMS[form])


def by_letter(entries) -> list[tuple[str, list[dict]]]:
    """[(letter, rows)]; only the first of entries with the same anchor carries it."""
    seen, rows = set(), []
    for entry in sorted(entries, key=lambda entry: vietnamese_order(entry.short)):
        anchor = abbreviations.anchor(entry.short)
        rows.append({"entry": entry, "anchor": "" if anchor in seen else anchor, "said": _said(entry)})
        seen.add(anchor)
    return [(letter, list(group)) for letter, group in groupby(rows, lambda row: _letter(row["entry"].short))]


def vietnamese_order(text: str) -> tuple:
    """a ă â b c d đ …; tones decide only between words that are otherwise the same. Signs do not count."""
    letters, tones = [], []
    for sign in normalize("NFC", text.lower()):
        parts = normalize("NFD", sign)
        tone = next((_TONES[part] for part in parts if part in _TONES), 0)
        letter = normalize("NFC", "".join(part for part in parts if part not in _TONES))
        if letter in _ALPHABET:
            letters.append(_ALPHABET[letter])
            tones.append(tone)
    return tuple(letters), tuple(tones), text


def _letter(short: str) -> str:
    order = vietnamese_order(short)[0]
    letter = next((letter for letter, place in _ALPHABET.items() if order and place == order[0]), "#")
    return "0–9" if letter.isdigit() else letter.upper()


def _said(entry: GlossaryEntry) -> str:
    """Only what the full form does not already say."""
    if entry.said and entry.said != entry.full:
        return entry.said
    return "" if entry.said else _("letter by letter")


def rows() -> list[dict]:
    return [
        {name: getattr(entry, name) for name in COLUMNS}
        for entry in GlossaryEntry.objects.order_by("language", "short")
    ]


def as_csv() -> str:
    """With a byte order mark, for spreadsheets; cells that one would take for a formula begin with an apostrophe."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    for row in rows():
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return "\ufeff" + out.getvalue()


def as_pls(language: str) -> str:
    """Pronunciation Lexicon Specification 1.0: what is written, and as what it is to be read."""
    lexemes = [
        f"  <lexeme><grapheme>{escape(entry.short)}</grapheme><alias>{escape(entry.said or ' '.join(filter(str.isalnum, entry.short)))}"
        "</alias></lexeme>"
        for entry in lexicon.load(language).entries
    ]
    head = f'<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="{language}">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *lexemes, "</lexicon>", ""])


def _cell(value):
    if isinstance(value, bool):
        return int(value)
    return as_words(value)


_WRITERS = {
    "csv": lambda request: as_csv(),
    "json": lambda request: json.dumps(rows(), ensure_ascii=False, indent=1) + "\n",
    "pls": lambda request: as_pls("en" if request.GET.get("language") == "en" else "vi"),
}
