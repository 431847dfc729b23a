"""Sentences already spoken, kept as samples: whoever changes one sentence of a long article pays for one sentence.

One file a sentence, named by engine, voice, version and words; a line of JSON, then the samples. A file appears whole or not at all.
The least used go when the folder is full.
"""

import hashlib
import json
import os
import sys
import tempfile
from array import array
from contextlib import suppress
from pathlib import Path

from accessibility.narration.engines import Engine, Sound
from accessibility.narration.sentences import chunks

# Part of every name: a change of how samples are kept or trimmed makes the old ones unfindable.
FORMAT = 1
# No engine is asked for more at once; longer sentences are said in pieces.
LONGEST = 2_000
# Amplitude (of 32,768) below which the end of a sentence is silence; the gaps between sentences are ours.
SILENCE = 48
# Bytes written between two looks at the size of the folder.
BETWEEN_LOOKS = 16 * 1024 * 1024


class SpokenBefore:
    """`spoken` counts the sentences that an engine was really asked for."""

    def __init__(self, folder: Path, most_bytes: int):
        self.folder, self.most_bytes = folder, most_bytes
        self.spoken = 0
        self.unlooked = BETWEEN_LOOKS

    def say(self, engine: Engine, text: str) -> Sound:
        """Raises EngineFailed."""
        path = self._path(engine, text)
        if known := _read(path):
            with suppress(OSError):
                os.utime(path)
            return known
        sound = _trimmed(_said(engine, text))
        self.spoken += 1
        self._keep(path, sound)
        return sound

    def trim(self) -> int:
        """Remove the least used until the folder holds nine tenths of what it may; returns how many went."""
        files = [(entry.stat(), entry) for entry in self.folder.glob("*/*") if entry.is_file()]
        total, gone = sum(facts.st_size for facts, _ in files), 0
        if total <= self.most_bytes:
            return 0
        for facts, entry in sorted(files, key=lambda row: row[0].st_mtime):
            if total <= self.most_bytes * 0.9:
                break
            entry.unlink(missing_ok=True)
            total -= facts.st_size
            gone += 1
        return gone

    def _path(self, engine: Engine, text: str) -> Path:
        name = hashlib.sha256(f"{FORMAT}|{engine.identity}|{text}".encode()).hexdigest()
        return self.folder / name[:2] / name

    def _keep(self, path: Path, sound: Sound) -> None:
        """A full disk is no reason not to go on: the sentence is then spoken again next time."""
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor, draft = tempfile.mkstemp(dir=path.parent)
            with open(descriptor, "wb") as file:
                file.write(json.dumps({"words": sound.words, "bytes": len(sound.samples)}).encode() + b"\n")
                file.write(sound.samples)
            os.replace(draft, path)
        self.unlooked -= len(sound.samples)
        if self.unlooked <= 0:
            self.unlooked = BETWEEN_LOOKS
            self.trim()


def _read(path: Path) -> Sound | None:
    try:
        with path.open("rb") as file:
            head = json.loads(file.readline())
            samples = file.read()
    except (OSError, ValueError):
        return None
    if len(samples) != head["bytes"]:
        return None
    return Sound(samples, tuple(tuple(word) for word in head["words"]))


def _said(engine: Engine, text: str) -> Sound:
    pieces, words, place, sample = [], [], 0, 0
    for piece in chunks(text, LONGEST):
        sound = engine.say(piece)
        words += [(place + first, length, sample + at) for first, length, at in sound.words]
        pieces.append(sound.samples)
        place += len(piece)
        sample += len(sound.samples) // 2
    return Sound(b"".join(pieces), tuple(words))


def _trimmed(sound: Sound) -> Sound:
    """Without the engine's own silence at the end."""
    samples = array("h", sound.samples)
    if sys.byteorder == "big":
        samples.byteswap()
    end = len(samples)
    while end and -SILENCE < samples[end - 1] < SILENCE:
        end -= 1
    return Sound(sound.samples[: 2 * end], tuple(word for word in sound.words if word[2] < max(1, end)))
