"""One row of an export after another, with the line it stands on; never more than one row in memory."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from django.conf import settings
from django.utils.translation import gettext as _

from news.importing.bundle import natural
from news.importing.errors import ImportRefused

CHUNK = 65_536
PAGES = {".html", ".htm", ".mht", ".mhtml"}


@dataclass(frozen=True, slots=True)
class Row:
    """`fault` says in a sentence why the row cannot be read; `values` is then empty. For a saved page `line` is its place in
    the folder and `page` the file."""

    line: int
    values: dict
    fault: str = ""
    page: Path | None = None


def read(path: Path) -> Iterator[Row]:
    """Rows of a JSON array, JSON lines, a CSV file, or a folder of saved pages. Raises ImportRefused."""
    if path.is_dir():
        yield from _pages(path)
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from _rows(file, path.name)
    except OSError as error:
        words = {"name": path.name, "why": error.strerror or error}
        raise ImportRefused(_("The file “%(name)s” cannot be read: %(why)s.") % words) from None
    except UnicodeDecodeError:
        raise ImportRefused(
            _("The file “%(name)s” is not in UTF-8. Export it anew with that encoding.") % {"name": path.name}
        ) from None


def most() -> int:
    """Characters of one row at most."""
    return int(settings.IMPORT_MAX_MB * 1024 * 1024)


def _rows(file: TextIO, name: str) -> Iterator[Row]:
    head = file.read(4096).lstrip()
    file.seek(0)
    if head.startswith("["):
        yield from _of_array(file, name)
    elif head.startswith("{"):
        yield from _of_lines(file)
    elif head:
        yield from _of_csv(file, head, name)


def _of_lines(file: TextIO) -> Iterator[Row]:
    number, limit = 0, most()
    while line := file.readline(limit + 1):
        number += 1
        if len(line) > limit:
            while line and not line.endswith("\n"):
                line = file.readline(CHUNK)
            yield Row(number, {}, _too_long())
        elif line.strip():
            yield _of_text(line, number)


def _of_text(text: str, number: int) -> Row:
    try:
        return _of_value(json.loads(text), number)
    except (ValueError, RecursionError):
        return Row(number, {}, _("This is no JSON object."))


def _of_value(value, number: int) -> Row:
    return Row(number, value) if isinstance(value, dict) else Row(number, {}, _("This is no JSON object."))


def _of_array(file: TextIO, name: str) -> Iterator[Row]:
    """Objects of one array, taken from a buffer as they become whole."""
    decoder, buffer, line, limit = json.JSONDecoder(), file.read(CHUNK).lstrip()[1:], 1, most()
    while True:
        stripped = buffer.lstrip(" \t\r\n,")
        line += buffer.count("\n", 0, len(buffer) - len(stripped))
        buffer = stripped
        if buffer.startswith("]"):
            return
        try:
            value, end = decoder.raw_decode(buffer)
        except (ValueError, RecursionError):
            # Twice the buffer each time, so that a long object is not begun anew for every chunk.
            more = file.read(max(CHUNK, len(buffer)))
            if not more or len(buffer) > limit:
                raise ImportRefused(
                    _(
                        "The file “%(name)s” is broken in the object that begins in line %(line)d; what stands before it was "
                        "read. Mend it and start again: nothing comes twice."
                    )
                    % {"name": name, "line": line}
                ) from None
            buffer += more
            continue
        yield _of_value(value, line)
        line += buffer.count("\n", 0, end)
        buffer = buffer[end:] or file.read(CHUNK)
        if not buffer:
            return


def _of_csv(file: TextIO, head: str, name: str) -> Iterator[Row]:
    csv.field_size_limit(most())
    first = head.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.DictReader(file, delimiter=delimiter)
    while True:
        line = reader.line_num + 1 if reader.line_num else 2
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Row(line, {}, _too_long())
            continue
        yield Row(line, {key: value for key, value in values.items() if key and isinstance(value, str)})


def _pages(folder: Path) -> Iterator[Row]:
    files = (path for path in folder.rglob("*") if path.suffix.lower() in PAGES and path.is_file())
    for number, path in enumerate(sorted(files, key=lambda path: natural(str(path))), 1):
        yield Row(number, {"id": str(path.relative_to(folder))}, page=path)


def _too_long() -> str:
    return _("This row is longer than IMPORT_MAX_MB allows.")
