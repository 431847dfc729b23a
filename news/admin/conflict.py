"""A colleague saved first: both texts, what differs, and the choice. What I typed is already kept as my working copy."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

from news.admin import comparing
from news.admin.differing import field_label, shown_changes
from news.admin.panel import change_address
from news.desk import copies, document, rights, workflow
from news.desk.errors import Stale
from news.desk.merge import Merge
from news.models import Article, Edition, WorkingCopy


def address(article: Article) -> str:
    return reverse("admin:news_article_conflict", args=[article.pk])


def conflict_view(request, article: Article, site_context: dict):
    """GET shows both texts; POST takes `choice`: own (a text of its own), drop, or merge, with
    `take-<field>` for each disputed field: theirs, mine, or both for a list that keeps the rows of both."""
    copy = copies.of(article, request.user)
    if copy is None:
        return HttpResponseRedirect(change_address(article))
    choice = _CHOICES.get(request.POST.get("choice", ""))
    if request.method == "POST" and choice:
        return choice(request, article, copy)
    return _page(request, article, copy, site_context)


def _page(request, article: Article, copy: WorkingCopy, site_context: dict):
    newer = article.open_edition or article.last_release
    stands = document.read(newer)
    mine = copies.readable(copy.document)
    both = copies.merge_of(copy, stands)
    context = {
        **site_context,
        "title": _("Two texts of this article"),
        "article": article,
        "copy": copy,
        "newer": newer,
        "said": said(newer),
        "fields": _with_choices(shown_changes(stands, mine), shown_changes(mine, stands), both),
        "may_merge": rights.may_edit(request.user, article),
        "compare": comparing.address(article, f"ban-{newer.pk}", comparing.MINE),
        "back": change_address(article),
    }
    return TemplateResponse(request, "admin/news/article/conflict.html", context)


def said(newer: Edition) -> str:
    """Message 7: who saved when, and that nothing is lost."""
    words = {
        "name": newer.edited_by or _("System"),
        "time": date_format(timezone.localtime(newer.edited_at), "H:i"),
    }
    return (
        _(
            "%(name)s saved this article at %(time)s, after you opened it. What you wrote is still whole and has "
            "overwritten nobody."
        )
        % words
    )


_ORDER = ("disputed", "mine", "theirs")


def _with_choices(towards_me: list[dict], towards_them: list[dict], both: Merge) -> list[dict]:
    """Each differing field with whose text a merge takes, what has to be chosen first. Every field is told in the
    direction of its change: what only the colleague touched reads as the colleague's change, not as mine undone."""
    theirs = {field["key"]: field for field in towards_them}
    fields = []
    for field in towards_me:
        key = field["key"]
        standing = "disputed" if key in both.disputed else "mine" if key in both.mine else "theirs"
        shown = theirs[key] if standing == "theirs" else field
        fields.append(shown | {"standing": standing, "can_keep_both": key in both.rows})
    return sorted(fields, key=lambda field: _ORDER.index(field["standing"]))


def _keep_own(request, article: Article, copy: WorkingCopy):
    save = copies.keep_aside(copy, by=request.user)
    newer = article.open_edition or article.last_release
    link = comparing.address(article, f"ban-{newer.pk}", f"luu-{save.pk}")
    messages.success(
        request,
        format_html(
            '{} <a href="{}">{}</a>',
            _("Your text stands in the history as a text of its own."),
            link,
            _("Compare"),
        ),
    )
    return HttpResponseRedirect(change_address(article))


def _merge(request, article: Article, copy: WorkingCopy):
    """Mine where the colleague changed nothing, and where I say so; the result is saved as my change."""
    if not rights.may_edit(request.user, article):
        raise PermissionDenied
    edition = article.open_edition
    try:
        if copy.document.get("typed"):
            raise ValidationError(_("Some fields hold what they cannot."))
        own = document.sound(copy.document)
        both = copies.merge_of(copy, document.read(edition))
        mine, rows = (_taken(request.POST, both, choice) for choice in ("mine", "both"))
        result = both.chosen(own, mine, rows)
        document.write(
            edition, result, by=request.user, base_version=comparing.seen_version(request.POST, edition),
            why=_("brought together with the text of %(name)s") % {"name": edition.edited_by or _("System")},
            form=copies.form_of(copy),
        )  # fmt: skip
    except ValidationError:
        messages.error(request, _("Your text still has faults. Mend them here, then save."))
        return HttpResponseRedirect(change_address(article) + "?mo-lai=1")
    except Stale as stale:
        messages.warning(request, str(stale))
        return HttpResponseRedirect(address(article))
    copy.delete()
    taken = [field_label(key) for key in (*both.mine, *mine, *rows) if key in result]
    messages.success(request, _("Saved. Taken from you: %(fields)s.") % {"fields": ", ".join(taken) or "–"})
    return HttpResponseRedirect(change_address(workflow.refreshed(article)))


def _taken(posted, both: Merge, choice: str) -> list[str]:
    return [key for key in both.disputed if posted.get(f"take-{key}") == choice]


def _drop(request, article: Article, copy: WorkingCopy):
    copy.delete()
    messages.success(request, _("Your unsaved text is dropped. The saved one is unchanged."))
    # The browser's own copy goes too (static/js/autosave.js reads the name of the form).
    return HttpResponseRedirect(f"{change_address(article)}#bo-{copies.form_of(copy)}")


_CHOICES = {"own": _keep_own, "merge": _merge, "drop": _drop}
