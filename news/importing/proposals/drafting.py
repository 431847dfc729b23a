"""Accepted items into the document of a draft. What stands in the draft already stays as it is; new lines come after it."""

import html
import re

from news.extraction.findings import Agency as FoundAgency
from news.extraction.findings import Attendee, Delegation, Finding, Findings, Unit
from news.fold import fold
from news.importing import records
from news.importing.matching import Matcher
from news.importing.proposals.answers import NEW, Decided
from news.models import Agency, Person, Photo

MARK = re.compile(r"<p>\[\[ảnh (\d+)\]\]</p>\n?")


class Chosen(Matcher):
    """A matcher that editors told which records are meant. `people` holds a key, or NEW, by the folded name."""

    def __init__(self, people: dict[str, int | str], agencies: dict[str, int | str]):
        super().__init__()
        self.people = people
        self._chosen = Person.objects.in_bulk({key for key in people.values() if key != NEW})
        known = Agency.objects.in_bulk({key for key in agencies.values() if key != NEW})
        for name, key in agencies.items():
            self.also_called(known.get(key) or self.new_agency(name), [name])

    def person(self, name: str, *, honorific: str = "", organization: Agency | None = None) -> Person:
        chosen = self.people.get(fold(name))
        if chosen == NEW:
            return self.new_person(name, honorific=honorific)
        known = self._chosen.get(chosen)
        return known or super().person(name, honorific=honorific, organization=organization)


def drafted(
    content: dict, accepted: list[Decided], *, plates: list[int | None], cover: str = "", lead_back: str = ""
) -> dict:
    """The document with what was accepted. Makes the records that are new. `plates` are the photos that the lines
    `[[ảnh n]]` of the proposed body mean; `cover` is the id of a photo's item, "" for the first landscape one; `lead_back`
    the text of a refused lead, which begins the body then."""
    rows = sorted(accepted, key=lambda row: row.start)
    matcher = _matcher(rows, content)
    found = Findings(
        agencies=[_agency(row) for row in rows if row.sort == "agency"],
        delegations=[_heading(row) for row in rows if row.sort == "heading"],
        attendees=[_person(row) for row in rows if row.sort == "person"],
        units=[_unit(row) for row in rows if row.sort == "unit"],
    )
    content = content | _texts(rows)
    agencies, sides = records.lists_of(found, matcher)
    content["agencies"] = _joined_agencies(content["agencies"], agencies)
    content["delegations"] = _joined_sides(content["delegations"], sides)
    photos = [row for row in accepted if row.sort == "photo"]
    content["captions"] = content["captions"] + _captions(content["captions"], photos)
    content["cover"] = content["cover"] or _cover(photos, cover)
    body = next((row for row in rows if row.id == "body"), None)
    if body:
        content["body"] = _body(body, plates, content["captions"], lead_back)
    return content


def _matcher(rows: list[Decided], content: dict) -> Chosen:
    people = {fold(row.value["name"]): row.match for row in rows if row.sort == "person" and row.match}
    agencies = {row.value["name"]: row.match for row in rows if row.sort == "agency" and row.match}
    matcher = Chosen(people, agencies)
    known = Agency.objects.in_bulk({row["agency"] for row in content["agencies"]})
    for row in content["agencies"]:
        matcher.also_called(known[row["agency"]], [row["name"]])
    return matcher


def _texts(rows: list[Decided]) -> dict:
    """Fields of the document; days and keys in its form."""
    texts = {row.id: row.value["text"] for row in rows if row.sort == "text" and row.id != "body"}
    if "category" in texts:
        texts["category"] = int(texts["category"]) if texts["category"].isdecimal() else None
    if "event_on" in texts:
        texts["event_on"] = texts["event_on"] or None
    return texts


def _agency(row: Decided) -> FoundAgency:
    value = row.value
    return FoundAgency(
        row.start, row.start, value["name"], "", value["abbreviation"] or None, value["other_names"]
    )


def _heading(row: Decided) -> Delegation:
    value = row.value
    return Delegation(row.start, row.start, value["text"], "", value["side"], value["agency"] or None)


def _person(row: Decided) -> Attendee:
    value = row.value
    spoken = Finding(0, 0, value["quote"], "") if value["has_spoken"] else None
    return Attendee(
        row.start, row.start, value["name"], "", value["honorific"] or None, value["title"] or None,
        value["organization"] or None, _side(value), spoken,
    )  # fmt: skip


def _unit(row: Decided) -> Unit:
    return Unit(row.start, row.start, row.value["name"], "", _side(row.value))


def _side(value: dict) -> str | None:
    return value["side"] if value["side"] in ("host", "guest") else None


def _joined_agencies(kept: list[dict], new: list[dict]) -> list[dict]:
    listed = {row["agency"] for row in kept}
    return kept + [row for row in new if row["agency"] not in listed]


def _joined_sides(kept: list[dict], new: list[dict]) -> list[dict]:
    """Lines join the delegation of their side, if there is one."""
    joined = [row | {"attendances": list(row["attendances"])} for row in kept]
    for row in new:
        same = next((other for other in joined if other["side"] == row["side"]), None)
        if same is None:
            joined.append(row)
            continue
        same["attendances"] += row["attendances"]
        same["heading"] = same["heading"] or row["heading"]
        same["agency"] = same["agency"] or row["agency"]
    return joined


def _captions(kept: list[dict], photos: list[Decided]) -> list[dict]:
    listed = {row["photo"] for row in kept}
    rows = []
    for photo in photos:
        value = photo.value
        if value["photo"] is None or value["photo"] in listed:
            continue
        listed.add(value["photo"])
        rows.append(
            {"photo": value["photo"], "text": value["text"], "credit": value["credit"][:150]} | _told(value)
        )
    return rows


def _told(value: dict) -> dict:
    """How it is described: words of its own, else by its caption where the editor said so."""
    alt = value.get("alt", "")
    is_told = bool(value.get("is_told") and value["text"] and not alt)
    return {"alt": alt, "is_described_by_caption": is_told}


def _cover(photos: list[Decided], chosen: str) -> int | None:
    keys = {row.id: row.value["photo"] for row in photos if row.value["photo"]}
    if chosen in keys:
        return keys[chosen]
    shapes = {photo.pk: photo.width > photo.height for photo in Photo.objects.filter(pk__in=keys.values())}
    return next((key for key in keys.values() if shapes.get(key)), None)


def _body(row: Decided, plates: list[int | None], captions: list[dict], lead_back: str) -> str:
    """The paragraphs, with each line of a photo numbered as the photos now stand; a photo that was refused leaves none."""
    places = {caption["photo"]: n for n, caption in enumerate(captions, 1)}

    def mark(found: re.Match) -> str:
        number = int(found[1])
        place = places.get(plates[number - 1]) if 0 < number <= len(plates) else None
        return f"<p>[[ảnh {place}]]</p>\n" if place else ""

    text = MARK.sub(mark, row.value["text"] + "\n").rstrip("\n")
    return f"<p>{html.escape(lead_back, quote=False)}</p>\n{text}" if lead_back else text
