"""An editor's own recording in the place of the machine's voice: looked through, cleaned of its makers' names, and public as soon as
its edition is."""

import io
import wave
from dataclasses import dataclass
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accessibility.models import Narration, Recording
from accessibility.narration import mp3, recording
from news.files import antivirus, mp4
from news.files.storing import Patched
from portal.narration import files, texts

MOST_BYTES = 60 * 1024 * 1024
MOST_WAVE_BYTES = 400 * 1024 * 1024
# Of a person's voice, where we encode it ourselves.
KILOBITS = 64
SHORTEST = 1_000  # ms
# The last two are the encoder's, for a rate that it does not take.
_NOT_READ = (wave.Error, EOFError, RuntimeError, OverflowError)


@dataclass(frozen=True)
class Sound:
    """What is kept: the bytes as readers get them, their length in ms, their type."""

    data: bytes
    milliseconds: int
    media_type: str = recording.MEDIA_TYPE


def take_in(narration: Narration, file, *, by, lights: bool) -> Recording:
    """Keep `file` as what readers hear of this text. `lights`: sentences are lit at times shared out by length.

    `file` is a seekable binary file object, MP3, M4A (of telephones) or WAV. Raises ValidationError, FileRefused (a virus).
    """
    size = file.seek(0, 2)
    file.seek(0)
    is_wave = file.read(12)[8:] == b"WAVE"
    if size > (MOST_WAVE_BYTES if is_wave else MOST_BYTES):
        raise ValidationError(_("The recording is too large. Save it as MP3 and add it again."))
    antivirus.demand_clean(file, getattr(file, "name", "") or "")
    file.seek(0)
    sound = _from_wave(file) if is_wave else _from_telephone(file) or _cleaned(file.read())
    if sound.milliseconds < SHORTEST:
        raise ValidationError(_("The recording is shorter than a second."))
    return _keep(narration, sound, by, lights)


def drop(narration: Narration) -> None:
    """Back to the machine's voice, which reads as soon as the worker comes to it."""
    own = list(narration.recordings.filter(source=Recording.Source.PERSON))
    with transaction.atomic():
        again = {"state": Narration.State.OWED, "due_at": timezone.now(), "attempts": 0, "recording": None}
        Narration.objects.filter(pk=narration.pk).update(**again)
        narration.recordings.filter(source=Recording.Source.PERSON).delete()
    for row in own:
        files.remove(row)


def _refusal() -> ValidationError:
    return ValidationError(
        _("This is no sound file that every browser plays. Save the recording as MP3 and add it again.")
    )


def _cleaned(data: bytes) -> Sound:
    try:
        cleaned = mp3.clean(data)
    except mp3.NotMp3 as error:
        raise _refusal() from error
    return Sound(cleaned.frames, cleaned.milliseconds)


def _from_telephone(file) -> Sound | None:
    """AAC in an MP4, with the notes of its maker blanked; None for any other file."""
    if not mp4.is_mp4(file):
        file.seek(0)
        return None
    try:
        heard = mp4.read_sound(file)
    except mp4.NotPlayable as error:
        raise _refusal() from error
    return Sound(b"".join(Patched(file, heard.patches).chunks()), heard.seconds * 1000, "audio/mp4")


def _from_wave(file) -> Sound:
    file.seek(0)
    try:
        with wave.open(file) as sound:
            if sound.getsampwidth() != 2 or sound.getnchannels() > 2:
                raise wave.Error
            return _cleaned(_encoded(sound))
    except _NOT_READ as error:
        raise ValidationError(
            _(
                "This WAV file is not read here (16 bit, one or two channels are). Save it as MP3 and add it again."
            )
        ) from error


def _encoded(sound: wave.Wave_read) -> bytes:
    import lameenc

    encoder = lameenc.Encoder()
    encoder.set_channels(sound.getnchannels())
    encoder.set_in_sample_rate(sound.getframerate())
    encoder.set_out_sample_rate(44_100)
    encoder.set_bit_rate(KILOBITS)
    encoder.set_quality(5)
    encoder.silence()
    out = io.BytesIO()
    while samples := sound.readframes(1 << 16):
        out.write(encoder.encode(samples))
    out.write(encoder.flush())
    return out.getvalue()


def _keep(narration: Narration, sound: Sound, by, lights: bool) -> Recording:
    text = texts.sentences_of(texts.edition_of(narration.key)) or []
    marks = _shared_out(text, sound.milliseconds) if lights else None
    rows = marks["s"] if marks else []
    name = sha256(sound.data + repr(rows).encode()).hexdigest()
    made = Recording(
        narration=narration, fingerprint=name, source=Recording.Source.PERSON, voice="person",
        media_type=sound.media_type, size=len(sound.data), milliseconds=sound.milliseconds,
        sentences=len(rows), has_marks=bool(rows), made_by=by, script=texts.script_of(text),
    )  # fmt: skip
    with files.draft(made.source) as file:
        file.write(sound.data)
        files.keep(file, made, marks if rows else None)
    with transaction.atomic():
        narration.recordings.filter(fingerprint=name).delete()
        made.save()
        narration.recordings.exclude(pk=made.pk).update(replaced_at=timezone.now())
        done = {"state": Narration.State.MADE, "attempts": 0, "error": "", "due_at": timezone.now()}
        Narration.objects.filter(pk=narration.pk).update(recording=made, is_asked_for=True, **done)
    return made


def _shared_out(text: list[recording.Line], length: int) -> dict:
    """Marks of sentences by their share of the letters: near enough to follow, so no word is lit."""
    letters, said, rows = max(1, sum(len(line.said) for line in text)), 0, []
    for line in text:
        begins, said = said, said + len(line.said)
        moments = [round(place * length / letters) for place in (begins, said)]
        rows.append([line.block, line.start, line.end, *moments, []])
    return {"v": recording.VERSION, "voice": "person", "dur": length, "s": rows}
