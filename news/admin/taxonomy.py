"""Categories and tags."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext as _

from news.admin.opened import Opened, OpenedForm
from news.desk.rights import holds_everywhere
from news.models import Category, Tag


class CategoryForm(OpenedForm):
    """A role that holds in some categories only takes nothing more in by moving a category under one of its own. `user` is
    set on the class, which the admin makes anew for each request."""

    user = None

    def clean_parent(self):
        parent = self.cleaned_data["parent"]
        if not self._may_stand_under(parent):
            raise forms.ValidationError(
                _("Your role holds in some categories only: choose one of these as the parent of a new one.")
            )
        return parent

    def _may_stand_under(self, parent: Category | None) -> bool:
        permission = "news.change_category" if self.instance.pk else "news.add_category"
        if holds_everywhere(self.user, permission):
            return True
        if self.instance.pk:
            return parent == self.instance.parent
        return parent is not None and self.user.has_perm(permission, parent)


@admin.register(Category)
class CategoryAdmin(Opened):
    form = CategoryForm
    list_display = ["name", "parent", "order", "on_home"]
    list_select_related = ["parent"]
    list_filter = ["on_home"]
    search_fields = ["name", "name_en", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["parent"]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def has_change_permission(self, request, obj=None):
        may = super().has_change_permission(request, obj)
        return may and (obj is None or request.user.has_perm("news.change_category", obj))

    def get_form(self, request, obj=None, change=False, **options):
        form = super().get_form(request, obj, change, **options)
        form.user = request.user
        return form

    def has_delete_permission(self, request, obj=None):
        """A category that articles stand in is renamed or emptied, never deleted from under them."""
        return super().has_delete_permission(request, obj) and (obj is None or not obj.editions.exists())


@admin.register(Tag)
class TagAdmin(admin.ModelAdmin):
    list_display = ["name", "slug"]
    search_fields = ["name", "slug"]
    show_full_result_count = False
