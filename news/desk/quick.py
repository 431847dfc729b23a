"""What a quick fix may change: a few words of the title, the lead or the body, and nothing else."""

import re
from difflib import SequenceMatcher

from django.utils.translation import gettext as _

from news.desk.errors import Refused
from news.richtext import plain_text, sanitise

FIELDS = ("title", "lead", "body")
MOST_WORDS = 40
_MARKERS = re.compile(r"\[\[[^\]]*\]\]")


def mended(before: dict, texts: dict) -> dict:
    """The document with the texts of FIELDS replaced. Raises Refused where that is more than a quick fix."""
    after = before | {name: clean(name, texts[name]) for name in FIELDS if name in texts}
    if after == before:
        raise Refused(_("Nothing was changed."))
    if _MARKERS.findall(before["body"]) != _MARKERS.findall(after["body"]):
        raise Refused(
            _("A quick fix leaves photos and videos where they are. Use “Correct the published article”.")
        )
    changed = sum(
        max(len(row["removed"].split()), len(row["added"].split())) for row in changes(before, after)
    )
    if changed > MOST_WORDS:
        words = {"count": changed, "most": MOST_WORDS}
        raise Refused(
            _(
                "%(count)d words differ; a quick fix changes at most %(most)d. Use “Correct the published article”."
            )
            % words
        )
    return after


def clean(name: str, text: str) -> str:
    """As the document would keep it, so that two spellings of the same text do not count as a change."""
    text = text.replace("\r\n", "\n")
    return sanitise(text).strip() if name == "body" else text.strip()


def changes(before: dict, after: dict) -> list[dict]:
    """Each place that differs: {field, around, removed, added} in words, `around` the words just before it."""
    return [row for name in FIELDS for row in _differences(name, before[name], after[name])]


def _differences(name: str, before: str, after: str):
    old, new = (_words(name, text) for text in (before, after))
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield {
                "field": name,
                "around": " ".join(old[max(0, a - 4) : a]),
                "removed": " ".join(old[a:b]),
                "added": " ".join(new[c:d]),
            }
    if old == new and clean(name, before) != clean(name, after):
        yield {"field": name, "around": _("formatting or links"), "removed": "", "added": ""}


def _words(name: str, text: str) -> list[str]:
    return (plain_text(text) if name == "body" else text).split()
