"""A table that leaves the house: as .xlsx (several sheets) or as CSV. Text stays text, whatever it begins with."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field

import xlsxwriter

from news.cells import as_words

# Format of a column's numbers; "text" has none.
FORMATS = {
    "number": "#,##0",
    "money": '#,##0" đ"',
    "decimal": "General",
    "day": "dd/mm/yyyy",
    "month": "mm/yyyy",
}


@dataclass(frozen=True)
class Column:
    """`kind` is text or a key of FORMATS; `width` in characters."""

    label: str
    kind: str = "text"
    width: int = 12


@dataclass
class Sheet:
    """`lines` stand above the table, `total` below it (same length as a row; None leaves a cell empty)."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence]
    lines: Sequence[str] = ()
    total: Sequence = field(default_factory=tuple)


def as_xlsx(*sheets: Sheet) -> bytes:
    file = io.BytesIO()
    # Each cell says itself what it is; nothing is guessed from its letters.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        for sheet in sheets:
            _Page(book, sheet).write()
    return file.getvalue()


class _Page:
    def __init__(self, book: xlsxwriter.Workbook, sheet: Sheet):
        self.sheet, self.page = sheet, book.add_worksheet(sheet.name[:31])
        self.bold = book.add_format({"bold": True})
        self.head = book.add_format({"bold": True, "text_wrap": True, "bottom": 1, "valign": "top"})
        self.plain = [book.add_format(_looks(column)) for column in sheet.columns]
        self.sums = [book.add_format(_looks(column) | {"bold": True, "top": 1}) for column in sheet.columns]

    def write(self) -> None:
        top = len(self.sheet.lines) + bool(self.sheet.lines)
        for place, line in enumerate(self.sheet.lines):
            self.page.write_string(place, 0, line, self.bold)
        for place, column in enumerate(self.sheet.columns):
            self.page.set_column(place, place, column.width)
            self.page.write_string(top, place, column.label, self.head)
        for place, row in enumerate(self.sheet.rows, top + 1):
            self._row(place, row, self.plain)
        if self.sheet.total:
            self._row(top + 1 + len(self.sheet.rows), self.sheet.total, self.sums)
        self.page.freeze_panes(top + 1, 0)
        self.page.set_landscape()
        self.page.set_paper(9)
        self.page.fit_to_pages(1, 0)
        self.page.repeat_rows(top)

    def _row(self, place: int, row: Sequence, looks: list) -> None:
        for number, (value, look) in enumerate(zip(row, looks, strict=True)):
            if value is None:
                self.page.write_blank(place, number, None, look)
            elif isinstance(value, str):
                self.page.write_string(place, number, value, look)
            elif hasattr(value, "isoformat"):
                self.page.write_datetime(place, number, value, look)
            else:
                self.page.write_number(place, number, value, look)


def _looks(column: Column) -> dict:
    if column.kind == "text":
        return {"text_wrap": True, "valign": "top"}
    return {"num_format": FORMATS[column.kind], "valign": "top"}


def as_csv(sheet: Sheet) -> bytes:
    """UTF-8 with its mark, so that a spreadsheet reads Vietnamese; a text that looks like a formula gets an apostrophe."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(as_words(column.label) for column in sheet.columns)
    for row in [*sheet.rows, *([sheet.total] if sheet.total else [])]:
        writer.writerow(_cell(value, column) for value, column in zip(row, sheet.columns, strict=True))
    return file.getvalue().encode("utf-8-sig")


def _cell(value, column: Column):
    if value is None:
        return ""
    if isinstance(value, str):
        return as_words(value)
    if hasattr(value, "isoformat"):
        return f"{value:%m/%Y}" if column.kind == "month" else value.isoformat()
    return value
