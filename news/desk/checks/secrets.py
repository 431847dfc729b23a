"""What must not slip out: stamps of secrecy, drafts, and the numbers and homes of private persons."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from news.desk.checks.finding import Finding
from news.richtext import plain_text

# A stamp stands alone: on a line, in brackets, or after the words that announce it. "Bí mật nhà nước" in a sentence does not.
_STAMP = re.compile(
    r"(?:^|[(\[|])\s*(TUYỆT MẬT|TỐI MẬT|MẬT)\s*(?:$|[)\]|])|[Đđ]ộ mật\s*:\s*(tuyệt mật|tối mật|mật)\b",
    re.MULTILINE | re.IGNORECASE,
)
_CAPITALS = re.compile(r"TUYỆT MẬT|TỐI MẬT|MẬT")
_DRAFT = re.compile(r"(?:^|[(\[])\s*(DỰ THẢO(?: LẦN \d+)?|LƯU HÀNH NỘI BỘ)\b", re.MULTILINE)
_CITIZEN = re.compile(r"(?<![\d.,])0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?![\d.,]*\d)")
_IDENTITY = re.compile(
    r"(?:CCCD|CMND|CMTND|căn cước|chứng minh (?:nhân dân|thư)|định danh(?: cá nhân)?|hộ chiếu)[^\d\n]{0,25}([A-Z]?\d[\d .]{7,14}\d)",
    re.IGNORECASE,
)
_MOBILE = re.compile(r"(?<![\d.,])(?:\+?84|0)[ .-]?[35789]\d(?:[ .-]?\d){7}(?![\d.,]*\d)")
_HOME = re.compile(
    r"(?:(?:hộ khẩu )?thường trú|tạm trú|trú tại|nơi cư trú|nhà riêng|địa chỉ nhà|ngụ (?:tại|ở))[^.\n]{0,80}?"
    r"(?:số(?: nhà)? \d|\d+[/\w]* đường|hẻm|ngõ|tổ \d|ấp|khu phố|thôn|xã|phường)",
    re.IGNORECASE,
)


def no_stamp_of_secrecy(document: dict) -> Iterator[Finding]:
    for place, text in _texts(document):
        stamp = _STAMP.search(text)
        if stamp and (stamp[2] or _CAPITALS.fullmatch(stamp[1])):
            words = {"stamp": (stamp[1] or stamp[2]).upper()}
            yield Finding(_("“%(stamp)s” stands here: a text under secrecy is not published.") % words, place)


def no_draft_of_a_document(document: dict) -> Iterator[Finding]:
    for place, text in _texts(document):
        if mark := _DRAFT.search(text):
            words = {"mark": mark[1].upper()}
            yield Finding(_("“%(mark)s” stands here: is it the final document?") % words, place, False)


def no_numbers_of_persons(document: dict) -> Iterator[Finding]:
    """A number that says what it is stands against publishing; one that only looks like it is worth a look."""
    for place, text in _texts(document):
        said = [match[1].strip() for match in _IDENTITY.finditer(text)]
        for number in said:
            words = {"number": _masked(number)}
            yield Finding(_("The identity number %(number)s of a person stands here.") % words, place)
        for match in _CITIZEN.finditer(text):
            if not any(match[0] in number for number in said):
                words = {"number": _masked(match[0])}
                yield Finding(_("%(number)s looks like a citizen's identity number.") % words, place, False)
        for match in _MOBILE.finditer(text):
            if not _CITIZEN.match(match[0]):
                words = {"number": _masked(match[0])}
                yield Finding(
                    _("The mobile number %(number)s stands here: may it be public?") % words, place, False
                )


def no_home_addresses(document: dict) -> Iterator[Finding]:
    for place, text in _texts(document):
        if match := _HOME.search(text):
            words = {"words": match[0][:60]}
            yield Finding(_("“%(words)s…” reads like somebody's home address.") % words, place, False)


def _masked(number: str) -> str:
    """Enough to find it, too little to spread it: lists of findings are printed and mailed."""
    digits = re.sub(r"[ .-]", "", number)
    return f"{digits[:3]}…{digits[-3:]}"


def _texts(document: dict) -> Iterator[tuple[str, str]]:
    """Every text that readers get, with its place."""
    for name in ("title", "short_title", "lead", "byline", "correction_note", "photo_heading"):
        yield name, document[name]
    yield "body", plain_text(document["body"])
    for number, row in enumerate(document["captions"]):
        yield f"captions.{number}.text", row["text"]
        yield f"captions.{number}.alt", row["alt"]
    for number, row in enumerate(document["attachments"]):
        yield f"attachments.{number}.title", row["title"]
        yield f"attachments.{number}.name", re.sub(r"[._-]+", " ", row["name"])
    for group, delegation in enumerate(document["delegations"]):
        for number, line in enumerate(delegation["attendances"]):
            yield f"delegations.{group}.attendances.{number}.title", line["title"]
