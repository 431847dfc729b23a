"""Hiding a person: at once at the exit of public text, then place by place in privacy editions; and showing them again."""

import re
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from news.desk import document, workflow
from news.desk.errors import NotAllowed, Refused
from news.desk.hiding_places import masked
from news.models import Article, Attendance, Edition, Hiding, Person
from news.site.hidden import name_of
from news.spellings import Name

PERMISSION = "news.add_hiding"
LEAST_SYLLABLES = 2
# What means something in one of the forms in which a name stands: pages, data, tables, addresses, headers.
_SIGNS = re.compile(r"[<>&\"\\\x00-\x1f=+@|`{}\[\]]")


@dataclass(frozen=True)
class Spelling:
    """A way to write the name; `note` says why somebody may not want it blanked everywhere."""

    text: str
    is_chosen: bool = True
    note: str = ""


@dataclass
class Outcome:
    """What became of the chosen places."""

    released: int = 0
    drafts: int = 0
    refused: list[str] = field(default_factory=list)


def suggested_spellings(person: Person) -> list[Spelling]:
    """The full name, its initials, what was printed about the person, and the short form with an honorific.

    Tone placement, capitals, missing marks, joined and escaped letters need no line of their own (news/spellings.py).
    """
    parts = person.full_name.split()
    found = [Spelling(person.full_name)]
    if len(parts) > 2:
        found.append(Spelling(f"{'.'.join(part[0] for part in parts[:-1])}. {parts[-1]}"))
    printed = Attendance.objects.filter(person=person).values_list("printed_name", flat=True).distinct()[:20]
    found += [Spelling(name) for name in printed if not any(_covers(row.text, name) for row in found)]
    note = _("Other people are called so too: choose it only if nobody else is meant.")
    found += [Spelling(f"{honorific} {parts[-1]}", False, note) for honorific in _honorifics(person)]
    return [row for row in found if len(Name(row.text).syllables) >= LEAST_SYLLABLES]


def _honorifics(person: Person) -> list[str]:
    used = Attendance.objects.filter(person=person).values_list("printed_honorific", flat=True).distinct()[:5]
    return sorted({word.strip().lower() for word in [person.honorific, *used] if word.strip()})


def _covers(spelling: str, name: str) -> bool:
    return any(place.end - place.start == len(name) for place in Name(spelling).places(name))


@transaction.atomic
def hide(
    person: Person, *, by, reason: str, spellings: list[str], stand_in: str, stand_in_en: str, files=()
) -> Hiding:
    """From the commit on no reader gets the name. Hidden already: spellings, stand-ins and files are the new ones."""
    _demand(by)
    spellings = _sound(person, spellings, reason, (stand_in, stand_in_en))
    _lock(person)
    row = Hiding.objects.select_for_update().active().filter(person=person).first()
    row = row or Hiding(person=person, hidden_by=by)
    row.reason, row.spellings = reason.strip(), spellings
    row.stand_in, row.stand_in_en = stand_in.strip(), stand_in_en.strip()
    row.save()
    row.withheld.set(files)
    return row


def _lock(person: Person) -> None:
    """Against a second hiding and against a merger at the same moment. Raises Refused for a record that was merged."""
    now = Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    # Asked only now: a row that was joined to a locked one is as old as the waiting was long.
    if now.merged_into:
        raise Refused(_("This record was merged into “%(name)s”. Hide that one.") % {"name": now.merged_into})


@transaction.atomic
def lift(row: Hiding, *, by, reason: str) -> Hiding:
    """Readers get the name again, wherever no privacy edition has taken it out of the text itself."""
    _demand(by)
    if not reason.strip():
        raise Refused(_("Write the reason."))
    row = Hiding.objects.select_for_update().get(pk=row.pk)
    if not row.is_active:
        raise Refused(_("This person is shown already."))
    row.lifted_at, row.lifted_by, row.lift_reason = timezone.now(), by, reason.strip()
    row.save(update_fields=["lifted_at", "lifted_by", "lift_reason"])
    return row


def mask(row: Hiding, chosen: dict[int, tuple[int, dict[str, str]]], *, by) -> Outcome:
    """Write the chosen places into the texts themselves. `chosen`: edition -> (its version when it was shown, answers).

    A live text gets its next edition, released at once; one that is being written is changed in place. Each article is a
    transaction of its own: what is refused (changed meanwhile, being edited) is told and stays blanked at the exit.
    """
    _demand(by)
    outcome, names = Outcome(), [name_of(text) for text in row.spellings]
    editions = Edition.objects.select_related("article").filter(pk__in=chosen).order_by("pk")
    for edition in editions:
        version, answers = chosen[edition.pk]
        try:
            _mask_one(row, edition, version, names, answers, by, outcome)
        except Refused as refusal:
            outcome.refused.append(f"{edition.title}: {refusal}")
    return outcome


@transaction.atomic
def _mask_one(row, edition, version, names, answers, by, outcome: Outcome) -> None:
    # Locked before it is read: what somebody releases meanwhile is not written over by the text before it.
    article = Article.objects.select_for_update(of=("self",), no_key=True).get(pk=edition.article_id)
    edition = Edition.objects.select_related("article").get(pk=edition.pk)
    if edition.version != version or edition.pk not in (article.open_edition_id, article.last_release_id):
        raise Refused(_("somebody saved it after you opened this page."))
    content = masked(document.read(edition), row.person, names, answers)
    if edition.is_open:
        document.write(edition, content, by=None, base_version=version, why=_("privacy edition"))
        outcome.drafts += 1
    else:
        workflow.mask(edition.article, content, by=by, reason=row.reason)
        outcome.released += 1


def _sound(person: Person, spellings: list[str], reason: str, stand_ins: tuple[str, str]) -> list[str]:
    spellings = [person.full_name, *(" ".join(text.split()) for text in spellings)]
    spellings = list(dict.fromkeys(text for text in spellings if text))
    if not reason.strip():
        raise Refused(_("Write the reason."))
    if not all(text.strip() for text in stand_ins):
        raise Refused(_("Write what stands in for the name."))
    if any(_SIGNS.search(text) for text in stand_ins):
        raise Refused(
            _("What stands in for the name is words alone, without signs such as < & or quotation marks.")
        )
    for text in spellings:
        if len(Name(text).syllables) < LEAST_SYLLABLES:
            raise Refused(
                _("“%(text)s” is a single word: it would be blanked in every text.") % {"text": text}
            )
        if any(next(iter(Name(text).places(words)), None) for words in stand_ins):
            raise Refused(_("What stands in for the name contains the name."))
    return spellings


def _demand(by) -> None:
    if by is not None and not by.has_perm(PERMISSION):
        raise NotAllowed(_("Only an administrator hides persons."))
