"""What a voice should say for a printed text, and which printed characters each changed piece stands for.

Rules take turns, the surest first; a rule may take only characters no earlier rule has taken. What no rule takes is said as printed;
after the last rules that is never a digit, nor a sign other than those by which a voice breathes.
"""

import re
from dataclasses import dataclass

from accessibility.narration import abbreviations, english, english_abbreviations, vietnamese
from accessibility.narration.letters import spell, spell_in_english
from accessibility.narration.rules import Rule, lexicon, marks_of

IN_BRACKETS = re.compile(r"\(\s?(?P<short>[A-ZĐƯÂÊÔƠĂ][\w&./-]{1,20})\s?\)")
EXPLAINED = re.compile(r"(?<![\w(])(?P<short>[^\s()]{2,20})\s?\((?P<full>[^()]{3,150})\)")
_BRACKET = frozenset("(")
_LINKING = frozenset(("và", "and", "of", "the", "for", "&", "-", "–"))


@dataclass(frozen=True)
class Unit:
    """`spoken[spoken_start:spoken_end]` stands for `printed[start:end]`; either may be empty, but not both."""

    spoken_start: int
    spoken_end: int
    start: int
    end: int


@dataclass(frozen=True)
class Spoken:
    """`text` is what is said; between `units` (in order, apart from each other) it equals what is printed."""

    text: str
    units: tuple


class Speaker:
    """Says printed text in one language (`vi`, `en`), with the caller's spellings: `{printed: spoken}`, case-sensitive.

    An empty spoken form is spelt by its letters.
    """

    def __init__(self, language="vi", spellings=None):
        is_english = language == "en"
        known = english_abbreviations.ENGLISH if is_english else abbreviations.VIETNAMESE
        self.spell = spell_in_english if is_english else spell
        merged = {**known, **(spellings or {})}
        self.spellings = {form: words or self.spell(form) or form for form, words in merged.items()}
        rules = english if is_english else vietnamese
        self.rules = [
            *rules.BEFORE_LEXICON,
            Rule(EXPLAINED, self._silence_explanation, (_BRACKET,)),
            Rule(IN_BRACKETS, self._silence_repeated, (_BRACKET,)),
            *rules.documents(self.spellings, frozenset(spellings or ())),
            Rule(lexicon(self.spellings), self._say_known),
            *rules.AFTER_LEXICON,
        ]

    def speak(self, text):
        """The `Spoken` of any text; nothing raises, and every offset lies inside its text."""
        taken, present = bytearray(len(text)), marks_of(text)
        said = []
        for pattern, say in self._rules_for(present):
            for match in pattern.finditer(text):
                start, end = match.span()
                if start == end or taken.find(1, start, end) >= 0:
                    continue
                words = say(match)
                if words is not None:
                    taken[start:end] = b"\1" * (end - start)
                    said.append((start, end, words))
        return _assembled(text, sorted(said))

    def _rules_for(self, present):
        """Most sentences hold no number and no strange sign; most rules need not look at them."""
        for pattern, say, needs in self.rules:
            for signs in needs:
                if present.isdisjoint(signs):
                    break
            else:
                yield pattern, say

    def _say_known(self, match):
        """`chỉ số CPI`, `văn hóa VHTT`: what the words before have already said of the long form is not said again."""
        words, start = self.spellings[match.group()], match.start()
        if match.string[start - 1 : start] != " " or words.count(" ") < 2:
            return words
        full, before = words.split(), match.string[max(0, start - 60) : start].lower().split()
        for said in range(len(full), 1, -1):
            if before[-said:] == [word.lower() for word in full[:said]]:
                return " ".join(full[said:])
        return words

    def _silence_explanation(self, match):
        """`SHTT (sở hữu trí tuệ)`: what is said for the short form is not said again."""
        said = self.spellings.get(match["short"], "")
        return said if said and said.lower() == " ".join(match["full"].lower().split()) else None

    def _silence_repeated(self, match):
        """`sở hữu trí tuệ (SHTT)`: the short form is not said again right after the long one."""
        before = match.string[max(0, match.start() - 200) : match.start()].split()
        full = self.spellings.get(match["short"], "").lower().split()
        letters = [letter.lower() for letter in match["short"] if letter.isalpha()]
        short = "".join(letters)
        every = "".join(word[0].lower() for word in before)
        weighty = "".join(word[0].lower() for word in before if word.lower() not in _LINKING)
        is_made_of_initials = len(short) > 1 and (every.endswith(short) or weighty.endswith(short))
        repeats = full and [word.lower() for word in before[-len(full) :]] == full
        return "" if repeats or is_made_of_initials else None


def speak(text, language="vi", spellings=None):
    """One text said once; to say many, keep a `Speaker`."""
    return Speaker(language, spellings).speak(text)


def _assembled(text, said):
    pieces, units, length, place, last = [], [], 0, 0, ""
    for start, end, words in said:
        kept = text[place:start]
        last = kept[-1:] or last
        words = _spaced(words, last, text[end : end + 1])
        pieces += [kept, words]
        length += len(kept)
        units.append(Unit(length, length + len(words), start, end))
        length += len(words)
        last = words[-1:] or last
        place = end
    return Spoken("".join([*pieces, text[place:]]), tuple(units))


def _spaced(words, before, after):
    """Words said for signs must not run into the letters beside them."""
    if not words:
        return words
    left = " " if before.isalnum() and words[0].isalnum() else ""
    right = " " if after.isalnum() and words[-1].isalnum() else ""
    return left + words + right
