"""The two sides of a table: the host's and the guests' bodies, and the side each attendance statement speaks for."""

from bisect import insort
from dataclasses import dataclass, field

from news.extraction.agencies import COUNCILS, Entry, Registry
from news.extraction.blocks import Block
from news.extraction.words.bodies import divisions_of

HOST, GUEST = "host", "guest"
_MOST = 20  # bodies of one side that are looked at


def _same_level(one: Entry, other: Entry) -> bool:
    """ "tỉnh" and "tỉnh X" may be one place; "tỉnh" and "huyện" are not."""
    return not one.place or not other.place or one.place[0] == other.place[0]


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

    travelled: bool = False  # a sentence lists those who came along

    @property
    def labels(self) -> list[Label]:
        return [label for listed in self.by_block.values() for label in listed]

    def add(self, label: Label) -> None:
        self.travelled |= label.side == GUEST and label.entry is None
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

    def council(self, level: str) -> Entry | None:
        """ "Về phía tỉnh": the province's own people's committee, when it is one of the sides."""
        known = (*self.hosts[:_MOST], *self.guests[:_MOST])
        return next(
            (entry for entry in known if entry.head in COUNCILS and entry.place[:1] == (level,)), None
        )

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

    def _owners(self, entry: Entry) -> list[tuple[Entry, str]]:
        """The bodies at the table that have divisions of this kind."""
        return [
            (known, side)
            for known, side in self._known()
            if entry.head in divisions_of(known.head) and "ủy" not in entry.stem
        ]

    def owner_of(self, entry: Entry, side: str | None = None) -> Entry | None:
        """The only body at the table, or on one side of it, that has such a division."""
        owners = [(owner, known) for owner, known in self._owners(entry) if side in (None, known)]
        return owners[0][0] if len(owners) == 1 else None

    def _of_division(self, entry: Entry) -> str | None:
        """ "Vụ Hợp tác quốc tế" when one ministry alone sits at the table: its own."""
        owners = {side for _, side in self._owners(entry)} if entry.head and not entry.place else set()
        return owners.pop() if len(owners) == 1 else None

    def _of_part(self, entry: Entry) -> str | None:
        """ "Công đoàn Viện", "Văn phòng Cục": a part of the body whose head closes its name."""
        for known, side in self._known():
            size = len(known.stem)
            if len(entry.stem) > size and entry.stem[-size:] == known.stem and _same_level(entry, known):
                return side  # "Ban Pháp chế HĐND tỉnh"
            head = tuple(known.head.split())
            if len(entry.stem) > len(head) and entry.stem[-len(head) :] == head:
                return side
        return None
