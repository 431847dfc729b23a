"""Every place where a person stands: in the texts of editions, in their lists, in files, and in what stands around articles."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from html import unescape

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.desk import document
from news.desk.hiding_words import names_in, spelled, words_of
from news.models import (
    Agency,
    Attachment,
    Attendance,
    Caption,
    Category,
    Delegation,
    Edition,
    EmergencyNotice,
    Mention,
    MenuItem,
    Page,
    Person,
    Photo,
    Save,
    SiteSettings,
    StartText,
    StoredFile,
    Tag,
    Video,
)
from news.spellings import Name

# Editions and places that one page shows, and files that one page reads.
SHOWN, MOST_PLACES, READ = 40, 350, 100
AROUND = 60
TEXTS = (
    "title",
    "short_title",
    "lead",
    "body",
    "byline",
    "source",
    "event_place",
    "photo_heading",
    "correction_note",
)
# Rows that belong to an edition: model, the way to it, columns.
_ROWS = (
    (Delegation, "edition", ("heading",)),
    (Attendance, "delegation__edition", ("printed_name", "printed_title", "printed_organization", "quote")),
    (Caption, "edition", ("text", "alt", "credit")),
    (Mention, "edition", ("printed_name",)),
    (Attachment, "edition", ("title", "name")),
    (Video, "edition", ("title", "transcript")),
)
# What stands around articles; blanked at the exit, mended by hand where it is kept.
_AROUND = (
    (Page, ("title", "title_en", "body", "body_en", "slug")),
    (Tag, ("name",)),
    (Agency, ("name", "name_en", "description")),
    (Category, ("name", "name_en", "description", "description_en")),
    (Photo, ("title", "alt", "credit", "original_name")),
    (SiteSettings, ("responsible_editor", "responsible_editor_en", "address")),
    (MenuItem, ("label_vi", "label_en")),
    (EmergencyNotice, ("text", "text_en")),
    (StartText, ("title", "lead", "body")),
)
_LISTS = {
    "delegations": gettext_lazy("Attendees"),
    "captions": gettext_lazy("Photo captions"),
    "agencies": gettext_lazy("agencies"),
    "attachments": gettext_lazy("Attachments"),
    "videos": gettext_lazy("videos"),
    "tags": gettext_lazy("Tags"),
}
_TAG = re.compile(r"<[^<>]*>?")


@dataclass(frozen=True)
class Place:
    """`key` finds it again in the document of the same version: a path, and which occurrence there."""

    key: str
    label: str
    before: str
    matched: str
    after: str
    proposal: str

    @property
    def is_link(self) -> bool:
        """No words to change: a list that says who is in the picture."""
        return self.key.endswith(".people")


@dataclass
class Text:
    """An edition that names the person."""

    edition: Edition
    standing: str
    places: list[Place] = field(default_factory=list)


@dataclass(frozen=True)
class Around:
    """A row beside the articles."""

    row: object
    label: str
    before: str
    matched: str
    after: str


def editions_naming(person: Person, names: list[Name]) -> QuerySet:
    """Editions that name the person in a list or may do so in a text; exact only for the lists."""
    lists = Q(pk__in=Attendance.objects.filter(person=person).values("delegation__edition")) | Q(
        pk__in=Caption.people.through.objects.filter(person=person).values("caption__edition")
    )
    found = lists | spelled(TEXTS, names) | Q(tags__in=Tag.objects.filter(spelled(["name"], names)))
    for model, way, columns in _ROWS:
        found |= Q(pk__in=model.objects.filter(spelled(columns, names)).values(way))
    return Edition.objects.filter(found).distinct()


def texts(
    person: Person, names: list[Name], stand_ins: dict[str, str], at=None
) -> tuple[list[Text], int, int]:
    """(editions readers see or will see with their places, how many more of those there are, how many old ones).

    `stand_ins` are by language.
    """
    at = at or timezone.now()
    naming = editions_naming(person, names).select_related("article").order_by("-article_id", "-ordinal")
    kept = naming.filter(Q(state="released", live_until__isnull=True) | Q(state__in=Edition.OPEN))
    found, seen = [], 0
    for edition in kept[:SHOWN]:
        if sum(len(text.places) for text in found) > MOST_PLACES:
            break
        seen += 1
        stand_in = stand_ins[edition.language]
        text = Text(edition, _standing(edition, at))
        text.places = list(places(document.read(edition), person, names, stand_in))
        found += [text] if text.places else []
    old = naming.filter(state="released", live_until__isnull=False).count()
    return found, kept.count() - seen, old


def _standing(edition: Edition, at) -> str:
    if edition.is_open:
        return _("being edited")
    if edition.is_scheduled(at):
        return _("scheduled")
    return _("withdrawn") if edition.article.is_withdrawn else _("published")


def places(content: dict, person: Person, names: list[Name], stand_in: str) -> Iterator[Place]:
    """Of one document, in reading order."""
    for path, value in _strings(content):
        if _line_of(content, path, person) is None:
            yield from _occurrences(path, value, names, stand_in)
    for path, line in _lines(content, person):
        title = ", ".join(filter(None, [line["title"], line["organization"]]))
        yield Place(
            path, str(_LISTS["delegations"]), line["honorific"], line["name"], title, capfirst(stand_in)
        )
    for index, caption in enumerate(content["captions"]):
        if person.pk in caption["people"]:
            yield Place(
                f"captions.{index}.people", _("people shown"), "", str(person), caption["text"][:AROUND], ""
            )


def masked(content: dict, person: Person, names: list[Name], answers: dict[str, str]) -> dict:
    """The document with each chosen place replaced: `answers` maps keys of `places` to what stands there afterwards."""
    made = deepcopy(content)
    for path, value in _strings(content):
        spans = _spans(value, names)
        for index, (start, end, tags) in reversed(list(enumerate(spans))):
            if (answer := answers.get(f"{path}#{index}")) is not None:
                value = value[:start] + answer + tags + value[end:]
        _put(made, path, value)
    for path, _line in _lines(content, person):
        if answers.get(path):
            _get(made, path).update(
                kind="group", person=None, agency=None, honorific="", title="", quote="", name=answers[path]
            )
    for index, caption in enumerate(made["captions"]):
        if f"captions.{index}.people" in answers:
            caption["people"] = [pk for pk in caption["people"] if pk != person.pk]
    made["tags"] = [tag for tag in made["tags"] if tag.strip()]
    return made


def kept_in_history(person: Person, names: list[Name]) -> int:
    """How many saved versions belong to texts that name the person: kept for the newsroom, never public."""
    return Save.objects.filter(edition__in=editions_naming(person, names)).count()


def around(names: list[Name]) -> list[Around]:
    """Rows beside the articles that name the person, with the words around the first place."""
    found = []
    for model, columns in _AROUND:
        for row in model.objects.filter(spelled(columns, names))[:SHOWN]:
            text = " · ".join(str(getattr(row, column)) for column in columns if getattr(row, column))
            if spans := _spans(text, names):
                before, matched, after = _context(text, *spans[0][:2])
                found.append(Around(row, str(model._meta.verbose_name), before, matched, after))
    return found


def files_naming(person: Person, names: list[Name]) -> list[StoredFile]:
    """Attachments of the editions that name the person, in whose words the person stands too; the latest READ are read."""
    editions = editions_naming(person, names).filter(state="released")
    used = Attachment.objects.filter(edition__in=editions).values("file")
    rows = StoredFile.objects.filter(pk__in=used).order_by("-uploaded_at")[:READ]
    return [row for row in rows if names_in(words_of(row), names)]


def _strings(value, path: str = "") -> Iterator[tuple[str, str]]:
    """(path, text) of every text in a document; what only points elsewhere is left out."""
    if isinstance(value, str) and value:
        yield path, value
    elif isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            if key not in ("credits", "source_url", "kind", "part", "side"):
                yield from _strings(inner, f"{path}.{key}" if path else str(key))


def _lines(content: dict, person: Person) -> Iterator[tuple[str, dict]]:
    for i, side in enumerate(content["delegations"]):
        for j, line in enumerate(side["attendances"]):
            if line["person"] == person.pk:
                yield f"delegations.{i}.attendances.{j}", line


def _line_of(content: dict, path: str, person: Person) -> str | None:
    """The line of the person that a path lies in: it is replaced as a whole."""
    return next((line for line, _row in _lines(content, person) if path.startswith(f"{line}.")), None)


def _occurrences(path: str, value: str, names: list[Name], stand_in: str) -> Iterator[Place]:
    for index, (start, end, _tags) in enumerate(_spans(value, names)):
        before, matched, after = _context(value, start, end)
        begins = not before.strip() or before.rstrip()[-1:] in ".!?:"
        proposal = "" if path.startswith("tags.") else capfirst(stand_in) if begins else stand_in
        yield Place(f"{path}#{index}", _label(path), before, matched, after, proposal)


def _spans(value: str, names: list[Name]) -> list[tuple[int, int, str]]:
    """(start, end, tags inside) of each place, none inside another; honorifics belong to it."""
    found = sorted(
        (p.start, -p.end, "".join(_TAG.findall(p.matched))) for name in names for p in name.places(value)
    )
    spans: list[tuple[int, int, str]] = []
    for start, end, tags in found:
        if not spans or start >= spans[-1][1]:
            spans.append((start, -end, tags))
    return spans


def _context(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words before a place, the place, and the words after it, without tags and cut at words."""
    before, after = _words(text[max(0, start - 300) : start]), _words(text[end : end + 300])
    before = before if len(before) <= AROUND else f"…{before[-AROUND:].partition(' ')[2]}"
    after = after if len(after) <= AROUND else f"{after[:AROUND].rpartition(' ')[0]}…"
    return before, _words(text[start:end]), after


def _words(html: str) -> str:
    # The piece may begin inside a tag.
    inside = re.match(r"[^<>]*>", html)
    return " ".join(unescape(_TAG.sub(" ", html[inside.end() if inside else 0 :])).split())


def _label(path: str) -> str:
    head = path.partition(".")[0]
    return str(_LISTS[head]) if head in _LISTS else capfirst(str(Edition._meta.get_field(head).verbose_name))


def _get(content, path: str):
    for part in path.split("."):
        content = content[int(part)] if isinstance(content, list) else content[part]
    return content


def _put(content: dict, path: str, value: str) -> None:
    above, _dot, last = path.rpartition(".")
    inside = _get(content, above) if above else content
    inside[int(last) if isinstance(inside, list) else last] = value
