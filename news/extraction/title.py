"""The heading of a page, among the short lines above its first paragraph."""

import re

from news.extraction.text import Line

_FORM = re.compile(
    r"^(?:thông báo|thông cáo(?: báo chí)?|công văn|giấy mời|thư mời|kế hoạch|quyết định|tờ trình|báo "
    r"cáo|công điện|thư chúc mừng|hướng dẫn|chỉ thị|press release|media release|news release"
    r"|announcement|notice)\W*$",
    re.I,
)
_ABOUT = re.compile(r"^(?:v/v|về việc)\b", re.I)
_STATE = re.compile(
    r"^(?:cộng hòa|cộng hoà) xã hội chủ nghĩa|^độc lập\s*[-–]\s*tự do|^(?:số|no\.?)\s*:|^socialist "
    r"republic|^independence",
    re.I,
)
_PORTAL = re.compile(
    r"^(?:(?:cổng|trang) (?:thông tin|ttđt|tin)|(?:chuyên )?trang tin|website|bản tin|chuyên mục|tin "
    r"tức|sự kiện|tin hoạt động|hoạt động|thông báo mới|news|events?|portal)\b",
    re.I,
)
_BODY_WORD = re.compile(
    r"^(?:bộ|sở|cục|vụ|tổng cục|chi cục|viện|trung tâm|ban|phòng|văn phòng|ubnd|hđnd|ủy ban|uỷ ban"
    r"|hội đồng|công ty|tập đoàn|trường|học viện|đại học|bệnh viện|hội|hiệp hội|liên đoàn|công an"
    r"|đoàn (?:đbqh|đại biểu quốc hội)|tòa án|toà án|tand|viện kiểm sát|vksnd|bộ đội|quân khu|kho bạc|ngân hàng|bảo hiểm"
    r"|đảng ủy|đảng uỷ|đảng bộ|tỉnh ủy|thành ủy|tỉnh đoàn|thành đoàn|tổng công ty|thuế|hải quan|cảng vụ|đài"
    r"|ministry|department|office|agency|institute|people's committee)\b",
    re.I,
)
_EN_BODY = re.compile(
    r"\b(?:institute|university|department|ministry|office|agency|authority|centre|center|committee|association|college"
    r"|foundation|council)\b",
    re.I,
)
# A place of its own level and nothing else: "Xã Trà Bôm", "PHƯỜNG 5".
_PLACE = re.compile(
    r"^(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)((?: [\w-]+){1,4})$", re.I
)
# What a commune writes under its name: "Đoàn kết - Kỷ cương - Sáng tạo".
_SLOGAN = re.compile(
    r"(?<!\w)(?:phục vụ (?:nhân dân|người dân|doanh nghiệp)|vì nhân dân|gần dân|sát dân|đoàn kết|kỷ cương|trách nhiệm|sáng tạo"
    r"|nghĩa tình|dân chủ|minh bạch|chuyên nghiệp|hiện đại|đổi mới|hiệu quả|hiệu lực|liêm chính|hành động|thân thiện)(?!\w)",
    re.I,
)
_PARTS = re.compile(r" [-–—•|] |, ")
_ACTING = re.compile(
    r"(?<!\w)(?:làm việc|tiếp|đón|họp|tổ chức|ký|trao|thăm|chúc|kiểm tra|khai giảng|khai mạc|khai "
    r"trương|bàn|về|với|và|thông báo|công bố|nghe|dự|ra mắt|triển khai|tập huấn|gặp|đối thoại|trao đổi"
    r"|chủ trì|phối hợp|(?<!hội đồng )tuyển|mời|cho|để|được|tham|phát|giám sát|làm|đẩy mạnh|tăng cường"
    r"|mở|nâng|nhận|giao|chấm|rà|ứng|cùng|tại|từ|nhân"
    r"|receives?|visits?|meets?|holds?|hosts?|signs?|works?|welcomes?|discuss\w*|opens?|launch\w*|with"
    r"|and)(?!\w)",
    re.I,
)


def is_rubric(text: str) -> bool:
    """ "Hoạt động đơn vị", "News & Events": the part of the portal a page is filed under."""
    return len(text) < 60 and bool(_PORTAL.match(text)) and ":" not in text


def is_masthead(text: str) -> bool:
    """A portal's or a body's name standing alone, without anything done."""
    if _STATE.match(text) or _PORTAL.match(text):
        return len(text) < 110
    if text.isupper() and _EN_BODY.search(text):
        return len(text) < 90 and not _acts(text)
    if _is_place(text) or is_slogan(text):
        return True
    return bool(_BODY_WORD.match(text)) and len(text) < 90 and ":" not in text and not _acts(text)


def _is_place(text: str) -> bool:
    named = _PLACE.match(text)
    return bool(named) and all(word[0].isupper() or word[0].isdigit() for word in named[1].split())


def is_slogan(text: str) -> bool:
    """Two to five short parts side by side, each of a few words, at least half of them a virtue."""
    parts = _PARTS.split(text.strip(' "“”!.'))
    short = 2 <= len(parts) <= 5 and all(1 < len(part.split()) <= 6 for part in parts)
    return short and 2 * sum(bool(_SLOGAN.search(part)) for part in parts) >= len(parts)


def _acts(text: str) -> bool:
    words = text.split()
    shouted = text.isupper()
    for found in _ACTING.finditer(text):
        # In running case a verb is in small letters; a capital belongs to a name ("Hội", "Khai khoáng").
        if found.start() and (
            (found[0].islower() and found[0] not in ("và", "and")) or (shouted and len(words) > 9)
        ):
            return True
    return False


def pick_title(above: list[Line], below: list[Line]) -> tuple[Line | None, str, list[Line]]:
    """(title, reason, lines to drop above the article) from the short lines over the first paragraph."""
    about = next((line for line in above if _ABOUT.match(line.text)), None)
    if about:
        return about, "subject line of a document", above[: above.index(about) + 1]
    forms = [line for line in above if _FORM.match(line.text)]
    if forms:
        after = [line for line in above[above.index(forms[-1]) + 1 :] if not is_masthead(line.text)]
        if after:
            return after[0], "line under the form's name", above[: above.index(after[0]) + 1]
    found = _repeated(above) or next(
        (line for line in above if not is_masthead(line.text) and not _FORM.match(line.text)), None
    )
    if found is None:
        found = above[-1] if above else None
    if found is None:
        return (
            (below[0], "first line", below[:1])
            if below and len(below[0].text) < 220 and len(below) > 1
            else (None, "", [])
        )
    return found, "first heading above the text", above[: above.index(found) + 1]


def _repeated(lines: list[Line]) -> Line | None:
    seen: set[str] = set()
    for line in lines:
        folded = line.text.casefold()
        if folded in seen and not is_masthead(line.text):
            return next(first for first in lines if first.text.casefold() == folded)
        seen.add(folded)
    return None
