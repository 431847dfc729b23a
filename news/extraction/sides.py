"""Who received whom: the host's and the guests' bodies, and the side each attendance statement speaks for."""

import re
from bisect import insort
from dataclasses import dataclass, field

from news.extraction.agencies import Entry, Registry
from news.extraction.blocks import Block
from news.extraction.bodies import Body
from news.extraction.bounds import level_at
from news.extraction.words.bodies import DIVISIONS

HOST, GUEST = "host", "guest"
_SIDE_HEADING = re.compile(
    r"(?<!\w)(?:(?:về |bên |đại diện )?phía|on the side of|representing|đại diện cho)\s*$", re.I
)
_AT = re.compile(
    r"(?<!\w)(?:tại (?:trụ sở|hội trường|văn phòng)?(?: làm việc)?(?: của)?|at (?:the "
    r")?(?:headquarters|office|premises)? ?(?:of )?(?:the )?)\s*$",
    re.I,
)
_GUEST_BEFORE = re.compile(
    r"(?<!\w)(?:đoàn(?: \w+){0,4}|delegation (?:of|from)(?: the)?|(?:tiếp|đón|đón tiếp|received"
    r"|receives|welcomed)(?: và làm việc với)?(?: đoàn)?(?: \w+){0,3})\s*$",
    re.I,
)
_RECEIVES = re.compile(
    r"^(?:[^.;]{0,70}?)(?<!\w)(?:tiếp|đón|đón tiếp|chủ trì|tổ chức|khai giảng|nghe|mở lớp|receive[sd]?"
    r"|welcome[sd]?|host(?:s|ed)?|hold|holds|held|organi[sz]e[sd]?|đưa vào|ra mắt|công bố|họp)(?!\w)",
    re.I,
)
_VISITED = re.compile(
    r"(?<!\w)(?:làm việc (?:với|tại)|thăm(?: và làm việc)?(?: với| tại)?|chúc mừng|kiểm tra(?: tại)?"
    r"|giám sát tại|visit(?:s|ed)?(?: to)?|worked? with)\s*(?:lãnh đạo |tập thể |the |cán bộ )*$",
    re.I,
)
_HOSTING = re.compile(
    r"^\W*(?:(?:đón|tiếp),? (?:và )?làm việc với|đón tiếp|tiếp đón|tiếp và làm việc|tiếp đoàn|làm việc với đoàn|làm việc cùng đoàn|cùng "
    r"làm việc với đoàn|tham gia tiếp|cùng tiếp|tham dự tiếp|đón đoàn|receiving|welcoming|thay mặt "
    r"đơn vị)",
    re.I,
)
_TRAVELLING = re.compile(
    r"^\W*(?:(?:cùng )?tham gia (?:cùng )?đoàn|cùng đoàn|cùng đi|đi cùng|tháp tùng|thành viên đoàn|thành phần đoàn|đoàn (?:công tác"
    r"|kiểm tra|giám sát|chuyên gia|đại biểu)|accompanying|members of the delegation)",
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
_GATHERING = re.compile(r"(?<!\w)(?:gặp mặt|tiếp|tổ chức)(?!\w)", re.I)
_VISIT = re.compile(
    r"(?<!\w)(?:thăm|chúc mừng|chúc tết|kiểm tra|giám sát|khảo sát|thị sát|làm việc (?:với(?! đoàn)|tại)|tặng "
    r"hoa|tặng quà|visit\w*|inspect\w*|congratulat\w*)(?!\w)",
    re.I,
)
_AFAR = re.compile(
    r"^\W*(?:dự |tham dự |cùng dự |có mặt )?(?:tại )?(?:các )?điểm cầu (?:các |cấp )?(?:tỉnh|huyện|xã"
    r"|địa phương|cơ sở|sở|thành phố|đơn vị)",
    re.I,
)
_WINDOW = 45  # words looked at on either side of a body
VISITS = ("inspection", "congrats")


@dataclass(slots=True)
class Label:
    """From this word on, the statement speaks for one body or one side."""

    block: Block
    at: int
    entry: Entry | None = None
    side: str | None = None
    heading: tuple[int, int] | None = None


@dataclass(slots=True)
class Sides:
    registry: Registry
    kind: str
    hosts: list[Entry] = field(default_factory=list)
    guests: list[Entry] = field(default_factory=list)
    by_block: dict[int, list[Label]] = field(default_factory=dict)  # labels of each block, left to right
    within: bool = False
    visiting: bool = False  # the guests came to those they inspect or congratulate

    @property
    def labels(self) -> list[Label]:
        return [label for listed in self.by_block.values() for label in listed]

    def add(self, label: Label) -> None:
        insort(self.by_block.setdefault(id(label.block), []), label, key=lambda known: known.at)

    def label_at(self, block: Block, at: int) -> Label | None:
        """The label that governs a word: the last one above it in its sentence or paragraph."""
        begin = block.sentence_of(min(at, len(block.words) - 1))[0] if block.words else 0
        for label in reversed(self.by_block.get(id(block), ())):
            if label.at <= at and (label.entry or label.heading or label.at >= begin):
                return label
        return self.label_at(block.under, len(block.under.words)) if block.under else None

    def others(self) -> str | None:
        """The side of somebody whose body is neither the host's nor a known guest's."""
        if self.visiting:
            return HOST
        return GUEST if self.hosts else None

    def of_entry(self, entry: Entry | None) -> str | None:
        if entry is None:
            return None
        if any(entry is host for host in self.hosts):
            return HOST
        if any(entry is guest for guest in self.guests):
            return GUEST
        return self._of_namesake(entry) or self._of_part(entry) or self._of_division(entry)

    def _known(self) -> list[tuple[Entry, str]]:
        return [(host, HOST) for host in self.hosts] + [(guest, GUEST) for guest in self.guests]

    def _of_namesake(self, entry: Entry) -> str | None:
        """ "Vườn quốc gia X" where "Ban Quản lý Vườn quốc gia X" is known."""
        size = len(entry.stem)
        return next(
            (
                side
                for known, side in self._known()
                if 2 < size < len(known.stem) and known.stem[-size:] == entry.stem
            ),
            None,
        )

    def owner_of(self, entry: Entry) -> Entry | None:
        """The one body at the table that has divisions of this kind."""
        part = entry.head.split()[0] if entry.head else ""
        owners = [known for known, _ in self._known() if part in DIVISIONS.get(known.head.split()[0], ())]
        return owners[0] if len(owners) == 1 else None

    def _of_division(self, entry: Entry) -> str | None:
        """ "Vụ Hợp tác quốc tế" when one ministry alone sits at the table: its own."""
        if entry.place or not entry.head:
            return None
        owners = [
            side
            for known, side in self._known()
            if entry.head.split()[0] in DIVISIONS.get(known.head.split()[0], ())
        ]
        return owners[0] if len(set(owners)) == 1 else None

    def _of_part(self, entry: Entry) -> str | None:
        """ "Công đoàn Viện", "Văn phòng Cục": a part of the body whose head closes its name."""
        for known, side in self._known():
            head = tuple(known.head.split())
            if len(entry.stem) > len(head) and entry.stem[-len(head) :] == head:
                return side
        return None


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
            _labels(sides, block, printed.get(id(block), []))
    return sides


def _hosts(sides: Sides, early: list[Block], bodies: list[Body], signed: str) -> None:
    near = [body for body in bodies if any(body.block is block for block in early)]
    if sides.kind in VISITS:
        _visited(sides, near)
        sides.visiting = bool(sides.hosts or sides.guests) or not _receives(early)
    if sides.visiting:
        return
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
    for body in near:
        if (
            _JOINTLY.search(_before(body))
            and (entry := sides.registry.resolve(body))
            and sides.of_entry(entry) is None
        ):
            sides.hosts.append(entry)
    if sides.kind in ("meeting", "meeting_en"):
        return
    sides.hosts.extend(
        entry for entry in sides.registry.entries if entry.name == signed and sides.of_entry(entry) is None
    )


def _receives(early: list[Block]) -> bool:
    """The hosts call their guests together ("tổ chức gặp mặt"); nobody travels."""
    return any(_GATHERING.search(block.line.text) for block in early)


def _visited(sides: Sides, near: list[Body]) -> None:
    """A visit: who stands before the verb came, who stands after it is visited."""
    for body in near:
        entry = sides.registry.resolve(body)
        if entry is None or sides.of_entry(entry) is not None:
            continue
        if _VISIT.search(_before(body)) and not _GUEST_BEFORE.search(_before(body)):
            sides.hosts.append(entry)
        elif _VISIT.search(_after(body)):
            sides.guests.append(entry)


def _vote(body: Body) -> float:
    before, after = _before(body), _after(body)
    points = 0.0
    if _AT.search(before):
        points += 4 if "trụ sở" in before[-30:].casefold() or body.block.part == "heading" else 2.5
    if _GUEST_BEFORE.search(before):
        return points - 3
    if _CALLED_IN.search(before):
        return points - 1
    if _CHAIRS.match(after) or _ORGANISES.match(after):
        points += 3
    if _VISITED.search(before):
        return points + 2
    return points + (1.5 if _RECEIVES.match(after) else 0)


def _sentence(body: Body) -> tuple[int, int]:
    return body.block.sentence_of(body.begin)


def _before(body: Body) -> str:
    return body.block.text(max(_sentence(body)[0], body.begin - _WINDOW), body.begin)


def _after(body: Body) -> str:
    return body.block.text(body.end, min(_sentence(body)[1], body.end + _WINDOW))


def _labels(sides: Sides, block: Block, bodies: list[Body]) -> None:
    for begin, end in block.sentences:
        text = block.text(begin, min(end, begin + _WINDOW))
        if _HOSTING.match(text):
            sides.add(Label(block, begin, side=HOST))
        elif _TRAVELLING.match(text) or _AFAR.match(text):
            sides.add(Label(block, begin, side=GUEST))
    for body in bodies:
        begin = max(_sentence(body)[0], body.begin - 6)
        if found := _SIDE_HEADING.search(block.text(begin, body.begin)):
            start = block.words[begin].start + found.start()
            heading = (start, block.words[body.end - 1].end)
            sides.add(Label(block, body.begin, sides.registry.resolve(body), None, heading))
    _short_labels(sides, block)


def _short_labels(sides: Sides, block: Block) -> None:
    """ "Về phía Bệnh viện", "về phía tỉnh X", "về phía địa phương": the heading uses a short form or a place."""
    words = block.words
    for at in range(2, len(words)):
        opening = words[at - 2].key in ("về", "bên", "đại") or not words[at - 2].text[0].isalpha()
        if words[at - 1].key != "phía" or not opening:
            continue
        if not any(label.at == at for label in sides.by_block.get(id(block), ())):
            entry, stop = _short_entry(sides, block, at)
            side = None if entry else HOST if sides.visiting else GUEST
            sides.add(Label(block, at, entry, side, (words[at - 2].start, words[stop - 1].end)))


def _short_entry(sides: Sides, block: Block, at: int) -> tuple[Entry | None, int]:
    words = block.words
    for n in (3, 2, 1):
        if entry := sides.registry.called(tuple(w.key for w in words[at : at + n])):
            return entry, min(at + n, len(words))
    stop = at + max(1, level_at(words, at, len(words)))
    while stop < len(words) and words[stop].cap and stop - at < 5 and stop not in block.people:
        stop += 1
    place = {word.key for word in words[at:stop] if word.cap}
    for entry in sides.registry.entries:
        if stop > at + 1 and place and place <= set(entry.place) and level_at(words, at, stop):
            return entry, stop
    return next(iter(sides.registry.with_head(words[at].key)), None), stop
