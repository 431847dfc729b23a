"""Rows written as CSV, JSON and NDJSON, piece by piece."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from itertools import islice

from django.core.serializers.json import DjangoJSONEncoder

from news.cells import as_words

# Rows that are written into one piece of the answer.
PIECE = 500
# With it Excel reads Vietnamese letters right; every other reader of UTF-8 knows to pass over it.
BOM = "\ufeff"


def as_csv(columns: list[str], rows: Iterable[dict]) -> Iterator[str]:
    """RFC 4180 with a header. Nothing is null in CSV: an empty cell is."""
    yield BOM + _lines([columns])
    while piece := list(islice(rows, PIECE)):
        yield _lines([_cell(row[name]) for name in columns] for row in piece)


def _lines(cells: Iterable[list]) -> str:
    file = io.StringIO()
    csv.writer(file).writerows(cells)
    return file.getvalue()


def _cell(value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else as_words(str(value))


def as_ndjson(_about: dict, rows: Iterable[dict]) -> Iterator[str]:
    while piece := list(islice(rows, PIECE)):
        yield "".join(f"{_json(row)}\n" for row in piece)


def as_json(about: dict, rows: Iterable[dict]) -> Iterator[str]:
    """One object: what the data are and under which licence, then `data`, the rows."""
    yield f'{_json(about)[:-1]}, "data": ['
    before = "\n"
    while piece := list(islice(rows, PIECE)):
        yield before + ",\n".join(_json(row) for row in piece)
        before = ",\n"
    yield "\n]}\n"


def _json(value) -> str:
    return json.dumps(value, ensure_ascii=False, cls=DjangoJSONEncoder)
