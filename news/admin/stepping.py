"""Taking a step of the workflow from a page: the buttons, the confirmation, and the one call of the verb."""

import re
from datetime import date

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.admin import quick_fixing, step_words
from news.admin.article_form import MomentField
from news.admin.article_list import text_of
from news.admin.panel import DANGEROUS, change_address, findings_of
from news.desk import document, notices, rights, steps, workflow
from news.desk.checks import people
from news.desk.errors import NotAllowed, Refused
from news.models import Article, Edition


class StepForm(forms.Form):
    """What the step asks: nothing, a reason, a moment."""

    base_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    base_edition = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Media:
        js = ["admin/js/core.js"]

    def __init__(self, data=None, *, step: steps.Step, article: Article, alone: bool):
        text = text_of(article)
        super().__init__(data, initial={"base_version": text.version, "base_edition": text.pk})
        self.step = step
        if step.name == "schedule":
            self.fields["at"] = MomentField(label=_("Moment of publication (Viet Nam time)"))
        if step.name in _UNTIL:
            label, help_text = _UNTIL[step.name]
            name = "at" if step.name == "archive" else "until"
            self.fields[name] = MomentField(label=label, help_text=help_text, required=False)
        if step.name == "withdraw":
            self.fields["public_reason"] = _text(_("Reason for readers"), _("Shown at the old address."))
            self.fields["redirect_to"] = ArticleField(article)
        if step.needs_reason:
            self.fields["reason"] = _text(_REASONS.get(step.name, _("Reason")), _("Seen by colleagues only."))
        elif step.name in {"publish", "schedule"} and alone:
            self.fields["reason"] = _text(
                _("Reason to publish without a second person"),
                _(
                    "You wrote the last change, so normally a second person publishes. Your reason is kept in the log."
                ),
            )


class ArticleField(forms.CharField):
    """Another live article by its number or pasted address; cleans to the Article or None."""

    def __init__(self, article: Article):
        self.article = article
        super().__init__(
            label=_("Lead readers to another article instead"),
            help_text=_("Number or address. Empty: they see the day and the reason."),
            required=False,
        )

    def clean(self, value):
        value = super().clean(value).strip()
        if not value:
            return None
        number = re.search(r"(\d{1,17})/?$", value)
        live = Edition.objects.live().exclude(article=self.article.pk).select_related("article")
        edition = live.filter(article__number=int(number[1])).first() if number else None
        if edition is None:
            raise forms.ValidationError(
                _("No other article that readers can see has this number or address.")
            )
        return edition.article


_UNTIL = {
    "archive": (
        gettext_lazy("From when on (Viet Nam time)"),
        gettext_lazy("Empty: at once. Otherwise it leaves the lists by itself at that moment."),
    ),
    "feature": (
        gettext_lazy("Pinned until (Viet Nam time)"),
        gettext_lazy("Empty: until another one is featured."),
    ),
}
_REASONS = {
    "send_back": gettext_lazy("What should be changed"),
    "withdraw": gettext_lazy("Internal reason"),
}


def _text(label, help_text):
    return forms.CharField(label=label, help_text=help_text, widget=forms.Textarea(attrs={"rows": 3}))


def step_view(request, article: Article, name: str, site_context: dict):
    """GET asks for confirmation, POST takes the step."""
    step = steps.STEPS.get(name)
    if step is None:
        raise Http404
    if not rights.may_step(request.user, step, article):
        return denied(request, article, _denial(step, article), site_context)
    if step not in steps.steps_from(article):
        return _impossible(request, article, step)
    if name == "quick_fix":
        return quick_fixing.view(request, article, step, site_context)
    alone = bool(article.open_edition) and workflow.needs_second_person(article, request.user)
    form = StepForm(
        request.POST if request.method == "POST" else None, step=step, article=article, alone=alone
    )
    if request.method == "POST" and form.is_valid() and not _is_to_be_asked_again(request, article, form):
        try:
            return take(request, article, step, **form.cleaned_data)
        except NotAllowed as refusal:
            return denied(request, article, str(refusal), site_context)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return _confirmation(request, article, step, form, site_context)


def _is_to_be_asked_again(request, article: Article, form: StepForm) -> bool:
    """A moment before the event itself is a slip more often than not: it is shown once before it counts."""
    if form.step.name != "schedule" or "_anyway" in request.POST:
        return False
    found = people.the_event_is_not_to_come(document.read(article.open_edition), _day_of(form, article))
    return any(True for _finding in found)


def _day_of(form: StepForm, article: Article) -> date | None:
    """The day of a first publication: past, or chosen in this form; the latest possible while it is still to be chosen."""
    if article.published_at or form.step.name != "schedule":
        return article.published_at and timezone.localdate(article.published_at)
    at = form.cleaned_data.get("at") if form.is_bound and form.is_valid() else None
    return timezone.localdate(at) if at else date.max


def take(request, article: Article, step: steps.Step, base_version=None, base_edition=None, **answers):
    """Call the verb and say what happened. Raises Refused; nothing has changed then."""
    with transaction.atomic():
        demand_same_text(article, base_version, base_edition)
        article = getattr(workflow, step.name)(article, by=request.user, **answers)
    messages.success(request, step_words.after(step, article))
    return HttpResponseRedirect(change_address(article))


def demand_same_text(article: Article, base_version: int | None, base_edition: int | None = None) -> None:
    """What is approved, published or confirmed is what the person saw: a save or a newer edition is pointed out."""
    if base_version is None:
        return
    # Whoever saves waits for this lock, as for every verb of the desk.
    Article.objects.select_for_update(of=("self",), no_key=True).get(pk=article.pk)
    text = text_of(workflow.refreshed(article))
    if (text.version, text.pk) != (base_version, base_edition or text.pk):
        raise Refused(
            _("%(name)s saved this article after you opened this page. Read the new text, then decide.")
            % {"name": text.edited_by or "?"}
        )


def _denial(step: steps.Step, article: Article) -> str:
    """What is missing, and whom to ask."""
    sentence = _("You may not do this: “%(step)s”. The article was not changed.") % {"step": step.label}
    names = sorted(str(user) for user in notices.who_may(step.permission, article))[: step_words.MOST_NAMED]
    if step.permission == steps.WRITE or not names:
        return sentence
    return f"{sentence} " + _("Those who may: %(names)s.") % {"names": ", ".join(names)}


def denied(request, article: Article, sentence: str, site_context: dict):
    context = {
        **site_context,
        "title": _("Not allowed"),
        "sentence": sentence,
        "article": article,
        "state": steps.LABELS[steps.standing_of(article)],
        "back": change_address(article),
    }
    return TemplateResponse(request, "admin/news/article/denied.html", context, status=403)


def _impossible(request, article: Article, step: steps.Step):
    words = {"step": step.label, "state": steps.LABELS[steps.standing_of(article)]}
    messages.error(request, _("“%(step)s” is not possible now: the article stands at “%(state)s”.") % words)
    return HttpResponseRedirect(change_address(article))


def _confirmation(request, article: Article, step: steps.Step, form: StepForm, site_context: dict):
    content = document.read(article.open_edition) if article.open_edition_id else None
    found = (
        findings_of(content, article, published_on=_day_of(form, article))
        if content and step.name in {"submit", "approve", "publish", "schedule"}
        else []
    )
    context = {
        **site_context,
        "title": step.label,
        "step": step,
        "article": article,
        "form": form,
        "said": step_words.before(step, article, content),
        "findings": found,
        "is_blocked": step.name in {"publish", "schedule"}
        and any(row["finding"].is_blocking for row in found),
        "is_dangerous": step.name in DANGEROUS,
        "asks_again": form.is_bound and step.name == "schedule" and form.is_valid(),
        "back": change_address(article),
        "preview": reverse("admin:news_article_preview", args=[article.pk]),
    }
    return TemplateResponse(request, "admin/news/article/step.html", context)
