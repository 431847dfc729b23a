"""Agencies, their units and their other names."""

from django.contrib import admin
from django.db import models
from django.utils.translation import gettext_lazy as _

from news.admin import merging, succession
from news.admin.folded import FoldedSearch
from news.admin.opened import Opened
from news.admin.rows import LabelledRows
from news.desk.merging import AGENCY
from news.models import Agency, AgencyName


class AgencyNameInline(LabelledRows):
    model = AgencyName
    fields = ["name", "from_on", "until_on"]

    # Other names are part of the agency: whoever may change it may change them.
    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("news.view_agency")

    def _may_change(self, request, obj=None):
        return request.user.has_perm("news.change_agency")

    has_add_permission = has_change_permission = has_delete_permission = _may_change


@admin.register(Agency)
class AgencyAdmin(Opened, merging.WithoutMerged, FoldedSearch):
    also_folded = ("other_names__folded",)
    also_exact = ("abbreviation",)
    list_display = ["name", "abbreviation", "kind", "parent", "is_confirmed"]
    list_select_related = ["parent"]
    list_filter = ["is_confirmed", "kind"]
    search_help_text = _("By name, former name or abbreviation; accents may be left out.")
    autocomplete_fields = ["parent", "successor"]
    inlines = [AgencyNameInline]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    fieldsets = [
        (None, {"fields": ["name", "abbreviation", "name_en", "kind", "parent", "is_confirmed"]}),
        (_("After a merger or a change of name"), {"fields": ["successor", "succeeded_on"]}),
        (_("For its page"), {"fields": ["website", "description"]}),
    ]

    def get_urls(self):
        own = [*merging.urls(self.admin_site, AGENCY), *succession.urls(self.admin_site)]
        return [*own, *super().get_urls()]
