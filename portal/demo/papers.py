"""Attachments of the demo: a PDF set in the site's own type, and a Word file written part by part."""

from __future__ import annotations

import io
import re
import time
import zipfile
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).resolve().parents[2] / "static" / "fonts"
# The fonts are cut into subsets; these are the letters that only the Vietnamese one holds.
VIETNAMESE = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]"
)
PAGE = (1240, 1754)  # A4 at 150 dots an inch
MARGIN = 150
WHEN = time.gmtime(1735689600)  # fixed, so that the same words give the same bytes
OFFICE = "SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH VĨNH GIANG"


@lru_cache
def _font(subset: str, weight: int, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / f"literata-{subset}-{weight}-normal.woff2"), size)


def _runs(text: str, weight: int, size: int):
    """Stretches of `text` with the subset that holds their letters."""
    for is_vietnamese, letters in groupby(text, key=lambda letter: bool(VIETNAMESE.match(letter))):
        yield _font("vietnamese" if is_vietnamese else "latin", weight, size), "".join(letters)


def _width(text: str, weight: int, size: int) -> float:
    return sum(font.getlength(run) for font, run in _runs(text, weight, size))


def _wrapped(text: str, weight: int, size: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if _width(longer, weight, size) <= PAGE[0] - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _write(
    pen: ImageDraw.ImageDraw, y: float, text: str, weight: int, size: int, centred: bool = False
) -> float:
    """Draw the text from `y` on, wrapped; returns where the next paragraph begins."""
    for line in _wrapped(text, weight, size):
        x = (PAGE[0] - _width(line, weight, size)) / 2 if centred else MARGIN
        for font, run in _runs(line, weight, size):
            pen.text((x, y + size), run, font=font, fill="#1c1c1c", anchor="ls")
            x += font.getlength(run)
        y += size * 1.5
    return y + size * 0.5


def pdf(heading: str, lines: tuple[str, ...]) -> bytes:
    """One A4 page, scanned as it were: its words are a picture, as on most papers that agencies publish."""
    sheet = Image.new("L", PAGE, 255)
    pen = ImageDraw.Draw(sheet)
    y = _write(pen, 110, OFFICE, 700, 27, centred=True)
    pen.line([(PAGE[0] / 2 - 130, y - 6), (PAGE[0] / 2 + 130, y - 6)], fill=60, width=2)
    y = _write(pen, y + 60, heading, 700, 40, centred=True)
    for line in lines:
        y = _write(pen, y + 4, line, 400, 27)
    buffer = io.BytesIO()
    sheet.save(
        buffer, "PDF", resolution=150, title=heading, producer="", creator="", creationDate=WHEN, modDate=WHEN
    )
    return buffer.getvalue()


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    ),
}


def _paragraph(text: str, bold: bool = False, centred: bool = False) -> str:
    place = '<w:pPr><w:jc w:val="center"/></w:pPr>' if centred else ""
    weight = "<w:b/>" if bold else ""
    style = f'<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>{weight}<w:sz w:val="28"/></w:rPr>'
    return f'<w:p>{place}<w:r>{style}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def docx(heading: str, lines: tuple[str, ...]) -> bytes:
    paragraphs = [_paragraph(OFFICE, centred=True), _paragraph(heading, bold=True, centred=True)]
    body = "".join([*paragraphs, *map(_paragraph, lines)])
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (_PARTS | {"word/document.xml": document}).items():
            part = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{text}')
    return buffer.getvalue()


def make(file: str, heading: str, lines: tuple[str, ...]) -> bytes:
    """The attachment that the file name asks for; ValueError for another kind."""
    makers = {".pdf": pdf, ".docx": docx}
    suffix = Path(file).suffix
    if suffix not in makers:
        raise ValueError(f"no attachments of the kind {suffix!r}")
    return makers[suffix](heading, lines)
