"""What the newsroom's pages and feeds get to know of an article's sound (news/site/extras.py)."""

from collections.abc import Iterable

from django.db.models import CharField, Exists, F, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, Concat

from accessibility.models import Narration, Recording
from news.models import Edition
from news.site import extras, hidden
from news.site.rows import Rows
from portal.narration import files, owed, texts

_COLUMNS = {
    name: f"recording__{name}"
    for name in ("fingerprint", "media_type", "size", "milliseconds", "source", "has_marks")
} | {"pk_of_recording": "recording"}


def fill() -> None:
    extras.fill(
        audio_of_all=audio_of_all,
        remake_audio=remake_audio,
        columns=columns(),
        readings_of=readings_of,
        with_sound=with_sound,
    )


def columns() -> dict:
    return {"audio_rows": Rows(_heard().order_by("pk"), **_COLUMNS)}


def with_sound(editions: QuerySet) -> QuerySet:
    return editions.filter(Exists(_heard()))


def _heard() -> QuerySet:
    """The narration of the edition around it, if that has a recording."""
    key = Concat(Value(texts.PREFIX), Cast(OuterRef("pk"), CharField()))
    return Narration.objects.filter(key=key, recording__isnull=False)


def audio_of_all(editions: Iterable[Edition]) -> dict[int, extras.Audio]:
    """Of released editions; one query, none for those that carry `columns()`."""
    released = [edition for edition in editions if edition.state == Edition.State.RELEASED]
    found = {edition.pk: edition.audio_rows for edition in released if hasattr(edition, "audio_rows")}
    if asked := [texts.key_of(edition.pk) for edition in released if edition.pk not in found]:
        rows = Narration.objects.filter(key__in=asked, recording__isnull=False)
        found |= {
            texts.edition_of(row["key"]): [row]
            for row in rows.values("key", **{name: F(column) for name, column in _COLUMNS.items()})
        }
    audible = without_hidden_names([row for rows in found.values() for row in rows])
    return {
        pk: _audio(row) for pk, rows in found.items() for row in rows if row["pk_of_recording"] in audible
    }


def readings_of(editions: Iterable[Edition]) -> dict[int, extras.Reading]:
    keys = [texts.key_of(edition.pk) for edition in editions]
    rows = Narration.objects.filter(key__in=keys).select_related("recording")
    return {texts.edition_of(row.key): _reading(row) for row in rows}


def _reading(row: Narration) -> extras.Reading:
    made = row.recording
    return extras.Reading(
        sentences=made.sentences if made else 0, anew=made.spoken_anew if made else None, at=row.looked_at,
        is_waiting=row.state in Narration.UNFINISHED, is_machine=not made or made.source == Recording.Source.MACHINE,
    )  # fmt: skip


def remake_audio(edition: Edition) -> None:
    owed.owe(edition.pk, by_hand=True)


def without_hidden_names(rows: list[dict]) -> set[int]:
    """The ids of recordings in which nobody who is hidden is named. Asks the database only while somebody is hidden."""
    ids = {row["pk_of_recording"] for row in rows}
    whom = hidden.current()
    if not whom.names or not ids:
        return ids
    scripts = Recording.objects.filter(pk__in=ids).values_list("pk", "script")
    return {pk for pk, script in scripts if whom.blank(script) == script}


def _audio(row: dict) -> extras.Audio:
    recording = Recording(
        fingerprint=row["fingerprint"], media_type=row["media_type"], has_marks=row["has_marks"]
    )
    return extras.Audio(
        url=files.sound_address(recording), marks=files.marks_address(recording),
        transcript=files.transcript_address(recording), size=row["size"],
        seconds=round(row["milliseconds"] / 1000), media_type=row["media_type"],
        is_machine=row["source"] == Recording.Source.MACHINE,
    )  # fmt: skip
