"""The sentences of a page as one MP3 and the marks that bind each moment of it to the printed word.

Sentences are joined as samples, with silence of an exact number of samples between them, and encoded once: joining encoded pieces
would drift by 50 ms each. All times come from counting samples. The marks are described in docs/accessibility-narration.md.
"""

import hashlib
import json
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import BinaryIO

from accessibility.narration.blocks import utf16_offsets
from accessibility.narration.engines import RATE, Sound, engine_for
from accessibility.narration.spoken_before import SpokenBefore

VERSION = 1
MEDIA_TYPE = "audio/mpeg"
KILOBITS = 32
SENTENCE_GAP, BLOCK_GAP = 250, 500  # ms
# What a decoder plays before the first sample: 576 of LAME's encoder and 529 of every decoder. Nothing in the file says so to
# players (no LAME tag), so all of them play it.
DELAY = 576 + 529
FRAME = 576  # samples of one MP3 frame at this rate


@dataclass(frozen=True)
class Recorded:
    """`marks` as in the documentation; `milliseconds` is what a decoder plays. `voice` is for people."""

    milliseconds: int
    marks: dict
    voice: str


@dataclass(frozen=True)
class Line:
    """One row of `#reader-sentences`: what is printed where, and what is said in which language.

    `foreign` are rows (first character, end, code) of what is said in another one.
    """

    block: str
    start: int
    end: int
    said: str
    units: tuple
    language: str
    foreign: tuple = ()

    @property
    def languages(self) -> set[str]:
        return {self.language, *(code for *_, code in self.foreign)}

    @property
    def parts(self) -> list[tuple[int, int, str]]:
        """(first character, end, code) of `said` from its beginning to its end."""
        found, place = [], 0
        for first, last, code in self.foreign:
            found += [(place, first, self.language), (first, last, code)]
            place = last
        return [part for part in [*found, (place, len(self.said), self.language)] if part[0] < part[1]]


def lines(rows: Iterable[list], language: str) -> list[Line]:
    """The rows of `Narration.sentences`; `language` is the page's."""
    return [_line(row, language) for row in rows]


def _line(row: list, language: str) -> Line:
    block, start, end, pieces, *more = row
    said, units = "".join(pieces), tuple(map(tuple, more[0])) if more else ()
    foreign = more[1] if len(more) > 1 else ()
    if isinstance(foreign, str):
        return Line(block, start, end, said, units, foreign)
    # Rows count as a browser counts; voices are given characters.
    offsets = utf16_offsets(said)
    parts = tuple(
        (bisect_left(offsets, first), bisect_left(offsets, last), code) for first, last, code in foreign
    )
    return Line(block, start, end, said, units, language, parts)


def fingerprint(text: list[Line]) -> str:
    """Of everything that makes the sound and its marks; "" where nobody reads or there is nothing to read. Raises EngineFailed."""
    engines = {
        language: engine_for(language) for language in {code for line in text for code in line.languages}
    }
    if not any(engines.values()):
        return ""
    voices = {language: engine.identity for language, engine in sorted(engines.items()) if engine}
    whole = [VERSION, KILOBITS, SENTENCE_GAP, BLOCK_GAP, voices, [vars(line) for line in text]]
    return hashlib.sha256(json.dumps(whole, ensure_ascii=False).encode()).hexdigest()


def record(text: list[Line], out: BinaryIO, before: SpokenBefore, alive: Callable = lambda: None) -> Recorded:
    """Write the MP3 to `out`. `alive` is called after each sentence and may raise to stop. Raises EngineFailed.

    Memory holds one sentence at a time, whatever the length of the article.
    """
    encoder, place, rows, voices = _encoder(), 0, [], []
    for line, following in zip(text, [*text[1:], None], strict=True):
        sound, heard = _said(line, before)
        voices += [voice for voice in heard if voice not in voices]
        out.write(encoder.encode(sound.samples))
        end = place + len(sound.samples) // 2
        rows.append(_row(line, sound, place, end))
        place = end
        if following:
            gap = _samples(SENTENCE_GAP if following.block == line.block else BLOCK_GAP)
            out.write(encoder.encode(bytes(2 * gap)))
            place += gap
        alive()
    out.write(encoder.flush())
    length = _milliseconds_of(out)
    voice = ", ".join(voices)
    return Recorded(length, {"v": VERSION, "voice": voice, "dur": length, "s": rows}, voice)


def _said(line: Line, before: SpokenBefore) -> tuple[Sound, list[str]]:
    """One line by the voices of its languages, without silence between them, and who these were."""
    samples, words, voices = b"", [], []
    for first, last, code in line.parts:
        if not (engine := engine_for(code)):
            continue
        sound = before.say(engine, line.said[first:last])
        place = len(samples) // 2
        words += [(first + start, length, place + at) for start, length, at in sound.words]
        samples += sound.samples
        voices.append(engine.label)
    return Sound(samples, tuple(words)), voices


def _encoder():
    import lameenc

    encoder = lameenc.Encoder()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(RATE)
    encoder.set_out_sample_rate(RATE)
    encoder.set_bit_rate(KILOBITS)
    encoder.set_quality(5)
    encoder.silence()
    return encoder


def _milliseconds_of(out: BinaryIO) -> int:
    """Of whole frames: the delay in front, the samples, and what fills up the last one."""
    frames = round(out.tell() * RATE / (KILOBITS * 125 * FRAME))
    return round(frames * FRAME * 1000 / RATE)


def _row(line: Line, sound: Sound, place: int, end: int) -> list:
    words = [[start, stop, _moment(place + sample)] for start, stop, sample in _printed(line, sound.words)]
    return [line.block, line.start, line.end, _moment(place), _moment(end), words]


def _printed(line: Line, words: tuple):
    """(start, end, sample) of each word where it is printed; what is printed as one is one word."""
    offsets, last = utf16_offsets(line.said), None
    for first, length, sample in words:
        stop = min(first + length, len(line.said))
        start, end = printed(line.units, line.start, offsets[min(first, stop)], offsets[stop])
        place = (max(start, line.start), min(end, line.end))
        if place[0] < place[1] and place != last:
            yield *place, sample
            last = place


def printed(units: tuple, start: int, first: int, last: int) -> tuple[int, int]:
    """Where `[first, last)` of what is said is printed: inside a unit the whole of it, else as far from the last unit as it is said.

    The same rule as `printed()` of static/js/highlighter.js.
    """
    said, place = 0, start
    for unit_first, unit_last, unit_start, unit_end in units:
        if first < unit_first:
            break
        if first < unit_last:
            return unit_start, unit_end
        said, place = unit_last, unit_end
    return place + first - said, place + last - said


def _samples(milliseconds: int) -> int:
    return milliseconds * RATE // 1000


def _moment(sample: int) -> int:
    """ms of the file's own time."""
    return round((sample + DELAY) * 1000 / RATE)
