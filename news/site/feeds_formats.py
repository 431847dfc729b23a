"""A feed written as RSS 2.0, as a podcast and as JSON Feed 1.1. All three are made of the same items."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid5

from django.utils.feedgenerator import Enclosure, Rss201rev2Feed

from news.site.feeds_items import Item

RSS_TYPE = "application/rss+xml; charset=utf-8"
JSON_TYPE = "application/feed+json; charset=utf-8"
_NAMESPACES = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
}
# From the address of a podcast its id is made, the same one by every program (podcastindex.org, <podcast:guid>).
_PODCASTS = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
# A feed without items has no day of its own, and the clock would make its bytes new at every question.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
# From Apple's list of categories.
_CATEGORY = "Government"


@dataclass(frozen=True)
class Channel:
    """What a feed says of itself. `address` is the page it belongs to, `own` its own."""

    title: str
    description: str
    address: str
    own: str
    language: str
    author: str
    picture: str = ""
    email: str = ""
    licence: str = ""


def as_rss(channel: Channel, items: list[Item], absolute) -> str:
    return _written(_Rss, channel, items, absolute)


def as_podcast(channel: Channel, items: list[Item], absolute) -> str:
    return _written(_Podcast, channel, items, absolute)


def _written(form, channel: Channel, items: list[Item], absolute) -> str:
    feed = form(
        title=channel.title, link=channel.address, description=channel.description, language=channel.language,
        feed_url=channel.own, feed_copyright=channel.licence or None, channel=channel,
    )  # fmt: skip
    for item in items:
        sound = item.audio and Enclosure(
            absolute(item.audio.url), str(item.audio.size), item.audio.media_type
        )
        feed.add_item(
            title=item.title, link=item.address, description=item.summary, author_name=item.author,
            pubdate=item.published, updateddate=item.updated, unique_id=item.key, unique_id_is_permalink=False,
            categories=item.categories, enclosures=[sound] if sound else [], item=item,
            transcript=absolute(item.audio.transcript) if sound and item.audio.transcript else "",
        )  # fmt: skip
    return feed.writeString("utf-8")


class _Rss(Rss201rev2Feed):
    def rss_attributes(self):
        return super().rss_attributes() | _NAMESPACES

    def latest_post_date(self):
        return max((item["updateddate"] for item in self.items), default=_NEVER)

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        if not self.feed["channel"].picture:
            return
        handler.startElement("image", {})
        for name, text in {
            "url": self.feed["channel"].picture,
            "title": self.feed["title"],
            "link": self.feed["link"],
        }.items():
            handler.addQuickElement(name, text)
        handler.endElement("image")

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("atom:updated", item["updateddate"].isoformat(timespec="seconds"))
        if item["item"].html:
            handler.addQuickElement("content:encoded", item["item"].html)
        if item["transcript"]:
            told = {"url": item["transcript"], "type": "text/vtt", "language": item["item"].language}
            handler.addQuickElement("podcast:transcript", None, told)


class _Podcast(_Rss):
    """With what Apple's and other directories ask for before they take a podcast in."""

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        channel = self.feed["channel"]
        handler.addQuickElement("itunes:author", channel.author)
        if channel.email:
            handler.startElement("itunes:owner", {})
            handler.addQuickElement("itunes:name", channel.author)
            handler.addQuickElement("itunes:email", channel.email)
            handler.endElement("itunes:owner")
        handler.addQuickElement("itunes:image", None, {"href": channel.picture})
        handler.addQuickElement("itunes:category", None, {"text": _CATEGORY})
        handler.addQuickElement("itunes:explicit", "false")
        handler.addQuickElement("itunes:type", "episodic")
        handler.addQuickElement(
            "podcast:guid", str(uuid5(_PODCASTS, channel.own.partition("://")[2].rstrip("/")))
        )

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("itunes:title", item["title"])
        handler.addQuickElement("itunes:author", item["author_name"])
        handler.addQuickElement("itunes:duration", str(item["item"].audio.seconds))
        handler.addQuickElement("itunes:episodeType", "full")
        handler.addQuickElement("itunes:explicit", "false")


def as_json(channel: Channel, items: list[Item], absolute) -> str:
    feed = {
        "version": "https://jsonfeed.org/version/1.1", "title": channel.title, "home_page_url": channel.address,
        "feed_url": channel.own, "description": channel.description, "language": channel.language,
        "authors": [{"name": channel.author}],
    }  # fmt: skip
    if channel.picture:
        feed["icon"] = channel.picture
    return json.dumps(feed | {"items": [_json_item(item, absolute) for item in items]}, ensure_ascii=False)


def _json_item(item: Item, absolute) -> dict:
    told = {
        "id": item.key, "url": item.address, "title": item.title, "summary": item.summary, "content_html": item.html,
        "date_published": item.published.isoformat(timespec="seconds"),
        "date_modified": item.updated.isoformat(timespec="seconds"),
        "authors": [{"name": item.author}], "tags": item.categories, "language": item.language,
        "attachments": [*_sounds(item, absolute), *(_json_file(row) for row in item.files)],
    }  # fmt: skip
    return told | {"image": item.picture} if item.picture else told


def _sounds(item: Item, absolute) -> list[dict]:
    if not (audio := item.audio):
        return []
    return [
        {
            "url": absolute(audio.url), "mime_type": audio.media_type, "title": item.title,
            "size_in_bytes": audio.size, "duration_in_seconds": audio.seconds,
        }
    ]  # fmt: skip


def _json_file(row: dict) -> dict:
    return {
        "url": row["url"],
        "mime_type": row["media_type"],
        "title": row["title"],
        "size_in_bytes": row["size"],
    }
