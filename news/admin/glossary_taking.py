"""A table of abbreviations taken into the glossary: shown line by line before anything is kept."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from news.importing import glossary
from news.importing.glossary_tables import MOST_BYTES, decoded

MOST_LINES = 2_000
# Of each sort of line, on the page.
MOST_SHOWN = 200
FATES = ("faulty", "fresh", "changed", "differs", "kept")


def take_in(admin, request):
    """GET shows the form, POST what would become of each line; with `act=keep` the sound ones are kept."""
    if not admin.has_add_permission(request):
        raise PermissionDenied
    replace = bool(request.POST.get("replace")) and admin.has_change_permission(request)
    text, rows, fault = _table(request) if request.method == "POST" else ("", [], "")
    if rows and request.POST.get("act") == "keep":
        return _kept(request, glossary.take(rows, replace=replace))
    lines = glossary.plan(rows, replace=replace)
    found = {fate: [line for line in lines if line.fate == fate] for fate in FATES}
    context = admin.admin_site.each_context(request) | {
        "title": _("Take in a table of abbreviations"),
        "opts": admin.opts,
        "text": text,
        "fault": fault,
        "replace": replace,
        "may_replace": admin.has_change_permission(request),
        "found": found,
        "is_any": bool(found["fresh"] or found["changed"]),
        "most": MOST_SHOWN,
    }
    return TemplateResponse(request, "admin/news/glossaryentry/import.html", context)


def _table(request) -> tuple[str, list, str]:
    """(what was pasted, or else the file; its rows; why there are none)."""
    text, file = request.POST.get("text", ""), request.FILES.get("file")
    try:
        if file is not None:
            if file.size > MOST_BYTES:
                raise ValueError(_("The table is too long."))
            text = decoded(file.read())
        rows = glossary.read(text)
        if len(rows) > MOST_LINES:
            raise ValueError(_("The table has more than %(count)d lines. Part it.") % {"count": MOST_LINES})
    except ValueError as error:
        return text, [], str(error)
    return text, rows, "" if rows else _("The table has no line below its headings.")


def _kept(request, taken: glossary.Taken):
    words = {"fresh": taken.fresh, "changed": taken.changed, "kept": taken.kept, "faulty": len(taken.faulty)}
    said = _(
        "%(fresh)d abbreviations added, %(changed)d changed, %(kept)d left as they were, %(faulty)d lines refused."
    )
    messages.success(request, said % words)
    return HttpResponseRedirect(reverse("admin:news_glossaryentry_changelist"))
