"""The demo's content as typed values. Every name that one file uses of another is looked up; Broken says what is not there.

No Django here: the content can be read and checked without a database.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import MISSING, fields
from datetime import date
from pathlib import Path

from portal.demo import scenes
from portal.demo.calendar import Calendar
from portal.demo.shapes import (
    Agency,
    Attendee,
    Category,
    Content,
    Delegation,
    GlossaryEntry,
    Mention,
    MenuItem,
    Page,
    Paper,
    Person,
    Photo,
    Post,
    Story,
)

FOLDER = Path(__file__).parent / "content"
STATES = ("published", "draft", "review", "scheduled")
MARKER = re.compile(r"\[\[ảnh (\d+)\]\]")


class Broken(ValueError):
    """Names the file and what is wrong in it."""


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
