"""What each column of the open data means: the one source of the JSON Schema files and of the table on the page."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from news.models import Agency, Attendance, Delegation, Kind
from news.register.exports import DATASETS

DRAFT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True)
class Field:
    """`kind` is a type of JSON; `like` names the same thing in Popolo or schema.org, "" where neither has a word for it."""

    name: str
    text: str
    kind: str = "string"
    can_be_null: bool = False
    format: str = ""
    choices: tuple[str, ...] = ()
    like: str = ""

    def schema(self) -> dict:
        kind = [self.kind, "null"] if self.can_be_null else self.kind
        described = {"type": kind, "description": str(self.text)}
        if self.format:
            described["format"] = self.format
        if self.choices:
            described["enum"] = [*self.choices, None] if self.can_be_null else list(self.choices)
        if self.like:
            described["$comment"] = f"As {self.like}."
        return described


def _maybe(name: str, text, **more) -> Field:
    return Field(name, text, can_be_null=True, **more)


_ID = _("Stable id.")
_PAGE = _("Address of the page on this site.")

FIELDS = {
    "people": (
        Field("id", _ID, like="Popolo Person.id"),
        Field("name", _("Full name."), like="Popolo Person.name, schema.org Person.name"),
        _maybe("honorific_prefix", _("Usual honorific."), like="Popolo Person.honorific_prefix"),
        Field("url", _PAGE, format="uri", like="schema.org Thing.url"),
    ),
    "agencies": (
        Field("id", _ID, like="Popolo Organization.id"),
        Field("name", _("Full official name."), like="Popolo Organization.name"),
        _maybe("name_en", _("Name in English.")),
        _maybe("abbreviation", _("Abbreviation."), like="schema.org Organization.alternateName"),
        Field(
            "classification", _("Kind of body."), choices=tuple(Agency.Kind.values), like="Popolo Organization.classification"
        ),
        _maybe("parent_id", _("Id of the superior agency."), like="Popolo Organization.parent_id"),
        _maybe("successor_id", _("Id of the agency that took its place after a merger or a change of name.")),
        _maybe("dissolution_date", _("Day of that succession."), format="date", like="Popolo Organization.dissolution_date"),
        _maybe("website", _("Its own website."), format="uri", like="schema.org Thing.sameAs"),
        Field("url", _PAGE, format="uri", like="schema.org Thing.url"),
    ),
    "appointments": (
        Field("id", _ID, like="Popolo Membership.id"),
        Field("person_id", _("Id of the person."), like="Popolo Membership.person_id"),
        Field("organization_id", _("Id of the agency."), like="Popolo Membership.organization_id"),
        Field("role", _("Title of the post."), like="Popolo Membership.role"),
        _maybe("role_en", _("Title in English.")),
        _maybe("start_date", _("First day, if known."), format="date", like="Popolo Membership.start_date"),
        _maybe("end_date", _("Last day, if known."), format="date", like="Popolo Membership.end_date"),
    ),
    "meetings": (
        Field("id", _("Stable id, from the number in the address."), like="Popolo Event.id"),
        Field("edition", _("Which edition of the article this is."), kind="integer"),
        Field("language", _("Language of the article."), choices=("vi", "en"), like="schema.org Event.inLanguage"),
        _maybe("translation_group", _("The same for articles that translate each other."), format="uuid"),
        Field("name", _("Title of the article."), like="Popolo Event.name, schema.org Event.name"),
        Field("kind", _("Kind of article."), choices=tuple(Kind.values), like="Popolo Event.classification"),
        _maybe("start_date", _("First day of the event, if known."), format="date", like="Popolo Event.start_date"),
        _maybe("end_date", _("Last day of the event, if known."), format="date", like="Popolo Event.end_date"),
        _maybe("location", _("Place of the event."), like="Popolo Event.location"),
        Field("published_at", _("First publication."), format="date-time", like="schema.org CreativeWork.datePublished"),
        Field("modified_at", _("Since when this edition is live."), format="date-time", like="Popolo updated_at"),
        Field("url", _PAGE, format="uri", like="schema.org Thing.url"),
    ),
    "attendances": (
        Field("id", _("Place of the line: meeting, edition, side, line."), like="Popolo Event.attendees"),
        Field("meeting_id", _("Id of the meeting."), like="Popolo Event.id"),
        Field("side", _("Host, guest or other side."), choices=tuple(Delegation.Side.values)),
        Field("delegation", _("Number of the side in printed order."), kind="integer"),
        _maybe("delegation_heading", _("Heading of the side as printed.")),
        _maybe("delegation_agency_id", _("Id of the agency whose side it is.")),
        Field("kind", _("A person, a unit or a group without names."), choices=tuple(Attendance.Kind.values)),
        _maybe("person_id", _("Id of the person."), like="Popolo Membership.person_id"),
        _maybe("agency_id", _("Id of the person's agency, or of the unit."), like="Popolo Membership.organization_id"),
        _maybe("honorific_prefix", _("Honorific as printed."), like="Popolo Person.honorific_prefix"),
        Field("name", _("Name as printed that day."), like="Popolo Person.name"),
        _maybe("role", _("Title as printed that day."), like="Popolo Membership.role"),
        _maybe("organization", _("Organisation as printed that day.")),
        Field("has_spoken", _("Whether the text says that the person spoke."), kind="boolean"),
    ),
}  # fmt: skip
TITLES = {
    "people": _("People in the register"),
    "agencies": _("Agencies"),
    "appointments": _("Posts held"),
    "meetings": _("Meetings"),
    "attendances": _("Who took part"),
}


def columns(name: str) -> list[str]:
    return [field.name for field in FIELDS[name]]


def schema(name: str, address: str) -> dict:
    """JSON Schema of one row. Its sentences are English whatever the page: it is read by developers of any country."""
    with override("en"):
        return {
            "$schema": DRAFT,
            "$id": address,
            "title": str(TITLES[name]),
            "type": "object",
            "properties": {field.name: field.schema() for field in FIELDS[name]},
            "required": columns(name),
            "additionalProperties": False,
        }


assert FIELDS.keys() == TITLES.keys() == DATASETS.keys()
