"""Reports: how many articles, by whom, where and when; on the page, as .xlsx and as CSV. The address says everything."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseBadRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from news.admin.reports_form import ReportForm, spans
from news.admin.royalties_files import XLSX, sent
from news.desk.reports import Report, Wanted, report
from news.desk.reports_sheet import Column, Sheet, as_csv, as_xlsx

READ = "news.read_reports"
# Rows of one page; all of them are in the files.
MOST = 300


def report_view(request, site):
    form = _form(request)
    context = {**site.each_context(request), "title": _("Reports"), "form": form, "spans": _spans(request)}
    if form.is_valid():
        wanted = form.wanted()
        made = report(wanted)
        context |= {
            "wanted": wanted,
            "report": made,
            "rows": [(row, _percent(row, made)) for row in made.rows[:MOST]],
            "left_out": max(0, len(made.rows) - MOST),
            "query": request.GET.urlencode(),
        }
    return TemplateResponse(request, "admin/news/reports/report.html", context)


def file_view(request, site, ending):
    """The same address as the page's, another ending: xlsx or csv."""
    form = _form(request)
    if not form.is_valid():
        return HttpResponseBadRequest(_("This was not understood."))
    wanted = form.wanted()
    sheet = _sheet(wanted, report(wanted))
    name = f"bao-cao-{wanted.first:%Y%m%d}-{wanted.last:%Y%m%d}.{ending}"
    if ending == "csv":
        return sent(as_csv(sheet), name, "text/csv; charset=utf-8")
    return sent(as_xlsx(sheet), name, XLSX)


def _form(request) -> ReportForm:
    if not request.user.has_perm(READ):
        raise PermissionDenied
    return ReportForm(request.GET)


def _spans(request) -> list[tuple[str, str, bool]]:
    """(label, query, is it this one?), everything else of the address kept."""
    links = []
    for label, first, last in spans(timezone.localdate()):
        query = request.GET.copy()
        query["tu"], query["den"] = first.isoformat(), last.isoformat()
        links.append((label, query.urlencode(), query == request.GET))
    return links


def _percent(row, made: Report) -> float:
    return 100 * row.counts[0] / made.total[0] if made.total[0] else 0.0


def _sheet(wanted: Wanted, made: Report) -> Sheet:
    columns = [Column(made.heading, width=40), *(Column(label, "number", 14) for label in made.columns)]
    lines = [_("Articles first published from %(first)s to %(last)s") % {
        "first": f"{wanted.first:%d/%m/%Y}", "last": f"{wanted.last:%d/%m/%Y}"
    }]  # fmt: skip
    return Sheet(
        _("Report"),
        columns,
        [[row.label, *row.counts] for row in made.rows],
        lines,
        [_("All articles, each counted once"), *made.total],
    )
