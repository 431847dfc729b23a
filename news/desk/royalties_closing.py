"""Closing a month: its lines are written down once and never change. Reopening says why, and lets a new closing follow.

Where the site asks for two people, one proposes the very table that was shown and another closes it.
"""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from hashlib import sha256

from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from news.desk.errors import NotAllowed, Refused
from news.desk.rights import holds_everywhere as may
from news.desk.royalties import Line, Table, first_day, table_of
from news.models import RoyaltyClosing, RoyaltyLine, RoyaltyProposal, RoyaltyReopening, SiteSettings

SEE = "news.view_royaltyclosing"
CLOSE = "news.close_royalties"


class Moved(Refused):
    """The table is no longer the one that was shown; `table` is the new one."""

    def __init__(self, table: Table):
        super().__init__(_("The table has changed since you opened this page. Look at it again."))
        self.table = table


def standing(month: date) -> RoyaltyClosing | None:
    """The closing that holds now; None for an open month."""
    return RoyaltyClosing.objects.filter(month=month, reopening=None).first()


def fingerprint(lines: Iterable[Line | RoyaltyLine]) -> str:
    """The same for the same lines, whether computed or frozen, in whatever order."""
    texts = sorted(
        f"{line.number}|{line.part}|{line.name}|{line.pen_name}|{line.share:.2f}|{line.coefficient:.2f}|"
        f"{line.quantity}|{line.base}|{line.amount}"
        for line in lines
    )
    return sha256("\n".join(texts).encode()).hexdigest()[:32]


def why_not(table: Table) -> str:
    """The sentence that stands against closing; "" where nothing does."""
    if table.month >= first_day(timezone.localdate()):
        return _("A month is closed after its last day.")
    if not table.is_whole:
        return _("The month cannot be closed yet. Mend what is marked below first.")
    return ""


def close(month: date, *, by, seen: str, accepts_unpaid: bool = False) -> RoyaltyClosing:
    """Freeze the month. `seen` is the fingerprint of the table that the person looked at; articles without a credit must
    be accepted expressly. Raises NotAllowed, Moved or Refused, and then changes nothing."""
    _demand(by)
    try:
        with transaction.atomic():
            return _close(month, by, seen, accepts_unpaid)
    except IntegrityError:
        raise Refused(_("Somebody else closed this month just now.")) from None


def propose(month: date, *, by, seen: str, accepts_unpaid: bool = False) -> RoyaltyProposal:
    """Ask another person to close the month as it was shown. Raises NotAllowed, Moved or Refused as `close` does."""
    _demand(by)
    table = _looked_through(month, seen, accepts_unpaid)
    if proposed(table):
        raise Refused(_("This table is proposed already and waits for another person."))
    return RoyaltyProposal.objects.create(
        month=month, seen=seen, total=table.total, accepts_unpaid=accepts_unpaid, by=by
    )


def needs_two() -> bool:
    return SiteSettings.load().people_needed == SiteSettings.People.TWO


def proposed(table: Table) -> RoyaltyProposal | None:
    """The newest proposal of this very table that has not led to a closing yet."""
    found = RoyaltyProposal.objects.filter(month=table.month, seen=fingerprint(table.lines), closings=None)
    return found.order_by("-pk").first()


def waiting(user) -> list[RoyaltyProposal]:
    """Proposals of others that this person may answer by closing, one a month, the oldest month first."""
    if not may(user, CLOSE) or not needs_two():
        return []
    held = RoyaltyClosing.objects.filter(reopening=None).values("month")
    found = RoyaltyProposal.objects.filter(closings=None).exclude(month__in=held).order_by("month", "pk")
    newest = {row.month: row for row in found}
    return [row for row in newest.values() if row.by_id != user.pk]


def others_who_may(by) -> list[str]:
    """The names of those who can close what `by` proposed."""
    app, codename = CLOSE.split(".")
    held = Q(groups__permissions__codename=codename, groups__permissions__content_type__app_label=app)
    users = get_user_model().objects.filter(held, is_active=True, is_superuser=False).distinct()
    return sorted(str(user) for user in users if user.pk != by.pk and may(user, CLOSE))


def _looked_through(month: date, seen: str, accepts_unpaid: bool) -> Table:
    """The table as it stands, if it is the one that was shown and nothing stands against closing it."""
    if standing(month):
        raise Refused(_("This month is closed already."))
    table = table_of(month)
    if sentence := why_not(table):
        raise Refused(sentence)
    if seen != fingerprint(table.lines):
        raise Moved(table)
    if table.unpaid and not accepts_unpaid:
        raise Refused(_("Say that articles without a credit are not paid."))
    return table


def _second_of(table: Table, by) -> RoyaltyProposal | None:
    """The proposal that this person may follow; None where one person is enough."""
    if not needs_two():
        return None
    proposal = proposed(table)
    if proposal is None:
        raise Refused(_("Two people close a month here: one proposes it, another closes it."))
    if proposal.by_id == by.pk:
        raise Refused(_("You proposed this table yourself, so another person closes it."))
    return proposal


def _close(month: date, by, seen: str, accepts_unpaid: bool) -> RoyaltyClosing:
    table = _looked_through(month, seen, accepts_unpaid)
    closing = RoyaltyClosing.objects.create(
        proposal=_second_of(table, by),
        month=month,
        ordinal=RoyaltyClosing.objects.filter(month=month).count() + 1,
        articles=table.articles,
        unpaid=table.unpaid,
        total=table.total,
        by=by,
    )
    RoyaltyLine.objects.bulk_create(
        RoyaltyLine(closing=closing, order=order, **asdict(line)) for order, line in enumerate(table.lines)
    )
    return closing


def reopen(closing: RoyaltyClosing, *, by, reason: str) -> RoyaltyReopening:
    _demand(by)
    if not reason.strip():
        raise Refused(_("Write why the month is opened again."))
    try:
        with transaction.atomic():
            return RoyaltyReopening.objects.create(closing=closing, by=by, reason=reason.strip())
    except IntegrityError:
        raise Refused(_("This month is open already.")) from None


def _demand(by) -> None:
    if not may(by, CLOSE):
        raise NotAllowed(_("You may not close or reopen months of royalties. Nothing was changed."))
