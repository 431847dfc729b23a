"""Members of staff: invited, given roles, deactivated. Nobody is deleted and nobody becomes a superuser here."""

from allauth.account import admin as library_of_addresses
from allauth.mfa import admin as library_of_factors
from allauth.socialaccount import admin as library_of_directories
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from portal.accounts import access, log_admin
from portal.accounts.forms import FIELDS, AccountForm, InvitationForm, limit_field
from portal.accounts.models import OneTimeLink, User
from portal.accounts.roles import LABELS, LIMITABLE, labels

# Groups are the roles of portal/accounts/roles.py; their permissions are a table in the code, not something to click. The
# library's own tables hold secrets; what concerns people is on the page of their account.
for library in (library_of_addresses, library_of_factors, library_of_directories):
    for model in [row for row in admin.site._registry if row.__module__.startswith(library.__package__)]:
        admin.site.unregister(model)
admin.site.unregister(Group)

__all__ = ["AccountAdmin", "log_admin"]

LIMITS = [limit_field(role) for role in LIMITABLE]


class RoleFilter(admin.SimpleListFilter):
    title = _("role")
    parameter_name = "vai-tro"

    def lookups(self, request, model_admin):
        return list(labels().items())

    def queryset(self, request, queryset):
        return queryset.filter(groups__name=self.value()) if self.value() in LABELS else queryset


@admin.register(User)
class AccountAdmin(UserAdmin):
    form = AccountForm
    add_form = InvitationForm
    change_form_template = "admin/accounts/user/change_form.html"
    add_form_template = "admin/change_form.html"
    readonly_fields = []
    list_display = ["full_name", "username", "email", "is_active", "last_login"]
    list_display_links = ["full_name", "username"]
    list_filter = [RoleFilter, "is_active"]
    search_fields = ["full_name", "username", "email"]
    ordering = ["full_name", "username"]
    filter_horizontal = []
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    class Media:
        css = {"all": ["css/admin-entrance.css"]}

    def get_queryset(self, request):
        """The operator's break-glass accounts are out of an administrator's reach: their password would be the keys."""
        rows = super().get_queryset(request).prefetch_related("groups")
        return rows if request.user.is_superuser else rows.filter(is_superuser=False)

    def get_fieldsets(self, request, obj=None):
        """The limits stay folded where there are none: most accounts need them never."""
        limits = {"fields": LIMITS, "classes": [] if obj and obj.limits else ["collapse"]}
        rows = [
            (_("About the person"), {"fields": FIELDS}),
            (_("Roles"), {"fields": ["roles"]}),
            (_("Roles in some categories only"), limits),
        ]
        return rows if obj else [*rows, (_("Invitation"), {"fields": ["by_mail"]})]

    def get_urls(self):
        """Not the stock page that sets somebody's password: only its owner should know it."""
        view = self.admin_site.admin_view
        stock = [url for url in super().get_urls() if url.name != "auth_user_password_change"]
        own = [
            path("<int:pk>/lien-ket/", view(self.link_view), name="accounts_user_link"),
            path("<int:pk>/viec/<slug:act>/", view(self.act_view), name="accounts_user_act"),
        ]
        return own + stock

    def get_form(self, request, obj=None, **options):
        """The limits are fields of the form, not columns, so the stock factory must not look for them."""
        own = {"roles", *LIMITS, "by_mail"}
        options["fields"] = [name for name in FIELDS if name not in own]
        return super().get_form(request, obj, **options)

    def get_list_display(self, request):
        """With the roles under the names of this house, which are asked for once."""
        columns = super().get_list_display(request)
        return [*columns[:3], _roles_under(labels()), *columns[3:]]

    def render_change_form(self, request, context, **options):
        user = context.get("original")
        if user is not None:
            context["access"] = access.summary(user, of=request.user)
        else:
            # The next page is that of the new link.
            context |= {"show_save_and_add_another": False, "show_save_and_continue": False}
            context["title"] = _("Invite a user")
        return super().render_change_form(request, context, **options)

    def response_add(self, request, obj, post_url_continue=None):
        """Straight to the one page that shows the new link."""
        access.issue(request, obj, OneTimeLink.Kind.INVITE, by_mail=bool(request.POST.get("by_mail")))
        return HttpResponseRedirect(reverse("admin:accounts_user_link", args=[obj.pk]))

    def link_view(self, request, pk):
        return access.link_page(self, request, pk)

    def act_view(self, request, pk, act):
        return access.act_page(self, request, pk, act)

    def has_delete_permission(self, request, obj=None):
        """What somebody wrote keeps its author: accounts are deactivated."""
        return False


def _roles_under(names: dict[str, str]):
    @admin.display(description=_("roles"))
    def roles(user):
        held = {group.name for group in user.groups.all()}
        return ", ".join(name for role, name in names.items() if role in held) or "–"

    return roles
