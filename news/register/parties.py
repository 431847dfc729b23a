"""A party to a meeting: a person or an agency that readers may know, found by key or by name."""

from dataclasses import dataclass, replace

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, Subquery, Value, When

from news.fold import fold
from news.models import Agency, AgencyName, Attendance, Delegation, Person
from news.models.wording import in_language
from news.register import known

# More rows than this, and a list is read by its days and asks each edition whether the party was there.
MANY = 10_000
# Names that a search looks through, and those it offers.
SEARCHED, OFFERED = 300, 12


@dataclass(frozen=True)
class Party:
    """`hint` tells namesakes apart: the title last printed, or the superior body. `units` are keys of agencies that count
    as this one."""

    row: Person | Agency
    label: str
    hint: str = ""
    is_many: bool = False
    units: frozenset[int] = frozenset()

    @property
    def keys(self) -> frozenset[int]:
        """Of the record itself and of its units."""
        return self.units | {self.row.pk}

    @property
    def is_person(self) -> bool:
        return isinstance(self.row, Person)

    @property
    def key(self) -> str:
        """ "p12" or "a5": stable as long as the record exists."""
        return f"{'p' if self.is_person else 'a'}{self.row.pk}"


def people(language: str):
    """Public persons with what a Party needs."""
    lines = Attendance.objects.filter(person=OuterRef("pk"))
    printed = lines.filter(known.seen("delegation__edition__", language)).exclude(printed_title="")
    return known.public_people(language).annotate(
        hint=Subquery(printed.order_by("-delegation__edition__listed_at", "-pk").values("printed_title")[:1]),
        is_many=_beyond(lines),
    )


def agencies(language: str):
    sides = Delegation.objects.filter(agency=OuterRef("pk"))
    lines = Attendance.objects.filter(agency=OuterRef("pk"))
    found = known.public_agencies(language).select_related("parent")
    return found.annotate(is_many=_beyond(sides) | _beyond(lines))


def _beyond(rows):
    """Whether there is a row behind the first MANY: counts no further."""
    return Exists(rows.order_by().values("pk")[MANY : MANY + 1])


def by_key(key: str, language: str) -> Party | None:
    """The party of a key, None for one that is none or that readers may not know."""
    if key[:1] not in ("p", "a") or not key[1:].isascii() or not key[1:].isdigit() or len(key) > 18:
        return None
    rows = people(language) if key[0] == "p" else agencies(language)
    row = rows.filter(pk=int(key[1:])).first()
    return party(row) if row else None


def party(row) -> Party:
    """Of a row of `people` or `agencies`."""
    if isinstance(row, Person):
        return Party(row, row.full_name, row.note or row.hint or "", row.is_many)
    return Party(row, row.label, in_language(row.parent, "name") if row.parent else "", row.is_many)


def with_units(one: Party) -> Party:
    """An agency together with everything below it. A question for each level, and two about many rows if there are units."""
    units, level = set(), {one.row.pk}
    while level and not one.is_person:
        below = Agency.objects.filter(parent__in=level).values_list("pk", flat=True)
        level = set(below) - units - {one.row.pk}
        units |= level
    if not units:
        return one
    keys = units | {one.row.pk}
    is_many = any(
        model.objects.filter(agency__in=keys).order_by()[MANY : MANY + 1].exists()
        for model in (Delegation, Attendance)
    )
    return replace(one, units=frozenset(units), is_many=is_many)


def without(one: Party, other: Party) -> Party:
    """A unit meets its own body when it meets the rest of it."""
    is_below = not other.is_person and other.row.pk in one.units
    return replace(one, units=one.units - other.keys) if is_below else one


@dataclass(frozen=True)
class Found:
    """Parties of a name. Certain: a full name or abbreviation that only one has, or a single find."""

    parties: list[Party]
    is_certain: bool = False
    has_more: bool = False


def by_name(text: str, language: str) -> Found:
    """Parties in whose name a word begins so, written with or without marks. Two queries."""
    wanted = fold(text)[:255]
    if not wanted:
        return Found([])
    people = [party(row) for row in _people_named(wanted, language)]
    agencies = [party(row) for row in _agencies_named(wanted, text, language)]
    exact = [one for one in (*people, *agencies) if wanted in _own_names(one.row)]
    if len(exact) == 1:
        return Found(exact, is_certain=True)
    # Neither kind crowds the other out.
    shown = people[: OFFERED - min(len(agencies), OFFERED // 2)]
    shown += agencies[: OFFERED - len(shown)]
    count = len(people) + len(agencies)
    return Found(shown, is_certain=count == 1, has_more=count > len(shown))


def _own_names(row) -> set[str]:
    if isinstance(row, Person):
        return {row.folded}
    return {row.folded, fold(row.name_en), fold(row.abbreviation)}


def _people_named(wanted: str, language: str):
    rows = Person.objects.filter(_begins(wanted))
    return (
        people(language)
        .filter(pk__in=_nearest(rows, wanted))
        .order_by(_rank(wanted), "folded")[: OFFERED + 1]
    )


def _agencies_named(wanted: str, text: str, language: str):
    others = AgencyName.objects.filter(_begins(wanted)).values("agency")
    named = _begins(wanted) | Q(abbreviation__iexact=text.strip()) | Q(pk__in=others)
    rows = Agency.objects.filter(named | Q(name_en__icontains=text.strip()))
    return (
        agencies(language)
        .filter(pk__in=_nearest(rows, wanted))
        .order_by(_rank(wanted), "folded")[: OFFERED + 1]
    )


def _begins(wanted: str) -> Q:
    """The words stand in the folded name from the beginning of one of its words on."""
    return Q(folded__startswith=wanted) | Q(folded__contains=f" {wanted}")


def _nearest(rows, wanted: str):
    """Few enough to be asked one by one whether readers may know them."""
    return rows.order_by(_rank(wanted), "folded").values("pk")[:SEARCHED]


def _rank(wanted: str):
    """The whole name first, then names that begin so."""
    return Case(
        When(folded=wanted, then=Value(0)),
        When(folded__startswith=wanted, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
