"""Title, lead, body and category: what an article cannot do without, and the order of its headings."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from news.desk.checks.finding import Finding
from news.richtext import plain_text


def texts_are_there(document: dict) -> Iterator[Finding]:
    if not document["title"]:
        yield Finding(_("The title is missing."), "title")
    if not plain_text(document["body"]).strip() and not document["lead"]:
        yield Finding(_("The article has no text yet."), "body")
    if not document["lead"]:
        yield Finding(_("The lead is missing."), "lead", is_blocking=False)


def category_is_chosen(document: dict) -> Iterator[Finding]:
    if not document["category"]:
        yield Finding(_("No category is chosen."), "category")


def headings_are_in_order(document: dict) -> Iterator[Finding]:
    levels = [int(level) for level in re.findall(r"<h([23])\b", document["body"])]
    if levels and levels[0] != 2:
        yield Finding(
            _("The first heading of the text is one of the second level."), "body", is_blocking=False
        )
