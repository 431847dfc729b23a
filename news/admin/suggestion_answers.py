"""The posted page of suggestions as answers (news/importing/proposals/answers.py)."""

import re
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from news.admin.suggestion_choices import OTHER
from news.admin.suggestion_words import FIELDS
from news.fold import fold
from news.importing.proposals import answers
from news.importing.proposals.answers import CHANGE, MATCH, NEW, REFUSE
from news.models import Agency, Delegation, Kind, Person, Proposal

_RECORDS = {"person": Person, "agency": Agency}
_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")


def read(proposal: Proposal, posted, user) -> tuple[dict, dict[str, str]]:
    """(answers, faults): both by the item's id. An item with a fault is not answered. Candidates for a typed name that
    means nobody or several are added to the item's `matches`."""
    said, faults = {}, {}
    known = _known_keys(proposal, posted)
    shelf = {item["value"]["photo"] for item in proposal.items if item["sort"] == "photo"}
    for item in proposal.items:
        before = proposal.answers.get(item["id"], {})
        if before.get("is_done"):
            continue
        given, fault = _given(item, posted, before, shelf, known)
        if fault:
            faults[item["id"]] = fault
        if given != {"answer": before.get("answer", ""), "value": before.get("value")}:
            said[item["id"]] = given | {"by": user.pk, "at": timezone.now().isoformat()}
    if "photos.sent" in posted:
        said["photos"] = {"cover": posted.get("photos.cover", "")[:20]}
    return said, faults


def _known_keys(proposal: Proposal, posted) -> dict[str, set[str]]:
    """By sort, the keys of records that the answers name and that exist: one question for each kind of record."""
    named = {sort: set() for sort in _RECORDS}
    for item in proposal.items:
        if item["sort"] in named:
            before = proposal.answers.get(item["id"], {}).get("answer", "")
            answer = posted.get(f"{item['id']}.answer", before).removeprefix(MATCH)
            named[item["sort"]] |= {
                answer,
                posted.get(f"{item['id']}.other_key", ""),
                *map(str, item["matches"]),
            }
    wanted = {sort: {int(key) for key in keys if _is_key(key)} for sort, keys in named.items()}
    return {
        sort: {str(pk) for pk in _RECORDS[sort].objects.filter(pk__in=keys).values_list("pk", flat=True)}
        for sort, keys in wanted.items()
    }


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 19


def _given(item: dict, posted, before: dict, shelf: set[int], known: dict) -> tuple[dict, str]:
    """(answer, fault). `shelf` are the photos of the page that stand at no caption yet; each stands at one."""
    try:
        given = _answer(item, posted, before, known.get(item["sort"], set()))
    except ValueError as fault:
        return {"answer": "", "value": _value(item, posted)}, str(fault)
    if item["sort"] != "photo" or not given["value"] or given["answer"] == REFUSE:
        return given, ""
    photo = given["value"]["photo"]
    if photo not in shelf:
        sentence = _("This photo stands at two captions. Choose another one, or leave one out.")
        return given | {"answer": ""}, sentence
    shelf.discard(photo)
    return given, ""


def _answer(item: dict, posted, before: dict, known: set[str]) -> dict:
    """A choice cannot be taken back in a form: one that is missing was not on the page. `known`: keys of records."""
    answer = posted.get(f"{item['id']}.answer", before.get("answer", ""))
    if answer == OTHER and item["sort"] in _RECORDS:
        answer = _other(item, posted, known)
    elif answer.startswith(MATCH) and answer.removeprefix(MATCH) not in known:
        answer = ""
    value = _value(item, posted) if _is_on_page(item, posted) else before.get("value")
    if answer == CHANGE:
        _demand_sound(item, value)
    return {"answer": answer if answers.is_answer(answer) else "", "value": value}


def _is_on_page(item: dict, posted) -> bool:
    return any(name.startswith(f"{item['id']}.") for name in posted)


def _other(item: dict, posted, known: set[str]) -> str:
    """The record chosen from the suggestions, else the only one of the typed name. Raises ValueError with a sentence."""
    key, name = posted.get(f"{item['id']}.other_key", ""), posted.get(f"{item['id']}.other", "").strip()
    if _is_key(key):
        return f"{MATCH}{key}" if key in known else ""
    found = _RECORDS[item["sort"]].objects.filter(folded=fold(name)).order_by("pk") if name else ()
    keys = [row.pk for row in found[:8]]
    if len(keys) == 1:
        return f"{MATCH}{keys[0]}"
    if keys:
        item["matches"] = list(dict.fromkeys([*item["matches"], *keys]))
        item["doubt"] = item["doubt"] or "namesakes"
        raise ValueError(_("Several records bear this name. Choose one."))
    raise ValueError(_("No record bears the name “%(name)s”.") % {"name": name})


def _value(item: dict, posted) -> dict | None:
    """Fields that differ from what was proposed; None where none does."""
    if item["sort"] == "photo":
        return _photo(item, posted)
    changed = {}
    for name in FIELDS.get(item["sort"], {}):
        key = f"{item['id']}.{name}"
        text = " ".join(posted[key].split()) if key in posted else None
        if text is not None and item["id"] == "event_on":
            text = _day(text)
        if text is not None and text != item["value"][name]:
            changed[name] = text
    if record := _record(item, posted):
        changed["record"] = record
    return changed or None


def _record(item: dict, posted) -> str:
    """Which record a changed name means: a key of those it may mean, NEW, or "" for what the name finds."""
    record = posted.get(f"{item['id']}.record", "")
    return record if item["sort"] in _RECORDS and record in (NEW, *map(str, item["matches"])) else ""


def _photo(item: dict, posted) -> dict | None:
    """A photo's words are typed in place, and its picture may have been swapped for another of the page."""
    key, before = item["id"], item["value"]
    if f"{key}.text" not in posted:
        return None
    photo = posted.get(f"{key}.photo", "")
    value = {name: posted.get(f"{key}.{name}", "").strip() for name in ("text", "alt", "credit")}
    value["photo"] = int(photo) if photo.isdecimal() and len(photo) < 19 else before["photo"]
    value["is_told"] = "photos.told" in posted
    return value


def _day(text: str) -> str:
    """ISO of 17/05/2022; what is no day stays as it is, and is refused with its own sentence."""
    found = _DAY.fullmatch(text)
    try:
        return date(*(int(part) for part in reversed(found.groups()))).isoformat() if found else text
    except ValueError:
        return text


def _demand_sound(item: dict, value: dict | None) -> None:
    value = item["value"] | (value or {})
    if not value.get("name", value.get("text", "-")):
        raise ValueError(_("Write something here, or leave it out."))
    if item["id"] == "event_on" and not re.fullmatch(r"\d{4}-\d\d-\d\d", value["text"]):
        raise ValueError(_("Write the day as 17/05/2022."))
    if item["id"] == "kind" and value["text"] not in Kind.values:
        raise ValueError(_("Choose a value from the list."))
    if value.get("side", "other") not in Delegation.Side.values:
        raise ValueError(_("Choose a value from the list."))
