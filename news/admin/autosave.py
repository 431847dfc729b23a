"""The one address that an open form talks to: it keeps what is typed, says who else is here and whether the text moved on."""

import json

from django.http import JsonResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from news.admin import presence
from news.admin.article_form import EditionForm
from news.admin.autosave_words import WORDS
from news.desk import copies, rights
from news.models import Article, Edition, Save, WorkingCopy

# Enough to recognise any form that a browser may still hold.
REMEMBERED = 100


@require_POST
def autosave_view(request, article: Article):
    """JSON in: {user, edition, base_version, form, count, seen, fields?}; without `fields` it is a heartbeat alone.

    JSON out: {at, stamp, others, newer} or {error}. 403 without the right to edit, 409 when another form wrote the copy.
    """
    try:
        said = json.loads(request.body)
        words = {name: str(said.get(name, "")) for name in ("user", "form", "seen")}
        numbers = {name: _number(said.get(name, 0)) for name in ("edition", "base_version", "count")}
        fields = said.get("fields")
    except (ValueError, TypeError, AttributeError, OverflowError):
        return _answer({"error": _("This was not understood.")}, 400)
    if words["user"] != str(request.user.pk):
        return _answer(
            {"error": _("Somebody else has signed in here: %(name)s.") % {"name": request.user}}, 403
        )
    if not rights.may_edit(request.user, article) or article.open_edition_id != numbers["edition"]:
        return _answer({"error": _("This text is no longer open for you to edit.")}, 403)
    try:
        kept = (
            _keep(request.user, article.open_edition, words, numbers, fields)
            if isinstance(fields, dict)
            else {}
        )
    except copies.OtherForm as refusal:
        return _answer({"error": str(refusal)}, 409)
    here = {"others": presence.beat(article.open_edition, request.user)}
    return _answer(kept | here | {"newer": _newer(article.open_edition, numbers["base_version"])})


def _keep(user, edition: Edition, words: dict, numbers: dict, fields: dict) -> dict:
    form = EditionForm(_posted(fields), edition=edition)
    copy = copies.keep(
        edition, user, form.draft(), base_version=numbers["base_version"], form=words["form"][:40],
        count=numbers["count"], seen=words["seen"],
    )  # fmt: skip
    return {"at": _time(copy.updated_at), "stamp": copy.stamp} if copy else {"saved": True}


def _number(value) -> int:
    """A number that a column holds. Raises ValueError, TypeError or, for one without end, OverflowError."""
    number = int(value)
    if not 0 <= number < 2**31:
        raise ValueError
    return number


def _posted(fields: dict) -> QueryDict:
    """The fields as a form would have sent them."""
    data = QueryDict(mutable=True)
    data.update({str(name): str(value) for name, value in fields.items()})
    return data


def _newer(edition: Edition, base_version: int) -> str:
    if edition.version == base_version:
        return ""
    words = {"name": edition.edited_by or _("System"), "time": _time(edition.edited_at)}
    return (
        _("%(name)s saved this article at %(time)s, after you opened it. You will see both when you save.")
        % words
    )


def _time(moment) -> str:
    return date_format(timezone.localtime(moment), "H:i")


def _answer(content: dict, status: int = 200) -> JsonResponse:
    return JsonResponse(content, status=status, headers={"Cache-Control": "private, no-store"})


def page_of(article: Article | None, user, mine: list[WorkingCopy]) -> dict:
    """What static/js/autosave.js needs to know of the page; `article` is None while a new one is written."""
    edition = article.open_edition if article else None
    saves = Save.objects.filter(edition=edition) if edition else Save.objects.filter(by=user)
    return {
        "user": user.pk,
        "article": article.pk if article else 0,
        "edition": edition.pk if edition else 0,
        "address": reverse("admin:news_article_autosave", args=[article.pk]) if article else "",
        "compare": reverse("admin:news_article_compare", args=[article.pk]) + "?moi=toi" if article else "",
        "login": f"{reverse('admin:login')}?next={reverse('admin:index')}",
        "saved": list(saves.exclude(form="").order_by("-pk").values_list("form", flat=True)[:REMEMBERED]),
        # The copy that the server offers, by its stamp.
        "unsaved": copies.stamp_of(edition, mine) if edition else "",
        "words": {name: str(sentence) for name, sentence in WORDS.items()},
    }


def unsaved_of(article: Article, mine: list[WorkingCopy], form: EditionForm) -> dict | None:
    """The person's own unsaved text, to be offered on opening: {at, stamp, is_old}; None when it says nothing new."""
    copy = next(iter(mine), None)
    if copy is None or form.initial.get("seen") == copy.stamp or not copies.says_more(copy, form.kept):
        return None
    edition = article.open_edition
    is_old = (copy.edition_id, copy.base_version) != (edition.pk, edition.version)
    return {"at": copy.updated_at, "stamp": copy.stamp, "is_old": is_old}
