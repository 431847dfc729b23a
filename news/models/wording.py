"""Names in two languages, chosen by the language of the page."""

from django.utils.translation import get_language


def in_language(row, field: str) -> str:
    """`row.<field>_en` on English pages where it is filled in, else `row.<field>`."""
    if (get_language() or "vi").startswith("en"):
        return getattr(row, f"{field}_en") or getattr(row, field)
    return getattr(row, field)
