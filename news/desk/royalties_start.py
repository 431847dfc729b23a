"""The first coefficients of a site: a proposal to begin with, kept as data (royalties_start.csv). What is paid is the agency's own
decision, so nothing counts before somebody has looked at every figure and written down what it follows from."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from news.desk.errors import NotAllowed, Refused
from news.desk.rights import holds_everywhere
from news.models import Credit, Kind, RoyaltyBase, RoyaltyRate

SET = ("news.add_royaltyrate", "news.add_royaltybase")
_TABLE = Path(__file__).with_name("royalties_start.csv")


@dataclass(frozen=True)
class Start:
    """One row of the proposal; `kind` is "" for all kinds that have no row of their own."""

    part: str
    kind: str
    coefficient: Decimal
    is_per_photo: bool

    @property
    def key(self) -> str:
        return f"{self.part}-{self.kind or 'all'}"

    @property
    def label(self) -> str:
        kind = str(Kind(self.kind).label) if self.kind else _("All kinds")
        return f"{Credit.Part(self.part).label} · {kind}"


def starts() -> list[Start]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return [
            Start(row["part"], row["kind"], Decimal(row["coefficient"]), bool(row["per_photo"]))
            for row in csv.DictReader(file)
        ]


def may_set(user) -> bool:
    return all(holds_everywhere(user, permission) for permission in SET)


@transaction.atomic
def begin(
    rows: Iterable[tuple[Start, Decimal]], *, by, amount: int | None, from_on: date, note: str
) -> list[RoyaltyRate]:
    """Write the coefficients, and the value of one unit where one is given. Raises NotAllowed, or Refused where some are set."""
    if not may_set(by):
        raise NotAllowed(_("You may not set coefficients of royalties. Nothing was changed."))
    if RoyaltyRate.objects.exists():
        raise Refused(_("Coefficients are set already. Change them in their own table."))
    if amount:
        RoyaltyBase.objects.create(from_on=from_on, amount=amount, note=note)
    # One by one: each is a line of the log.
    return [
        RoyaltyRate.objects.create(
            part=row.part, kind=row.kind, coefficient=coefficient, is_per_photo=row.is_per_photo,
            from_on=from_on, note=note,
        )
        for row, coefficient in rows
    ]  # fmt: skip
