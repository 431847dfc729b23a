"""The work that waits for one person, in groups: the first page of the newsroom.

Open editions and second looks are few and have their own index, so a desk costs the same with ten articles and a million.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from news.admin.article_list import badge, text_of
from news.desk import steps
from news.models import Article, BrokenLink, Category, Edition

MOST, MOST_COUNTED = 12, 99
# Longer in review, or approved without a publication, is overdue.
PATIENCE = timedelta(hours=24)
KEPT = Q(article__standing__in=["normal", "archived"])


@dataclass(frozen=True)
class Group:
    """A heading and its articles; `more` is the address of the list that shows them all, "" where there is none."""

    key: str
    heading: Promise
    rows: list
    count: str
    more: str
    empty: Promise


@dataclass(frozen=True)
class Waiting:
    """What a group is made of before its rows are fetched: editions in the order in which they want attention."""

    key: str
    heading: Promise
    editions: QuerySet
    more: str
    empty: Promise


def waiting_for(user) -> list[Group]:
    """The groups that concern this person, also the empty ones: an empty desk is news too."""
    now = timezone.now()
    waiting = []
    if user.has_perm(steps.WRITE):
        waiting.append(_to_edit(user))
    if user.has_perm(steps.REVIEWING):
        waiting.append(_to_review(user))
    if user.has_perm(steps.PUBLISH):
        waiting.append(_to_publish(user))
    if user.has_perm("news.view_article"):
        waiting.append(_going_out_today(now))
    if user.has_perm(steps.REVIEWING):
        waiting += [_to_look_at(user), _overdue(user, now)]
    groups = _filled(waiting)
    return [*groups, _broken_links()] if user.has_perm(steps.REVIEWING) else groups


def _to_edit(user) -> Waiting:
    mine = Q(created_by=user) | Q(article__created_by=user)
    drafts = Edition.objects.open().filter(KEPT, mine, state=Edition.State.DRAFT)
    return Waiting(
        "edit", _("To be edited by me"), drafts.order_by("-is_returned", "-edited_at"),
        "?trang-thai=draft&cua=toi", _("No draft of yours is open."),
    )  # fmt: skip


def _to_review(user) -> Waiting:
    found = _in_my_categories(user, steps.REVIEWING).open().filter(state=Edition.State.REVIEW)
    return Waiting(
        "review", _("To be reviewed by me"), found.order_by("stood_at"), "?trang-thai=review",
        _("Nothing waits for review."),
    )  # fmt: skip


def _to_publish(user) -> Waiting:
    found = _in_my_categories(user, steps.PUBLISH).open().filter(state=Edition.State.APPROVED)
    return Waiting(
        "publish", _("Approved, waiting to be published"), found.order_by("stood_at"), "?trang-thai=approved",
        _("Nothing waits for publication."),
    )  # fmt: skip


def _going_out_today(now: datetime) -> Waiting:
    tomorrow = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    coming = Edition.objects.filter(
        KEPT, state=Edition.State.RELEASED, live_from__gt=now, live_from__lt=tomorrow, live_until=None
    )
    return Waiting(
        "today", _("Going out today"), coming.order_by("live_from"), "?trang-thai=scheduled",
        _("Nothing is scheduled for today."),
    )  # fmt: skip


def _to_look_at(user) -> Waiting:
    """Of others: whoever wrote or published a text does not confirm it."""
    found = _unlooked(user).exclude(edited_by=user)
    return Waiting(
        "look", _("Waiting for a second look"), found.order_by("look_due_at"), "?trang-thai=unlooked",
        _("Nothing waits for a second look."),
    )  # fmt: skip


def _overdue(user, now: datetime) -> Waiting:
    waits = Q(state__in=[Edition.State.REVIEW, Edition.State.APPROVED], stood_at__lt=now - PATIENCE)
    late = _in_my_categories(user, steps.REVIEWING).open().filter(waits).values("pk")
    unseen = _unlooked(user).filter(look_due_at__lt=now).values("pk")
    found = Edition.objects.filter(Q(pk__in=late) | Q(pk__in=unseen))
    return Waiting("overdue", _("Overdue"), found.order_by("stood_at"), "", _("Nothing is overdue."))


def _unlooked(user) -> QuerySet:
    return _in_my_categories(user, steps.REVIEWING).filter(
        look_due_at__isnull=False, article__last_release=F("pk"), live_from__lte=timezone.now()
    )


def _in_my_categories(user, permission: str) -> QuerySet:
    """Rights may be limited to categories; a text without one is everybody's."""
    found = Edition.objects.filter(KEPT)
    if not hasattr(user, "_all_categories"):
        user._all_categories = list(Category.objects.only("pk", "parent_id"))
    mine = [row.pk for row in user._all_categories if user.has_perm(permission, row)]
    if len(mine) == len(user._all_categories):
        return found
    return found.filter(Q(category__in=mine) | Q(category=None))


def _filled(waiting: list[Waiting]) -> list[Group]:
    """One query of keys a group, and one for all the rows that are shown."""
    keys = {
        group.key: list(group.editions.values_list("article", flat=True)[: MOST_COUNTED + 1])
        for group in waiting
    }
    shown = {pk for found in keys.values() for pk in found[:MOST]}
    articles = Article.objects.select_related(
        "open_edition__edited_by", "open_edition__category__parent", "last_release__edited_by",
        "last_release__category__parent",
    ).defer("open_edition__body", "last_release__body").in_bulk(shown)  # fmt: skip
    return [
        Group(
            group.key,
            group.heading,
            [_row(articles[pk]) for pk in keys[group.key][:MOST] if pk in articles],
            _counted(len(keys[group.key])),
            reverse("admin:news_article_changelist") + group.more if group.more else "",
            group.empty,
        )
        for group in waiting
    ]


def _row(article: Article) -> dict:
    text = text_of(article)
    release = article.last_release
    due = release.look_due_at if release else None
    is_late = due is not None and due < timezone.now()
    return {"article": article, "text": text, "badge": badge(article), "due": due, "is_late": is_late}


def _counted(number: int) -> str:
    return f"{MOST_COUNTED}+" if number > MOST_COUNTED else str(number or "")


def _broken_links() -> Group:
    """Of live texts, as the worker's last round found them."""
    found = list(
        BrokenLink.objects.select_related(
            "edition__article", "edition__category__parent", "edition__edited_by"
        )
        .filter(edition__article__last_release=F("edition"))
        .defer("edition__body")[: MOST_COUNTED + 1]
    )
    rows = [
        {"article": row.edition.article, "text": row.edition, "badge": "", "address": row.address}
        for row in found[:MOST]
    ]
    return Group(
        "links", _("Broken links"), rows, _counted(len(found)), "", _("No link of published news is broken.")
    )
