"""The two logs as lists. Nobody adds, changes or removes a line, whatever their rights."""

from django.apps import apps
from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist
from django.utils.html import format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.accounts.audit import WATCHED
from portal.accounts.models import AuditEntry, SignIn
from portal.accounts.roles import LABELS


class ReadOnly(admin.ModelAdmin):
    list_display_links = None
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None

    class Media:
        css = {"all": ["css/admin-entrance.css"]}

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(SignIn)
class SignInAdmin(ReadOnly):
    list_display = ["at", "who", "result", "way_in_words", "address", "agent"]
    list_filter = ["result"]
    list_select_related = ["user"]
    search_fields = ["username", "user__full_name", "address"]

    def lookup_allowed(self, lookup, value, request=None):
        """The page of an account links to its own lines."""
        return lookup == "user__id__exact" or super().lookup_allowed(lookup, value, request)

    @admin.display(description=gettext_lazy("user"))
    def who(self, row):
        return f"{row.user} ({row.username})" if row.user else row.username

    @admin.display(description=gettext_lazy("way of signing in"))
    def way_in_words(self, row):
        return ", ".join(str(WAYS.get(way, way)) for way in row.way.split(", ") if way) or "–"


WAYS = {
    "password": gettext_lazy("password"),
    "mfa": gettext_lazy("second step or passkey"),
    "socialaccount": gettext_lazy("the agency's directory"),
}


class RecordFilter(admin.SimpleListFilter):
    title = gettext_lazy("kind of record")
    parameter_name = "loai"

    def lookups(self, request, model_admin):
        return [(label, capfirst(apps.get_model(label)._meta.verbose_name)) for label in WATCHED]

    def queryset(self, request, queryset):
        return queryset.filter(model=self.value()) if self.value() else queryset


@admin.register(AuditEntry)
class AuditAdmin(ReadOnly):
    list_display = ["at", "by_name", "action", "what", "in_words", "address"]
    list_filter = [RecordFilter, "action"]
    search_fields = ["by_name", "name"]

    @admin.display(description=gettext_lazy("record"))
    def what(self, row):
        model = _model(row)
        return f"{capfirst(model._meta.verbose_name) if model else row.model}: {row.name}"

    @admin.display(description=gettext_lazy("changes"))
    def in_words(self, row):
        return format_html_join("", "<div>{}: {}</div>", changes_in_words(row)) or "–"


def changes_in_words(entry: AuditEntry) -> list[tuple[str, str]]:
    """(what, "before → after") for each change of an entry, in the language of whoever reads."""
    model = _model(entry)
    changes = entry.changes.items()
    return [
        (_label(model, name), _change(value, _choices(model, name)))
        for name, value in changes
        if name not in COPIES
    ]


def _model(entry: AuditEntry):
    try:
        return apps.get_model(entry.model)
    except LookupError:
        return None


# Columns that the machine fills from another one, for searching.
COPIES = {"folded"}
FACTS = {
    "slug": gettext_lazy("address"),
    "groups": gettext_lazy("roles"),
    "kind": gettext_lazy("kind"),
    "to": gettext_lazy("handed over to"),
    "articles": gettext_lazy("articles"),
}


FACTORS = {
    "totp": gettext_lazy("Authenticator app"),
    "webauthn": gettext_lazy("Passkeys"),
    "recovery_codes": gettext_lazy("Recovery codes"),
}


def _label(model, name: str) -> str:
    if name in FACTS:
        return str(FACTS[name])
    try:
        return str(model._meta.get_field(name).verbose_name) if model else name
    except FieldDoesNotExist:
        return name


def _choices(model, name: str) -> dict:
    """The labels of a column that holds one of a few values."""
    if name == "kind" and (model is None or model._meta.label == "accounts.User"):
        return FACTORS
    try:
        return dict(model._meta.get_field(name).flatchoices) if model else {}
    except (FieldDoesNotExist, AttributeError):
        return {}


def _change(value, choices: dict) -> str:
    if isinstance(value, list) and len(value) == 2:
        before, after = (choices.get(part, part) if isinstance(part, str) else part for part in value)
        return _shown(after) if before is None else f"{_shown(before)} → {_shown(after)}"
    return _shown(choices.get(value, value) if isinstance(value, str) else value)


def _shown(value) -> str:
    if value in (None, "", [], {}):
        return "–"
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, list):
        return ", ".join(
            str(LABELS.get(item, item)) if isinstance(item, str) else str(item) for item in value
        )
    if isinstance(value, dict):
        return "; ".join(f"{LABELS.get(key, key)}: {_shown(part)}" for key, part in value.items())
    return str(value)
