"""People, bodies and groups of pages written in English."""

import re
from itertools import pairwise

from news.extraction.agencies import Registry
from news.extraction.attendance import gather, says_attendance
from news.extraction.blocks import Block
from news.extraction.bodies import Body
from news.extraction.english_bodies import (
    ADDRESS,
    BODY_WORD,
    CAP,
    HAS_BODY,
    OFFICE_WORD,
    PERSON,
    Words,
    read_english_bodies,
)
from news.extraction.hosting import read_sides
from news.extraction.people import Mention
from news.extraction.sides import GUEST, HOST, Label, Sides
from news.extraction.titles import Office
from news.extraction.units import Group

_SUB = re.compile(r"(?:Division|Laboratory|Bank|Office|Unit|Section|Department|Faculty|Board)s?\b")
_TITLED = re.compile(
    rf"(?P<office>(?:(?:Deputy|Vice|Acting|Senior|Former|Executive|General|State|Permanent|Prime|First"
    rf"|Chief) ){{0,4}}{OFFICE_WORD}(?: General)?) (?P<name>{CAP}(?: {CAP}){{1,4}})"
)
# "Deputy Minister of Marine Economy X Y Z": the last three or four words are the name, when the page says so elsewhere.
_IN_OFFICE = re.compile(
    rf"(?P<office>(?:(?:Deputy|Vice|Acting|State) ){{0,3}}{OFFICE_WORD} (?:of|for) (?:{CAP} |and |of "
    rf"|the |& ){{1,6}}?)(?P<name>{CAP} {CAP}(?: {CAP})?)(?![\w’-]| {CAP})"
)
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
_LOWER_OFFICE = re.compile(rf"^(?:an? |the )?(?:[\w&’'-]+ ){{0,5}}?{OFFICE_WORD}s?\b", re.I)
# "On the Finnish side", "on the provincial side": a nation's adjective has a capital.
_OF_SIDE = re.compile(r"(?<!\w)[Oo]n the (?P<whose>[\w-]+)(?: [\w-]+)? side\b")
# "The Norwick delegation included ...", "Members of the delegation were ..."
_DELEGATION = re.compile(
    rf"(?<!\w)[Tt]he (?:(?P<who>{CAP}) )?(?:delegation|team|mission) (?:also )?(?:include|compris|consist|was made|were|had)"
)
_REPRESENTED = re.compile(
    r"(?<!\w)(?:representatives?|officials|experts|staff|leaders|members|delegates)(?: of| from)(?: "
    r"the)? (?P<list>[^.;]{3,300})",
    re.I,
)
_GROUPS_END = re.compile(r"(?: attended| were| took part| participated|, as well as|$)")


def read_names(blocks: list[Block], kind: str, signed: str):
    """(people, groups, registry, sides) of an English page."""
    bodies = [body for block in blocks if block.part != "heading" for body in read_english_bodies(block)]
    registry = Registry(bodies)
    sides = read_sides(blocks, bodies, registry, kind, signed)
    _label(sides, blocks)
    if kind in ("notice", "recruitment"):
        return [], [], registry, sides
    names = {
        person["name"]
        for block in blocks
        for form in (PERSON, _TITLED)
        for person in form.finditer(block.line.text)
    }
    told = [block for block in blocks if block.part != "contact"]
    mentions = [mention for block in told for mention in _mentions(block, bodies, registry, names)]
    groups = [group for block in blocks if block.part in ("body", "item") for group in _groups(block, bodies)]
    return gather(mentions), groups, registry, sides


def _mentions(block: Block, bodies: list[Body], registry: Registry, names: set[str]) -> list[Mention]:
    text, index, found, taken = block.line.text, Words(block), [], set()
    for person in PERSON.finditer(text):
        start, end = person.span("name")
        taken.update(range(person.start(), end))
        mention = _mention(block, index, person.start(), start, end, person["address"])
        _role_after(block, index, mention, text, end, bodies, registry)
        if not mention.role:
            _role_before(block, index, mention, text, person.start(), bodies, registry)
        if not mention.role and (stood := _STANDS_FOR.match(text, end)):
            first = index.at(stood.end())
            mention.affiliation = next(
                (body for body in bodies if body.block is block and body.begin == first), None
            )
        if not person["late"]:
            found.append(mention)
    for person in _TITLED.finditer(text):
        start, end = person.span("name")
        if start in taken or HAS_BODY.search(person["name"]) or _ANY_OFFICE.search(person["name"]):
            continue
        taken.update(range(start, end))
        mention = _mention(block, index, person.start(), start, end, None)
        _give(block, index, mention, person.start("office"), person.end("office"), bodies, registry)
        found.append(mention)
    for person in _IN_OFFICE.finditer(text):
        start, end = person.span("name")
        if start not in taken and person["name"] in names:
            mention = _mention(block, index, person.start(), start, end, None)
            _give(block, index, mention, person.start("office"), person.end("office"), bodies, registry)
            found.append(mention)
    found.sort(key=lambda mention: mention.begin)
    _share_plural(block, found)
    return found


def _mention(block: Block, index: Words, start: int, name: int, end: int, address: str | None) -> Mention:
    begin, stop = index.at(name), index.at(end)
    sentence = block.sentence_of(begin)
    return Mention(block, sentence, begin, stop, index.at(start), stop, address)


def _role_after(block, index, mention, text, end, bodies, registry) -> None:
    gap = re.compile(r"(?:, | [-–] | \()").match(text, end)
    if not gap:
        return
    start = gap.end()
    if PERSON.match(text, start) or not _LOWER_OFFICE.match(text[start : start + 120]):
        return
    stop = _ROLE_STOP.search(text, start)
    last = stop.start() if stop else len(text)
    office = _LOWER_OFFICE.match(text[start:last])
    if not office or last - start > 160:
        return
    if (
        stop
        and stop[0] == ","
        and (more := re.compile(rf", (?:the )?({CAP}[^,.;]*)").match(text, last))
        and HAS_BODY.search(more[1])
    ):
        inner = _ROLE_STOP.search(text, last + 2)
        if not re.match(ADDRESS, more[1]) and not re.search(rf"\b{OFFICE_WORD}\b", more[1]):
            last = inner.start() if inner else len(text)
    last += text[last : last + 1] == ")" and text.count("(", start, last) > text.count(")", start, last)
    _give(block, index, mention, start, last, bodies, registry)


def _role_before(block, index, mention, text, start, bodies, registry) -> None:
    """ "the Director of the Institute, Dr. X": an office set before the name."""
    lead = text[max(0, start - 140) : start]
    found = re.search(
        rf"(?:^|[.;,] |\b(?:by|and|with|were|was) )(?:the |its )?((?:{CAP} )*{OFFICE_WORD}(?: "
        rf"[^,.;]*)?),? $",
        lead,
    )
    if found and not re.search(rf"\b{ADDRESS} ", found[1]):
        begin = max(0, start - 140) + found.start(1)
        _give(block, index, mention, begin, begin + len(found[1].rstrip(" ,")), bodies, registry)


def _give(
    block: Block,
    index: Words,
    mention: Mention,
    start: int,
    end: int,
    bodies: list[Body],
    registry: Registry,
) -> None:
    begin, stop = index.at(start), index.at(end)
    inside = [body for body in bodies if body.block is block and begin <= body.begin < stop]
    provincial = (
        "committee" in registry.stem_words
    )  # a province's departments are bodies, a university's are parts
    own = [
        body
        for body in inside
        if not _SUB.search(body.name)
        or (provincial and "Department" in body.name)
        or ((entry := registry.resolve(body)) and entry.abbreviation)
    ]
    if not own and (named := _THE_BODY.search(block.text(begin, stop))):
        own = [entry.best for entry in registry.entries if named[1].casefold() in entry.stem and entry.best][
            :1
        ]
    short = next(((word.key,) for word in block.words[begin:stop] if registry.called((word.key,))), None)
    mention.office = Office(begin, stop, own, short=short)
    mention.role = re.sub(r"^the ", "", block.text(begin, stop))
    mention.close = max(mention.close, stop) if begin > mention.begin else mention.close
    if not own and short is None and re.match(r"an? ", mention.role, re.I):
        mention.office = None  # "a fisherwoman from X": nobody's officer


def _share_plural(block: Block, mentions: list[Mention]) -> None:
    """ "Ms. A and Mr. B, researchers of X": one office in the plural for both, given in the singular."""
    for earlier, later in pairwise(mentions):
        joined = block.text(earlier.end, later.open) in ("and", ",", ", and")
        plural = _PLURAL.match(later.role or "")
        if joined and plural and not earlier.role:
            later.role = earlier.role = plural["one"] + later.role[plural.end() :]
            earlier.office = later.office


def _groups(block: Block, bodies: list[Body]) -> list[Group]:
    found, index = [], Words(block)
    text = block.line.text
    for listed in _REPRESENTED.finditer(text):
        begin, end = listed.span("list")
        sentence = block.sentence_of(index.at(begin))
        if not block.attends and not says_attendance(block.text(*sentence)):
            continue
        end = begin + _GROUPS_END.search(text[begin:end]).start()
        first, last = index.at(begin), index.at(end)
        inside = [body for body in bodies if body.block is block and first <= body.begin < last]
        found.extend(Group(block, body.begin, body.end, "represented") for body in inside)
        if not inside and last - first <= 12:
            found.append(Group(block, first, last, "represented"))
    return found


def _label_list(sides: Sides, block: Block) -> None:
    """ "Participants from X:" speaks for X over the whole list below it."""
    for body, entry in sides.registry.printed.get(id(block), []):
        if block.words[body.begin - 1].key in ("from", "of", "the", "representing", "for") and body.begin:
            sides.add(Label(block, body.begin, entry))
            return


def _label(sides: Sides, blocks: list[Block]) -> None:
    """ "Representing ABC were ...": the statement speaks for the body of that short form."""
    for block in blocks:
        for at in range(1, len(block.words)):
            entry = sides.registry.called((block.words[at].key,))
            if entry and block.words[at - 1].key in ("representing", "from"):
                sides.add(Label(block, at, entry))
        if block.line.text.endswith(":"):
            _label_list(sides, block)
        for said in _DELEGATION.finditer(block.line.text):
            entry = next(
                (
                    known
                    for known in sides.registry.entries
                    if said["who"] and said["who"].casefold() in known.stem
                ),
                None,
            )
            sides.add(Label(block, Words(block).at(said.start()), entry, None if entry else GUEST))
        for said in _OF_SIDE.finditer(block.line.text):
            own = said["whose"][0].islower() or said["whose"] in ("Vietnamese", "Viet", "Vietnam")
            sides.add(Label(block, Words(block).at(said.start()), side=HOST if own else GUEST))
        for begin, _ in block.sentences:
            if [w.key for w in block.words[begin : begin + 4]][:1] in (
                ["heading"],
                ["she"],
                ["he"],
            ) and sides.hosts:
                sides.add(Label(block, begin, side="host"))
