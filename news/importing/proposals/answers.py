"""What editors said to the items of a proposal, and which of them go into the draft now.

An answer is JSON: {"answer", "value" (fields as the editor left them), "by", "at", "is_done" (it stands in the draft)}.

answer        means
accept        as proposed; a name is matched with the register, or becomes a new record
match:<key>   as proposed, and it is this record
new           as proposed, and no record of the register is meant
change        as in `value`; its `record` is a key of the register, "new", or "" for what the name finds
refuse        not taken
"""

from dataclasses import dataclass

ACCEPT, CHANGE, REFUSE, NEW, MATCH = "accept", "change", "refuse", "new", "match:"


@dataclass(frozen=True)
class Decided:
    """An item that goes into the draft: its fields as accepted; `match` is a record's key, NEW, or None for "look it up"."""

    id: str
    sort: str
    value: dict
    match: int | str | None
    start: int


def is_answer(text: str) -> bool:
    return text in {ACCEPT, CHANGE, REFUSE, NEW} or (
        text.startswith(MATCH) and text[len(MATCH) :].isdecimal() and len(text) < 25
    )


def needs_look(item: dict, answers: dict) -> bool:
    """A doubt that nobody has answered yet."""
    return bool(item["doubt"]) and not answers.get(item["id"], {}).get("answer")


def waits(item: dict, answers: dict) -> bool:
    """Neither in the draft nor refused nor answered."""
    return not answers.get(item["id"], {}).get("answer")


def is_done(item: dict, answers: dict) -> bool:
    return bool(answers.get(item["id"], {}).get("is_done"))


def accept_rest(items: list[dict], answers: dict) -> dict:
    """The answers with everything accepted that nobody has to look at; what somebody already answered stays answered."""
    rest = {item["id"]: {"answer": ACCEPT} for item in items if waits(item, answers) and not item["doubt"]}
    return answers | {key: answers.get(key, {}) | answer for key, answer in rest.items()}


def decided(items: list[dict], answers: dict) -> list[Decided]:
    """The items that go into the draft now. Photos wait for a word about their captions."""
    pairing = any(item["sort"] == "pairing" and needs_look(item, answers) for item in items)
    return [
        _decided(item, answers[item["id"]])
        for item in items
        if not waits(item, answers)
        and not is_done(item, answers)
        and answers[item["id"]]["answer"] != REFUSE
        and not (pairing and item["sort"] == "photo")
    ]


def _decided(item: dict, given: dict) -> Decided:
    answer = given["answer"]
    match = _meant(answer, given.get("value") or {})
    if answer == ACCEPT and item["sort"] in ("person", "agency") and item["matches"] and not item["doubt"]:
        match = item["matches"][0]
    # A photo's fields are always open: its words are typed, not proposed.
    is_typed = answer == CHANGE or item["sort"] in ("photo", "body")
    value = item["value"] | (given.get("value") or {} if is_typed else {})
    return Decided(item["id"], item["sort"], value, match, item["start"] or 0)


def _meant(answer: str, changed: dict) -> int | str | None:
    """The record that the editor named, NEW, or None for "look it up"."""
    named = changed.get("record", "") if answer == CHANGE else answer.removeprefix(MATCH)
    return NEW if NEW in (answer, named) else int(named) if named.isdecimal() else None


def done(answers: dict, keys: set[str]) -> dict:
    """The answers with `keys` marked as standing in the draft."""
    return answers | {key: answers[key] | {"is_done": True} for key in keys}
