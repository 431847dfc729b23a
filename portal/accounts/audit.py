"""One append-only log of what is not an article: users, roles, people, agencies, settings. Articles have their Decisions.

`listen()` is called once at the start; from then on every save of a watched model leaves an entry with the values before and
after. Bulk writing sends no signal and would pass it by: no code may do so (tests/test_audit_is_not_passed_by.py) but
news/desk/newcomers.py, which tells `note_newcomers`.
"""

from contextvars import ContextVar
from datetime import date, datetime
from decimal import Decimal

from django.apps import apps
from django.db.models import Max
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from django.http import HttpRequest

from portal.accounts.models import AuditEntry, User
from portal.accounts.visitors import client_address

Action = AuditEntry.Action

WATCHED = (
    "accounts.User", "news.Person", "news.Appointment", "news.Agency", "news.AgencyName", "news.Category",
    "news.GlossaryEntry", "news.SiteSettings", "news.Page", "news.MenuItem", "news.RoyaltyBase", "news.RoyaltyRate",
    "news.RoyaltyProposal", "news.RoyaltyClosing", "news.RoyaltyReopening", "news.Hiding", "news.Merging",
    "news.Reorganization", "news.OldAddress",
)  # fmt: skip
# Kept out of the log: secrets, what changes by itself, and what each entry says anyway.
SILENT = {
    "password", "last_login", "session_epoch", "updated_at", "created_at", "date_joined", "by", "by_name", "at",
}  # fmt: skip
LONGEST = 300

_request: ContextVar[HttpRequest | None] = ContextVar("audited_request", default=None)


class Audited:
    """Remembers the request for whatever is written during it; the user is looked up only if something is."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        token = _request.set(request)
        try:
            return self.get_response(request)
        finally:
            _request.reset(token)


def actor() -> User | None:
    """Whoever is signed in; None for commands, tasks and visitors."""
    request = _request.get()
    user = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated else None


def record(action: str, subject, *, by: User | None = None, **changes) -> AuditEntry:
    """Append an entry. `changes` are field -> [before, after], or plain facts."""
    entry = _entry(action, subject, by or actor(), changes)
    entry.save()
    return entry


def _entry(action: str, subject, by: User | None, changes: dict) -> AuditEntry:
    return AuditEntry(
        by=by,
        action=action,
        model=subject._meta.label,
        key=str(subject.pk),
        name=str(subject)[:200],
        changes=changes,
        address=client_address(_request.get()),
    )


def listen() -> None:
    for label in WATCHED:
        model = apps.get_model(label)
        pre_save.connect(_remember, sender=model, dispatch_uid=f"audit-before-{label}")
        post_save.connect(_note_save, sender=model, dispatch_uid=f"audit-save-{label}")
        post_delete.connect(_note_removal, sender=model, dispatch_uid=f"audit-delete-{label}")
    m2m_changed.connect(_note_roles, sender=User.groups.through, dispatch_uid="audit-roles")


def _remember(sender, instance, raw=False, update_fields=None, **_signal) -> None:
    """The values in the database, before they are written over."""
    if update_fields is not None and SILENT.issuperset(update_fields):
        return
    known = not raw and not instance._state.adding and instance.pk is not None
    before = sender._default_manager.filter(pk=instance.pk).first() if known else None
    instance._audited = values_of(before) if before is not None else None


def _note_save(sender, instance, created, raw=False, update_fields=None, **_signal) -> None:
    if raw or (update_fields is not None and SILENT.issuperset(update_fields)):
        return
    before, after = instance.__dict__.pop("_audited", None), values_of(instance)
    if created or before is None:
        record(Action.ADDED, instance, **_added(after))
        return
    changes = {name: [before[name], value] for name, value in after.items() if before[name] != value}
    if changes:
        record(Action.CHANGED, instance, **changes)


def note_newcomers(sender, rows, **_signal) -> None:
    """Rows that were written in bulk, one entry each in one statement. Listens to news.desk.signals.newcomers_made."""
    by = actor()
    entries = [_entry(Action.ADDED, row, by, _added(values_of(row))) for row in rows]
    for entry in entries:
        entry.sign()
    AuditEntry.objects.bulk_create(entries)


def latest_of(labels) -> datetime | None:
    """When a row of these models was last added, changed or removed."""
    return AuditEntry.objects.filter(model__in=labels).aggregate(latest=Max("at"))["latest"]


def _added(after: dict) -> dict:
    return {name: [None, value] for name, value in after.items() if value}


def _note_removal(sender, instance, **_signal) -> None:
    record(
        Action.REMOVED,
        instance,
        **{name: [value, None] for name, value in values_of(instance).items() if value},
    )


def _note_roles(sender, instance, action, reverse, pk_set, **_signal) -> None:
    """Groups are only ever written from the user's side here."""
    if reverse or action not in {"post_add", "post_remove"} or not pk_set:
        return
    names = sorted(apps.get_model("auth.Group").objects.filter(pk__in=pk_set).values_list("name", flat=True))
    change = [None, names] if action == "post_add" else [names, None]
    record(Action.CHANGED, instance, groups=change)


def values_of(instance) -> dict:
    """Column -> value as JSON, long texts cut; foreign keys by their key."""
    columns = (
        field
        for field in instance._meta.concrete_fields
        if field.name not in SILENT and not field.primary_key
    )
    return {field.name: _plain(getattr(instance, field.attname)) for field in columns}


def _plain(value):
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, str) and len(value) > LONGEST:
        return f"{value[:LONGEST]}… ({len(value)})"
    return value if isinstance(value, (bool, int, float, str, dict, list, type(None))) else str(value)
