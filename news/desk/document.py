"""An edition as one plain dict, and back. Save, difference, restore, preview, copies, import and export all use it.

Shape: the fields of TEXTS and FACTS by name; `category` and `cover` as primary keys; `tags` as names; `related` as
article numbers; and the lists of LISTS, each a list of dicts in order (news/desk/lists.py says what each dict holds).
Everything is JSON: days are ISO texts, shares decimal texts.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from news.desk import lists
from news.desk.errors import Stale
from news.fold import fold, nfc, slugify_vi
from news.models import Article, Category, Edition, Kind, Photo, Save, Tag

TEXTS = (
    "title", "short_title", "lead", "body", "byline", "source", "source_url", "event_place", "photo_heading",
    "correction_note",
)  # fmt: skip
DAYS = ("event_on", "event_until")


def empty() -> dict:
    """A document with nothing in it."""
    blank = dict.fromkeys(TEXTS, "") | dict.fromkeys(DAYS) | {name: [] for name in lists.LISTS}
    return blank | {
        "kind": Kind.OTHER.value, "category": None, "cover": None, "tags": [], "related": [], "shows_attendees": True,
    }  # fmt: skip


def read(edition: Edition) -> dict:
    """The document of an edition, as `write` would take it."""
    document = {name: getattr(edition, name) for name in TEXTS}
    document |= {name: day.isoformat() if (day := getattr(edition, name)) else None for name in DAYS}
    document |= {
        "kind": edition.kind,
        "category": edition.category_id,
        "cover": edition.cover_id,
        "shows_attendees": edition.shows_attendees,
        "tags": sorted(edition.tags.values_list("name", flat=True)),
        "related": list(_named_by(edition).values_list("article__number", flat=True)),
    }
    return document | {name: reader(edition) for name, reader in lists.READERS.items()}


@transaction.atomic
def write(
    edition: Edition, document: dict, *, by, base_version: int | None = None, why: str = "", form: str = ""
) -> Edition:
    """Make the edition's rows what the document says, count the version up and append a Save (`form`: where it was typed).

    Raises Stale when `base_version` is given and somebody saved since, ValidationError (keys such as
    `delegations.0.attendances.2.name`) when the document is not sound. Only open editions are written.
    """
    # The article first, as every verb of the workflow does: two orders of locking would wait for each other for ever.
    Article.objects.select_for_update(of=("self",), no_key=True).get(pk=edition.article_id)
    edition = Edition.objects.select_for_update(of=("self",), no_key=True).get(pk=edition.pk)
    if base_version is not None and base_version != edition.version:
        raise Stale(
            _("%(name)s saved this article after you opened it.") % {"name": edition.edited_by or "?"},
            edition,
        )
    if not edition.is_open:
        raise Stale(_("This edition is no longer open."), edition)
    document = sound(document)
    _demand_category(edition, document["category"], by)
    _write_fields(edition, document, by)
    lists.replace(edition, document)
    keep(edition, by=by, why=why, form=form)
    return edition


def _demand_category(edition: Edition, key: int | None, by) -> None:
    """Rights may end at the border of a category: nobody moves an article where they may not write."""
    if by is None or not key or key == edition.category_id:
        return
    if not by.has_perm("news.change_article", Category.objects.get(pk=key)):
        raise ValidationError({"category": _("You may not write in this category.")})


def sound(document: dict) -> dict:
    """The document with every field present, texts in NFC and references checked; raises ValidationError."""
    document = _normal(empty() | {key: value for key, value in document.items() if key in empty()})
    errors: dict[str, str] = {}
    _check_fields(document, errors)
    lists.check(document, errors)
    if errors:
        raise ValidationError(errors)
    return document


def keep(edition: Edition, *, by, why: str = "", form: str = "") -> Save:
    """Append the edition as it stands to its history."""
    return Save.objects.create(
        edition=edition, version=edition.version, document=read(edition), by=by, why=why, form=form
    )


def _normal(value):
    if isinstance(value, str):
        return nfc(value.replace("\x00", "").replace("\r\n", "\n"))
    if isinstance(value, list):
        return [_normal(item) for item in value]
    if isinstance(value, dict):
        return {key: _normal(item) for key, item in value.items()}
    return value


def _check_fields(document: dict, errors: dict) -> None:
    for name in TEXTS:
        _check_text(name, document, errors)
    for name in DAYS:
        try:
            document[name] = date.fromisoformat(document[name]).isoformat() if document[name] else None
        except (TypeError, ValueError):
            errors[name] = _("Write the day as 17/05/2022.")
    if not errors.keys() & set(DAYS) and (document["event_until"] or "9999") < (document["event_on"] or ""):
        errors["event_until"] = _("The last day of the event is not before its first.")
    if document["event_until"] and not document["event_on"]:
        errors["event_on"] = _("The last day of an event needs its first.")
    if document["kind"] not in Kind.values:
        errors["kind"] = _("Choose a kind of article from the list.")
    if document["category"] and not Category.objects.filter(pk=document["category"]).exists():
        errors["category"] = _("This category no longer exists.")
    if document["cover"] and not Photo.objects.filter(pk=document["cover"]).exists():
        errors["cover"] = _("This photo no longer exists.")


def _check_text(name: str, document: dict, errors: dict) -> None:
    field = Edition._meta.get_field(name)
    if not isinstance(document[name], str):
        errors[name] = _("A text is expected here.")
        return
    document[name] = document[name].strip() if name != "body" else document[name]
    if field.max_length and len(document[name]) > field.max_length:
        errors[name] = _("Too long: %(length)d characters, at most %(most)d.") % {
            "length": len(document[name]),
            "most": field.max_length,
        }
    if name == "title" and not document[name]:
        errors[name] = _("Give the article at least a working title.")
    if name == "source_url" and document[name] and not document[name].startswith(("https://", "http://")):
        errors[name] = _("A link begins with https://.")


def _write_fields(edition: Edition, document: dict, by) -> None:
    for name in (*TEXTS, *DAYS, "kind", "shows_attendees"):
        setattr(edition, name, document[name])
    edition.category_id, edition.cover_id = document["category"], document["cover"]
    edition.slug = slugify_vi(edition.title, max_length=110) or "tin"
    edition.version += 1
    edition.edited_by, edition.edited_at = by, timezone.now()
    edition.save()
    edition.refresh_from_db()
    Article.objects.filter(pk=edition.article_id).update(title_folded=fold(edition.title)[:300])
    edition.tags.set(Tag.named(document["tags"]))
    _write_related(edition, document["related"])


def _named_by(edition: Edition):
    """The rows that lead to related articles. Their keys are their order: they are only ever written together."""
    return Edition.related.through.objects.filter(edition=edition).order_by("pk")


def _write_related(edition: Edition, numbers: list[int]) -> None:
    if numbers == list(_named_by(edition).values_list("article__number", flat=True)):
        return
    found = dict(Article.objects.filter(number__in=numbers).values_list("number", "pk"))
    keys = [found[number] for number in dict.fromkeys(numbers) if number in found]
    edition.related.clear()
    Edition.related.through.objects.bulk_create(
        Edition.related.through(edition=edition, article_id=key) for key in keys if key != edition.article_id
    )
