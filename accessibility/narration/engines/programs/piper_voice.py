"""A Piper voice that the operator put on disk, as a program (wire.py): `piper_voice.py VOICE.onnx`.

Runs under any Python that has `piper-tts`. The voice file is part of the version: another file is another voice.
"""

import hashlib
import sys
from array import array
from pathlib import Path

import wire

RATE = 22_050
# Piper writes this mark between words.
BETWEEN_WORDS = " "


class Piper:
    def __init__(self, path):
        from piper import PiperVoice

        self.voice = PiperVoice.load(path)
        with Path(path).open("rb") as file:
            self.version = hashlib.file_digest(file, "sha256").hexdigest()[:12]

    def say(self, text, voice):
        """`voice` says nothing: the program reads with the file it was started with. Words are told only where the model tells
        their times; guessed ones would light the wrong word."""
        pieces, words, place, length = [], [], 0, 0
        for chunk in self._chunks(text):
            samples = _resampled(array("h", chunk.audio_int16_bytes), chunk.sample_rate)
            mine, place = _next_words(text, place, _count_words(chunk))
            words += _timed(mine, _starts(chunk, len(mine), len(samples)), length)
            pieces.append(samples.tobytes())
            length += len(samples)
        return b"".join(pieces), words

    def _chunks(self, text):
        try:
            return list(self.voice.synthesize(text, include_alignments=True))
        except TypeError:  # a Piper that cannot tell times
            return list(self.voice.synthesize(text))


def _resampled(samples, rate):
    """At our rate, by straight lines between samples: enough for a voice, and needed only for the smallest ones (16,000 Hz)."""
    if rate == RATE:
        return samples
    made, last = array("h"), len(samples) - 1
    for number in range(len(samples) * RATE // rate):
        place, part = divmod(number * rate, RATE)
        here, next_one = samples[place], samples[min(place + 1, last)]
        made.append(here + (next_one - here) * part // RATE)
    return made


def _count_words(chunk):
    """How many words of the text a chunk holds; None where Piper does not say (then it holds all that are left)."""
    phonemes = getattr(chunk, "phonemes", None)
    return None if phonemes is None else len("".join(phonemes).split())


def _next_words(text, place, count):
    """([(first character, characters), …], where they end) of the next `count` words of `text` after `place`."""
    found = []
    while count is None or len(found) < count:
        rest = text[place:]
        start = place + len(rest) - len(rest.lstrip())
        if start >= len(text):
            break
        place = start + len(text[start:].split(maxsplit=1)[0])
        found.append((start, place - start))
    return found, place


def _starts(chunk, count, samples):
    """The samples at which its words begin; an empty list where they are not known."""
    alignments = getattr(chunk, "phoneme_alignments", None)
    if not alignments:
        return []
    total, now, starts, between = sum(each.num_samples for each in alignments), 0, [], True
    for each in alignments:
        if each.phoneme == BETWEEN_WORDS:
            between = True
        elif between and each.phoneme not in "^_$":
            starts.append(now * samples / max(1, total))
            between = False
        now += each.num_samples
    return starts if len(starts) == count else []


def _timed(words, starts, offset):
    """Nothing where the starts are not known."""
    if not starts:
        return []
    return [[*word, offset + round(start)] for word, start in zip(words, starts, strict=True)]


def prepare():
    piper = Piper(sys.argv[1])
    return "piper", piper.version, piper.say


if __name__ == "__main__":
    wire.serve(prepare)
