"""Changes between two documents in the words of the form: labels, names in place of keys, what came and what went."""

import html
import re
from datetime import date
from itertools import groupby

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from news.admin.grid import TITLES
from news.admin.labels import labels
from news.desk.difference import ADDED, CHANGED, MOVED, REMOVED, Change, Value, changes
from news.desk.lists import ATTENDANCE_TEXTS, LISTS
from news.desk.words import COME, GONE, SAME
from news.models import (
    Attachment,
    Attendance,
    Caption,
    Category,
    Credit,
    Delegation,
    Edition,
    Kind,
    Mention,
    Video,
)

SORTS = {
    ADDED: pgettext_lazy("of two texts", "Added"),
    REMOVED: pgettext_lazy("of two texts", "Removed"),
    CHANGED: pgettext_lazy("of two texts", "Changed"),
    MOVED: pgettext_lazy("of two texts", "Moved"),
}
# The table behind each list, and the columns that have another name there.
_ROWS = {
    "delegations": (Delegation, {}),
    "attendances": (Attendance, ATTENDANCE_TEXTS),
    "agencies": (Mention, {"name": "printed_name", "abbreviation": "printed_abbreviation"}),
    "captions": (Caption, {}),
    "videos": (Video, {}),
    "attachments": (Attachment, {}),
    "credits": (Credit, {}),
}
_REFERENCES = {
    "person": "person", "agency": "agency", "photo": "photo", "cover": "photo", "poster": "photo", "file": "file",
    "subtitles": "file", "user": "user", "category": "category",
}  # fmt: skip
_CHOICES = {
    ("", "kind"): Kind, ("delegations", "side"): Delegation.Side, ("attendances", "kind"): Attendance.Kind,
    ("credits", "part"): Credit.Part,
}  # fmt: skip
_TAGS = {
    "strong": gettext_lazy("bold"), "em": gettext_lazy("italic"), "u": gettext_lazy("underlined"),
    "s": gettext_lazy("crossed out"), "a": gettext_lazy("link"), "h2": gettext_lazy("heading"),
    "h3": gettext_lazy("smaller heading"), "ul": gettext_lazy("bulleted list"),
    "ol": gettext_lazy("numbered list"), "li": gettext_lazy("point of a list"),
    "blockquote": gettext_lazy("quotation"), "table": gettext_lazy("table"), "p": gettext_lazy("paragraph"),
    "hr": gettext_lazy("line across"), "sub": gettext_lazy("subscript"), "sup": gettext_lazy("superscript"),
}  # fmt: skip
# Unchanged words on each side of a change; what lies farther off is left out.
AROUND = 160


def shown_changes(before: dict, after: dict) -> list[dict]:
    """[{key, label, rows: [{sort, word, name, values: [{label, words}]}]}], one entry a field that differs. At most
    six queries, however much differs. `words` is a list of (same|gone|come, text)."""
    names = _names(before, after)
    groups = groupby(changes(before, after), key=lambda change: change.field)
    return [
        {"key": key, "label": field_label(key), "rows": [_row(change, names) for change in found]}
        for key, found in groups
    ]


def field_label(key: str) -> str:
    label = str(TITLES[key] if key in TITLES else Edition._meta.get_field(key).verbose_name)
    return label[:1].upper() + label[1:]


def _names(before: dict, after: dict) -> dict[str, dict]:
    """{"person": {pk: name}, …} for every key that either document holds."""
    both = {name: [*before[name], *after[name]] for name in LISTS}
    found = labels(both | {"cover": [before["cover"], after["cover"]]})
    names = {model: {pk: label["name"] for pk, label in rows.items()} for model, rows in found.items()}
    categories = Category.objects.filter(pk__in={before["category"], after["category"]} - {None, ""})
    return names | {"category": {row.pk: str(row) for row in categories}}


def _row(change: Change, names: dict) -> dict:
    return {
        "sort": change.sort,
        "word": SORTS[change.sort],
        "name": _item_name(change, names),
        "values": [_shown(change.row, value, names) for value in change.values],
    }


def _item_name(change: Change, names: dict) -> str:
    """What the item is called: an attendee with the delegation, a photo by its caption."""
    item = change.item
    if item is None:
        return ""
    spoken = {"delegations": item.get("heading"), "captions": item.get("text"), "videos": item.get("title"),
              "attachments": item.get("title"), "credits": item.get("pen_name")}  # fmt: skip
    name = spoken.get(change.row, item.get("name")) or _record_name(item, names)
    if change.row == "delegations":
        return name or str(Delegation.Side(item["side"]).label)
    if change.row == "attendances":
        parts = [f"{item['honorific']} {name}".strip(), item["title"], item["organization"]]
        name = ", ".join(filter(None, parts))
        heading = change.owner["heading"] or Delegation.Side(change.owner["side"]).label
        return f"{name} ({heading})"
    return name


def _record_name(item: dict, names: dict) -> str:
    for key in ("person", "user", "agency", "photo", "file"):
        if item.get(key):
            return _reference(key, item[key], names)
    return ""


def _reference(key: str, pk, names: dict) -> str:
    return names[_REFERENCES[key]].get(pk) or _("no. %(number)s, which no longer exists") % {"number": pk}


def _shown(row: str, value: Value, names: dict) -> dict:
    # A choice is kept as one English word, which nobody needs to see taken apart.
    if value.words and (row, value.key) not in _CHOICES:
        words = (
            value.words
            if value.key != "body"
            else [(kind, _readable(text, kind)) for kind, text in value.words]
        )
    else:
        sides = ((GONE, value.before), (COME, value.after))
        words = [(kind, _in_words(row, value.key, side, names)) for kind, side in sides]
    # A field that stands for itself needs no second label.
    label = _column_label(row, value.key) if row else ""
    return {"label": label, "words": _near(words)}


def _column_label(row: str, key: str) -> str:
    model, columns = _ROWS[row]
    return str(model._meta.get_field(columns.get(key, key)).verbose_name)


def _in_words(row: str, key: str, side, names: dict) -> str:
    if side in (None, "", []):
        return ""
    if (row, key) in _CHOICES:
        return str(dict(_CHOICES[row, key].choices).get(side, side))
    if isinstance(side, bool):
        return _("yes") if side else _("no")
    if key in _REFERENCES:
        return _reference(key, side, names)
    if key == "people":
        return ", ".join(_reference("person", pk, names) for pk in side)
    if key in ("event_on", "event_until"):
        return _day(side)
    if key == "related":
        return ", ".join(f"#{number}" for number in (side if isinstance(side, list) else [side]))
    return str(side)


def _day(text: str) -> str:
    try:
        return date_format(date.fromisoformat(text), "d/m/Y")
    except ValueError:
        return text


def _near(words) -> list[tuple[str, str]]:
    """Long unchanged stretches lose their middle; what stands before the first and after the last change, its far end."""
    shown, last = [], len(words) - 1
    for place, (kind, text) in enumerate(words):
        if kind == SAME and len(text) > 2 * AROUND + 20:
            start = "" if place == 0 else text[:AROUND]
            end = "" if place == last else text[-AROUND:]
            text = f"{start} … {end}"
        if text:
            shown.append((kind, text))
    return shown


def _readable(text: str, kind: str) -> str:
    """Html as a person reads it: tags that stay become line breaks or nothing, others what they stand for."""
    return html.unescape(re.sub(r"<(/?)(\w+)([^>]*)>", lambda tag: _tag(*tag.groups(), kind != SAME), text))


def _tag(closing: str, name: str, rest: str, is_changed: bool) -> str:
    ends = (closing and name in {"p", "h2", "h3", "li", "blockquote", "tr", "caption"}) or name in {
        "br",
        "hr",
    }
    line = "\n" if ends else ""
    if not is_changed or (name in {"p", "br"} and not rest):
        return line
    word = str(_TAGS.get(name, name))
    if closing:
        return f"[/{word}]{line}"
    value = re.search(r'(?:href|title|lang)="([^"]*)"', rest)
    return f"[{word}{': ' + value[1] if value else ''}]{line}"
