"""*Bản ghi của bài*: what readers can listen to, what the worker could not make and why, and an editor's own recording."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import BigIntegerField, OuterRef, Subquery
from django.db.models.functions import Cast, Substr
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from accessibility.models import Narration
from news.files.refusal import Busy, FileRefused
from news.models import Article, Edition
from news.templatetags.site import file_facts
from portal.narration import own, texts

CHANGE = "accessibility.change_narration"
BADGES = {"made": "badge--live", "failed": "badge--late"}


class OwnRecording(forms.Form):
    file = forms.FileField(
        label=_("Sound file (MP3, M4A or WAV)"),
        widget=forms.FileInput(attrs={"accept": ".mp3,.m4a,.wav,audio/mpeg,audio/mp4,audio/wav"}),
    )
    lights = forms.BooleanField(
        label=_("Light up sentences at estimated times"),
        required=False,
        help_text=_("Only where the whole text is read word for word: the light may be some seconds off."),
    )


@admin.register(Narration)
class NarrationAdmin(admin.ModelAdmin):
    list_display = ["article", "status", "voice", "facts", "looked_at"]
    list_display_links = ["article"]
    list_filter = ["state", "recording__source"]
    list_select_related = ["recording"]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    actions = ["make_again"]
    change_form_template = "admin/accessibility/narration/change_form.html"

    def get_fields(self, request, obj=None):
        """What became of it; of one that is not there yet, also why and when it is tried again."""
        unfinished = obj is not None and obj.state in Narration.UNFINISHED
        return [
            "article_link",
            "status",
            *(["error", "attempts", "due_at"] if unfinished else []),
            "voice",
            "facts",
            "sound",
            "looked_at",
        ]

    def get_readonly_fields(self, request, obj=None):
        return self.get_fields(request, obj)

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        """What readers hear of an article is changed by those whose role reaches its categories."""
        may = super().has_change_permission(request, obj)
        if not may or obj is None:
            return may
        return obj.key not in _beyond(request.user, [obj.key])

    def get_queryset(self, request):
        """With the title of each text, in the one query of the list."""
        edition = Cast(Substr("key", len(texts.PREFIX) + 1), BigIntegerField())
        found = Edition.objects.filter(pk=OuterRef("edition"))
        named = {name: Subquery(found.values(name)[:1]) for name in ("title", "article")}
        rows = super().get_queryset(request).annotate(edition=edition)
        return rows.annotate(title=named["title"], article_pk=named["article"])

    @admin.display(description=_("article"))
    def article(self, narration):
        return str(narration)

    @admin.display(description=_("article"))
    def article_link(self, narration):
        if not narration.article_pk:
            return str(narration)
        address = reverse("admin:news_article_change", args=[narration.article_pk])
        return format_html('<a href="{}">{}</a>', address, narration)

    @admin.display(description=_("state"), ordering="state")
    def status(self, narration):
        return format_html(
            '<span class="badge {}">{}</span>', BADGES.get(narration.state, ""), narration.get_state_display()
        )

    @admin.display(description=_("voice"))
    def voice(self, narration):
        recording = narration.recording
        return recording.get_source_display() if recording else "–"

    @admin.display(description=_("size and length"))
    def facts(self, narration):
        recording = narration.recording
        if not recording:
            return "–"
        return file_facts({"name": "", "size": recording.size, "seconds": recording.seconds})

    @admin.display(description=_("sound"))
    def sound(self, narration):
        if not narration.recording:
            return "–"
        address = reverse("staff-sound", args=[narration.pk])
        return format_html('<audio controls preload="none" src="{}"></audio>', address)

    @admin.action(description=_("Make the recording again"), permissions=["change"])
    def make_again(self, request, queryset):
        beyond = _beyond(request.user, [narration.key for narration in queryset])
        mine = [narration for narration in queryset if narration.key not in beyond]
        count = len(mine)
        for narration in mine:
            self._owe(narration)
        if beyond:
            left = ngettext(
                "%(count)d recording stays as it is: your role does not reach its category.",
                "%(count)d recordings stay as they are: your role does not reach their categories.",
                len(beyond),
            )
            messages.warning(request, left % {"count": len(beyond)})
        if not mine:
            return
        said = ngettext(
            "%(count)d recording will be made again; only sentences that changed are spoken anew.",
            "%(count)d recordings will be made again; only sentences that changed are spoken anew.",
            count,
        )
        messages.success(request, said % {"count": count})

    def get_urls(self):
        views = {"lam-lai": "again", "nguoi-doc": "own", "giong-may": "machine"}
        made = [
            path(
                f"<int:pk>/{word}/", self.admin_site.admin_view(require_POST(self._posted(name))),
                name=f"accessibility_narration_{name}",
            )
            for word, name in views.items()
        ]  # fmt: skip
        return [*made, *super().get_urls()]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        narration = self.get_object(request, object_id)
        may = self.has_change_permission(request, narration)
        context = {"own_form": OwnRecording(), "may_change": may}
        return super().change_view(request, object_id, form_url, context | (extra_context or {}))

    def _posted(self, name: str):
        """One press on the page of a recording; afterwards the page again, with what became of it."""

        def view(request, pk: int):
            if not self.has_change_permission(request):
                raise PermissionDenied
            narration = get_object_or_404(Narration.objects.select_related("recording"), pk=pk)
            if not self.has_change_permission(request, narration):
                raise PermissionDenied
            try:
                messages.success(request, getattr(self, f"_{name}")(request, narration))
            except (ValidationError, FileRefused, Busy) as refusal:
                messages.error(request, getattr(refusal, "message", str(refusal)))
            return HttpResponseRedirect(reverse("admin:accessibility_narration_change", args=[pk]))

        return view

    def _again(self, request, narration) -> str:
        self._owe(narration)
        return gettext("The recording will be made again within a minute or two.")

    def _own(self, request, narration) -> str:
        form = OwnRecording(request.POST, request.FILES)
        if not form.is_valid():
            raise ValidationError(gettext("Choose the sound file first."))
        own.take_in(narration, form.cleaned_data["file"], by=request.user, lights=form.cleaned_data["lights"])
        return gettext("Readers now hear your recording.")

    def _machine(self, request, narration) -> str:
        own.drop(narration)
        return gettext("Your recording was removed; the machine's voice reads again within a minute or two.")

    def _owe(self, narration) -> None:
        from portal.narration import owed

        owed.owe(texts.edition_of(narration.key), by_hand=True)


def _beyond(user, keys: list[str]) -> set[str]:
    """The keys of texts whose articles stand where this person's role does not reach; no query for a role without limits."""
    if not getattr(user, "limits", None):
        return set()
    of = {texts.edition_of(key): key for key in keys}
    rows = Edition.objects.filter(pk__in=of).values_list("pk", "article")
    articles = Article.objects.select_related("open_edition", "last_release").in_bulk(
        {article for _edition, article in rows}
    )
    return set(keys) - {of[edition] for edition, article in rows if user.has_perm(CHANGE, articles[article])}
