"""Agencies and persons as the public may know them: through news that is live, and through nothing else."""

from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from news.models import Agency, AgencyName, Attendance, Delegation, Edition, Mention, Person
from news.register import days, links, parties, posts
from news.register import meetings as register
from news.register.known import public_agencies, public_people
from news.site import addresses, meetings, picture_of_links, timeline
from news.site.rows import Rows

MEETINGS = 8
# Rows of one record that a page looks through at most.
EVERYWHERE = 1000


def agency(pk: int, language: str) -> Agency | None:
    """With `is_everywhere`: it has more rows than a page may look through; `is_in_both`: it has a page in both languages;
    `former`: its earlier official names as [{name, from_on, until_on}], the latest first."""
    behind = Mention.objects.filter(agency=OuterRef("pk")).order_by().values("pk")
    rows = parties.agencies(language).annotate(
        is_everywhere=Exists(behind[EVERYWHERE : EVERYWHERE + 1]),
        is_in_both=_known_in_other(public_agencies, language),
        former=Rows(_former_names(), name="name", from_on="from_on", until_on="until_on"),
    )
    return rows.filter(pk=pk).first()


def _former_names():
    """Other names with a last day; those without one are short or misspelt and printed nowhere."""
    return AgencyName.objects.filter(agency=OuterRef("pk"), until_on__isnull=False).order_by("-until_on")


def person(pk: int, language: str) -> Person | None:
    rows = parties.people(language).annotate(is_in_both=_known_in_other(public_people, language))
    return rows.filter(pk=pk).first()


def _known_in_other(public, language: str) -> Exists:
    return Exists(public(addresses.other_than(language)).filter(pk=OuterRef("pk")))


def others(row, address, query: str) -> dict[str, str]:
    """{language: address} of the record's other page. Places in its lists belong to one language."""
    other = addresses.other_than(addresses.page_language())
    return {other: address(row.pk, row.slug, other)} if row.is_in_both and not query else {}


def heir(model, pk: int, language: str):
    """The public record into which a duplicate was merged, None where there is none."""
    known = public_people(language) if model is Person else public_agencies(language)
    return known.filter(merged=pk).first()


def agency_context(row: Agency, request) -> dict:
    """What templates/news/agency.html shows, of a row from `agency`. Five queries."""
    language, party = addresses.page_language(), parties.party(row)
    leaders, past = posts.of_agency(row, language, timezone.localdate())
    latest = register.of(language, [party])[0].newest_first()
    return {
        "agency": row,
        "former_names": [_dated(name) for name in row.former],
        "leaders": leaders,
        "past_leaders": past,
        "meetings": latest.for_cards()[:MEETINGS],
        "all_meetings": addresses.register(who_is=party.key),
        "picture": picture_of_links.draw(links.counterparts(party, language), party),
        "leaf": timeline.leaf(request, naming(row, language)),
    } | _relatives(row, language)


def _dated(name: dict) -> dict:
    """Days came as texts."""
    days_of = {end: name[end] and date.fromisoformat(name[end]) for end in ("from_on", "until_on")}
    return name | days_of


def naming(row: Agency, language: str):
    """Editions that name the agency. One named everywhere is found while reading the list, any other by its own rows."""
    mentions = Mention.objects.filter(agency=row)
    sides = Delegation.objects.filter(agency=row)
    lines = Attendance.objects.filter(agency=row)
    if not row.is_everywhere:
        return (
            Edition.objects.listed()
            .of_language(language)
            .filter(
                Q(pk__in=mentions.values("edition"))
                | Q(pk__in=sides.values("edition"))
                | Q(pk__in=lines.values("delegation__edition"))
            )
        )
    edition = OuterRef("pk")
    return (
        Edition.objects.listed()
        .in_language(language)
        .filter(
            Exists(mentions.filter(edition=edition))
            | Exists(sides.filter(edition=edition))
            | Exists(lines.filter(delegation__edition=edition))
        )
    )


def _relatives(row: Agency, language: str) -> dict:
    """Superior body, successor, predecessors and units, as far as they are public themselves."""
    around = (
        Q(parent=row) | Q(successor=row) | Q(pk__in=[pk for pk in (row.parent_id, row.successor_id) if pk])
    )
    found = list(public_agencies(language).filter(around).order_by("name"))
    return {
        "parent": next((other for other in found if other.pk == row.parent_id), None),
        "successor": next((other for other in found if other.pk == row.successor_id), None),
        "predecessors": [other for other in found if other.successor_id == row.pk],
        "units": [other for other in found if other.parent_id == row.pk],
    }


def person_context(row: Person, request) -> dict:
    """What templates/news/person.html shows, of a row from `person`. Five queries."""
    language, party = addresses.page_language(), parties.party(row)
    leaf = timeline.leaf(request, *register.naming(language, party), moment=days.moment_of)
    appointments, today = list(posts.of_person(row, language)), timezone.localdate()
    held = [post for post in appointments if post.is_held(today)]
    return {
        "person": row,
        "title": held[0].label if held else row.hint,
        "appointments": appointments,
        "held": held,
        "years": meetings.by_month(leaf.editions, [party]),
        "picture": picture_of_links.draw(links.counterparts(party, language), party),
        "leaf": leaf,
    }
