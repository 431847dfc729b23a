"""A small picture of whom somebody met most: a line to each, the broader the more often. Names and numbers tie it to the table."""

import textwrap
from dataclasses import dataclass

from news.register.links import Link
from news.site import addresses

# In units of the drawing: the height of a row, the middle of the one who is asked about, that of the others.
ROW, HUB, RIM = 50, 28, 140
WIDTH, THINNEST, BROADEST = 430, 1.5, 11
# Letters of a name that fit beside its mark in a line; a line and how far it is from the next. Cut names stand whole in the table.
LETTERS, LINE = 27, 21
# Few meetings are thin lines also where nobody has more.
OFTEN = 8


@dataclass(frozen=True)
class Tie:
    """A counterpart: its number and place in the drawing, and the words of its row in the table."""

    number: int
    link: Link
    y: int
    breadth: str
    url: str
    meetings: str
    path: str

    @property
    def text_y(self) -> int:
        return self.y + 6

    @property
    def corner(self) -> int:
        """The upper edge of a person's square; agencies are circles."""
        return self.y - 18

    @property
    def words(self) -> list[tuple[int, str]]:
        """The name in at most two lines, each with its height."""
        lines = textwrap.wrap(self.link.name, LETTERS, max_lines=2, placeholder=" …")
        first = self.text_y - LINE * (len(lines) - 1) // 2
        return [(first + LINE * number, line) for number, line in enumerate(lines)]


@dataclass(frozen=True)
class Picture:
    ties: list[Tie]
    width: int = WIDTH
    hub: int = HUB
    rim: int = RIM
    square: int = RIM - 18
    beside: int = RIM + 28

    @property
    def height(self) -> int:
        return ROW * len(self.ties)

    @property
    def middle(self) -> int:
        return self.height // 2


def draw(links: list[Link], party) -> Picture | None:
    """None where nobody was met."""
    if not links:
        return None
    most, middle = max(OFTEN, *(link.times for link in links)), ROW * len(links) // 2
    return Picture([_tie(number, link, party, most, middle) for number, link in enumerate(links, 1)])


def _tie(number: int, link: Link, party, most: int, middle: int) -> Tie:
    y = ROW * number - ROW // 2
    record = addresses.person if link.is_person else addresses.agency
    bend = (HUB + RIM) // 2
    return Tie(
        number,
        link,
        y,
        # A text: numbers of a drawing have a point in every language.
        f"{THINNEST + (BROADEST - THINNEST) * link.times / most:.1f}",
        record(link.pk, link.slug),
        addresses.register(who_is=party.key, met_is=link.key),
        f"M{HUB} {middle}C{bend} {middle} {bend} {y} {RIM} {y}",
    )
