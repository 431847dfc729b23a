"""The articles of a feed, whole, in as many queries for twenty as for one. Whatever leaves here has passed the one exit."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from django.db.models import Prefetch, QuerySet
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from news.models import Caption, Edition, Video
from news.photos import renditions
from news.site import addresses, article_page, extras, films, public_text, shelves

SIZE = 20
# Episodes of the podcast, and among how many of the newest articles they are sought.
EPISODES, LOOKED_THROUGH = 50, 1000
# What no XML 1.0 document may hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OWN_LINK = re.compile(r'(<[a-z](?:[^"<>]|"[^"]*")*?\s(?:href|src)=")([/#][^"]*)')


@dataclass(frozen=True)
class Item:
    """One article as feeds tell it. `html` is its whole text; addresses are whole; `files` are {url, media_type, size, title}."""

    key: str
    title: str
    address: str
    summary: str
    author: str
    published: datetime
    updated: datetime
    language: str
    categories: list[str] = field(default_factory=list)
    html: str = ""
    picture: str = ""
    audio: extras.Audio | None = None
    files: list[dict] = field(default_factory=list)


def newest(lists: list[QuerySet]) -> list[Edition]:
    """The newest of one or several lists, with everything that `items` touches."""
    if len(lists) == 1:
        keys = list(lists[0].newest_first().values_list("pk", flat=True)[:SIZE])
    else:
        shelf = shelves.pick({str(number): rows.newest_first()[:SIZE] for number, rows in enumerate(lists)})
        cards = [card for found in shelf.values() for card in found]
        keys = [card.pk for card in sorted(cards, key=_place, reverse=True)[:SIZE]]
    captions = Prefetch("captions", Caption.objects.select_related("photo"))
    videos = Prefetch("videos", Video.objects.select_related("file", "subtitles", "poster").order_by("order"))
    return list(_whole(keys).prefetch_related(captions, videos))


def spoken(listed: QuerySet) -> list[Edition]:
    """The newest that have a recording, without what stands in their texts."""
    recent = list(listed.newest_first().values_list("pk", flat=True)[:LOOKED_THROUGH])
    heard = extras.with_sound(Edition.objects.filter(pk__in=recent)).newest_first()
    return list(_whole(list(heard.values_list("pk", flat=True)[:EPISODES])))


def _whole(keys: list[int]) -> QuerySet:
    return article_page.whole(Edition.objects.filter(pk__in=keys)).newest_first()


def _place(card: Edition):
    return card.listed_at, card.article_id


def items(editions: Iterable[Edition], request, agency: str, *, is_whole: bool = True) -> list[Item]:
    """`agency` signs what has no byline; without `is_whole` the texts stay away."""
    sounds = extras.audio_of_all(editions)
    absolute = partial(addresses.absolute, request)
    return [_item(edition, sounds.get(edition.pk), absolute, agency, is_whole) for edition in editions]


def _item(edition: Edition, audio: extras.Audio | None, absolute, agency: str, is_whole: bool) -> Item:
    address = absolute(addresses.article(edition))
    labels = [edition.category.label] if edition.category else []
    return Item(
        # Neither the address nor the host is in it: both may change, and no reader is shown the news again.
        key=f"article:{edition.article.number}",
        title=told(edition.title),
        address=address,
        summary=told(public_text.summary(edition)),
        author=told(edition.byline or agency),
        published=timezone.localtime(edition.article.published_at),
        updated=timezone.localtime(edition.live_from),
        language=edition.language,
        categories=[told(name) for name in (*labels, *(tag["name"] for tag in article_page.tags(edition)))],
        html=_html(edition, address, absolute) if is_whole else "",
        picture=_picture(edition, absolute),
        audio=audio,
        files=[_file(row, absolute) for row in article_page.attachments(edition)],
    )


def told(text: str) -> str:
    """Without hidden names and without characters that XML does not know."""
    return _NOT_XML.sub("", public_text.blank(str(text)))


def _html(edition: Edition, address: str, absolute) -> str:
    captions = list(edition.captions.all())
    shown = [films.film(row, edition.language) for row in edition.videos.all()]
    body, placed = public_text.body_parts(edition.body, captions, shown)
    pieces = {
        "edition": edition,
        "notes": article_page.notes(edition),
        "body": body,
        "gallery": article_page.left_over(captions, "ảnh", placed),
        "gallery_heading": article_page.gallery_heading(edition),
        "videos": article_page.left_over(shown, "video", placed),
        "attachments": article_page.attachments(edition),
    }
    return told(with_whole_links(render_to_string("news/feeds/item.html", pieces), address, absolute)).strip()


def with_whole_links(html: str, address: str, absolute) -> str:
    """Where a program shows the text, "/tep/…" would lead into that program's own site, and "#…" nowhere."""

    def whole(link: re.Match) -> str:
        start, path = link.groups()
        return f"{start}{address}{path}" if path.startswith("#") else f"{start}{absolute(path)}"

    return _OWN_LINK.sub(whole, html)


def _picture(edition: Edition, absolute) -> str:
    widths = edition.cover.renditions.get("free") if edition.cover else None
    if not widths:
        return ""
    width = min(widths, key=lambda known: abs(known - 1200))
    return absolute(renditions.address(edition.cover, "free", width, "jpg"))


def _file(row: dict, absolute) -> dict:
    facts = {"media_type": row["media_type"], "size": row["size"], "title": told(row["title"])}
    return {"url": absolute(row["url"]), **facts}


def heard(item: Item) -> Item:
    """As an episode: its summary says who reads."""
    voice = _("Read by a machine voice.") if item.audio.is_machine else _("Read by a person.")
    return replace(item, summary=f"{item.summary} {voice}".strip())
