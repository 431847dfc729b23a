"""Everything of one article's page. `loaded` and `context` also serve the newsroom's preview of an edition nobody sees yet."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from news.models import Attachment, Edition, Mention, Tag, Video
from news.photos import renditions
from news.site import abbreviations, addresses, attendees, extras, films, lexicon, public_text, shelves
from news.site.head import Head
from news.site.rows import Rows

RELATED, MORE = 5, 4


@dataclass(frozen=True)
class Note:
    """A correction note; `on` is the day it was published."""

    text: str
    on: datetime


def loaded(editions: QuerySet, at: datetime | None = None) -> Edition | None:
    """The one edition with its article, category, cover and short lists, in one query; None when there is none."""
    at, here = at or timezone.now(), OuterRef("pk")
    return (
        whole(editions, at).annotate(mention_rows=_mentions(here), translation_rows=_translations(at)).first()
    )


def whole(editions: QuerySet, at: datetime | None = None) -> QuerySet:
    """With what belongs to the text itself, wherever that is shown: tags, attachments, films, notes, sound. No further query."""
    here = OuterRef("pk")
    return editions.select_related("article", "category__parent", "cover").annotate(
        tag_rows=Rows(Tag.objects.filter(editions=here).order_by("name"), name="name", slug="slug"),
        attachment_rows=_attachments(here),
        video_rows=Rows(Video.objects.filter(edition=here).order_by("order"), pk="pk"),
        note_rows=_notes(at or timezone.now()),
        **extras.columns(),
    )


def _mentions(here) -> Rows:
    return Rows(
        Mention.objects.filter(edition=here).order_by("order"),
        pk="agency_id", slug="agency__slug", name="agency__name", name_en="agency__name_en",
        abbreviation="agency__abbreviation", printed="printed_name", printed_short="printed_abbreviation",
    )  # fmt: skip


def _attachments(here) -> Rows:
    return Rows(
        Attachment.objects.filter(edition=here).order_by("order"),
        pk="pk", file="file_id", title="title", name="name", size="file__size", media_type="file__media_type", pages="file__pages",
        is_scan="file__is_scan",
    )  # fmt: skip


def _notes(at: datetime) -> Rows:
    """Of this edition and the released ones before it, the newest first."""
    released = Edition.objects.filter(
        article=OuterRef("article"), ordinal__lte=OuterRef("ordinal"), state="released", live_from__lte=at
    )
    return Rows(
        released.exclude(correction_note="").order_by("-ordinal"), text="correction_note", on="live_from"
    )


def _translations(at: datetime) -> Rows:
    group = Edition.objects.live(at).filter(article__translation_group=OuterRef("article__translation_group"))
    others = group.exclude(article=OuterRef("article")).order_by("language")
    return Rows(others, language="language", slug="slug", number="article__number", title="title")


def context(edition: Edition, request) -> dict:
    """What templates/news/article.html shows; `edition` comes from `loaded`. Five queries, six with films."""
    captions = list(edition.captions.select_related("photo"))
    shown = films.films(edition)
    parts, placed = public_text.body_parts(edition.body, captions, shown)
    known = lexicon.load(edition.language)
    return {
        "edition": edition,
        "audio": extras.audio_of(edition),
        "spellings": known.spellings,
        "abbreviations": abbreviations.Explainer(known.entries, edition.language),
        "sides": attendees.sides(edition) if edition.shows_attendees else [],
        "body": parts,
        "gallery": left_over(captions, "ảnh", placed),
        "gallery_heading": gallery_heading(edition),
        "videos": left_over(shown, "video", placed),
        "agencies": [_agency(row, edition.language) for row in edition.mention_rows],
        "attachments": attachments(edition),
        "tags": tags(edition),
        "notes": _dated_notes(edition),
        "translation": _translation(edition),
        "trail": _trail(edition),
        "head": _head(edition, request, captions),
    } | _related(edition)


def _dated_notes(edition: Edition) -> list[Note]:
    """A preview shows the note of the open edition as of today."""
    coming = (
        [Note(edition.correction_note, timezone.now())] if edition.is_open and edition.correction_note else []
    )
    return coming + notes(edition)


def notes(edition: Edition) -> list[Note]:
    return [Note(row["text"], moment_of(row["on"])) for row in edition.note_rows]


def left_over(items: list, word: str, placed: set) -> list:
    """What stands nowhere in the body: captions ("ảnh") or films ("video")."""
    return [item for number, item in enumerate(items, 1) if (word, number) not in placed]


def gallery_heading(edition: Edition) -> str:
    return edition.photo_heading.strip().rstrip(":") or _("Photos")


def attachments(edition: Edition) -> list[dict]:
    """Of an edition from `whole`, each with its address."""
    held_back = public_text.withheld_files()
    return [_attachment(row) for row in edition.attachment_rows if row["file"] not in held_back]


def tags(edition: Edition) -> list[dict]:
    """Of an edition from `whole`: {name, url} of those that name nobody hidden."""
    return [
        _tag(row, edition.language) for row in edition.tag_rows if not public_text.names_hidden(row["name"])
    ]


def _related(edition: Edition) -> dict:
    """Articles that the editor named, in the editor's order, and the newest of the same category."""
    listed = Edition.objects.listed()
    # A draft without a category has no neighbours; looking for published news without one would read them all.
    newest = listed.in_language(edition.language).filter(category=edition.category_id or -1)
    found = shelves.pick(
        {
            "named": _named(listed, edition)[:RELATED],
            "newest": newest.exclude(article=edition.article_id).newest_first()[: RELATED + MORE],
        }
    )
    more = [card for card in found["newest"] if card not in found["named"]][:MORE]
    return {"related": found["named"], "more": more}


def _named(listed: QuerySet, edition: Edition) -> QuerySet:
    """The keys of the rows between are the order in which they were chosen (news/desk/document.py)."""
    rows = Edition.related.through.objects.filter(edition=edition)
    place = rows.filter(article=OuterRef("article")).values("pk")[:1]
    return listed.filter(article__in=rows.values("article")).order_by(Subquery(place))


def _agency(row: dict, language: str) -> dict:
    name = row["printed"] or (language == "en" and row["name_en"]) or row["name"]
    short = row["printed_short"] or row["abbreviation"]
    return {"name": name, "short": short, "url": addresses.agency(row["pk"], row["slug"], language)}


def _attachment(row: dict) -> dict:
    return row | {"url": addresses.attachment(row["pk"], row["name"])}


def _tag(row: dict, language: str) -> dict:
    return {"name": row["name"], "url": addresses.tag(row["slug"], language)}


def _translation(edition: Edition) -> dict | None:
    """The same article in the other language: {code, label, title, url}."""
    for row in edition.translation_rows:
        code = row["language"]
        url = addresses.article_at(code, row["slug"], row["number"])
        return {"code": code, "label": addresses.LABELS[code], "title": row["title"], "url": url}
    return None


def _trail(edition: Edition) -> list[dict]:
    category = edition.category
    above = [row for row in (category and category.parent, category) if row]
    language = edition.language
    steps = [{"label": row.label, "url": addresses.category(row, language)} for row in above]
    return [{"label": _("Front page"), "url": addresses.home(language)}, *steps]


def _head(edition: Edition, request, captions) -> Head:
    photo = edition.cover or (captions[0].photo if captions else None)
    widths = photo.renditions.get("free") if photo else None
    picture = (
        renditions.address(photo, "free", min(widths, key=lambda width: (abs(width - 1200), -width)), "jpg")
        if widths
        else ""
    )
    translation = _translation(edition)
    return Head(
        request,
        title=edition.title,
        description=public_text.summary(edition),
        path=addresses.article(edition),
        others={translation["code"]: translation["url"]} if translation else {},
        picture=picture,
        kind="article",
    )


def moment_of(text: str) -> datetime:
    """A moment from a JSON row: SQLite writes UTC without saying so."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
