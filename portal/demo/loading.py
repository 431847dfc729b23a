"""The demo's content into the database, through the doors that the newsroom itself uses: the photo desk, the document and
the workflow's verbs. Loading twice changes nothing."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone, translation

from news import files, models
from news.desk import document, workflow
from news.photos import intake
from portal.accounts.roles import EDITOR, PUBLISHER, WRITER
from portal.demo import papers, scenes
from portal.demo.accounts import ensure_accounts
from portal.demo.crest import crest
from portal.demo.reading import read
from portal.demo.shapes import Attendee, Content, Paper, Photo, Story

CREST = "ban-tin-demo-crest.png"


def identity(slug: str) -> str:
    """What marks an article as the demo's own, in the column that marks imported ones."""
    return hashlib.sha256(f"ban-tin demo {slug}".encode()).hexdigest()


def missing(content: Content) -> list[Story]:
    hashes = {identity(story.slug): story for story in content.stories}
    there = models.Article.objects.filter(source_hash__in=hashes).values_list("source_hash", flat=True)
    return [hashes[key] for key in hashes.keys() - set(there)]


def is_loaded() -> bool:
    return not missing(read(timezone.localdate()))


def load(say: Callable[[str], object] = lambda line: None) -> int:
    """Load what is not there yet; returns the number of articles made."""
    content = read(timezone.localdate())
    wanted = {story.slug for story in missing(content)}
    users = ensure_accounts()
    if not wanted:
        return 0
    with translation.override("vi"):
        rows = _records(content, users)
        for story in content.stories:
            if story.slug in wanted:
                say(story.title)
                _publish(story, rows)
    return len(wanted)


@dataclass
class Rows:
    """The records by the keys that the content uses for them."""

    users: dict
    categories: dict = field(default_factory=dict)
    agencies: dict = field(default_factory=dict)
    people: dict = field(default_factory=dict)
    names: dict = field(default_factory=dict)


@transaction.atomic
def _records(content: Content, users: dict) -> Rows:
    rows = Rows(users)
    _load_categories(content, rows)
    _load_agencies(content, rows)
    _load_people(content, rows)
    _load_site(content, rows)
    for entry in content.glossary:
        columns = {"full": entry.full, "spoken": entry.spoken, "mode": entry.mode}
        # Titles before names and signs such as "v.v." need no words beside them.
        columns["is_explained"] = not set(entry.short) & {".", "/"}
        models.GlossaryEntry.objects.get_or_create(
            short=entry.short, language=entry.language, defaults=columns
        )
    return rows


def _load_categories(content: Content, rows: Rows) -> None:
    for order, category in enumerate(content.categories):
        columns = {
            name: getattr(category, name)
            for name in ("name", "name_en", "description", "description_en", "on_home")
        }
        columns |= {"order": order, "parent": rows.categories.get(category.parent)}
        rows.categories[category.slug] = models.Category.objects.get_or_create(
            slug=category.slug, defaults=columns
        )[0]


def _load_agencies(content: Content, rows: Rows) -> None:
    fresh = set()
    for agency in content.agencies:
        columns = {name: getattr(agency, name) for name in ("name_en", "abbreviation", "kind", "description")}
        row, made = models.Agency.objects.get_or_create(name=agency.name, defaults=columns)
        rows.agencies[agency.key] = row
        if made:
            fresh.add(agency.key)
            for name in agency.other_names:
                models.AgencyName.objects.create(agency=row, name=name)
    for agency in content.agencies:
        if agency.key in fresh:
            row = rows.agencies[agency.key]
            row.parent, row.successor = rows.agencies.get(agency.parent), rows.agencies.get(agency.successor)
            row.succeeded_on = agency.succeeded_on
            row.save()


def _load_people(content: Content, rows: Rows) -> None:
    for person in content.people:
        columns = {"honorific": person.honorific}
        row, made = models.Person.objects.get_or_create(full_name=person.name, defaults=columns)
        rows.people[person.key], rows.names[person.key] = row, person.name
        for post in person.posts if made else ():
            columns = {
                "title": post.title,
                "title_en": post.title_en,
                "from_on": post.begins,
                "until_on": post.until,
            }
            models.Appointment.objects.create(person=row, agency=rows.agencies[post.agency], **columns)


def _load_site(content: Content, rows: Rows) -> None:
    """Settings, pages and menus, each only where a site has none yet."""
    if not models.SiteSettings.objects.exists():
        models.SiteSettings(crest=_crest(rows), **content.site).save()
    pages = {}
    for page in content.pages:
        columns = {name: getattr(page, name) for name in ("title", "title_en", "body", "body_en")}
        pages[page.slug] = models.Page.objects.get_or_create(slug=page.slug, defaults=columns)[0]
    if models.MenuItem.objects.exists():
        return
    for order, item in enumerate(content.menus):
        target = {
            "category": rows.categories.get(item.category),
            "page": pages.get(item.page),
            "url": item.url,
        }
        models.MenuItem.objects.create(
            place=item.place, order=order, label_vi=item.label, label_en=item.label_en, **target
        )


def _crest(rows: Rows) -> models.Photo:
    buffer = io.BytesIO()
    crest().save(buffer, "PNG")
    buffer.seek(0)
    columns = {"title": "Biểu trưng", "alt": "Biểu trưng của Sở: mặt trời, hai bông lúa và ba làn sóng"}
    return intake.take_in(buffer, by=rows.users[EDITOR], name=CREST, **columns)


def _publish(story: Story, rows: Rows) -> None:
    """From the draft as far as the story's state says, each step by somebody who may take it."""
    writer, editor, publisher = (rows.users[role] for role in (WRITER, EDITOR, PUBLISHER))
    pictures = [_photo(photo, rows) for photo in story.photos]
    with transaction.atomic():
        article = workflow.create(
            _document(story, pictures, rows),
            by=writer,
            language=story.language,
            translation_of=_article(story.translation_of),
            source_hash=identity(story.slug),
        )
        if story.state == "draft":
            return
        article = workflow.submit(article, by=writer)
        if story.state == "review":
            return
        article = workflow.approve(article, by=editor)
        if story.state == "scheduled":
            workflow.schedule(article, story.published_at, by=publisher)
            return
        workflow.publish(article, by=publisher, published_at=story.published_at)
        if story.featured:
            models.Article.objects.filter(pk=article.pk).update(featured_from=story.published_at)


def _article(slug: str) -> models.Article | None:
    return models.Article.objects.get(source_hash=identity(slug)) if slug else None


def _document(story: Story, pictures: list[models.Photo], rows: Rows) -> dict:
    names = ("title", "short_title", "lead", "body", "byline", "event_place", "photo_heading", "kind")
    content = document.empty() | {name: getattr(story, name) for name in names}
    content |= {
        name: day.isoformat() for name in ("event_on", "event_until") if (day := getattr(story, name))
    }
    return content | {
        "category": rows.categories[story.category].pk,
        "cover": pictures[0].pk if pictures else None,
        "tags": list(story.tags),
        "related": [_article(slug).number for slug in story.related],
        "agencies": [_mention(mention, rows) for mention in story.agencies],
        "delegations": [_delegation(side, rows) for side in story.delegations],
        "captions": [_caption(*pair, rows) for pair in zip(story.photos, pictures, strict=True)],
        "attachments": [_attachment(paper, rows) for paper in story.attachments],
        "credits": [{"part": "text", "user": rows.users[WRITER].pk}],
    }


def _mention(mention, rows: Rows) -> dict:
    row = rows.agencies[mention.agency]
    if mention.name:
        return {"agency": row.pk, "name": mention.name, "abbreviation": mention.abbreviation}
    return {"agency": row.pk, "name": row.name, "abbreviation": row.abbreviation}


def _delegation(side, rows: Rows) -> dict:
    agency = rows.agencies.get(side.agency)
    lines = [_attendee(line, side.agency, rows) for line in side.attendees]
    return {"side": side.side, "agency": agency and agency.pk, "heading": side.heading, "attendances": lines}


def _attendee(line: Attendee, agency: str, rows: Rows) -> dict:
    body = rows.agencies.get(agency)
    shared = {"honorific": line.honorific, "title": line.title, "has_spoken": line.spoke}
    if line.unit:
        unit = rows.agencies[line.unit]
        return shared | {"kind": "unit", "agency": unit.pk, "name": unit.name}
    if line.group:
        return shared | {"kind": "group", "agency": body and body.pk, "name": line.group}
    who = {"person": rows.people[line.person].pk, "name": rows.names[line.person]}
    organization = line.organization or (body.name if body else "")
    return shared | who | {"kind": "person", "agency": body and body.pk, "organization": organization}


def _caption(photo: Photo, row: models.Photo, rows: Rows) -> dict:
    people = [rows.people[key].pk for key in photo.people]
    return {
        "photo": row.pk,
        "text": photo.caption,
        "alt": photo.alt,
        "credit": photo.credit,
        "people": people,
    }


def _photo(photo: Photo, rows: Rows) -> models.Photo:
    """Drawn once, whoever shows it; the library knows it by its file name."""
    if known := models.Photo.objects.filter(original_name=photo.file).first():
        return known
    buffer = io.BytesIO()
    scenes.draw(photo.scene, photo.seed, tuple(photo.size)).save(buffer, "JPEG", quality=92, subsampling=0)
    buffer.seek(0)
    columns = {"title": photo.caption[:200], "alt": photo.alt, "credit": photo.credit}
    columns |= {"focal_x": photo.focus[0], "focal_y": photo.focus[1]}
    return intake.take_in(buffer, by=rows.users[WRITER], name=photo.file, **columns)


def _attachment(paper: Paper, rows: Rows) -> dict:
    data = io.BytesIO(papers.make(paper.file, paper.heading, paper.lines))
    stored = files.take_in(data, by=rows.users[WRITER], name=paper.file)
    return {"file": stored.pk, "title": paper.title, "name": files.safe_name(paper.file, stored)}
