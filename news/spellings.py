"""A person's name in every way in which it may stand in bytes that leave the site. Standard library only.

One name, many writings: composed and decomposed letters, capitals, the tone on the other vowel, marks left out, syllables
joined as in addresses and file names, cut by tags, escaped for HTML, JSON or URLs. What is another name is left alone: a
letter may lose marks of the name, never carry others ("Hạnh" is found in "Hanh", not in "Hành").
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from html.entities import codepoint2name
from urllib.parse import quote, unquote

from news.fold import fold, nfc, slugify_vi

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_VOWELS = set("aeiouy")
# Đ is often typed as the eth of Icelandic or the d of African alphabets, which look the same.
_D = "đĐðÐɖƉ"
_ANY_MARK = "\u0300-\u036f"
# Between two syllables: white space plain or escaped, hyphens, tags.
_SPACE = r"(?:[\s\u00a0\u200b-\u200d\u00ad\ufeff]|&nbsp;|&shy;|&#(?:160|173|32|x[aA]0);|\\u00[aA][0dD]|\\[nrt]|%20|%C2%A0)"
_TAG = r"(?:<[^<>]{0,300}>|\\u003[cC](?:(?!\\u003).){0,300}\\u003[eE])"
_BETWEEN = rf"(?:{_SPACE}|{_TAG}|[-_.+]|%2B)"
# Nothing that belongs to a word stands before or after; an escape that ends in letters or digits is no word.
_BEFORE = re.compile(r"(?<![^\W_])|(?<=%[0-9A-Fa-f][0-9A-Fa-f])|(?<=\\u[0-9A-Fa-f]{4})|(?<=\\[nrt])")
_AFTER = rf"(?![^\W_]|[{_ANY_MARK}])"
# The second writing of "Ông" and "bà" is JSON's.
_HONORIFICS = (
    r"ông|\\u00d4ng|\\u00f4ng|bà|b\\u00e0|anh|chị|đồng chí|đ/c|luật sư|thầy|cô|PGS\.?\s?TS\.?|GS\.?\s?TS(?:KH)?\.?|TS\.?|"
    r"ThS\.?|Mr\.?|Mrs\.?|Ms\.?|Dr\.?"
)
_HONORIFIC = re.compile(rf"(?:(?<![^\W_])(?:{_HONORIFICS}){_SPACE}+)+\Z", re.IGNORECASE)
_TAGS = re.compile(_TAG)
_JSON_LETTER = re.compile(r"\\u([0-9a-fA-F]{4})")
_JSON_SPACE = re.compile(r"\\[nrt]")
_NO_LETTER = re.compile(r"[\W\d_]+")
_LIKE_D = dict.fromkeys(map(ord, "ðɖ"), "d")
_JOINED = re.compile(r"[\w.+%-]+")


@dataclass(frozen=True)
class Place:
    """Where a name stands in a text: `start` includes an honorific before it, `matched` is the name as written."""

    start: int
    end: int
    matched: str
    has_honorific: bool = False


@dataclass(frozen=True)
class Name:
    """`text` is the name as an editor wrote it; the rest is found from it.

    `longer` are names of others that begin with it: "Nguyễn Văn An Khang" is nobody's business when Nguyễn Văn An is hidden.
    """

    text: str
    longer: tuple[str, ...] = ()

    @cached_property
    def syllables(self) -> list[str]:
        return [part for part in re.split(r"[\s.]+", nfc(self.text).lower()) if part]

    @cached_property
    def pattern(self) -> re.Pattern:
        # Joined without a sign ("dinhhuuphi.pdf") only where the whole is long enough to be nothing else.
        least = 0 if len(self.syllables) > 2 and len("".join(self.syllables)) > 7 else 1
        between = rf"{_BETWEEN}{{{least},8}}"
        first, *others = self.syllables
        return re.compile(between.join([_syllable(first, is_first=True), *map(_syllable, others)]) + _AFTER)

    @cached_property
    def hint(self) -> re.Pattern:
        """A quick look for the rarest syllable, so that a text without the name costs little."""
        rarest = max(self.syllables, key=lambda part: (len(fold(part)), part))
        return re.compile(_syllable(rarest, is_first=True))

    @cached_property
    def _letters(self) -> str:
        return _NO_LETTER.sub("", fold("".join(self.syllables)))

    def may_stand(self, letters: str) -> bool:
        """Whether a text may hold the name, from its `letters_of`: asked for many names, a text is read once for all."""
        return self._letters in letters

    @cached_property
    def others(self) -> list[re.Pattern]:
        """What follows the name in the longer names."""
        ends = [Name(name).syllables[len(self.syllables) :] for name in self.longer]
        joined = rf"{_BETWEEN}{{1,8}}"
        return [re.compile("".join(joined + _syllable(part) for part in end) + _AFTER) for end in ends if end]

    def places(self, text: str):
        """Each Place in the text, in order."""
        if not self.syllables or not self.hint.search(text):
            return
        for match in self.pattern.finditer(text):
            if not _BEFORE.match(text, match.start()) or self._is_plain_words(match.group()):
                continue
            if self._is_of_another(text, match):
                continue
            honorific = _HONORIFIC.search(text[max(0, match.start() - 40) : match.start()])
            start = match.start() - (len(honorific.group()) if honorific else 0)
            yield Place(start, match.end(), match.group(), bool(honorific))

    def _is_of_another(self, text: str, match: re.Match) -> bool:
        """Small letters after a name in capitals are the next words of the sentence, not the end of a longer name."""
        ends = (pattern.match(text, match.end()) for pattern in self.others)
        return any(end and (match.group().islower() or not end.group().islower()) for end in ends)

    def _is_plain_words(self, matched: str) -> bool:
        """Two syllables in small letters are words of the language ("minh bạch"), unless joined as in an address."""
        return len(self.syllables) == 2 and matched.islower() and " " in matched and "<" not in matched


def letters_of(text: str) -> str:
    """The bare letters of a text, escapes resolved, marks, case and all else gone; once with its tags and once without."""
    plain = _JSON_LETTER.sub(lambda match: chr(int(match[1], 16)), _JSON_SPACE.sub(" ", text))
    whole = fold(unescape(unquote(plain))).translate(_LIKE_D)
    return "|".join(_NO_LETTER.sub("", part) for part in (whole, _TAGS.sub("", whole)))


def replaced(text: str, name: Name, stand_in: str) -> str:
    """The text with the stand-in at each place, written as the name was: escaped, joined or in capitals. Tags stay."""
    pieces, end = [], 0
    for place in name.places(text):
        pieces += [text[end : place.start], _written(stand_in, place, text)]
        end = place.end
    return "".join([*pieces, text[end:]]) if pieces else text


def _written(stand_in: str, place: Place, text: str) -> str:
    matched = place.matched
    if re.search(r"%[0-9A-Fa-f]{2}", matched):
        return quote(stand_in)
    if joint := _joint(matched):
        return slugify_vi(stand_in).replace("-", joint)
    words = _cased(stand_in, place, text)
    if "\\u" in matched:
        words = "".join(c if c.isascii() else f"\\u{ord(c):04x}" for c in words)
    return words + "".join(_TAGS.findall(matched))


def _joint(matched: str) -> str:
    """The sign that joins the syllables in an address or a file name; "" in running text."""
    if not _JOINED.fullmatch(matched):
        return ""
    signs = re.findall(r"[-_+.]", matched)
    return signs[0] if signs and signs[0] != "." else "-"


def _cased(stand_in: str, place: Place, text: str) -> str:
    letters = [c for c in re.sub(r"\\u[0-9a-fA-F]{4}|&\w+;", "", place.matched) if c.isalpha()]
    if len(letters) > 3 and all(c.isupper() for c in letters):
        return stand_in.upper()
    before = _TAGS.sub("", text[max(0, place.start - 60) : place.start]).rstrip(" \u00a0“\"'(")
    if place.has_honorific:
        begins = text[place.start].isupper() or text.startswith(("\\u00d4", "\\u00D4"), place.start)
    else:
        begins = not before or before[-1] in ".!?>\n"
    return stand_in[:1].upper() + stand_in[1:] if begins else stand_in


def _syllable(text: str, is_first: bool = False) -> str:
    """Every writing of one syllable; a tone of its own may stand on any of its vowels or be missing."""
    tones = "".join(mark for mark in unicodedata.normalize("NFD", text) if mark in _TONES)
    bare = nfc("".join(c for c in unicodedata.normalize("NFD", text) if c not in tones))
    first, *others = (_letter(letter, tones) for letter in bare)
    return _alternatives(*first, is_first) + "".join(_alternatives(*letter) for letter in others)


def _letter(letter: str, tones: str) -> tuple[set[str], str]:
    """The letters it may be, and the marks that may follow on their own."""
    if letter in _D:
        return set("dD" + _D), ""
    base, *quality = unicodedata.normalize("NFD", letter)
    own, tones = "".join(quality), tones if base in _VOWELS else ""
    spelt = {nfc(start + marks) for start in (base, base.upper()) for marks in ("", own, tones, own + tones)}
    return {c for c in spelt if len(c) == 1}, own + tones


def _alternatives(letters: set[str], marks: str, is_first: bool = False) -> str:
    """One of the letters, plain or escaped, and then any of the marks on their own."""
    plain = "".join(re.escape(c) for c in sorted(letters))
    escaped = "|".join(_escaped(c) for c in sorted(letters) if not c.isascii())
    if not escaped:
        one = f"[{plain}]"
    elif is_first:
        # Written so that it begins with one class: the engine then leaps from one possible beginning to the next.
        one = rf"[{plain}\\&%](?:(?<=[{plain}])|{_behind(escaped)})"
    else:
        one = f"(?:[{plain}]|{escaped})"
    loose = "|".join(_escaped(mark) for mark in marks)
    return one + (f"(?:[{marks}]|{loose})*" if marks else "")


def _behind(escaped: str) -> str:
    return "|".join(
        rf"(?<=\\){row[2:]}" if row.startswith("\\\\") else f"(?<={row[0]}){row[1:]}"
        for row in escaped.split("|")
    )


def _escaped(c: str) -> str:
    """The letter as JSON, HTML and URLs write it."""
    code = ord(c)
    hexadecimal = "".join(f"[{d}{d.upper()}]" if d.isalpha() else d for d in f"{code:x}")
    named = f"|&{codepoint2name[code]};" if code in codepoint2name else ""
    padded = "".join(f"[{d}{d.upper()}]" if d.isalpha() else d for d in f"{code:04x}")
    return rf"\\u{padded}|&#{code};|&#[xX]0*{hexadecimal};{named}|{_any_case(quote(c))}"


def _any_case(percent: str) -> str:
    return "".join(f"[{d}{d.lower()}]" if d.isalpha() else d for d in percent)
