"""Where a person's name begins and ends, and which names a page is sure of."""

from news.extraction.blocks import Block
from news.extraction.bounds import capital_run, looks_like_person
from news.extraction.text import Token, key
from news.extraction.titles import office_at
from news.extraction.words import keys
from news.extraction.words.bodies import COUNTRIES, HEADS, PLACES, WHOLE
from news.extraction.words.people import (
    FAMILY_NAMES,
    HONORIFICS,
    NAME_PARTICLES,
    OFFICES,
    PRONOUNS,
    PRONOUNS_THAT_ARE_SURNAMES,
)
from news.extraction.words.verbs import STRONG

DASHES = ("-", "–", "—")
_LONGEST = 6  # words of one name
_LONGEST_ADDRESS = 8


# Words whose second half is spelt like an address ("Quỹ Trẻ em An Bình"): address -> words before it.
_WITH_ADDRESS = {
    key(word): keys(before)
    for word, before in {
        "em": "trẻ chị anh đàn",
        "anh": "đàn tinh nước tiếng",
        "chị": "đàn",
        "bác": "phản đài",
        "chú": "chăm ghi",
        "cụ": "dụng công nông ngư",
    }.items()
}


def honorific_run(words: list[Token], at: int, end: int) -> int:
    """Words of address before a name: "đồng chí Thượng tá" -> 4. A surname that looks like one is left to the name."""
    stop = at
    while stop < end and stop - at < _LONGEST_ADDRESS and (n := _address(words, at, stop, end)):
        if words[stop].cap and stop > at and n == 1 and _starts_name(words, stop, end):
            break
        stop += n
        if (
            stop < end
            and words[stop].text == "."
            and words[stop - 1].text.isalpha()
            and len(words[stop - 1].text) <= 5
        ):
            stop += 1
    if 0 < at < stop and words[at - 1].key in _WITH_ADDRESS.get(words[at].key, ()):
        return 0
    return stop - at


def _address(words: list[Token], begin: int, at: int, end: int) -> int:
    """Words of the next form of address; a comma may stand between two ("nhà giáo, bác sĩ", "các ông, bà")."""
    if n := HONORIFICS.match(words, at, end):
        return n
    if at == begin or words[at].text != "," or at + 1 >= end or words[at + 1].cap:
        return 0
    n = HONORIFICS.match(words, at + 1, end)
    return 1 + n if n and at + 1 + n < end and (words[at + 1 + n].cap or words[begin].key == "các") else 0


def _starts_name(words: list[Token], at: int, end: int) -> bool:
    """ "GS.TSKH. Ông Văn An": a capital Ông after another address is a family name."""
    return words[at].key in PRONOUNS_THAT_ARE_SURNAMES and capital_run(words, at, end) >= 3


def name_run(words: list[Token], at: int, end: int) -> int:
    """Capitalised words of a name, stopping where an office or a body begins."""
    stop = at
    while stop < end and stop - at < _LONGEST and words[stop].text[0].isalpha():
        if not words[stop].cap:
            if stop == at or not (n := _particles(words, stop, end)):
                break
            stop += n
            continue
        if stop > at and (
            OFFICES.match(words, stop, end) > 1
            or HEADS.match(words, stop, end) > 1
            or (len(words[stop].text) > 1 and words[stop].text.isupper() and not words[at].text.isupper())
        ):
            break
        stop += 1
    return stop - at


def _particles(words: list[Token], at: int, end: int) -> int:
    """Small words inside a foreign name ("van der", "bin"), when a capital follows them."""
    stop = at
    while stop < end and stop - at < 3 and words[stop].key in NAME_PARTICLES:
        stop += 1
    return stop - at if stop < end and words[stop].cap else 0


def is_one_word_name(word: Token) -> bool:
    """ "K'Tiêng", "H'Hen": a whole name with its prefix, after a form of address."""
    head, _, tail = word.text.replace("’", "'").partition("'")
    return word.cap and 0 < len(head) <= 2 and len(tail) > 1 and tail.isalpha()


def learn_names(blocks: list[Block]) -> None:
    """Marks in every block the names that somewhere on the page follow a form of address or open a list item."""
    known: dict[str, set[tuple[str, ...]]] = {}  # names by their first word
    for block in blocks:
        for begin, end in block.sentences:
            for name in _sure_names(block, begin, end):
                known.setdefault(name[0], set()).add(name)
    for block in blocks:
        _mark(block, known)


def _sure_names(block: Block, begin: int, end: int):
    words, at = block.words, begin
    while at < end:
        if not words[at].cap and words[at].key not in HONORIFICS.openers:
            at += 1
            continue
        start = at + honorific_run(words, at, end)
        run = _addressed(words, start, end) if start > at else _listed(words, at, begin, end)
        if run:
            yield tuple(w.key for w in words[start : start + run])
        at = max(start, at + 1)


def _addressed(words: list[Token], at: int, end: int) -> int:
    """Words of the name that a form of address introduces, 0 when something else follows it."""
    if at >= end or not words[at].cap:
        return 0
    office = office_at(words, at, end)
    if office or WHOLE.match(words, at, end):
        return name_run(words, at, end) if office == 1 and looks_like_person(words, at, end) else 0
    run = name_run(words, at, end)
    sure = words[at - 1].key in PRONOUNS or not other_than_person(words, at, end)
    return run if (run >= 2 and sure) or (run == 1 and is_one_word_name(words[at])) else 0


def _listed(words: list[Token], at: int, begin: int, end: int) -> int:
    """Words of the name that opens a sentence or list item and stands before an office ("Lò Văn An - Giám đốc")."""
    if not words[at].cap or not (at == begin or words[at - 1].text in (":", ";", "-", "•")):
        return 0
    if HEADS.match(words, at, end) or office_at(words, at, end) or _leads_to_body(words, at, end):
        return 0
    run = name_run(words, at, end)
    return run if run >= 2 and office_follows(words, at + run, end) else 0


def _leads_to_body(words: list[Token], at: int, end: int) -> bool:
    """ "Tại Báo An Bình, Chủ tịch ...": a function word in a capital and the body behind it."""
    return words[at].key in STRONG and bool(
        words[at].key not in FAMILY_NAMES
        or HEADS.match(words, at + 1, end)
        or WHOLE.match(words, at + 1, end)
    )


def other_than_person(words: list[Token], at: int, end: int) -> bool:
    """ "cô giáo Trường X", "chuyên gia Nhật Bản", "Nhà giáo Việt Nam"."""
    if PLACES.match(words, at, end) or COUNTRIES.match(words, at, end):
        return not looks_like_person(words, at, end)
    return bool(HEADS.match(words, at, end)) and not looks_like_person(words, at, end, 2)


def office_follows(words: list[Token], at: int, end: int) -> bool:
    return at + 1 < end and words[at].text in (",", "(", *DASHES) and bool(office_at(words, at + 1, end))


def _mark(block: Block, known: dict[str, set[tuple[str, ...]]]) -> None:
    words, at = block.words, 0
    while at < len(words):
        if not words[at].cap or not (names := known.get(words[at].key)):
            at += 1
        elif longest := _longest(words, at, names):
            block.people[at] = at + longest
            at += longest
        else:
            at += 1


def _longest(words: list[Token], at: int, names: set[tuple[str, ...]]) -> int:
    """Length of the longest of the names that is printed at `at`, 0 when none is."""
    printed = tuple(word.key for word in words[at : at + _LONGEST])
    for length in range(len(printed), 0, -1):
        if words[at + length - 1].cap and printed[:length] in names:
            return length
    return 0
