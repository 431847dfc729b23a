"""Tables of Word files: for facts or for layout, their rows, spans and header rows."""

from news.importing.readers.word.xml import A, V, is_on, tag, value, w

_NO_LINE = (None, "nil", "none")


def rows(table) -> list[list]:
    """Rows of cells; a cell that continues the one above it is left out."""
    return [
        [cell for cell in row.findall(w("tc")) if not _continues(cell)]
        for row in table.iter(w("tr"))
        if _of(row, table)
    ]


def _of(row, table) -> bool:
    """The row belongs to this table and to none inside it."""
    parent = row.getparent()
    while parent is not None and parent.tag != w("tbl"):
        parent = parent.getparent()
    return parent is table


def _continues(cell) -> bool:
    return value(cell, "tcPr", "vMerge") not in (None, "restart")


def is_for_layout(table) -> bool:
    """A table that only places things: one row or column, pictures or other tables inside, or no line drawn."""
    cells = rows(table)
    if len(cells) < 2 or max((len(row) for row in cells), default=0) < 2:
        return True
    if next(table.iter(tag(A, "blip"), tag(V, "imagedata")), None) is not None:
        return True
    if sum(1 for _ in table.iter(w("tbl"))) > 1:
        return True
    style = value(table, "tblPr", "tblStyle")
    return style in (None, "TableNormal") and not _has_lines(table)


def _has_lines(table) -> bool:
    borders = table.iter(w("tblBorders"), w("tcBorders"))
    return any(edge.get(w("val")) not in _NO_LINE for border in borders for edge in border)


def is_header(row: list) -> bool:
    return bool(row) and is_on(row[0].getparent(), "trPr", "tblHeader")


def is_first(row: list) -> bool:
    before = row[0].getparent().getprevious() if row else None
    return before is not None and before.tag != w("tr")


def spans(cell) -> tuple[int, int]:
    """(columns, rows) that a cell covers."""
    across = value(cell, "tcPr", "gridSpan") or "1"
    down = 1
    if value(cell, "tcPr", "vMerge") == "restart":
        column, row = _column(cell), cell.getparent().getnext()
        while row is not None and row.tag == w("tr") and _continues_in(row, column):
            down, row = down + 1, row.getnext()
    return int(across) if across.isdecimal() else 1, down


def _column(cell) -> int:
    before = cell.itersiblings(w("tc"), preceding=True)
    return sum(int(value(other, "tcPr", "gridSpan") or 1) for other in before)


def _continues_in(row, column: int) -> bool:
    return any(_column(cell) == column and _continues(cell) for cell in row.findall(w("tc")))
