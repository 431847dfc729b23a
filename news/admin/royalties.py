"""Pages of royalties: the months of a year, one month, and what one person gets. Money is seen by few, one's own by each."""

import re
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Min, Sum
from django.db.models.functions import TruncMonth
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from news.desk.royalties import Gap, Table, first_day, month_after, published_between, table_of
from news.desk.royalties_closing import CLOSE, SEE, fingerprint, may, needs_two, proposed, standing, why_not
from news.desk.royalties_makers import by_maker
from news.models import Article, Credit, RoyaltyClosing, RoyaltyLine, RoyaltyProposal, RoyaltyRate

PARTS = Credit.Part.labels


def month_of(text: str) -> date:
    """The first day of "2026-05"; anything else is no address."""
    if not re.fullmatch(r"\d{4}-\d{2}", text):
        raise Http404
    try:
        month = datetime.strptime(text, "%Y-%m").date()
    except ValueError:
        raise Http404 from None
    if month.year < 1990 or month > first_day(timezone.localdate()):
        raise Http404
    return month


def demand(request, permission: str) -> None:
    if not may(request.user, permission):
        raise PermissionDenied


def page(request, site, template: str, title: str, **context) -> TemplateResponse:
    context = {**site.each_context(request), "title": title, "parts": PARTS} | context
    return TemplateResponse(request, f"admin/news/royalties/{template}.html", context)


# --- the months of a year ----------------------------------------------------------------------------------------------------


def months_view(request, site):
    demand(request, SEE)
    today = timezone.localdate()
    given = request.GET.get("nam", "")
    year = int(given) if re.fullmatch(r"(19|20)\d\d", given) and int(given) <= today.year else today.year
    oldest = Article.objects.aggregate(first=Min("published_at"))["first"]
    title = _("Royalties of %(year)s") % {"year": year}
    context = {
        "months": months_of(year, today),
        "year": year,
        "earlier": year - 1 if oldest and timezone.localdate(oldest).year < year else None,
        "later": year + 1 if year < today.year else None,
        "may_set": request.user.has_perm("news.view_royaltyrate"),
        "is_first_day": not RoyaltyRate.objects.exists(),
    }
    return page(request, site, "months", title, **context)


def months_of(year: int, today: date) -> list[dict]:
    """Newest first: [{month, articles, closing, is_proposed, is_running}]; four queries at most."""
    first, last = date(year, 1, 1), min(date(year, 12, 31), today)
    counted = published_between(first, last).order_by().annotate(month=TruncMonth("published_at"))
    counts = {
        month.date(): n
        for month, n in counted.values("month").annotate(n=Count("pk")).values_list("month", "n")
    }
    held = RoyaltyClosing.objects.filter(month__range=(first, last), reopening=None)
    closings = {closing.month: closing for closing in held}
    proposed_now = RoyaltyProposal.objects.filter(month__range=(first, last), closings=None)
    waiting = set(proposed_now.values_list("month", flat=True)) if needs_two() else set()
    months = [date(year, number, 1) for number in range(last.month, 0, -1)]
    return [
        {
            "month": month,
            "articles": counts.get(month, 0),
            "closing": closings.get(month),
            "is_proposed": month in waiting,
            "is_running": month_after(month) > today,
        }
        for month in months
    ]


# --- one month ---------------------------------------------------------------------------------------------------------------


def shown(request, month: date) -> tuple[RoyaltyClosing | None, Table | None, list]:
    """(closing, None, its lines) of a closed month or of the closing `?lan=` names; else (None, table, its lines).
    `?lan=0` asks for what the records say now, also of a closed month."""
    wanted = request.GET.get("lan", "")
    if wanted.isdecimal() and 0 < len(wanted) < 5 and int(wanted):
        closing = get_object_or_404(RoyaltyClosing, month=month, ordinal=int(wanted))
    else:
        closing = None if wanted == "0" else standing(month)
    if closing:
        return closing, None, list(closing.lines.order_by("order"))
    table = table_of(month)
    return None, table, table.lines


def month_view(request, site, month):
    demand(request, SEE)
    month = month_of(month)
    closing, table, lines = shown(request, month)
    history = list(
        RoyaltyClosing.objects.filter(month=month)
        .select_related("reopening", "proposal")
        .order_by("-ordinal")
    )
    held = next((row for row in history if not hasattr(row, "reopening")), None)
    context = {
        "month": month,
        "closing": closing,
        "is_held": bool(held) and closing == held,
        "is_checked": bool(held) and table is not None,
        "lines": lines,
        "makers": by_maker(lines),
        "total": sum(line.amount for line in lines),
        "articles": closing.articles if closing else table.articles,
        "gaps": [(gap, address_of(gap)) for gap in table.gaps] if table else [],
        "why_not": why_not(table) if table else "",
        "proposal": proposed(table) if table and not held and needs_two() else None,
        "has_moved": bool(held)
        and closing == held
        and fingerprint(table_of(month).lines) != fingerprint(lines),
        "history": history,
        "may_close": may(request.user, CLOSE) and not held,
        "may_reopen": may(request.user, CLOSE) and bool(held),
        "query": f"?lan={closing.ordinal}" if closing else "?lan=0",
    }
    return page(request, site, "month", _("Royalties of %(month)s") % {"month": f"{month:%m/%Y}"}, **context)


def address_of(gap: Gap) -> str:
    """Where the gap is mended."""
    since = f"from_on={gap.since:%d/%m/%Y}" if gap.since else ""
    if gap.what == "base":
        return f"{reverse('admin:news_royaltybase_add')}?{since}"
    if gap.what == "rate":
        return f"{reverse('admin:news_royaltyrate_add')}?kind={gap.kind}&part={gap.part}&{since}"
    return reverse("admin:news_article_change", args=[gap.article.pk]) + "#part-credits"


# --- one's own ---------------------------------------------------------------------------------------------------------------


def mine_view(request, site):
    """What the person who asks gets: closed months, and one month line by line (`?thang=2026-05`, default: this one)."""
    if not request.user.has_perm("news.view_article"):
        raise PermissionDenied
    month = month_of(request.GET["thang"]) if "thang" in request.GET else first_day(timezone.localdate())
    closing = standing(month)
    source = closing.lines.filter(user=request.user).order_by("order") if closing else table_of(month).lines
    lines = [line for line in source if line.user_id == request.user.pk]
    months = (
        RoyaltyLine.objects.filter(user=request.user, closing__reopening=None)
        .order_by("-closing__month")
        .values("closing__month")
        .annotate(total=Sum("amount"), articles=Count("number", distinct=True))
    )
    context = {
        "month": month,
        "closing": closing,
        "lines": lines,
        "total": sum(line.amount for line in lines),
        "months": [(row["closing__month"], row["articles"], row["total"]) for row in months],
        "earlier": first_day(date.fromordinal(month.toordinal() - 1)),
        "later": month_after(month) if month_after(month) <= timezone.localdate() else None,
    }
    return page(request, site, "mine", _("My royalties"), **context)
