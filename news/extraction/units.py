"""Bodies and groups said to be present without a name."""

import re
from dataclasses import dataclass

from news.extraction.attendance import tells_attendance
from news.extraction.blocks import Block
from news.extraction.bodies import read_body
from news.extraction.bounds import stops
from news.extraction.leads import PLURALS, Leads
from news.extraction.names import honorific_run
from news.extraction.people import Mention
from news.extraction.rows import LONGEST_ROW, Rows
from news.extraction.words import Phrases, keys
from news.extraction.words.bodies import GENERIC, GROUP_LEADS, HEADS, WHOLE
from news.extraction.words.people import OFFICES

_DROPPED = Phrases(
    "đại diện, đại diện của, đại diện cho, các vị đại diện, đồng chí đại diện, cùng đại diện, đại "
    "diện các đồng chí"
)
_NAMELESS = Phrases(
    "lãnh đạo, đại diện lãnh đạo, chỉ huy, đại diện chỉ huy, lãnh đạo và chỉ huy, thủ trưởng, cán bộ, chuyên viên"
    ", các đồng chí lãnh đạo, đồng chí "
    "lãnh đạo, các đồng chí là lãnh đạo, lãnh đạo và chuyên viên, lãnh đạo chủ chốt"
)
# Nouns of people before posts that nobody is named for ("các đồng chí Trưởng Ban A, Trưởng Ban B").
_HOLDERS = Phrases("các đồng chí, các đ/c, các ông, các bà, các ông bà, các vị, các anh, các chị")
# Bodies of every level that are printed without a name of their own.
_BODIES_OF_A_PLACE = Phrases("đảng ủy, thường trực, ủy ban mttq, mttq, mặt trận, công an, quân sự")
_CLOSING = (";", ".", ":", "./.", "(")
_ALREADY = keys("đã vừa")
_ABOUT = keys("hơn gần khoảng trên")
_ENDINGS = Phrases(
    "tham dự, cùng dự, dự, cùng tham dự, tham gia, cùng tham gia, có mặt, cùng toàn thể, đến dự, tới "
    "dự, về dự, cùng các, cùng với, cùng, tiếp, tiếp đoàn, đón, đón tiếp, làm việc với, chủ trì, đồng chủ trì, trao đổi"
)
_PEOPLE = Phrases(
    "đồng chí, phóng viên, học viên, sinh viên, học sinh, giáo viên, giảng viên, nhân dân, bà con, người dân, hộ, chủ, nông dân"
    ", doanh nhân, đại biểu, thân nhân, gia đình, phụ huynh, toàn, đông, nhân viên, người lao động, chức sắc, già làng, ban"
    ", cấp ủy, bí thư, chính quyền, chi ủy, kế toán, thanh niên, phụ nữ, cựu chiến binh, công nhân, tăng ni, kỹ sư, bác sĩ"
)
_CROWD = Phrases(
    "phụ huynh, học sinh, sinh viên, giáo viên, giảng viên, nhân viên, người lao động, đoàn viên, hội viên, chiến sĩ, nhân dân"
    ", bà con, công nhân, thanh niên, phụ nữ, nông dân, tăng ni, phật tử, giáo dân, chức sắc, y sĩ, bác sĩ, kỹ sư, doanh nhân"
)
_SKIPPED = re.compile(
    r"^(?:hơn |gần |khoảng |trên )?\d[\d.]* (?:đại biểu|phóng viên|học viên|người|cán bộ|công chức"
    r"|viên chức|hội viên|đoàn viên|nhà khoa học|thầy cô|học sinh|sinh viên|chuyên gia|doanh nghiệp"
    r"|bà con|hộ)\b(?: là (?=[^\W\d]))?",
    re.I,
)


@dataclass(slots=True)
class Group:
    block: Block
    begin: int
    end: int
    reason: str

    @property
    def text(self) -> str:
        return self.block.text(self.begin, self.end)


def read_groups(block: Block, mentions: list[Mention]) -> list[Group]:
    """Groups of the attendance sentences of one block; `mentions` are the people named in it."""
    taken = {n for mention in mentions for n in range(mention.open, mention.close)}
    found: list[Group] = []
    for begin, end in block.sentences:
        if tells_attendance(block, (begin, end)):
            _Groups(block, begin, end, taken, found).read()
    return found


class _Groups(Rows):
    def __init__(self, block: Block, begin: int, end: int, taken: set[int], found: list[Group]):
        self.block, self.words, self.at, self.end, self.taken, self.found = (
            block,
            block.words,
            begin,
            end,
            taken,
            found,
        )

        self.leads = Leads(block, end, taken)

    def read(self) -> None:
        while self.at < self.end:
            lead = 0 if self.at in self.taken else self.leads.length(self.at) or self._bare_row()
            if lead:
                self._items(self.at + (lead < 0), self.at + abs(lead))
            elif self._goes_on():
                self._items(self.at + 1, self.at + 1)
            elif posts := self._posts_alone(self.at + 1):
                self._items(posts, posts)
            else:
                self.at += 1

    def _bare_row(self) -> int:
        """-1 before a body in "thành phần gồm: Sở A, Sở B": a row of bodies without a word like "đại diện"."""
        words, at = self.words, self.at + 1
        if words[self.at].text != ":" and words[self.at].key not in ("có", "gồm"):
            return 0
        if at >= self.end or not words[at].cap or at in self.taken:
            return 0
        body = read_body(self.block, at, self.end)
        closed = body and body.end < self.end and words[body.end].text in (",", ";")
        return -1 if closed and not self.leads.names_someone(self.at, at) else 0

    def _goes_on(self) -> bool:
        """ "lãnh đạo các bệnh viện: A, B; Trung tâm Y tế C": a semicolon, and the row of bodies goes on."""
        listed = self.found and self.found[-1].end == self.at and self.found[-1].block is self.block
        return bool(listed) and self.words[self.at].text == ";" and self._body_alone(self.at + 1)

    def _posts_alone(self, at: int) -> int:
        """Where a row of posts begins that nobody is named for, or 0: "; Giám đốc các trung tâm", "; các đồng chí Trưởng Ban A, B"."""
        words = self.words
        if at >= self.end or words[at - 1].text not in (";", ":"):
            return 0
        first = at + _HOLDERS.match(words, at, self.end)
        n = OFFICES.match(words, first, self.end)
        if not n or not words[first].cap:
            return 0
        stop = next(
            (k for k in range(first, min(first + LONGEST_ROW, self.end)) if words[k].text in ";."), self.end
        )
        row = words[first + n : stop]
        many = first > at or any(word.key in PLURALS for word in row)
        named = any(k in self.taken for k in range(first, stop))
        return first if many and row and not named else 0

    def _items(self, lead: int, at: int) -> None:
        if shared := self._shared_head(at) or self._posts(lead, at):
            self.at = self._split_all(*shared)
            return
        first = stop = lead = self._first_item(lead, at)
        if self._acts(self._item(lead)):
            self.at = max(self._item(lead), self.at + 1)
            return
        while lead:
            stop = self._item(lead)
            if lead == first or self._is_group(lead):
                self._keep(lead, stop, "listed as present")
            lead = self._next(stop)
            if lead and self._begins_anew(lead):
                self.at = lead
                return
        self.at = max(stop, self.at + 1)

    def _first_item(self, lead: int, at: int) -> int:
        """Where the first name of the row stands: behind the colon, behind "đại diện", behind "lãnh đạo"."""
        words = self.words
        colon = next((n for n in range(at, min(at + 8, self.end)) if words[n].text == ":"), None)
        row = colon is not None and colon not in self.taken
        if row and not any(words[n].text == ";" or words[n].cap for n in range(at, colon)):
            lead = colon + 1
        elif n := _DROPPED.match(words, lead, self.end):
            lead += n
        body = lead + _NAMELESS.match(words, lead, self.end)
        named = HEADS.match(words, body, self.end) or WHOLE.match(words, body, self.end)
        return body if body > lead and named and words[body].cap else lead

    def _begins_anew(self, at: int) -> bool:
        """A person or another noun of people takes the word."""
        word = self.words[at]
        if at in self.taken or (GROUP_LEADS.match(self.words, at, self.end) and not word.cap):
            return True
        return bool(honorific_run(self.words, at, self.end)) and word.key not in ("chuyên", "các")

    def _acts(self, at: int) -> bool:
        """ "lãnh đạo Sở đã có buổi làm việc với đoàn": who met whom, no list of those present."""
        told = at < self.end and self.words[at].key in _ALREADY
        return told and not _ENDINGS.match(self.words, at + 1, self.end)

    def _ends(self, at: int) -> bool:
        return bool(_ENDINGS.match(self.words, at, self.end)) and at > 0

    def _item(self, at: int) -> int:
        """Word after the item that begins at `at`."""
        words = self.words
        body = read_body(self.block, at, self.end) if at < self.end and words[at].cap else None
        stop = body.end if body else at
        if body and stop < self.end and words[stop].key in ("của", "các"):
            body = None
        while stop < self.end:
            if stop in self.taken or words[stop].text in _CLOSING:
                break
            if stop > at and (self._ends(stop) or words[stop].key in _ALREADY):
                break
            if words[stop].text == "," and not (
                self._generic_row(at, stop) or self._nouns_only(at, stop) or self._numbers(stop)
            ):
                break
            if words[stop].key == "và" and self._new_item(at, stop + 1):
                break
            if (body and not words[stop].text[0].isalpha()) or (body and stops(words, stop, self.end)):
                break
            stop += 1
        return stop

    def _numbers(self, comma: int) -> bool:
        """ "các khu vực 1, 2, 3": the comma stands between numbers."""
        words = self.words
        return comma + 1 < self.end and words[comma - 1].text.isdigit() and words[comma + 1].text.isdigit()

    def _nouns_only(self, at: int, comma: int) -> bool:
        """ "lãnh đạo, công chức Thanh tra tỉnh", "phụ huynh, học sinh bản An": two nouns of people share what follows."""
        words, after = self.words, comma + 1
        if after >= self.end or words[after].cap or self._people_end(at, comma) != comma:
            return False
        stop = self._people_end(after, self.end)
        if stop == after or stop >= self.end:
            return False
        counted = any(word.key in PLURALS for word in words[after : stop + 1])
        return words[stop].cap or counted or bool(_CROWD.match(words, after, self.end))

    def _people_end(self, at: int, end: int) -> int:
        """Word after the nouns of people that begin at `at` ("đông đảo phụ huynh")."""
        while at < end and (n := GROUP_LEADS.match(self.words, at, end) or _CROWD.match(self.words, at, end)):
            at += n
        return at

    def _generic_row(self, at: int, comma: int) -> bool:
        """ "các sở, ban, ngành": the comma joins generic bodies."""
        words = self.words
        after = comma + 1
        if after >= self.end or (words[after].cap and not self._generic_capital(after)):
            return False
        return bool(GENERIC.match(words, comma + 1, self.end)) and any(
            w.key in PLURALS or w.text.isdigit() for w in words[at:comma]
        )

    def _generic_capital(self, at: int) -> bool:
        """ "các Cục, Vụ, Viện thuộc Bộ": a kind of body in a capital, no name behind it."""
        after = at + GENERIC.match(self.words, at, self.end)
        word = self.words[after] if after < self.end else None
        return after > at and not (word and (word.cap or word.text.isdigit()))

    def _new_item(self, begin: int, at: int) -> bool:
        words = self.words
        if at >= self.end or at in self.taken:
            return True
        if (
            GROUP_LEADS.match(words, at, self.end)
            or (HEADS.match(words, at, self.end) and words[at].cap)
            or WHOLE.match(words, at, self.end)
        ):
            return True
        if words[at].key in _ABOUT and at + 1 < self.end and words[at + 1].text[0].isdigit():
            return True
        counted = words[at].key in PLURALS or words[at].text.isdigit()
        return counted or bool(honorific_run(words, at, self.end))

    def _next(self, at: int) -> int:
        """Where the next item begins, or 0."""
        words = self.words
        if at >= self.end or at in self.taken:
            return 0
        if words[at].text == "," or words[at].key == "và" or (words[at].key == "cùng" and at + 1 < self.end):
            after = at + 1
            while after < self.end and words[after].key in ("cùng", "và", "với"):
                after += 1
            return after if after < self.end else 0
        return 0

    def _is_group(self, at: int) -> bool:
        """A later item names a body or a group; "quốc tế" after "nhà khoa học trong nước," does neither."""
        word = self.words[at]
        named = word.cap or word.text[0].isdigit() or word.key in PLURALS or word.key in _ABOUT
        return named or any(
            listed.match(self.words, at, self.end) for listed in (GROUP_LEADS, HEADS, WHOLE, GENERIC, _PEOPLE)
        )

    def _body_alone(self, at: int) -> bool:
        """After a semicolon the list of bodies goes on when no person is named before the next one."""
        words = self.words
        if (
            at >= self.end
            or not words[at].cap
            or not any(listed.match(words, at, self.end) for listed in (HEADS, WHOLE, _BODIES_OF_A_PLACE))
        ):
            return False
        stop = next((n for n in range(at, min(at + 40, self.end)) if words[n].text in (";", ".")), self.end)
        return not any(n in self.taken for n in range(at, stop))

    def _keep(self, begin: int, end: int, reason: str) -> None:
        words = self.words
        while (begin < end and words[end - 1].text in (",", "-", "–", '"')) or (
            begin < end and words[end - 1].key in ("và", "cùng")
        ):
            end -= 1
        if begin >= end:
            return
        if skipped := _SKIPPED.match(self.block.text(begin, end)):
            if not skipped[0].endswith("là "):
                return
            offset = words[begin].start + skipped.end()
            begin = next((n for n in range(begin, end) if words[n].start >= offset), end)
        while begin < end and (n := _DROPPED.match(words, begin, end)):
            begin += n
        if begin < end and end - begin <= 25 and any(w.text[0].isalpha() for w in words[begin:end]):
            self.found.append(Group(self.block, begin, end, reason))
