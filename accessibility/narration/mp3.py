"""MP3 files that people bring: their frames alone, without names and pictures of whoever made them, and how long they sound.

An MP3 is a row of frames, each with a head of four bytes that says its length (ISO/IEC 11172-3, 13818-3). Tags stand before, after and
sometimes between them, and are left out.
"""

from dataclasses import dataclass

_RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
_KILOBITS = {
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_KILOBITS[0] = _KILOBITS[2]
# So many frames in a row are no accident in other data.
ENOUGH = 8
# Bytes between two frames that belong to neither; more is a damaged file.
MOST_JUNK = 64 * 1024


class NotMp3(Exception):
    """Nothing in it, or too little, is MP3 sound."""


@dataclass(frozen=True)
class Mp3:
    """`frames` is the sound and nothing else; `milliseconds` its length."""

    frames: bytes
    milliseconds: int


def clean(data: bytes) -> Mp3:
    """Raises NotMp3. A last frame that was cut off is left out."""
    place, pieces, length, rates = _after_tag(data), [], 0.0, set()
    while place + 4 <= len(data):
        size, seconds, rate = _frame(data, place)
        if not size:
            place = _next_frame(data, place, bool(pieces))
            continue
        if place + size > len(data):
            break
        pieces.append(data[place : place + size])
        rates.add(rate)
        length += seconds
        place += size
    if len(pieces) < ENOUGH or len(rates) != 1:
        raise NotMp3
    return Mp3(b"".join(pieces), round(length * 1000))


def _after_tag(data: bytes, place: int = 0) -> int:
    """Where the tags that begin at `place` (ID3v2) end; their size is written in four times seven bits."""
    while data[place : place + 3] == b"ID3" and len(data) >= place + 10:
        size = 0
        for byte in data[place + 6 : place + 10]:
            size = size << 7 | (byte & 0x7F)
        place += 10 + size + (10 if data[place + 5] & 0x10 else 0)
    return place


def _frame(data: bytes, place: int) -> tuple[int, float, int]:
    """(bytes, seconds, samples a second) of the frame at `place`; zeros where none begins."""
    head = int.from_bytes(data[place : place + 4])
    version, layer = head >> 19 & 3, head >> 17 & 3
    kilobits, rate, padding = head >> 12 & 15, head >> 10 & 3, head >> 9 & 1
    if head >> 21 != 0x7FF or layer != 1 or version == 1 or rate == 3 or kilobits in (0, 15):
        return 0, 0.0, 0
    samples = 1152 if version == 3 else 576
    hertz = _RATES[version][rate]
    return samples * _KILOBITS[version][kilobits] * 125 // hertz + padding, samples / hertz, hertz


def _next_frame(data: bytes, place: int, begun: bool) -> int:
    """Where sound goes on after `place`; the end where only a tag is left. Raises NotMp3 where it does not."""
    if data[place : place + 3] == b"TAG" or data[place : place + 8] == b"APETAGEX":
        return len(data)
    if data[place : place + 3] == b"ID3":
        return _after_tag(data, place) if len(data) - place >= 10 else len(data)
    until = min(len(data), place + MOST_JUNK)
    candidate = data.find(b"\xff", place + 1, until)
    while candidate >= 0:
        size = _frame(data, candidate)[0]
        if size and (candidate + size >= len(data) or _frame(data, candidate + size)[0]):
            return candidate
        candidate = data.find(b"\xff", candidate + 1, until)
    if until < len(data) or not begun:
        raise NotMp3
    return len(data)
