"""From a page's HTML to the sentences a voice reads, each bound to the exact place where it is printed."""

from dataclasses import dataclass
from json import JSONEncoder

from django.utils.html import json_script

from accessibility.narration.blocks import mark_blocks, utf16_length, utf16_offsets
from accessibility.narration.sentences import chunks, sentences
from accessibility.narration.spoken import Speaker

SENTENCES_ID = "reader-sentences"


@dataclass(frozen=True)
class Narration:
    """`html` with ids on its blocks, and `sentences`: rows `[block id, start, end, chunks]`, `[…, units]` or `[…, units, language]`.

    `start` and `end` count UTF-16 units of the block's `textContent`. `chunks` joined are what is said, each short enough for one
    utterance. `units` is there when something is said otherwise than printed: rows `[from, to, start, end]` that bind
    `[from, to)` of the joined chunks to `[start, end)` of the block; between units the two run side by side. `language` is there
    when it is not the page's: the code of the whole row, or rows `[from, to, code]` of the parts of the joined chunks.
    """

    html: str
    sentences: list

    @property
    def script(self):
        return json_script(self.sentences, SENTENCES_ID, encoder=_Compact)


class _Compact(JSONEncoder):
    """Vietnamese as it is written, not as six bytes a letter; `json_script` still escapes what could end the script."""

    def __init__(self, **options):
        super().__init__(**options | {"ensure_ascii": False, "separators": (",", ":")})


def mark_up(html, language="vi", spellings=None):
    """The narration of one piece of sanitised HTML; `language` is `vi` or `en`, `spellings` maps printed to spoken.

    Parts with another `lang` are said by the rules of that language; spellings are those of the page and do not hold there.
    """
    marked, stretches = mark_blocks(str(html))
    speakers = _Speakers(language, spellings)
    rows = [_row(stretch, span, speakers) for stretch in stretches for span in sentences(stretch.text)]
    return Narration(marked, [row for row in rows if any(chunk.strip() for chunk in row[3])])


class _Speakers(dict):
    """A `Speaker` for each language that a page turns out to hold."""

    def __init__(self, language, spellings):
        super().__init__()
        self.language, self.spellings = language, spellings

    def __missing__(self, code):
        self[code] = Speaker(code, self.spellings if code == self.language else None)
        return self[code]


def _row(stretch, span, speakers):
    printed = stretch.text[slice(*span)]
    text, units, voices = _spoken(printed, _parts(stretch.languages, span, speakers.language), speakers)
    origin = stretch.start + utf16_length(stretch.text[: span[0]])
    in_block = [origin + offset for offset in utf16_offsets(printed)]
    said = utf16_offsets(text)
    row = [stretch.block, in_block[0], in_block[-1], chunks(text)]
    bound = [[said[first], said[last], in_block[start], in_block[end]] for first, last, start, end in units]
    foreign = [[said[first], said[last], code] for first, last, code in voices if code != speakers.language]
    if foreign:
        return [*row, bound, foreign[0][2] if len(foreign) == len(voices) else foreign]
    return [*row, bound] if bound else row


def _spoken(printed, parts, speakers):
    """(what is said, units as rows, parts of it as rows (from, to, code)) of one sentence."""
    text, units, voices = "", [], []
    for start, end, code in parts:
        spoken, said = speakers[code].speak(printed[start:end]), len(text)
        units += [
            (said + unit.spoken_start, said + unit.spoken_end, start + unit.start, start + unit.end)
            for unit in spoken.units
        ]
        text += spoken.text
        voices.append((said, len(text), code))
    return text, units, voices


def _parts(languages, span, language):
    """(start, end, code) of the stretches of one sentence that are said in one language, from its beginning to its end."""
    parts, place = [], span[0]
    for start, end, code in languages:
        start, end = max(start, span[0]), min(end, span[1])
        if start >= end or code == language:
            continue
        if place < start:
            parts.append((place - span[0], start - span[0], language))
        parts.append((start - span[0], end - span[0], code))
        place = end
    if place < span[1] or not parts:
        parts.append((place - span[0], span[1] - span[0], language))
    return parts
