"""What the files of portal/demo/content hold, as plain values. Keys name rows of other files."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


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
