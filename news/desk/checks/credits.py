"""Who made what: shares that leave money over, or hand out more than there is."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from news.desk.checks.finding import Finding
from news.desk.royalties import shares_fault


def shares_add_up(document: dict) -> Iterator[Finding]:
    """Worth a look before publishing; it stands against the closing of the month (news/desk/royalties_closing.py)."""
    parts = defaultdict(list)
    for number, credit in enumerate(document["credits"]):
        parts[credit["part"]].append((number, Decimal(credit["share"])))
    for part, rows in parts.items():
        if sentence := shares_fault(part, [share for _number, share in rows]):
            yield Finding(sentence, f"credits.{rows[-1][0]}.share", False)
