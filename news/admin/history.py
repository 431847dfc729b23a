"""The log of decisions, and the history of one article. Both only grow and are only read."""

from itertools import islice, zip_longest

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from news.admin import comparing
from news.admin.panel import change_address
from news.desk import restore
from news.desk.errors import Refused
from news.desk.steps import EVENTS, LABELS, STEPS, label_of
from news.models import Article, Decision, Save

MOST = 200
# Steps whose moment is not the one they were taken at.
WITH_MOMENT = ("schedule", "archive", "feature", "ask")


class StepFilter(admin.SimpleListFilter):
    title = _("step")
    parameter_name = "buoc"

    def lookups(self, request, model_admin):
        return [*EVENTS.items(), *((step.name, step.label) for step in STEPS.values())]

    def queryset(self, request, queryset):
        return queryset.filter(step=self.value()) if self.value() else queryset


@admin.register(Decision)
class DecisionAdmin(admin.ModelAdmin):
    list_display = ["at", "subject", "what", "by_name", "reason"]
    list_select_related = ["article__open_edition", "article__last_release"]
    list_filter = [StepFilter]
    search_fields = ["by_name"]
    list_display_links = None
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    @admin.display(description=_("article"))
    def subject(self, decision):
        return decision.article

    @admin.display(description=_("step"))
    def what(self, decision):
        return step_in_words(decision)

    def _never(self, request, obj=None):
        return False

    has_change_permission = has_delete_permission = _never

    def has_add_permission(self, request):
        return False


def step_in_words(decision: Decision) -> str:
    return label_of(decision.step)


def events_of(article: Article) -> list[dict]:
    """What happened to the article, the newest first: {at, who, what, edition, detail, moment, kind}."""
    decisions = ({
        "kind": "decision", "at": row.at, "who": row.by_name, "what": step_in_words(row), "edition": row.ordinal,
        "detail": row.reason, "public": row.public_reason, "moment": row.moment if row.step in WITH_MOMENT else None,
        "leads_to": LABELS.get(row.to_state, ""),
    } for row in article.decisions.all()[:MOST])  # fmt: skip
    together = sorted([*decisions, *_saves_of(article)], key=lambda event: event["at"], reverse=True)
    return list(islice(together, MOST))


def _saves_of(article: Article) -> list[dict]:
    """Each save with a reference to its text (news/admin/comparing.py) and the way to see what it changed."""
    saves = (
        Save.objects.filter(edition__article=article)
        .select_related("edition")
        .defer("document", "edition__body")
    )
    rows = list(saves[: MOST + 1])
    earlier = [row.pk for row in rows[1:]]
    return [{
        "kind": "save", "at": row.at, "who": row.by_name, "edition": row.edition.ordinal,
        "what": _("Kept aside") if row.is_aside else _("Saved"), "is_aside": row.is_aside,
        "detail": row.why, "version": row.version, "ref": f"luu-{row.pk}",
        "compare": comparing.address(article, f"luu-{before}", f"luu-{row.pk}") if before else "",
    } for row, before in zip_longest(rows[:MOST], earlier[:MOST])]  # fmt: skip


def history_view(request, article: Article, site_context: dict):
    events = events_of(article)
    refs = [event["ref"] for event in events if event["kind"] == "save"]
    context = {
        **site_context,
        "title": gettext("History"),
        "article": article,
        "events": events,
        "newer": refs[0] if refs else "",
        "older": refs[1] if len(refs) > 1 else "",
    }
    return TemplateResponse(request, "admin/news/article/history.html", context)


def restore_view(request, article: Article):
    """POST only: the text named by `ban` becomes the open draft. Anything else leads to the comparison."""
    ref = request.POST.get("ban", "")
    if request.method != "POST":
        return HttpResponseRedirect(reverse("admin:news_article_compare", args=[article.pk]))
    if not restore.may_restore(request.user, article):
        raise PermissionDenied
    text = comparing.text_at(article, ref, request.user)
    words = {"text": text.name, "who": text.who, "at": date_format(timezone.localtime(text.at), "H:i, d/m/Y")}
    why = gettext("Restored: %(text)s (%(who)s, %(at)s)") % words
    try:
        restore.restore(
            article, text.document, by=request.user, why=why[:200],
            base_version=comparing.seen_version(request.POST, article.open_edition),
        )  # fmt: skip
        messages.success(
            request, gettext("Restored as a new draft. What stood here before is kept in the history.")
        )
    except ValidationError as error:
        messages.error(
            request, gettext("Not restored: %(reasons)s") % {"reasons": " ".join(sorted(set(error.messages)))}
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(change_address(article))
