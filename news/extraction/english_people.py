"""The people English pages name, and their offices."""

import re
from bisect import bisect_left
from itertools import pairwise

from news.extraction.agencies import Registry
from news.extraction.blocks import Block
from news.extraction.bodies import Body
from news.extraction.english_bodies import ADDRESS, BODY_WORD, CAP, HAS_BODY, OFFICE_WORD, PERSON, Words
from news.extraction.people import Mention
from news.extraction.titles import Office
from news.extraction.words.people import FAMILY_NAMES
from news.fold import fold

_SUB = re.compile(r"(?:Division|Laboratory|Bank|Office|Unit|Section|Department|Faculty|Board)s?\b")
_TITLED = re.compile(
    rf"(?P<office>(?:(?:Deputy|Vice|Acting|Senior|Former|Executive|General|State|Permanent|Standing|Prime|First"
    rf"|Chief) ){{0,4}}{OFFICE_WORD}(?: General)?) (?P<name>{CAP}(?: {CAP}){{1,4}})"
)
# What stands before a name that follows its office without a comma: "Vice Chairman of the Salt Committee (SC) X Y Z".
_OFFICE_TAIL = re.compile(
    rf"(?<![\w’'-])(?P<office>(?:(?:Standing|Permanent|Deputy|Vice|Acting|State|Former) ){{0,4}}{OFFICE_WORD}(?: General)? "
    rf"(?:of|for) (?:{CAP},? |and |of |for |the |& |\([^()]{{2,12}}\) ){{1,14}})$"
)
_RUN = re.compile(rf"(?<![\w’'-]){CAP}(?: {CAP}){{1,11}}(?![\w’'-])")
_LEAD = 160  # characters before a name that may hold its office
_ROLE_STOP = re.compile(
    r"[;.:]|,|\)| (?:and|as well as|together with|along with) (?="
    + ADDRESS
    + r"|[Rr]epresentatives|[Ee]xperts|[Oo]fficials)| (?:who|said|stated|noted|explained|expressed"
    r"|replied|added|asked|welcomed|proposed|stressed|received|presented|on behalf|led|has|had|was"
    r"|were|is|on|at the(?= [a-z])|during|also|spoke|gave|chaired|delivered|suggested|affirmed"
    r"|raised)\b"
)
_ANY_OFFICE = re.compile(rf"(?<!\w)(?:{OFFICE_WORD}|General|Mr|Ms|Mrs|Dr)(?!\w)")
_STANDS_FOR = re.compile(r" (?:\(|(?:of|from|representing) )(?:the )?")
_THE_BODY = re.compile(rf"(?:of|at|from) (?:the|this) ({BODY_WORD})$")  # "Chairman of the Foundation"
_PLURAL = re.compile(
    r"(?P<one>(?:[\w-]+ ){0,3}?[\w-]+(?:er|or|ist|ian|ant|ent|ert|ive|ow|man|ial|ary|ean|ad))s(?= |$)", re.I
)
_GAP = re.compile(r"(?:, | [-–] | \()")
_MORE = re.compile(rf", (?:the )?({CAP}[^,.;]*)")
_BEFORE = re.compile(
    rf"(?:^|[.;,] |\b(?:by|and|with|were|was) )(?:the |its )?((?:{CAP} )*{OFFICE_WORD}(?: [^,.;]*)?),? $"
)
_BODY_ENDS = re.compile(rf"(?:(?<!\w){BODY_WORD}|\([^()]{{2,12}}\)) $")
_FAMILIES = frozenset(fold(name) for name in FAMILY_NAMES)
_LOWER_OFFICE = re.compile(rf"^(?:an? |the )?(?:[\w&’'-]+ ){{0,5}}?{OFFICE_WORD}s?\b", re.I)


def known_names(blocks: list[Block]) -> set[str]:
    """Names that follow an address or a title somewhere on the page, or close a run of capitals as Vietnamese names do."""
    names: set[str] = set()
    for block in blocks:
        text = block.line.text
        for form in (PERSON, _TITLED):
            names.update(person["name"] for person in form.finditer(text))
        names.update(text[slice(*span)] for run in _RUN.finditer(text) if (span := _vietnamese(text, run)))
    return {name for name in names if not HAS_BODY.search(name) and not _ANY_OFFICE.search(name)}


def _vietnamese(text: str, run: re.Match) -> tuple[int, int] | None:
    """ "... Committee Ma Thi Soi": three or four last words that begin with a family name, after a whole body or with "Thi"."""
    words = run[0].split()
    before = _BODY_ENDS.search(text, max(0, run.start() - 16), run.start())
    for n in (4, 3):
        if len(words) < n or words[-n].casefold() not in _FAMILIES:
            continue
        whole = bool(before) if len(words) == n else bool(_BODY_ENDS.search(f"{words[-n - 1]} "))
        if whole or (words[1 - n] in ("Thi", "Van") and len(words) > n):
            return run.end() - len(" ".join(words[-n:])), run.end()
    return None


def read_english_mentions(
    block: Block, bodies: list[Body], registry: Registry, names: set[str]
) -> list[Mention]:
    """People named in one block; `bodies` are those printed in it, `names` those of `known_names`."""
    return _Reader(block, bodies, registry, names).read()


class _Reader:
    def __init__(self, block: Block, bodies: list[Body], registry: Registry, names: set[str]):
        self.block, self.text, self.index = block, block.line.text, Words(block)
        self.bodies, self.begins = bodies, [body.begin for body in bodies]
        self.registry, self.names = registry, names
        self.found: list[Mention] = []
        self.taken: set[int] = set()

    def read(self) -> list[Mention]:
        self._addressed()
        self._titled()
        self._behind_offices()
        self.found.sort(key=lambda mention: mention.begin)
        _share_plural(self.block, self.found)
        return self.found

    def _addressed(self) -> None:
        for person in PERSON.finditer(self.text):
            mention = self._mention(person.start(), *person.span("name"), person["address"])
            self._role_after(mention, person.end("name"))
            if not mention.role:
                self._role_before(mention, person.start())
            if not mention.role and (stood := _STANDS_FOR.match(self.text, person.end("name"))):
                first = self.index.at(stood.end())
                mention.affiliation = next((body for body in self._bodies(first, first + 1)), None)
            if not person["late"]:
                self.found.append(mention)

    def _titled(self) -> None:
        """ "Vice Mayor X Y": a title without a body straight before the name."""
        for person in _TITLED.finditer(self.text):
            name = person["name"]
            if person.start("name") in self.taken or HAS_BODY.search(name) or _ANY_OFFICE.search(name):
                continue
            mention = self._mention(person.start(), *person.span("name"), None)
            self._give(mention, *person.span("office"))
            self.found.append(mention)

    def _behind_offices(self) -> None:
        """ "Deputy Director of the Salt Authority X Y Z": the last words are a name the page knows."""
        for run in _RUN.finditer(self.text):
            start = self._known(run)
            if start is None or start in self.taken:
                continue
            near = max(0, start - _LEAD)
            office = _OFFICE_TAIL.search(self.text[near:start])
            if office:
                mention = self._mention(near + office.start(), start, run.end(), None)
                self._give(mention, near + office.start(), near + office.end())
                self.found.append(mention)

    def _known(self, run: re.Match) -> int | None:
        words = run[0].split(" ")
        tails = (" ".join(words[-n:]) for n in range(min(5, len(words)), 1, -1))
        name = next((tail for tail in tails if tail in self.names), None)
        return run.end() - len(name) if name else None

    def _mention(self, start: int, name: int, end: int, address: str | None) -> Mention:
        self.taken.update(range(start, end))
        begin, stop = self.index.at(name), self.index.at(end)
        sentence = self.block.sentence_of(begin)
        return Mention(self.block, sentence, begin, stop, self.index.at(start), stop, address)

    def _bodies(self, begin: int, stop: int) -> list[Body]:
        """Bodies that begin in a range of words."""
        return self.bodies[bisect_left(self.begins, begin) : bisect_left(self.begins, stop)]

    def _role_after(self, mention: Mention, end: int) -> None:
        text, gap = self.text, _GAP.match(self.text, end)
        if not gap:
            return
        start = gap.end()
        if PERSON.match(text, start) or not _LOWER_OFFICE.match(text[start : start + 120]):
            return
        stop = _ROLE_STOP.search(text, start)
        last = stop.start() if stop else len(text)
        if last - start > _LEAD or not _LOWER_OFFICE.match(text[start:last]):
            return
        if stop and stop[0] == ",":
            last = self._with_body(last)
        last += text[last : last + 1] == ")" and text.count("(", start, last) > text.count(")", start, last)
        self._give(mention, start, last)

    def _with_body(self, comma: int) -> int:
        """ "Director, Salt Institute": the office goes on over the comma when a body stands behind it."""
        more = _MORE.match(self.text, comma)
        if not more or not HAS_BODY.search(more[1]):
            return comma
        if re.match(ADDRESS, more[1]) or re.search(rf"\b{OFFICE_WORD}\b", more[1]):
            return comma
        inner = _ROLE_STOP.search(self.text, comma + 2)
        return inner.start() if inner else len(self.text)

    def _role_before(self, mention: Mention, start: int) -> None:
        """ "the Director of the Institute, Dr. X": an office set before the name."""
        near = max(0, start - _LEAD)
        found = _BEFORE.search(self.text[near:start])
        if found and not re.search(rf"\b{ADDRESS} ", found[1]):
            begin = near + found.start(1)
            self._give(mention, begin, begin + len(found[1].rstrip(" ,")))

    def _give(self, mention: Mention, start: int, end: int) -> None:
        """The office printed at text[start:end], and the bodies it names."""
        begin, stop, words = self.index.at(start), self.index.at(end), self.block.words
        own = [body for body in self._bodies(begin, stop) if self._is_body(body)]
        own = own or self._head_alone(self.block.text(begin, stop))
        short = next(((w.key,) for w in words[begin:stop] if self.registry.called((w.key,))), None)
        mention.office = Office(begin, stop, own, short=short)
        mention.role = re.sub(r"^the ", "", self.block.text(begin, stop))
        mention.close = max(mention.close, stop) if begin > mention.begin else mention.close
        if not own and short is None and re.match(r"an? ", mention.role, re.I):
            mention.office = None  # "a fisherwoman from X": nobody's officer

    def _is_body(self, body: Body) -> bool:
        """A province's departments are bodies, a university's are parts of it."""
        provincial = "committee" in self.registry.stem_words and "Department" in body.name
        if not _SUB.search(body.name) or provincial:
            return True
        entry = self.registry.resolve(body)
        return bool(entry and entry.abbreviation)

    def _head_alone(self, office: str) -> list[Body]:
        """ "Chairman of the Foundation": the body of the page that has this head."""
        named = _THE_BODY.search(office)
        entry = named and self.registry.with_word(named[1].casefold())
        return [entry.best] if entry and entry.best else []


def _share_plural(block: Block, mentions: list[Mention]) -> None:
    """ "Ms. A and Mr. B, researchers of X": one office in the plural for both, given in the singular."""
    for earlier, later in pairwise(mentions):
        joined = block.text(earlier.end, later.open) in ("and", ",", ", and")
        plural = _PLURAL.match(later.role or "")
        if joined and plural and not earlier.role:
            later.role = earlier.role = plural["one"] + later.role[plural.end() :]
            earlier.office = later.office
