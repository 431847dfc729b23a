"""The names of bodies as English pages print them."""

import re
from bisect import bisect_left

from news.extraction.blocks import Block
from news.extraction.bodies import Body
from news.extraction.text import UPPER

CAP = rf"[{UPPER}][\w’'-]*"
_PARTICLES = r"(?:(?:van|von|der|den|de|la|del|da|dos|di|bin|binti|al|el|ter) ){0,3}(?:al-)?"
_NAME = rf"{CAP}(?: {_PARTICLES}{CAP}){{1,5}}"
ADDRESS = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Assoc\. Prof|Eng|Sir|H\.E|Amb|Lt|Col|Gen|Capt)\.?|Professor|Madam"
    r"|Doctor|Ambassador|Comrade|His Excellency|Her Excellency)"
)
OFFICE_WORD = (
    r"(?:Director[- ]General|Directors?|Deputy|Vice|Head|Chief|Chair(?:man|woman|person)?|President"
    r"|Officers?|Manager|Minister|Secretary|Rector|Dean|Principal|Ambassador|Counsell?or|Commissioner"
    r"|Governor|Mayor"
    r"|Coordinator|Adviser|Advisor|Professor|Lecturer|Researcher|Scientist|Engineer|Specialist|Expert"
    r"|Official|Representative|Team Leader|Leader|Attach[ée]|Consul|Executive|Fellow|Analyst"
    r"|Consultant|Inspector|Ranger|Farmer|Fisherman|Fisherwoman|Owner|Captain|Nurse|Doctor|Teacher|Spokesperson|Spokesman"
    r"|Technician|Librarian|Statistician|[A-Za-z]{3,}(?:ologist|onomist|icist|anist|emist)"
    r"|Spokeswoman|Supervisor|Volunteer|Architect|Economist|Lawyer|Attorney|Journalist|Resident|Villager|Elder|Registrar|Examiner|Assistant|Associate|Acting|Senior|Technician|Curator"
    r"|Editor|Interpreter|Founder|Co-founder|Member|Trainee|Student|Instructor|Trainer"
    r"|Vice-[A-Z][a-z]+|Chancellor|Provost|Co-Chair|Warden|Treasurer)"
)
BODY_WORD = (
    r"(?:Department|Ministry|Agency|Institute|University|Foundation|Division|Office|Cent(?:er|re)|Bank"
    r"|Association|Council|Committee|Company|Corporation|School|Hospital|Authority|Laboratory|Bureau"
    r"|Organi[sz]ation|Union|Embassy|Fund"
    r"|Academy|College|Board|Commission|Directorate|Service|Society|Network|Federation|Administration"
    r"|Station|Museum|Library|Secretariat|Programme Office|Inspectorate|Faculty|Group|Cooperative"
    r"|Chamber|Unit|Section|Mission|Trust|Alliance|Consortium|Partnership|Observatory|Institution"
    r"|Herbarium|Archives?|Gallery|Theatre|Treasury|Consulate|Parliament|Senate|Cabinet|Hub|Forum"
    r"|Court|Assembly|Initiative|Inspectorate|Rectorate|Command|Park|Reserve|Port|Clinic|Newspaper|Club|Sub-[Dd]epartment|Ltd|Inc|JSC"
    # A city's or province's government is a body; a nation's is none of the page.
    r"|(?:(?<=City )|(?<=Provincial )|(?<=Municipal )|(?<=Metropolitan )|(?<=Prefectural )|(?<=County ))Government)"
)
_CHUNK = re.compile(
    rf"(?<!\w){CAP}(?:(?: & | (?:of|for|on|and)(?: the)? |, (?=[{UPPER}][\w-]+ and {CAP} )| "
    rf"){CAP})*"
)
HAS_BODY = re.compile(rf"(?<!\w){BODY_WORD}s?(?!\w)")
_OFFICE_HEAD = re.compile(rf"^(?:The )?(?:{CAP} ){{0,6}}?{OFFICE_WORD}s?(?: (?:of|for|at|in)(?: the)? | )")
# States in their short English names, as letterheads add them ("... Foundation of Norway").
_STATES = (
    "Australia|Austria|Belgium|Brazil|Cambodia|Canada|Chile|China|Cuba|Czechia|Denmark|Finland|France|Germany|Hungary|India"
    "|Indonesia|Ireland|Israel|Italy|Japan|Korea|Laos|Malaysia|Mexico|Mongolia|Netherlands|New Zealand|Norway|Philippines"
    "|Poland|Portugal|Russia|Singapore|Spain|Sweden|Switzerland|Taiwan|Thailand|Turkey|Ukraine"
)
_SENT_BY_A_STATE = re.compile(
    r"(?:Royal )?(?:Embassy|Consulate|Government|Mission)\b"
)  # nothing without its state
_SHORT = re.compile(r" ?\((?P<inside>[^()]{2,60})\)")
PERSON = re.compile(rf"(?P<late>\blate )?(?P<address>{ADDRESS}(?: {ADDRESS}){{0,3}}) (?P<name>{_NAME})")
# "the Salt Institute and Dutch partners": the adjective belongs to the small word behind it.
_NATION_AND_NOUN = re.compile(r"[A-Z][a-z]+(?:ese|ish|ian|an|ch|ic) [a-z]+")
_OF_BODY = re.compile(r" ?(?:(?:of|from|for|and|on)(?: the)? )?")


class Words:
    """Word indexes of character offsets within one block."""

    def __init__(self, block: Block):
        self.base = block.line.start
        self.starts = [word.start for word in block.words]

    def at(self, offset: int) -> int:
        return bisect_left(self.starts, self.base + offset)


def read_english_bodies(block: Block, names: set[str]) -> list[Body]:
    """Bodies printed in one block, left to right; a name of `names` behind a body is a person's."""
    text, index, found = block.line.text, Words(block), []
    named = [person.end("name") for person in PERSON.finditer(text)]
    for chunk in _CHUNK.finditer(text):
        inside = bisect_left(named, chunk.start() + 1)
        begin = chunk.start()
        if inside < len(named) and named[inside] < chunk.end():  # "Mr. X of the Norwegian Embassy"
            begin = named[inside] + len(_OF_BODY.match(text, named[inside])[0])
        for start, end in _halves(text, begin, _before_person(text, begin, chunk.end(), names)):
            start, end = _trim(text, start, end)
            if end - start < 6 or " " not in text[start:end]:
                continue
            if not HAS_BODY.search(text, start, end) and not _initials_follow(text, start, end):
                continue
            begin, stop = index.at(start), index.at(end)
            short = _SHORT.match(text, end)
            bracket = (stop, index.at(short.end())) if short else (stop, stop)
            brief = re.split(r" [-–] |; ", short["inside"])[-1].strip() if short else ""
            learnt = brief if sum(c.isupper() for c in brief) >= 2 and len(brief) <= 16 else None
            found.append(
                Body(block, begin, bracket[1], (begin, stop), (stop, stop), learnt, bracket, True, True)
            )
    return found


def _before_person(text: str, start: int, end: int, names: set[str]) -> int:
    """Where the name of a body ends in "Salt Authority X Y Z"."""
    words = text[start:end].split(" ")
    for n in range(min(5, len(words) - 1), 1, -1):
        if (name := " ".join(words[-n:])) in names:
            return end - len(name) - 1
    return end


def _initials_follow(text: str, start: int, end: int) -> bool:
    """ "Norwick Relief (NR)": the bracket holds the first letters, so the words are a name of a body."""
    short = _SHORT.match(text, end)
    initials = "".join(word[0] for word in text[start:end].split() if word[0].isupper())
    return bool(short) and len(initials) > 1 and short["inside"].strip() == initials


def _halves(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """ "X Division and Y Office" are two bodies; "Ministry of A and B" is one."""
    cuts = [start]
    for joint in re.finditer(r" and (?:the )?", text[start:end]):
        left, right = start + joint.start(), start + joint.end()
        other = HAS_BODY.search(text, right, end) or _NATION_AND_NOUN.match(text, right)
        if HAS_BODY.search(text, cuts[-1], left) and other:
            cuts.extend((left, right))
    cuts.append(end)
    return list(zip(cuts[::2], cuts[1::2], strict=True))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while office := _OFFICE_HEAD.match(text[start:end]):
        rest = text[start + office.end() : end]
        if not HAS_BODY.search(rest) or HAS_BODY.search(office[0]):
            break
        start += office.end()
    for article in ("The ", "On ", "In ", "At "):
        start += len(article) if text.startswith(article, start) else 0
    if _SENT_BY_A_STATE.match(text, start, end):
        return start, end
    if state := re.search(
        r" (?:of|in)(?: the)? (?:Republic|United|Kingdom|Socialist|Viet ?Nam|Vietnam|"
        rf"{_STATES})\b",
        text[start:end],
    ):
        end = start + state.start() if HAS_BODY.search(text, start, start + state.start()) else end
    return start, end
