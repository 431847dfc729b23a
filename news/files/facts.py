"""What was found inside a stored file, as sentences for whoever is about to publish it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news.models import StoredFile


def warnings(file: StoredFile) -> list[str]:
    """Sentences; empty for a file that tells nothing beyond its text."""
    return [*_counted(file.facts), *_flagged(file)]


def notes(file: StoredFile) -> list[str]:
    """What is good to know and asks for nothing."""
    if not file.facts.get("signed"):
        return []
    return [_("The file carries a digital signature, so it was kept unchanged.")]


def _counted(facts: dict) -> Iterator[str]:
    sentences = {
        "comments": lambda count: ngettext(
            "The file still holds %(count)d comment, which every reader can open.",
            "The file still holds %(count)d comments, which every reader can open.", count,
        ),
        "changes": lambda count: ngettext(
            "The file still shows %(count)d tracked change.", "The file still shows %(count)d tracked changes.", count
        ),
        "hidden": lambda count: ngettext(
            "%(count)d sheet or slide is hidden, but still in the file.",
            "%(count)d sheets or slides are hidden, but still in the file.", count,
        ),
        "notes": lambda count: ngettext(
            "%(count)d slide carries notes for the speaker.", "%(count)d slides carry notes for the speaker.", count
        ),
        "attached": lambda count: ngettext(
            "Another file lies inside this one.", "%(count)d other files lie inside this one.", count
        ),
    }  # fmt: skip
    for key, sentence in sentences.items():
        if count := facts.get(key):
            yield sentence(count) % {"count": count}
    if names := facts.get("names"):
        yield _("Names of people are left in it: %(names)s.") % {"names": ", ".join(names)}


def _flagged(file: StoredFile) -> Iterator[str]:
    facts = file.facts
    if file.is_scan:
        yield _(
            "This PDF is a scan without words: screen readers find nothing in it. Add the text as Word or PDF."
        )
    if facts.get("scripts"):
        yield _("The file runs a script when it is opened. Export it anew without one.")
    if facts.get("locked"):
        yield _("The file is locked by a password, so it could not be looked through.")
    if facts.get("unread"):
        yield _("The file could not be looked through: open it once and see whether it is whole.")
    if facts.get("tracking"):
        yield _("The film carries a record of places, as drones and action cameras write. Export it without.")
