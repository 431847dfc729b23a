"""What the items of a document's lists look like, as a table, and the one pass that brings them into that shape."""

from collections import defaultdict
from decimal import Decimal, InvalidOperation

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.desk import heirs
from news.models import Agency, Attendance, Credit, Delegation, Person, Photo, StoredFile

# (what, argument): text of at most n characters (0: unlimited), flag, choice (allowed values, the first is the default),
# one reference, many references, a share in per cent, a list of a shape.
_ATTENDANCE = {
    "kind": ("choice", Attendance.Kind.values),
    "person": ("one", "person"),
    "agency": ("one", "agency"),
    "honorific": ("text", 40),
    "name": ("text", 255),
    "title": ("text", 300),
    "organization": ("text", 255),
    "has_spoken": ("flag", None),
    "quote": ("text", 0),
}
SHAPES = {
    "delegations": {
        "side": ("choice", ["other", *Delegation.Side.values]),
        "agency": ("one", "agency"),
        "heading": ("text", 255),
        "attendances": ("list", _ATTENDANCE),
    },
    "agencies": {"agency": ("one", "agency"), "name": ("text", 255), "abbreviation": ("text", 60)},
    "captions": {
        "photo": ("one", "photo"),
        "text": ("text", 0),
        "alt": ("text", 0),
        "is_decorative": ("flag", None),
        "is_described_by_caption": ("flag", None),
        "credit": ("text", 150),
        "people": ("many", "person"),
    },
    "videos": {
        "title": ("text", 200),
        "url": ("text", 200),
        "file": ("one", "file"),
        "subtitles": ("one", "file"),
        "poster": ("one", "photo"),
        "transcript": ("text", 0),
    },
    "attachments": {"file": ("one", "file"), "title": ("text", 255), "name": ("text", 150)},
    "credits": {
        "part": ("choice", Credit.Part.values),
        "user": ("one", "user"),
        "person": ("one", "person"),
        "pen_name": ("text", 100),
        "share": ("share", None),
    },
}
_GONE = {
    "person": (Person, gettext_lazy("This person no longer exists.")),
    "agency": (Agency, gettext_lazy("This agency no longer exists.")),
    "photo": (Photo, gettext_lazy("This photo no longer exists.")),
    "file": (StoredFile, gettext_lazy("This file no longer exists.")),
    "user": (get_user_model, gettext_lazy("This account no longer exists.")),
}


def shaped(items, shape: dict, place: str, errors: dict) -> list[dict]:
    """`items` with exactly the keys of `shape`; faults go into `errors` under `place.<index>.<key>`."""
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        errors[place] = _("A list is expected here.")
        return []
    made = []
    for index, item in enumerate(items):
        here = f"{place}.{index}"
        row = {key: _value(item.get(key), kind, f"{here}.{key}", errors) for key, kind in shape.items()}
        _check_item(row, shape, here, errors)
        made.append(row)
    return made


def _value(value, kind, place: str, errors: dict):
    what, argument = kind
    if what == "list":
        return shaped(value or [], argument, place, errors)
    return _CHECKS[what](value, argument, place, errors)


def _text(value, most, place, errors):
    text = value.strip() if isinstance(value, str) else ""
    if most and len(text) > most:
        errors[place] = _("Too long: %(length)d characters, at most %(most)d.") % {
            "length": len(text),
            "most": most,
        }
    return text


def _choice(value, allowed, place, errors):
    if value not in (None, "", *allowed):
        errors[place] = _("Choose a value from the list.")
    return value if value in allowed else allowed[0]


def _one(value, _model, place, errors):
    if value in (None, ""):
        return None
    if isinstance(value, bool) or not str(value).isdecimal() or len(str(value)) > 18:
        errors[place] = _("Choose a value from the list.")
        return None
    return int(value)


def _many(value, model, place, errors):
    found = (
        {_one(item, model, place, errors) for item in value or []}
        if isinstance(value, (list, type(None)))
        else {None}
    )
    return sorted(found - {None})


def _share(value, _argument, place, errors):
    try:
        share = Decimal(str(value if value not in (None, "") else 100).replace(",", ".")).quantize(
            Decimal("0.01")
        )
        if not 0 < share <= 100:
            raise InvalidOperation
    except InvalidOperation:
        errors[place] = _("A share lies between 0 and 100 per cent.")
        return "100"
    return str(int(share)) if share % 1 == 0 else str(share.normalize())


_CHECKS = {
    "text": _text,
    "flag": lambda value, *_rest: value is True,
    "choice": _choice,
    "one": _one,
    "many": _many,
    "share": _share,
}


def _check_item(row: dict, shape: dict, place: str, errors: dict) -> None:
    """What the database would refuse, said in words and at its place."""
    if shape is _ATTENDANCE:
        _check_attendance(row, place, errors)
    elif shape is SHAPES["captions"]:
        # One way of three; the strongest wins, so that a draft is never refused for it.
        row["is_described_by_caption"] = row["is_described_by_caption"] and not row["is_decorative"]
        row["alt"] = "" if row["is_decorative"] or row["is_described_by_caption"] else row["alt"]
        if row["photo"] is None:
            errors[f"{place}.photo"] = _("Choose a photo.")
    elif shape is SHAPES["agencies"] and row["agency"] is None:
        errors[f"{place}.agency"] = _("Choose an agency.")
    elif shape is SHAPES["attachments"] and row["file"] is None:
        errors[f"{place}.file"] = _("Choose a file.")
    elif shape is SHAPES["videos"] and (row["file"] is None) == (row["url"] == ""):
        errors[f"{place}.url"] = _("A video is either a file or a link.")
    elif shape is SHAPES["videos"] and row["url"] and not row["url"].startswith("https://"):
        errors[f"{place}.url"] = _("A link begins with https://.")
    elif shape is SHAPES["credits"] and (row["user"] is None) == (row["person"] is None):
        errors[f"{place}.user"] = _("A credit names a member of staff or a person.")


def _check_attendance(row: dict, place: str, errors: dict) -> None:
    if not row["name"]:
        errors[f"{place}.name"] = _("Write the name as it is printed.")
    if row["kind"] != "person":
        row["person"] = None
    elif row["person"] is None:
        errors[f"{place}.person"] = _("Choose the person or create a new one.")
    if row["kind"] == "unit" and row["agency"] is None:
        errors[f"{place}.agency"] = _("Choose the unit or create a new one.")


def check_references(document: dict, errors: dict) -> None:
    """Every reference of the lists exists; one query a model whatever the number of rows."""
    wanted: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name, shape in SHAPES.items():
        _collect(document[name], shape, name, wanted)
    _listed_once(document["agencies"], errors)
    for model_name, places in wanted.items():
        model, sentence = _GONE[model_name]
        model = model() if model is get_user_model else model
        known = _known(model, places, document)
        errors.update({place: str(sentence) for pk in places.keys() - known for place in places[pk]})


def _known(model, keys, document: dict) -> set[int]:
    """The keys that exist; merged records of the document give way to the kept ones."""
    rows = model.objects.filter(pk__in=keys)
    if model not in (Person, Agency):
        return set(rows.values_list("pk", flat=True))
    found = dict(rows.values_list("pk", "merged_into"))
    heirs.follow(document, model._meta.model_name, {pk: heir for pk, heir in found.items() if heir})
    return set(found)


def _collect(items, shape, place, wanted) -> None:
    for index, item in enumerate(items):
        for key, (what, argument) in shape.items():
            here = f"{place}.{index}.{key}"
            if what == "list":
                _collect(item[key], argument, here, wanted)
            elif what == "one" and item[key] is not None:
                wanted[argument][item[key]].append(here)
            elif what == "many":
                for pk in item[key]:
                    wanted[argument][pk].append(here)


def _listed_once(agencies: list[dict], errors: dict) -> None:
    seen = set()
    for index, row in enumerate(agencies):
        if row["agency"] in seen:
            errors[f"agencies.{index}.agency"] = _("This agency is listed twice.")
        seen.add(row["agency"])
