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
    """`html` with ids on its blocks, and `sentences`: rows `[block id, start, end, chunks]` or `[…, chunks, units]`.

    `start` and `end` count UTF-16 units of the block's `textContent`. `chunks` joined are what is said, each short enough for one
    utterance. `units` is there when something is said otherwise than printed: rows `[from, to, start, end]` that bind
    `[from, to)` of the joined chunks to `[start, end)` of the block; between units the two run side by side.
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
    """The narration of one piece of sanitised HTML; `language` is `vi` or `en`, `spellings` maps printed to spoken."""
    marked, stretches = mark_blocks(str(html))
    speaker = Speaker(language, spellings)
    rows = [_row(stretch, span, speaker) for stretch in stretches for span in sentences(stretch.text)]
    return Narration(marked, [row for row in rows if any(chunk.strip() for chunk in row[3])])


def _row(stretch, span, speaker):
    printed = stretch.text[slice(*span)]
    spoken = speaker.speak(printed)
    origin = stretch.start + utf16_length(stretch.text[: span[0]])
    in_block = [origin + offset for offset in utf16_offsets(printed)]
    said = utf16_offsets(spoken.text)
    row = [stretch.block, in_block[0], in_block[-1], chunks(spoken.text)]
    units = [
        [said[unit.spoken_start], said[unit.spoken_end], in_block[unit.start], in_block[unit.end]]
        for unit in spoken.units
    ]
    return [*row, units] if units else row
