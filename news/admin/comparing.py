"""Two texts of one article side by side: any save, any edition, or what I typed and did not save; and going back to one."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from news.admin.differing import shown_changes
from news.admin.panel import change_address
from news.desk import copies, document, restore
from news.models import Article, Edition, Save

MINE = "toi"


@dataclass(frozen=True)
class Text:
    """One text that can be compared. `ref` names it in addresses: `luu-<save>`, `ban-<edition>` or `toi`."""

    ref: str
    name: str
    at: datetime
    who: str
    document: dict

    @property
    def can_be_restored(self) -> bool:
        return self.ref != MINE


def text_at(article: Article, ref: str, user) -> Text:
    """The text of this article that the reference names; Http404 when there is none."""
    kind, _dash, key = ref.partition("-")
    if ref == MINE:
        return _mine(article, user)
    if kind not in _SOURCES or not key.isdecimal() or len(key) > 18:
        raise Http404
    return _SOURCES[kind](article, int(key))


def _saved(article: Article, pk: int) -> Text:
    save = Save.objects.filter(edition__article=article).select_related("edition").filter(pk=pk).first()
    if save is None:
        raise Http404
    words = {"version": save.version, "ordinal": save.edition.ordinal}
    name = _("Save %(version)d of edition %(ordinal)d") % words
    return Text(f"luu-{pk}", name, save.at, save.by_name, copies.readable(save.document))


def _edition(article: Article, pk: int) -> Text:
    edition = article.editions.select_related("edited_by").filter(pk=pk).first()
    if edition is None:
        raise Http404
    return of_edition(edition)


def of_edition(edition: Edition) -> Text:
    name = (
        _("Text being edited") if edition.is_open else _("Edition %(ordinal)d") % {"ordinal": edition.ordinal}
    )
    return Text(
        f"ban-{edition.pk}",
        name,
        edition.edited_at,
        str(edition.edited_by or _("System")),
        document.read(edition),
    )


def _mine(article: Article, user) -> Text:
    copy = copies.of(article, user)
    if copy is None:
        raise Http404
    name = _("What you typed and did not save")
    return Text(MINE, name, copy.updated_at, str(user), copies.readable(copy.document))


_SOURCES = {"luu": _saved, "ban": _edition}


def address(article: Article, older: str, newer: str) -> str:
    return f"{reverse('admin:news_article_compare', args=[article.pk])}?cu={older}&moi={newer}"


def seen_version(posted, edition: Edition | None) -> int:
    """The version of this edition that a page was opened on; -1, which none has, for a page opened on another edition or on none."""
    version, seen = posted.get("base_version", ""), posted.get("base_edition", "")
    is_this = edition is not None and seen in ("", str(edition.pk))
    return int(version) if is_this and version.isdecimal() and len(version) < 10 else -1


def compare_view(request, article: Article, site_context: dict):
    """`?cu=` and `?moi=` are references; without them the last release, or the save before, against the newest text."""
    newest = article.open_edition or article.last_release
    newer = text_at(article, request.GET.get("moi") or f"ban-{newest.pk}", request.user)
    older = text_at(article, request.GET.get("cu") or _before(article, newest), request.user)
    rows = shown_changes(older.document, newer.document)
    context = {
        **site_context,
        "title": _("Compare two texts"),
        "article": article,
        "sides": [{"role": _("Older text"), "text": older}, {"role": _("Newer text"), "text": newer}],
        "current": _current(article),
        "fields": rows,
        "swapped": address(article, newer.ref, older.ref),
        "may_restore": restore.may_restore(request.user, article),
        "open_edition": article.open_edition,
        "back": change_address(article),
    }
    return TemplateResponse(request, "admin/news/article/difference.html", context)


def _current(article: Article) -> list[str]:
    """The references of the text that is being edited: going back to it would change nothing."""
    edition = article.open_edition
    if edition is None:
        return []
    saves = edition.saves.filter(version=edition.version, is_aside=False).values_list("pk", flat=True)
    return [f"ban-{edition.pk}", *(f"luu-{pk}" for pk in saves)]


def _before(article: Article, newest: Edition) -> str:
    if article.last_release_id and newest.is_open:
        return f"ban-{article.last_release_id}"
    saves = Save.objects.filter(edition__article=article).order_by("-pk").values_list("pk", flat=True)[:2]
    return f"luu-{list(saves)[-1]}" if saves else f"ban-{newest.pk}"
