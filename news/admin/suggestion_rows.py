"""Items of a proposal as the page shows them: in groups, with the records they may mean, their choices and their fields.

A fixed number of queries whatever the number of items: one for persons, agencies, photos and categories each.
"""

import re
from collections import Counter
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news.admin.labels import of_agency, of_person, of_photo, with_post
from news.admin.suggestion_choices import NOBODY, choices, record_field
from news.admin.suggestion_words import DOUBTS, FIELDS, GROUPS, REASONS, TEXTS
from news.importing.proposals import answers
from news.importing.proposals.answers import CHANGE, MATCH, REFUSE
from news.models import Agency, Category, Delegation, Kind, Person, Photo, Proposal
from news.richtext import sanitise

# Letters of a quote before and behind the place itself.
MOST_AROUND = 45
_GROUP_OF = {
    "text": "facts", "heading": "people", "person": "people", "unit": "people", "agency": "agencies", "photo": "photos",
    "pairing": "photos",
}  # fmt: skip


class Rows:
    """`groups`: [{key, heading, rows}]; `counts` and `doubts` for the summary."""

    def __init__(self, proposal: Proposal, user, faults: dict[str, str] | None = None):
        self.proposal, self.said, self.faults = proposal, proposal.answers, faults or {}
        self.records = _records(proposal.items, self.said)
        self.sections = [
            (str(row.pk), str(row))
            for row in Category.objects.select_related("parent")
            if user.has_perm("news.change_article", row)
        ]
        self.rows = [self._row(item) for item in proposal.items]
        self._number_photos()

    # --- the whole ------------------------------------------------------------------------------------------------------

    @property
    def groups(self) -> list[dict]:
        grouped: dict[str, list] = {key: [] for key in GROUPS}
        for row in self.rows:
            grouped[_GROUP_OF[row["sort"]]].append(row)
        grouped["people"].sort(key=_by_side)
        for rows in grouped.values():
            _number(rows)
        return [{"key": key, "heading": GROUPS[key], "rows": rows} for key, rows in grouped.items() if rows]

    @property
    def doubts(self) -> list[dict]:
        return [row for row in self.rows if row["is_doubtful"]]

    @property
    def waiting(self) -> int:
        return sum(row["waits"] for row in self.rows)

    @property
    def is_anything_done(self) -> bool:
        return any(row["is_done"] for row in self.rows)

    def summary(self) -> str:
        """ "4 people, 8 units, 6 photos, 6 captions" of what was found."""
        items = self.proposal.items
        count = {sort: sum(item["sort"] == sort for item in items) for sort in ("person", "unit", "photo")}
        captions = sum(item["sort"] == "photo" and bool(item["value"]["text"]) for item in items)
        return ", ".join([
            ngettext("%(count)d person", "%(count)d people", count["person"]) % {"count": count["person"]},
            ngettext("%(count)d unit", "%(count)d units", count["unit"]) % {"count": count["unit"]},
            ngettext("%(count)d photo", "%(count)d photos", count["photo"]) % {"count": count["photo"]},
            ngettext("%(count)d caption", "%(count)d captions", captions) % {"count": captions},
        ])  # fmt: skip

    # --- one item -------------------------------------------------------------------------------------------------------

    def _row(self, item: dict) -> dict:
        given = self.said.get(item["id"], {})
        value = item["value"] | (given.get("value") or {})
        answer = given.get("answer", "")
        is_done = bool(given.get("is_done"))
        shown = value if answer == CHANGE else item["value"]
        return {
            "id": item["id"],
            "sort": item["sort"],
            "label": self._label(item),
            "value": value,
            "lines": self._lines(item, shown),
            "fields": self._fields(item, value),
            "options": choices(item, answer, self.records.get(item["sort"], {})),
            "record": self._record(item, answer),
            "quote": self._quote(item),
            "reason": REASONS.get(item["reason"], ""),
            "doubt": DOUBTS.get(item["doubt"], ""),
            "is_doubtful": answers.needs_look(item, self.said),
            "waits": answers.waits(item, self.said),
            "is_done": is_done,
            "is_refused": answer == REFUSE,
            "fault": self.faults.get(item["id"], ""),
            "html": sanitise(value["text"]) if item["id"] == "body" else "",
            "photo": self.records["photo"].get(value.get("photo")) if item["sort"] == "photo" else None,
        }

    def _label(self, item: dict) -> str:
        """A list's lines are numbered once their order is known."""
        if item["sort"] == "text":
            return TEXTS[item["id"]]
        return _("Heading of a side") if item["sort"] == "heading" else _("Photos and captions")

    def _lines(self, item: dict, value: dict) -> list[str]:
        """What would stand in the article, the most important first."""
        sort = item["sort"]
        if sort == "person":
            who = " ".join(filter(None, [value["honorific"], value["name"]]))
            post = " – ".join(filter(None, [value["title"], value["organization"]]))
            return [who, " · ".join(filter(None, [post, self._side(value)]))]
        if sort == "unit":
            return [value["name"], self._side(value)]
        if sort == "agency":
            return [value["name"], value["abbreviation"]]
        if sort == "heading":
            return [value["text"], self._side(value)]
        if item["id"] == "body":
            count = len(re.findall(r"<(?:p|h2|h3|li|tr)\b", value["text"]))
            return [ngettext("%(count)d paragraph", "%(count)d paragraphs", count) % {"count": count}]
        return [self._in_words(item["id"], value["text"])] if sort == "text" else []

    def _side(self, value: dict) -> str:
        return str(Delegation.Side(value["side"]).label)

    def _in_words(self, name: str, text: str) -> str:
        if name == "kind":
            return str(Kind(text).label)
        if name == "category":
            return dict(self.sections).get(text, "")
        if name == "event_on" and text:
            return date_format(date.fromisoformat(text), "d/m/Y")
        return text

    def _fields(self, item: dict, value: dict) -> list[dict]:
        if item["id"] == "body":
            return []
        return [
            {
                "name": f"{item['id']}.{name}",
                "label": label or TEXTS[item["id"]],
                "value": self._typed(item["id"], value[name]),
                "choices": self._choices(item["id"], name),
                "is_long": item["id"] in ("title", "lead"),
            }
            for name, label in FIELDS.get(item["sort"], {}).items()
        ] + record_field(item, value, self.records.get(item["sort"], {}))

    def _typed(self, key: str, text: str) -> str:
        """A day as people write it; what was typed and is none stays to be mended."""
        try:
            return self._in_words(key, text) if key == "event_on" else text
        except ValueError:
            return text

    def _choices(self, key: str, name: str) -> list[tuple[str, str]]:
        if name == "side":
            return Delegation.Side.choices
        return {"kind": Kind.choices, "category": self.sections}.get(key, [])

    def _record(self, item: dict, answer: str) -> dict | None:
        """The record that is taken without a question; {"name": ""} for one that is made."""
        if item["sort"] not in ("person", "agency") or item["doubt"] or answer.startswith(MATCH):
            return None
        found = self.records[item["sort"]].get(item["matches"][0]) if item["matches"] else None
        return found or NOBODY

    def _quote(self, item: dict) -> str:
        """The place with some words around it; nothing where the item is the whole line."""
        if (
            item["start"] is None
            or item["id"] in ("title", "lead", "byline", "photo_heading")
            or item["sort"] == "photo"
        ):
            return ""
        text, start, end = self.proposal.text, item["start"], item["end"]
        before = text[max(0, start - MOST_AROUND - 1) : start].rpartition("\n")[2]
        after = text[end : end + MOST_AROUND + 1].split("\n", 1)[0]
        if len(before) > MOST_AROUND:
            before = f"…{before[-MOST_AROUND:].partition(' ')[2]}"
        if len(after) > MOST_AROUND:
            after = f"{after[:MOST_AROUND].rpartition(' ')[0]}…"
        return f"{before}{text[start:end]}{after}"

    def _number_photos(self) -> None:
        """The photos that may stand at each caption, and the cover."""
        photos = [row for row in self.rows if row["sort"] == "photo"]
        chosen = self.said.get("photos", {}).get("cover") or next(
            (row["id"] for row in photos if row["photo"] and row["photo"]["is_wide"]), ""
        )
        shelf = [
            (label["id"], f"{n}. {label['name']}")
            for n, item in enumerate((item for item in self.proposal.items if item["sort"] == "photo"), 1)
            if (label := self.records["photo"].get(item["value"]["photo"]))
        ]
        for row in photos:
            row["is_cover"], row["shelf"] = row["id"] == chosen, shelf


def _number(rows: list[dict]) -> None:
    """Lines of a list are called by their place on the page."""
    names = {
        "person": _("Person %(number)d"), "unit": _("Unit %(number)d"), "agency": _("Agency %(number)d"),
        "photo": _("Photo %(number)d"),
    }  # fmt: skip
    count = Counter()
    for row in rows:
        if row["sort"] in names:
            count[row["sort"]] += 1
            row["label"] = names[row["sort"]] % {"number": count[row["sort"]]}


def _by_side(row: dict) -> tuple:
    order = {"host": 0, "guest": 1, "other": 2}
    return order[row["value"]["side"]], row["sort"] != "heading"


def _records(items: list[dict], said: dict) -> dict[str, dict]:
    """{"person": {key: label}, "agency": …, "photo": …} of everything that the items may mean."""
    wanted = {"person": set(), "agency": set(), "photo": set()}
    for item in items:
        if item["sort"] in ("person", "agency"):
            answer = said.get(item["id"], {}).get("answer", "")
            chosen = [int(answer.removeprefix(MATCH))] if answer.startswith(MATCH) else []
            wanted[item["sort"]] |= {*item["matches"], *chosen}
        elif item["sort"] == "photo":
            wanted["photo"].add(item["value"]["photo"])
    people = with_post(Person.objects.filter(pk__in=wanted["person"]))
    agencies = Agency.objects.filter(pk__in=wanted["agency"]).select_related("parent")
    photos = Photo.objects.filter(pk__in=wanted["photo"])
    return {
        "person": {row.pk: of_person(row) for row in people},
        "agency": {row.pk: of_agency(row) for row in agencies},
        "photo": {row.pk: of_photo(row) | {"is_wide": row.width > row.height} for row in photos},
    }
