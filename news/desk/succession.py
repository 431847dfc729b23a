"""Agencies that are renamed, merged or followed by others, many at once: applied and undone as one.

What was printed before the day keeps saying what it said: where a page took the name from the record, the old name is
written into it first. What lines say is understood by news/desk/succession_lines.py.
"""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import ProtectedError, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from news.desk.errors import NotAllowed, Refused
from news.desk.succession_lines import Line
from news.fold import fold
from news.models import Agency, AgencyName, Delegation, Mention, Reorganization

PERMISSION = "news.change_agency"


@transaction.atomic
def apply(lines: list[Line], *, by, note: str = "", with_units: bool = True) -> Reorganization:
    """All lines or none. `with_units`: what stands below an old body stands below its successor from now on."""
    _demand(by)
    if not lines or any(line.fault for line in lines):
        raise Refused(_("Mend the lines with a fault first; nothing was changed."))
    _demand_unmoved(lines)
    log = Reorganization(by=by, note=note.strip()[:300], lines=[line.text for line in lines])
    log.undo = {"changed": [], "made": [], "names": [], "mentions": [], "headings": []}
    made: dict[str, Agency] = {}
    for line in lines:
        if line.is_rename:
            _rename(line, log.undo)
        else:
            _succeed(line, made, with_units, log.undo)
    log.save()
    return log


def _demand_unmoved(lines: list[Line]) -> None:
    """Locks the old bodies, in one order for all; each stands as it did when the lines were understood, or somebody was quicker."""
    read = {agency.pk: agency for line in lines for agency in line.olds}
    rows = Agency.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=read).order_by("pk")
    for row in rows:
        was = read[row.pk]
        if (row.name, row.successor_id, row.merged_into_id) != (
            was.name,
            was.successor_id,
            was.merged_into_id,
        ):
            raise Refused(
                _("Somebody changed “%(name)s” meanwhile. Look at the lines again.") % {"name": row.name}
            )


def _rename(line: Line, undo: dict) -> None:
    agency = Agency.objects.select_for_update(of=("self",), no_key=True).get(pk=line.olds[0].pk)
    _write_old_name(agency, line.on, undo)
    before = agency.other_names.filter(until_on__isnull=False).order_by("-until_on").first()
    same = agency.other_names.filter(folded=fold(agency.name)[:255]).first()
    days = {
        "from_on": before.until_on + timedelta(days=1) if before else None,
        "until_on": line.on - timedelta(days=1),
    }
    if same is None:
        undo["names"].append(agency.other_names.create(name=agency.name, **days).pk)
    _change(agency, undo, name=line.new_name)


def _write_old_name(agency: Agency, on: date, undo: dict) -> None:
    """Into what was printed before the day and took the name from the record."""
    earlier = Q(edition__event_on__lt=on) | Q(edition__event_on__isnull=True, edition__listed_at__date__lt=on)
    earlier &= Q(edition__state="released")
    mentions = Mention.objects.filter(earlier, agency=agency, printed_name="")
    undo["mentions"] += list(mentions.values_list("pk", flat=True))
    for language, name in (("vi", agency.name), ("en", agency.name_en or agency.name)):
        mentions.filter(edition__language=language).update(printed_name=name)
        headings = Delegation.objects.filter(earlier, agency=agency, heading="", edition__language=language)
        undo["headings"] += list(headings.values_list("pk", flat=True))
        with override(language):
            headings.update(heading=(_("On the side of %(agency)s") % {"agency": name})[:255])


def _succeed(line: Line, made: dict[str, Agency], with_units: bool, undo: dict) -> None:
    new = line.new or made.get(fold(line.new_name))
    if new is None:
        first = line.olds[0]
        new = made[fold(line.new_name)] = Agency.objects.create(
            name=line.new_name, kind=first.kind, parent=first.parent
        )
        undo["made"].append(new.pk)
    for key in [old.pk for old in line.olds]:
        old = Agency.objects.select_for_update(of=("self",), no_key=True).get(pk=key)
        _change(old, undo, successor_id=new.pk, succeeded_on=line.on)
        for unit in Agency.objects.filter(parent=old).exclude(pk=new.pk) if with_units else ():
            _change(unit, undo, parent_id=new.pk)
        if new.parent_id == old.pk:
            _change(new, undo, parent_id=old.parent_id)


def _change(agency: Agency, undo: dict, **columns) -> None:
    """Saved one by one, so that the log of changes tells each; remembered with both values."""
    before = {name: _plain(getattr(agency, name)) for name in columns}
    for name, value in columns.items():
        setattr(agency, name, value)
    agency.save(update_fields=[name.removesuffix("_id") for name in columns])
    after = {name: _plain(value) for name, value in columns.items()}
    undo["changed"].append({"agency": agency.pk, "before": before, "after": after})


def _plain(value):
    return value.isoformat() if isinstance(value, date) else value


@transaction.atomic
def undo(log: Reorganization, *, by) -> list[str]:
    """Give back what still stands as it was left. Returns sentences about what could not be: used or changed since."""
    _demand(by)
    log = Reorganization.objects.select_for_update().get(pk=log.pk)
    if log.is_undone:
        raise Refused(_("This was undone already."))
    left = [sentence for change in reversed(log.undo["changed"]) if (sentence := _give_back(change))]
    AgencyName.objects.filter(pk__in=log.undo["names"]).delete()
    Mention.objects.filter(pk__in=log.undo["mentions"]).update(printed_name="")
    Delegation.objects.filter(pk__in=log.undo["headings"]).update(heading="")
    for agency in Agency.objects.filter(pk__in=log.undo["made"]):
        left += _unmake(agency)
    log.undone_by, log.undone_at = by, timezone.now()
    log.save(update_fields=["undone_by", "undone_at"])
    return left


def _give_back(change: dict) -> str:
    agency = Agency.objects.select_for_update(of=("self",), no_key=True).get(pk=change["agency"])
    if {name: _plain(getattr(agency, name)) for name in change["after"]} != change["after"]:
        return _("“%(name)s” was changed since and stays as it is.") % {"name": agency.name}
    for name, value in change["before"].items():
        setattr(agency, name, date.fromisoformat(value) if name.endswith("_on") and value else value)
    agency.save(update_fields=[name.removesuffix("_id") for name in change["before"]])
    return ""


def _unmake(agency: Agency) -> list[str]:
    try:
        with transaction.atomic():
            agency.delete()
    except ProtectedError:
        return [_("“%(name)s” is used already and stays.") % {"name": agency.name}]
    return []


def _demand(by) -> None:
    if by is not None and not by.has_perm(PERMISSION):
        raise NotAllowed(_("You may not change agencies."))
