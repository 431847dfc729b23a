"""Closing a month and opening it again: each asks once more, and shows what it is about."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from news.admin.royalties import demand, month_of, page
from news.desk.errors import Refused
from news.desk.royalties import table_of
from news.desk.royalties_closing import (
    CLOSE,
    close,
    fingerprint,
    needs_two,
    others_who_may,
    propose,
    proposed,
    reopen,
    standing,
    why_not,
)
from news.desk.royalties_makers import by_maker
from news.models import RoyaltyClosing


def close_view(request, site, month):
    """GET shows the sums to be looked at; POST freezes or proposes the very table that was shown, or shows the new one."""
    demand(request, CLOSE)
    month, refusal = month_of(month), ""
    if request.method == "POST":
        try:
            messages.success(request, _taken(request, month))
            return _to(month)
        except Refused as fault:
            refusal = str(fault)
    if standing(month):
        messages.info(request, _("This month is closed already."))
        return _to(month)
    table = table_of(month)
    if sentence := why_not(table):
        messages.error(request, sentence)
        return _to(month)
    proposal = proposed(table) if needs_two() else None
    context = {
        "month": month,
        "table": table,
        "makers": by_maker(table.lines),
        "seen": fingerprint(table.lines),
        "refusal": refusal,
        "is_first": needs_two() and proposal is None,
        "proposal": proposal,
        "is_mine": proposal is not None and proposal.by_id == request.user.pk,
        "others": others_who_may(request.user) if needs_two() else [],
    }
    return page(
        request, site, "close", _("Close royalties of %(month)s") % {"month": f"{month:%m/%Y}"}, **context
    )


def _taken(request, month) -> str:
    """What was done, in words."""
    given = {"seen": request.POST.get("seen", ""), "accepts_unpaid": "unpaid" in request.POST}
    words = {"month": f"{month:%m/%Y}"}
    if request.POST.get("act") == "propose":
        propose(month, by=request.user, **given)
        return _("The closing of %(month)s is proposed and waits for another person.") % words
    close(month, by=request.user, **given)
    return _("Royalties of %(month)s are closed.") % words


def reopen_view(request, site, month):
    demand(request, CLOSE)
    month, refusal = month_of(month), ""
    closing = get_object_or_404(RoyaltyClosing, month=month, reopening=None)
    if request.method == "POST":
        try:
            reopen(closing, by=request.user, reason=request.POST.get("reason", ""))
            messages.success(request, _("The month is open again. Its last closing is kept below."))
            return _to(month)
        except Refused as fault:
            refusal = str(fault)
    title = _("Reopen royalties of %(month)s") % {"month": f"{month:%m/%Y}"}
    return page(request, site, "reopen", title, month=month, closing=closing, refusal=refusal)


def _to(month) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("admin:news_royalties_month", args=[f"{month:%Y-%m}"]))
