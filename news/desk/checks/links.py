"""Links: they say where they lead, and those to our own pages lead somewhere."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from news.desk.checks.finding import Finding
from news.richtext import plain_text


def links_say_where_they_lead(document: dict) -> Iterator[Finding]:
    for text in re.findall(r"<a\b[^>]*>(.*?)</a>", document["body"], re.DOTALL):
        words = plain_text(text).strip().lower().rstrip(".")
        if words in {"tại đây", "ở đây", "xem thêm", "here", "click here", "bấm vào đây"}:
            yield Finding(
                _("The link “%(words)s” does not say where it leads.") % {"words": words},
                "body",
                is_blocking=False,
            )
