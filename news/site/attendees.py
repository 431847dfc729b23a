"""Who took part, as the page shows it: a column for each delegation, persons first, then units and groups."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from news.models import Delegation, Edition
from news.site import addresses, public_text

# More units than this stand behind a fold.
UNFOLDED = 8


@dataclass(frozen=True)
class Line:
    """Texts as printed that day; `url` is the record page, "" where there is none."""

    name: str
    honorific: str = ""
    title: str = ""
    organization: str = ""
    url: str = ""


@dataclass
class Side:
    heading: str
    agency: int | None = None
    persons: list[Line] = field(default_factory=list)
    others: list[Line] = field(default_factory=list)

    @property
    def shown(self) -> list[Line]:
        return self.others[:UNFOLDED]

    @property
    def folded(self) -> list[Line]:
        return self.others[UNFOLDED:]


_COLUMNS = {
    "kind": "attendances__kind",
    "person": "attendances__person_id",
    "person_slug": "attendances__person__slug",
    "unit": "attendances__agency_id",
    "unit_slug": "attendances__agency__slug",
    "honorific": "attendances__printed_honorific",
    "name": "attendances__printed_name",
    "title": "attendances__printed_title",
    "organization": "attendances__printed_organization",
}


def sides(edition: Edition) -> list[Side]:
    """The delegations in the order typed, also those of which only the heading is known. One query."""
    rows = (
        Delegation.objects.filter(edition=edition)
        .order_by("order", "attendances__order")
        .values("pk", "heading", "agency", "agency__name", "agency__name_en", *_COLUMNS.values())
    )
    found: dict[int, Side] = {}
    for row in rows:
        side = found.get(row["pk"])
        if side is None:
            names = (row["heading"], row["agency__name"], row["agency__name_en"])
            side = found[row["pk"]] = Side(heading(*names, edition.language), row["agency"])
        line = {name: row[column] for name, column in _COLUMNS.items()}
        if line["kind"] == "person":
            side.persons.append(_person(line, side, edition.language))
        elif line["kind"]:
            side.others.append(_other(line, edition.language))
    return list(found.values())


def heading(printed: str, name: str | None, name_en: str | None, language: str) -> str:
    """As printed; where nothing was printed, "Về phía" and the agency's name stand in."""
    agency = (language == "en" and name_en) or name
    stand_in = _("On the side of %(agency)s") % {"agency": agency} if agency else ""
    return capitalised((printed or stand_in).strip().rstrip(":").strip())


def _person(line: dict, side: Side, language: str) -> Line:
    if public_text.is_hidden(line["person"]):
        return Line(name=capitalised(public_text.stand_in(language)))
    return Line(
        name=line["name"],
        honorific=capitalised(line["honorific"]),
        title=line["title"],
        organization="" if _is_implied(line, side) else line["organization"],
        url=addresses.person(line["person"], line["person_slug"], language),
    )


def _is_implied(line: dict, side: Side) -> bool:
    """The column is of that body, or its heading or the title already names it."""
    if line["unit"] and line["unit"] == side.agency:
        return True
    body = line["organization"].casefold()
    return body in side.heading.casefold() or body in line["title"].casefold()


def _other(line: dict, language: str) -> Line:
    is_unit = line["kind"] == "unit"
    return Line(
        name=capitalised(line["name"]),
        title=line["title"],
        organization=line["organization"],
        url=addresses.agency(line["unit"], line["unit_slug"], language) if is_unit else "",
    )


def capitalised(text: str) -> str:
    """The first letter only: "ông" and "về phía" were printed inside a sentence and begin a line here."""
    return text[:1].upper() + text[1:]
