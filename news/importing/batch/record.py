"""What a row of an export says, whatever its system calls the columns."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from news.fold import nfc

# our name -> columns, in order: our own, then those of NukeViet, Liferay, SharePoint and WordPress exports.
COLUMNS = {
    "key": ("id", "uuid", "articleid", "guid", "post_id"),
    "address": ("url", "address", "link", "permalink", "fileref", "urltitle"),
    "title": ("title", "post_title", "tieu_de"),
    "lead": ("lead", "hometext", "summary", "description", "excerpt", "post_excerpt", "articlesummary", "trich_dan"),
    "body": (
        "body", "bodyhtml", "bodytext", "content", "post_content", "publishingpagecontent", "text", "noi_dung",
    ),
    "published": (
        "published_at", "publtime", "displaydate", "articlestartdate", "post_date", "date", "created", "ngay_dang",
    ),
    "category": ("category", "catid", "category_name", "chuyen_muc"),
    "byline": ("byline", "signature", "articlebyline", "author_name", "author", "ky_ten"),
    "tags": ("tags", "keywords", "tu_khoa"),
    "language": ("language", "lang", "languageid"),
    "photos": ("photos", "images", "homeimgfile", "anh"),
}  # fmt: skip


class Unusable(Exception):
    """`str()` is the reason, told beside the line of the row."""


@dataclass(slots=True)
class Record:
    key: str
    title: str
    body: str  # html, or plain text with line ends
    address: str = ""
    lead: str = ""
    published_at: datetime | None = None
    category: str = ""
    byline: str = ""
    tags: list[str] = field(default_factory=list)
    language: str = "vi"
    photos: list[dict] = field(default_factory=list)  # file, caption, credit


def of(values: dict) -> Record:
    """Raises Unusable."""
    columns = {re.sub(r"[^a-z0-9_]", "", str(key).casefold()): value for key, value in values.items()}
    found = {name: _first(columns, names) for name, names in COLUMNS.items()}
    title, body = _text(found["title"]), nfc(str(found["body"] or "")).replace("\x00", "")
    if not title:
        raise Unusable(_("The title is missing."))
    if len(title) > 300:
        raise Unusable(_("The title is longer than 300 characters."))
    if not body.strip():
        raise Unusable(_("The text is missing."))
    address = _text(found["address"])
    return Record(
        key=_key(address, _text(found["key"]), title, found["published"]),
        title=title,
        body=body,
        address=address,
        lead=_text(re.sub(r"<[^>]*>", " ", str(found["lead"] or ""))),
        published_at=moment(found["published"]),
        category=_text(found["category"]),
        byline=_text(found["byline"])[:200],
        tags=_listed(found["tags"]),
        language="en" if _text(found["language"]).lower().startswith("en") else "vi",
        photos=[photo for photo in map(_photo, _items(found["photos"])) if photo["file"]],
    )


def moment(value) -> datetime | None:
    """ISO, seconds or milliseconds since 1970, or "17/05/2022 11:30"; without a zone it is Viet Nam's. Raises Unusable."""
    text = _text(value)
    if not text:
        return None
    try:
        if re.fullmatch(r"\d{9,13}", text):
            seconds = int(text) / (1000 if len(text) > 11 else 1)
            return datetime.fromtimestamp(seconds, UTC)
        if found := re.fullmatch(
            r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ ,|-]+(\d{1,2}):(\d{2})(?::\d{2})?)?", text
        ):
            day, month, year, hour, minute = (int(part or 0) for part in found.groups())
            return timezone.make_aware(datetime(year, month, day, hour, minute))
        parsed = datetime.fromisoformat(text)
        return parsed if parsed.tzinfo else timezone.make_aware(parsed)
    except (ValueError, OverflowError, OSError):
        raise Unusable(_("“%(value)s” is no date.") % {"value": text[:40]}) from None


def _first(columns: dict, names: tuple):
    return next((columns[name] for name in names if columns.get(name) not in (None, "", [])), None)


def _text(value) -> str:
    return (
        " ".join(nfc(str(value)).replace("\x00", "").split()) if isinstance(value, str | int | float) else ""
    )


def _key(address: str, number: str, title: str, published) -> str:
    """What makes two rows the same article: the old address, else number and title, else title and date."""
    return address or f"{number}\n{title}" if address or number else f"{title}\n{_text(published)}"


def _items(value) -> list:
    if isinstance(value, str):
        return [part.strip() for part in value.split("|")]
    return value if isinstance(value, list) else []


def _listed(value) -> list[str]:
    parts = re.split(r"[,;|]", value) if isinstance(value, str) else _items(value)
    return list(dict.fromkeys(text for text in (_text(part)[:60] for part in parts) if text))[:20]


def _photo(value) -> dict:
    row = value if isinstance(value, dict) else {"file": value}
    return {
        "file": _text(row.get("file")),
        "caption": _text(row.get("caption")),
        "credit": _text(row.get("credit"))[:150],
    }
