"""Which caption belongs to which photo: by the file's own order first, then caption by caption in order."""

import re
from dataclasses import dataclass

from news.extraction.captions import split_credit
from news.extraction.findings import Findings
from news.importing.readers.source import Source

_OF_PHOTOS = re.compile(r"(?:ảnh|photos?)\s*:", re.IGNORECASE)


@dataclass(slots=True)
class Plate:
    """One photo of the article. `line` is where it stands: the line above it in the source; None for a loose photo
    without a caption. `caption` is the line of its caption."""

    text: str = ""
    credit: str = ""
    line: int | None = None
    caption: int | None = None


def pair(found: Findings, source: Source, loose: int) -> tuple[list[Plate], list[int]]:
    """(plates, lines of captions left without a photo). Plates are the pictures of the source, then `loose` others."""
    captions = caption_lines(found, source)
    bound = _bind(source, captions)
    plates = [
        _plate(source, line, picture.after) for picture, line in zip(source.pictures, bound, strict=True)
    ]
    free = [line for line in captions if line not in bound]
    plates += [_plate(source, line, line) for line in free[:loose]]
    plates += [Plate() for _ in range(loose - len(free[:loose]))]
    for plate in plates:
        plate.credit = plate.credit or _signed(found)
    return plates, free[loose:]


def _signed(found: Findings) -> str:
    """Who made all photos, where the signature says so: "Tin, ảnh: Nguyễn Lan"."""
    byline = found.byline.value if found.byline else ""
    return (split_credit(byline)[1] or "")[:150] if _OF_PHOTOS.search(byline) else ""


def caption_lines(found: Findings, source: Source) -> list[int]:
    """Lines that tell of photos: those the extractor proposes where the file does not say otherwise, and the declared."""
    line_of = source.finder()
    proposed = {line_of(caption.start) for caption in found.captions}
    declared = {n for n, line in enumerate(source.lines) if line.is_caption}
    return sorted({n for n in proposed if source.lines[n].part == "plain"} | declared)


def _plate(source: Source, caption: int | None, line: int) -> Plate:
    if caption is None:
        return Plate(line=line)
    text = " ".join(source.lines[caption].text.split())
    return Plate(text, (split_credit(text)[1] or "")[:150], line, caption)


def _bind(source: Source, captions: list[int]) -> list[int | None]:
    """For each picture its caption: as the reader bound it, else the first free one below, else the one right above."""
    bound = [picture.caption for picture in source.pictures]
    free = [line for line in captions if line not in bound]
    for n in reversed(range(len(bound))):
        if bound[n] is not None:
            continue
        below = _below(source, n, free)
        above = source.pictures[n].after
        if below:
            bound[n] = below[-1] if _is_alone(source, n) else below[min(_place(source, n), len(below) - 1)]
        elif above in free and not _belongs_above(source, n, above):
            bound[n] = above
        if bound[n] is not None:
            free.remove(bound[n])
    return bound


def _below(source: Source, n: int, free: list[int]) -> list[int]:
    """The free caption lines that follow picture `n` at once, one line for each picture of its row."""
    found, at = [], source.pictures[n].after + 1
    most = sum(other.after == source.pictures[n].after for other in source.pictures)
    while at < len(source.lines) and len(found) < most:
        if source.lines[at].text.strip():
            if at not in free:
                break
            found.append(at)
        at += 1
    return found


def _place(source: Source, n: int) -> int:
    return sum(other.after == source.pictures[n].after for other in source.pictures[:n])


def _is_alone(source: Source, n: int) -> bool:
    return sum(other.after == source.pictures[n].after for other in source.pictures) == 1


def _belongs_above(source: Source, n: int, line: int) -> bool:
    """Another picture stands over that line, which is then its caption."""
    return any(other.after < line <= other.after + 1 for other in source.pictures[:n])
