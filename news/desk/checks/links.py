"""Links: they say where they lead, and those to our own pages lead somewhere."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from news.desk import links
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


def own_links_lead_somewhere(document: dict) -> Iterator[Finding]:
    """Links to pages of this site that readers cannot open now; other sites are never asked."""
    for href in sorted(links.broken(links.hrefs_of(document["body"]))):
        words = {"address": href}
        yield Finding(
            _("The link to %(address)s leads nowhere on this site.") % words, "body", is_blocking=False
        )
