"""The page that hides one person: every place with its words and what will stand there, and the way back."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache

from news.desk import hiding, hiding_files, hiding_search
from news.desk.errors import Refused
from news.models import Hiding, Person, StoredFile
from news.site import extras
from news.site.hidden import name_of
from news.spellings import Name


@admin.register(Hiding)
class HidingAdmin(admin.ModelAdmin):
    """The list of who is and was hidden; what can be done stands on the page of the person."""

    list_display = ["who", "state", "reason", "hidden_at", "hidden_by", "lifted_at"]
    list_select_related = ["person", "hidden_by"]
    list_display_links = None
    search_fields = ["person__folded"]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None

    @admin.display(description=gettext_lazy("person"))
    def who(self, row):
        address = reverse("admin:news_person_hide", args=[row.person_id])
        return format_html('<a href="{}">{}</a>', address, row.person)

    @admin.display(description=gettext_lazy("state"))
    def state(self, row):
        if row.is_active:
            return format_html('<span class="badge badge--withdrawn">{}</span>', _("Hidden"))
        return format_html('<span class="badge">{}</span>', _("Shown again"))

    def has_add_permission(self, request):
        """Begun on the page of the person."""
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


def urls(site) -> list:
    return [path("<int:pk>/an/", site.admin_view(never_cache(page)), name="news_person_hide")]


def page(request, pk: int):
    """GET shows the places of the chosen spellings; POST hides, writes the chosen places, or shows again."""
    if not request.user.has_perm(hiding.PERMISSION):
        raise PermissionDenied
    person = get_object_or_404(Person, pk=pk)
    fault = ""
    if request.method == "POST":
        try:
            if _done(request, person):
                return HttpResponseRedirect(request.path)
        except Refused as refusal:
            fault = str(refusal)
    return TemplateResponse(request, "admin/news/hiding/person.html", _context(request, person, fault))


def _done(request, person: Person) -> bool:
    """Whether the act that was asked for is done; looking again is none."""
    act, row = request.POST.get("act"), person.hidings.active().first()
    if act == "lift" and row:
        hiding.lift(row, by=request.user, reason=request.POST.get("lift_reason", ""))
        messages.success(
            request, _("The name is shown to readers again. Texts already rewritten stay as they are.")
        )
    elif act in ("hide", "write"):
        row = _hidden(request, person)
        messages.success(request, _("From now on no reader gets the name."))
        if held := list(row.withheld.values_list("original_name", flat=True)):
            words = ngettext(
                "%(count)d attachment is held back from readers as a whole: %(names)s.",
                "%(count)d attachments are held back from readers as a whole: %(names)s.",
                len(held),
            )
            messages.warning(request, words % {"count": len(held), "names": ", ".join(held)})
        if act == "write":
            _written(request, row)
    else:
        return False
    return True


def _hidden(request, person: Person) -> Hiding:
    keys = [key for key in request.POST.getlist("file") if _is_number(key)]
    return hiding.hide(
        person,
        by=request.user,
        reason=request.POST.get("reason", ""),
        spellings=_spellings(request.POST),
        stand_in=request.POST.get("stand_in", ""),
        stand_in_en=request.POST.get("stand_in_en", ""),
        files=StoredFile.objects.filter(pk__in=keys),
    )


def _written(request, row: Hiding) -> None:
    outcome = hiding.mask(row, _chosen(request.POST), by=request.user)
    if outcome.released:
        sentence = ngettext(
            "%d privacy edition is published.", "%d privacy editions are published.", outcome.released
        )
        messages.success(request, sentence % outcome.released)
    if outcome.drafts:
        sentence = ngettext("%d draft is changed.", "%d drafts are changed.", outcome.drafts)
        messages.success(request, sentence % outcome.drafts)
    for refusal in outcome.refused:
        messages.warning(request, _("Not written: %(what)s") % {"what": refusal})


def _chosen(data) -> dict:
    """What the form says: edition -> (version, {place: words})."""
    chosen: dict[int, tuple[int, dict[str, str]]] = {}
    for value in data.getlist("place"):
        edition, _bar, key = value.partition("|")
        version = data.get(f"version|{edition}", "")
        if _is_number(edition) and _is_number(version):
            words = data.get(f"to|{value}", "").strip()
            chosen.setdefault(int(edition), (int(version), {}))[1][key] = words
    return chosen


def _is_number(text: str) -> bool:
    """One that a column holds."""
    return text.isdecimal() and len(text) < 19


def _spellings(data) -> list[str]:
    return [*data.getlist("spelling"), *data.get("more", "").splitlines()]


def _context(request, person: Person, fault: str) -> dict:
    row = person.hidings.active().select_related("hidden_by").first()
    suggested = hiding.suggested_spellings(person)
    chosen = _chosen_spellings(request, row, suggested)
    names = [name_of(text) for text in chosen if len(Name(text).syllables) >= hiding.LEAST_SYLLABLES]
    values = request.POST if request.method == "POST" else {}
    stand_in = values.get("stand_in") or (row and row.stand_in) or _default("stand_in")
    stand_in_en = values.get("stand_in_en") or (row and row.stand_in_en) or _default("stand_in_en")
    texts, more, old = hiding_search.texts(person, names, {"vi": stand_in, "en": stand_in_en})
    naming, blind = hiding_files.attached(person, names)
    withheld = set(row.withheld.values_list("pk", flat=True)) if row else None
    known = {spelling.text for spelling in suggested}
    return admin.site.each_context(request) | {
        "title": _("Hide personal information"),
        "person": person,
        "hiding": row,
        "earlier": person.hidings.exclude(lifted_at=None).select_related("hidden_by", "lifted_by"),
        "fault": fault,
        "spellings": [(spelling, spelling.text in chosen) for spelling in suggested],
        "more_spellings": "\n".join(text for text in chosen if text not in known),
        "stand_in": stand_in,
        "stand_in_en": stand_in_en,
        "reason": values.get("reason") or (row.reason if row else ""),
        "texts": texts,
        "unshown": more,
        "old": old,
        "recordings": len(extras.audio_of_all([text.edition for text in texts])),
        "kept": hiding_search.kept_in_history(person, names),
        "around": [(found, _change_address(found.row)) for found in hiding_search.around(names)],
        "files": [(found, withheld is None or found.file.pk in withheld) for found in naming],
        "blind": [(found, bool(withheld) and found.file.pk in withheld) for found in blind],
        "namesakes": Person.objects.filter(folded=person.folded).exclude(pk=person.pk)[:10],
    }  # fmt: skip


def _chosen_spellings(request, row: Hiding | None, suggested) -> list[str]:
    if request.method == "POST":
        found = _spellings(request.POST)
    elif row:
        found = row.spellings
    else:
        found = [spelling.text for spelling in suggested if spelling.is_chosen]
    return [text for text in dict.fromkeys(" ".join(text.split()) for text in found) if text]


def _default(column: str) -> str:
    return Hiding._meta.get_field(column).default


def _change_address(row) -> str:
    try:
        return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    except NoReverseMatch:
        return ""
