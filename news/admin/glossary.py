"""The glossary: how an entry is heard, what it clashes with, and which live articles hold it."""

import re
from html import escape

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news.admin.glossary_taking import take_in
from news.admin.opened import Opened
from news.models import Agency, Edition, GlossaryEntry
from news.site import addresses, extras

# Articles looked at and listed at most: the newest. Whoever changes a word that stands in more waits for the worker's own look.
MOST = 200


@admin.register(GlossaryEntry)
class GlossaryEntryAdmin(Opened):
    list_display = ["short", "full", "spoken", "mode", "language", "is_explained"]
    list_filter = ["language", "mode", "is_explained"]
    search_fields = ["short", "full"]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        # The column shares its word with the source of an article, which is another thing in Vietnamese.
        if db_field.name == "source":
            kwargs["label"] = capfirst(_("laid down in"))
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_urls(self):
        view = self.admin_site.admin_view(self.articles)
        taking = self.admin_site.admin_view(lambda request: take_in(self, request))
        return [
            path("<int:pk>/tin/", view, name="news_glossaryentry_articles"),
            path("nhap/", taking, name="news_glossaryentry_import"),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["sample"] = sample_address(obj) if obj else ""
        context["may_type"] = self.has_change_permission(request) if obj else self.has_add_permission(request)
        context["clashes"] = clashes(obj) if obj else []
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        for sentence in clashes(obj):
            messages.warning(request, sentence)

    def articles(self, request, pk: int):
        """Live articles that hold the word; POST has their recordings made again."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        entry = get_object_or_404(GlossaryEntry, pk=pk)
        found = holding(entry)
        if request.method == "POST":
            return self._remade(request, entry, found)
        readings = extras.readings_of(found)
        rows = [
            {
                "title": edition.title,
                "address": addresses.article(edition),
                "at": edition.article.published_at,
                "places": len(alone(entry).findall(printed(edition))),
                "reading": readings.get(edition.pk),
            }
            for edition in found
        ]
        context = self.admin_site.each_context(request) | {
            "title": _("Articles with this word"),
            "entry": entry,
            "rows": rows,
            "sums": sums(rows),
            "is_cut": len(rows) == MOST,
            "may_remake": self.has_change_permission(request),
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/news/glossaryentry/articles.html", context)

    def _remade(self, request, entry: GlossaryEntry, found: list[Edition]):
        if not self.has_change_permission(request):
            raise PermissionDenied
        within = [row for row in found if _reaches(request.user, row)]
        for edition in within:
            extras.remake_audio(edition)
        count = len(within)
        sentence = ngettext(
            "The recording of %(count)d article is made again.",
            "The recordings of %(count)d articles are made again.",
            count,
        )
        messages.success(request, sentence % {"count": count})
        return HttpResponseRedirect(reverse("admin:news_glossaryentry_articles", args=[entry.pk]))


def _reaches(user, edition: Edition) -> bool:
    """What readers hear is changed by those whose role reaches the article's categories."""
    return not getattr(user, "limits", None) or user.has_perm(
        "accessibility.change_narration", edition.article
    )


def holding(entry: GlossaryEntry) -> list[Edition]:
    """The newest live editions of the entry's language in which the word stands alone; two queries."""
    written = escape(entry.short, quote=False)
    held = Q(title__contains=entry.short) | Q(lead__contains=entry.short) | Q(body__contains=written)
    live = Edition.objects.live().filter(held, language=entry.language).select_related("article")
    # The database compares without regard to case or to what stands around.
    newest = live.order_by("-listed_at", "-article")[:MOST]
    return [row for row in newest if alone(entry).search(printed(row))]


def alone(entry: GlossaryEntry) -> re.Pattern:
    return re.compile(rf"(?<![\w&/@-]){re.escape(entry.short)}(?![\w&/@-])")


def printed(edition: Edition) -> str:
    return f"{edition.title}\n{edition.lead}\n{edition.body.replace('&amp;', '&')}"


def sums(rows: list[dict]) -> dict:
    """Over the recordings whose cost is known: `anew` of `sentences` were spoken; `waiting` recordings are still to be made."""
    made = [row["reading"] for row in rows if row["reading"]]
    known = [reading for reading in made if reading.anew is not None and not reading.is_waiting]
    return {
        "places": sum(row["places"] for row in rows),
        "waiting": sum(reading.is_waiting for reading in made),
        "anew": sum(reading.anew for reading in known),
        "sentences": sum(reading.sentences for reading in known),
    }


def clashes(entry: GlossaryEntry) -> list[str]:
    """Sentences about other entries and agencies that the same letters could mean."""
    others = GlossaryEntry.objects.filter(short__iexact=entry.short, language=entry.language).exclude(
        pk=entry.pk
    )
    agencies = Agency.objects.filter(abbreviation=entry.short).exclude(name__iexact=entry.full)
    found = [
        _("“%(short)s” is listed too, as “%(full)s”: only capitals tell them apart.")
        % {"short": other.short, "full": other.full}
        for other in others[:5]
    ]
    found += [
        _("“%(short)s” is also the abbreviation of the agency “%(name)s”.")
        % {"short": entry.short, "name": name}
        for name in agencies.values_list("name", flat=True)[:5]
    ]
    double = GlossaryEntry.objects.filter(full__iexact=entry.full, language=entry.language).exclude(
        pk=entry.pk
    )
    found += [
        _("“%(full)s” has a second abbreviation: “%(short)s”.") % {"full": other.full, "short": other.short}
        for other in double.exclude(short__iexact=entry.short)[:5]
    ]
    return found


def sample_address(entry: GlossaryEntry) -> str:
    """Of the sound of the entry as the stored voice says it; letters are named by the voice's own room."""
    if entry.said:
        query = {"text": entry.said, "language": entry.language}
    else:
        query = {"text": entry.short, "language": entry.language, "spelt": 1}
    return f"{reverse('voice-sample')}?{urlencode(query)}"
