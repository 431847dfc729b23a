"""Reads the field of a body's name: the words between its head noun and its bracket or place."""

import re

from news.extraction.blocks import Block
from news.extraction.bounds import (
    LONGEST,
    capital_run,
    is_acronym,
    level_at,
    looks_like_person,
    opens_other,
    stops,
)
from news.extraction.text import Token, key
from news.extraction.words import Phrases, keys
from news.extraction.words.bodies import (
    COMMA_FIELDS,
    COMMA_PAIRS,
    COUNTRIES,
    FIELDS,
    GENERIC,
    GROUP_LEADS,
    HEADS,
    NOT_BODIES,
    PLACES,
    WHOLE,
)
from news.extraction.words.people import HONORIFICS, OFFICES
from news.extraction.words.verbs import VERBS

_PAIRS = frozenset(tuple(key(word) for word in pair) for pair in COMMA_PAIRS)
_COMMA_FIELDS: dict[str, list[tuple[str, ...]]] = {}  # by their first word
for _field in COMMA_FIELDS:
    _words = tuple(key(word) for word in _field.split())
    _COMMA_FIELDS.setdefault(_words[0], []).append(_words)
_COUNCIL = re.compile(r"^(?:phối|tư|thẩm|khoa|xét|nghiệm|đánh|thi|quản|điều|bảo|nghĩa|liên|đồng)$")
_NAMED_AFTER = frozenset(key(w) for w in "trường học đại bệnh quỹ thư giải nhà thpt thcs".split())
# Heads whose field may begin in small letters when a proper name closes it.
_LOOSE = frozenset(
    key(w)
    for w in "đồn trạm hạt nhà làng đài đội hợp htx công xí phòng bql doanh trại xưởng cơ quỹ câu mạng hiệp ngân tập".split()
)
_WITH_STANDING_FIELDS = frozenset(key(w) for w in "sở bộ ban phòng vụ".split())
# Heads that standing alone are a field of work ("Phòng Pháp chế và Thanh tra").
_TOPIC_HEADS = Phrases(
    "thanh tra, tổ chức, thư viện, bảo tàng, bảo hiểm, báo chí, tạp chí, ngân hàng, hội họa"
)
_SCHOOLS = frozenset(key(w) for w in "thpt thcs th ptdtnt ptdtbt đh cđ tmcp tnhh mtv cp".split())
# What stands between "Trường" and the person a school is named after.
_SCHOOL_LEVELS = keys(
    "đại học cao đẳng tiểu trung cơ sở phổ thông thpt thcs th pt ptdtnt ptdtbt mầm non mẫu giáo chuyên dân lập tư thục nội trú "
    "bán tộc quốc tế viện nghề liên cấp số bổng khuyến giải thưởng"
)
_NUMBERED = keys(
    "số vùng khu vực đoàn đội tổ cấp"
)  # "Trung tâm Kiểm dịch vùng 4", "Quân khu 7", "Trung đoàn 88"
_FORCES = keys("khu đoàn sở")  # heads whose whole field is a number: "Quân khu 7", "Thuế cơ sở 3"
_PLURALS = keys("các một những nhiều hai ba bốn năm sáu bảy tám chín mười toàn hơn gần khoảng trên đông")
_COUNTED = keys("phòng đội tổ vụ khoa ban công tổng xí nhà bệnh trạm thuế liên chi hải đại phân")
_BRANCHES = Phrases("chi nhánh, phân hiệu, cơ sở, văn phòng đại diện")
_MAX_LOWER = 12  # small words after a capitalised one; longer runs are prose


def read_field(block: Block, at: int, end: int, after_office: bool, head: str) -> tuple[int, bool]:
    """(word after the field of a name, is it a standing field?) `head` is the first word of the head noun."""
    words, end = block.words, min(end, at + LONGEST)
    if standing := _standing_field(block, at, end, head):
        return at + standing, True
    small, stop = 0, at  # small: words in small letters since the last capital
    open_small = head == "hội" and at < end and bool(_COUNCIL.match(words[at].key))
    open_small = open_small or (
        at + 1 < end and words[at].key == "các" and words[at + 1].key in ("khu", "trường")
    )
    open_small = open_small or (head in _LOOSE and _capital_near(words, at, end))
    while stop < end:
        word = words[stop]
        numbered = word.text[0].isdigit() and (stop > at or words[at - 1].key in _FORCES)
        if word.cap or (numbered and _numbers(words, stop, end, head)):
            if _other_begins(block, at, stop, end, after_office, head):
                break
            stop, small = stop + 1, 0
        elif stop > at and (joint := _joint(block, stop, end)):
            stop, small = stop + joint, 0
        elif small >= _MAX_LOWER or not _goes_small(words, at, stop, end, open_small):
            break
        else:
            stop, small = stop + 1, small + 1
    return stop, False


def _standing_field(block: Block, at: int, end: int, head: str) -> int:
    """Words of a complete field known beforehand ("Tài chính", "Văn hóa, Thể thao và Du lịch")."""
    words = block.words
    for phrase in _COMMA_FIELDS.get(words[at].key, ()) if at < end else ():
        if at + len(phrase) <= end and all(words[at + n].key == part for n, part in enumerate(phrase)):
            return len(phrase)
    n = FIELDS.match(words, at, end) if at < end and words[at].cap else 0
    if not n or head not in _WITH_STANDING_FIELDS or _half_of_compound(words, at + n, end):
        return 0
    return 0 if at + n < end and _joint(block, at + n, end) else n


def _half_of_compound(words: list[Token], at: int, end: int) -> bool:
    """ "Bộ Du lịch Sinh thái": one capital and a small word that ends no name make a longer field, no place."""
    if at + 1 >= end or not words[at].cap or words[at + 1].cap or not words[at + 1].text[0].isalpha():
        return False
    ended = words[at + 1].key == "và" or level_at(words, at + 1, end) or stops(words, at + 1, end, False)
    return not ended and not PLACES.match(words, at, end)


def _other_begins(block: Block, at: int, stop: int, end: int, after_office: bool, head: str) -> bool:
    """A person, an office or an address begins at this capital, so the name is over."""
    words = block.words
    if after_office and stop + 1 < end and words[stop + 1].key == "thị":
        return True
    if stop > at:
        return opens_other(block, stop, end) or (after_office and _person_after(words, at, stop, end, head))
    address = HONORIFICS.match(words, stop, end)
    if stop in block.people or (address and looks_like_person(words, stop + address, end, 2)):
        return True
    return after_office and head not in _NAMED_AFTER and looks_like_person(words, stop, end)


def _goes_small(words: list[Token], at: int, stop: int, end: int, open_small: bool) -> bool:
    """The small word at `stop` still belongs to the name."""
    if not words[stop].text[0].isalpha() or words[stop].key == "và" or is_acronym(words[stop - 1]):
        return False
    if (stop == at and not open_small) or level_at(words, stop, end) or _coded(words, at, stop):
        return False
    ended = stops(words, stop, end, not _after_proper(words, at, stop)) and not _verb_before_letters(
        words, stop, end
    )
    return (open_small and stop == at) or not ended


def _verb_before_letters(words: list[Token], at: int, end: int) -> bool:
    """ "Cục Quản lý nhãn hiệu chứng nhận (NHCN)": the bracket closes the name, so the verb is part of it."""
    n = VERBS.match(words, at, end)
    return bool(n) and _bracketed(words, at + n, end)


def _coded(words: list[Token], begin: int, at: int) -> bool:
    """ "Lữ đoàn 279B", "Đội Quản lý số 3": a number closes the name, whatever small word follows."""
    last = words[at - 1]
    lettered = len(last.text) == 1 and last.cap and at - 2 > begin and words[at - 2].text.isdigit()
    return at > begin and (last.text.isdigit() or lettered)


def _after_proper(words: list[Token], begin: int, at: int) -> bool:
    """A proper name of two words closes here; a verb after it is no second half of a compound."""
    return at - 2 >= begin and words[at - 1].cap and words[at - 2].cap


def _numbers(words: list[Token], at: int, end: int, head: str) -> bool:
    """ "Bệnh viện Quân y 103", "Trung tâm ... số 2", "Phòng Nghiệp vụ 2": a number that belongs to the name."""
    number = words[at].text
    if words[at - 1].key in _NUMBERED:
        return True
    if not number.isdigit() or (len(number) < 3 and head not in _COUNTED) or len(number) > 3:
        return False
    return (len(number) < 3 or not words[at - 1].cap) and _ends_after(words, at, end)


def _ends_after(words: list[Token], at: int, end: int) -> bool:
    """No noun that could be counted follows the number."""
    after = at + 1
    closed = after >= end or not words[after].text[0].isalpha() or words[after].cap
    return closed or bool(level_at(words, after, end)) or stops(words, after, end)


def _capital_near(words: list[Token], at: int, end: int) -> bool:
    """ "Trạm thực nghiệm Đồi An": a proper name closes the small words of the field."""
    for n in range(at, min(at + 6, end)):
        if words[n].key in ("khóa", "nhiệm", "lần", "thứ"):
            return False  # "Công đoàn khóa VII"
        if words[n].cap:
            return True
        if not words[n].text[0].isalpha() or stops(words, n, end, False):
            return False
    return False


def _person_after(words: list[Token], begin: int, at: int, end: int, head: str) -> bool:
    """A person stands behind the field that begins at `begin`; "Trường THPT Nguyễn An" is itself named after one."""
    if is_acronym(words[at - 1]) and words[at - 1].key not in _SCHOOLS and looks_like_person(words, at, end):
        return True  # "Quỹ Tín dụng HTX Nguyễn Văn A"
    if not looks_like_person(words, at, end):
        return False
    named_after = head in _NAMED_AFTER and all(word.key in _SCHOOL_LEVELS for word in words[begin:at])
    return not (named_after and capital_run(words, at, end) < 4 and words[at + 1].key != "thị")


def _joint(block: Block, at: int, end: int) -> int:
    """Words of a sign or "và" at `at` and of what it joins to the same name, 0 when the name ends before it."""
    words, sign, after = block.words, block.words[at].text, at + 1
    conjunction = words[at].key == "và"
    if (sign not in (",", "-", "–", "&") and not conjunction) or after >= end:
        return 0
    if sign == "," and (_pair(words, at, end) or (words[at - 1].key, words[after].key) == ("phòng", "chống")):
        return 2
    if conjunction and (rest := _rest_of_field(words, at, end)):
        return rest
    if conjunction and not words[after].cap:
        return 2 if _small_and(block, at, end) else 0
    branch = _BRANCHES.match(words, after, end) if sign in ("-", "–") else 0
    if branch and after + branch < end and words[after + branch].cap:
        return 1 + branch
    return _capital_joint(block, at, end)


def field_goes_on(block: Block, at: int, end: int) -> bool:
    """A sign or "và" at `at` and a capital behind it belong to the name before them."""
    signs = at + 1 < end and (block.words[at].key == "và" or block.words[at].text in ("-", "–"))
    return signs and block.words[at + 1].cap and bool(_joint(block, at, end))


def _capital_joint(block: Block, at: int, end: int) -> int:
    """The same where a capital follows: another body, person, place or group ends the name."""
    words, sign, after = block.words, block.words[at].text, at + 1
    person = after in block.people or looks_like_person(words, after, end, 2)
    if not words[after].cap or person or opens_other(block, after, end):
        return 0
    topic = _TOPIC_HEADS.match(words, after, end) if sign != "," else 0
    if topic and not _more_of_name(words, after + topic, end):
        return 1 + topic
    opens = any(listed.match(words, after, end) for listed in (GROUP_LEADS, HEADS, WHOLE, COUNTRIES, PLACES))
    if opens and not NOT_BODIES.match(words, after, end):
        return 0
    run = capital_run(words, after, end)
    if sign == ",":
        goes_on = run == 1 and after + 1 < end and words[after + 1].text[0].isalpha()
        # "tại trụ sở Bộ X, Đoàn công tác ..." begins something new.
        return 2 if goes_on and words[after].key != "đoàn" and not stops(words, after + 1, end) else 0
    if words[at].key == "và" and (run == 2 or (run < 5 and _bracketed(words, after + run, end))):
        return 2
    return 2 if run == 1 or sign == "&" else 0


def _bracketed(words: list[Token], at: int, end: int) -> bool:
    """ "Trường Đại học Kinh tế và Luật An Bình (UELA)": an abbreviation in brackets closes the whole name."""
    return at + 2 < end and words[at].text == "(" and words[at + 2].text == ")" and is_acronym(words[at + 1])


def _rest_of_field(words: list[Token], at: int, end: int) -> int:
    """Words from "và" to the end of a standing field in small letters ("Thống kê khoa học và công nghệ")."""
    for back in (2, 3, 1, 4):
        if at > back and not words[at - back].cap and (n := FIELDS.match(words, at - back, end)) > back:
            return n - back
    return 0


def _small_and(block: Block, at: int, end: int) -> bool:
    """ "Doanh nghiệp nhỏ và vừa", "Trung tâm Tư vấn và hỗ trợ nông dân tỉnh X": a level or bracket closes the name."""
    words, after = block.words, at + 1
    if words[at - 1].key == "nhỏ" and words[after].key == "vừa":
        return True
    other = any(listed.match(words, after, end) for listed in (GENERIC, GROUP_LEADS, HONORIFICS, OFFICES))
    if words[at - 1].cap or other or words[after].key in _PLURALS:
        return False
    for n in range(after, min(after + 5, end)):
        if n > after + 1 and (level_at(words, n, end) or words[n].text == "("):
            return True
        if words[n].cap or not words[n].text[0].isalpha() or stops(words, n, end):
            return False
    return False


def _more_of_name(words: list[Token], at: int, end: int) -> bool:
    return at < end and (words[at].cap or bool(level_at(words, at, end)))


def _pair(words: list[Token], at: int, end: int) -> bool:
    """ "phòng cháy, chữa cháy": two halves of one field, both in small letters."""
    return (
        at >= 2
        and at + 2 < end
        and (words[at - 2].key, words[at - 1].key, words[at + 1].key, words[at + 2].key) in _PAIRS
    )
