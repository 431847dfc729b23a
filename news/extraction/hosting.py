"""Who received whom: votes on the bodies of the title and the first paragraphs."""

import re

from news.extraction.agencies import Registry
from news.extraction.blocks import Block
from news.extraction.bodies import Body
from news.extraction.labels import read_labels
from news.extraction.sides import Sides

_AT = re.compile(
    r"(?<!\w)(?:tại(?: (?:trụ sở|hội trường|văn phòng))?(?: làm việc)?(?: của)?|at (?:the "
    r")?(?:headquarters|office|premises)? ?(?:of )?(?:the )?)\s*$",
    re.I,
)
_GUEST_BEFORE = re.compile(
    r"(?<!\w)(?:đoàn(?: \w+){0,4}|delegation (?:of|from)(?: the)?|(?:tiếp|đón|đón tiếp|received"
    r"|receives|welcomed)(?: và làm việc với)?(?: đoàn)?(?: \w+){0,3})\s*$",
    re.I,
)
_RECEIVES = re.compile(
    r"^(?:[^.;]{0,70}?)(?<!\w)(?:tiếp(?! (?:xúc|tục|nhận|thu|cận|theo|sức))|đón|chủ trì|tổ chức|khai giảng|nghe|mở lớp|receive[sd]?"
    r"|welcome[sd]?|host(?:s|ed)?|hold|holds|held|organi[sz]e[sd]?|đưa vào|ra mắt|công bố|họp)(?!\w)",
    re.I,
)
# Who calls people together is the host wherever they meet ("tại Hội trường X, Sở Y tổ chức hội nghị").
_CONVENES = re.compile(
    r"^[^.;,]{0,50}?(?<!\w)(?:tổ chức|khai mạc|khai giảng) (?:thành công |long trọng )?(?:hội nghị|hội thảo|lễ|lớp|khóa|khoá|tập huấn"
    r"|tọa đàm|họp báo|hội thi|cuộc thi|chương trình|diễn đàn|đại hội)(?!\w)",
    re.I,
)
_AND = re.compile(r"(?:(?<!\w)(?:và|and)|&) ?(?:the )?$", re.I)
_VISITED = re.compile(
    r"(?<!\w)(?:làm việc (?:với|tại)|thăm(?: và làm việc)?(?: với| tại)?|chúc mừng|kiểm tra(?: tại)?"
    r"|giám sát tại|visit(?:s|ed)?(?: to)?|worked? with)\s*(?:lãnh đạo |tập thể |the |cán bộ )*$",
    re.I,
)
_WITHIN = re.compile(
    r"(?<!\w)(?:phiên họp|phiên thường kỳ|họp phiên|họp giao ban|giao ban|họp hội đồng|hội ý|sinh "
    r"hoạt chi bộ|kỳ họp)(?!\w)",
    re.I,
)
_TWO_SIDES = re.compile(
    r"(?<!\w)(?:về phía|đoàn công tác|đoàn chuyên gia|hai bên|hai đơn vị|delegation|both sides|two "
    r"sides|the \w+ side)(?!\w)",
    re.I,
)


_JOINTLY = re.compile(
    r"(?<!\w)(?:phối hợp(?: với| cùng)?|cùng (?:với )?|in (?:cooperation|collaboration|coordination) "
    r"with|jointly with|together with)(?: the)?(?:[^.;]{0,120}(?:,| và| and))?\s*$",
    re.I,
)
# "A chủ trì buổi làm việc với B": A sits in the chair, B is called in.
_CALLED_IN = re.compile(
    r"(?<!\w)(?:chủ trì|tổ chức|mời|chaired|held|hosted)[^.;]{0,40}?(?:làm việc|họp|gặp|đối thoại|meeting|session)"
    r" (?:với|with)(?: lãnh đạo| the| đại diện)?\s*$",
    re.I,
)
_CHAIRS = re.compile(r"^(?:[^.;,]{0,60}?)(?<!\w)(?:chủ trì|chaired)(?!\w)", re.I)
_ORGANISES = re.compile(
    r"^\W*(?:\([^)]*\) ?)?(?:đã )?(?:chủ trì,? )?(?:phối hợp|cùng với|in (?:coop|collab|coord)\w+ with)(?!\w)",
    re.I,
)
# "do bà X, Phó Chủ tịch UBND xã làm Trưởng đoàn": the leader's body came.
_LED_BEFORE = re.compile(r"(?<!\w)do [^.;]{0,160}$", re.I)
_LED_AFTER = re.compile(
    r"^[^.;]{0,80}?(?<!\w)(?:làm trưởng đoàn|làm trưởng|dẫn đầu|là trưởng đoàn)(?!\w)", re.I
)
_GATHERING = re.compile(r"(?<!\w)(?:gặp mặt|tiếp|tổ chức)(?!\w)", re.I)
_VISIT = re.compile(
    r"(?<!\w)(?<!đoàn )(?<!tổ )(?<!ban )(?:thăm|chúc mừng|chúc tết|kiểm tra|giám sát|khảo sát|thị sát|làm việc (?:với(?! đoàn)|tại)|tặng "
    r"hoa|tặng quà|visit\w*|inspect\w*|congratulat\w*)(?!\w)",
    re.I,
)
_WINDOW = 45  # words looked at on either side of a body
VISITS = ("inspection", "congrats")


def read_sides(
    blocks: list[Block], bodies: list[Body], registry: Registry, kind: str, signed: str = ""
) -> Sides:
    sides = Sides(registry, kind)
    story = [block for block in blocks if block.part in ("title", "body", "heading")]
    early = [block for block in story if block.part in ("title", "heading")] + [
        b for b in story if b.part == "body"
    ][:2]
    text = " ".join(block.line.text for block in early)
    sides.within = kind == "meeting" and bool(_WITHIN.search(text)) and not _TWO_SIDES.search(text)
    _hosts(sides, early, bodies, signed)
    printed: dict[int, list[Body]] = {}
    for body in bodies:
        printed.setdefault(id(body.block), []).append(body)
    for block in blocks:
        if block.part in ("body", "item"):
            read_labels(sides, block, printed.get(id(block), []))
    return sides


def _hosts(sides: Sides, early: list[Block], bodies: list[Body], signed: str) -> None:
    near = [body for body in bodies if any(body.block is block for block in early)]
    if sides.kind in VISITS:
        _visited(sides, near)
        sides.visiting = bool(sides.hosts or sides.guests) or not _receives(early)
    if sides.visiting:
        return
    _elect(sides, near)
    for body in near:
        entry = sides.registry.resolve(body)
        if entry and sides.of_entry(entry) is None and _joins(body, bool(sides.hosts)):
            sides.hosts.append(entry)
    if sides.kind not in ("meeting", "meeting_en"):
        publishers = [entry for entry in sides.registry.entries if entry.name == signed]
        sides.hosts.extend(entry for entry in publishers if sides.of_entry(entry) is None)


def _elect(sides: Sides, near: list[Body]) -> None:
    """The body with most points is the host; those with less than none are guests."""
    scores: dict[int, float] = {}
    for body in near:
        entry = sides.registry.resolve(body)
        if entry is not None:
            scores[id(entry)] = scores.get(id(entry), 0) + _vote(body)
    points = [(scores[id(entry)], entry) for entry in sides.registry.entries if id(entry) in scores]
    best = max((score for score, _ in points), default=0)
    sides.hosts = [entry for score, entry in points if score == best > 0][:1]
    sides.guests = [entry for score, entry in points if score < 0]
    if not sides.hosts and not sides.guests:
        sides.hosts = sides.registry.entries[:1]


def _joins(body: Body, hosted: bool) -> bool:
    """A co-organiser: "phối hợp với B", "A và B tổ chức lễ ký kết"."""
    before = _before(body)
    together = hosted and _AND.search(before[-8:]) and _CONVENES.match(_after(body))
    return bool(together or _JOINTLY.search(before))


def _receives(early: list[Block]) -> bool:
    """The hosts call their guests together ("tổ chức gặp mặt"); nobody travels."""
    return any(_GATHERING.search(block.line.text) for block in early)


def _visited(sides: Sides, near: list[Body]) -> None:
    """A visit: who stands before the verb came, who stands after it is visited."""
    for body in near:
        entry = sides.registry.resolve(body)
        if entry is None or sides.of_entry(entry) is not None:
            continue
        if _LED_BEFORE.search(_before(body)) and _LED_AFTER.match(_after(body)):
            sides.guests.append(entry)
        elif _VISIT.search(_before(body)) and not _GUEST_BEFORE.search(_before(body)):
            sides.hosts.append(entry)
        elif _VISIT.search(_after(body)):
            sides.guests.append(entry)


def _vote(body: Body) -> float:
    before, after = _before(body), _after(body)
    points = 0.0
    if _AT.search(before):
        if "hội trường" in before[-30:].casefold():
            return 1.5  # a hall is lent
        points += 4 if "trụ sở" in before[-30:].casefold() or body.block.part == "heading" else 2.5
    if _GUEST_BEFORE.search(before):
        return points - 3
    if _CALLED_IN.search(before):
        return points - 1
    if _CHAIRS.match(after) or _ORGANISES.match(after):
        points += 3
    if _CONVENES.match(after) or _VISITED.search(before):
        return points + 3 if _CONVENES.match(after) else points + 2
    acts = not points and _RECEIVES.match(after)  # "tại Sở X, UBND tỉnh tổ chức": not the owner of the room
    return points + (1.5 if acts else 0)


def _sentence(body: Body) -> tuple[int, int]:
    return body.block.sentence_of(body.begin)


def _before(body: Body) -> str:
    return body.block.text(max(_sentence(body)[0], body.begin - _WINDOW), body.begin)


def _after(body: Body) -> str:
    return body.block.text(body.end, min(_sentence(body)[1], body.end + _WINDOW))
