"""Members of staff: made, given roles, deactivated. Nobody is deleted and nobody becomes a superuser here."""

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms import FIELDS, AccountForm, NewAccountForm
from portal.accounts.models import User
from portal.accounts.roles import LABELS

# Groups are the roles of portal/accounts/roles.py; their permissions are a table in the code, not something to click.
admin.site.unregister(Group)


class RoleFilter(admin.SimpleListFilter):
    title = _("role")
    parameter_name = "vai-tro"

    def lookups(self, request, model_admin):
        return list(LABELS.items())

    def queryset(self, request, queryset):
        return queryset.filter(groups__name=self.value()) if self.value() in LABELS else queryset


@admin.register(User)
class AccountAdmin(UserAdmin):
    form = AccountForm
    add_form = NewAccountForm
    fieldsets = [
        (_("About the person"), {"fields": FIELDS}),
        (_("Roles and access"), {"fields": ["roles", "is_active", "last_login", "new_password"]}),
    ]
    add_fieldsets = [
        (_("About the person"), {"fields": FIELDS}),
        (_("Roles and access"), {"fields": ["roles"]}),
        (_("First password"), {"fields": ["password1", "password2"]}),
    ]
    readonly_fields = ["last_login", "new_password"]
    list_display = ["full_name", "username", "email", "roles", "is_active", "last_login"]
    list_display_links = ["full_name", "username"]
    list_filter = [RoleFilter, "is_active"]
    search_fields = ["full_name", "username", "email"]
    ordering = ["full_name", "username"]
    filter_horizontal = []
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def get_queryset(self, request):
        """The operator's break-glass accounts are out of an administrator's reach: their password would be the keys."""
        rows = super().get_queryset(request).prefetch_related("groups")
        return rows if request.user.is_superuser else rows.filter(is_superuser=False)

    @admin.display(description=_("roles"))
    def roles(self, user):
        held = {group.name for group in user.groups.all()}
        return ", ".join(label for role, label in LABELS.items() if role in held) or "–"

    @admin.display(description=_("password"))
    def new_password(self, user):
        address = reverse("admin:auth_user_password_change", args=[user.pk])
        return format_html('<a href="{}">{}</a>', address, _("Set a new password"))

    def has_delete_permission(self, request, obj=None):
        """What somebody wrote keeps its author: accounts are deactivated."""
        return False

    def save_model(self, request, obj, form, change):
        if change and obj.pk == request.user.pk and not obj.is_active:
            obj.is_active = True
            messages.warning(
                request, gettext("You cannot deactivate your own account; another administrator can.")
            )
        super().save_model(request, obj, form, change)
