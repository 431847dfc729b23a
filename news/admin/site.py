"""The agency's own settings, standing pages and menus."""

from django.contrib import admin
from django.db import models
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from news.admin.editor import with_editor
from news.admin.opened import Opened
from news.models import MenuItem, Page, SiteSettings
from news.richtext import HtmlField


@admin.register(SiteSettings)
class SiteSettingsAdmin(Opened):
    """One row: the list leads straight to its form, which also writes it the first time."""

    autocomplete_fields = ["crest"]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    fieldsets = [
        (_("Name"), {"fields": ["parent_name", "parent_name_en", "agency_name", "agency_name_en", "crest"]}),
        (_("Contact"), {"fields": ["address", "address_en", "telephone", "email"]}),
        (
            _("Responsibility"),
            {"fields": ["responsible_editor", "responsible_editor_en", "licence", "licence_en"]},
        ),
        (_("Open data"), {"fields": ["data_licence", "data_licence_url"]}),
        (_("Publishing"), {"fields": ["people_needed"]}),
        (
            _("What the roles are called"),
            {"fields": ["writer_label", "editor_label", "publisher_label", "administrator_label"]},
        ),
    ]

    def changelist_view(self, request, extra_context=None):
        return HttpResponseRedirect(reverse("admin:news_sitesettings_change", args=[1]))

    def get_object(self, request, object_id, from_field=None):
        return SiteSettings.load() if object_id == "1" else None

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Page)
class PageAdmin(Opened):
    list_display = ["title", "slug", "is_public", "updated_at"]
    list_filter = ["is_public"]
    show_facets = admin.ShowFacets.NEVER
    search_fields = ["title", "slug"]
    prepopulated_fields = {"slug": ["title"]}
    fields = ["title", "slug", "body", "title_en", "body_en", "is_public"]
    # Without this line the admin would lay its plain textarea over the editor.
    formfield_overrides = {HtmlField: {}}

    @method_decorator(with_editor)
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        return super().changeform_view(request, object_id, form_url, extra_context)


# The column shares its word with the place of an event, which is another thing in Vietnamese.
PLACE = _("place on the page")


class PlaceFilter(admin.ChoicesFieldListFilter):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title = PLACE


@admin.register(MenuItem)
class MenuItemAdmin(admin.ModelAdmin):
    list_display = ["__str__", "where", "order", "category", "page", "url"]
    list_filter = [("place", PlaceFilter)]
    show_facets = admin.ShowFacets.NEVER
    list_select_related = ["category", "page"]
    autocomplete_fields = ["category", "page"]

    @admin.display(description=PLACE, ordering="place")
    def where(self, item):
        return item.get_place_display()

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "place":
            kwargs["label"] = capfirst(PLACE)
        return super().formfield_for_dbfield(db_field, request, **kwargs)
