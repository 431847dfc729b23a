"""The films of an article as its page shows them: an own file with its words, or a link. Nothing loads before a press."""

from django.utils.translation import gettext as _

from news.models import Edition, Video
from news.photos import renditions
from news.site import addresses

# Where the size of a film is not known; most are this wide.
WIDE = (1280, 720)


def films(edition: Edition) -> list[dict]:
    """In their order. Asks nothing where the edition (of `article_page.loaded`) has none, else one query."""
    if not edition.video_rows:
        return []
    rows = edition.videos.select_related("file", "subtitles", "poster")
    return [film(row, edition.language) for row in rows]


def film(row: Video, language: str) -> dict:
    """Of a row with its file, subtitles and poster loaded."""
    shown = {"title": row.title, "url": row.url, "transcript": row.transcript}
    if not row.file:
        return shown
    facts = row.file.facts
    width, height = (facts.get("width"), facts.get("height")) if facts.get("height") else WIDE
    return shown | {
        "src": addresses.film(row.pk),
        "subtitles": addresses.subtitles(row.pk) if row.subtitles else "",
        "subtitles_label": _("Subtitles"),
        "language": language,
        "poster": _poster(row),
        "width": width,
        "height": height,
        "facts": {"name": "phim.mp4", "size": row.file.size, "seconds": facts.get("seconds")},
    }


def _poster(row: Video) -> str:
    widths = row.poster and row.poster.renditions.get("free")
    if not widths:
        return ""
    return renditions.address(row.poster, "free", min(widths, key=lambda width: abs(width - 800)), "jpg")
