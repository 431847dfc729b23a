"""The bodies a page names: every printed form of one body gathered under its longest."""

import re
from collections import Counter
from collections.abc import KeysView
from dataclasses import dataclass, field
from functools import lru_cache

from news.extraction.blocks import Block
from news.extraction.bodies import Body, may_open_body, read_body
from news.extraction.bounds import level_at
from news.extraction.findings import Agency
from news.extraction.text import key, tokens
from news.extraction.titles import office_ends_at
from news.extraction.words import phrases

# Abbreviations every reader knows; a page's own come from its brackets.
_SHORT = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
    "shtt": "sở hữu trí tuệ",
    "tp": "thành phố",
    "kh&cn": "khoa học và công nghệ",
    "kh-cn": "khoa học và công nghệ",
    "gd&đt": "giáo dục và đào tạo",
    "gd-đt": "giáo dục và đào tạo",
    "tn&mt": "tài nguyên và môi trường",
    "nn&ptnt": "nông nghiệp và phát triển nông thôn",
    "ptnt": "phát triển nông thôn",
    "tt&tt": "thông tin và truyền thông",
    "kh&đt": "kế hoạch và đầu tư",
    "gtvt": "giao thông vận tải",
    "đh": "đại học",
    "bv": "bệnh viện",
    "bvđk": "bệnh viện đa khoa",
    "ttyt": "trung tâm y tế",
    "clb": "câu lạc bộ",
    "đbqh": "đại biểu quốc hội",
    "csgt": "cảnh sát giao thông",
    "lđlđ": "liên đoàn lao động",
    "bhxh": "bảo hiểm xã hội",
    "bql": "ban quản lý",
    "cp": "cổ phần",
    "&": "và",
}
_EXPANDED = {key(short): tuple(key(w) for w in full.split()) for short, full in _SHORT.items()}
_SIGNS = re.compile(r"^[^\w&]+$")
_KINDS = phrases("htx, hợp tác xã, ubnd, hđnd")  # abbreviations of a kind of body, never of one
COUNCILS = frozenset(key(head) for head in ("ubnd", "ủy ban nhân dân"))
_BRANCHES = frozenset(("chi nhánh", "phân hiệu", "văn phòng đại diện"))
_LONGEST_SHORT = 12  # words of a short form that is looked for
_MOST_PLACES = 200  # places one kind of body is looked for at
_ARTICLES = frozenset(("the",))


@lru_cache(maxsize=4096)
def expand(words: tuple[str, ...]) -> tuple[str, ...]:
    """Comparison form of a name's words: abbreviations in full, signs and English articles gone."""
    return _expanded(words, {})


def _expanded(words: tuple[str, ...], own: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The same with a page's own abbreviations."""
    out: list[str] = []
    for word in words:
        if not _SIGNS.match(word) and word not in _ARTICLES:
            out.extend(own.get(word) or _EXPANDED.get(word, (word,)))
    return tuple(out)


def _closing_initials(stem: tuple[str, ...], short: str) -> int:
    """How many last words of a name an abbreviation shortens: "Liên minh Hợp tác xã (HTX)" -> 3."""
    letters = [letter for letter in short.casefold() if letter.isalpha()]
    tail = stem[-len(letters) :]
    same = len(tail) == len(letters) and all(
        word[0] == letter for word, letter in zip(tail, letters, strict=True)
    )
    return len(letters) if same and len(letters) > 1 else 0


@dataclass(slots=True, eq=False)
class Entry:
    """One body of the page."""

    stem: tuple[str, ...]
    place: tuple[str, ...]
    bodies: list[Body] = field(default_factory=list)
    abbreviation: str | None = None
    name: str = ""  # the longest printed form, without its bracket
    head: str = ""
    best: Body | None = None

    def settle(self) -> None:
        """Chooses the printed form that stands for the body once all forms are known."""
        self.best = max(self.bodies, key=_fullness)
        self.name, self.head = self.best.name, self.best.head()
        self.bodies.sort(key=_offset)

    @property
    def first(self) -> Body:
        return self.bodies[0]


def _offset(body: Body) -> int:
    return body.block.words[body.begin].start


def _fullness(body: Body) -> tuple[bool, int, int, int]:
    return bool(body.place_keys()), len(body.stem_keys()), len(body.name), -_offset(body)


class Registry:
    """All bodies of the page; `resolve` answers for a body read anywhere in it, `called` for a short form."""

    def __init__(self, bodies: list[Body]):
        self.entries: list[Entry] = []
        self._short: dict[tuple[str, ...], Entry] = {}
        self._by_stem: dict[tuple[str, ...], list[Entry]] = {}
        self._numbered: dict[tuple[str, ...], Entry] = {}  # stem before "số 2"
        self._by_head: dict[str, list[Entry]] = {}
        self._by_place: dict[str, list[Entry]] = {}  # by each word of the place
        self.printed: dict[int, list[tuple[Body, Entry]]] = {}  # what each block prints, left to right
        self._by_word: dict[str, Entry] = {}  # the first body with a word in its name
        self._own: dict[str, tuple[str, ...]] = {}  # what the page's own abbreviations shorten
        self._longer: dict[tuple[str, ...], list[Entry]] = {}  # first two words and more -> fuller names
        bodies = _settle(bodies)
        for body in bodies:
            if body.abbreviation:
                self._learn(self._add(body), body)
        rest = [body for body in bodies if not body.abbreviation]
        for body in sorted(
            rest, key=lambda body: (not _proper_place(body), not body.place_keys(), -len(body.stem_keys()))
        ):
            self._add(body)
        for entry in self.entries:
            entry.settle()
        self.entries.sort(key=lambda entry: _offset(entry.first))
        self._index()

    def _index(self) -> None:
        for entry in self.entries:
            for word in set(entry.stem):
                self._by_word.setdefault(word, entry)
            head = entry.head.split()
            for length in range(1, len(head) + 1):  # a "công ty cổ phần" is a "công ty"
                self._by_head.setdefault(" ".join(head[:length]), []).append(entry)
            for word in set(entry.place):
                self._by_place.setdefault(word, []).append(entry)
            for body in entry.bodies:
                self.printed.setdefault(id(body.block), []).append((body, entry))
        for listed in self.printed.values():
            listed.sort(key=lambda pair: pair[0].begin)

    def _add(self, body: Body) -> Entry:
        entry = self.resolve(body)
        if entry is None:
            entry = Entry(self._expand(body.stem_keys()), expand(body.place_keys()))
            self.entries.append(entry)
            for length in range(2, min(len(entry.stem), _LONGEST_SHORT)):
                self._longer.setdefault(entry.stem[:length], []).append(entry)
            self._by_stem.setdefault(entry.stem, []).append(entry)
            if "số" in entry.stem:
                self._numbered.setdefault(entry.stem[: entry.stem.index("số")], entry)
        entry.bodies.append(body)
        if len(expand(body.place_keys())) > len(entry.place):
            entry.place = expand(body.place_keys())
        return entry

    def _expand(self, words: tuple[str, ...]) -> tuple[str, ...]:
        return _expanded(words, self._own) if self._own else expand(words)

    def _learn(self, entry: Entry, body: Body) -> None:
        entry.abbreviation = entry.abbreviation or body.abbreviation
        short = tuple(word.key for word in tokens(body.abbreviation or ""))
        head = tuple(body.head().split())
        closing = _closing_initials(entry.stem, short[0]) if len(short) == 1 else 0
        if 0 < closing < len(entry.stem):
            self._own.setdefault(short[0], entry.stem[-closing:])
        for form in (short, head + short, head[:1] + short):
            if form not in _KINDS:  # "(HTX)" inside a longer name: the word goes on meaning any of its kind
                self._short.setdefault(form, entry)

    def called(self, words: tuple[str, ...]) -> Entry | None:
        """The body of a learnt short form: ("cục", "shtt"), ("abc",), ("nhà", "trường")."""
        return self._short.get(words)

    def resolve(self, body: Body) -> Entry | None:
        stem, place = self._expand(body.stem_keys()), expand(body.place_keys())
        found = self._short.get(body.stem_keys())
        if found and _fits(place, found.place):
            return found
        same = next(
            (entry for entry in self._by_stem.get(stem, ())[:_MOST_PLACES] if _fits(place, entry.place)), None
        )
        return same or self._numbered.get(stem) or self._fuller(body, stem, place) or self._branch(body, stem)

    def _fuller(self, body: Body, stem: tuple[str, ...], place: tuple[str, ...]) -> Entry | None:
        """ "Ban Quản lý" where the page has one "Ban Quản lý Khu kinh tế"."""
        longer = [] if body.whole or body.abbreviation else self._longer.get(stem, [])
        fitting = [entry for entry in longer[:_MOST_PLACES] if _fits(place, entry.place)]
        return fitting[0] if len(fitting) == 1 else None

    def _branch(self, body: Body, stem: tuple[str, ...]) -> Entry | None:
        """ "An Bank Chi nhánh Bắc": the branch alone is the end of the body's full name."""
        proper = body.begin > 0 and body.block.words[body.begin - 1].cap
        if not proper or body.head() not in _BRANCHES:
            return None
        longer = (entry for entry in self.entries[:_MOST_PLACES] if len(entry.stem) > len(stem))
        return next((entry for entry in longer if entry.stem[-len(stem) :] == stem), None)

    def exactly(self, words: tuple[str, ...]) -> Entry | None:
        """The first body whose name without its place is these words."""
        return next(iter(self._by_stem.get(self._expand(words), ())), None)

    @property
    def stem_words(self) -> KeysView[str]:
        """All words of all names."""
        return self._by_word.keys()

    def with_word(self, word: str) -> Entry | None:
        return self._by_word.get(word)

    def at_place(self, place: set[str]) -> Entry | None:
        """The first body of a place given by the words of its name."""
        rarest = min((self._by_place.get(word, []) for word in place), key=len, default=[])
        return next((entry for entry in rarest[:_MOST_PLACES] if place <= set(entry.place)), None)

    def council(self, level: str) -> Entry | None:
        """The people's committee of the first place of a level: "UBND huyện X" for "huyện"."""
        councils = [entry for head in COUNCILS for entry in self.with_head(head)[:_MOST_PLACES]]
        return next((entry for entry in councils if entry.place[:1] == (level,)), None)

    def with_head(self, head: str) -> list[Entry]:
        return self._by_head.get(head, [])


def _proper_place(body: Body) -> bool:
    words = body.block.words
    return any(word.cap for word in words[body.place[0] : body.place[1]])


def _fits(place: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """ "tỉnh" fits "tỉnh X", X fits "tỉnh X", nothing fits anything; "huyện" does not fit "tỉnh"."""
    if not place or not other or place == other:
        return True
    short, long = sorted((place, other), key=len)
    return long[: len(short)] == short or long[-len(short) :] == short


def read_bodies(block: Block) -> list[Body]:
    """Bodies printed in one block, left to right, none inside another."""
    found, words = [], block.words
    for begin, end in block.sentences:
        at = begin
        while at < end:
            if at in block.people:
                at = block.people[at]
            elif not words[at].cap or not may_open_body(words[at]):
                at += 1
            elif body := read_body(block, at, end, office_ends_at(words, at)):
                found.append(body)
                at = max(body.end, at + 1)
            else:
                at += 1
    return found


def _settle(bodies: list[Body]) -> list[Body]:
    """Cuts a name that ran on into a sentence where the same name ends clearly elsewhere on the page."""
    _grow(bodies)
    clear: Counter = Counter()
    for body in bodies:
        if body.hard:  # a bracket is the surest end of a name
            clear[expand(body.stem_keys())] += 3 if body.abbreviation else 1
    for body in bodies:
        begin, end = body.stem
        words = body.block.words
        own = clear[expand(body.stem_keys())] if body.hard else 0
        for cut in range(end - 1, begin + 1, -1) if not body.whole and own < 2 else ():
            if words[cut].cap or not words[cut].text[0].isalpha() or words[cut].key == "và":
                continue
            if clear[expand(tuple(w.key for w in words[begin:cut]))] > own and not level_at(words, cut, end):
                _cut(body, cut)
                break
    return bodies


def _grow(bodies: list[Body]) -> None:
    """Lets a name that stopped at a verb go on where the page closes the longer one with a bracket."""
    whole: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for stem in {body.stem_keys() for body in bodies if body.abbreviation}:
        whole.setdefault(stem[:3], []).append(stem)
    for body in bodies:
        if body.hard or body.end != body.stem[1]:
            continue
        words, stem = body.block.words, body.stem_keys()
        for full in whole.get(stem[:3], ())[:_MOST_PLACES]:
            end = body.begin + len(full)
            if len(full) > len(stem) and tuple(word.key for word in words[body.begin : end]) == full:
                _cut(body, end)
                body.hard = True


def _cut(body: Body, at: int) -> None:
    body.stem, body.end, body.place, body.bracket, body.abbreviation = (
        (body.begin, at),
        at,
        (at, at),
        (at, at),
        None,
    )


def agency_findings(registry: Registry) -> list[Agency]:
    found = []
    for entry in registry.entries:
        body = entry.best
        start, end = body.block.span(body.begin, body.end)
        others = {other.name for other in entry.bodies} - {body.name}
        found.append(
            Agency(
                start,
                end,
                body.name,
                "head noun and field",
                entry.abbreviation,
                sorted(others, key=len, reverse=True),
            )
        )
    return found
