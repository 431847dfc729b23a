"""The page of suggestions: the source text beside what was found in it, each to be accepted, changed or left out.

Nothing stands in the draft before somebody accepted it (docs/decisions/0014). Works as a plain form; a script adds keys, drag
and the memory of choices.
"""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news.admin import stepping, suggestion_answers
from news.admin.article_form import place_in_words
from news.admin.dropping import suggestions_address
from news.admin.grid_words import WORDS
from news.admin.labels import addresses
from news.admin.panel import change_address, findings_of
from news.admin.suggestion_marks import marked
from news.admin.suggestion_rows import Rows
from news.admin.suggestion_words import SUGGESTING
from news.desk import document, rights, steps, workflow
from news.desk.errors import NotAllowed, Refused, Stale
from news.importing.proposals import taking
from news.models import Article, Proposal


def suggestions_view(request, article: Article, site_context: dict):
    """GET shows what waits; POST keeps the answers (`act` is remember, keep, rest or submit) and writes what is decided."""
    proposal = Proposal.objects.filter(edition=article.open_edition_id, edition__isnull=False).first()
    if proposal is None:
        raise Http404
    if not rights.may_edit(request.user, article):
        return stepping.denied(request, article, _("You may not change this text."), site_context)
    if request.method != "POST":
        return _page(request, article, proposal, site_context)
    said, faults = suggestion_answers.read(proposal, request.POST, request.user)
    if request.POST.get("act") == "remember":
        taking.remember(proposal, said)
        return HttpResponse(status=204)
    return _take(request, article, proposal, said, faults, site_context)


def _take(request, article: Article, proposal: Proposal, said: dict, faults: dict, site_context: dict):
    version = request.POST.get("base_version", "")
    act = request.POST.get("act", "keep")
    try:
        count = taking.take(
            proposal, said, by=request.user, rest=act == "rest" and not faults,
            base_version=int(version) if version.isdecimal() and len(version) < 10 else None,
        )  # fmt: skip
    except Stale as stale:
        taking.remember(proposal, said)
        kept = _("Nothing was written; your choices are kept. Look, and send them again.")
        messages.error(request, f"{stale} {kept}")
        return HttpResponseRedirect(suggestions_address(article))
    except ValidationError as error:
        proposal = taking.remember(proposal, said)
        sentences = [
            f"{place_in_words(place)}: {' '.join(found)}".lstrip(": ")
            for place, found in error.message_dict.items()
        ]
        return _page(request, article, proposal, site_context, faults, sentences)
    if faults:
        return _page(
            request, workflow.refreshed(article), Proposal.objects.get(pk=proposal.pk), site_context, faults
        )
    if act == "submit":
        return _submit(request, workflow.refreshed(article), site_context)
    _say(request, count)
    return HttpResponseRedirect(suggestions_address(article))


def _say(request, count: int) -> None:
    if count:
        words = ngettext(
            "%(count)d suggestion stands in the draft.", "%(count)d suggestions stand in the draft.", count
        )  # fmt: skip
        messages.success(request, words % {"count": count})
    else:
        messages.info(request, _("Nothing new was decided."))


def _submit(request, article: Article, site_context: dict):
    """Only once nothing waits any more: what nobody has seen does not go on."""
    proposal = Proposal.objects.get(edition=article.open_edition_id)
    if waiting := Rows(proposal, request.user).waiting:
        words = ngettext("%(count)d suggestion still waits.", "%(count)d suggestions still wait.", waiting)
        messages.error(request, words % {"count": waiting})
        return HttpResponseRedirect(suggestions_address(article))
    try:
        return stepping.take(request, article, steps.STEPS["submit"])
    except NotAllowed as refusal:
        return stepping.denied(request, article, str(refusal), site_context)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(change_address(article))


def _page(request, article: Article, proposal: Proposal, site_context: dict, faults=None, sentences=()):
    rows = Rows(proposal, request.user, faults)
    photos = [row["value"] for row in rows.rows if row["sort"] == "photo" and not row["is_done"]]
    findings = findings_of(document.read(article.open_edition), article) if rows.is_anything_done else None
    context = {
        **site_context,
        "title": _("What is proposed"),
        "article": article,
        "edition": article.open_edition,
        "proposal": proposal,
        "rows": rows,
        "sentences": sentences,
        "source": marked(proposal.text, proposal.items),
        "undescribed": sum(not photo.get("alt") for photo in photos),
        "captioned": sum(bool(photo["text"]) and not photo.get("alt") for photo in photos),
        "is_told": any(row["value"].get("is_told") for row in rows.rows if row["sort"] == "photo"),
        "findings": findings,
        "must_mend": any(row["finding"].is_blocking for row in findings or ()),
        "may_submit": not rows.waiting and rights.may_step(request.user, steps.STEPS["submit"], article)
        and steps.STEPS["submit"] in steps.steps_from(article),
        "back": change_address(article),
        "preview": reverse("admin:news_article_frame", args=[article.pk]),
        "page": {
            "words": {key: str(sentence) for key, sentence in (WORDS | SUGGESTING).items()},
            "urls": addresses(),
            "labels": {},
        },
        "is_nav_sidebar_enabled": False,
    }  # fmt: skip
    return TemplateResponse(request, "admin/news/suggestions/suggestions.html", context)
