"""Pages that merge duplicates: likely ones in a list, two records side by side, and the way back."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from news.desk import duplicates, merging
from news.desk.errors import Refused
from news.models import Merging

SUGGESTED = {"person": duplicates.of_people, "agency": duplicates.of_agencies}
LATEST = 20


class WithoutMerged(admin.ModelAdmin):
    """A merged record is a pointer: its own page opens, lists and choices pass it over."""

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        match = request.resolver_match
        return rows if match and "object_id" in match.kwargs else rows.filter(merged_into=None)


def urls(site, kind: merging.Kind) -> list:
    """Below the model's own pages."""

    def merge(request, pk):
        return page(request, kind, pk)

    def suggest(request):
        return suggestions(request, kind)

    return [
        path("trung/", site.admin_view(never_cache(suggest)), name=f"news_{kind.name}_duplicates"),
        path("<int:pk>/gop/", site.admin_view(never_cache(merge)), name=f"news_{kind.name}_merge"),
    ]


def suggestions(request, kind: merging.Kind):
    """Groups of likely duplicates, and the latest mergers with their way back."""
    if not request.user.has_perm(kind.permission):
        raise PermissionDenied
    if request.method == "POST":
        _undo(request, kind, request.POST.get("merging", ""))
        return HttpResponseRedirect(request.path)
    context = {
        "title": _("Merge duplicates"),
        "kind": kind.name,
        "groups": [_group(kind, group) for group in SUGGESTED[kind.name]()],
        "latest": Merging.objects.filter(kind=kind.name).select_related("by", "undone_by")[:LATEST],
    } | _places(kind)
    return _rendered(request, "admin/news/merging/list.html", context)


def page(request, kind: merging.Kind, pk: int):
    """?voi=<key> is the other record; without it, records of the same name and a search."""
    if not request.user.has_perm(kind.permission):
        raise PermissionDenied
    row = get_object_or_404(kind.model, pk=pk, merged_into=None)
    other = _other(kind, row, request.POST.get("other") or request.GET.get("voi", ""))
    if request.method == "POST" and other:
        survivor, merged = (other, row) if request.POST.get("survivor") == str(other.pk) else (row, other)
        if _merge(request, kind, survivor, merged):
            return HttpResponseRedirect(reverse(f"admin:news_{kind.name}_change", args=[survivor.pk]))
    query = request.GET.get("q", "")
    context = {
        "title": _("Merge duplicates"),
        "kind": kind.name,
        "row": row,
        "other": other,
        "query": query,
        "found": [] if other else [(found, _hint(found)) for found in duplicates.like(row, query)],
        "fields": _fields(kind, row, other) if other else [],
        "sides": [(side, merging.counted(kind, side)) for side in (row, other)] if other else [],
    } | _places(kind)
    return _rendered(request, "admin/news/merging/pair.html", context)


def _merge(request, kind, survivor, merged) -> bool:
    """The columns for which the other record's value was chosen are taken over."""
    chosen = tuple(column for column in kind.columns if request.POST.get(column) == str(merged.pk))
    try:
        merging.merge(kind, survivor, merged, by=request.user, taken=chosen)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(
        request, _("“%(merged)s” is merged into this record. The merger can be undone.") % {"merged": merged}
    )
    return True


def _undo(request, kind, key: str) -> None:
    log = get_object_or_404(Merging, pk=key if key.isdecimal() and len(key) < 19 else 0, kind=kind.name)
    try:
        merging.undo(log, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The merger is undone: both records are as they were."))


def _other(kind, row, key: str):
    if not key.isdecimal() or len(key) > 18:
        return None
    return kind.model.objects.filter(pk=int(key), merged_into=None).exclude(pk=row.pk).first()


def _fields(kind, row, other) -> list[dict]:
    """Each column that may be chosen, with what both records say; the fuller one is proposed."""
    found = []
    for column in kind.columns:
        field = kind.model._meta.get_field(column)
        left, right = (_shown(side, column) for side in (row, other))
        found.append({"name": column, "label": field.verbose_name, "left": left, "right": right,
                      "differs": left != right, "takes_right": not left and bool(right)})  # fmt: skip
    return found


def _shown(row, column: str) -> str:
    show = getattr(row, f"get_{column}_display", None)
    value = show() if show else getattr(row, column)
    return "" if value is None else str(value)


def _group(kind, group) -> dict:
    rows = [(row, _hint(row)) for row in group.rows]
    first, second = group.rows[:2]
    address = reverse(f"admin:news_{kind.name}_merge", args=[first.pk])
    return {"rows": rows, "shared": group.shared[:4], "address": f"{address}?voi={second.pk}"}


def _hint(row) -> str:
    """What tells two records of one name apart, without a question for each."""
    return getattr(row, "note", "") or getattr(row, "abbreviation", "")


def _places(kind) -> dict:
    return {
        "list_address": reverse(f"admin:news_{kind.name}_changelist"),
        "list_name": kind.model._meta.verbose_name_plural,
        "duplicates_address": reverse(f"admin:news_{kind.name}_duplicates"),
        "change_name": f"admin:news_{kind.name}_change",
        "merge_name": f"admin:news_{kind.name}_merge",
    }


def _rendered(request, template: str, context: dict) -> TemplateResponse:
    return TemplateResponse(request, template, admin.site.each_context(request) | context)
