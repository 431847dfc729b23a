"""The people a page names: who, under which office, where in the text."""

import re
from dataclasses import dataclass

from news.extraction.blocks import Block
from news.extraction.bodies import Body, read_body
from news.extraction.bounds import capital_run, looks_like_person
from news.extraction.names import (
    DASHES,
    honorific_run,
    is_one_word_name,
    name_run,
    office_follows,
    other_than_person,
)
from news.extraction.offices import read_office
from news.extraction.text import Token
from news.extraction.titles import Office, office_at
from news.extraction.words import keys
from news.extraction.words.bodies import HEADS, PLACES, PLURAL_HEADS, WHOLE
from news.extraction.words.people import HONORIFICS, MANY_HOLD, OFFICE_PREFIXES, OFFICES, PRONOUNS

_COUNTS = keys("các hai ba bốn năm sáu những")
_OFFICE_ENDS = keys("trưởng viên")
_OPENERS = HONORIFICS.openers | OFFICES.openers | OFFICE_PREFIXES.openers | _COUNTS
_MOST_PLACES = 20


@dataclass(slots=True)
class Mention:
    block: Block
    sentence: tuple[int, int]
    begin: int  # of the name
    end: int
    open: int  # of the honorific or office before it
    close: int  # of the office after it
    honorific: str | None = None
    office: Office | None = None
    role: str | None = None
    affiliation: Body | None = None
    shared_body: str | None = (
        None  # "UBND tỉnh B" of the second name in "các Phó Chủ tịch UBND tỉnh A, B: X, Y"
    )
    listed: bool = False  # an item of an enumeration

    @property
    def name(self) -> str:
        return self.block.text(self.begin, self.end)

    def name_keys(self) -> tuple[str, ...]:
        return tuple(w.key for w in self.block.words[self.begin : self.end])


def read_mentions(block: Block) -> list[Mention]:
    found: list[Mention] = []
    for sentence in block.sentences:
        _Reader(block, sentence, found).read()
    return found


class _Reader:
    """Walks one sentence; keeps the office that an enumeration shares and the office just read before a name."""

    def __init__(self, block: Block, sentence: tuple[int, int], found: list[Mention]):
        self.block, self.words, self.sentence, self.found = block, block.words, sentence, found
        self.at, self.end = sentence
        self.shared: Office | None = None
        self.shared_places: list[str] = []
        self.shared_count = 0
        self.listing = False

    def read(self) -> None:
        while self.at < self.end:
            if not (self._opens() and self._step()):
                self._pass_sign()
                self.at += 1

    def _pass_sign(self) -> None:
        text = self.words[self.at].text
        if text == "." or (text == ";" and not self._bare_name_next()):
            self.shared, self.shared_places, self.shared_count = None, [], 0
        if text == ":":
            self.listing, self.shared = not self._lists_bodies(self.at), None

    def _lists_bodies(self, colon: int) -> bool:
        """ "đại diện các điện lực: Trà Bôm, Hạ Bôm": no people behind this colon; "các trưởng phòng:" has them."""
        words, begin = self.words, self.sentence[0]
        for n in (1, 2, 3):
            at = colon - n
            if at > begin and (PLURAL_HEADS.match(words, at, colon) or HEADS.match(words, at, colon)) == n:
                return not words[at].cap and words[at - 1].key in ("các", "xã", "tại", "gồm")
        return False

    def _bare_name_next(self) -> bool:
        """ "các Phó Giám đốc: ông A; ông B": the list goes on over a semicolon."""
        at = self.at + 1
        called = honorific_run(self.words, at, self.end) if at < self.end else 0
        return bool(called) and bool(self.shared) and self._is_name(at + called, True)

    def _opens(self) -> bool:
        """Cheap refusal of the many words that begin neither a name nor an office."""
        word, after = self.words[self.at], self.at + 1
        return (
            word.cap or word.key in _OPENERS or (after < self.end and self.words[after].key in _OFFICE_ENDS)
        )

    def _step(self) -> bool:
        start, words = self.at, self.words
        plural = words[start].key in _COUNTS
        address = honorific_run(words, start, self.end)
        after = start + address
        if address and not ((after < self.end and words[after].cap) or office_at(words, after, self.end)):
            return self._skip(address) if words[after - 1].key in ("chí",) else False
        if self._is_name(after, bool(address)):
            return self._take(start, after, None)
        office = read_office(self.block, after, self.end)
        if office is None and plural and not address:
            return self._plural(start)
        if office is None:
            return False
        counted = words[start].key in _COUNTS or (start and words[start - 1].key in _COUNTS)
        if counted and self._share(office):
            return True
        name = office.end + honorific_run(words, office.end, self.end)
        if self._is_name(name, True) and (name == office.end or words[office.end - 1].text not in (",", ".")):
            return self._take(start, name, office, first_honorific=address)
        if self._apposed(office, address):
            return self._take(start, office.end + 1 + honorific_run(words, office.end + 1, self.end), office)
        self.at = max(office.end, start + 1) if not office.bodies else max(office.begin + 1, start + 1)
        return True

    def _apposed(self, office: Office, address: int) -> bool:
        """ "Trưởng trạm Thú y huyện, ông X nói": the office stands before a comma and a form of address."""
        comma = office.end
        if address or comma + 1 >= self.end or self.words[comma].text != ",":
            return False
        called = honorific_run(self.words, comma + 1, self.end)
        if not called or self.words[comma + 1].cap or not self._is_name(comma + 1 + called, True):
            return False
        return self.words[comma + called].key in PRONOUNS

    def _skip(self, count: int) -> bool:
        self.at += count
        return True

    def _plural(self, start: int) -> bool:
        office = read_office(self.block, start + 1, self.end)
        return bool(office and self._share(office))

    def _share(self, office: Office) -> bool:
        """ "các Phó Giám đốc Sở: A, B": the office of each name up to the next semicolon."""
        at, places = self._more_places(office.end)
        if at < self.end and (self.words[at].text == ":" or self.words[at].key in ("là", "gồm")):
            at += 1
        elif places:
            return False
        name = at + honorific_run(self.words, at, self.end)
        if not (self._is_name(name, True) and name < self.end):
            return False
        self.shared, self.shared_places, self.shared_count, self.listing = office, places, 0, True
        self.at = at
        return self._take(at, name, None)

    def _more_places(self, at: int) -> tuple[int, list[str]]:
        """(word after them, places) of "..., huyện A, B và C" behind a shared office."""
        places: list[str] = []
        while len(places) < _MOST_PLACES and self._place_follows(at, bool(places)):
            run = capital_run(self.words, at + 1, self.end)
            places.append(self.block.text(at + 1, at + 1 + run))
            at += 1 + run
        return at, places

    def _place_follows(self, at: int, several: bool) -> bool:
        if at + 1 >= self.end or not self.words[at + 1].cap:
            return False
        joined = self.words[at].text == "," or (several and self.words[at].key == "và")
        return joined and not self._is_name(at + 1, False)

    def _is_name(self, at: int, addressed: bool) -> bool:
        words = self.words
        if at >= self.end or not words[at].cap:
            return False
        if at in self.block.people:
            return True
        run = name_run(words, at, self.end)
        inside = at > self.sentence[0]
        if addressed and inside and run == 1 and is_one_word_name(words[at]):
            return True
        if run < 2 or self._opens_other(at):
            return False
        if addressed and inside:
            return not other_than_person(words, at, self.end)
        return inside and self._is_item(at, run)

    def _opens_other(self, at: int) -> bool:
        """A body or an office begins here."""
        words = self.words
        body = HEADS.match(words, at, self.end) > 1 or WHOLE.match(words, at, self.end)
        return bool(body) or office_at(words, at, self.end) > 1

    def _is_item(self, at: int, run: int) -> bool:
        """A bare name as an item of a list of people."""
        words = self.words
        if words[at - 1].text not in (":", ";", ",") and words[at - 1].key != "và":
            return False
        known = looks_like_person(words, at, self.end, 2) or office_follows(words, at + run, self.end)
        if (self.listing or self.shared) and known:
            return not PLACES.match(words, at, self.end)
        head = HEADS.match(words, at, self.end)
        return bool(self.shared) and run <= 4 and not head and not self.shared_done(at)

    def shared_done(self, at: int) -> bool:
        return self.words[at - 1].key == "và" and self.found == []

    def _take(self, start: int, name: int, office: Office | None, first_honorific: int = 0) -> bool:
        block, words = self.block, self.words
        end = block.people.get(name) or name + name_run(words, name, self.end)
        mention = Mention(block, self.sentence, name, end, start, end)
        self._address(mention, start, name, office, first_honorific)
        after = self._office_after(end)
        if after:
            mention.office, mention.close = after, after.end
            mention.affiliation = None if after.bodies else self._bracketed(after.end)
            if office and not after.bodies:
                mention.affiliation = next(iter(office.bodies), None) or mention.affiliation
        elif office:
            mention.office = office
        elif self.shared:
            self._give_shared(mention)
        else:
            self._affiliate(mention)
        if mention.office and not mention.role:
            mention.role = role_text(block, mention.office)
        mention.listed = self.listing or self.shared is not None
        self._lend_back(mention)
        self.found.append(mention)
        self.at = max(mention.close, name + 1)
        return True

    def _lend_back(self, mention: Mention) -> None:
        """ "ông A, bà B, chuyên viên Sở": a post that many hold, printed once after the last of several names."""
        title = mention.office.title if mention.office else ""
        if title not in MANY_HOLD or mention.office.begin < mention.begin:
            return
        begin = mention.open
        for earlier in reversed(self.found):
            joined = earlier.sentence == mention.sentence and self.block.text(earlier.close, begin) in (
                ",",
                "và",
            )
            if earlier.role or not joined:
                return
            earlier.office, earlier.role, begin = mention.office, mention.role, earlier.open

    def _give_shared(self, mention: Mention) -> None:
        mention.office = self.shared
        role = role_text(self.block, self.shared)
        count = self.shared_count
        if 0 < count <= len(self.shared_places):
            role, mention.shared_body = self._at_place(self.shared_places[count - 1])
        mention.role = role
        self.shared_count += 1
        if not self.shared.bodies:
            self._affiliate(mention)

    def _at_place(self, place: str) -> tuple[str, str | None]:
        """Office and body of the shared phrase, at another place."""
        office, words = self.shared, self.words
        cut = office.end
        while cut > office.begin + 1 and words[cut - 1].cap:
            cut -= 1
        role = f"{self.block.text(office.begin, cut)} {place}"
        body = office.bodies[-1] if office.bodies else None
        return role, f"{self.block.text(body.begin, cut)} {place}" if body and body.begin < cut else None

    def _address(self, mention: Mention, start: int, name: int, office: Office | None, first: int) -> None:
        if office and office.end < name:
            mention.honorific = self.block.text(office.end, name).lstrip(", ")
        elif office:
            mention.honorific = self.block.text(start, start + first) or None
        else:
            mention.honorific = self.block.text(start, name) or None
        if mention.honorific and re.match(r"(?:các|hai|ba) ", mention.honorific, re.I):
            mention.honorific = None

    def _office_after(self, at: int) -> Office | None:
        words = self.words
        if at >= self.end:
            return None
        sign = words[at].text in (",", "(", ":", *DASHES)
        office = read_office(self.block, at + sign, self.end, True) if at + sign < self.end else None
        if (
            office is None
            or (not sign and not words[at].cap)
            or (words[at].text == "," and self._belongs_to_next(at + 1))
        ):
            return None
        if sign and not words[office.begin].cap and _is_clause(words, office):
            return None
        return office

    def _belongs_to_next(self, at: int) -> bool:
        """ ", Giám đốc Sở X Nguyễn Văn A": the office is the next person's."""
        office = read_office(self.block, at, self.end)
        if office is None or not self.words[at].cap:
            return False
        name = office.end + honorific_run(self.words, office.end, self.end)
        return name in self.block.people or looks_like_person(self.words, name, self.end)

    def _bracketed(self, at: int) -> Body | None:
        """ "Điều phối viên Dự án (Quỹ X)": the body in the bracket behind an office."""
        opens = at + 1 < self.end and self.words[at].text == "("
        return read_body(self.block, at + 1, self.end) if opens else None

    def _affiliate(self, mention: Mention) -> None:
        at = mention.end
        if at + 1 < self.end and self.words[at].text in (",", "(", *DASHES):
            mention.affiliation = read_body(self.block, at + 1, self.end)


def _is_clause(words: list[Token], office: Office) -> bool:
    """ ", chủ trì hội nghị": a verb, though an office is spelt alike; ", quản lý bếp ăn," between commas is an office."""
    if office.title == "quản lý":
        return office.end >= len(words) or words[office.end].text not in (",", ")")
    return office.title in ("chủ trì", "đồng chủ trì")


_ATTACHED = re.compile(r"\s+(?:làm|là|cùng)$")


def role_text(block: Block, office: Office) -> str:
    return _ATTACHED.sub("", block.text(office.begin, office.end)).rstrip(" ,;-–")
