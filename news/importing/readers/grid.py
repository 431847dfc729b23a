"""Tables: a table of facts becomes html with header cells and one line a row, a table for layout becomes its paragraphs."""

import re
from dataclasses import dataclass

from news.importing.readers.source import Line


@dataclass(slots=True)
class Cell:
    """`across` and `down` count columns and rows; `markup` is inline html."""

    text: str
    markup: str = ""
    across: int = 1
    down: int = 1
    is_header: bool = False


def lines_of(rows: list[list[Cell]]) -> list[Line]:
    """One line a row for the extractor ("Lê Văn A, Giám đốc"), the table's html on the first. Empty for an empty table."""
    rows = [row for row in rows if any(cell.text.strip() for cell in row)]
    if not rows:
        return []
    lines = [Line(_words(row), part="row") for row in rows]
    lines[0].table = _html(_with_headers(rows))
    return lines


def _words(row: list[Cell]) -> str:
    """Cells as one phrase, without the running number of the row."""
    texts = [" ".join(cell.text.split()) for cell in row]
    return ", ".join(text for text in texts if text and not re.fullmatch(r"\d{1,3}[.)]?", text))


def _with_headers(rows: list[list[Cell]]) -> list[list[Cell]]:
    """A first row of short words over a body is the header, when the file itself marks none."""
    first = rows[0]
    marked = any(cell.is_header for row in rows for cell in row)
    wordy = all(
        cell.text.strip() and len(cell.text) < 60 and re.search(r"[^\W\d]", cell.text) for cell in first
    )
    if not marked and wordy and len(rows) > 1 and len(first) > 1:
        for cell in first:
            cell.is_header = True
    return rows


def _html(rows: list[list[Cell]]) -> str:
    heads = 0
    while heads < len(rows) - 1 and all(cell.is_header for cell in rows[heads]):
        heads += 1
    head = "".join(f"<tr>{''.join(_cell(cell, 'col') for cell in row)}</tr>" for row in rows[:heads])
    body = "".join(f"<tr>{''.join(_cell(cell, 'row') for cell in row)}</tr>" for row in rows[heads:])
    return f"<table>{f'<thead>{head}</thead>' if head else ''}<tbody>{body}</tbody></table>"


def _cell(cell: Cell, scope: str) -> str:
    spans = f' colspan="{cell.across}"' if cell.across > 1 else ""
    spans += f' rowspan="{cell.down}"' if cell.down > 1 else ""
    if cell.is_header:
        return f'<th scope="{scope}"{spans}>{cell.markup}</th>'
    return f"<td{spans}>{cell.markup}</td>"
