"""What the extractor finds. `start` and `end` are offsets into the caller's text; `reason` says which rule spoke."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Finding:
    start: int
    end: int
    value: str  # composed (NFC), white space collapsed
    reason: str


@dataclass(slots=True)
class Moment(Finding):
    """`value` is local ISO: a minute ("2022-05-17T11:30") or only a day."""


@dataclass(slots=True)
class Paragraph(Finding):
    is_lead: bool = False
    is_item: bool = False  # a line of a list


@dataclass(slots=True)
class Caption(Finding):
    after_paragraph: int = -1  # index of the paragraph above it; -1 above all of them
    credit: str | None = None


@dataclass(slots=True)
class Agency(Finding):
    """`value` is the longest printed name without its bracket; `other_names` as printed elsewhere on the page."""

    abbreviation: str | None = None
    other_names: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Delegation(Finding):
    """One side's heading as printed ("về phía Sở Y tế tỉnh An")."""

    side: str | None = None
    agency: str | None = None


@dataclass(slots=True)
class Unit(Finding):
    side: str | None = None


@dataclass(slots=True)
class Attendee(Finding):
    """`value` is the name. `side` is host, guest or None; `spoken` quotes the first sentence in which the person speaks."""

    honorific: str | None = None
    role: str | None = None
    organization: str | None = None
    side: str | None = None
    spoken: Finding | None = None


@dataclass(slots=True)
class Findings:
    kind: str = "meeting"
    language: str = "vi"
    published_at: Moment | None = None
    event_on: Moment | None = None
    title: Finding | None = None
    lead: Finding | None = None
    byline: Finding | None = None
    photo_heading: Finding | None = None
    paragraphs: list[Paragraph] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    attendees: list[Attendee] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    agencies: list[Agency] = field(default_factory=list)
    delegations: list[Delegation] = field(default_factory=list)

    def every(self):
        """Each finding once, in no promised order."""
        single = (self.published_at, self.event_on, self.title, self.lead, self.byline, self.photo_heading)
        yield from (finding for finding in single if finding)
        for listed in (
            self.paragraphs,
            self.captions,
            self.attendees,
            self.units,
            self.agencies,
            self.delegations,
        ):
            yield from listed
        yield from (person.spoken for person in self.attendees if person.spoken)
