"""The admin's site object: words, first page, menu and content policy of the newsroom."""

from csp.decorators import csp_replace
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

# The menu: key, heading, models. What a person may not see is left out; a heading without models too.
SECTIONS = (
    ("articles", _("Articles"), ("news.article", "news.photo", "accessibility.narration", "news.starttext")),
    (
        "names",
        _("Names and words"),
        ("news.person", "news.hiding", "news.agency", "news.category", "news.tag", "news.glossaryentry"),
    ),
    (
        "figures",
        _("Royalties and reports"),
        ("page.royalties", "page.mine", "page.reports", "news.royaltyrate", "news.royaltybase"),
    ),
    (
        "site",
        _("Public site"),
        (
            "news.emergencynotice",
            "news.sitesettings",
            "news.page",
            "news.menuitem",
            "news.oldaddress",
            "accessibility.difficulty",
        ),
    ),
    (
        "accounts",
        _("Users and log"),
        ("accounts.user", "accounts.signin", "accounts.auditentry", "news.decision"),
    ),
)
# jQuery, which the stock admin loads on lists and forms, writes innerHTML while it starts.
WITHOUT_TRUSTED_TYPES = {"require-trusted-types-for": None}


class StaffSite(admin.AdminSite):
    site_title = _("Newsroom")
    site_header = _("Newsroom")
    index_title = _("Work to do")
    enable_nav_sidebar = True

    def admin_view(self, view, cacheable=False):
        return csp_replace(WITHOUT_TRUSTED_TYPES)(super().admin_view(view, cacheable))

    def login(self, request, extra_context=None):
        """Signing in has pages of its own; somebody signed in without any right here is told so instead of sent in circles."""
        if request.user.is_authenticated and not self.has_permission(request):
            raise PermissionDenied
        query = request.GET.urlencode()
        return HttpResponseRedirect(reverse("account_login") + (f"?{query}" if query else ""))

    def password_change(self, request, extra_context=None):
        """The stock page; what the log of changes keeps of accounts leaves out their passwords, so that is told here."""
        from portal.accounts import audit

        before = request.user.password
        response = super().password_change(request, extra_context)
        if request.user.password != before:
            audit.record(audit.Action.PASSWORD, request.user, by=request.user)
        return response

    def index(self, request, extra_context=None):
        """The work that waits for this person."""
        from news.admin.dropping import drop_page
        from news.admin.waiting import waiting_for
        from news.desk import royalties_closing
        from news.desk.rights import holds_everywhere

        context = {
            "closings": royalties_closing.waiting(request.user),
            "may_announce": holds_everywhere(request.user, "news.add_emergencynotice"),
            "waiting": waiting_for(request.user),
            "drop_page": drop_page(),
            "may_write": request.user.has_perm("news.add_article"),
        }
        return super().index(request, context | (extra_context or {}))

    def get_urls(self):
        from news.admin import royalties_urls

        return [*royalties_urls.urls(self), *super().get_urls()]

    def get_app_list(self, request, app_label=None):
        """The menu by the newsroom's nouns instead of by Django's apps."""
        apps = super().get_app_list(request, app_label)
        if app_label:
            return apps
        rows = {row["model"]._meta.label_lower: row for app in apps for row in app["models"]}
        rows |= {f"page.{key}": row for key, row in _pages(request.user).items()}
        sections = [
            _section(key, name, [rows.pop(m) for m in models if m in rows]) for key, name, models in SECTIONS
        ]
        others = [_section("others", _("Operation"), list(rows.values()))]
        return [section for section in sections + others if section["models"]]


def _pages(user) -> dict[str, dict]:
    """Entries of the menu that are no list of one model."""
    from news.admin.royalties_urls import menu

    return menu(user)


def _section(key: str, name: str, models: list[dict]) -> dict:
    address = models[0]["admin_url"] if models else None
    return {"app_label": key, "name": name, "app_url": address, "models": models, "has_module_perms": True}
