"""The list of articles: flat, newest first, with a badge for where each stands. No query a row, no count of the whole.

Open editions, coming ones and those that wait for a look are few and have their own indexes: what stands on them begins there, so
that it costs the same among a thousand articles and a million.
"""

from django.contrib import admin
from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from news.desk import bin, steps
from news.fold import fold
from news.models import Article, Category, Edition, Kind


def text_of(article: Article):
    """The edition that stands for the article in lists: what is being written, else what is public."""
    return article.open_edition or article.last_release


def is_the_text() -> Q:
    """The same, of the editions of an article."""
    return Q(article__open_edition=F("pk")) | Q(article__open_edition=None, article__last_release=F("pk"))


def badge(article: Article) -> str:
    """Where the article stands, in words and colour; a live article under correction says both."""
    standing = steps.standing_of(article)
    state = format_html(
        '<span class="badge badge--{}">{}</span>', standing, state_in_words(article, standing)
    )
    if article.last_release_id and article.last_release.look_due_at and not article.is_withdrawn:
        waiting = _("Waiting for a second look")
        return format_html('{} <span class="badge badge--unlooked">{}</span>', state, waiting)
    return state


def two_lines(first, second) -> str:
    return format_html('{}<br><span class="quiet">{}</span>', first, second)


def state_in_words(article: Article, standing: str) -> str:
    edition = article.open_edition
    if standing == steps.DRAFT and edition and edition.is_returned:
        return _("Returned")
    if standing == steps.SCHEDULED:
        moment = date_format(timezone.localtime(article.last_release.live_from), "H:i, d/m/Y")
        return _("Scheduled: %(moment)s") % {"moment": moment}
    if standing == steps.BINNED and article.binned_at:
        days = bin.days_left(article)
        return ngettext("In the bin, %(count)d day left", "In the bin, %(count)d days left", days) % {
            "count": days
        }
    if edition and article.last_release_id and standing in (steps.DRAFT, steps.REVIEW, steps.APPROVED):
        return _("%(state)s (correction)") % {"state": steps.LABELS[standing]}
    return steps.LABELS[standing]


KEPT = Q(standing__in=["normal", "archived"])


def in_state(standing: str, at=None) -> Q:
    """The condition behind a badge, the same as steps.standing_of reads from one article."""
    at = at or timezone.now()
    if standing in _MOMENTS:
        return Q(standing=standing, **{f"{_MOMENTS[standing]}__isnull": False})
    if standing in (steps.DRAFT, steps.REVIEW, steps.APPROVED):
        return KEPT & Q(open_edition__state=standing, open_edition__live_from__isnull=True)
    if standing == steps.SCHEDULED:
        coming = Edition.objects.filter(state="released", live_until=None, live_from__gt=at)
        return KEPT & Q(pk__in=coming.values("article"), open_edition__isnull=True)
    # Not `isnull`: nearly all articles have no open edition, and SQLite would take an index of them for a good place to begin.
    public = KEPT & ~Q(open_edition__gt=0) & Q(last_release__live_from__lte=at)
    archived = Q(standing="archived") | Q(listed_until__isnull=False, listed_until__lte=at)
    return public & (archived if standing == steps.ARCHIVED else ~archived)


# Few articles stand so; each has the moment since when, and an index of those that have it.
_MOMENTS = {steps.WITHDRAWN: "withdrawn_at", steps.BINNED: "binned_at"}


def waits_for_a_look() -> Q:
    """Public by one person alone, and nobody else has confirmed it yet."""
    return KEPT & Q(pk__in=_unlooked().values("article"))


def _unlooked():
    return Edition.objects.order_by().filter(look_due_at__isnull=False, article__last_release=F("pk"))


def waits_for(user) -> Q:
    """What this person's rights let them move on: own drafts, reviews, publications, second looks."""
    texts = Edition.objects.order_by().open()
    waiting = [texts.filter(Q(created_by=user) | Q(article__created_by=user), state=steps.DRAFT)]
    if user.has_perm(steps.REVIEWING):
        waiting += [texts.filter(state=steps.REVIEW), _unlooked().exclude(edited_by=user)]
    if user.has_perm(steps.PUBLISH):
        waiting.append(texts.filter(state=steps.APPROVED))
    first, *others = (found.values("article") for found in waiting)
    return KEPT & Q(pk__in=first.union(*others, all=True) if others else first)


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "trang-thai"

    def lookups(self, request, model_admin):
        return [
            ("returned", _("Returned")),
            (steps.UNLOOKED, _("Waiting for a second look")),
            *steps.LABELS.items(),
        ]

    def queryset(self, request, queryset):
        if self.value() == "returned":
            return queryset.filter(in_state(steps.DRAFT), open_edition__is_returned=True)
        if self.value() == steps.UNLOOKED:
            return queryset.filter(waits_for_a_look())
        return queryset.filter(in_state(self.value())) if self.value() in steps.LABELS else queryset


class MineFilter(admin.SimpleListFilter):
    title = _("whose")
    parameter_name = "cua"

    def lookups(self, request, model_admin):
        return [
            ("toi", _("Written by me")),
            ("toi-sua", _("Last edited by me")),
            ("cho-toi", _("Waiting for me")),
        ]

    def queryset(self, request, queryset):
        if self.value() == "cho-toi":
            return queryset.filter(waits_for(request.user))
        if self.value() == "toi":
            return queryset.filter(created_by=request.user)
        if self.value() == "toi-sua":
            edited = Edition.objects.filter(is_the_text(), edited_by=request.user)
            return queryset.filter(pk__in=edited.values("article"))
        return queryset


class OfTextFilter(admin.SimpleListFilter):
    """By a column of the edition that stands for the article."""

    column = ""

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        return queryset.filter(self._condition(self.value()))

    def _condition(self, value) -> Q:
        current = Q(**{f"open_edition__{self.column}": value})
        return current | Q(**{"open_edition__isnull": True, f"last_release__{self.column}": value})


class CategoryFilter(OfTextFilter):
    title = _("category")
    parameter_name = "chuyen-muc"
    column = "category"

    def lookups(self, request, model_admin):
        """All categories in one query, those of the second level below their parent."""
        rows = list(Category.objects.order_by("order", "name"))
        tops = [row for row in rows if not row.parent_id]
        found = []
        for top in tops:
            found.append((top.pk, top.label))
            found += [(row.pk, f"– {row.label}") for row in rows if row.parent_id == top.pk]
        return found

    def _condition(self, value) -> Q:
        return super()._condition(value) if value.isdecimal() else Q(pk=None)


class KindFilter(OfTextFilter):
    title = _("kind of article")
    parameter_name = "loai"
    column = "kind"

    def lookups(self, request, model_admin):
        return Kind.choices


def search(queryset, words: str):
    """By number ("#12" is nothing else) or by words of the title, with or without marks, each of which must occur."""
    words = words.strip()
    number = words.lstrip("#")
    if number.isdecimal() and len(number) < 18:
        by_number = Q(number=int(number))
        return queryset.filter(by_number if words[0] == "#" else by_number | Q(title_folded__contains=number))
    for word in fold(words).split():
        queryset = queryset.filter(title_folded__contains=word)
    return queryset
