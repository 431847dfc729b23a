"""Persons and the posts they held."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from news.admin import hiding, merging
from news.admin.folded import FoldedSearch
from news.admin.opened import Opened
from news.admin.rows import LabelledRows
from news.desk.merging import PERSON
from news.models import Appointment, Person


class AppointmentInline(LabelledRows):
    model = Appointment
    fields = ["agency", "title", "title_en", "from_on", "until_on"]
    autocomplete_fields = ["agency"]
    show_change_link = False


@admin.register(Person)
class PersonAdmin(Opened, merging.WithoutMerged, FoldedSearch):
    list_display = ["full_name", "honorific", "note", "is_confirmed"]
    list_filter = ["is_confirmed"]
    search_help_text = _("By name; accents may be left out.")
    inlines = [AppointmentInline]
    fields = ["full_name", "honorific", "note", "is_confirmed"]

    def get_urls(self):
        own = [*hiding.urls(self.admin_site), *merging.urls(self.admin_site, PERSON)]
        return [*own, *super().get_urls()]
