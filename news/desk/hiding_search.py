"""Which texts, files and rows name a person: editions with their places, attachments by their words, what stands around."""

from dataclasses import dataclass, field

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from news.desk import document
from news.desk.hiding_places import Place, context_of, places, spans_of
from news.desk.hiding_words import spelled
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
    Tag,
    Video,
)
from news.spellings import Name

# Editions and places that one page shows, and files that one page reads.
SHOWN, MOST_PLACES = 40, 350
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


def kept_in_history(person: Person, names: list[Name]) -> int:
    """How many saved versions belong to texts that name the person: kept for the newsroom, never public."""
    return Save.objects.filter(edition__in=editions_naming(person, names)).count()


def around(names: list[Name]) -> list[Around]:
    """Rows beside the articles that name the person, with the words around the first place."""
    found = []
    for model, columns in _AROUND:
        for row in model.objects.filter(spelled(columns, names))[:SHOWN]:
            text = " · ".join(str(getattr(row, column)) for column in columns if getattr(row, column))
            if spans := spans_of(text, names):
                before, matched, after = context_of(text, *spans[0][:2])
                found.append(Around(row, str(model._meta.verbose_name), before, matched, after))
    return found
