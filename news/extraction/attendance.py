"""Sentences that say who attended, and the attendees they and the rest of the page name."""

import re
from dataclasses import dataclass, field

from news.extraction.blocks import Block
from news.extraction.people import Mention
from news.extraction.presence import verdict

_CUE = re.compile(
    r"(?<!\w)(?:tham dự|cùng dự|tới dự|đến dự|về dự|dự (?:buổi|hội nghị|lễ|họp|và|cuộc|phiên|tại|khai "
    r"giảng|hội thảo|chương trình|có|làm việc|tiếp)|dự họp|tham gia (?:đoàn|buổi|cùng|chương trình|hội"
    r"|tiếp)|tham gia tiếp|cùng tham (?:dự|gia)|cùng đi|đi cùng|tháp tùng|về phía|bên phía|phía [^.;:,]{1,60}? (?:còn )?có"
    r"|đón tiếp|tiếp (?:các )?đoàn"
    r"|tiếp và làm việc|làm việc với đoàn|thành phần|thành viên (?:đoàn|gồm|có)|đoàn (?:công tác|đại biểu|kiểm "
    r"tra|giám sát|chuyên gia)?[^.;]{0,80}(?:gồm|có(?! (?:buổi|cuộc|chuyến)))|chứng kiến|có mặt|hiện diện|cùng có|còn có|có sự "
    r"(?:tham dự|tham gia|hiện diện|có mặt)|với sự (?:tham dự|tham gia|có mặt|chứng kiến)|dự khai "
    r"giảng|đại biểu (?:dự|tham dự)|tại điểm cầu|chủ trì"
    r"|dự (?!án|báo|toán|kiến|thảo|phòng|trữ|định)[^.;:,]{1,60}? (?:còn )?(?:có|gồm)"
    r"|attend\w*|present|participat\w+|accompan\w+|joined|representing|on the \w+ side|led by"
    r"|witness\w*)(?!\w)",
    re.I,
)
_LIST_HEADING = re.compile(
    r"(?:thành phần|tham dự|dự|gồm|có|về phía|present|attend\w*|participants)[^.]{0,120}:$", re.I
)


_NUMBERED = re.compile(r"\d{1,2}[.)/]\s")  # a list that counts its sentences: "5. Đại diện Sở A, Sở B."


def says_attendance(text: str) -> bool:
    return bool(_CUE.search(text))


def mark_lists(blocks: list[Block]) -> None:
    """List items under "Thành phần dự họp gồm:" speak of attendance too."""
    heading, inner, attends = None, None, False
    for block in blocks:
        if block.part == "item" or (heading and attends and _NUMBERED.match(block.line.text)):
            opens = block.line.text.endswith(":")  # "* Về phía Sở X:" over items of its own
            block.attends, block.under = attends, heading if opens else inner or heading
            inner = block if opens else inner
        elif block.part == "body":
            opens = block.line.text.endswith(":")
            attends = opens and (bool(_LIST_HEADING.search(block.line.text)) or attends)
            heading, inner = block if opens else None, None


@dataclass(slots=True)
class Person:
    """All mentions of one name."""

    mentions: list[Mention] = field(default_factory=list)
    main: Mention | None = None


def gather(mentions: list[Mention]) -> list[Person]:
    """People who were there, in order of their first mention in the body, captions last."""
    by_name: dict[tuple[str, ...], list[tuple[Mention, str]]] = {}
    ranked = sorted(mentions, key=lambda mention: mention.block.part in ("caption", "title", "heading"))
    for mention in ranked:
        by_name.setdefault(mention.name_keys(), []).append((mention, verdict(mention)))
    people = []
    for judged in by_name.values():
        verdicts = [word for _, word in judged]
        person = Person([mention for mention, word in judged if word == "in"])
        if "gone" in verdicts or not person.mentions:
            continue
        if "past" in verdicts and not any(
            mention.role and is_attending(mention) for mention in person.mentions
        ):
            continue
        person.main = _introduction(person.mentions)
        people.append(person)
    return people


def _introduction(mentions: list[Mention]) -> Mention:
    """The mention that introduces the person: in an attendance sentence, else the first with an office."""
    printed = [mention for mention in mentions if mention.role and mention.block.part in ("body", "item")]
    telling = [mention for mention in printed if is_attending(mention)]
    first = (telling or printed or [mention for mention in mentions if mention.role] or mentions)[0]
    fuller = [
        m
        for m in printed[:3]
        if first.role and len(m.role) > len(first.role) and m.role.startswith(first.role)
    ]
    if fuller:
        return fuller[0]
    longer = [
        m
        for m in printed[:3]
        if m.role and first.role and len(m.role) > len(first.role) + 12 and not is_attending(first)
    ]
    return longer[0] if longer else first


def is_attending(mention: Mention) -> bool:
    """The mention stands in a sentence or list that says who came."""
    return mention.listed or tells_attendance(mention.block, mention.sentence)


def tells_attendance(block: Block, sentence: tuple[int, int]) -> bool:
    """A sentence of the block, or the list the block is an item of, says who came. Each sentence is read once."""
    if sentence not in block.said:
        block.said[sentence] = says_attendance(block.text(*sentence))
    return block.attends or block.said[sentence]
