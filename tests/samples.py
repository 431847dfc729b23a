"""Files as people send them, small and made here: PDF, Office and OpenDocument archives, MP4 films."""

import io
import zipfile

from pypdf import PdfWriter
from pypdf.annotations import Text
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

OOXML = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
CORE = (
    '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
    'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Kế hoạch</dc:title>'
    "<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy></cp:coreProperties>"
)


def pdf(
    words: str = "Ke hoach lam viec cua hai ben trong nam nay",
    pages: int = 1,
    *,
    comments=0,
    scripts=False,
    **info,
) -> bytes:
    """`words` "" makes a scan; `info` goes into the document information ("Author", "Title")."""
    writer = PdfWriter()
    for _number in range(pages):
        _write_words(writer, writer.add_blank_page(300, 300), words)
    for _number in range(comments):
        writer.add_annotation(0, Text(rect=(10, 10, 20, 20), text="Xem lại số liệu", title_bar="Lê Thị Hạnh"))
    if scripts:
        action = {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject("app.alert(1)"),
        }
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    writer.metadata = {f"/{key}": value for key, value in info.items()}
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _write_words(writer: PdfWriter, page, words: str) -> None:
    if not words:
        return
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 20 200 Td ({words}) Tj ET".encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(stream)


def archive(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return buffer.getvalue()


def office(kind: str = "docx", main: str = "<x/>", author: str = "Nguyễn Thị Lan", **parts: str) -> bytes:
    """A docx, xlsx or pptx; further parts by name ("word/comments.xml")."""
    return archive({OOXML[kind]: main, "docProps/core.xml": CORE.format(author=author), **parts})


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def box(kind: bytes, content: bytes = b"") -> bytes:
    return (len(content) + 8).to_bytes(4) + kind + content


def track(handler: bytes, codec: bytes, size=(640, 360), extra: bytes = b"") -> bytes:
    width, height = (side.to_bytes(2) + b"\0\0" for side in size)
    head = box(b"tkhd", bytes(76) + width + height)
    table = box(b"stbl", box(b"stsd", bytes(4) + (1).to_bytes(4) + box(codec, bytes(70))))
    media = box(b"mdia", box(b"hdlr", bytes(8) + handler + bytes(13)) + box(b"minf", table))
    return box(b"trak", head + media + extra)


def film(
    *tracks: bytes, brand: bytes = b"isom", seconds: int = 95, notes: bytes = b"", data: bytes = b"\1" * 4000
) -> bytes:
    """An MP4 with an index before its data; by default one picture and one sound track."""
    tracks = tracks or (track(b"vide", b"avc1"), track(b"soun", b"mp4a"))
    header = box(b"mvhd", bytes(12) + (1000).to_bytes(4) + (seconds * 1000).to_bytes(4) + bytes(80))
    index = box(b"moov", header + b"".join(tracks) + notes)
    return box(b"ftyp", brand + bytes(4) + b"isom") + index + box(b"mdat", data)


SUBTITLES = "WEBVTT\n\n00:00:01.000 --> 00:00:03.500\nXin chào quý vị.\n"
