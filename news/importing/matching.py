"""Known people and agencies for names found in a text; what is unknown is proposed, never made twice.

Names of one article are looked up together (`learn`), told apart in memory, and what is new is written together (`make`): as many
questions for two hundred names as for one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from news.desk import newcomers
from news.extraction.findings import Findings
from news.fold import fold, tone_place
from news.models import Agency, AgencyName, Attendance, GlossaryEntry, Person

# Agencies of one name that are looked at: every body has a "Văn phòng".
MOST_OF_A_NAME = 20


class Matcher:
    """Of one article. Rows that are new have no key before `make`."""

    def __init__(self):
        self._agencies: dict[str, Agency] = {}
        self._full = dict(GlossaryEntry.objects.filter(language="vi").values_list("short", "full"))
        self._called: dict[str, list[Agency]] = defaultdict(list)
        self._aliases: dict[str, Agency] = {}
        self._people: dict[str, list[Person]] = defaultdict(list)
        self._stood: set[tuple[int, int]] = set()
        self._new: tuple[list[Person], list[Agency]] = ([], [])

    # --- what the register knows ----------------------------------------------------------------------------------------

    def learn(self, found: Findings) -> None:
        """Everything that these names may mean: at most five queries, however many names there are."""
        units = {fold(spelling) for row in found.units for spelling in self._spellings(row.value)}
        bodies = {fold(spelling) for spelling in self._bodies(found)}
        self._learn_agencies(units | bodies)
        self._learn_units(units)
        self._learn_people({fold(row.value) for row in found.attendees})

    def _bodies(self, found: Findings) -> Iterable[str]:
        for row in found.agencies:
            yield from self._spellings(row.value, row.other_names)
        printed = [row.organization for row in found.attendees] + [row.agency for row in found.delegations]
        for name in filter(None, printed):
            yield from self._spellings(name)

    def _learn_agencies(self, folded: set[str]) -> None:
        if not folded:
            return
        place = Window(RowNumber(), partition_by=F("folded"), order_by=F("pk").asc())
        rows = Agency.objects.filter(folded__in=folded).annotate(place=place)
        for row in rows.filter(place__lte=MOST_OF_A_NAME).order_by("pk"):
            self._called[row.folded].append(row)
        others = AgencyName.objects.filter(folded__in=folded).select_related("agency").order_by("pk")
        for other in others:
            self._aliases.setdefault(other.folded, other.agency)

    def _learn_units(self, folded: set[str]) -> None:
        """Those of the bodies that are known by now, however many others have units of that name."""
        bodies = self._known_keys()
        if not (folded and bodies):
            return
        for row in Agency.objects.filter(folded__in=folded, parent__in=bodies).order_by("pk"):
            if row not in self._called[row.folded]:
                self._called[row.folded].append(row)

    def _learn_people(self, folded: set[str]) -> None:
        if not folded:
            return
        for person in Person.objects.filter(folded__in=folded).order_by("pk"):
            self._people[person.folded].append(person)
        namesakes = [row.pk for rows in self._people.values() if len(rows) > 1 for row in rows]
        if namesakes:
            stood = Attendance.objects.filter(person__in=namesakes, agency__in=self._known_keys())
            self._stood = set(stood.order_by().values_list("person", "agency").distinct())

    def _known_keys(self) -> set[int]:
        called = (row for rows in self._called.values() for row in rows)
        rows = (*called, *self._aliases.values(), *self._agencies.values())
        return {row.pk for row in rows if row.pk}

    # --- what a name means ----------------------------------------------------------------------------------------------

    def agency(self, name: str, *, other_names=(), parent: Agency | None = None, **columns) -> Agency:
        """The agency of this name (below `parent`, for a unit), or a new unconfirmed one.

        `other_names` help to find a known agency; they are not kept, because short forms ("Sở KH&CN") are shared
        by many agencies.
        """
        spellings = self._spellings(name, other_names)
        found = self._known(spellings, parent) or self.new_agency(
            self.expanded(name), parent=parent, **columns
        )
        for spelling in spellings:
            self._agencies.setdefault(fold(spelling), found)
        return found

    def new_agency(self, name: str, **columns) -> Agency:
        made = Agency(name=name[:255], is_confirmed=False, **columns)
        self._new[1].append(made)
        self._called[fold(name)].append(made)
        return made

    def seen(self, name: str) -> Agency | None:
        """An agency that this article named before, by any of its spellings."""
        return self._agencies.get(fold(name)) or self._agencies.get(fold(self.expanded(name)))

    def also_called(self, agency: Agency, names) -> None:
        for name in names:
            self._agencies.setdefault(fold(name), agency)

    def expanded(self, name: str) -> str:
        """The name with abbreviations of the glossary in full: "Sở KH&CN" -> "Sở Khoa học và Công nghệ"."""
        return re.sub(r"[\w&-]+", lambda word: self._full.get(word[0], word[0]), name)

    def _spellings(self, name: str, other_names=()) -> list[str]:
        return [name, self.expanded(name), *(other for other in other_names if len(other.split()) > 3)]

    def _known(self, spellings: list[str], parent: Agency | None) -> Agency | None:
        for folded in dict.fromkeys(map(fold, spellings)):
            if parent is None and folded in self._agencies:
                return self._agencies[folded]
            rows = self._called.get(folded, [])
            if parent is not None:
                rows = [row for row in rows if _is_below(row, parent)] or [
                    row
                    for row in rows
                    if row.parent_id is None and row.parent is None and len(folded.split()) > 4
                ]
            if rows:
                return rows[0]
            if parent is None and folded in self._aliases:
                return self._aliases[folded]
        return None

    def person(self, name: str, *, honorific: str = "", organization: Agency | None = None) -> Person:
        """The known person of this name – tones count, their place does not – else a new unconfirmed one.

        Of namesakes, the one who appeared for the same organisation before.
        """
        same = [row for row in self._people.get(fold(name), ()) if _spelt(row.full_name) == _spelt(name)]
        if len(same) > 1 and organization:
            same = [row for row in same if (row.pk, organization.pk) in self._stood] or same
        return same[0] if same else self.new_person(name, honorific=honorific)

    def new_person(self, name: str, *, honorific: str = "") -> Person:
        made = Person(full_name=name[:160], honorific=honorific[:40].lower(), is_confirmed=False)
        self._new[0].append(made)
        self._people[fold(name)].append(made)
        return made

    def make(self) -> None:
        """Write what is new; every row that was given out has a key now."""
        newcomers.make(*self._new)
        self._new = ([], [])


def _is_below(row: Agency, parent: Agency) -> bool:
    return row.parent is parent if row.pk is None else row.parent_id == parent.pk


def _spelt(name: str) -> str:
    return tone_place(name).casefold()
