"""Abbreviations and how they are spoken."""

from django.contrib import admin

from news.models import GlossaryEntry


@admin.register(GlossaryEntry)
class GlossaryEntryAdmin(admin.ModelAdmin):
    list_display = ["short", "full", "spoken", "mode", "language"]
    list_filter = ["language", "mode"]
    search_fields = ["short", "full"]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
