"""OpenDocument texts, as LibreOffice writes them."""

import io
import zipfile

import pytest

from news.importing import readers
from news.importing.drafts import import_source
from news.importing.errors import ChangesPending, ImportRefused
from tests.news.importing import word_files as word

SPACES = " ".join(
    f'xmlns:{short}="{long}"'
    for short, long in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    }.items()
)
STYLES = """<office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="C" style:family="paragraph" style:parent-style-name="Illustration"/>
<style:style style:name="Illustration" style:family="paragraph"/>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1"/></text:list-style>
</office:automatic-styles>"""
TITLE = "<text:p>Sở Công Thương làm việc với Viện Năng lượng</text:p>"
PROSE = "Hai bên đã trao đổi kế hoạch phối hợp trong thời gian tới và thống nhất các nội dung chính."
END = "<text:p>Buổi làm việc kết thúc vào chiều cùng ngày sau khi hai bên thông qua biên bản.</text:p>"


def odt(body: str, parts: dict[str, bytes] | None = None, doctype: str = "") -> bytes:
    content = (
        f'<?xml version="1.0"?>{doctype}<office:document-content {SPACES}>{STYLES}<office:body><office:text>{TITLE}'
        f"<text:p>{PROSE}</text:p>{body}</office:text></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, data in {"content.xml": content.encode(), **(parts or {})}.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def read(body: str, parts=None, **options):
    return readers.read(odt(body, parts), "tin.odt", **options)


def body_of(body: str) -> str:
    return import_source(read(body), [], name="tin").article.open_edition.body


@pytest.mark.django_db
def test_headings_lists_tables_links_and_notes_stay():
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = f"<table:table-row>{cell}{cell}</table:table-row>"
    head = f"<table:table-header-rows>{row.format('Chỉ tiêu', 'Năm')}</table:table-header-rows>"
    note = "<text:note><text:note-body><text:p>Theo Nghị định 65.</text:p></text:note-body></text:note>"
    link = '<text:a xlink:href="https://example.vn/">mẫu</text:a>'
    body = body_of(
        '<text:h text:outline-level="2">Kết quả</text:h>'
        '<text:list text:style-name="L1"><text:list-item><text:p>Ký bản ghi nhớ</text:p></text:list-item></text:list>'
        f"<table:table>{head}{row.format('Hồ sơ', '12')}</table:table>"
        f'<text:p>Thời hạn là <text:span text:style-name="B">ngày 30/6</text:span>, xem {link}{note}'
        f" của Sở để chuẩn bị đủ giấy tờ cần thiết.</text:p>{END}"
    )
    assert "<h2>Kết quả</h2>" in body
    assert "<ol><li>Ký bản ghi nhớ</li></ol>" in body
    assert '<th scope="col">Chỉ tiêu</th>' in body
    assert "<strong>ngày 30/6</strong>" in body
    assert 'href="https://example.vn/"' in body
    assert "<sup>1</sup>" in body
    assert body.endswith("<ol><li>Theo Nghị định 65.</li></ol>")


def test_a_picture_and_its_caption_in_one_frame_belong_together():
    frame = (
        '<text:p><draw:frame><draw:text-box><text:p text:style-name="C"><draw:frame><draw:image xlink:href="Pictures/1.jpg"/>'
        f"</draw:frame>Đoàn khảo sát khu thử nghiệm.</text:p></draw:text-box></draw:frame></text:p>{END}"
    )
    source = read(frame, {"Pictures/1.jpg": word.picture()})
    assert [source.lines[picture.caption].text for picture in source.pictures] == [
        "Đoàn khảo sát khu thử nghiệm."
    ]


def test_a_linked_picture_is_told_and_never_fetched():
    source = read(
        '<text:p><draw:frame><draw:image xlink:href="https://example.vn/a.jpg"/></draw:frame></text:p>'
    )
    assert not source.pictures
    assert source.warnings


CHANGES = (
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>Đã bỏ.</text:p></text:deletion></text:changed-region>"
    "</text:tracked-changes><text:p>Còn lại<office:annotation><text:p>Xem lại</text:p></office:annotation>.</text:p>"
)


def test_changes_and_comments_are_asked_about_and_never_enter():
    with pytest.raises(ChangesPending) as asked:
        read(CHANGES)
    assert (asked.value.changes, asked.value.comments) == (1, 1)
    assert read(CHANGES, settle="accept").lines[-1].text == "Còn lại."


def test_changes_can_only_be_rejected_where_they_were_made():
    with pytest.raises(ImportRefused, match="LibreOffice"):
        read(CHANGES, settle="reject")


def test_a_cell_repeated_without_end_stays_one_cell():
    cell = '<table:table-cell table:number-columns-repeated="1000000"><text:p>x</text:p></table:table-cell>'
    rows = f'<table:table-row table:number-rows-repeated="1000000">{cell}{cell}</table:table-row>' * 2
    assert len(read(f"<table:table>{rows}</table:table>").lines) == 4


@pytest.mark.parametrize(
    "data",
    [
        odt("<text:p>&x;</text:p>", doctype='<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        odt("", {"../evil.xml": b"<a/>"}),
        odt("", {"Pictures/1.png": b""})[:-30],
        odt("<text:p>"),
    ],
)
def test_a_harmful_or_damaged_file_is_refused_by_name(data):
    with pytest.raises(ImportRefused, match=r"tin\.odt"):
        readers.read(data, "tin.odt")
