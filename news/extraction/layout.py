"""Which line of the page is what: date, title, lead, paragraph, caption, photo heading, signature."""

import re
from dataclasses import dataclass, field

from news.extraction import furniture, signature
from news.extraction.dates import read_date_line, read_place_date
from news.extraction.text import Line, Source
from news.extraction.title import is_rubric, pick_title

PROSE_END = re.compile(r"(?:[.!?…:;]|\./\.?)[\"”’)»]*$")
_PHOTO_HEADING = re.compile(
    r"^(?:(?:một số|một vài|các|vài|chùm|những|dưới đây là)\s+)?(?:một số |một vài |những )?(?:hình "
    r"ảnh|ảnh)(?!\w)(?!.*\bcho thấy\b)"
    r"|^(?:some|more|a few)?\s?(?:photos?|pictures?|images?)\b(?! by)(?: (?:of|from|at|in)\b|:|$)",
    re.I,
)
_CREDIT = re.compile(
    r"[\s(.,–-]*\b(?:ảnh|photo|nguồn ảnh|hình)(?: by)?\s*:\s*(?P<who>[^()]{1,40}?)\)?\.?$", re.I
)
_CREDIT_ONLY = re.compile(r"^\(?(?:ảnh|photo|hình)\s*(?:\d+|:.*)?\)?[:.]?$", re.I)
_NUMBERED_PHOTO = re.compile(r"^(?:ảnh|hình|photo)\s*\d+\s*[.:]\s*\S", re.I)  # "Ảnh 1. Quang cảnh hội nghị"
# What a photo of somebody shows; as the last short line of a page it is no paragraph.
_SHOWN = re.compile(
    r"^(?:các |toàn thể )?(?:ông|bà|đồng chí|đ/c|đại biểu|lãnh đạo|đại diện|chủ tịch|phó|giám đốc|đoàn|học viên|pgs|gs|ts|ths)"
    r"(?!\w).{0,70}(?<!\w)(?:phát biểu|trao (?:quà|tặng|quyết định|bằng|giấy|hoa|chứng nhận)|tặng (?:hoa|quà)|chụp (?:ảnh|hình)"
    r"|bắt tay|cắt băng|ký kết|tham quan|trình bày|điều hành|chủ trì|kiểm tra)(?!\w)",
    re.I,
)
_CREDIT_LABEL = re.compile(r"^\(?(?:ảnh|photo|hình)\s*\d*\s*:\s*", re.I)
_ITEM = re.compile(r"^(?:[-–—•●○▪*+]|\d{1,2}[.)]|[a-zđ]\)|[IVX]{1,4}[.)])\s*", re.I)
_NUMBERED = re.compile(r"^(?:[IVX]{1,4}|\d{1,2}(?:\.\d+)*|[A-Z])[.)/]\s")
_ADDRESSED = re.compile(r"^(?:kính gửi|kính mời|kính thưa)\b", re.I)
_DOCUMENT_NUMBER = re.compile(r"^(?:số|no\.?)\s*:?\s*[\d.… ]*\s*/", re.I)
_PICTURED = re.compile(
    r"^(?:(?:quang|toàn) cảnh|đại biểu|các đại biểu|(?:hình )?ảnh|overview|scene|delegates|participants)\b",
    re.I,
)
_ASKING = re.compile(r"^[^.!?]+[!?][\"”’»]*$")
_POSED = re.compile(r"chụp (?:ảnh|hình) lưu niệm|pose[sd]? for|group photo", re.I)


@dataclass(slots=True)
class Row:
    """A line with its part in the page: paragraph, item, caption, heading ..."""

    line: Line
    part: str = "body"


@dataclass(slots=True)
class Layout:
    rows: list[Row] = field(
        default_factory=list
    )  # from the line below the title to the last line before the signature
    title: Line | None = None
    title_reason: str = ""
    published: tuple[str, Line] | None = None
    lead: Line | None = None
    photo_heading: Line | None = None
    byline: tuple[int, int] | None = None
    is_document: bool = False
    heading_words: str = ""  # what stands above the title, for the guess of the kind

    def of(self, *parts: str) -> list[Line]:
        return [row.line for row in self.rows if row.part in parts]


def is_prose(text: str) -> bool:
    """A paragraph of sentences, as against a heading, a caption or a signature."""
    if len(text) > 220:
        return True
    if _CREDIT.search(text) or not PROSE_END.search(text):
        return False
    return (len(text) > 40 and not _is_pictured(text)) or text.endswith(("./.", ":"))


def _opens_article(text: str) -> bool:
    """The first paragraph or list item; a heading may ask or call, too ("... nên hay không?")."""
    return bool(_ITEM.match(text)) or (is_prose(text) and not (len(text) < 160 and _ASKING.match(text)))


def _is_pictured(text: str) -> bool:
    """One short sentence that says what a photo shows, though it ends in a full stop."""
    return len(text) < 130 and text.find(". ") < 0 and bool(_PICTURED.match(text) or _POSED.search(text))


def read_layout(source: Source) -> Layout:
    page = Layout()
    lines = _without_rest(source.lines())
    lines = _take_dates(lines, page)
    kept = [line for line in lines if not furniture.is_furniture(line.text, line.columns)]
    first = next((n for n, line in enumerate(kept) if _opens_article(line.text)), len(kept))
    page.is_document = any(_DOCUMENT_NUMBER.match(line.text) for line in kept[: first + 1])
    page.title, page.title_reason, above = pick_title(kept[:first], kept[first:])
    page.heading_words = " ".join(line.text for line in above)
    printed = page.title.text.casefold() if page.title else None
    dropped = {line.start for line in above}
    below = [line for line in kept if line.start not in dropped and line.text.casefold() != printed]
    opening = next((n for n, line in enumerate(below) if is_prose(line.text)), 0)
    page.rows = [Row(line) for n, line in enumerate(below) if n >= opening or not is_rubric(line.text)]
    _take_byline(page)
    _part_rows(page)
    _part_closing_captions(page.rows)
    _take_lead(page)
    return page


def _without_rest(lines: list[Line]) -> list[Line]:
    """Lines above "Các tin khác", when some article stands above it."""
    for n, line in enumerate(lines):
        if n > 2 and furniture.opens_rest(line.text):
            return lines[:n]
    return lines


def _take_dates(lines: list[Line], page: Layout) -> list[Line]:
    rest, place_date = [], None
    for line in lines:
        if moment := read_date_line(line.text, furniture.undress):
            page.published = page.published or (moment, line)
        elif moment := read_place_date(line.text):
            place_date = place_date or (moment, line)
        else:
            rest.append(line)
    page.published = page.published or place_date
    return rest


def _take_byline(page: Layout) -> None:
    """The closing lines that sign the page leave the rows; contact lines below them leave too."""
    rows = page.rows
    while rows and furniture.is_contact(rows[-1].line.text):
        rows.pop()
    first = signature.first_signing_line([row.line for row in rows])
    if first is None:
        return
    signed = [row.line for row in rows[first:]]
    del rows[first:]
    while rows and furniture.is_contact(rows[-1].line.text):
        rows.pop()
    if not signature.is_document_block(signed):
        page.byline = signature.span(signed)


def _part_rows(page: Layout) -> None:
    in_photos = seen_prose = False
    for n, row in enumerate(page.rows):
        text = row.line.text
        following = page.rows[n + 1].line.text if n + 1 < len(page.rows) else ""
        if _is_photo_heading(text):
            row.part, in_photos = "heading", True
            page.photo_heading = page.photo_heading or row.line
        elif _CREDIT_ONLY.match(text):
            row.part = "caption" if _says_more(text) else "credit"
        elif furniture.is_contact(text) or _below_contact(page.rows, n):
            row.part = "contact"
        elif _ADDRESSED.match(text):
            row.part, seen_prose = "address", True
        elif _NUMBERED.match(text) and not is_prose(text):
            row.part = "item" if _after_colon(page.rows, n) or text[0].isdigit() else "section"
        elif _ITEM.match(text) and text[0] in "-–—•●○▪*+":
            row.part = "item"
        elif is_prose(text) or _after_colon(page.rows, n):
            row.part = "body"
            in_photos = in_photos and len(text) < 250 and not is_prose(text)
        elif text.endswith(".") and not in_photos and not _is_pictured(text) and not _CREDIT.search(text):
            row.part = "body"
        elif in_photos or seen_prose or _PICTURED.match(text) or _CREDIT.search(text):
            row.part = "section" if _is_section(text, following, page) else "caption"
        elif is_prose(following) or not following:
            row.part = "caption" if n else "body"
        seen_prose = seen_prose or row.part == "body"
        if in_photos and row.part == "body":
            row.part = "caption" if not _is_story(text) else "body"


def _part_closing_captions(rows: list[Row]) -> None:
    """Short sentences below the last long paragraph that say what a photo shows are captions, full stop or not."""
    first = next((row for row in rows if row.part == "body"), None)
    for row in reversed(rows):
        text = row.line.text
        if row.part == "caption":
            continue
        if row is first:
            return
        if row.part != "body" or len(text) > 110 or ". " in text or not _SHOWN.match(text):
            return
        row.part = "caption"


def _says_more(text: str) -> bool:
    """ "Ảnh: Quang cảnh hội nghị" tells what a photo shows; "Ảnh: Minh Hà", "Ảnh: Trung tâm VH huyện" who took it."""
    said = _CREDIT_LABEL.sub("", text)
    return len(said.split()) > 3 and bool(_PICTURED.match(said) or _POSED.search(said))


def _below_contact(rows: list[Row], n: int) -> bool:
    """Short lines under "Mọi chi tiết xin liên hệ:" say who answers the telephone."""
    if (
        not n
        or rows[n - 1].part != "contact"
        or len(rows[n].line.text) > 160
        or rows[n].line.text.endswith(".")
    ):
        return False
    above = next((row for row in reversed(rows[max(0, n - 5) : n]) if row.line.text.endswith(":")), None)
    return above is not None and above.part == "contact"


def _is_photo_heading(text: str) -> bool:
    return (
        len(text) < 160
        and bool(_PHOTO_HEADING.match(text))
        and not _NUMBERED_PHOTO.match(text)
        and (text.endswith(":") or not _CREDIT.search(text))
        and not _CREDIT_ONLY.match(text)
    )


def _is_story(text: str) -> bool:
    return len(text) > 250


def _after_colon(rows: list[Row], n: int) -> bool:
    return (
        n > 0
        and rows[n - 1].line.text.endswith((":", ";"))
        and rows[n - 1].part in ("body", "item", "address", "section")
    )


def _is_section(text: str, following: str, page: Layout) -> bool:
    """A subheading: shouted, ending in a colon, or a few words in a document."""
    return text.endswith(":") or (text.isupper() and len(text) > 3) or page.is_document


def _take_lead(page: Layout) -> None:
    rows = [row for row in page.rows if row.part in ("body", "address", "item")]
    prose = [row for row in rows if row.part == "body"]
    if page.is_document or not prose or rows[0].part != "body" or len(rows) < 2:
        return
    page.lead = prose[0].line
    start = page.lead.text.rstrip(".… ").casefold()
    for row in prose[1:3]:
        if (
            len(start) > 30
            and page.lead.text.endswith(("...", "…"))
            and row.line.text.casefold().startswith(start)
        ) or (len(start) > 30 and row.line.text.casefold().startswith(start)):
            next(r for r in page.rows if r.line is page.lead).part = "teaser"
