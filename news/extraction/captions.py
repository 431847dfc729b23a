"""Photo captions: as printed, with the credit told apart, and where in the body each stood."""

import re

from news.extraction.findings import Caption
from news.extraction.layout import Layout

CREDIT = re.compile(
    r"[\s(.,–-]*(?<!\w)(?:ảnh|photo|nguồn ảnh|nguồn|hình)(?: by)?\s*:\s*(?P<who>[^():]{1,40}?)\s*\)?\.?$",
    re.I,
)


def split_credit(text: str) -> tuple[str, str | None]:
    """("Quang cảnh phiên họp", "Minh Khôi") of "Quang cảnh phiên họp (Ảnh: Minh Khôi)"."""
    found = CREDIT.search(text)
    if not found or not found.start():
        return text, None
    return text[: found.start()].rstrip(), found["who"].strip()


def read_captions(page: Layout) -> list[Caption]:
    found, above = [], -1
    for row in page.rows:
        if row.part in ("body", "item", "section", "address", "contact"):
            above += 1
        elif row.part == "caption":
            line = row.line
            reason = (
                "under the photo heading" if _below_heading(page, line) else "short line without a full stop"
            )
            found.append(Caption(line.start, line.end, line.text, reason, above, split_credit(line.text)[1]))
    return found


def _below_heading(page: Layout, line) -> bool:
    return page.photo_heading is not None and page.photo_heading.start < line.start
