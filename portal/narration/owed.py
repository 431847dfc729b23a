"""Which editions are owed a recording. Not a list of chores but a question, asked again every minute (portal/work.py)."""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accessibility.models import Narration, Recording
from accessibility.narration.engines import EngineFailed
from news.models import Edition
from portal.narration import files, texts

State = Narration.State
# A page that still stands in somebody's cache names the recording of a minute ago.
GRACE = timedelta(hours=1)
# Whatever changed without our noticing (a body's name, say) is noticed after a week.
LOOK_AGAIN = timedelta(days=7)
MOST_AT_ONCE = 200
MOST_LOOKS = 50


def owe(edition_pk: int, *, by_hand: bool = False) -> None:
    """That this edition is to be heard. Twice is once; by hand it is looked at again even if it was made."""
    narration, is_new = Narration.objects.get_or_create(
        key=texts.key_of(edition_pk), defaults={"is_asked_for": by_hand}
    )
    if by_hand and not is_new:
        again = {"state": State.OWED, "due_at": timezone.now(), "attempts": 0, "error": "", "stamp": ""}
        Narration.objects.filter(pk=narration.pk).update(is_asked_for=True, **again)


def note_step(sender, article, **news) -> None:
    """A step of the desk was taken: what it released, for now or for later, waits to be read from this moment on."""
    edition = article.last_release
    if edition and settings.NARRATION_ENGINE != "none" and edition.listed_at:
        owe(edition.pk)


def find() -> None:
    """Everything that is owed becomes a row that waits; what is owed no more goes. Safe to run at any time, by several."""
    wanted = wanted_editions()
    _add(wanted)
    _look_again()
    _forget(wanted)
    _forget_replaced()


def wanted_editions() -> list[int]:
    """Primary keys: what is scheduled, then the newest of what is live, as many as the operator has room for."""
    if settings.NARRATION_ENGINE == "none":
        return []
    now = timezone.now()
    released = Edition.objects.filter(state="released", live_from__gt=now).order_by("live_from")
    coming = released.values_list("pk", flat=True)[:MOST_AT_ONCE]
    newest = []
    # A language at a time, as the index of the public lists has them.
    for language in texts.LANGUAGES:
        live = Edition.objects.live(now).in_language(language).newest_first()
        newest += live.values_list("listed_at", "pk")[: settings.NARRATION_NEWEST]
    return [*coming, *(pk for _, pk in sorted(newest, reverse=True)[: settings.NARRATION_NEWEST])]


def _add(wanted: list[int]) -> None:
    known = set(Narration.objects.values_list("key", flat=True))
    missing = [key for key in map(texts.key_of, wanted) if key not in known][:MOST_AT_ONCE]
    Narration.objects.bulk_create([Narration(key=key) for key in missing], ignore_conflicts=True)


def _look_again() -> None:
    """Texts that were last looked at with another voice, other spellings or rules, or long ago; the newest first."""
    now = timezone.now()
    try:
        stamp = texts.stamp()
    except EngineFailed:
        # What is owed anew will say why; what was made before stays as it is.
        return
    stale = ~Q(stamp=stamp) | Q(looked_at__lt=now - LOOK_AGAIN)
    settled = Narration.objects.filter(stale, state__in=[State.MADE, State.SILENT])
    chosen = settled.order_by("-pk").values_list("pk", flat=True)[:MOST_LOOKS]
    Narration.objects.filter(pk__in=list(chosen)).update(state=State.OWED, due_at=now)


def _forget(wanted: list[int]) -> None:
    """The sound of texts that no reader can open any more, or that are too old for it; a person's recording stays."""
    kept = set(map(texts.key_of, wanted))
    gone = [row for row in Narration.objects.only("pk", "key", "is_asked_for") if row.key not in kept]
    editions = {texts.edition_of(row.key) for row in gone}
    public = set(Edition.objects.live().filter(pk__in=editions).values_list("pk", flat=True))
    for row in gone:
        if not (row.is_asked_for and texts.edition_of(row.key) in public):
            forget(row)


def forget(narration: Narration) -> None:
    recordings = list(narration.recordings.all())
    if any(recording.source == Recording.Source.PERSON for recording in recordings):
        return
    narration.delete()
    _remove_files(recordings)


def _forget_replaced() -> None:
    replaced = list(Recording.objects.filter(replaced_at__lt=timezone.now() - GRACE)[:MOST_AT_ONCE])
    Recording.objects.filter(pk__in=[recording.pk for recording in replaced]).delete()
    _remove_files(replaced)


def _remove_files(recordings: Iterable[Recording]) -> None:
    for recording in recordings:
        transaction.on_commit(lambda recording=recording: files.remove(recording))
