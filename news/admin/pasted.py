"""One pasted line of a list of people or agencies, split into its parts. Standard library only; never raises."""

import re
from dataclasses import dataclass

from news.fold import fold, nfc, tone_place

# Forms of address and degrees as they stand before a name in Vietnamese reports; longest first where one begins another.
_ADDRESS = (
    "đồng chí", "đ/c", "đc", "các ông", "các bà", "ông", "bà", "anh", "chị", "thầy", "cô",
    "ngài", "quý ông", "quý bà", "mr", "mrs", "ms", "dr",
)  # fmt: skip
_DEGREES = (
    "gs", "pgs", "ts", "tskh", "ths", "cn", "ks", "bs", "bsckii", "bscki", "ls", "nghệ nhân", "kts",
    "giáo sư", "phó giáo sư", "tiến sĩ", "thạc sĩ", "bác sĩ", "luật sư", "kỹ sư", "kiến trúc sư",
    "thiếu tướng", "trung tướng", "thượng tướng", "đại tướng", "đại tá", "thượng tá", "trung tá", "thiếu tá",
)  # fmt: skip
_BEFORE_NAME = sorted((*_ADDRESS, *_DEGREES), key=len, reverse=True)
_HONORIFIC = re.compile(
    rf"(?:(?:{'|'.join(map(re.escape, _BEFORE_NAME))})(?:\.\s*|,\s+|\s+))+", re.IGNORECASE
)
# What the name of a body begins with. Marks matter: Vụ is a body, Vũ a family name.
_BODIES = (
    "sở", "cục", "vụ", "viện", "ban", "bộ", "phòng", "trung tâm", "chi cục", "văn phòng", "ubnd", "ủy ban", "hđnd",
    "hội đồng", "trường", "đại học", "học viện", "công ty", "tổng công ty", "tập đoàn", "hội", "liên hiệp", "liên đoàn",
    "thanh tra", "báo", "đài", "đoàn", "tỉnh ủy", "thành ủy", "huyện ủy", "đảng ủy", "mặt trận", "ngân hàng",
    "hợp tác xã", "bệnh viện", "công an", "tòa án", "viện kiểm sát", "kho bạc", "hiệp hội", "nhà máy", "khoa", "tổ chức",
)  # fmt: skip
# What a group without names begins with.
_GROUPS = (
    "lãnh đạo", "đại diện", "các", "một số", "cùng", "toàn thể", "tập thể", "nhiều", "đông đảo", "cán bộ", "chuyên viên",
)  # fmt: skip
# Offices that begin like a body.
_OFFICES = ("trưởng phòng", "trưởng ban", "viện trưởng", "cục trưởng", "vụ trưởng", "bộ trưởng", "bộ phận")

_BULLET = re.compile(r"^\s*(?:[-–—•*+·]+|\(?\d{1,3}[.):]|[a-zđ]\))\s*", re.IGNORECASE)
_CUT = re.compile(r"\s*(?:,|;|:|\s[-–—]\s|\s\|\s)\s*")
# Signs that part name and title, with no name before them.
_LEADING = re.compile(rf"^(?:{_CUT.pattern})+")
_BRACKETS = re.compile(r"^(?P<name>.+?)\s*\((?P<inner>[^()]{1,60})\)\s*$")


@dataclass(frozen=True)
class Line:
    """The parts as written. `kind` is person, unit or group (a guess the editor may change)."""

    kind: str
    name: str
    honorific: str = ""
    title: str = ""
    organization: str = ""
    abbreviation: str = ""


def split_lines(text: str, split, most: int = 300) -> list[tuple[int, Line]]:
    """(number from 0, parts) of the lines in which `split` (`split_person`, `split_agency`) finds a name."""
    lines = enumerate(nfc(text).split("\n")[:most])
    return [(number, line) for number, raw in lines if (line := split(raw)) is not None]


def split_person(raw: str) -> Line | None:
    """Of "Ông Trần Văn A, Giám đốc Sở …" or of a row copied from a table; None where no letter is."""
    cells = [_tidy(cell) for cell in raw.split("\t")]
    cells = [cell for cell in cells if re.search(r"[^\W\d_]", cell)]
    if not cells:
        return None
    if len(cells) > 1:
        return _from_cells(cells)
    return _from_sentence(cells[0])


def split_agency(raw: str) -> Line | None:
    """Of "Sở Khoa học và Công nghệ (KH&CN)"."""
    name = _tidy(raw.replace("\t", " "))
    if not re.search(r"[^\W\d_]", name):
        return None
    if found := _BRACKETS.match(name):
        short = re.sub(r"^(gọi tắt là|viết tắt là|viết tắt)[\s:]+", "", found["inner"], flags=re.IGNORECASE)
        return Line("unit", found["name"], abbreviation=short)
    return Line("unit", name)


def split_honorific(text: str) -> tuple[str, str]:
    """("PGS.TS.", "Trần Văn A"); the first part is empty where the name stands alone."""
    text = " ".join(text.split())
    found = _HONORIFIC.match(text)
    if found is None or not text[found.end() :]:
        return "", text
    return found.group().strip(" ,"), text[found.end() :]


def _tidy(text: str) -> str:
    return " ".join(_BULLET.sub("", text, count=1).split()).strip(" ;,.")


def _from_cells(cells: list[str]) -> Line:
    """A row of a table: [honorific] name [title] [organisation]."""
    if len(cells) > 2 and fold(cells[0]).rstrip(".") in {fold(word) for word in _BEFORE_NAME}:
        cells = [f"{cells[0]} {cells[1]}", *cells[2:]]
    honorific, name = split_honorific(cells[0])
    title, organization = (*cells[1:3], "", "")[:2]
    return Line(
        _kind(honorific, name), name, honorific, title, ", ".join(filter(None, [organization, *cells[3:]]))
    )


def _from_sentence(text: str) -> Line:
    honorific, rest = split_honorific(_LEADING.sub("", text))
    rest = _LEADING.sub("", rest)
    if not rest:
        honorific, rest = "", text
    head, *tail = _CUT.split(rest, maxsplit=1)
    kind = _kind(honorific, head)
    if kind != "person":
        return Line(kind, rest)
    return Line(kind, head, honorific, *_post("".join(tail)))


def _post(text: str) -> tuple[str, str]:
    """("Giám đốc", "Sở Y tế") of "Giám đốc, Sở Y tế"; without such a comma all of it is the title."""
    title, comma, organization = text.rpartition(", ")
    if comma and _begins(organization, _BODIES) and not _begins(organization, _OFFICES):
        return title, organization
    return text, ""


def _begins(text: str, words) -> bool:
    lowered = f"{tone_place(text).lower()} "
    return any(lowered.startswith(f"{word} ") for word in words)


def _kind(honorific: str, name: str) -> str:
    if honorific:
        return "person"
    if _begins(name, _GROUPS):
        return "group"
    words = name.split()
    is_family_name = words[0].lower() == "đoàn" and _all_capital(words)
    if _begins(name, _BODIES) and not is_family_name:
        return "unit"
    return "person" if len(words) <= 5 or _all_capital(words) else "group"


def _all_capital(words: list[str]) -> bool:
    return all(word[0].isupper() for word in words)
