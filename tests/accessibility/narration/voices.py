"""Engines for tests: programs of a few lines that speak as real ones do, well or badly."""

import sys
from pathlib import Path

from accessibility.narration.engines import Engine, Sound
from accessibility.narration.engines.program import Program

# Reads lines and answers with samples of a fixed amplitude, one word for each word.
GOOD = """
import array, json, os, sys
out = sys.stdout.buffer
def tell(head, samples=b""):
    out.write(json.dumps(head).encode() + b"\\n" + samples); out.flush()
tell({"engine": "test", "version": "1"})
for line in sys.stdin.buffer:
    text = json.loads(line)["text"]
    %s
    samples = array.array("h", [9000] * (100 * len(text))).tobytes()
    tell({"bytes": len(samples), "words": [[0, len(text), 0]]}, samples)
"""


def program(folder: Path, fault: str = "pass", patience: float = 5) -> Program:
    """A program that runs `fault` before each answer; `text` is what it was asked to say."""
    path = folder / "voice.py"
    path.write_text(GOOD % fault)
    return Program([sys.executable, str(path)], patience)


def engine(folder: Path, fault: str = "pass", patience: float = 5) -> Engine:
    return Engine("test", program(folder, fault, patience), "vi")


class Tone(Engine):
    """Says nothing but a tone: as many samples as `samples(text)`, and each word at its share. Counts what it is asked for."""

    def __init__(self, samples=lambda text: 1000 + 10 * len(text), version="1"):
        self.name, self.voice, self.version = "tone", "vi", version
        self.samples = samples
        self.asked = []

    @property
    def identity(self):
        return f"tone|vi|{self.version}"

    def say(self, text: str) -> Sound:
        self.asked.append(text)
        length = self.samples(text)
        wave = square_wave(length)
        words, place = [], 0
        for word in text.split():
            first = text.index(word, place)
            words.append((first, len(word), first * length // max(1, len(text))))
            place = first + len(word)
        return Sound(wave, tuple(words))


def square_wave(length: int) -> bytes:
    """A square wave of 220 Hz, loud from its first sample to its last."""
    period = (b"\x10\x27" * 50) + (b"\xf0\xd8" * 50)
    return (period * (2 * length // len(period) + 1))[: 2 * length]
