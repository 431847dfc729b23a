"""The words that open a group without names ("đại diện", "trưởng các", "chỉ huy"), and when they do not."""

from itertools import pairwise

from news.extraction.blocks import Block
from news.extraction.words import keys
from news.extraction.words.bodies import GROUP_LEADS

PLURALS = keys("các một những hai ba bốn năm sáu bảy tám chín mười nhiều")
# Offices that one person holds: only in the plural do they stand for a group.
_HOLDERS = keys("chánh giám đốc trưởng hạt trạm chủ bí hiệu đội tổ viện chi điều kế hộ")
# Nouns of people that open a group only as an item of a list.
_ITEMS_ONLY = keys("các một toàn tập đông nhóm thành cán chuyên công viên")
_NEVER_FIRST = keys("đoàn hội")
_JOINTS = keys("và cùng có là với gồm")
_ACTING = keys("làm trình thay do")
_LONGEST_GAP = 25  # words between a lead and the person it introduces


class Leads:
    """Reads leads in one sentence; `taken` are the words that belong to named people."""

    def __init__(self, block: Block, end: int, taken: set[int]):
        self.words, self.end, self.taken = block.words, end, taken

    def length(self, at: int) -> int:
        """Words that open a group at `at`, or 0."""
        n = GROUP_LEADS.match(self.words, at, self.end)
        if not n or at + n >= self.end or at + n in self.taken or self._belongs_elsewhere(at, n):
            return 0
        first, before = self.words[at].key, self.words[at - 1] if at else None
        if first in _NEVER_FIRST or (first in _HOLDERS and not self._many(at, n)):
            return 0
        if first in _ITEMS_ONLY and not (
            before and (before.text in (",", ";", ":") or before.key in _JOINTS)
        ):
            return 0
        if first not in _HOLDERS and before and before.key in _ACTING:
            return 0
        return 0 if self.names_someone(at, at + n) else n

    def _belongs_elsewhere(self, at: int, n: int) -> bool:
        """The words are part of a body's name, of an office or of a person's introduction."""
        words, first = self.words, self.words[at].key
        before = words[at - 1] if at else None
        return bool(
            (before and before.text == "(")  # "ông A (đại diện Sở B)"
            or (first == "thường" and before and before.key == "của")  # "Đoàn giám sát của Thường trực HĐND"
            or (first == "đại" and at - 1 in self.taken)  # "bà A đại diện tiểu thương"
            or (before and first == "đại" and before.key == "phòng")  # "văn phòng đại diện"
            or (first == "chỉ" and ((words[at].cap and at) or (before and before.key in ("ban", "bộ", "sở"))))
            # "Thường trực HĐND" is present; "Phó Chủ tịch thường trực" is an office.
            or (words[at + n - 1].key == "trực" and not (words[at].cap and words[at + n].cap))
            or (first == "thành" and at > 1 and at - 2 in self.taken)  # "ông A, Giám đốc B, thành viên C"
            or (first == "các" and self._from_where(at))
        )

    def _many(self, at: int, n: int) -> bool:
        words = self.words
        if at and words[at - 1].key == "phó":
            return False
        near = words[at + n : at + n + 4]
        near = near[: next((k for k, word in enumerate(near) if word.text in ",;"), len(near))]
        counted = any(word.key in PLURALS or word.key == "toàn" or word.text.isdigit() for word in near)
        return counted or (n > 1 and words[at + n - 1].key == "các") or self._row_of_posts(at, n)

    def _row_of_posts(self, at: int, n: int) -> bool:
        """ "các trưởng phòng: Nội vụ, Tài chính", "bí thư, chủ tịch các xã": posts in the plural, and nobody named."""
        words, after = self.words, at + n
        if words[after].text == "," and after + 1 < self.end and not words[after + 1].cap:
            more = GROUP_LEADS.match(words, after + 1, self.end)
            return bool(more) and after + 1 + more < self.end and self._many(after + 1, more)
        if not at or words[at - 1].key != "các":
            return False
        first = after + (words[after].text == ":")
        stop = next(
            (k for k in range(first, min(first + _LONGEST_GAP, self.end)) if words[k].text in ";."), self.end
        )
        return first < self.end and words[first].cap and not any(k in self.taken for k in range(first, stop))

    def _from_where(self, at: int) -> bool:
        """ "50 học viên đến từ Cục A, các sở": where a counted crowd is from."""
        near = [word.key for word in self.words[max(0, at - 20) : at]]
        near = near[max((n for n, word in enumerate(near) if word == ";"), default=0) :]
        crowd = next((n for n, word in enumerate(near) if word[0].isdigit()), len(near))
        return any(pair == ("đến", "từ") for pair in pairwise(near[crowd:]))

    def names_someone(self, lead: int, at: int) -> bool:
        """ "Đại diện Sở X, ông A ...": the body speaks through a named person."""
        for n in range(at, min(at + _LONGEST_GAP, self.end)):
            if self.words[n].text in (";", ".", ":"):
                return False
            if n in self.taken:
                before = self.words[n - 1]
                return before.key in ("có", "là", "gồm") or (
                    before.text == "," and not self._row(lead, at, n)
                )
        return False

    def _row(self, lead: int, at: int, end: int) -> bool:
        """Several items stand between: the list goes on with a person, it does not introduce one."""
        words = self.words
        several = any(words[n].text == "," or words[n].key == "và" for n in range(at, end - 1))
        return (
            several or words[lead].key != "đại" or (lead > 0 and words[lead - 1].key in ("và", "cùng", "có"))
        )
