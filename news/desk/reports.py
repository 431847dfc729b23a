"""How many articles were first published between two days, by author, unit, category, kind or month. Counted in the database.

A text counts as it stands in the article's last release, also when the article was withdrawn since.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from django.contrib.auth import get_user_model
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import TruncMonth
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.desk.royalties import published_between
from news.fold import fold
from news.models import Category, Credit, Kind, Person


@dataclass(frozen=True)
class Wanted:
    """What the address asks for. `category` is the key of a category and brings those below it; `unit` is a signature."""

    first: date
    last: date
    group: str = "author"
    category: int | None = None
    kind: str = ""
    unit: str | None = None


@dataclass(frozen=True)
class Row:
    """`key` is the value it was grouped by; `counts` are in the order of the report's columns, the first all articles."""

    label: str
    key: object
    counts: tuple[int, ...]


@dataclass
class Report:
    """`total` counts each article once, so it can be less than the sum of the rows (several authors of one text)."""

    heading: str
    columns: list[str]
    rows: list[Row] = field(default_factory=list)
    total: tuple[int, ...] = ()


COUNTS = {
    "articles": (gettext_lazy("Number of articles"), Q()),
    "english": (gettext_lazy("In English"), Q(language="en")),
    "reposted": (gettext_lazy("From another source"), ~Q(last_release__source="")),
    "corrected": (gettext_lazy("With a correction note"), ~Q(last_release__correction_note="")),
    "withdrawn": (gettext_lazy("Withdrawn"), Q(standing="withdrawn")),
}


def report(wanted: Wanted) -> Report:
    """Three queries at most, whatever the number of articles."""
    return GROUPS[wanted.group].make(_articles(wanted))


def _articles(wanted: Wanted) -> QuerySet:
    found = published_between(wanted.first, wanted.last)
    if wanted.category:
        found = found.filter(
            Q(last_release__category=wanted.category) | Q(last_release__category__parent=wanted.category)
        )
    if wanted.kind:
        found = found.filter(last_release__kind=wanted.kind)
    if wanted.unit is not None:
        found = found.filter(last_release__byline=wanted.unit)
    return found


def _counted(counts: dict, **options) -> dict[str, Count]:
    return {name: Count("pk", filter=condition, **options) for name, (_label, condition) in counts.items()}


def _grouped(found: QuerySet, column: str, heading: str, label: Callable[[list], Callable]) -> Report:
    counts = _counted(COUNTS)
    rows = list(found.order_by().values(group=F(column)).annotate(**counts).values_list("group", *counts))
    name_of = label([row[0] for row in rows])
    return Report(
        heading,
        [str(words) for words, _condition in COUNTS.values()],
        [Row(name_of(key), key, tuple(numbers)) for key, *numbers in rows],
        tuple(sum(row[place + 1] for row in rows) for place in range(len(counts))),
    )


def _by_count(report: Report) -> Report:
    report.rows.sort(key=lambda row: (-row.counts[0], fold(row.label)))
    return report


def by_unit(found: QuerySet) -> Report:
    """The unit that signed, as it is printed below the text."""
    return _by_count(
        _grouped(
            found, "last_release__byline", _("Signing unit"), lambda _keys: lambda key: key or _("Not signed")
        )
    )


def by_category(found: QuerySet) -> Report:
    def names(keys):
        known = {row.pk: str(row) for row in Category.objects.select_related("parent").filter(pk__in=keys)}
        return lambda key: known.get(key, _("No category"))

    return _by_count(_grouped(found, "last_release__category", _("Category"), names))


def by_kind(found: QuerySet) -> Report:
    kinds = dict(Kind.choices)
    return _by_count(
        _grouped(
            found,
            "last_release__kind",
            _("Kind of article"),
            lambda _keys: lambda key: str(kinds.get(key, key)),
        )
    )


def by_month(found: QuerySet) -> Report:
    made = _grouped(
        found.annotate(month=TruncMonth("published_at")),
        "month",
        _("Month"),
        lambda _keys: lambda key: f"{key:%m/%Y}",
    )
    made.rows.sort(key=lambda row: row.key)
    return made


PARTS = {part: (label, Q(last_release__credits__part=part)) for part, label in Credit.Part.choices}


def by_author(found: QuerySet) -> Report:
    """Whoever has a credit; columns count in how many articles they made the text, the photos and so on."""
    counts = {"articles": COUNTS["articles"]} | PARTS
    maker = ("last_release__credits__user", "last_release__credits__person")
    rows = list(
        found.order_by()
        .values(*maker)
        .annotate(**_counted(counts, distinct=True))
        .values_list(*maker, *counts)
    )
    name_of = _names_of(rows)
    total = found.order_by().aggregate(**_counted(counts, distinct=True))
    made = [Row(name_of(user, person), (user, person), tuple(numbers)) for user, person, *numbers in rows]
    heading, columns = _("Author"), [str(words) for words, _condition in counts.values()]
    return _by_count(Report(heading, columns, made, tuple(total.values())))


def _names_of(rows: list[tuple]) -> Callable:
    users = get_user_model().objects.in_bulk({row[0] for row in rows} - {None})
    people = Person.objects.in_bulk({row[1] for row in rows} - {None})

    def name_of(user, person) -> str:
        return str(users.get(user) or people.get(person) or _("No credit"))

    return name_of


@dataclass(frozen=True)
class Grouping:
    label: Promise
    make: Callable[[QuerySet], Report]


GROUPS = {
    "author": Grouping(gettext_lazy("Author"), by_author),
    "unit": Grouping(gettext_lazy("Signing unit"), by_unit),
    "category": Grouping(gettext_lazy("Category"), by_category),
    "kind": Grouping(gettext_lazy("Kind of article"), by_kind),
    "month": Grouping(gettext_lazy("Month"), by_month),
}
