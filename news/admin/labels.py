"""Names and hints for the primary keys of a document: what the grid shows in place of a number. One query a model."""

from django.contrib.auth import get_user_model
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from news.desk.shapes import SHAPES
from news.files import safe_name
from news.files.facts import notes, warnings
from news.models import Agency, Appointment, Person, Photo, StoredFile
from news.photos.renditions import staff_address
from news.templatetags.site import file_facts

THUMB = ("square", 200, "jpg")


def labels(document: dict) -> dict[str, dict[int, dict]]:
    """{"person": {pk: {"id", "name", "hint", …}}, "agency": …, "photo": …, "file": …, "user": …} for every key that the
    document's lists and its cover name. Missing rows and values of a wrong form are left out."""
    wanted = {model: set() for model in _BOOKS}
    for name, shape in SHAPES.items():
        _collect(document.get(name), shape, wanted)
    wanted["photo"] |= _numbers(document.get("cover"))
    return {model: _BOOKS[model](pks) if pks else {} for model, pks in wanted.items()}


def _collect(items, shape: dict, wanted: dict[str, set]) -> None:
    for item in items if isinstance(items, list) else []:
        for key, (what, argument) in shape.items() if isinstance(item, dict) else ():
            if what == "list":
                _collect(item.get(key), argument, wanted)
            elif what in {"one", "many"}:
                wanted[argument] |= _numbers(item.get(key))


def _numbers(value) -> set[int]:
    """Documents come from a form: anything may stand where a key is expected."""
    values = value if isinstance(value, list) else [value]
    return {int(item) for item in values if str(item).isdecimal() and len(str(item)) <= 18}


def with_post(people: QuerySet) -> QuerySet:
    """Persons, each with `post`: {"title", "agency", "name", "abbreviation"} of the latest appointment held today."""
    today = timezone.localdate()
    held = Appointment.objects.filter(
        Q(from_on__isnull=True) | Q(from_on__lte=today),
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        person=OuterRef("pk"),
    ).order_by(F("from_on").desc(nulls_last=True), "-pk")
    post = JSONObject(
        title="title", agency="agency_id", name="agency__name", abbreviation="agency__abbreviation"
    )
    return people.annotate(post=Subquery(held.values(post=post)[:1]))


def of_person(person: Person) -> dict:
    """Of a row of `with_post`. `hint` tells namesakes apart: title – agency, else the note of the record."""
    post = person.post or {"title": "", "agency": None, "name": "", "abbreviation": ""}
    held = " – ".join(filter(None, [post["title"], post["abbreviation"] or post["name"]]))
    return {
        "id": person.pk,
        "name": person.full_name,
        "hint": " · ".join(filter(None, [held, person.note])),
        "honorific": person.honorific,
        "title": post["title"],
        "agency": post["agency"],
        "organization": post["name"],
    }


def of_agency(agency: Agency) -> dict:
    """`hint` is the abbreviation and, of a unit, the body above it (`parent` must be loaded)."""
    above = agency.parent.name if agency.parent_id else ""
    return {
        "id": agency.pk,
        "name": agency.name,
        "abbreviation": agency.abbreviation,
        "hint": " · ".join(filter(None, [agency.abbreviation, above])),
    }


def of_photo(photo: Photo) -> dict:
    return {
        "id": photo.pk,
        "name": str(photo),
        "thumb": thumb(photo.pk),
        "hint": f"{photo.width} × {photo.height}",
        "alt": photo.alt,
        "credit": photo.credit,
        "page": _address("admin:news_photo_change", photo.pk),
        "whole": staff_address(photo.pk, "free", 800, "jpg"),
        "focus": [photo.focal_x, photo.focal_y],
        "keep": _address("admin:news_lookup_focus", photo.pk),
    }


def thumb(photo_pk: int) -> str:
    """The address under which staff see a small square of any photo, also of one that is not public."""
    return staff_address(photo_pk, *THUMB)


def of_file(file: StoredFile) -> dict:
    """`hint` as readers will see it, `warnings` as sentences for the writer alone."""
    row = {"name": safe_name(file.original_name, file), "size": file.size, "pages": file.pages}
    return {
        "id": file.pk,
        "name": file.original_name,
        "hint": file_facts(row | {"is_scan": file.is_scan, "seconds": file.facts.get("seconds")}),
        "kind": file.media_type,
        "warnings": [*warnings(file), *notes(file)],
        "url": reverse("staff-file", args=[file.pk, row["name"]]),
    }


def of_user(user) -> dict:
    return {"id": user.pk, "name": str(user), "hint": user.position}


def _people(pks) -> dict:
    return {row.pk: of_person(row) for row in with_post(Person.objects.filter(pk__in=pks))}


def _agencies(pks) -> dict:
    return {row.pk: of_agency(row) for row in Agency.objects.filter(pk__in=pks).select_related("parent")}


def _photos(pks) -> dict:
    return {row.pk: of_photo(row) for row in Photo.objects.filter(pk__in=pks)}


def _files(pks) -> dict:
    return {row.pk: of_file(row) for row in StoredFile.objects.filter(pk__in=pks)}


def _users(pks) -> dict:
    return {row.pk: of_user(row) for row in get_user_model().objects.filter(pk__in=pks)}


_BOOKS = {"person": _people, "agency": _agencies, "photo": _photos, "file": _files, "user": _users}


def addresses() -> dict[str, str]:
    """Where the grid asks; empty texts on a site that does not offer the lookups."""
    names = ("people", "agencies", "photos", "files", "lines", "makers", "parts")
    return {name: _address(f"admin:news_lookup_{name}") for name in names}


def _address(name: str, *args) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
