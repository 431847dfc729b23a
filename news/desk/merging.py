"""Two records of one person or one agency become one, and two again when that was a mistake.

What points to the duplicate is pointed to the survivor; the duplicate stays as a pointer under which it is found no more.
The row of `Merging` remembers every key that moved, so that undoing gives each back and touches nothing that came later.
Printed names and titles are history and do not change.
"""

from dataclasses import dataclass

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from news.desk.errors import NotAllowed, Refused
from news.fold import fold
from news.models import (
    Agency,
    AgencyName,
    Appointment,
    Article,
    Attendance,
    Caption,
    Credit,
    Delegation,
    Hiding,
    Mention,
    Merging,
    Person,
    Sequence,
)

_Shown = Caption.people.through


@dataclass(frozen=True)
class Kind:
    """`columns` may be chosen from either record; `pointers` are (model, column); `once` are columns that may name a record
    once only together with the pointer: a second row is set aside and comes back when the merger is undone."""

    name: str
    model: type[models.Model]
    permission: str
    columns: tuple[str, ...]
    pointers: tuple[tuple[type[models.Model], str], ...]
    once: tuple[tuple[type[models.Model], str, str], ...] = ()


PERSON = Kind(
    "person", Person, "news.change_person", ("full_name", "honorific", "note"),
    ((Attendance, "person"), (Appointment, "person"), (Credit, "person"), (_Shown, "person"), (Person, "merged_into")),
    ((_Shown, "person", "caption"),),
)  # fmt: skip
AGENCY = Kind(
    "agency", Agency, "news.change_agency",
    ("name", "name_en", "abbreviation", "kind", "parent", "website", "description"),
    ((Mention, "agency"), (Delegation, "agency"), (Attendance, "agency"), (Appointment, "agency"), (AgencyName, "agency"),
     (Agency, "parent"), (Agency, "successor"), (Agency, "merged_into")),
    ((Mention, "agency", "edition"), (AgencyName, "agency", "folded")),
)  # fmt: skip
KINDS = {kind.name: kind for kind in (PERSON, AGENCY)}


@transaction.atomic
def merge(kind: Kind, survivor, merged, *, by, taken: tuple[str, ...] = ()) -> Merging:
    """`taken` are the columns whose value the survivor takes from the duplicate. Raises Refused."""
    _demand(by, kind)
    _wait_for_writers()
    # Locked in one order, so that two mergers of the same pair do not wait for each other.
    rows = {row.pk: row for row in kind.model.objects.select_for_update(of=("self",), no_key=True).filter(
        pk__in=[survivor.pk, merged.pk]).order_by("pk")}  # fmt: skip
    _demand_mergeable(kind, rows.get(survivor.pk), rows.get(merged.pk))
    survivor, merged = rows[survivor.pk], rows[merged.pk]
    log = Merging(
        kind=kind.name, by=by, survivor=survivor.pk, survivor_name=str(survivor), merged=merged.pk,
        merged_name=str(merged),
    )  # fmt: skip
    log.before = _take(kind, survivor, merged, taken)
    log.moved = {"aside": _set_aside(kind, survivor, merged)} | _move(kind, survivor, merged)
    merged.merged_into = survivor
    merged.save(update_fields=["merged_into"])
    if kind is AGENCY:
        log.moved["named"] = _also_called(survivor, merged.name)
    log.save()
    return log


@transaction.atomic
def undo(log: Merging, *, by) -> Merging:
    """Give everything back that still stands where the merger put it. Later mergers of the same records are undone first."""
    log = Merging.objects.select_for_update().get(pk=log.pk)
    kind = KINDS[log.kind]
    _demand(by, kind)
    merged = kind.model.objects.select_for_update(of=("self",), no_key=True).get(pk=log.merged)
    survivor = kind.model.objects.select_for_update(of=("self",), no_key=True).get(pk=log.survivor)
    if log.is_undone or merged.merged_into_id != survivor.pk or survivor.merged_into_id:
        raise Refused(_("This merger was undone already, or a later one must be undone first."))
    AgencyName.objects.filter(pk__in=log.moved.get("named", [])).delete()
    for model, column in kind.pointers:
        keys = log.moved.get(_label(model, column), [])
        _rows(model).filter(pk__in=keys, **{column: survivor.pk}).update(**{column: merged.pk})
    _put_back(log.moved.get("aside", []))
    _give_back(survivor, log.before)
    merged.merged_into = None
    merged.save(update_fields=["merged_into"])
    log.undone_by, log.undone_at = by, timezone.now()
    log.save(update_fields=["undone_by", "undone_at"])
    return log


def _wait_for_writers() -> None:
    """Whoever saves an article holds its row, and whoever makes one holds the numbers. What they have written still names the
    duplicate and is moved with the rest; what is written later is led to the kept record (news/desk/heirs.py)."""
    open_ones = Article.objects.filter(open_edition__isnull=False).order_by("number").values_list("pk")
    list(open_ones.select_for_update(of=("self",), no_key=True))
    list(Sequence.objects.filter(name="article").select_for_update(no_key=True))


def counted(kind: Kind, row) -> list[tuple[str, int]]:
    """What points to a record, as (what, how many): the reader of the page sees which one is used."""
    found = []
    for model, column in kind.pointers:
        if count := _rows(model).filter(**{column: row.pk}).count():
            found.append((_words(model, column), count))
    return found


def _words(model, column: str) -> str:
    if model is _Shown:
        return _("people shown")
    if column in ("parent", "successor", "merged_into"):
        return str(model._meta.get_field(column).verbose_name)
    return str(model._meta.verbose_name)


def _demand(by, kind: Kind) -> None:
    if by is not None and not by.has_perm(kind.permission):
        raise NotAllowed(_("You may not merge records."))


def _demand_mergeable(kind: Kind, survivor, merged) -> None:
    if survivor is None or merged is None or survivor.pk == merged.pk:
        raise Refused(_("Choose two different records."))
    if survivor.merged_into_id or merged.merged_into_id:
        raise Refused(_("One of the records was merged already."))
    if kind is PERSON and Hiding.objects.active().filter(person__in=[survivor.pk, merged.pk]).exists():
        raise Refused(
            _(
                "One of them is hidden from readers. Show the name again before merging, then hide the kept record."
            )
        )
    if kind is AGENCY and survivor.pk in _line_above(merged)[1:] and merged.successor_id:
        raise Refused(_("One agency follows the other. That is a succession, not a duplicate."))


def _line_above(agency: Agency) -> list[int]:
    """The keys of an agency and of those it led to, by its successors."""
    seen = [agency.pk]
    while agency.successor_id and agency.successor_id not in seen:
        agency = agency.successor
        seen.append(agency.pk)
    return seen


def _take(kind: Kind, survivor, merged, taken) -> dict:
    """column -> [value before, value after] of the survivor, as JSON."""
    values = {column: getattr(merged, _attribute(kind, column)) for column in kind.columns if column in taken}
    for column in ("parent", "successor"):
        # What pointed to the duplicate would now point to the record itself.
        if kind is AGENCY and values.get(column, getattr(survivor, f"{column}_id")) in (
            merged.pk,
            survivor.pk,
        ):
            above = getattr(merged, f"{column}_id")
            values[column] = above if above != survivor.pk else None
    before = {
        column: [getattr(survivor, _attribute(kind, column)), value] for column, value in values.items()
    }
    if kind is AGENCY and values.get("successor", survivor.successor_id) is None and survivor.succeeded_on:
        before["succeeded_on"] = [survivor.succeeded_on.isoformat(), None]
        survivor.succeeded_on = None
    for column, value in values.items():
        setattr(survivor, _attribute(kind, column), value)
    if before:
        survivor.save()
    return {column: pair for column, pair in before.items() if pair[0] != pair[1]}


def _attribute(kind: Kind, column: str) -> str:
    return kind.model._meta.get_field(column).attname


def _give_back(survivor, before: dict) -> None:
    """Only what nobody changed since."""
    for column, (old, new) in before.items():
        field = survivor._meta.get_field(column)
        if field.to_python(new) == getattr(survivor, field.attname):
            setattr(survivor, field.attname, field.to_python(old))
    if before:
        survivor.save()


def _set_aside(kind: Kind, survivor, merged) -> list[dict]:
    """Rows of the duplicate that would say a second time what a row of the survivor says; kept whole, then removed."""
    kept = []
    for model, column, other in kind.once:
        said = _rows(model).filter(**{column: survivor.pk}).values(other)
        twice = _rows(model).filter(**{column: merged.pk, f"{other}__in": said})
        kept += [{"model": model._meta.label, "row": _plain(row)} for row in twice.values()]
        twice.delete()
    return kept


def _put_back(kept: list[dict]) -> None:
    for item in kept:
        model = apps.get_model(item["model"])
        _rows(model).bulk_create([model(**item["row"])], ignore_conflicts=True)


def _plain(row: dict) -> dict:
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in row.items()}


def _move(kind: Kind, survivor, merged) -> dict[str, list[int]]:
    moved = {}
    for model, column in kind.pointers:
        rows = _rows(model).filter(**{column: merged.pk}).exclude(**_itself(model, kind, survivor))
        if keys := list(rows.values_list("pk", flat=True)):
            _rows(model).filter(pk__in=keys).update(**{column: survivor.pk})
            moved[_label(model, column)] = keys
    return moved


def _itself(model, kind: Kind, survivor) -> dict:
    return {"pk": survivor.pk} if model is kind.model else {"pk": None}


def _also_called(survivor: Agency, name: str) -> list[int]:
    """The duplicate's own name finds the survivor from now on."""
    folded = fold(name)[:255]
    if folded == survivor.folded or survivor.other_names.filter(folded=folded).exists():
        return []
    return [survivor.other_names.create(name=name).pk]


def _label(model, column: str) -> str:
    return f"{model._meta.label}.{column}"


def _rows(model) -> models.QuerySet:
    """Written below the audit, which would tell each of a thousand rows: the merger is one line of it."""
    return model._base_manager.all()
