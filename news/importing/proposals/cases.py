"""What editors made of the extractor's findings, as cases that new rules are measured on.

A case is JSON: {"name", "text" (as the extractor reads it), "title" (declared by the file, or None), "right" ({field: the
right answer}), "kept" ({field: whether the rules of that day gave it})}. A field whose right answer does not stand in the
text is left out: a title that an editor made better is no fault of a rule. Lists are compared as sets.
"""

from collections.abc import Iterable, Iterator

from news.extraction import extract
from news.extraction.findings import Findings
from news.importing.proposals.answers import CHANGE, REFUSE, waits
from news.models import Proposal

TEXTS = ("title", "lead", "byline", "event_on")
FIELDS = (*TEXTS, "people", "roles", "units", "agencies", "captions")


def every() -> Iterator[dict]:
    """A case of each dropped text whose suggestions were all decided."""
    for proposal in (
        Proposal.objects.exclude(edition=None)
        .select_related("edition__article")
        .order_by("pk")
        .iterator(chunk_size=50)
    ):
        if not any(waits(item, proposal.answers) for item in proposal.items if item["sort"] != "photo"):
            yield case_of(proposal)


def case_of(proposal: Proposal) -> dict:
    """The figure that is kept is that of the rules as they stand when the case is written."""
    rows = [(item, value) for item in proposal.items if (value := _accepted(item, proposal.answers))]
    right, text = _with_missed(_given(rows), proposal), _read(proposal)
    case = {
        "name": f"#{proposal.edition.article.number} {proposal.name}",
        "text": text,
        "title": _declared(proposal),
        "right": {name: right[name] for name in _judged(proposal) if _stands(right[name], name, text)},
    }
    return rekept(case)


def _judged(proposal: Proposal) -> tuple[str, ...]:
    """Captions that met no photo stay in the body, where nobody was asked about them."""
    return tuple(name for name in FIELDS if name != "captions") if proposal.reading.get("left") else FIELDS


def answers_of(case: dict) -> dict:
    """What the present rules find in a case."""
    found = extract(case["text"])
    given = of_findings(found)
    return given | ({"title": case["title"]} if case["title"] else {})


def rekept(case: dict) -> dict:
    """The case with the present rules as the figure to be kept."""
    found = answers_of(case)
    return case | {
        "kept": {name: is_right(name, found[name], right) for name, right in case["right"].items()}
    }


def is_right(name: str, found, right) -> bool:
    if name in TEXTS:
        return _plain(found) == _plain(right)
    return {_plain(row) for row in found} == {_plain(row) for row in right}


def of_findings(found: Findings) -> dict:
    singles = {name: row.value if (row := getattr(found, name)) else "" for name in TEXTS}
    return singles | {
        "event_on": singles["event_on"][:10],
        "people": [row.value for row in found.attendees],
        "roles": [[row.value, row.role or ""] for row in found.attendees],
        "units": [row.value for row in found.units],
        "agencies": [
            row.value for row in found.agencies if row.value not in {unit.value for unit in found.units}
        ],
        "captions": [row.value for row in found.captions],
    }


def _given(rows: list[tuple[dict, dict]]) -> dict:
    """The same shape from items and their fields."""
    texts = {item["id"]: value["text"] for item, value in rows if item["sort"] == "text"}
    people = [value for item, value in rows if item["sort"] == "person"]
    return {name: texts.get(name, "") for name in TEXTS} | {
        "people": [value["name"] for value in people],
        "roles": [[value["name"], value["title"]] for value in people],
        "units": [value["name"] for item, value in rows if item["sort"] == "unit"],
        "agencies": [value["name"] for item, value in rows if item["sort"] == "agency"],
        "captions": [value["text"] for item, value in rows if item["sort"] == "photo" and value["text"]],
    }


def _accepted(item: dict, said: dict) -> dict | None:
    """The fields as the editor left them; None for what was refused. A photo left out may still have its caption right."""
    given = said.get(item["id"], {})
    if given.get("answer") == REFUSE and item["sort"] != "photo":
        return None
    is_typed = given.get("answer") == CHANGE or item["sort"] == "photo"
    return item["value"] | (given.get("value") or {} if is_typed else {})


def _with_missed(right: dict, proposal: Proposal) -> dict:
    """People whom the editors added by hand, when the text names them: the rules overlooked them."""
    known = {_plain(name) for name in right["people"]}
    lines = [
        line
        for side in proposal.edition.delegations.prefetch_related("attendances")
        for line in side.attendances.all()
        if line.kind == "person"
        and _plain(line.printed_name) not in known
        and line.printed_name in proposal.text
    ]
    return right | {
        "people": right["people"] + [line.printed_name for line in lines],
        "roles": right["roles"] + [[line.printed_name, line.printed_title] for line in lines],
    }


def _stands(right, name: str, text: str) -> bool:
    """Whether a rule could have found it. A day is written in many ways and always counts."""
    if name == "event_on":
        return True
    words = (
        [right]
        if name in TEXTS
        else [part for row in right for part in (row if isinstance(row, list) else [row])]
    )
    whole = _plain(text)
    return all(_plain(word) in whole for word in words)


def _read(proposal: Proposal) -> str:
    text = proposal.text
    for start, end in reversed(proposal.reading.get("blank", [])):
        text = text[:start] + text[end:]
    return text


def _declared(proposal: Proposal) -> str | None:
    span = proposal.reading.get("title")
    return " ".join(proposal.text[slice(*span)].split()) if span else None


def _plain(value) -> str:
    """Marks count; case, white space and quotes around do not."""
    text = " | ".join(value) if isinstance(value, list) else value
    return " ".join(text.split()).casefold()


def compared(cases: Iterable[dict]) -> dict:
    """{"fields": {field: {"of", "kept", "now"}}, "better": […], "worse": […]} of the present rules against the kept figures;
    better and worse are (case, field, found, right)."""
    fields = {name: {"of": 0, "kept": 0, "now": 0} for name in FIELDS}
    better, worse = [], []
    for case in cases:
        found = answers_of(case)
        for name, right in case["right"].items():
            now, before = is_right(name, found[name], right), case["kept"][name]
            fields[name]["of"] += 1
            fields[name]["kept"] += before
            fields[name]["now"] += now
            if now != before:
                (better if now else worse).append((case["name"], name, found[name], right))
    return {"fields": fields, "better": better, "worse": worse}
