"""The shared library: which photos are found, which are used, and where."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from news.fold import fold
from news.models import Article, Caption, Edition, Photo, SiteSettings, Video, WorkingCopy

MOST_WORDS = 8


@dataclass(frozen=True)
class Use:
    """One place that needs a photo. `article` is None for the crest of the site."""

    what: str
    article: Article | None = None


def found(photos: QuerySet, query: str) -> QuerySet:
    """Photos whose title, description, photographer or file name hold every word, marks and case aside."""
    words = Q()
    for word in fold(query).split()[:MOST_WORDS]:
        words &= Q(folded__contains=word)
    return photos.filter(words)


def unused(photos: QuerySet) -> QuerySet:
    """In no edition, open or released, and not the crest."""
    here = OuterRef("pk")
    return photos.exclude(
        Exists(Caption.objects.filter(photo=here))
        | Exists(Edition.objects.filter(cover=here))
        | Exists(Video.objects.filter(poster=here))
        | Exists(SiteSettings.objects.filter(crest=here))
    )


def undescribed(photos: QuerySet) -> QuerySet:
    return photos.filter(alt="")


def uses(photo: Photo, most: int = 50) -> list[Use]:
    """Where the photo is in use, the newest articles first; constant queries. Old editions count: they are history."""
    found = [Use(_("the crest of the site"))] if SiteSettings.objects.filter(crest=photo).exists() else []
    places = {
        _("photo"): Q(editions__captions__photo=photo),
        _("cover photo"): Q(editions__cover=photo),
        _("poster of a video"): Q(editions__videos__poster=photo),
        _("not saved yet"): Q(editions__working_copies__in=_copies_with(photo)),
    }
    for what, condition in places.items():
        articles = Article.objects.filter(pk__in=Article.objects.filter(condition).values("pk"))
        rows = articles.select_related("open_edition", "last_release").order_by("-number")[:most]
        found += [Use(what, article) for article in rows]
    return found


def _copies_with(photo: Photo) -> Iterable[int]:
    """Working copies are few, one for each person who is typing, so they are read here rather than searched."""
    copies = WorkingCopy.objects.values_list("pk", "document").iterator(100)
    return [pk for pk, document in copies if photo.pk in _photos_of(document)]


def _photos_of(document: dict) -> set:
    rows = [row for row in document.get("captions") or [] if isinstance(row, dict)]
    return {row.get("photo") for row in rows} | {document.get("cover")}
