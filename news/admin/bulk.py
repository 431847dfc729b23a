"""One step for many articles of the list: asked first, then taken one by one, each through its own verb."""

from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news.admin.article_list import badge, text_of
from news.admin.panel import change_address
from news.admin.stepping import demand_same_text
from news.desk import rights, steps, workflow
from news.desk.errors import NotReady, Refused
from news.models import Article, Edition

NAMES = ("submit", "approve", "publish", "archive")
MOST = 100


@dataclass(frozen=True)
class Row:
    """An article of the selection; `why_not` is empty where the step can be tried, or was taken."""

    article: Article
    why_not: str

    @property
    def badge(self) -> str:
        return badge(self.article)

    @property
    def address(self) -> str:
        return change_address(self.article)

    @property
    def text(self) -> Edition:
        return text_of(self.article)


def actions_for(user) -> dict:
    """What the list offers this person, in the shape that the admin's list wants."""
    return {
        f"step_{name}": (_action(steps.STEPS[name]), f"step_{name}", steps.STEPS[name].label)
        for name in NAMES
        if user.has_perm(steps.STEPS[name].permission)
    }


def _action(step: steps.Step):
    def act(admin, request, chosen):
        return _answer(admin, request, chosen, step)

    return act


def _answer(admin, request, chosen, step: steps.Step):
    """The question, or after it the outcome of each; None leads back to the list with a message."""
    articles = list(chosen.order_by("number")[: MOST + 1])
    if len(articles) > MOST:
        messages.error(
            request,
            _("At most %(most)d articles at once; choose fewer. Nothing was changed.") % {"most": MOST},
        )
        return None
    is_asking = request.POST.get("_confirmed") != step.name
    if is_asking:
        rows = [Row(article, why_not(request.user, step, article)) for article in articles]
    else:
        rows = [take(request, step, article) for article in articles]
        _say(request, rows)
    context = {
        **admin.admin_site.each_context(request),
        "title": step.label,
        "opts": admin.opts,
        "step": step,
        "rows": rows,
        "possible": sum(not row.why_not for row in rows),
        "is_asking": is_asking,
    }
    return TemplateResponse(request, "admin/news/article/bulk.html", context)


def why_not(user, step: steps.Step, article: Article) -> str:
    """Why the step cannot be taken, as far as the table and the rights say; the verb asks the rest."""
    if step not in steps.steps_from(article):
        return _("not possible at “%(state)s”") % {"state": steps.LABELS[steps.standing_of(article)]}
    return "" if rights.may_step(user, step, article) else _("you may not do this here")


def take(request, step: steps.Step, article: Article) -> Row:
    """One article through the verb, in a transaction of its own: a refusal leaves the others as they are."""
    seen = [_number(request.POST.get(f"{what}_{article.pk}", "")) for what in ("version", "edition")]
    try:
        with transaction.atomic():
            demand_same_text(article, *seen)
            taken = getattr(workflow, step.name)(article, by=request.user)
        return Row(taken, "")
    except NotReady as refusal:
        return Row(
            workflow.refreshed(article), " ".join([str(refusal), *(row.sentence for row in refusal.findings)])
        )
    except Refused as refusal:
        return Row(workflow.refreshed(article), str(refusal))


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 19 else None


def _say(request, rows: list[Row]) -> None:
    done = sum(not row.why_not for row in rows)
    words = ngettext("Done for %(count)d article.", "Done for %(count)d articles.", done) % {"count": done}
    messages.success(request, words)
    if refused := len(rows) - done:
        words = ngettext(
            "%(count)d article was left as it was.", "%(count)d articles were left as they were.", refused
        )
        messages.warning(request, words % {"count": refused})
