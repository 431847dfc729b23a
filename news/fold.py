"""Vietnamese text as search keys, comparison keys and slugs. Standard library only."""

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f]")
# A NUL parts words too: PostgreSQL keeps none, not even in a question.
_SPACE = re.compile(r"[\s\0]+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"  # huyền sắc ngã hỏi nặng


def _toned(vowel: str) -> dict[str, str]:
    """The five toned forms of a vowel, each with its tone: {"à": "\u0300", ...}, both cases."""
    both = vowel + vowel.upper()
    return {unicodedata.normalize("NFC", letter + tone): tone for letter in both for tone in _TONES}


_TONE_OF = _toned("o") | _toned("u") | _toned("a") | _toned("e") | _toned("y") | _toned("i")
_BARE = {letter: unicodedata.normalize("NFD", letter)[0] for letter in _TONE_OF}


def _letters(vowel: str) -> str:
    return "".join(_toned(vowel))


# An open syllable keeps its tone on the first vowel of oa, oe, uy ("hòa", "ủy"); "qu" is a consonant ("quý").
_LATE = re.compile(rf"(?<![qQ])([oO])([{_letters('ae')}])(?!\w)|(?<![qQ])([uU])([{_letters('y')}])(?!\w)")
# A closed syllable carries it on the second ("hoàn", never "hòan"); so do qu + y and gi + vowel ("quý", "già").
_EARLY = re.compile(
    rf"([{_letters('o')}])([aAeE])(?=[a-zA-Z])|([{_letters('u')}])([yY])(?=[a-zA-Z])"
    rf"|(?<=[qQ])([{_letters('u')}])([yYaAeE])|(?<=[gG])([{_letters('i')}])([aAoOuU])"
)


def _move(match: re.Match) -> str:
    first, second = (part for part in match.groups() if part)
    tone = _TONE_OF.get(first) or _TONE_OF[second]
    first, second = _BARE.get(first, first), _BARE.get(second, second)
    forward = match.re is _LATE
    return unicodedata.normalize("NFC", first + tone + second if forward else first + second + tone)


def nfc(text: str) -> str:
    """Composed form: the one way an accented letter is stored."""
    return unicodedata.normalize("NFC", text)


def tone_place(text: str) -> str:
    """Both spellings of a tone become one ("hoà" -> "hòa", "uỷ" -> "ủy", "qúy" -> "quý"); the tone itself stays.

    For comparing names and looking words up; published text keeps the spelling of its author.
    """
    return _EARLY.sub(_move, _LATE.sub(_move, nfc(text)))


def fold(text: str) -> str:
    """Search key: lower case, no marks, đ -> d, white space collapsed ("Hoà  Bình" and "Hòa Bình" -> "hoa binh")."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text.casefold()))
    return _SPACE.sub(" ", nfc(bare).replace("đ", "d")).strip()


def slugify_vi(text: str, max_length: int = 80) -> str:
    """Address part of a title: ASCII, đ as d, cut at a word where one fits; empty when nothing is left."""
    # Signs that have no ASCII form part words, as a dash does: "2026–2030" -> "2026-2030".
    spread = "".join(
        c if c.isascii() else " "
        for c in unicodedata.normalize("NFKD", fold(text))
        if not unicodedata.combining(c)
    )
    slug = _NOT_SLUG.sub("-", spread.lower()).strip("-")
    if len(slug) <= max_length:
        return slug
    head = slug[: max_length + 1]
    return (head.rsplit("-", 1)[0] if "-" in head else slug[:max_length]).strip("-")
