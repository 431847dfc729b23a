"""The page on which a leader is asked, and on which an answer given elsewhere is written down."""

from django import forms
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from news.admin.article_form import MomentField
from news.admin.panel import change_address
from news.admin.stepping import denied
from news.desk import consent, rights
from news.desk.errors import NotAllowed, Refused
from news.models import Article, Consent
from news.site import addresses

CLOSED = {
    "": gettext_lazy("waits for the answer"),
    "answered": gettext_lazy("answered"),
    "revoked": gettext_lazy("revoked"),
    "edited": gettext_lazy("no longer valid: the text was changed after the link was made"),
    "expired": gettext_lazy("expired"),
}


class AskForm(forms.Form):
    leader = forms.CharField(
        label=gettext_lazy("Name and post of the leader"), max_length=150,
        help_text=gettext_lazy("The link is for this person alone; the answer is kept under this name."),
    )  # fmt: skip
    days = forms.TypedChoiceField(label=gettext_lazy("Valid for"), coerce=int, initial=3)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["days"].choices = [
            (days, ngettext("%(count)d day", "%(count)d days", days) % {"count": days})
            for days in consent.DAYS
        ]


class NoteForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    leader = forms.CharField(label=gettext_lazy("Name and post of the leader"), max_length=150)
    means = forms.CharField(
        label=gettext_lazy("How the answer was given"), max_length=150,
        help_text=gettext_lazy("Telephone, meeting, signed paper with its number …"),
    )  # fmt: skip
    at = MomentField(label=gettext_lazy("When (Viet Nam time)"), required=False)
    verdict = forms.ChoiceField(label=gettext_lazy("Answer"), choices=Consent.Verdict.choices)
    comment = forms.CharField(
        label=gettext_lazy("Comment"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


FORMS = {"ask": AskForm, "note": NoteForm}


def leader_view(request, article: Article, site_context: dict):
    """The links and answers of the open edition; POST asks, revokes or writes an answer down."""
    if not rights.may_ask_leader(request.user, article):
        return denied(request, article, _("You may not ask a leader about this article."), site_context)
    does = request.POST.get("_do", "")
    version = article.open_edition.version
    made = {
        name: kind(
            request.POST if does == name else None,
            prefix=name,
            initial={"version": version} if name == "note" else None,
        )
        for name, kind in FORMS.items()
    }
    token = ""
    if request.method == "POST":
        try:
            token = _do(request, article, does, made)
        except NotAllowed as refusal:
            return denied(request, article, str(refusal), site_context)
        except Refused as refusal:
            messages.error(request, str(refusal))
        if not token and all(not form.errors for form in made.values()):
            return HttpResponseRedirect(reverse("admin:news_article_leader", args=[article.pk]))
    return _page(request, article, made, token, site_context)


def _do(request, article: Article, does: str, made: dict) -> str:
    """Returns the secret of a new link, else an empty text."""
    form = made.get(does)
    if does == "revoke":
        consent.revoke(article, _number(request.POST.get("link")), by=request.user)
        messages.success(request, _("The link no longer opens."))
    elif form and form.is_valid() and does == "ask":
        return consent.ask(article, by=request.user, **form.cleaned_data)[1]
    elif form and form.is_valid():
        consent.note(article, by=request.user, **form.cleaned_data)
        messages.success(request, _("The answer is written down."))
    return ""


def _number(text) -> int:
    return int(text) if str(text).isdecimal() and len(text) < 18 else 0


def _page(request, article: Article, made: dict, token: str, site_context: dict):
    context = {
        **site_context,
        "title": _("Leader's opinion"),
        "article": article,
        "forms": made,
        "links": [
            {"link": link, "state": CLOSED[link.why_closed()], "is_open": link.is_open()}
            for link in consent.links_to(article.open_edition)
        ],
        "answers": consent.answers_to(article.open_edition),
        "address": addresses.absolute(request, f"/xem-truoc/{token}/") if token else "",
        "back": change_address(article),
        "media": made["note"].media,
    }
    response = TemplateResponse(request, "admin/news/article/leader.html", context)
    response["Cache-Control"] = "private, no-store"
    return response
