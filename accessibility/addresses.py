"""The reader's own addresses in the language of the page being made."""

from django.urls import reverse
from django.utils.translation import get_language


def address(name):
    """The path of one of accessibility/urls.py, under `/en/` when the active language is English."""
    namespace = "reader-en" if get_language() == "en" else "reader"
    return reverse(f"{namespace}:{name}")
