"""Attachments on their way in: what they tell about people is taken out where that is safe, and told where it is not."""

import io

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from news import files
from news.files.facts import warnings
from news.models import StoredFile
from tests import samples

pytestmark = pytest.mark.django_db


def add(data: bytes, name: str = "ke-hoach.pdf", wanted: str = "document") -> StoredFile:
    return files.take_in(ContentFile(data), by=None, name=name, wanted=wanted)


def kept(stored: StoredFile) -> bytes:
    with storages["private"].open(stored.path) as file:
        return file.read()


def stored_files() -> set[str]:
    from django.conf import settings

    return {str(path) for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()}


# --- PDF -------------------------------------------------------------------------------------------------------------


def test_the_pages_of_a_pdf_are_counted():
    assert add(samples.pdf(pages=4)).pages == 4


def test_who_wrote_a_pdf_is_taken_out_and_its_title_stays():
    stored = add(samples.pdf(Author="Nguyen Van An", Company="So X", Title="Ke hoach 2022"))
    assert b"Nguyen Van An" not in kept(stored) and b"So X" not in kept(stored)
    assert PdfReader(io.BytesIO(kept(stored))).metadata == {"/Title": "Ke hoach 2022"}
    assert "Ke hoach lam viec" in PdfReader(io.BytesIO(kept(stored))).pages[0].extract_text()
    assert stored.size == len(kept(stored))


def test_what_an_earlier_version_of_a_pdf_held_is_gone():
    first = samples.pdf("Ten nguoi to cao la Tran Van B", Author="X")
    later = PdfWriter(io.BytesIO(first), incremental=True)
    content = DecodedStreamObject()
    content.set_data(b"BT /F1 12 Tf 20 200 Td (Noi dung da duoc bien tap xong) Tj ET")
    later.pages[0][NameObject("/Contents")] = later._add_object(content)
    buffer = io.BytesIO()
    later.write(buffer)
    assert b"Tran Van B" in buffer.getvalue()
    assert b"Tran Van B" not in kept(add(buffer.getvalue()))


def with_packet(words: bytes) -> bytes:
    writer = PdfWriter(io.BytesIO(samples.pdf(Author="Nguyen Van An")))
    packet = DecodedStreamObject()
    packet.set_data(words)
    writer.root_object[NameObject("/Metadata")] = writer._add_object(packet)
    writer.metadata = {"/Author": "Nguyen Van An"}
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "bound",
    [
        samples.pdf(Author="Nguyen Van An") + b"\n% /ByteRange [0 1 2 3]",
        with_packet(b"<pdfaid:part>2</pdfaid:part>"),
    ],
)
def test_a_signed_pdf_and_an_archive_copy_keep_every_byte_and_name_their_author(bound):
    stored = add(bound)
    assert kept(stored) == bound
    assert any("Nguyen Van An" in sentence for sentence in warnings(stored))


def test_comments_in_a_pdf_are_told_with_the_names_of_their_writers():
    stored = add(samples.pdf(comments=3))
    assert stored.facts["comments"] == 3
    told = " ".join(warnings(stored))
    assert "3 nhận xét" in told and "Lê Thị Hạnh" in told


def test_a_pdf_that_runs_a_script_is_told():
    assert any("tự chạy lệnh" in sentence for sentence in warnings(add(samples.pdf(scripts=True))))


def test_a_scan_is_known_from_a_text():
    assert add(samples.pdf("")).is_scan
    assert not add(samples.pdf("Mot cau dai hon hai muoi chu cai")).is_scan


def test_a_locked_or_damaged_pdf_is_kept_and_said_to_be_unread():
    writer = PdfWriter(io.BytesIO(samples.pdf()))
    writer.encrypt("mat khau")
    buffer = io.BytesIO()
    writer.write(buffer)
    locked, damaged = add(buffer.getvalue()), add(b"%PDF-1.4 cut off")
    assert kept(locked) == buffer.getvalue() and "mật khẩu" in " ".join(warnings(locked))
    assert "nguyên vẹn" in " ".join(warnings(damaged))


# --- Word, Excel, PowerPoint, OpenDocument ---------------------------------------------------------------------------


def test_who_wrote_a_word_file_is_blanked_and_every_other_part_keeps_its_bytes():
    extra = {
        "word/media/image1.png": "\x89 not touched",
        "docProps/app.xml": "<Properties><Company>Sở X</Company><Pages>3</Pages></Properties>",
    }
    before = samples.office(author="Nguyễn Thị Lan", **extra)
    after = samples.parts_of(kept(add(before, "bao-cao.docx")))
    core = after.pop("docProps/core.xml").decode()
    assert "Nguyễn Thị Lan" not in core and "Kế hoạch" in core
    assert after.pop("docProps/app.xml") == b"<Properties><Company></Company><Pages>3</Pages></Properties>"
    assert after == {name: samples.parts_of(before)[name] for name in after}


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        (
            "a.docx",
            samples.office(
                **{"word/comments.xml": '<w:comments><w:comment w:id="1" w:author="Lê Văn C"/></w:comments>'}
            ),
            "1 nhận xét",
        ),
        (
            "b.docx",
            samples.office(main='<w:ins w:author="Lê Văn C"/><w:del w:id="2"/><w:insideH/>'),
            "2 chỗ sửa",
        ),
        (
            "c.xlsx",
            samples.office("xlsx", '<sheet name="Lương" state="hidden"/><sheet name="Công khai"/>'),
            "1 trang tính",
        ),
        (
            "d.xlsx",
            samples.office(
                "xlsx",
                **{"xl/comments1.xml": "<authors><author>Lê Văn C</author></authors><comment ref='A1'/>"},
            ),
            "1 nhận xét",
        ),
        (
            "e.pptx",
            samples.office("pptx", **{"ppt/notesSlides/notesSlide1.xml": "<a:t>1</a:t><a:t>Nói chậm</a:t>"}),
            "1 trang chiếu",
        ),
        ("f.docx", samples.office(**{"word/embeddings/so-lieu.xlsx": "x"}), "1 tệp khác"),
        (
            "g.odt",
            samples.archive(
                {
                    "mimetype": "application/vnd.oasis.opendocument.text",
                    "content.xml": "<office:annotation x='1'><dc:creator>Lê Văn C</dc:creator></office:annotation>",
                }
            ),
            "1 nhận xét",
        ),
    ],
)
def test_what_stays_hidden_in_a_file_is_told_to_its_writer(name, data, words):
    told = " ".join(warnings(add(data, name)))
    assert words in told
    if "Lê Văn C".encode() in b"".join(samples.parts_of(data).values()):
        assert "Lê Văn C" in told


def test_slides_with_no_notes_but_their_number_are_not_complained_about():
    stored = add(samples.office("pptx", **{"ppt/notesSlides/notesSlide1.xml": "<a:t>12</a:t>"}), "e.pptx")
    assert warnings(stored) == []


def test_a_signed_word_file_keeps_every_byte():
    data = samples.office(**{"_xmlsignatures/sig1.xml": "<Signature/>"})
    assert kept(add(data, "ky.docx")) == data


def test_an_archive_that_unpacks_to_far_too_much_is_refused_and_leaves_nothing():
    before = stored_files()
    with pytest.raises(files.FileRefused, match=r"bom\.docx"):
        add(samples.office(**{"word/media/x": "0" * 60_000_000}), "bom.docx")
    assert stored_files() == before and not StoredFile.objects.exists()


def test_a_file_with_macros_is_refused():
    with pytest.raises(files.FileRefused):
        add(samples.office(**{"word/vbaProject.bin": "x"}), "macro.docx")


def test_a_file_over_the_limit_is_refused(settings):
    settings.ATTACHMENT_MAX_MB = 0.0001
    with pytest.raises(files.FileRefused):
        add(samples.pdf())


def test_the_same_file_twice_is_one_file():
    data = samples.pdf(Author="X")
    assert add(data).pk == add(data, "ten-khac.pdf").pk
