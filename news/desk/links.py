"""Which links of a text lead nowhere on this site. Own addresses are resolved against the database; the network is never asked.

`broken(hrefs)` answers for many addresses in at most one query a kind of page.
"""

import html
import re
from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import Q
from django.urls import Resolver404, resolve
from django.utils import timezone

from news.models import (
    Agency,
    Article,
    Attachment,
    BrokenLink,
    Category,
    Edition,
    Page,
    Person,
    Photo,
    Sequence,
    Tag,
)

_HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"', re.IGNORECASE)
ROUND = "links checked"
SLICE = 200


def hrefs_of(body: str) -> list[str]:
    return [html.unescape(href) for href in _HREF.findall(body)]


def broken(hrefs: Iterable[str]) -> set[str]:
    """Those of the addresses that are of this site and lead to no page that readers can open now."""
    asked = defaultdict(dict)
    wrong = set()
    for href in set(hrefs):
        path = own_path(href)
        if path is None:
            continue
        kind, key = _target(path)
        if kind == "nothing":
            wrong.add(href)
        elif kind in _KNOWN:
            asked[kind][href] = key
    for kind, wanted in asked.items():
        known = _KNOWN[kind](set(wanted.values()))
        wrong |= {href for href, key in wanted.items() if key not in known}
    return wrong


def own_path(href: str) -> str | None:
    """The path of an address on this site; None for other sites, mail, telephone, places of the same page and what is no
    address at all."""
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return None
    if parts.scheme in ("http", "https"):
        own = urlsplit(settings.PUBLIC_ORIGIN).netloc if settings.PUBLIC_ORIGIN else None
        return (parts.path or "/") if own and parts.netloc == own else None
    if parts.scheme or parts.netloc or not parts.path.startswith("/"):
        return None
    return parts.path


def _target(path: str) -> tuple[str, object]:
    """What a path names: (kind, key); ("nothing", None) when no page has such an address."""
    try:
        match = resolve(unquote(path))
    except Resolver404:
        return "nothing", None
    name = match.view_name.rpartition(":")[2]
    keys = match.kwargs
    key = keys.get("number") or keys.get("pk") or keys.get("slug") or keys.get("key")
    return (
        (name, key)
        if match.view_name.startswith(("site:", "site-en:")) or name in _FILES
        else ("other", None)
    )


_FILES = {"photo", "attachment"}


def _articles(numbers) -> set:
    live = Edition.objects.live().filter(article__number__in=numbers)
    moved = Article.objects.filter(number__in=numbers, standing="withdrawn", redirect_to__isnull=False)
    return set(live.values_list("article__number", flat=True)) | set(moved.values_list("number", flat=True))


def _attachments(pks) -> set:
    live = Attachment.objects.filter(pk__in=pks, edition__in=Edition.objects.live().values("pk"))
    return set(live.values_list("pk", flat=True))


def _photos(keys) -> set:
    wanted = Q()
    for key in keys:
        wanted |= Q(sha256__startswith=key)
    found = list(Photo.objects.filter(wanted).values_list("sha256", flat=True))
    return {key for key in keys if any(digest.startswith(key) for digest in found)}


def _by(model, column: str, **conditions):
    return lambda keys: set(
        model.objects.filter(**{f"{column}__in": keys}, **conditions).values_list(column, flat=True)
    )


_KNOWN = {
    "article": _articles,
    "attachment": _attachments,
    "photo": _photos,
    "category": _by(Category, "slug"),
    "page": _by(Page, "slug", is_public=True),
    "tag": _by(Tag, "slug"),
    "agency": _by(Agency, "pk"),
    "person": _by(Person, "pk"),
}


def check_some(most: int = SLICE) -> int:
    """The next slice of the round over live editions: their broken links are written down, mended ones forgotten.

    Returns how many editions were read; 0 at the end of a round, from where the next call begins anew. Targets go away
    without the text that links to them changing, so every text is read again in each round.
    """
    place, _made = Sequence.objects.get_or_create(name=ROUND)
    rows = list(
        Edition.objects.live().filter(pk__gt=place.last).order_by("pk").values_list("pk", "body")[:most]
    )
    links = {pk: set(hrefs_of(body)) for pk, body in rows}
    wrong = broken(set().union(*links.values())) if rows else set()
    _write_down({pk: found & wrong for pk, found in links.items()})
    Sequence.objects.filter(name=ROUND).update(last=rows[-1][0] if rows else 0)
    if not rows:
        BrokenLink.objects.exclude(edition__in=Edition.objects.live().values("pk")).delete()
    return len(rows)


def _write_down(found: dict[int, set[str]]) -> None:
    known = defaultdict(set)
    for pk, address in BrokenLink.objects.filter(edition__in=found).values_list("edition", "address"):
        known[pk].add(address)
    fresh = [
        BrokenLink(edition_id=pk, address=address, found_at=timezone.now())
        for pk, addresses in found.items()
        for address in {address[:500] for address in addresses} - known[pk]
    ]
    BrokenLink.objects.bulk_create(fresh, ignore_conflicts=True)
    for pk, addresses in known.items():
        if mended := addresses - {address[:500] for address in found[pk]}:
            BrokenLink.objects.filter(edition=pk, address__in=mended).delete()
