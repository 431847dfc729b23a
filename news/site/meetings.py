"""Meetings as pages print them: under their month, each with its sides and who was there, as printed that day."""

from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from news.models import Edition
from news.register import days, meetings
from news.register.parties import Party
from news.site import addresses, attendees, dateline, public_text

# Persons named of one side; the rest are counted.
NAMED = 3


@dataclass(frozen=True)
class Who:
    """`is_asked`: one of those whom the page is about."""

    name: str
    honorific: str = ""
    title: str = ""
    url: str = ""
    is_asked: bool = False


@dataclass
class Side:
    heading: str
    url: str
    named: list[Who] = field(default_factory=list)
    more: int = 0
    is_asked: bool = False


@dataclass
class Meeting:
    edition: Edition
    day: date
    sides: list[Side] = field(default_factory=list)


def by_month(editions: list[Edition], asked=()) -> list[tuple[int, list[tuple[str, list[Meeting]]]]]:
    """[(year, [(name of the month, meetings)])] in the order of the editions; `asked` are parties. One query."""
    sides = meetings.sides_of(editions)
    rows = [_meeting(edition, sides[edition.pk], asked) for edition in editions]
    return [
        (year, [(dateline.month_name(year, month), list(some)) for month, some in groupby(found, _month)])
        for year, found in groupby(rows, lambda row: row.day.year)
    ]


def _month(row: Meeting) -> int:
    return row.day.month


def _meeting(edition: Edition, sides: list[meetings.Side], asked) -> Meeting:
    shown = [_side(side, edition.language, asked) for side in sides]
    return Meeting(edition, days.day_of(edition), [side for side in shown if side.heading or side.named])


def _side(side: meetings.Side, language: str, asked) -> Side:
    rows = [_who(line, language, asked) for line in side.lines]
    # Those who were asked about come first; a stable sort keeps the printed order of the others.
    rows.sort(key=lambda who: not who.is_asked)
    named = rows[: max(NAMED, sum(who.is_asked for who in rows))]
    url = addresses.agency(side.agency, side.agency_slug, language) if side.agency else ""
    heading = attendees.heading(side.heading, side.agency_name, side.agency_name_en, language)
    is_asked = any(side.agency in party.keys for party in asked if not party.is_person)
    return Side(heading, url, named, len(rows) - len(named), is_asked)


def _who(line: meetings.Line, language: str, asked) -> Who:
    if public_text.is_hidden(line.person):
        return Who(attendees.capitalised(public_text.stand_in(language)))
    url = ""
    if line.person:
        url = addresses.person(line.person, line.person_slug, language)
    elif line.kind == "unit":
        url = addresses.agency(line.agency, line.agency_slug, language)
    is_asked = any(_is(line, party) for party in asked)
    honorific = attendees.capitalised(line.honorific)
    name = line.name if honorific else attendees.capitalised(line.name)
    return Who(name, honorific, line.title, url, is_asked)


def _is(line: meetings.Line, party: Party) -> bool:
    if party.is_person:
        return line.person == party.row.pk
    return line.kind == "unit" and line.agency in party.keys
