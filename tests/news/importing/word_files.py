"""Word files made here, as offices make them: pages of lines and pictures, and the harmful kinds."""

import io
import zipfile

import docx
from docx.oxml import parse_xml
from PIL import Image

from news.importing import readers

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def picture(shade: int = 90, width: int = 640, height: int = 420, kind: str = "JPEG") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), (shade, 120, 140)).save(buffer, kind)
    return buffer.getvalue()


def saved(document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def page(text: str, pictures: dict[str, bytes]) -> bytes:
    """A Word file of the lines of a text, with a picture in a paragraph of its own above each line that `pictures` names."""
    document = docx.Document()
    for line in text.splitlines():
        if line in pictures:
            document.add_picture(io.BytesIO(pictures[line]))
        document.add_paragraph(line)
    return saved(document)


def insert(paragraph, xml: str) -> None:
    """Raw elements at the end of a paragraph; `w:` is known."""
    for element in parse_xml(f"<w:p {W}>{xml}</w:p>"):
        paragraph._p.append(element)


def added(text: str) -> str:
    return f'<w:ins w:id="1" w:author="B"><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:ins>'


def removed(text: str) -> str:
    return (
        f'<w:del w:id="2" w:author="B"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
    )


def repacked(data: bytes, parts: dict[str, bytes]) -> bytes:
    """The archive with parts replaced or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename not in parts:
                new.writestr(part.filename, old.read(part.filename))
        for name, content in parts.items():
            new.writestr(name, content)
    return buffer.getvalue()


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


PROSE = "Hai bên đã trao đổi kế hoạch phối hợp trong thời gian tới và thống nhất các nội dung chính."


def read(document, **options):
    return readers.read(saved(document), "tin.docx", **options)


def letter(*paragraphs: str):
    document = docx.Document()
    for text in ("Sở Công Thương làm việc với Viện Năng lượng", PROSE, *paragraphs):
        document.add_paragraph(text)
    return document


def with_changes():
    document = letter()
    insert(document.paragraphs[1], removed(" Cũ.") + added(" Mới."))
    insert(document.paragraphs[0], added(" tái tạo"))
    document.add_comment(document.paragraphs[1].runs, text="Xem lại số liệu", author="B")
    return document
