"""Arithmetic of royalties, in whole đồng. Nothing is lost or made by rounding: the parts of a work add up to its worth."""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

WHOLE = Decimal(100)


def worth(coefficient: Decimal, quantity: int, base: int) -> int:
    """Coefficient × quantity × value of one unit, rounded once to whole đồng, half a đồng upwards."""
    return int((coefficient * quantity * base).quantize(Decimal(1), ROUND_HALF_UP))


def split(amount: int, shares: Sequence[Decimal]) -> list[int]:
    """`amount` by `shares` in per cent, in their order. Each part is cut to whole đồng; the đồng left over go one each to
    the largest remainders, the first of equal ones. Shares of 100 together use up the amount exactly."""
    exact = [amount * share / WHOLE for share in shares]
    parts = [int(part.quantize(Decimal(1), ROUND_FLOOR)) for part in exact]
    due = int((amount * sum(shares, Decimal(0)) / WHOLE).quantize(Decimal(1), ROUND_HALF_UP))
    by_remainder = sorted(range(len(parts)), key=lambda index: parts[index] - exact[index])
    for index in by_remainder[: due - sum(parts)]:
        parts[index] += 1
    return parts
