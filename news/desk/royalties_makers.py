"""Lines of royalties, brought together by whom they are paid to. Lines of a table and of a closed month alike."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from news.desk.royalties import Line
from news.fold import fold
from news.models import Credit, RoyaltyLine


@dataclass(frozen=True)
class Maker:
    """`parts` are amounts in đồng in the order of Credit.Part; `articles` counts each article once."""

    name: str
    pen_names: str
    articles: int
    parts: list[int]
    total: int


def by_maker(lines: Iterable[Line | RoyaltyLine]) -> list[Maker]:
    """A row for each account or person, sorted by given name, then by the whole name."""
    grouped = defaultdict(list)
    for line in lines:
        grouped[line.user_id, line.person_id, line.name].append(line)
    makers = [_maker(name, rows) for (_user, _person, name), rows in grouped.items()]
    return sorted(makers, key=lambda maker: (fold(maker.name.split()[-1]), fold(maker.name)))


def _maker(name: str, lines: list) -> Maker:
    pen_names = sorted({line.pen_name for line in lines if line.pen_name})
    parts = [sum(line.amount for line in lines if line.part == part) for part in Credit.Part.values]
    articles = len({line.number for line in lines})
    return Maker(name, ", ".join(pen_names), articles, parts, sum(parts))
