"""The demo's content as typed values. Every name that one file uses of another is looked up; Broken says what is not there.

No Django here: the content can be read and checked without a database.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import MISSING, dataclass, field, fields
from datetime import date, datetime
from pathlib import Path

from portal.demo import scenes
from portal.demo.calendar import Calendar

FOLDER = Path(__file__).parent / "content"
STATES = ("published", "draft", "review", "scheduled")
MARKER = re.compile(r"\[\[ảnh (\d+)\]\]")


class Broken(ValueError):
    """Names the file and what is wrong in it."""


@dataclass(frozen=True)
class Category:
    slug: str
    name: str
    name_en: str
    parent: str = ""
    description: str = ""
    description_en: str = ""
    on_home: bool = False


@dataclass(frozen=True)
class Agency:
    key: str
    name: str
    kind: str
    name_en: str = ""
    abbreviation: str = ""
    parent: str = ""
    successor: str = ""
    succeeded_on: date | None = None
    description: str = ""
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Post:
    agency: str
    title: str
    title_en: str = ""
    begins: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Person:
    key: str
    name: str
    honorific: str
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True)
class Page:
    slug: str
    title: str
    title_en: str
    body: str
    body_en: str


@dataclass(frozen=True)
class MenuItem:
    place: str
    category: str = ""
    page: str = ""
    url: str = ""
    label: str = ""
    label_en: str = ""


@dataclass(frozen=True)
class GlossaryEntry:
    short: str
    full: str
    spoken: str = ""
    mode: str = "words"
    language: str = "vi"


@dataclass(frozen=True)
class Attendee:
    """Exactly one of `person`, `unit` (both keys) and `group` (the words themselves)."""

    person: str = ""
    unit: str = ""
    group: str = ""
    honorific: str = ""
    title: str = ""
    organization: str = ""
    spoke: bool = False


@dataclass(frozen=True)
class Delegation:
    side: str
    heading: str
    attendees: tuple[Attendee, ...]
    agency: str = ""


@dataclass(frozen=True)
class Mention:
    agency: str
    name: str = ""
    abbreviation: str = ""


@dataclass(frozen=True)
class Photo:
    """A scene to draw (portal/demo/scenes) and what the article says of it; `focus` as shares from left and top."""

    scene: str
    seed: int
    size: tuple[int, int]
    caption: str
    alt: str
    credit: str
    focus: tuple[float, float]
    people: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        return f"ban-tin-demo-{self.scene}-{self.seed}-{self.size[0]}x{self.size[1]}.jpg"


@dataclass(frozen=True)
class Paper:
    """An attachment to make (portal/demo/papers.py): a heading and paragraphs, as PDF or Word by its file name."""

    file: str
    title: str
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Story:
    """One article. `published_at` is None for drafts; lies in the future for a scheduled one."""

    slug: str
    title: str
    kind: str
    category: str
    lead: str
    body: str
    byline: str
    short_title: str = ""
    language: str = "vi"
    translation_of: str = ""
    state: str = "published"
    published_at: datetime | None = None
    event_on: date | None = None
    event_until: date | None = None
    event_place: str = ""
    photo_heading: str = ""
    featured: bool = False
    tags: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    agencies: tuple[Mention, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    photos: tuple[Photo, ...] = ()
    attachments: tuple[Paper, ...] = ()


@dataclass(frozen=True)
class Content:
    site: dict[str, str]
    categories: list[Category]
    agencies: list[Agency]
    people: list[Person]
    pages: list[Page]
    menus: list[MenuItem]
    glossary: list[GlossaryEntry]
    stories: list[Story] = field(default_factory=list)


def read(today: date, folder: Path = FOLDER) -> Content:
    """Everything, with days counted from `today`. Raises Broken."""
    calendar = Calendar(today)
    menus = _toml(folder / "menus.toml", calendar)
    content = Content(
        site=_toml(folder / "site.toml", calendar),
        categories=_rows(folder, "categories", "category", Category, calendar),
        agencies=_rows(folder, "agencies", "agency", Agency, calendar),
        people=_people(folder, calendar),
        pages=[
            _build(Page, {"slug": path.stem} | _toml(path, calendar), path.name)
            for path in _files(folder / "pages")
        ],
        menus=[
            _build(MenuItem, {"place": place} | row, "menus.toml")
            for place, rows in menus.items()
            for row in rows
        ],
        glossary=_rows(folder, "glossary", "entry", GlossaryEntry, calendar),
        stories=[_story(path, calendar) for path in _files(folder / "articles")],
    )
    _check_records(content)
    for story in content.stories:
        _check_story(story, content)
    content.stories.sort(key=_turn)
    _check_order(content.stories)
    return content


def _turn(story: Story) -> tuple:
    """Oldest first, as a newsroom writes them; what is not published comes last, translations after everything."""
    return bool(story.translation_of), story.published_at is None, str(story.published_at), story.slug


def _check_order(stories: list[Story]) -> None:
    seen: set[str] = set()
    for story in stories:
        _demand([*story.related, story.translation_of], seen, f"{story.slug}.toml", "earlier article")
        seen.add(story.slug)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))


def _toml(path: Path, calendar: Calendar) -> dict:
    text = path.read_text(encoding="utf-8")
    if text != unicodedata.normalize("NFC", text):
        raise Broken(f"{path.name}: not in NFC")
    try:
        return tomllib.loads(calendar.fill(text))
    except tomllib.TOMLDecodeError as error:
        raise Broken(f"{path.name}: {error}") from error


def _rows(folder: Path, name: str, key: str, shape: type, calendar: Calendar) -> list:
    path = folder / f"{name}.toml"
    return [_build(shape, row, path.name) for row in _toml(path, calendar)[key]]


def _build(shape: type, row: dict, where: str):
    """`row` as a `shape`; lists become tuples. Raises Broken for a key too many or too few."""
    known = {one.name: one for one in fields(shape)}
    missing = [name for name, one in known.items() if one.default is MISSING and name not in row]
    if unknown := row.keys() - known.keys():
        raise Broken(f"{where}: {shape.__name__} has no {', '.join(sorted(unknown))}")
    if missing:
        raise Broken(f"{where}: {shape.__name__} lacks {', '.join(missing)}")
    return shape(**{name: tuple(value) if isinstance(value, list) else value for name, value in row.items()})


def _people(folder: Path, calendar: Calendar) -> list[Person]:
    people = []
    for row in _toml(folder / "people.toml", calendar)["person"]:
        posts = [
            _build(
                Post,
                {"begins" if name == "from" else name: value for name, value in post.items()},
                "people.toml",
            )
            for post in row.pop("posts", [])
        ]
        people.append(_build(Person, row | {"posts": posts}, "people.toml"))
    return people


def _story(path: Path, calendar: Calendar) -> Story:
    row = _toml(path, calendar) | {"slug": path.stem}
    days_ago, days_ahead, clock = (
        row.pop("days_ago", None),
        row.pop("days_ahead", None),
        row.pop("time", "08:00"),
    )
    if days_ago is not None:
        row["published_at"] = calendar.moment(calendar.day(-days_ago), clock)
    elif days_ahead is not None:
        row["published_at"] = calendar.moment(calendar.exactly(days_ahead), clock)
    for name, key in (("event", "event_on"), ("event_until", "event_until")):
        if name in row:
            row[key] = calendar.day(row.pop(name))
    row["agencies"] = [
        Mention(item) if isinstance(item, str) else _build(Mention, item, path.name)
        for item in row.get("agencies", [])
    ]
    row["delegations"] = [_delegation(item, path.name) for item in row.get("delegations", [])]
    row["photos"] = [_build(Photo, item, path.name) for item in row.get("photos", [])]
    row["attachments"] = [_build(Paper, item, path.name) for item in row.get("attachments", [])]
    return _build(Story, row | {"body": row.get("body", "").strip()}, path.name)


def _delegation(row: dict, where: str) -> Delegation:
    attendees = [_build(Attendee, item, where) for item in row.get("attendees", [])]
    return _build(Delegation, row | {"attendees": attendees}, where)


def _demand(names, known, where: str, what: str) -> None:
    if unknown := {name for name in names if name} - set(known):
        raise Broken(f"{where}: no {what} {', '.join(sorted(unknown))}")


def _check_records(content: Content) -> None:
    agencies = {agency.key for agency in content.agencies}
    slugs = {category.slug for category in content.categories}
    _demand([category.parent for category in content.categories], slugs, "categories.toml", "category")
    _demand([agency.parent for agency in content.agencies], agencies, "agencies.toml", "agency")
    _demand([agency.successor for agency in content.agencies], agencies, "agencies.toml", "agency")
    _demand(
        [post.agency for person in content.people for post in person.posts], agencies, "people.toml", "agency"
    )
    _demand([item.category for item in content.menus], slugs, "menus.toml", "category")
    _demand(
        [item.page for item in content.menus], {page.slug for page in content.pages}, "menus.toml", "page"
    )


def _check_story(story: Story, content: Content) -> None:
    where = f"{story.slug}.toml"
    lines = [line for delegation in story.delegations for line in delegation.attendees]
    people = [line.person for line in lines] + [name for photo in story.photos for name in photo.people]
    agencies = [mention.agency for mention in story.agencies] + [side.agency for side in story.delegations]
    slugs = {other.slug for other in content.stories}
    _demand(people, {person.key for person in content.people}, where, "person")
    _demand(
        agencies + [line.unit for line in lines], {agency.key for agency in content.agencies}, where, "agency"
    )
    _demand([story.category], {category.slug for category in content.categories}, where, "category")
    _demand([*story.related, story.translation_of], slugs, where, "article")
    _demand([photo.scene for photo in story.photos], scenes.NAMES, where, "scene")
    _demand([story.state], STATES, where, "state")
    _check_markers(story, where)
    if any([bool(line.person), bool(line.unit), bool(line.group)].count(True) != 1 for line in lines):
        raise Broken(f"{where}: an attendee is a person, a unit or a group")


def _check_markers(story: Story, where: str) -> None:
    numbers = [int(number) for number in MARKER.findall(story.body)]
    if len(numbers) != len(set(numbers)):
        raise Broken(f"{where}: a photo stands twice in the body")
    if any(not 1 <= number <= len(story.photos) for number in numbers):
        raise Broken(f"{where}: the body places a photo that is not there")
    if story.photos and len(numbers) < len(story.photos) and not story.photo_heading:
        raise Broken(f"{where}: photos outside the body need a photo_heading")
