"""What an office is held over: the bodies, fields, levels and small words that complete its title."""

from itertools import pairwise

from news.extraction.blocks import Block
from news.extraction.bodies import read_body
from news.extraction.bounds import capital_run, level_at, looks_like_person, opens_other, stops
from news.extraction.fields import read_field
from news.extraction.text import Token
from news.extraction.titles import Office, office_at
from news.extraction.words import Phrases, keys
from news.extraction.words.bodies import FIELDS, GROUP_LEADS, HEADS, NOT_BODIES, PLACES, WHOLE
from news.extraction.words.people import HONORIFICS, PARTY_BODIES

_MODIFIERS = Phrases(
    "thường trực, phụ trách, điều hành, chuyên trách, kiêm nhiệm, danh dự, thứ nhất, kiêm, quyền, "
    "đương nhiệm, chuyên môn"
)
_FIELD_AFTER = keys("phòng khoa ban môn phận trạm đội tổ viện vụ cục chi")
_OWNERS = Phrases(
    "đài, viện, học viện, bệnh viện, trường, đại học, công ty, tổng công ty, tập đoàn, ngân hàng, trung tâm, chi cục, tòa án"
    ", kho bạc, báo, tạp chí, tổng cục, liên đoàn, hội đồng nhân dân, ủy ban nhân dân"
)
_HAVE_DIVISIONS = keys("sở bộ ubnd hđnd cục")
_HAMLETS = keys("thôn bản ấp xóm buôn sóc khóm phum plei")
_NUMBERED = keys("lớp khóa khoá tổ xưởng số cụm khu đội khối")
_LOWER_LIMIT = 9


def complete(block: Block, office: Office, end: int, after_name: bool) -> None:
    """Moves the office's end over all that belongs to it, and notes the bodies it names."""
    _Complement(block, office, end, after_name).read()


class _Complement:
    def __init__(self, block: Block, office: Office, end: int, after_name: bool):
        self.block, self.words, self.office, self.end, self.after_name = (
            block,
            block.words,
            office,
            end,
            after_name,
        )
        self.start, self.last = office.end, block.words[office.end - 1].key
        self.lower = 0  # words in small letters so far

    def read(self) -> None:
        while self.office.end < self.end and self._step(self.office.end):
            pass
        inside = pairwise(self.words[self.start - 1 : self.office.end])
        self.office.hamlet = any(word.key in _HAMLETS and after.cap for word, after in inside)

    def _step(self, at: int) -> bool:
        """Takes the next piece; False when the office is over."""
        if at in self.block.people:
            return False
        if self._body(at):
            return True
        if not self.after_name and looks_like_person(self.words, at, self.end):
            return False
        pieces = (
            self._party,
            self._hamlet,
            self._field,
            self._bare_head,
            self._modifier,
            self._level,
            self._short,
            self._class,
            self._capital,
        )
        return any(piece(at) for piece in pieces) or self._bracket(at) or self._small(at) or self._joined(at)

    def _go(self, at: int) -> bool:
        self.office.end = at
        return True

    def _body(self, at: int) -> bool:
        body = read_body(self.block, at, self.end, not self.after_name)
        if body is None:
            return False
        self.office.bodies.append(body)
        return self._go(body.end)

    def _party(self, at: int) -> bool:
        words, office = self.words, self.office
        party = PARTY_BODIES.match(words, at, self.end)
        n = (words[at].cap and NOT_BODIES.match(words, at, self.end)) or party
        if not n:
            return False
        self._go(at + n + level_words(self.block, at + n, self.end))
        if words[at].key == "đoàn":
            office.bare_head, office.party = (
                "đoàn thanh niên",
                office.party or self.block.text(at, office.end),
            )
        elif party:
            office.end += self._place_of_party(office.end) if party == 2 else 0
            office.party = office.party or self.block.text(at, office.end)
        elif tail := next((k for k in (2, 1) if n > k and HEADS.match(words, at + n - k, at + n) == k), 0):
            office.bare_head = " ".join(word.key for word in words[at + n - tail : at + n])
        return True

    def _place_of_party(self, at: int) -> int:
        """Words of "Hải An" in "Bí thư Huyện ủy Hải An", after the name only: before it they might be the name."""
        stop = at
        while self.after_name and stop < min(at + 4, self.end) and self.words[stop].cap:
            if opens_other(self.block, stop, self.end) or read_body(self.block, stop, self.end):
                break
            stop += 1
        return stop - at

    def _bare_head(self, at: int) -> bool:
        n = HEADS.match(self.words, at, self.end) if self.words[at].cap else 0
        if not n or looks_like_person(self.words, at, self.end):
            return False
        head = " ".join(word.key for word in self.words[at : at + n])
        self.office.bare_head = self.office.bare_head or head
        return self._go(at + n)

    def _hamlet(self, at: int) -> bool:
        """ "Trưởng thôn Bờ Lăng": the place the office is held over, not the holder's name."""
        if at != self.start or self.last not in _HAMLETS or not self.words[at].cap:
            return False
        run = capital_run(self.words, at, self.end)
        person = looks_like_person(self.words, at, self.end, 3 if self.after_name else 2)
        return run <= 3 and not person and self._go(at + run)

    def _field(self, at: int) -> bool:
        """ "Trưởng phòng Kho, Lưu trữ": the field after a head in small letters."""
        opens = at == self.start and self.last in _FIELD_AFTER and self.words[at].cap
        if not opens or looks_like_person(self.words, at, self.end):
            return False
        end = next((n for n in range(at + 1, min(at + 12, self.end)) if self._body_begins(n)), self.end)
        return self._go(max(read_field(self.block, at, end, not self.after_name, "phòng")[0], at + 1))

    def _body_begins(self, at: int) -> bool:
        """ "Trưởng phòng Giá và Công sản Sở Tài chính": the body that has the division, after its field."""
        words, after = self.words, at + 1
        if not words[at].cap:
            return False
        if whole := WHOLE.match(words, at, self.end):  # "Phó Trưởng phòng PC07 Công an tỉnh"
            return bool(level_at(words, at + whole, self.end)) if at + whole < self.end else True
        if n := _OWNERS.match(words, at, self.end):  # "Trưởng ban Thư ký Đài Truyền thanh An"
            person = not self.after_name and looks_like_person(words, at + n, self.end)
            return at + n < self.end and words[at + n].cap and not person
        if words[at].key not in _HAVE_DIVISIONS:
            return False
        return bool(FIELDS.match(words, after, self.end) or level_at(words, after, self.end))

    def _modifier(self, at: int) -> bool:
        n = _MODIFIERS.match(self.words, at, self.end)
        if not n or (self.words[at].key == "kiêm" and office_at(self.words, at + 1, self.end)):
            return False
        self.lower = 0
        return self._go(at + n)

    def _level(self, at: int) -> bool:
        n = level_words(self.block, at, self.end)
        return bool(n) and self._go(at + n)

    def _short(self, at: int) -> bool:
        word = self.words[at]
        if len(word.text) < 2 or not word.text.isupper() or not word.text.isalnum():
            return False
        self.office.short = self.office.short or (word.key,)
        return self._go(at + 1 + level_words(self.block, at + 1, self.end))

    def _class(self, at: int) -> bool:
        """ "học sinh lớp 5A", "công nhân Tổ 3"."""
        numbered = self.words[at].text.isdigit() and self.words[at - 1].key in _NUMBERED
        return numbered and len(self.words[at].text) < 4 and self._go(at + 1)

    def _capital(self, at: int) -> bool:
        word = self.words[at]
        mine = word.cap and self.after_name and word.text[0].isalpha()
        return bool(mine) and not opens_other(self.block, at, self.end) and self._go(at + 1)

    def _bracket(self, at: int) -> bool:
        close = _short_bracket(self.words, at, self.end) if self.words[at].text == "(" else 0
        return bool(close) and self._go(close)

    def _small(self, at: int) -> bool:
        word = self.words[at]
        if word.cap or not word.text[0].isalpha() or word.key in ("và", "kiêm") or self.lower >= _LOWER_LIMIT:
            return False
        tail = self.after_name and _place_tail(self.words, at, self.end)
        if not tail and stops(self.words, at, self.end, False):
            return False
        if not self.after_name and not _leads_to_name(self.block, at, self.end):
            return False
        self.lower += 1
        return self._go(at + 1)

    def _joined(self, at: int) -> bool:
        """ "nghiên cứu và giảng dạy": after a name, small words on both sides of "và"."""
        words, after = self.words, at + 1
        if (
            words[at].key != "và"
            or words[at - 1].cap
            or not self.after_name
            or not self.lower
            or after >= self.end
        ):
            return False
        other = GROUP_LEADS.match(words, after, self.end) or HONORIFICS.match(words, after, self.end)
        if words[after].cap or other or stops(words, after, self.end):
            return False
        self.lower += 1
        return self._go(after)


def level_words(block: Block, at: int, end: int) -> int:
    """Words of "tỉnh X" at `at`."""
    words = block.words
    n = level_at(words, at, end)
    if not n:
        return 0
    stop = at + n
    if (
        stop < end
        and words[stop].cap
        and (p := PLACES.match(words, stop, end) or block.locality_at(stop, end))
    ):
        return n + p
    while (
        stop < end
        and stop - at - n < 4
        and words[stop].cap
        and stop not in block.people
        and not opens_other(block, stop, end)
        and not looks_like_person(words, stop, end)
    ):
        stop += 1
    return stop - at


def _short_bracket(words: list[Token], at: int, end: int) -> int:
    """Word after "(SHTT)"."""
    if at + 2 < end and words[at + 2].text == ")" and sum(c.isupper() for c in words[at + 1].text) > 1:
        return at + 3
    return 0


def _place_tail(words: list[Token], at: int, end: int) -> bool:
    """ "tại Việt Nam", "đến từ xã X": where the holder works, still part of the office."""
    after = at + 1
    if words[at].key in ("tại", "của", "ở"):
        return after < end and (words[after].cap or bool(level_at(words, after, end)))
    if words[at].key == "đến":
        return after < end and words[after].key == "từ"
    return words[at].key == "từ" and words[at - 1].key == "đến"


def _leads_to_name(block: Block, at: int, end: int) -> bool:
    """Before a name, small letters belong to the office only when the name follows within five words."""
    words = block.words
    for n in range(at, min(at + 6, end)):
        if n in block.people:
            return True
        if words[n].cap:
            return looks_like_person(words, n, end)
        if words[n].text == ",":  # "Đại diện nhà cung cấp, ông X"
            return bool(HONORIFICS.match(words, n + 1, end))
        if not words[n].text[0].isalpha() or stops(words, n, end, False):
            return False
    return False
