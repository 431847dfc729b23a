"""Which unit and which coefficient hold on a day; both tables are read once for a whole month."""

from datetime import date

from news.models import RoyaltyBase, RoyaltyRate


class Rates:
    """Two queries, whatever is asked afterwards."""

    def __init__(self):
        self._bases = list(RoyaltyBase.objects.order_by("-from_on"))
        self._rates = list(RoyaltyRate.objects.order_by("-from_on"))

    def base_on(self, day: date) -> int | None:
        """The value of one unit in đồng; None where none was in force yet."""
        return next((base.amount for base in self._bases if base.from_on <= day), None)

    def rate_on(self, kind: str, part: str, day: date) -> RoyaltyRate | None:
        """The newest coefficient of this kind of article, else the newest for all kinds."""
        in_force = [rate for rate in self._rates if rate.part == part and rate.from_on <= day]
        for wanted in (kind, ""):
            if found := next((rate for rate in in_force if rate.kind == wanted), None):
                return found
        return None
