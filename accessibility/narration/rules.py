"""The shape of a rule of reading, and what is left when a rule of every language has spoken: addresses, signs, digits."""

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple
from unicodedata import decimal, digit

DIGITS = frozenset("0123456789")
SLASH = frozenset("/")
DASH = frozenset("-–—")
STOP = frozenset(".")
COLON = frozenset(":")
CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZĐƯ")

ROMANS = frozenset("IVX")
# Stand among the signs of a text for what is dear to look for: a sign that few texts hold, a digit beside a letter.
STRANGE, MIXED = "\0", "\1"
_MIXED = re.compile(r"[0-9](?:(?=[^\W\d_])|(?<=[^\W\d_].))")

# Marks by which a voice breathes; all else that is no letter becomes words or silence.
BREATHED = ".,;:?!…()\"“”„‘’'«»"

URL = re.compile(r"(?<!\w)(?:https?://|www\.)[^\s<>\"“”]*[\w/]")
DOMAIN = re.compile(
    r"(?<![\w@./-])(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,30})\.){1,4}(?:vn|com|org|net|gov|edu|int|info|eu|jp|kr)(?![\w-]|\.\w)(?:/[^\s<>\"“”()]*[\w/])?"
)
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
HASHTAG = re.compile(r"(?<![\w&#])#(?P<words>[^\W\d]\w{1,60})")
_HUMPS = re.compile(r"[0-9]+|[^\W\d_](?:(?![A-ZĐ])[^\W\d_])*+")
# Soft hyphens, joiners and direction marks stand inside words and must not part them.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]+")
LEFT_DIGITS = re.compile(r"\d+")
LEFT_DASH = re.compile(r"(?<![^\W\d_])[-–—−]+|[–—−]+|-+(?![^\W\d_])|-{2,}")
# Numbers that are no digits are letters to `\w`: superscripts, fractions, circled and Roman ones.
_OTHER_NUMBERS = "²³¹¼-¾⁰-₉⅐-ↈ①-⓿❶-➓"
LEFT_SIGN = re.compile(rf"[^\w\s{re.escape(BREATHED)}\-–—−]|[_{_OTHER_NUMBERS}]")

ORDINARY = frozenset(
    BREATHED
    + " \n0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZđĐ"
    + "".join(map(chr, [*range(0xC0, 0xD7), *range(0xD8, 0xF7), *range(0xF8, 0x1B1), *range(0x1EA0, 0x1EFA)]))
)


class Rule(NamedTuple):
    """`say(match)` gives words, "" for silence, None for "not this one". Not tried where a set of `needs` has no sign in the text."""

    pattern: re.Pattern
    say: Callable[[re.Match], str | None]
    needs: tuple[frozenset, ...] = ()


def lexicon(forms) -> re.Pattern:
    """Finds the listed forms that stand alone, the longest first; one ending in a stop may touch what follows (`TP.HCM`)."""
    tree: dict = {}
    for form in forms:
        node = tree
        for sign in form:
            node = node.setdefault(sign, {})
        if form:
            node[""] = {}
    # Each form begins with its letter and only then looks behind it: the search leaps from one such letter to the next.
    begun = [re.escape(sign) + r"(?<!\w.)" + _branches(more, sign) for sign, more in tree.items()]
    return re.compile(f"(?:{'|'.join(begun)})" if begun else r"(?!)", re.DOTALL)


def _branches(node: dict, last: str) -> str:
    """One look at a letter decides among forms that begin alike, however many there are."""
    below = [re.escape(sign) + _branches(more, sign) for sign, more in node.items() if sign]
    if "" in node:
        below.append(r"(?!\w)" if last.isalnum() else "")
    return below[0] if len(below) == 1 else f"(?:{'|'.join(below)})"


def marks_of(text: str) -> set[str]:
    """The signs of a text, as the `needs` of rules ask for them: with STRANGE and MIXED, without a stop that only ends it."""
    present = set(text)
    if "." in present and text.find(".") == len(text) - 1:
        present.discard(".")
    if not present <= ORDINARY:
        present.add(STRANGE)
    if not present.isdisjoint(DIGITS) and _MIXED.search(text):
        present.add(MIXED)
    return present


def constant(words: str) -> Callable[[re.Match], str]:
    return lambda match: words


def first_rules(web: str, mail: str, tag: str) -> list[Rule]:
    """Addresses are named, not read letter by letter; a hashtag is read as the words it was put together from."""
    return [
        Rule(INVISIBLE, constant(""), (frozenset(STRANGE),)),
        Rule(URL, partial(_say_address, words=web), (frozenset("/w"),)),
        Rule(EMAIL, partial(_say_address, words=mail), (frozenset("@"),)),
        Rule(DOMAIN, partial(_say_address, words=web), (STOP,)),
        Rule(HASHTAG, partial(_say_hashtag, tag=tag), (frozenset("#"),)),
    ]


def last_rules(signs: dict[str, str], digits: tuple[str, ...]) -> list[Rule]:
    """After these no digit is left and no sign but those of `BREATHED` and a hyphen between letters."""
    return [
        Rule(
            LEFT_DIGITS,
            lambda match: " ".join(digits[decimal(sign)] for sign in match.group()),
            (DIGITS | {STRANGE},),
        ),
        Rule(LEFT_DASH, _part, (frozenset("-–—−"),)),
        Rule(LEFT_SIGN, partial(_say_sign, signs=signs, digits=digits), (frozenset(STRANGE),)),
    ]


def _say_address(match: re.Match, words: str) -> str:
    """`gửi về địa chỉ a@b.vn`: the word *địa chỉ* has just been said."""
    return words.removeprefix("địa chỉ ") if match.string.endswith("địa chỉ ", 0, match.start()) else words


def _say_hashtag(match: re.Match, tag: str) -> str:
    words = " ".join(_HUMPS.findall(match["words"])) if _is_humped(match["words"]) else match["words"]
    said = " ".join(words.replace("_", " ").split())
    return f"{tag} {said}" if not any(sign.isdigit() for sign in said) else None


def _is_humped(words: str) -> bool:
    return not words.isupper() and any(letter.isupper() for letter in words[1:])


def _say_sign(match: re.Match, signs: dict[str, str], digits: tuple[str, ...]) -> str:
    number = digit(match.group(), -1)
    return signs.get(match.group()) or (digits[number] if 0 <= number < 10 else _part(match))


def _part(match: re.Match) -> str:
    """A sign without a name is silent, but parts the words it stands between."""
    text, start, end = match.string, match.start(), match.end()
    return " " if text[start - 1 : start].isalnum() and text[end : end + 1].isalnum() else ""
