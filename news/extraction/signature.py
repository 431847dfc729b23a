"""The closing signature of a page: who wrote it, or which body publishes it."""

import re

from news.extraction.text import UPPER, Line, key, tokens
from news.extraction.title import _BODY_WORD, _acts
from news.extraction.words.people import FAMILY_NAMES, HONORIFICS

_LABEL = re.compile(
    r"^\(?(?:(?:tin|bài|ảnh|tin bài|bài viết|nguồn|nguồn tin|tác giả(?: bài viết)?|người (?:viết|thực hiện)|thực hiện"
    r"|biên tập|tổng hợp|text"
    r"|photos?|story|source|author|writer|reporter)"
    r"(?:(?:\s*(?:,|và|-|–|&|/|and)\s*)(?:tin|bài|ảnh|clip|video|text|photos?|story))*\s*:"
    rf"|theo\s+(?-i:(?=[{UPPER}]))|theo\s+(?=[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net)\b)|"
    rf"(?:(?:reported|written|compiled|edited|translated|text|story|photos?) )?by\s+(?-i:(?=[{UPPER}]))"
    r"|nhóm (?:pv|phóng viên)|(?:pv|ctv|btv|bbt"
    r"|p\.v\.?|c\.t\.v\.?|b\.t|b\.b\.t|ban biên tập)(?!\w))",
    re.I,
)
_CREDIT_LINE = re.compile(r"^\(?(?:ảnh|photos?)\s*:", re.I)  # alone it belongs to the photo above it
_SIGNED_END = re.compile(r"[\s)]*(?:\./\.?|\.)?\)?$")
_DOCUMENT = re.compile(
    r"^(?:kt\.|tl\.|tm\.|tuq\.|q\.)\s|^\(?(?:đã ký|signed)\)?$|^nơi nhận|^(?:phó )?(?:giám đốc|cục "
    r"trưởng|chủ tịch|viện trưởng|hiệu trưởng|chi cục trưởng|trưởng phòng|vụ trưởng|chánh văn phòng)$",
    re.I,
)
_EN_BODY = re.compile(
    r"\b(?:division|department|office|agency|ministry|institute|center|centre|board|news|portal|unit"
    r"|bureau|authority|university|committee|desk|team)\b",
    re.I,
)
_ACRONYM = re.compile(rf"^[{UPPER}&-]{{2,12}}$")  # "CWACO": a body signs with its letters
_INITIALS = re.compile(rf"^[{UPPER}](?:\.[{UPPER}]){{1,3}}\.?$")  # "T.H"
_DIVISION_OF = re.compile(
    r"^(?:phòng|ban|văn phòng|khoa|tổ)\b[^,–-]+(?:(?: [-–] |, )[^,–-]+){0,2}(?:,| [-–]) ?(?:trung tâm|sở|cục|chi cục|viện|trường"
    r"|bệnh viện|ban|công ty|bộ|ubnd|hội|liên đoàn|học viện)\b",
    re.I,
)
_OUTLET = re.compile(
    r"^(?:vp|ttvh|ttkn|cổng|trang|báo|đài|tạp chí|bản tin|website|công đoàn|đoàn thanh niên|tỉnh đoàn|thành đoàn"
    r"|huyện đoàn|khoa|trạm|hạt|chi nhánh|bưu điện|thanh tra|kho bạc|bảo hiểm|tổ|nhà|quỹ|thư viện|bảo "
    r"tàng|đội|tòa|ngân hàng|mạng lưới|bql|ban quản lý|tttt|tt|ph[òo]ng)\b",
    re.I,
)


def first_signing_line(lines: list[Line]) -> int | None:
    """Index of the first line of the signature at the foot of the page; at most four lines are looked at."""
    at = len(lines)
    while at > 1 and len(lines) - at < 8 and _DOCUMENT.match(lines[at - 1].text):
        at -= 1
    document = next(
        (n for n in range(max(1, len(lines) - 8), len(lines)) if _DOCUMENT.match(lines[n].text)), None
    )
    if document is not None and all(len(line.text) < 90 for line in lines[document:]):
        return document
    at = len(lines)
    while at > 1 and len(lines) - at < 3 and signs(lines[at - 1].text):
        at -= 1
    if all(_CREDIT_LINE.match(line.text) for line in lines[at:]):
        return None
    return at if at < len(lines) else None


def signs(text: str) -> bool:
    if len(text) > 110:
        return False
    bare = _SIGNED_END.sub("", text.strip("( "))
    if _LABEL.match(text.strip()):
        if re.match(r"\(?(?:ảnh|photo)\s*:", text, re.I) and len(text.split()) > 5:
            return False
        return not re.match(r"^\(?(?:ảnh|photo)s?\s*:?\s*\d*$", bare, re.I)
    if text.endswith((".", ":", ";", "!", "?")) and not text.endswith(("./.", "./")):
        return False
    return _is_body(bare) or _is_name(bare)


def _is_body(text: str) -> bool:
    if _ACRONYM.match(text):
        return True
    # "Phòng Tổ chức - Hành chính, Trung tâm ...": a division and its body may take two names' room.
    longest = 26 if _DIVISION_OF.match(text) else 16
    if len(text.split()) > longest or any(sign in text for sign in ':;"'):
        return False
    if _BODY_WORD.match(text) or _OUTLET.match(text):
        return not _acts(text) and not _has_person(text)
    words = text.split()
    return (
        bool(_EN_BODY.search(text))
        and len(words) < 9
        and all(w[0].isupper() or w in ("of", "and", "for", "the", "&", "-") for w in words)
    )


def _is_name(text: str) -> bool:
    """A short line of capitalised words ("Thu Hà", "Nguyễn Văn An - Phòng Tổng hợp", "An Bình (tổng hợp)")."""
    if _INITIALS.match(text):
        return True
    head, *rest = re.split(r"\s?[-–]\s|,|\s\(", text, maxsplit=1)
    words = head.split()
    opening = tokens(head)[:2]
    if HONORIFICS.match(opening, 0, len(opening)) or (rest and not _is_tail_of_name(rest[0], text)):
        return False
    return (
        2 <= len(words) <= 4
        and all(w[0].isupper() and w[0].isalpha() for w in words)
        and not _looks_shouted(head)
        and len(text) < 100
    )


def _is_tail_of_name(rest: str, text: str) -> bool:
    """What may follow a signing name: a body, a place, or a word in brackets ("(tổng hợp)", "(thực hiện)")."""
    words = rest.rstrip(")").split()
    short = "(" in text or (words and words[0][0].isupper())
    return (short and len(words) <= 3) or _is_body(rest.rstrip(")"))


def _looks_shouted(text: str) -> bool:
    return text.isupper() and len(text) > 24


def _has_person(text: str) -> bool:
    words = tokens(text)
    return any(
        words[n].key == "thị" and words[n - 1].cap and key(words[n - 1].text) in FAMILY_NAMES
        for n in range(1, len(words))
    )


def is_document_block(lines: list[Line]) -> bool:
    return any(_DOCUMENT.match(line.text) for line in lines)


def span(lines: list[Line]) -> tuple[int, int]:
    """View offsets of the signature without its closing "./."."""
    last = lines[-1]
    stop = re.sub(r"\s*\./\.?$", "", last.text)
    return lines[0].start, last.start + len(stop)
