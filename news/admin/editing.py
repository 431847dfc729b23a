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

from news.admin import grid, stepping
from news.admin.article_form import DETAILS, FACTS, MAIN, EditionForm, changed_keys, is_same
from news.admin.panel import AT_ONCE, change_address, field_address, findings_of, panel_of
from news.desk import document, rights, steps, workflow
from news.desk.errors import NotAllowed, Refused, Stale
from news.models import Article, Edition, Photo
from news.photos.renditions import staff_address


def add_view(request, site_context: dict):
    """A new article: nothing exists before the first save."""
    form = EditionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                article = workflow.create(
                    form.document(), by=request.user, language=form.cleaned_data["language"]
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
            return stepping.denied(request, article, _("You may not change this text."), site_context)
        return _reading_page(request, article, site_context)
    if request.method != "POST":
        return _form_page(request, EditionForm(edition=article.open_edition), article, site_context)
    return _save(request, article, site_context)


def _save(request, article: Article, site_context: dict):
    form = EditionForm(request.POST, edition=article.open_edition)
    if not form.is_valid():
        return _form_page(request, form, article, site_context)
    try:
        _keep(request, article.open_edition, form)
    except ValidationError as error:
        form.take_errors(error)
        return _form_page(request, form, article, site_context)
    except Stale as stale:
        return _stale_page(request, form, article, stale, site_context)
    return _after_saving(request, workflow.refreshed(article), site_context)


def _keep(request, edition: Edition, form: EditionForm) -> None:
    """Write what is typed, unless nothing differs: reading and pressing a button does not make a person an author."""
    data = form.cleaned_data
    if data["edition_pk"] != edition.pk:
        raise Stale(_("Another edition of this article was opened meanwhile."), edition)
    typed = document.sound(form.document())
    if data["base_version"] == edition.version and is_same(typed, form.kept):
        messages.info(request, _("Nothing was changed."))
        return
    document.write(edition, typed, by=request.user, base_version=data["base_version"], why=data["why"])
    messages.success(request, _("Saved."))


def _after_saving(request, article: Article, site_context: dict):
    """Straight on to the step whose button saved the form, if one did."""
    name = request.POST.get("_step", "")
    step = steps.STEPS.get(name)
    if request.POST.get("_preview"):
        return HttpResponseRedirect(reverse("admin:news_article_preview", args=[article.pk]))
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
    context = {
        **site_context,
        "title": _("Write an article") if article is None else str(article),
        "form": form,
        "parts": {name: [form[key] for key in keys if key in form.fields] for name, keys in _PARTS.items()},
        "labels": grid.labels(content),
        "errors": _errors(form),
        "findings": findings_of(form.kept, None) if article else [],
        "media": form.media,
        "panel": panel_of(article, request.user) if article else None,
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


def _stale_page(request, form: EditionForm, article: Article, stale: Stale, site_context: dict):
    """What was typed stays in the form. The newer text is shown beside it, and overwriting it is a choice of its own."""
    newer = workflow.refreshed(article).open_edition
    context = {"stale": stale, "newer": newer}
    if newer and newer.is_open:
        theirs, mine = document.read(newer), form.document()
        context["differences"] = [
            {"label": _label(key), "theirs": _shown(theirs[key]), "mine": _shown(mine[key])}
            for key in changed_keys(mine, theirs)
        ]
        # The next press of the button is the decision to write over the newer text, which stays in the history.
        form.data = form.data.copy()
        form.data["base_version"], form.data["edition_pk"] = newer.version, newer.pk
    return _form_page(request, form, article, site_context, **context)


def _label(key: str) -> str:
    return str(grid.TITLES.get(key) or Edition._meta.get_field(key).verbose_name)


def _shown(value) -> str:
    if isinstance(value, list):
        return ", ".join(str(item.get("name") or item.get("heading") or item.get("text") or item.get("title") or "…")
                         if isinstance(item, dict) else str(item) for item in value) or "–"  # fmt: skip
    return "–" if value in ("", None) else str(value)


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
    }
    return TemplateResponse(request, "admin/news/article/reading.html", context)
