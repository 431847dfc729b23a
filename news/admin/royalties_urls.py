"""The addresses of royalties and reports, and their places in the menu."""

from functools import partial

from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from news.admin import reports, royalties, royalties_acts, royalties_files, royalties_setup
from news.desk.royalties_closing import SEE, may


def urls(site) -> list:
    """To stand before those of the admin's apps."""

    def at(address: str, view, name: str, only=require_safe):
        return path(
            address, site.admin_view(only(lambda request, **keys: view(request, site, **keys))), name=name
        )

    def sent(view):
        return view

    month = "nhuan-but/<slug:month>/"
    return [
        at("nhuan-but/", royalties.months_view, "news_royalties"),
        at("nhuan-but/thiet-lap/", royalties_setup.setup_view, "news_royalties_setup", sent),
        at(month, royalties.month_view, "news_royalties_month"),
        at(f"{month}chot/", royalties_acts.close_view, "news_royalties_close", sent),
        at(f"{month}mo-lai/", royalties_acts.reopen_view, "news_royalties_reopen", sent),
        at(f"{month}ban-in/", royalties_files.print_view, "news_royalties_print"),
        at(f"{month}nhuan-but.xlsx", royalties_files.file_view, "news_royalties_file"),
        at("nhuan-but-cua-toi/", royalties.mine_view, "news_royalties_mine"),
        at("bao-cao/", reports.report_view, "news_reports"),
        at("bao-cao/bao-cao.xlsx", partial(reports.file_view, ending="xlsx"), "news_reports_xlsx"),
        at("bao-cao/bao-cao.csv", partial(reports.file_view, ending="csv"), "news_reports_csv"),
    ]


def menu(user) -> dict[str, dict]:
    """Rows of the menu by key, in the shape of the admin's models; only what this person may open."""
    rows = {
        "royalties": (_("Royalties by month"), "admin:news_royalties", lambda: may(user, SEE)),
        "mine": (
            _("My royalties"),
            "admin:news_royalties_mine",
            lambda: user.has_perm("news.change_article"),
        ),
        "reports": (_("Reports"), "admin:news_reports", lambda: user.has_perm(reports.READ)),
    }
    return {
        key: {"name": name, "object_name": key, "admin_url": reverse(address), "view_only": True}
        for key, (name, address, is_allowed) in rows.items()
        if is_allowed()
    }
