"""Tables of abbreviations taken into the glossary: CSV as the site gives it away, or PLS. What is known stays unless asked.

`plan` says of each line what would become of it and touches nothing; `take` does it.
"""

from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from news.importing.glossary_tables import Row, read
from news.models import GlossaryEntry

__all__ = ["GENERAL", "Line", "Taken", "plan", "read", "take"]

GENERAL = Path(__file__).with_name("general_abbreviations.csv")


@dataclass(frozen=True)
class Line:
    """What becomes of one row: `entry` is ready to be saved where `fate` is "fresh" or "changed".

    `changes` are (label, before, after); `fault` is a sentence where the fate is "faulty".
    """

    row: Row
    fate: str
    entry: GlossaryEntry | None = None
    changes: tuple[tuple[str, str, str], ...] = ()
    fault: str = ""


@dataclass(frozen=True)
class Taken:
    """Numbers of entries; `faulty` holds (line of the file, sentence)."""

    fresh: int
    changed: int
    kept: int
    faulty: list[tuple[int, str]]


def plan(rows: list[Row], *, replace: bool = False) -> list[Line]:
    """One query, whatever the number of rows. A known entry that differs is "changed" with `replace`, else "differs"."""
    shorts = {row["short"] for row in rows}
    known = {
        (entry.short, entry.language): entry for entry in GlossaryEntry.objects.all() if entry.short in shorts
    }
    lines, seen = [], {}
    for row in rows:
        key = row["short"], row["language"]
        if key in seen:
            fault = _("The same abbreviation stands in line %(line)d already.") % {"line": seen[key]}
            lines.append(Line(row, "faulty", fault=fault))
            continue
        seen[key] = row.line
        lines.append(_line(row, known.get(key), replace))
    return lines


def take(rows: list[Row], *, replace: bool = False) -> Taken:
    """All sound rows in one transaction."""
    with transaction.atomic():
        lines = plan(rows, replace=replace)
        for line in lines:
            if line.fate in ("fresh", "changed"):
                line.entry.save()
    fates = [line.fate for line in lines]
    faulty = [(line.row.line, line.fault) for line in lines if line.fate == "faulty"]
    return Taken(
        fates.count("fresh"), fates.count("changed"), fates.count("kept") + fates.count("differs"), faulty
    )


def _line(row: Row, known: GlossaryEntry | None, replace: bool) -> Line:
    entry = known or GlossaryEntry()
    changes = tuple(
        (_label(name), _shown(name, getattr(entry, name)), _shown(name, value))
        for name, value in row.items()
        if known and getattr(entry, name) != value
    )
    if known and not changes:
        return Line(row, "kept")
    for name, value in row.items():
        setattr(entry, name, value)
    try:
        # What the database would ask for each row is known from the one query.
        entry.full_clean(validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        return Line(row, "faulty", fault=_said(error))
    if known:
        return Line(row, "changed" if replace else "differs", entry, changes)
    return Line(row, "fresh", entry)


def _label(name: str) -> str:
    return str(GlossaryEntry._meta.get_field(name).verbose_name)


def _shown(name: str, value) -> str:
    if name == "is_explained":
        return str(_("yes") if value else _("no"))
    return str(dict(GlossaryEntry._meta.get_field(name).choices or ()).get(value, value))


def _said(error: ValidationError) -> str:
    """Each sentence after the name of its column."""
    return " ".join(f"{_label(name)}: {' '.join(said)}" for name, said in error.message_dict.items())
