"""Rows straight into their tables, for measuring with many: no instance is made and no signal sent.

The database's own constraints hold as always. An ORM insert spends its time in Python, twenty columns a row; here each row is
one plain tuple: `executemany` on SQLite, COPY on PostgreSQL. Call inside a transaction.
"""

import io
import json
from collections.abc import Callable, Iterable, Iterator

from django.db import connection, models

# Values of these columns need no help to become a parameter.
_PLAIN = (models.CharField, models.IntegerField, models.BooleanField, models.ForeignKey, models.TextField)


def reserve(model: type[models.Model], count: int) -> list[int]:
    """Primary keys that the next rows may take, free until this transaction ends."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
                [table, model._meta.pk.column, count],
            )
            return [key for (key,) in cursor.fetchall()]
        # The write lock is taken at the start of each transaction (portal/environment.py): nobody else adds rows meanwhile.
        cursor.execute(
            f"SELECT COALESCE(MAX({connection.ops.quote_name(model._meta.pk.column)}), 0) FROM "
            f"{connection.ops.quote_name(table)}"
        )
        first = cursor.fetchone()[0] + 1
    return list(range(first, first + count))


def load(model: type[models.Model], rows: Iterable[dict]) -> None:
    """Add rows of {attname: value}, the primary key among them; what a row does not name takes the model's default.

    A name that is no column is a KeyError, seen in the first row.
    """
    columns = [_Column(field) for field in model._meta.concrete_fields if not field.generated]
    values = ([column.of(row) for column in columns] for row in _checked(rows, columns))
    quoted = ", ".join(connection.ops.quote_name(column.field.column) for column in columns)
    table = connection.ops.quote_name(model._meta.db_table)
    # The driver's own way in is not among those whose errors Django translates.
    with connection.cursor() as cursor, connection.wrap_database_errors:
        if connection.vendor == "postgresql":
            cursor.copy_expert(f"COPY {table} ({quoted}) FROM STDIN", _copied(values))
        else:
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {table} ({quoted}) VALUES ({marks})", list(values))


def _checked(rows: Iterable[dict], columns: list["_Column"]) -> Iterator[dict]:
    names = {column.field.attname for column in columns}
    for number, row in enumerate(rows):
        if number == 0 and (unknown := row.keys() - names):
            raise KeyError(f"no columns: {', '.join(sorted(unknown))}")
        yield row


class _Column:
    """One column: how a row's value becomes a parameter, and what stands there for rows that do not name it."""

    def __init__(self, field: models.Field):
        self.field = field
        self.prepare = _preparation(field)
        self.default = self.prepare(field.get_default())

    def of(self, row: dict):
        name = self.field.attname
        return self.prepare(row[name]) if name in row else self.default


def _preparation(field: models.Field) -> Callable:
    if isinstance(field, models.JSONField):
        return lambda value: None if value is None else json.dumps(value, cls=field.encoder)
    # By the exact kind of column: a subclass may have a rule of its own (HtmlField cleans what is written).
    if field.get_internal_type() in {kind.__name__ for kind in _PLAIN} and type(field) in _PLAIN:
        return lambda value: value
    return lambda value: field.get_db_prep_save(value, connection)


def _copied(values: Iterable[list]) -> io.StringIO:
    """Rows in the text format of COPY."""
    return io.StringIO("".join("\t".join(map(_text, row)) + "\n" for row in values))


_ESCAPED = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def _text(value) -> str:
    if value is None:
        return r"\N"
    return value.translate(_ESCAPED) if isinstance(value, str) else str(value)
