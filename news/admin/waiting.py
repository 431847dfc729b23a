"""The work that waits for one person, in groups: the first page of the newsroom."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from news.admin.article_list import badge, in_state, text_of
from news.desk import steps
from news.models import Article

MOST = 12


@dataclass(frozen=True)
class Group:
    """A heading and its articles; `more` is the query of the list of articles that shows them all."""

    key: str
    heading: Promise
    rows: list
    more: str
    empty: Promise


def waiting_for(user) -> list[Group]:
    """The groups that concern this person, also the empty ones: an empty desk is news too."""
    groups = []
    if user.has_perm(steps.WRITE):
        groups.append(_to_edit(user))
    if user.has_perm(steps.REVIEWING):
        groups.append(_to_review(user))
    if user.has_perm(steps.PUBLISH):
        groups.append(_to_publish())
    if user.has_perm("news.view_article"):
        groups.append(_going_out_today())
    return groups


def _to_edit(user) -> Group:
    found = Article.objects.filter(in_state(steps.DRAFT), created_by=user) | Article.objects.filter(
        in_state(steps.DRAFT), open_edition__created_by=user
    )
    return _group(
        "edit", _("To be edited by me"), found, "?trang-thai=draft&cua=toi", _("No draft of yours is open.")
    )


def _to_review(user) -> Group:
    found = Article.objects.filter(in_state(steps.REVIEW))
    return _group(
        "review", _("To be reviewed by me"), found, "?trang-thai=review", _("Nothing waits for review.")
    )


def _to_publish() -> Group:
    found = Article.objects.filter(in_state(steps.APPROVED))
    return _group(
        "publish", _("Approved, waiting to be published"), found, "?trang-thai=approved",
        _("Nothing waits for publication."),
    )  # fmt: skip


def _going_out_today() -> Group:
    tomorrow = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    found = Article.objects.filter(in_state(steps.SCHEDULED), last_release__live_from__lt=tomorrow)
    return _group(
        "today", _("Going out today"), found, "?trang-thai=scheduled", _("Nothing is scheduled for today.")
    )


def _group(key, heading, found, more, empty) -> Group:
    found = found.select_related(
        "open_edition__edited_by",
        "open_edition__category",
        "last_release__edited_by",
        "last_release__category",
    ).defer("open_edition__body", "last_release__body")
    newest = sorted(
        found.distinct().order_by("-number")[:MOST], key=lambda row: text_of(row).edited_at, reverse=True
    )
    rows = [{"article": row, "text": text_of(row), "badge": badge(row)} for row in newest]
    return Group(key, heading, rows, more, empty)
