"""Where sound and marks lie. A file appears whole or not at all; its name says what it holds.

What a machine read lies in the public storage and can be made again; what a person read is private like every master, and saved.
"""

import json
import os
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path

from django.core.files.storage import storages

from accessibility.models import Recording

EXTENSIONS = {"audio/mpeg": "mp3", "audio/mp4": "m4a"}
MARKS_TYPE = "application/json"
# How much of a fingerprint stands in an address: 128 bits.
NAME = 32


def sound_path(recording: Recording) -> str:
    return _path(recording.fingerprint, EXTENSIONS[recording.media_type])


def marks_path(recording: Recording) -> str:
    return _path(recording.fingerprint, "json")


def sound_address(recording: Recording) -> str:
    """Answers only while a live edition has it (portal/narration/views.py)."""
    return f"/am-thanh/{recording.fingerprint[:NAME]}.{EXTENSIONS[recording.media_type]}"


def marks_address(recording: Recording) -> str:
    return f"/am-thanh/{recording.fingerprint[:NAME]}.json" if recording.has_marks else ""


def transcript_address(recording: Recording) -> str:
    return f"/am-thanh/{recording.fingerprint[:NAME]}.vtt" if recording.has_marks else ""


def storage(source: str = Recording.Source.MACHINE):
    return storages["private" if source == Recording.Source.PERSON else "public"]


@contextmanager
def draft(source: str = Recording.Source.MACHINE):
    """A file to write sound into, beside where it will lie; removed unless `keep` took it."""
    folder = Path(storage(source).path("narration"))
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, suffix=".part", delete=False) as file:
        try:
            yield file
        finally:
            with suppress(FileNotFoundError):
                os.unlink(file.name)


def keep(file, recording: Recording, marks: dict | None) -> None:
    """The marks first, then the sound, each renamed into place; the row that makes them public is the caller's."""
    if marks is not None:
        compact = json.dumps(marks, ensure_ascii=False, separators=(",", ":")).encode()
        with draft(recording.source) as written:
            written.write(compact)
            _settle(written, recording, marks_path(recording))
    _settle(file, recording, sound_path(recording))


def are_there(recording: Recording) -> bool:
    here = storage(recording.source)
    return here.exists(sound_path(recording)) and (
        not recording.has_marks or here.exists(marks_path(recording))
    )


def remove(recording: Recording) -> None:
    """Call after the row is gone. What another text shares (the same words, the same voice) stays."""
    if Recording.objects.filter(fingerprint=recording.fingerprint).exists():
        return
    here = storage(recording.source)
    here.delete(sound_path(recording))
    here.delete(marks_path(recording))


def _settle(file, recording: Recording, path: str) -> None:
    target = Path(storage(recording.source).path(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    file.flush()
    os.fsync(file.fileno())
    os.chmod(file.name, 0o644)
    os.replace(file.name, target)


def _path(fingerprint: str, extension: str) -> str:
    return f"narration/{fingerprint[:2]}/{fingerprint}.{extension}"
