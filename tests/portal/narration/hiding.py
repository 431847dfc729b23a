"""Hiding somebody, as an administrator's decision does it."""

from news.models import Hiding
from tests import make


def hide(name: str) -> Hiding:
    # The page's question for the site's settings brings the news along.
    make.site_settings()
    return Hiding.objects.create(
        person=make.person(name), stand_in="một đại biểu", spellings=[name], reason="thử"
    )
