"""Where sentences begin and end in Vietnamese and English prose, and how a long one is cut for a voice."""

import re

LONGEST_CHUNK = 175  # characters; longer utterances are cut off by remote voices

# A full stop after these never ends a sentence: titles, places, references.
ABBREVIATIONS = frozenset(
    [
        "tp",
        "tx",
        "tt",
        "ts",
        "th",
        "ths",
        "tsls",
        "cki",
        "ckii",
        "bscki",
        "bsckii",
        "gov",
        "gen",
        "sen",
        "hon",
        "rev",
        "capt",
        "col",
        "cn",
        "ks",
        "bs",
        "ds",
        "gs",
        "pgs",
        "gsts",
        "pgsts",
        "ls",
        "ncs",
        "kts",
        "đ/c",
        "đc",
        "tr",
        "nxb",
        "đt",
        "tel",
        "fax",
        "no",
        "nos",
        "vol",
        "art",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "jr",
        "sr",
        "vs",
        "fig",
        "sec",
        "dept",
        "approx",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
# The same, but only before a name or a number: quận, phường, huyện, xã, tổ, số.
PLACES = frozenset(["q", "p", "h", "x", "t"])
# The same, but only before a number: chapters, pages, extensions, districts.
NUMBERED = frozenset(["ch", "pp", "p", "ext", "dist", "rm", "fl", "kp", "mục", "đt"])
_COMPANY = re.compile(r"(?:Ltd|Inc|JSC)\b")
# “at 5 p.m. Monday” goes on, “at 5 p.m. They left” does not.
_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
# A capital or a numeral after these is a grade or a number, not a person's initial: “kỳ họp thứ X. Bà …”.
COUNTING = frozenset(
    ["thứ", "khóa", "khoá", "hạng", "loại", "nhóm", "lớp", "khối", "vitamin", "chương", "phần", "cấp", "bậc"]
)
# Words of the list that, in small letters, are also ordinary words and may end a sentence.
WORDS_TOO = frozenset(["no", "art", "fig", "sec", "mar"])

# Possessive and anchored on the left, so that a page of full stops takes linear time.
_STOP = re.compile(r"""(?<![.!?…])(?P<marks>[.!?…]++)(?P<closers>["”'’»)\]]*+)(?=\s|$)""")
_TOKEN = re.compile(r"""[^\s("'“‘«\[]+$""")
_VISIBLE = re.compile(r"""[^\s"'“‘«(\[–—•*-]""")  # the first character that can start a sentence
_WORD_BEFORE = re.compile(r"(\S+)\s+\S*$")
_ENUMERATOR = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[a-zđA-ZĐ])\Z")


def sentences(text):
    """`[(start, end), …]`: in order, without overlap, without white space at the ends, leaving out only white space."""
    found, start = [], 0
    for stop in _STOP.finditer(text):
        if _ends_sentence(text, start, stop):
            found.append((start, stop.end()))
            start = stop.end()
    found.append((start, len(text)))
    return [span for span in (_trimmed(text, *span) for span in found) if span[0] < span[1]]


def chunks(spoken, limit=LONGEST_CHUNK):
    """Pieces of at most `limit` characters that joined are `spoken`: cut after `;`, else `,`, else a space, else anywhere."""
    pieces, place = [], 0
    while len(spoken) - place > limit:
        end = place + _cut(spoken[place : place + limit], limit // 3)
        pieces.append(spoken[place:end])
        place = end
    return [*pieces, spoken[place:]] if spoken[place:] else pieces


def _cut(window, shortest):
    for mark in ("; ", ": ", ", ", " "):
        place = window.rfind(mark)
        if place >= shortest:
            return place + len(mark)
    return len(window)


def _trimmed(text, start, end):
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _ends_sentence(text, start, stop):
    after = _VISIBLE.search(text, stop.end())
    if not after:
        return not text[stop.end() :].strip()
    if after.group().islower():
        return False
    if stop["marks"] != "." or stop["closers"]:
        return True
    return not _is_abbreviation(text, start, stop.start(), text[after.start() : after.start() + 12])


def _is_abbreviation(text, start, place, following):
    """Whether the full stop at `place` belongs to the word before it, in the sentence that began at `start`."""
    before = text[max(start, place - 40) : place]
    token = _TOKEN.search(before)
    if not token:
        return False
    word = token.group()
    first = _VISIBLE.search(text, start)
    if first.start() >= place - len(word) and _ENUMERATOR.match(word):
        return True
    if {word.lower(), word.rpartition(".")[2].lower()} & ABBREVIATIONS:
        return word not in WORDS_TOO
    if _goes_on(word, following, first.start() >= place - len(word)):
        return True
    if len(word) == 1 and word.isupper():
        if _word_before(before) in COUNTING:
            return False
        return word.lower() in PLACES or _follows_capital(before)
    # “v.v. Kết quả” ends a sentence; initials with stops inside (“U.S. Embassy”) do not.
    letters = word.replace(".", "")
    return "." in word and letters.isupper() and len(letters) <= 4


def _goes_on(word, following, is_first):
    """What the words behind the stop decide: `pp. 12`, `Co. Ltd.`, `5 p.m. Monday`, `Đ. Lê Lợi`, `Ph.D. Lê An` at the beginning."""
    lowered = word.lower()
    if lowered in NUMBERED and following[0].isdigit():
        return True
    if lowered == "co" and _COMPANY.match(following):
        return True
    if lowered in ("a.m", "p.m") and _DAY.match(following):
        return True
    return word == "Đ" or (is_first and lowered == "ph.d")


def _word_before(before):
    earlier = _WORD_BEFORE.search(before)
    return earlier[1].lower() if earlier else ""


def _follows_capital(before):
    earlier = _WORD_BEFORE.search(before)
    return bool(earlier) and earlier[1][0].isupper()
