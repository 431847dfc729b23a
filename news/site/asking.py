"""A question to the register, as it stands in an address: who, met whom, from when to when."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.translation import gettext as _

from news.fold import fold
from news.register import parties
from news.register.parties import Party
from news.site import addresses

# Longer names are nobody's.
LONGEST = 160


@dataclass
class Field:
    """One party of the question. `choices` are offered where the words fit several; `is_unknown` where they fit nobody.

    An agency stands for its units too, where it has any, unless it was asked for alone.
    """

    name: str
    chosen_name: str
    pick_name: str
    only_name: str
    text: str = ""
    party: Party | None = None
    choices: list[Party] = field(default_factory=list)
    has_more: bool = False
    is_unknown: bool = False
    has_units: bool = False
    is_alone: bool = False

    @property
    def is_open(self) -> bool:
        """Something was asked that nobody can answer yet."""
        return bool(self.choices) or self.is_unknown


@dataclass
class Day:
    name: str
    text: str = ""
    on: date | None = None
    fault: str = ""

    @property
    def value(self) -> str:
        """What the date field shows again; it can show nothing but a day."""
        return self.on.isoformat() if self.on else ""


@dataclass
class Question:
    who: Field
    met: Field
    first: Day
    last: Day

    @property
    def parties(self) -> list[Party]:
        return [one.party for one in (self.who, self.met) if one.party]

    @property
    def is_asked(self) -> bool:
        return any(part.text for part in (self.who, self.met, self.first, self.last))

    @property
    def can_be_answered(self) -> bool:
        days = (self.first, self.last)
        return not any([*(one.is_open for one in (self.who, self.met)), *(day.fault for day in days)])

    @property
    def address(self) -> str:
        """The question's own address: records by their keys, days as written in calendars of machines."""
        who, met = (one.party.key if one.party else "" for one in (self.who, self.met))
        first, last = (day.on.isoformat() if day.on else "" for day in (self.first, self.last))
        only = ("1" if one.has_units and one.is_alone else "" for one in (self.who, self.met))
        who_only, met_only = only
        return addresses.register(
            who_is=who, met_is=met, who_only=who_only, met_only=met_only, first=first, last=last
        )


def question(given, language: str) -> Question:
    """Read from the words of an address (a QueryDict). At most four queries for each party, and those for its units."""
    words = addresses.QUESTION[language]
    first, last = (_day(given, words[name]) for name in ("first", "last"))
    if first.on and last.on and last.on < first.on:
        last.fault = _("The last day is before the first.")
    who, met = (_field(given, role, language) for role in ("who", "met"))
    if who.party and met.party and who.party.key == met.party.key:
        met.party, met.is_unknown = None, True
    _widen(who, met)
    return Question(who, met, first, last)


def _widen(who: Field, met: Field) -> None:
    """Agencies with their units. Where one stands below the other, it meets the rest of that one."""
    for one in (who, met):
        whole = parties.with_units(one.party) if one.party else None
        one.has_units = bool(whole and whole.units)
        one.party = one.party if one.is_alone else whole
    if who.party and met.party:
        who.party, met.party = parties.without(who.party, met.party), parties.without(met.party, who.party)


def _field(given, role: str, language: str) -> Field:
    """`role`: "who" or "met". A record picked now stands if the words fit it; one found before, if they are still its name."""
    words = addresses.QUESTION[language]
    names = (words[name] for name in (role, f"{role}_is", f"{role}_pick", f"{role}_only"))
    field = Field(*names, text=_typed(given, words[role]))
    field.is_alone = given.get(field.only_name) == "1"
    picked = parties.by_key(given.get(field.pick_name, ""), language)
    known = parties.by_key(given.get(field.chosen_name, ""), language)
    if picked and _fits(field.text, picked):
        field.party = picked
    elif known and fold(field.text) in ("", fold(known.label)):
        field.party = known
    elif field.text or given.get(field.chosen_name):
        _search(field, language)
    field.text = field.party.label if field.party else field.text
    return field


def _typed(given, name: str) -> str:
    """PostgreSQL keeps no NUL, not even in a question."""
    return " ".join(given.get(name, "").replace("\0", " ").split())[:LONGEST]


def _search(field: Field, language: str) -> None:
    found = parties.by_name(field.text, language)
    if found.is_certain:
        field.party = found.parties[0]
    else:
        field.choices, field.has_more, field.is_unknown = found.parties, found.has_more, not found.parties


def _fits(text: str, party: Party) -> bool:
    names = [party.label, getattr(party.row, "name", ""), getattr(party.row, "abbreviation", "")]
    return any(fold(text) in fold(name) for name in names)


def _day(given, name: str) -> Day:
    text = given.get(name, "").strip()[:20]
    if not text:
        return Day(name)
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            on = datetime.strptime(text, form).date()
        except ValueError:
            continue
        if 1 < on.year < 9999:
            return Day(name, text, on)
    return Day(name, text, fault=_("Write the day like 17/05/2022."))
