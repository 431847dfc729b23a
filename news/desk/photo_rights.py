"""Who may change a photo of the shared library. Its crop and its photographer's name follow the photo wherever it is shown, so a
photo that readers see, or will see at a set moment, is changed by whoever may edit every article that shows it."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q
from django.utils import timezone

from news.models import Article, Edition, Photo, SiteSettings

CHANGE, EDIT_ANY = "news.change_photo", "news.edit_any_article"
_PLACES = ("captions__photo", "cover", "videos__poster")


def may_change(user, photo: Photo) -> bool:
    return user.has_perm(CHANGE) and photo.pk not in beyond(user, [photo.pk])


def beyond(user, keys: Iterable[int]) -> set[int]:
    """Those of the photos that are shown where this person edits nothing; five queries at most, however many photos."""
    keys = list(keys)
    is_editor, is_limited = user.has_perm(EDIT_ANY), bool(getattr(user, "limits", None))
    if is_editor and not is_limited:
        return set()
    shown = _shown(keys)
    crests = set(SiteSettings.objects.filter(crest__in=keys).values_list("crest", flat=True))
    if not is_editor:
        return crests | shown.keys()
    named = {pk for articles in shown.values() for pk in articles}
    rows = Article.objects.select_related("open_edition", "last_release").in_bulk(named)
    return crests | {
        photo
        for photo, articles in shown.items()
        if not all(user.has_perm(EDIT_ANY, rows[pk]) for pk in articles)
    }


def _shown(keys: list[int]) -> dict[int, set[int]]:
    """Photo -> articles whose released text shows it now or is to; texts that a later one has replaced do not count."""
    running = Q(live_until=None) | Q(live_until__gt=timezone.now())
    released = Edition.objects.filter(running, state=Edition.State.RELEASED)
    shown = defaultdict(set)
    for place in _PLACES:
        for photo, article in released.filter(**{f"{place}__in": keys}).values_list(place, "article"):
            shown[photo].add(article)
    return shown
