"""What lines about agencies say: which bodies, what becomes of them, from which day, and what follows from it.

"Sở A + Sở B → Sở C; 01/03/2025" makes C the successor of both from that day. "Sở A → Sở B; 01/03/2025; đổi tên" is the same
body under a new name.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news.desk.errors import Refused
from news.fold import fold, nfc
from news.models import Agency, AgencyName, Mention

MOST_LINES = 300
_ARROW = re.compile(r"\s*(?:→|->|=>|\t)\s*")
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
RENAMED = {"doi ten", "renamed", "rename"}


@dataclass
class Line:
    """One line as understood. `new` is None where the agency will be made under `new_name`; `fault` stops the whole."""

    number: int
    text: str
    olds: list[Agency] = field(default_factory=list)
    new: Agency | None = None
    new_name: str = ""
    on: date | None = None
    is_rename: bool = False
    fault: str = ""
    consequences: list[str] = field(default_factory=list)


def understood(text: str, default_on: date | None) -> list[Line]:
    """Each line that is not empty, with its consequences or its fault. Nothing is changed."""
    texts = [line.strip() for line in nfc(text).splitlines() if line.strip()][:MOST_LINES]
    lines = [_line(number, line, default_on) for number, line in enumerate(texts, 1)]
    _check_together(lines)
    for line in lines:
        if not line.fault:
            line.consequences = _consequences(line)
    return lines


def _line(number: int, text: str, default_on: date | None) -> Line:
    line = Line(number, text)
    try:
        _fill(line, default_on)
    except Refused as refusal:
        line.fault = str(refusal)
    return line


def _fill(line: Line, default_on: date | None) -> None:
    names, *notes = [part.strip() for part in line.text.split(";")]
    sides = [side.strip() for side in _ARROW.split(names)]
    if len(sides) != 2 or not all(sides):
        raise Refused(_("Write: old name → new name; day; and “đổi tên” where the body stays the same."))
    line.on, line.is_rename = default_on, any(fold(note) in RENAMED for note in notes)
    for note in notes:
        line.on = day(note) or line.on
    if line.on is None:
        raise Refused(_("The day is missing: write it as 01/03/2025."))
    line.olds = [_known(name) for name in re.split(r"\s+\+\s+", sides[0])]
    line.new_name = sides[1]
    if line.is_rename:
        _check_rename(line)
    else:
        line.new = _found(sides[1])
        _check_succession(line)


def day(text: str) -> date | None:
    """From 01/03/2025; None for what is no day at all, Refused for one that no calendar has."""
    match = _DAY.fullmatch(text.strip())
    if not match:
        return None
    day, month, year = map(int, match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise Refused(_("No calendar has the day %(day)s.") % {"day": text}) from None


def _known(name: str) -> Agency:
    if found := _found(name):
        return found
    near = Agency.objects.filter(merged_into=None, folded__contains=fold(name)).order_by("folded")[:3]
    hint = _(" Did you mean: %(names)s?") % {"names": "; ".join(row.name for row in near)} if near else ""
    raise Refused(_("No agency is called “%(name)s”.") % {"name": name} + hint)


def _found(name: str) -> Agency | None:
    """By its name or another name, or as #12; raises Refused where several are called so."""
    if key := re.fullmatch(r"#(\d{1,18})", name):
        return Agency.objects.filter(pk=int(key[1]), merged_into=None).first()
    rows = list(Agency.objects.filter(folded=fold(name)[:255], merged_into=None).select_related("parent")[:5])
    if not rows:
        others = AgencyName.objects.filter(folded=fold(name)[:255], agency__merged_into=None)
        rows = list(Agency.objects.filter(pk__in=others.values("agency"))[:5])
    exact = [row for row in rows if row.name == nfc(name)]
    rows = exact if len(exact) == 1 else rows
    if len(rows) > 1:
        names = "; ".join(
            f"#{row.pk} {row.name}" + (f" ({row.parent})" if row.parent else "") for row in rows
        )
        raise Refused(_("Several agencies are called so; write the number: %(names)s") % {"names": names})
    return rows[0] if rows else None


def _check_rename(line: Line) -> None:
    if len(line.olds) > 1:
        raise Refused(_("Only one agency can take a new name."))
    if line.on > timezone.localdate():
        raise Refused(_("A new name is entered from its day on: that day lies in the future."))
    taken = _found(line.new_name)
    if taken and taken != line.olds[0]:
        raise Refused(_("Another agency has that name already; let it be the successor instead."))
    if line.olds[0].name == line.new_name:
        raise Refused(_("The agency has this name already."))


def _check_succession(line: Line) -> None:
    for old in line.olds:
        if old == line.new:
            raise Refused(_("An agency cannot succeed itself."))
        if old.successor_id and old.successor_id != (line.new and line.new.pk):
            raise Refused(
                _("“%(old)s” has a successor already: %(new)s.") % {"old": old.name, "new": old.successor}
            )
        if line.new and old.pk in _following(line.new):
            raise Refused(_("“%(old)s” follows “%(new)s”: the two would follow each other.")
                          % {"old": old.name, "new": line.new.name})  # fmt: skip


def _following(agency: Agency) -> list[int]:
    """The keys of an agency's successors, the next first."""
    keys: list[int] = []
    while agency.successor_id and agency.successor_id not in keys:
        keys.append(agency.successor_id)
        agency = agency.successor
    return keys


def _check_together(lines: list[Line]) -> None:
    """No two lines about one old body, no circle over several lines."""
    leads: dict[str, str] = {}
    for line in lines:
        for old in line.olds if not line.fault else ():
            if old.folded in leads:
                line.fault = _("An earlier line is about “%(old)s” too.") % {"old": old.name}
            elif not line.is_rename:
                leads[old.folded] = line.new.folded if line.new else fold(line.new_name)[:255]
    for line in lines:
        seen, here = set(), line.olds[0].folded if line.olds and not line.fault and not line.is_rename else ""
        while here in leads and here not in seen:
            seen.add(here)
            here = leads[here]
        if here and here in seen:
            line.fault = _("These lines lead in a circle.")


def _consequences(line: Line) -> list[str]:
    words = {
        "new": line.new_name if line.is_rename or not line.new else line.new.name,
        "day": line.on.strftime("%d/%m/%Y"),
    }
    if line.is_rename:
        said = [
            _("The record is called “%(new)s” from %(day)s; the old name stays known with its days.") % words
        ]
    elif line.new:
        said = [_("“%(new)s” is named as the successor from %(day)s.") % words]
    else:
        said = [_("“%(new)s” is made, and named as the successor from %(day)s.") % words]
    keys = [old.pk for old in line.olds]
    used = Mention.objects.filter(agency__in=keys).values("edition__article").distinct().count()
    said.append(
        ngettext(
            "%d article keeps the old name as printed.", "%d articles keep the old name as printed.", used
        )
        % used
    )
    if not line.is_rename and (units := Agency.objects.filter(parent__in=keys).count()):
        said.append(ngettext("%d unit stands below it.", "%d units stand below it.", units) % units)
    return said
