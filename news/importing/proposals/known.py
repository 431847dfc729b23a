"""Which records of the register a found name may mean, and how sure that is. Asks only; what is new is made on acceptance."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from news.desk.checks.people import agree
from news.extraction.findings import Agency as FoundAgency
from news.extraction.findings import Attendee
from news.fold import fold, tone_place
from news.importing.matching import Matcher
from news.models import Agency, AgencyName, Person

# Why an editor looks before anything is taken over.
NAMESAKES, MARKS, POST, BARE = "namesakes", "marks", "post", "bare"


def people(attendees: Iterable[Attendee]) -> list[dict]:
    """For each attendee {"matches": keys of persons, the likeliest first, "doubt": one of the above or ""}; two queries."""
    attendees = list(attendees)
    near = defaultdict(list)
    rows = Person.objects.filter(folded__in={fold(row.value) for row in attendees}).order_by("pk")
    for person in rows.prefetch_related("appointments__agency") if attendees else ():
        near[person.folded].append(person)
    return [_person(row, near[fold(row.value)]) for row in attendees]


def _person(found: Attendee, near: list[Person]) -> dict:
    same = [person for person in near if _spelt(person.full_name) == _spelt(found.value)]
    if len(same) > 1:
        same.sort(key=lambda person: not _holds(person, found))
        return {"matches": [person.pk for person in same], "doubt": NAMESAKES}
    if same:
        is_held = not found.role or not same[0].appointments.all() or _holds(same[0], found)
        return {"matches": [same[0].pk], "doubt": "" if is_held else POST}
    if near:
        return {"matches": [person.pk for person in near], "doubt": MARKS}
    return {"matches": [], "doubt": "" if found.role or found.organization else BARE}


def _holds(person: Person, found: Attendee) -> bool:
    """Whether a post of the person, held at any time, is the printed one: old news name old posts."""
    return any(_is_post(post, found) for post in person.appointments.all())


def _is_post(post, found: Attendee) -> bool:
    printed = found.role or ""
    if not agree(printed, post.title):
        return False
    body = fold(found.organization or "")
    return not body or any((fold(name) and fold(name) in body) or body in fold(name) for name in _names(post))


def _names(post) -> tuple[str, str]:
    return post.agency.name, post.agency.abbreviation


def agencies(found: Iterable[FoundAgency], matcher: Matcher) -> list[dict]:
    """As `people`, for bodies; other names of an agency count like its name. Two queries."""
    found = list(found)
    spellings = [_spellings(row, matcher) for row in found]
    near = _agencies({fold(name) for names in spellings for name in names})
    return [_agency(names, near) for names in spellings]


def _spellings(found: FoundAgency, matcher: Matcher) -> list[str]:
    longer = [other for other in found.other_names if len(other.split()) > 3]
    return list(dict.fromkeys([found.value, matcher.expanded(found.value), *longer]))


def _agencies(folded: set[str]) -> dict[str, dict[int, str]]:
    """{folded name: {key of an agency: the spelling that matched}}"""
    near = defaultdict(dict)
    rows = Agency.objects.filter(Q(folded__in=folded), parent__isnull=True)
    for pk, key, name in rows.order_by("pk").values_list("pk", "folded", "name"):
        near[key][pk] = name
    others = AgencyName.objects.filter(folded__in=folded).order_by("agency")
    for pk, key, name in others.values_list("agency", "folded", "name"):
        near[key].setdefault(pk, name)
    return near


def _agency(spellings: list[str], near: dict[str, dict[int, str]]) -> dict:
    for spelling in spellings:
        rows = near.get(fold(spelling), {})
        same = [pk for pk, name in rows.items() if _spelt(name) == _spelt(spelling)]
        if same:
            return {"matches": same, "doubt": NAMESAKES if len(same) > 1 else ""}
        if rows:
            return {"matches": list(rows), "doubt": MARKS}
    return {"matches": [], "doubt": ""}


def _spelt(name: str) -> str:
    """Marks count, their place does not: "Hoà" is "Hòa", "Hoa" is not."""
    return tone_place(" ".join(name.split())).casefold()
