"""Categories and tags."""

from django.contrib import admin

from news.models import Category, Tag


@admin.register(Category)
class CategoryAdmin(admin.ModelAdmin):
    list_display = ["name", "parent", "order", "on_home"]
    list_select_related = ["parent"]
    list_filter = ["on_home"]
    search_fields = ["name", "name_en", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["parent"]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def has_delete_permission(self, request, obj=None):
        """A category that articles stand in is renamed or emptied, never deleted from under them."""
        return super().has_delete_permission(request, obj) and (obj is None or not obj.editions.exists())


@admin.register(Tag)
class TagAdmin(admin.ModelAdmin):
    list_display = ["name", "slug"]
    search_fields = ["name", "slug"]
    show_full_result_count = False
