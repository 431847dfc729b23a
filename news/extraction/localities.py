"""The places a page names with their level ("xã Trà Hương Thượng"): a name known for a place is no person's."""

from news.extraction.blocks import LONGEST_PLACE, Block
from news.extraction.bounds import capital_run, level_at
from news.extraction.text import Token
from news.extraction.words import keys

_BEFORE_PLACES = keys(
    "tại ở của và về từ đến trên qua với thuộc các bàn trong ra vào hai nhiều cho giữa cùng"
)


def learn_localities(blocks: list[Block]) -> None:
    """Gives every block the names of places that stand after a level anywhere on the page."""
    known: set[tuple[str, ...]] = set()
    for block in blocks:
        for begin, end in block.sentences:
            known.update(_named(block.words, begin, end))
    for block in blocks:
        block.localities = known


def _named(words: list[Token], begin: int, end: int):
    for at in range(begin, end - 1):
        level = level_at(words, at, end)
        run = capital_run(words, at + level, end) if level else 0
        if 1 < run <= LONGEST_PLACE and _surely(words, at, begin, run):
            yield tuple(word.key for word in words[at + level : at + level + run])


def _surely(words: list[Token], at: int, begin: int, run: int) -> bool:
    """After "UBND xã" three syllables may be the chairman's name; after a small word or a sign they are the commune's."""
    before = words[at - 1]
    sign = (
        not before.text[0].isalpha() and before.text != ")"
    )  # "Trung tâm Y tế (TTYT) xã ...": as without the bracket
    return run == 2 or at == begin or before.key in _BEFORE_PLACES or sign
