"""Records that look like one: the same folded name, weighed by what else they share. Suggestions; people decide."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, F, Q

from news.fold import fold
from news.models import Agency, AgencyName, Appointment, Attendance, Person

SHOWN = 50


@dataclass
class Group:
    """Records of one name. `reasons` are what two of them share besides it."""

    rows: list
    shared: list[str] = field(default_factory=list)

    @property
    def weight(self) -> int:
        return len(self.shared)


def of_people() -> list[Group]:
    """The likeliest first. Namesakes that a colleague told apart, each by a note of its own, are no duplicates."""
    names = (
        Person.objects.filter(merged_into=None).exclude(folded="").values("folded").annotate(count=Count("pk"))
        .filter(count__gt=1).order_by("folded").values_list("folded", flat=True)[: SHOWN * 4]
    )  # fmt: skip
    rows = Person.objects.filter(folded__in=list(names), merged_into=None).order_by("folded", "pk")
    facts = _facts([row.pk for row in rows])
    groups = [
        Group(same, _shared(facts[row.pk] for row in same))
        for same in _by_name(rows)
        if not _told_apart(same)
    ]
    return sorted(groups, key=lambda group: (-group.weight, group.rows[0].folded))[:SHOWN]


def of_agencies() -> list[Group]:
    """Agencies below the same body with one name or abbreviation, and those whose name is another name of one."""
    known = Agency.objects.filter(merged_into=None)
    twice = (
        known.exclude(folded="").values("folded", "parent").annotate(count=Count("pk")).filter(count__gt=1)
        .values_list("folded", flat=True)[: SHOWN * 2]
    )  # fmt: skip
    same: dict[tuple, list[Agency]] = defaultdict(list)
    for row in known.filter(folded__in=list(twice)).order_by("folded", "pk"):
        same[row.folded, row.parent_id].append(row)
    groups = [Group(rows) for rows in same.values() if len(rows) > 1]
    aliases = AgencyName.objects.filter(agency__merged_into=None, until_on=None).exclude(
        agency__folded=F("folded")
    )
    named = {
        row.folded: row
        for row in aliases.filter(folded__in=known.values("folded")).select_related("agency")[:SHOWN]
    }
    for row in known.filter(folded__in=list(named)):
        other = named[row.folded].agency
        if row.pk != other.pk and row.parent_id == other.parent_id and row.successor_id != other.pk:
            groups.append(Group([other, row], [named[row.folded].name]))
    return groups[:SHOWN]


def like(row, query: str):
    """Records that may be chosen to merge with `row`: of its name, else found by words."""
    words = fold(query).split()
    found = type(row).objects.filter(merged_into=None).exclude(pk=row.pk)
    for word in words or [row.folded]:
        found = found.filter(folded__contains=word)
    return found.order_by("folded", "pk")[:20]


def _by_name(rows) -> list[list]:
    groups = defaultdict(list)
    for row in rows:
        groups[row.folded].append(row)
    return [same for same in groups.values() if len(same) > 1]


def _told_apart(rows) -> bool:
    notes = [row.note.strip() for row in rows]
    return all(notes) and len(set(notes)) == len(notes)


def _facts(keys: list[int]) -> dict[int, set[str]]:
    """Key -> agencies and titles, from posts and attendances; two queries."""
    facts: dict[int, set[str]] = defaultdict(set)
    posts = Appointment.objects.filter(person__in=keys).values_list("person", "agency__name", "title")
    lines = (
        Attendance.objects.filter(Q(person__in=keys))
        .values_list("person", "agency__name", "printed_title")
        .distinct()
    )
    for key, agency, title in [*posts, *lines]:
        facts[key] |= {word for word in (agency, title) if word}
    return facts


def _shared(facts) -> list[str]:
    counts: dict[str, int] = defaultdict(int)
    for own in facts:
        for word in own:
            counts[word] += 1
    return sorted(word for word, count in counts.items() if count > 1)
