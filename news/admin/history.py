"""The log of decisions, and the history of one article. Both only grow and are only read."""

from itertools import islice

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from news.desk.steps import LABELS, STEPS
from news.models import Article, Decision, Save

MOST = 200


class StepFilter(admin.SimpleListFilter):
    title = _("step")
    parameter_name = "buoc"

    def lookups(self, request, model_admin):
        return [("create", _("Created")), *((step.name, step.label) for step in STEPS.values())]

    def queryset(self, request, queryset):
        return queryset.filter(step=self.value()) if self.value() else queryset


@admin.register(Decision)
class DecisionAdmin(admin.ModelAdmin):
    list_display = ["at", "article", "what", "by_name", "reason"]
    list_select_related = ["article__open_edition", "article__last_release"]
    list_filter = [StepFilter]
    search_fields = ["by_name"]
    list_display_links = None
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    @admin.display(description=_("step"))
    def what(self, decision):
        return step_in_words(decision)

    def _never(self, request, obj=None):
        return False

    has_change_permission = has_delete_permission = _never

    def has_add_permission(self, request):
        return False


def step_in_words(decision: Decision) -> str:
    if decision.step == "create":
        return _("Created")
    step = STEPS.get(decision.step)
    return step.label if step else decision.step


def events_of(article: Article) -> list[dict]:
    """What happened to the article, the newest first: {at, who, what, edition, detail, moment, kind}."""
    decisions = ({
        "kind": "decision", "at": row.at, "who": row.by_name, "what": step_in_words(row), "edition": row.ordinal,
        "detail": row.reason, "public": row.public_reason, "moment": row.moment if row.step == "schedule" else None,
        "leads_to": LABELS.get(row.to_state, ""),
    } for row in article.decisions.all()[:MOST])  # fmt: skip
    saves = (
        Save.objects.filter(edition__article=article)
        .select_related("edition")
        .defer("document", "edition__body")
    )
    kept = ({
        "kind": "save", "at": row.at, "who": row.by_name, "what": _("Saved"), "edition": row.edition.ordinal,
        "detail": row.why, "version": row.version,
    } for row in saves[:MOST])  # fmt: skip
    together = sorted([*decisions, *kept], key=lambda event: event["at"], reverse=True)
    return list(islice(together, MOST))
