"""MP4 films and recordings: what a browser can play, how long and how large, and the places that phones write into them taken out.

An MP4 is a tree of boxes: four bytes of size, four of type, then the content. Boxes with notes of the camera are renamed to
`free`, which players pass over, and their content is zeroed: sizes and offsets stay, so nothing else has to change
(ISO/IEC 14496-12).
"""

from dataclasses import dataclass, field

PLAYED_EVERYWHERE = {b"avc1", b"avc3", b"av01", b"vp09"}
HEARD_EVERYWHERE = {b"mp4a"}
# Where the tree goes on below; other boxes are leaves here.
_BRANCHES = {b"trak", b"mdia", b"minf", b"stbl"}
_NOTES = {b"udta", b"meta"}
MOST_INDEX = 64 * 1024 * 1024
MOST_BOXES = 100_000
# A track goes down four levels; what goes on and on was built to break its reader.
MOST_DEEP = 10


class NotPlayable(Exception):
    """`str()` is one of "damaged", "quicktime", "codec", "no picture", "no sound": what to tell is the caller's matter."""


@dataclass
class Film:
    """`patches` {offset: bytes} take the notes of the camera out. `has_tracking`: a track of places or sensors stays."""

    seconds: int = 0
    width: int = 0
    height: int = 0
    has_sound: bool = False
    has_picture: bool = False
    sound_codecs: set[bytes] = field(default_factory=set)
    has_tracking: bool = False
    patches: dict[int, bytes] = field(default_factory=dict)


def is_mp4(file) -> bool:
    file.seek(0)
    return file.read(12)[4:8] == b"ftyp"


def read(file) -> Film:
    """Of a binary file object; only the index is held in memory. Raises NotPlayable."""
    film = _read(file)
    if not film.has_picture:
        raise NotPlayable("no picture")
    return film


def read_sound(file) -> Film:
    """Of a recording (.m4a): sound that every browser plays and no picture. Raises NotPlayable."""
    film = _read(file)
    if film.has_picture or not film.has_sound:
        raise NotPlayable("no sound")
    if film.sound_codecs - HEARD_EVERYWHERE:
        raise NotPlayable("codec")
    return film


def _read(file) -> Film:
    top = list(_boxes_of_file(file))
    if not top or top[0][0] != b"ftyp":
        raise NotPlayable("damaged")
    file.seek(8)
    if file.read(4) == b"qt  ":
        raise NotPlayable("quicktime")
    index = next((box for box in top if box[0] == b"moov"), None)
    if index is None or not {b"mdat", b"moof"} & {kind for kind, *_place in top}:
        raise NotPlayable("damaged")
    _kind, start, end = index
    if end - start > MOST_INDEX:
        raise NotPlayable("damaged")
    file.seek(start)
    film = _film(file.read(end - start), start)
    film.patches |= dict(_emptied(begin, end, 0) for kind, begin, end in top if kind in _NOTES)
    return film


def _boxes_of_file(file):
    """(type, start of the content, end) of the boxes at the top. Raises NotPlayable where the file ends too early."""
    size = file.seek(0, 2)
    place = 0
    for _count in range(MOST_BOXES):
        if place + 8 > size:
            return
        file.seek(place)
        head = file.read(16)
        kind, start, end = _box(head, 0, size - place)
        yield kind, place + start, place + end
        place += end
    raise NotPlayable("damaged")


def _box(data: bytes, place: int, room: int) -> tuple[bytes, int, int]:
    """(type, start of the content, end), counted from `place`, of the box there; `room` is what is left for it."""
    length, start = int.from_bytes(data[place : place + 4]), 8
    if length == 1:
        length, start = int.from_bytes(data[place + 8 : place + 16]), 16
    length = length or room
    kind = bytes(data[place + 4 : place + 8])
    # Notes with a long head are not written by anything; renaming one would need to know where its type stands.
    if not start <= length <= room or (start == 16 and kind in _NOTES):
        raise NotPlayable("damaged")
    return kind, start, length


def _boxes(data: bytes, start: int, end: int):
    while start + 8 <= end:
        kind, head, length = _box(data, start, end - start)
        yield kind, start + head, start + length
        start += length


def _film(index: bytes, offset: int) -> Film:
    film = Film()
    for kind, start, end in _boxes(index, 0, len(index)):
        if kind == b"mvhd":
            film.seconds = _seconds(index[start:end])
        elif kind in _NOTES:
            film.patches |= [_emptied(start, end, offset)]
        elif kind == b"trak":
            _track(index, start, end, offset, film)
    return film


def _track(index: bytes, start: int, end: int, offset: int, film: Film) -> None:
    """Take what a track tells into `film`."""
    told = {}
    for kind, first, last in _leaves(index, start, end):
        told.setdefault(kind, index[first:last])
        if kind in _NOTES:
            film.patches |= [_emptied(first, last, offset)]
    handler = told.get(b"hdlr", b"")[8:12]
    codec = told.get(b"stsd", b"")[12:16]
    if handler == b"soun":
        film.has_sound = True
        film.sound_codecs.add(codec)
    film.has_tracking |= handler in {b"meta", b"camm"}
    if handler != b"vide":
        return
    if codec not in PLAYED_EVERYWHERE:
        raise NotPlayable("codec")
    film.width, film.height = (int.from_bytes(told.get(b"tkhd", b"")[at:][:2]) for at in (-8, -4))
    film.has_picture = True


def _emptied(start: int, end: int, offset: int) -> tuple[int, bytes]:
    """(place, bytes) that make the box with this content one of nothing."""
    return offset + start - 4, b"free" + bytes(end - start)


def _leaves(index: bytes, start: int, end: int, depth: int = 0):
    if depth > MOST_DEEP:
        raise NotPlayable("damaged")
    for kind, first, last in _boxes(index, start, end):
        if kind in _BRANCHES:
            yield from _leaves(index, first, last, depth + 1)
        else:
            yield kind, first, last


def _seconds(header: bytes) -> int:
    """Of a movie header; 0 where the length is not known (a film recorded in pieces)."""
    wide = header[:1] == b"\x01"
    scale_at, width = (20, 8) if wide else (12, 4)
    scale = int.from_bytes(header[scale_at : scale_at + 4])
    length = int.from_bytes(header[scale_at + 4 : scale_at + 4 + width])
    is_unknown = not scale or length == 2 ** (8 * width) - 1
    return 0 if is_unknown else round(length / scale)
