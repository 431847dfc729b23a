"""Reading a table of abbreviations: CSV with a line of headings, English or Vietnamese, or PLS. Touches no database."""

import csv
import io
from xml.etree import ElementTree

from django.utils.translation import gettext as _

_PLS = "{http://www.w3.org/2005/01/pronunciation-lexicon}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MOST_BYTES = 2_000_000
# Headings of the site's own file, and as people write them.
HEADINGS = {
    "chữ viết tắt": "short", "viết tắt": "short", "viết đầy đủ": "full", "đầy đủ": "full", "nghĩa": "full", "đọc là": "spoken",
    "cách đọc": "mode", "ngôn ngữ": "language", "quy định tại": "source", "nguồn": "source",
}  # fmt: skip
OFF = ("0", "false", "không")


class Row(dict):
    """Columns of the model; `line` is where it stands in the file, from 1."""

    line = 0

    @classmethod
    def at(cls, line: int, **columns) -> "Row":
        row = cls(columns)
        row.line = line
        return row


def decoded(data: bytes) -> str:
    """Raises ValueError with what to do about it."""
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(_("The file is not UTF-8. In Excel choose “Save as”, type “CSV UTF-8”.")) from None


def read(text: str) -> list[Row]:
    """Raises ValueError with a sentence."""
    text = text.lstrip("\ufeff").replace("\x00", "")
    if len(text) > MOST_BYTES:
        raise ValueError(_("The table is too long."))
    return _pls(text.strip()) if text.lstrip().startswith("<") else _csv(text)


def _csv(text: str) -> list[Row]:
    first = next((line for line in text.splitlines() if line.strip()), "")
    # A spreadsheet in Vietnamese parts columns by semicolons.
    lines = csv.reader(io.StringIO(text), delimiter=max(",", ";", "\t", key=first.count))
    try:
        rows = [(lines.line_num, cells) for cells in lines if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        raise ValueError(_("The table breaks off in line %(line)d.") % {"line": lines.line_num}) from error
    names = [_heading(cell) for cell in rows[0][1]] if rows else []
    if not {"short", "full"} <= set(names):
        raise ValueError(_("The first line must name the columns; short and full are needed."))
    return [_row(line, dict(zip(names, cells, strict=False))) for line, cells in rows[1:]]


def _heading(cell: str) -> str:
    word = cell.strip().lower()
    return HEADINGS.get(word, word)


def _row(line: int, cells: dict) -> Row:
    # The site's own file has an apostrophe before what a spreadsheet would take for a formula.
    said = {name: cell.strip().removeprefix("'") for name, cell in cells.items()}
    row = Row.at(line, short=said["short"], full=said.get("full", ""), language=said.get("language") or "vi")
    row |= {name: said[name] for name in ("spoken", "mode", "source") if said.get(name)}
    if said.get("is_explained"):
        row["is_explained"] = said["is_explained"].lower() not in OFF
    return row


def _pls(text: str) -> list[Row]:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError(_("A PLS file with a document type is not read."))
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        line = error.position[0]
        raise ValueError(_("This is no PLS: it breaks off in line %(line)d.") % {"line": line}) from None
    language = (root.get(_LANGUAGE) or "vi")[:2]
    found = [
        (lexeme.findtext(f"{_PLS}alias"), grapheme.text)
        for lexeme in root.iter(f"{_PLS}lexeme")
        for grapheme in lexeme.iterfind(f"{_PLS}grapheme")
    ]
    return [
        Row.at(number, short=short.strip(), full=alias.strip(), language=language)
        for number, (alias, short) in enumerate(found, 1)
        if alias and (short or "").strip()
    ]
