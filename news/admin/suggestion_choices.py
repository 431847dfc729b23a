"""What can be answered to an item: radio buttons as {"value", "label", "name", "hint", "checked"}."""

from django.utils.translation import gettext as _

from news.importing.proposals.answers import ACCEPT, CHANGE, MATCH, NEW, REFUSE

# Of a form alone: the record is named beside it.
OTHER = "other"
NOBODY = {"name": "", "hint": ""}


def choices(item: dict, answer: str, records: dict[int, dict]) -> list[dict]:
    """`records` are labels of the records that the item may mean, by key."""
    if item["sort"] == "pairing":
        options = [_choice(ACCEPT, _("The pairs are right"))]
    elif item["sort"] in ("person", "agency"):
        options = [
            *_of_record(item, answer, records),
            _choice(CHANGE, _("Change")),
            _choice(REFUSE, _("Leave out")),
        ]
    elif item["sort"] == "photo" or item["id"] == "body":
        options = [_choice(ACCEPT, _("Accept")), _choice(REFUSE, _("Leave out"))]
    else:
        options = [
            _choice(ACCEPT, _("Accept")),
            _choice(CHANGE, _("Change")),
            _choice(REFUSE, _("Leave out")),
        ]
    return [option | {"checked": option["value"] == answer} for option in options]


def _of_record(item: dict, answer: str, records: dict[int, dict]) -> list[dict]:
    """Doubtful names ask which record; others are accepted with the one that is known, or as a new one."""
    is_person = item["sort"] == "person"
    right = _("The right person") if is_person else _("The right agency")
    asked = list(item["matches"]) if item["doubt"] else []
    if answer.startswith(MATCH) and int(answer.removeprefix(MATCH)) not in asked:
        asked.insert(0, int(answer.removeprefix(MATCH)))
    options = [_choice(f"{MATCH}{pk}", right, records[pk]) for pk in asked if pk in records]
    if not (item["doubt"] and item["matches"]):
        options.append(_choice(ACCEPT, _("Accept")))
    options.append(_choice(OTHER, _("Another person…") if is_person else _("Another agency…")))
    return options + ([_choice(NEW, _("Create a new record"))] if item["matches"] else [])


def record_field(item: dict, value: dict, records: dict[int, dict]) -> list[dict]:
    """While a name is changed: the record that it means. No field where the register knows none."""
    known = [(str(pk), _told(records[pk])) for pk in item["matches"] if pk in records]
    if not known:
        return []
    options = [("", _("The one that the name finds")), *known, (NEW, _("Create a new record"))]
    field = {"name": f"{item['id']}.record", "label": _("record"), "value": value.get("record", "")}
    return [field | {"choices": options, "is_long": False}]


def _told(record: dict) -> str:
    return " · ".join(filter(None, [record["name"], record["hint"]]))


def _choice(value: str, label: str, record: dict = NOBODY) -> dict:
    return {"value": value, "label": label, "name": record["name"], "hint": record["hint"]}
