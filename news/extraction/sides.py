"""Who received whom: the host's and the guests' bodies, and the side each attendance statement speaks for."""

import re
from dataclasses import dataclass, field

from news.extraction.agencies import Entry, Registry
from news.extraction.blocks import Block
from news.extraction.bodies import Body

HOST, GUEST = "host", "guest"
_SIDE_HEADING = re.compile(
    r"(?<!\w)(?:(?:về |bên |đại diện )?phía|on the side of|representing|đại diện cho)\s+$", re.I
)
_AT = re.compile(
    r"(?<!\w)(?:tại (?:trụ sở|hội trường|văn phòng)?(?: làm việc)?(?: của)?|at (?:the )?(?:headquarters|office|premises)? ?(?:of )?(?:the )?)\s*$",
    re.I,
)
_GUEST_BEFORE = re.compile(
    r"(?<!\w)(?:đoàn(?: \w+){0,4}|delegation (?:of|from)(?: the)?|(?:tiếp|đón|đón tiếp|received|receives|welcomed)(?: và làm việc với)?(?: đoàn)?(?: \w+){0,3})\s*$",
    re.I,
)
_RECEIVES = re.compile(
    r"^(?:[^.;]{0,70}?)(?<!\w)(?:tiếp|đón|đón tiếp|chủ trì|tổ chức|khai giảng|nghe|mở lớp|receive[sd]?|welcome[sd]?|host(?:s|ed)?|hold|holds|held|organi[sz]e[sd]?|đưa vào|ra mắt|công bố|họp)(?!\w)",
    re.I,
)
_VISITED = re.compile(
    r"(?<!\w)(?:làm việc (?:với|tại)|thăm(?: và làm việc)?(?: với| tại)?|chúc mừng|kiểm tra(?: tại)?|giám sát tại|visit(?:s|ed)?(?: to)?|worked? with)\s*(?:lãnh đạo |tập thể |the |cán bộ )*$",
    re.I,
)
_HOSTING = re.compile(
    r"^\W*(?:đón tiếp|tiếp đón|tiếp và làm việc|tiếp đoàn|tham gia tiếp|cùng tiếp|tham dự tiếp|đón đoàn|receiving|welcoming|thay mặt đơn vị)",
    re.I,
)
_TRAVELLING = re.compile(
    r"^\W*(?:tham gia đoàn|cùng đi|đi cùng|tháp tùng|thành viên đoàn|thành phần đoàn|đoàn (?:công tác|kiểm tra|giám sát|chuyên gia|đại biểu)|accompanying|members of the delegation)",
    re.I,
)
_WITHIN = re.compile(
    r"(?<!\w)(?:phiên họp|phiên thường kỳ|họp phiên|họp giao ban|giao ban|họp hội đồng|hội ý|sinh hoạt chi bộ|kỳ họp)(?!\w)",
    re.I,
)
_TWO_SIDES = re.compile(
    r"(?<!\w)(?:về phía|đoàn công tác|đoàn chuyên gia|hai bên|hai đơn vị|delegation|both sides|two sides|the \w+ side)(?!\w)",
    re.I,
)


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
    labels: list[Label] = field(default_factory=list)
    within: bool = False

    def label_at(self, block: Block, at: int) -> Label | None:
        """The label that governs a word: the last one above it in its sentence or paragraph."""
        return next(
            (label for label in reversed(self.labels) if label.block is block and label.at <= at), None
        )

    def of_entry(self, entry: Entry | None) -> str | None:
        if entry is None:
            return None
        if any(entry is host for host in self.hosts):
            return HOST
        return GUEST if any(entry is guest for guest in self.guests) else None


def read_sides(blocks: list[Block], bodies: list[Body], registry: Registry, kind: str) -> Sides:
    sides = Sides(registry, kind)
    story = [block for block in blocks if block.part in ("title", "body", "heading")]
    early = [block for block in story if block.part in ("title", "heading")] + [
        b for b in story if b.part == "body"
    ][:2]
    text = " ".join(block.line.text for block in early)
    sides.within = kind == "meeting" and bool(_WITHIN.search(text)) and not _TWO_SIDES.search(text)
    _hosts(sides, early, bodies)
    for block in blocks:
        if block.part in ("body", "item"):
            _labels(sides, block, [body for body in bodies if body.block is block])
    return sides


def _hosts(sides: Sides, early: list[Block], bodies: list[Body]) -> None:
    scores: dict[int, tuple[float, Entry]] = {}

    def vote(entry: Entry | None, points: float) -> None:
        if entry is not None:
            scores[id(entry)] = (scores.get(id(entry), (0, entry))[0] + points, entry)

    visit = sides.kind in ("inspection", "congrats")
    for body in bodies:
        if not any(body.block is block for block in early):
            continue
        entry = sides.registry.resolve(body)
        begin, end = next(
            (s for s in body.block.sentences if s[0] <= body.begin < s[1]), (0, len(body.block.words))
        )
        before, after = body.block.text(begin, body.begin), body.block.text(body.end, end)
        if _AT.search(before):
            vote(entry, 4 if "trụ sở" in before[-30:].casefold() or body.block.part == "heading" else 2.5)
        if _GUEST_BEFORE.search(before):
            vote(entry, -3)
        elif _VISITED.search(before):
            vote(entry, 2)
        elif not visit and _RECEIVES.match(after):
            vote(entry, 1.5)
    ranked = sorted(scores.values(), key=lambda pair: -pair[0])
    sides.hosts = [entry for points, entry in ranked[:1] if points > 0]
    if visit:
        sides.hosts = [entry for points, entry in ranked if points > 0]
    sides.guests = [entry for points, entry in ranked if points < 0]
    if not sides.hosts and not sides.guests and sides.registry.entries and not visit:
        sides.hosts = sides.registry.entries[:1]


def _labels(sides: Sides, block: Block, bodies: list[Body]) -> None:
    for begin, end in block.sentences:
        text = block.text(begin, end)
        if _HOSTING.match(text):
            sides.labels.append(Label(block, begin, side=HOST))
        elif _TRAVELLING.match(text):
            sides.labels.append(Label(block, begin, side=GUEST))
        for body in bodies:
            if begin <= body.begin < end and (found := _SIDE_HEADING.search(block.text(begin, body.begin))):
                start = block.words[begin].start + found.start()
                entry = sides.registry.resolve(body)
                sides.labels.append(
                    Label(block, body.begin, entry, None, (start, block.words[body.end - 1].end))
                )
    _short_labels(sides, block)
    sides.labels.sort(key=lambda label: (label.block.line.start, label.at))


def _short_labels(sides: Sides, block: Block) -> None:
    """ "Về phía Bệnh viện", "về phía Cục": the heading uses a short form."""
    words = block.words
    for at in range(2, len(words)):
        if (
            words[at - 1].key != "phía"
            or words[at - 2].key != "về"
            or any(label.block is block and label.at == at for label in sides.labels)
        ):
            continue
        entry = next(
            (e for n in (3, 2, 1) if (e := sides.registry.called(tuple(w.key for w in words[at : at + n])))),
            None,
        )
        entry = entry or next(iter(sides.registry.with_head(words[at].key)), None)
        stop = at + 1
        place = next(
            (
                e
                for e in sides.registry.entries
                if words[at].key in ("tỉnh", "thành", "huyện")
                and e.place
                and words[min(at + 1, len(words) - 1)].key in e.place
            ),
            None,
        )
        sides.labels.append(
            Label(
                block, at, entry or place, None, (words[at - 2].start, words[min(stop, len(words)) - 1].end)
            )
        )
