"""A month of royalties on paper and as a spreadsheet: the sums to sign, and every line behind them."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from news.admin.royalties import PARTS, demand, month_of, page, shown
from news.desk.reports_sheet import Column, Sheet, as_xlsx
from news.desk.royalties_closing import SEE
from news.desk.royalties_makers import by_maker
from news.models import Credit, Kind, SiteSettings

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def print_view(request, site, month):
    demand(request, SEE)
    month = month_of(month)
    closing, table, lines = shown(request, month)
    context = {
        "month": month,
        "closing": closing,
        "is_whole": table is None or table.is_whole,
        "lines": lines,
        "makers": by_maker(lines),
        "total": sum(line.amount for line in lines),
        "agency": SiteSettings.load(),
    }
    return page(request, site, "print", _("Royalties of %(month)s") % {"month": f"{month:%m/%Y}"}, **context)


def file_view(request, site, month):
    demand(request, SEE)
    month = month_of(month)
    closing, _table, lines = shown(request, month)
    return sent(as_xlsx(_sums(month, closing, lines), _details(lines)), f"nhuan-but-{month:%Y-%m}.xlsx", XLSX)


def sent(content: bytes, name: str, media_type: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def standing_in_words(closing) -> str:
    """What the table is worth: provisional, or closed by whom and when."""
    if closing is None:
        return _("Provisional: this month is not closed.")
    words = {
        "number": closing.ordinal,
        "name": closing.by_name,
        "at": date_format(timezone.localtime(closing.at), "H:i, d/m/Y"),
    }
    return _("Closing %(number)s, by %(name)s at %(at)s.") % words


def _sums(month, closing, lines) -> Sheet:
    makers = by_maker(lines)
    columns = [
        Column(_("No."), "number", 5),
        Column(_("Author"), width=28),
        Column(_("Pen name"), width=18),
        Column(_("Number of articles"), "number", 9),
        *(Column(str(label), "money", 15) for label in PARTS),
        Column(_("Total"), "money", 16),
        Column(_("Received (signature)"), width=18),
    ]
    rows = [
        [number, maker.name, maker.pen_names, maker.articles, *maker.parts, maker.total, None]
        for number, maker in enumerate(makers, 1)
    ]
    parts = [sum(maker.parts[place] for maker in makers) for place in range(len(PARTS))]
    total = [None, _("Total"), None, len({line.number for line in lines}), *parts, sum(parts), None]
    heading = _("Royalties of %(month)s") % {"month": f"{month:%m/%Y}"}
    return Sheet(_("By author"), columns, rows, [heading, standing_in_words(closing)], total)


def _details(lines) -> Sheet:
    columns = [
        Column(_("Number"), "number", 9),
        Column(_("First published"), "day", 12),
        Column(_("Article"), width=50),
        Column(_("Kind of article"), width=18),
        Column(_("Part"), width=12),
        Column(_("Author"), width=24),
        Column(_("Pen name"), width=16),
        Column(_("Value of one unit"), "money", 14),
        Column(_("Coefficient"), "decimal", 9),
        Column(_("Quantity"), "number", 9),
        Column(_("Share in per cent"), "decimal", 9),
        Column(_("Amount"), "money", 15),
    ]
    kinds, parts = dict(Kind.choices), dict(Credit.Part.choices)
    rows = [
        [
            line.number, line.published_on, line.title, str(kinds[line.kind]), str(parts[line.part]), line.name,
            line.pen_name, line.base, line.coefficient, line.quantity, line.share, line.amount,
        ]
        for line in lines
    ]  # fmt: skip
    total = [None, None, _("Total"), *[None] * 8, sum(line.amount for line in lines)]
    return Sheet(_("By article"), columns, rows, total=total)
