"""What a line's look says: a caption beside a picture, a heading among paragraphs, the title above all."""

import re

from news.extraction.layout import is_prose
from news.extraction.signature import signs
from news.importing.readers.source import Line, Source

LONGEST_CAPTION = 300
_OF_A_TABLE = re.compile(r"^(?:bảng|biểu|table)\s*\d", re.IGNORECASE)


def bind_captions(source: Source, apart: set[int]) -> None:
    """Give each picture the caption that the file shows: one of caption style, or one set `apart` (italic or centred)
    right beside it. Pictures of one row take the lines below in order."""
    for line in source.lines:
        line.is_caption = line.is_caption and not _OF_A_TABLE.match(line.text)
    taken: set[int] = set()
    for picture in source.pictures:
        if picture.caption is None:
            picture.caption = _beside(source, picture.after, apart, taken)
        if picture.caption is not None:
            taken.add(picture.caption)
            source.lines[picture.caption].is_caption = True
            source.lines[picture.caption].part = "plain"


def _beside(source: Source, after: int, apart: set[int], taken: set[int]) -> int | None:
    at = after + 1
    while at < len(source.lines) and (at in taken or not source.lines[at].text.strip()):
        at += 1
    if at < len(source.lines) and _tells(source.lines[at], at in apart):
        return at
    if after >= 0 and after not in taken and source.lines[after].is_caption:
        return after
    return None


def _tells(line: Line, is_apart: bool) -> bool:
    if line.is_caption:
        return True
    short = 0 < len(line.text) <= LONGEST_CAPTION and line.part == "plain"
    return is_apart and short and not signs(line.text) and not line.text.rstrip().endswith(":")


def settle_headings(source: Source, bold: set[int]) -> None:
    """Levels become 2 and 3; a lone first heading of the top level is the title; a short bold line between
    paragraphs is a heading that its writer never marked."""
    headings = [line for line in source.lines if line.part == "heading"]
    has_title = any(line.part == "title" for line in source.lines)
    if headings and not has_title and _is_title(headings, source):
        headings.pop(0).part = "title"
    levels = sorted({line.level for line in headings})
    for line in headings:
        line.level = 2 if line.level == levels[0] else 3
    _mark_bold(source, bold)


def _is_title(headings: list[Line], source: Source) -> bool:
    """The only heading of the top level, with no paragraph above it."""
    top = min(line.level for line in headings)
    above = source.lines[: next(n for n, line in enumerate(source.lines) if line is headings[0])]
    alone = headings[0].level == top and sum(line.level == top for line in headings) == 1
    return alone and not any(is_prose(line.text) for line in above)


def _mark_bold(source: Source, bold: set[int]) -> None:
    beside = {n for picture in source.pictures for n in (picture.after, picture.after + 1)}
    begun = False
    for n, line in enumerate(source.lines):
        if begun and n in bold - beside and line.part == "plain" and _is_headline(line.text):
            line.part, line.level = "heading", 3
        begun = begun or (line.part == "plain" and is_prose(line.text))


def _is_headline(text: str) -> bool:
    return len(text) < 120 and not is_prose(text) and not text.rstrip().endswith((".", ";", ","))
