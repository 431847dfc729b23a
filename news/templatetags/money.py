"""Numbers of tables as Vietnamese print them: 1.250.000 đ."""

from decimal import Decimal

from django import template
from django.utils.formats import number_format

register = template.Library()


@register.filter
def grouped(value: int) -> str:
    """1.250.000 (on English pages 1,250,000)."""
    return number_format(value, 0, use_l10n=True, force_grouping=True)


@register.filter
def dong(value: int) -> str:
    """1.250.000 đ, never broken between the number and the sign."""
    return f"{grouped(value)}\u00a0đ"


@register.filter
def short_decimal(value: Decimal) -> str:
    """2,5 and 33,33, without zeros at the end."""
    places = max(0, -Decimal(value).normalize().as_tuple().exponent)
    return number_format(value, places, use_l10n=True, force_grouping=True)
