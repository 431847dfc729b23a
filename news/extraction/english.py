"""People, bodies and groups of pages written in English."""

import re
from bisect import bisect_left

from news.extraction.agencies import Registry
from news.extraction.attendance import gather, tells_attendance
from news.extraction.blocks import Block
from news.extraction.bodies import Body
from news.extraction.english_bodies import CAP, Words, read_english_bodies
from news.extraction.english_people import known_names, read_english_mentions
from news.extraction.hosting import read_sides
from news.extraction.sides import GUEST, HOST, Label, Sides
from news.extraction.units import Group

# "On the Finnish side", "on the provincial side": a nation's adjective has a capital.
_OF_SIDE = re.compile(r"(?<!\w)(?:[Oo]n|[Ff]rom|[Ff]or) the (?P<whose>[\w-]+)(?: [\w-]+)? side\b")
# "The Norwick delegation included ...", "Members of the delegation were ..."
_DELEGATION = re.compile(
    rf"(?<!\w)[Tt]he (?:(?P<who>{CAP}) )?(?:delegation|team|mission) (?:also )?(?:include|compris|consist|was made|were|had)"
)
_OURS = ("Vietnamese", "Viet", "Vietnam")
# "The Vietnamese participants were led by ...", "Finnish experts included ...".
_NATION = re.compile(
    r"(?<!\w)(?:[Tt]he )?(?P<whose>[A-Z][a-z]+(?:ese|ish|ian|an|ch))(?: \w+)?"
    r" (?:participants|delegates|experts|officials|representatives|members|team|party)"
    r" (?:also )?(?:were|was|included?|comprised?|consisted)(?!\w)"
)
_REPRESENTED = re.compile(
    r"(?<!\w)(?:representatives?|officials|experts|staff|leaders|members|delegates)(?: of| from)(?: "
    r"the)? (?P<list>[^.;]{3,300})",
    re.I,
)
# "..., and heads of the Flow and Mass laboratories": posts in the plural, nobody named.
_POSTS = re.compile(
    r"(?<!\w)(?:and|as well as|together with|along with|joined by) (?:the )?(?P<posts>(?:deputy |vice )?(?:heads|deans|directors"
    r"|chiefs|managers|rectors|presidents|secretaries|chairs) of [^.;,:]{3,90})",
    re.I,
)
_GROUPS_END = re.compile(r"(?: attended| were| took part| participated|, as well as|$)")


def read_names(blocks: list[Block], kind: str, signed: str):
    """(people, groups, registry, sides) of an English page."""
    names = known_names(blocks)
    printed = {id(block): read_english_bodies(block, names) for block in blocks if block.part != "heading"}
    bodies = [body for block in blocks for body in printed.get(id(block), ())]
    registry = Registry(bodies)
    sides = read_sides(blocks, bodies, registry, kind, signed)
    _label(sides, blocks)
    if kind in ("notice", "recruitment"):
        return [], [], registry, sides
    mentions = [
        mention
        for block in blocks
        if block.part not in ("contact", "heading")
        for mention in read_english_mentions(block, printed[id(block)], registry, names)
    ]
    told = [block for block in blocks if block.part in ("body", "item")]
    groups = [group for block in told for group in _groups(block, printed[id(block)])]
    return gather(mentions), groups, registry, sides


def _groups(block: Block, bodies: list[Body]) -> list[Group]:
    found, index = [], Words(block)
    text, begins = block.line.text, [body.begin for body in bodies]
    for listed in _REPRESENTED.finditer(text):
        begin, end = listed.span("list")
        sentence = block.sentence_of(index.at(begin))
        if not tells_attendance(block, sentence):
            continue
        end = begin + _GROUPS_END.search(text[begin:end]).start()
        first, last = index.at(begin), index.at(end)
        inside = bodies[bisect_left(begins, first) : bisect_left(begins, last)]
        found.extend(Group(block, body.begin, body.end, "represented") for body in inside)
        if not inside and last - first <= 12:
            found.append(Group(block, first, last, "represented"))
    return found + [
        post for post in _posts(block, index) if all(post.begin > g.end or post.end < g.begin for g in found)
    ]


def _posts(block: Block, index: Words) -> list[Group]:
    found = []
    for told in _POSTS.finditer(block.line.text):
        begin, end = told.span("posts")
        end = begin + _GROUPS_END.search(block.line.text[begin:end]).start()
        if tells_attendance(block, block.sentence_of(index.at(begin))):
            found.append(Group(block, index.at(begin), index.at(end), "listed as present"))
    return found


def _label_list(sides: Sides, block: Block) -> None:
    """ "Participants from X:" speaks for X over the whole list below it."""
    for body, entry in sides.registry.printed.get(id(block), []):
        if block.words[body.begin - 1].key in ("from", "of", "the", "representing", "for") and body.begin:
            sides.add(Label(block, body.begin, entry))
            return


def _label(sides: Sides, blocks: list[Block]) -> None:
    for block in blocks:
        _label_short(sides, block)
        if block.line.text.endswith(":"):
            _label_list(sides, block)
        index = Words(block)
        for said in _DELEGATION.finditer(block.line.text):
            entry = sides.registry.with_word(said["who"].casefold()) if said["who"] else None
            sides.add(Label(block, index.at(said.start()), entry, None if entry else GUEST))
        for said in _OF_SIDE.finditer(block.line.text):
            entry = sides.registry.called((said["whose"].casefold(),))
            side = HOST if said["whose"][0].islower() or said["whose"] in _OURS else GUEST
            sides.add(Label(block, index.at(said.start()), entry, None if entry else side))
        for said in _NATION.finditer(block.line.text):
            side = HOST if said["whose"] in _OURS else GUEST
            sides.add(Label(block, index.at(said.start()), side=side))
        for begin, _ in block.sentences:
            if block.words[begin].key in ("heading", "she", "he") and sides.hosts:
                sides.add(Label(block, begin, side=HOST))


def _speaks_for(block: Block, at: int) -> bool:
    """ "Representing ABC", "from ABC", "Speaking for ABC were"."""
    before = [word.key for word in block.words[max(0, at - 2) : at]]
    return before[-1] in ("representing", "from") or before in (["speaking", "for"], ["behalf", "of"])


def _label_short(sides: Sides, block: Block) -> None:
    """ "Representing ABC were ...": the statement speaks for the body of that short form."""
    for at in range(1, len(block.words)):
        entry = sides.registry.called((block.words[at].key,))
        if entry and _speaks_for(block, at):
            sides.add(Label(block, at, entry))
