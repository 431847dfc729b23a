"""Writing an article: the empty form, the form of an open edition, and the page of one that is not mine to change.

Everything is saved through the document; a state is only ever changed by the workflow's verbs.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from news.admin import autosave, conflict, grid, presence, start_texts, stepping, titles
from news.admin.article_form import DETAILS, FACTS, MAIN, EditionForm, is_same
from news.admin.panel import AT_ONCE, change_address, field_address, findings_of, panel_of
from news.desk import copies, document, rights, steps, workflow
from news.desk.errors import NotAllowed, Refused, Stale
from news.models import Article, Edition, Photo
from news.photos.renditions import staff_address


def add_view(request, site_context: dict):
    """A new article: nothing exists before the first save."""
    if "_reopen" in request.POST:
        return _form_page(request, reopened(request.POST), None, site_context)
    form = EditionForm(request.POST or None, draft=start_texts.begun_by(request.GET))
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                data = form.cleaned_data
                article = workflow.create(
                    form.document(), by=request.user, language=data["language"], form=data["form_name"]
                )
            messages.success(request, _("The draft is saved."))
            return _after_saving(request, article, site_context)
        except ValidationError as error:
            form.take_errors(error)
        except NotAllowed as refusal:
            raise PermissionDenied(str(refusal)) from refusal
    return _form_page(request, form, None, site_context)


def change_view(request, article: Article, site_context: dict):
    """The open edition's form for whoever may edit it, else a page to read."""
    if not rights.may_edit(request.user, article):
        if request.method == "POST":
            return _refuse(request, article, site_context)
        return _reading_page(request, article, site_context)
    if "_reopen" in request.POST:
        return _form_page(request, reopened(request.POST, article.open_edition), article, site_context)
    if request.method == "POST":
        return _save(request, article, site_context)
    form = copy_form(article, request.user) if "mo-lai" in request.GET else None
    return _form_page(request, form or EditionForm(edition=article.open_edition), article, site_context)


def copy_form(article: Article, user) -> EditionForm | None:
    """The form with the person's unsaved text in it, on the version it was typed on."""
    copy = copies.of(article, user)
    if copy is None:
        return None
    form = EditionForm(edition=article.open_edition, draft=copy.document)
    form.initial |= {"edition_pk": copy.edition_id, "base_version": copy.base_version, "seen": copy.stamp}
    return form


def reopened(posted, edition: Edition | None = None) -> EditionForm:
    """The form with a text that a browser kept; nothing is saved by opening it."""
    form = EditionForm(edition=edition, draft=EditionForm(posted, edition=edition).draft())
    names = ("edition_pk", "base_version", "seen", "why", "language")
    form.initial |= {name: posted[name] for name in names if name in posted and name in form.fields}
    return form


def _refuse(request, article: Article, site_context: dict):
    """No right to change this text now. What a maker of it typed until then is kept all the same."""
    edition = article.editions.filter(pk=_number(request.POST.get("edition_pk"))).first()
    sentence = _("You may not change this text.")
    if edition and _has_a_hand(request.user, article, edition):
        _keep_refused(request, edition, EditionForm(request.POST, edition=edition))
        sentence = _("This text is no longer open for you to edit. What you typed is kept for you.")
    return stepping.denied(request, article, sentence, site_context)


def _has_a_hand(user, article: Article, edition: Edition) -> bool:
    """Whoever could have written in this edition while it was open."""
    is_maker = user.pk in {article.created_by_id, edition.created_by_id} and user.has_perm(steps.WRITE)
    return is_maker or user.has_perm("news.edit_any_article", article)


def _keep_refused(request, edition: Edition, form: EditionForm) -> None:
    numbers = {name: _number(request.POST.get(name)) for name in ("base_version", "form_count")}
    copies.keep_refused(
        edition, request.user, form.draft(), base_version=numbers["base_version"],
        form=request.POST.get("form_name", "")[:40], count=numbers["form_count"],
    )  # fmt: skip


def _number(text: str | None) -> int:
    """0 for what is no number that a column holds."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0


def _save(request, article: Article, site_context: dict):
    form = EditionForm(request.POST, edition=article.open_edition)
    if not form.is_valid():
        return _form_page(request, form, article, site_context)
    try:
        _keep(request, article.open_edition, form)
    except ValidationError as error:
        form.take_errors(error)
        return _form_page(request, form, article, site_context)
    except Stale:
        typed_on = article.editions.filter(pk=form.cleaned_data["edition_pk"]).first() or article.open_edition
        _keep_refused(request, typed_on, form)
        return HttpResponseRedirect(conflict.address(article))
    return _after_saving(request, workflow.refreshed(article), site_context)


def _keep(request, edition: Edition, form: EditionForm) -> None:
    """Write what is typed, unless nothing differs: reading and pressing a button does not make a person an author."""
    data = form.cleaned_data
    if data["edition_pk"] != edition.pk:
        raise Stale(_("Another edition of this article was opened meanwhile."), edition)
    typed = document.sound(form.document())
    if is_same(typed, form.kept) and (data["base_version"] == edition.version or _is_saved(edition, data)):
        # A step, a preview or an answer to a finding says itself what it did.
        if not {"_title", "_step", "_preview"} & request.POST.keys():
            messages.info(request, _("Nothing was changed."))
    else:
        document.write(
            edition, typed, by=request.user, base_version=data["base_version"], why=data["why"],
            form=data["form_name"],
        )  # fmt: skip
        messages.success(request, _("Saved."))
    copies.drop_saved(edition, request.user, form=data["form_name"], seen=data["seen"])


def _is_saved(edition: Edition, data: dict) -> bool:
    """Whether this very form was saved before: its answer got lost on the way, and the browser sent it again."""
    return bool(data["form_name"]) and edition.saves.filter(form=data["form_name"], is_aside=False).exists()


def _after_saving(request, article: Article, site_context: dict):
    """Straight on to the step whose button saved the form, if one did."""
    name = request.POST.get("_step", "")
    step = steps.STEPS.get(name)
    if request.POST.get("_preview"):
        return HttpResponseRedirect(reverse("admin:news_article_frame", args=[article.pk]))
    if request.POST.get("_title"):
        return titles.answer(request, article, request.POST["_title"])
    if step is None:
        return HttpResponseRedirect(change_address(article))
    if name not in AT_ONCE:
        return HttpResponseRedirect(reverse("admin:news_article_step", args=[article.pk, name]))
    try:
        return stepping.take(request, article, step)
    except NotAllowed as refusal:
        return stepping.denied(request, article, str(refusal), site_context)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(change_address(article))


def _form_page(request, form: EditionForm, article: Article | None, site_context: dict, **extra):
    content = form.typed() if form.is_bound and hasattr(form, "cleaned_data") else form.kept
    mine = copies.all_of(article, request.user) if article else []
    context = {
        **site_context,
        "title": _("Write an article") if article is None else str(article),
        "form": form,
        "parts": {name: [form[key] for key in keys if key in form.fields] for name, keys in _PARTS.items()},
        "labels": grid.labels(content),
        "errors": _errors(form),
        "findings": findings_of(form.kept, article, here=True) if article else [],
        "may_mend_register": titles.may_mend_register(request.user),
        "media": form.media,
        "panel": panel_of(article, request.user) if article else None,
        "autosave": autosave.page_of(article, request.user, mine),
        "unsaved": autosave.unsaved_of(article, mine, form) if article and not form.is_bound else None,
        "others": presence.others(article.open_edition, request.user) if article else [],
        # The text and its panel need the room of the menu.
        "is_nav_sidebar_enabled": False,
    } | extra
    return TemplateResponse(request, "admin/news/article/change_form.html", context)


_PARTS = {
    "main": MAIN,
    "facts": FACTS,
    "details": DETAILS,
}


def _errors(form: EditionForm) -> list[dict]:
    """One line an error, each with the address of its field."""
    rows = []
    for name, sentences in form.errors.items():
        field = form.fields.get(name)
        for sentence in sentences:
            rows.append(
                {"label": field.label if field else "", "sentence": sentence, "href": field_address(name)}
            )
    return rows


def _reading_page(request, article: Article, site_context: dict):
    panel = panel_of(article, request.user)
    edition: Edition = panel["text"]
    content = document.read(edition)
    context = {
        **site_context,
        "title": str(article),
        "panel": panel,
        "edition": edition,
        "content": content,
        "photos": [
            {"caption": row, "src": staff_address(Photo(pk=row["photo"]), "card", 400)}
            for row in content["captions"]
        ],
        "is_nav_sidebar_enabled": False,
        "left_over": copies.of(article, request.user),
    }
    return TemplateResponse(request, "admin/news/article/reading.html", context)
