"""Tables of abbreviations taken into the glossary: CSV as the site gives it away, or PLS. What is known stays unless asked."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from django.core.exceptions import ValidationError
from django.db import transaction

from news.models import GlossaryEntry

GENERAL = Path(__file__).with_name("general_abbreviations.csv")
_PLS = "{http://www.w3.org/2005/01/pronunciation-lexicon}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MOST_BYTES = 2_000_000


@dataclass(frozen=True)
class Taken:
    """Numbers of entries; `faulty` holds (line, sentence)."""

    fresh: int
    changed: int
    kept: int
    faulty: list[tuple[int, str]]


def read(text: str) -> list[dict]:
    """Rows as columns of the model, from CSV with a line of headings or from PLS. Raises ValueError."""
    text = text.lstrip("\ufeff").strip()
    if len(text) > MOST_BYTES:
        raise ValueError("The table is too long.")
    return _pls(text) if text.startswith("<") else _csv(text)


def take(rows: list[dict], *, replace: bool = False) -> Taken:
    """All sound rows in one transaction. A known entry that differs is changed only with `replace`."""
    fresh = changed = kept = 0
    faulty = []
    with transaction.atomic():
        for number, row in enumerate(rows, 1):
            known = GlossaryEntry.objects.filter(short=row["short"], language=row["language"]).first()
            differs = known and any(getattr(known, name) != value for name, value in row.items())
            if known and not (replace and differs):
                kept += 1
                continue
            entry = known or GlossaryEntry()
            for name, value in row.items():
                setattr(entry, name, value)
            try:
                entry.full_clean()
            except ValidationError as error:
                faulty.append((number, " ".join(error.messages)))
                continue
            entry.save()
            fresh, changed = fresh + (not known), changed + bool(known)
    return Taken(fresh, changed, kept, faulty)


def _csv(text: str) -> list[dict]:
    lines = csv.DictReader(io.StringIO(text))
    if not {"short", "full"} <= set(lines.fieldnames or ()):
        raise ValueError("The first line must name the columns; short and full are needed.")
    return [_row(line) for line in lines if (line["short"] or "").strip()]


def _row(line: dict) -> dict:
    cells = {
        name: (value or "").strip()
        for name, value in line.items()
        if isinstance(name, str) and not isinstance(value, list)
    }
    short = cells["short"].removeprefix("'")
    row = {"short": short, "full": cells["full"].removeprefix("'"), "language": cells.get("language") or "vi"}
    row |= {name: cells[name].removeprefix("'") for name in ("spoken", "mode", "source") if cells.get(name)}
    if cells.get("is_explained"):
        row["is_explained"] = cells["is_explained"] not in ("0", "false", "False")
    return row


def _pls(text: str) -> list[dict]:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError("A PLS file with a document type is not read.")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise ValueError(f"This is no PLS: {error}") from None
    language = (root.get(_LANGUAGE) or "vi")[:2]
    found = [
        (lexeme.findtext(f"{_PLS}alias"), lexeme.iterfind(f"{_PLS}grapheme"))
        for lexeme in root.iter(f"{_PLS}lexeme")
    ]
    return [
        {"short": (grapheme.text or "").strip(), "full": alias.strip(), "language": language}
        for alias, graphemes in found
        for grapheme in graphemes
        if alias and (grapheme.text or "").strip()
    ]
