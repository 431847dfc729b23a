"""Pasted or typed lines against the records: each is linked to the one record that bears exactly its name, or marked."""

from dataclasses import asdict

from django.db.models import Q

from news.admin.labels import of_agency, of_person, with_post
from news.admin.pasted import Line, split_agency, split_lines, split_person
from news.fold import fold, tone_place
from news.models import Agency, AgencyName, Person

# What the editor sees of a line: linked to a record, a name nobody bears yet, or several records to choose from.
KNOWN, NEW, DOUBTFUL = "known", "new", "doubtful"


def people_lines(text: str) -> list[dict]:
    """The parts of each line plus `line` (counted from 0), `person`, `agency` (labels or None) and `standing`; three
    queries for all lines."""
    lines = split_lines(text, split_person)
    people = _people({fold(line.name) for _place, line in lines if line.kind == "person"})
    agencies = _agencies({fold(name) for _place, line in lines for name in _bodies(line)})
    return [_attendance(line, people, agencies) | {"line": place} for place, line in lines]


def agency_lines(text: str) -> list[dict]:
    """The parts of each line plus `line`, `agency` and `standing`; two queries for all lines."""
    lines = split_lines(text, split_agency)
    agencies = _agencies({fold(line.name) for _place, line in lines})
    return [_found(line, "agency", line.name, agencies) | {"line": place} for place, line in lines]


def _bodies(line: Line) -> list[str]:
    return [line.name] if line.kind == "unit" else [line.organization] if line.organization else []


def _attendance(line: Line, people: dict, agencies: dict) -> dict:
    if line.kind == "person":
        row = _found(line, "person", line.name, people)
        return row | {"agency": _found(line, "agency", line.organization, agencies)["agency"]}
    if line.kind == "unit":
        return _found(line, "agency", line.name, agencies) | {"person": None}
    return asdict(line) | {"person": None, "agency": None, "standing": KNOWN}


def _found(line: Line, key: str, name: str, records: dict) -> dict:
    """Marks count: "Hoà" is "Hòa", "Hoa" is not. A record that differs in its marks alone makes the line doubtful."""
    near = records.get(fold(name), {})
    same = {label["id"]: label for spelling, label in near.values() if spelling == _spelling(name)}
    standing = KNOWN if len(same) == 1 else DOUBTFUL if near else NEW
    return asdict(line) | {key: next(iter(same.values())) if len(same) == 1 else None, "standing": standing}


def _spelling(name: str) -> str:
    return tone_place(" ".join(name.split())).casefold()


def _people(names: set[str]) -> dict[str, dict]:
    """{folded name: {key: (spelling, label)}}"""
    found: dict[str, dict] = {}
    for person in with_post(Person.objects.filter(folded__in=names)) if names else ():
        found.setdefault(person.folded, {})[person.pk] = (_spelling(person.full_name), of_person(person))
    return found


def _agencies(names: set[str]) -> dict[str, dict]:
    """As `_people`, by the name and by every other name of the agency."""
    found: dict[str, dict] = {}
    listed = AgencyName.objects.filter(folded__in=names).values("agency")
    rows = Agency.objects.filter(Q(folded__in=names) | Q(pk__in=listed)).select_related("parent")
    for agency in rows.prefetch_related("other_names") if names else ():
        for name in (agency.name, *[other.name for other in agency.other_names.all()]):
            found.setdefault(fold(name), {})[agency.pk, name] = (_spelling(name), of_agency(agency))
    return found
