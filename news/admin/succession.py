"""The page on which many agencies are renamed, merged or succeeded at once: lines, what would happen, apply, undo."""

from datetime import date

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from news.desk import succession, succession_lines
from news.desk.errors import Refused
from news.models import Reorganization

LATEST = 10


def urls(site) -> list:
    return [path("sap-nhap/", site.admin_view(never_cache(page)), name="news_agency_reorganize")]


def page(request):
    """POST "look" shows what would happen, "apply" does it if no line has a fault, "undo" takes an earlier act back."""
    if not request.user.has_perm(succession.PERMISSION):
        raise PermissionDenied
    values = request.POST if request.method == "POST" else {}
    lines = succession_lines.understood(values.get("lines", ""), _day(values.get("on", "")))
    fault = ""
    try:
        if _done(request, lines):
            return HttpResponseRedirect(request.path)
    except Refused as refusal:
        fault = str(refusal)
    context = {
        "title": _("Mergers and new names"),
        "text": values.get("lines", ""),
        "on": values.get("on", ""),
        "note": values.get("note", ""),
        "with_units": not values or "with_units" in values,
        "lines": lines,
        "is_sound": bool(lines) and not any(line.fault for line in lines),
        "fault": fault,
        "latest": Reorganization.objects.select_related("by", "undone_by")[:LATEST],
    }
    return TemplateResponse(request, "admin/news/succession.html", admin.site.each_context(request) | context)


def _done(request, lines) -> bool:
    act = request.POST.get("act")
    if act == "apply":
        note, with_units = request.POST.get("note", ""), "with_units" in request.POST
        succession.apply(lines, by=request.user, note=note, with_units=with_units)
        messages.success(request, _("Agencies are changed as the lines say."))
    elif key := request.POST.get("undo"):
        log = get_object_or_404(Reorganization, pk=key if key.isdecimal() and len(key) < 19 else 0)
        for sentence in succession.undo(log, by=request.user):
            messages.warning(request, sentence)
        messages.success(request, _("Undone: the agencies are as they were."))
    else:
        return False
    return True


def _day(text: str) -> date | None:
    """Of the form; one that is none leaves the lines without a day, which they say."""
    try:
        return succession_lines.day(text)
    except Refused:
        return None
