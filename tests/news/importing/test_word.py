"""Word files: what their writer meant, read from styles, places and looks."""

import io
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement

from news.desk import document as desk_document
from news.importing import readers
from news.importing.drafts import Loose, import_source, import_text
from news.importing.errors import ChangesPending
from news.importing.readers import source as sources
from news.models import Article, Edition
from tests.news.importing import word_files as word
from tests.news.importing.word_files import PROSE, letter, read, with_changes

PAGE = (Path(__file__).parents[2] / "pages/lam-viec.txt").read_text(encoding="utf-8")
SEED = Path(__file__).parents[4] / "shared/seed/source-article.txt"


def drafted(source, loose=()):
    """(document of the draft, edition); the draft is thrown away, so that the same text can come again."""
    article = import_source(source, list(loose), name="tin").article
    edition = Edition.objects.get(article=article)
    content = desk_document.read(edition)
    Article.objects.filter(pk=article.pk).update(source_hash=None)
    return content, edition


def body_of(document) -> str:
    return drafted(read(document))[0]["body"]


def as_good_as_text(text: str, captions: list[str]):
    pictures = {caption: word.picture(40 * n) for n, caption in enumerate(captions)}
    from_word, edition = drafted(readers.read(word.page(text, pictures), "tin.docx"))
    loose = [Loose(data, f"{n}.jpg") for n, data in enumerate(pictures.values())]
    from_text, _ = drafted(sources.of_text(text), loose)
    assert from_word == from_text
    return [row.text for row in edition.captions.all()]


@pytest.mark.django_db
def test_a_word_file_is_the_same_draft_as_its_text_with_the_photos_beside_it():
    captions = [
        "Viện trưởng Đặng Thị Thu Hòa phát biểu tại buổi làm việc",
        "Hai bên trao đổi",
        "Toàn cảnh buổi làm việc",
    ]
    text = PAGE.replace(captions[2], f"{captions[1]}\n\n{captions[2]}")
    assert as_good_as_text(text, captions) == captions


@pytest.mark.django_db
@pytest.mark.skipif(not SEED.exists(), reason=f"LOUD: the source page is not beside the repository ({SEED})")
def test_the_source_page_as_a_word_file_is_the_same_draft():
    text = SEED.read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    heading = next(n for n, line in enumerate(lines) if line.startswith("Một số hình ảnh"))
    captions = lines[heading + 1 : heading + 4]
    trimmed = "\n\n".join(lines)
    assert as_good_as_text(trimmed, captions) == captions


@pytest.mark.django_db
def test_the_command_takes_a_word_file(tmp_path):
    path = tmp_path / "tin.docx"
    path.write_bytes(word.page(PAGE, {"Toàn cảnh buổi làm việc": word.picture()}))
    edition = import_text(path, []).article.open_edition
    assert edition.title == "Sở Công Thương tỉnh Trường Giang làm việc với Viện Năng lượng tái tạo"
    assert [row.text for row in edition.captions.all()] == ["Toàn cảnh buổi làm việc"]


@pytest.mark.django_db
def test_headings_lists_and_tables_stay_what_they_are():
    document = letter()
    document.add_paragraph(
        "Văn bản này nêu các nội dung đã được hai bên thống nhất trong buổi làm việc hôm nay."
    )
    document.add_heading("Kết quả", 2)
    for text in ("Ký bản ghi nhớ", "Lập tổ công tác"):
        document.add_paragraph(text, style="List Bullet")
    table = document.add_table(rows=2, cols=2, style="Table Grid")
    for cell, text in zip(
        [c for row in table.rows for c in row.cells], ["Chỉ tiêu", "Năm 2022", "Số hồ sơ", "120"], strict=True
    ):
        cell.text = text
    document.add_paragraph("Buổi làm việc kết thúc vào chiều cùng ngày sau khi hai bên thông qua biên bản.")
    body = body_of(document)
    assert "<h2>Kết quả</h2>" in body
    assert "<ul><li>Ký bản ghi nhớ</li><li>Lập tổ công tác</li></ul>" in body
    assert '<th scope="col">Chỉ tiêu</th>' in body
    assert "<td>120</td>" in body
    assert (
        body.index("Kết quả")
        < body.index("Ký bản")
        < body.index("<table>")
        < body.index("Buổi làm việc kết thúc")
    )


@pytest.mark.django_db
def test_dashes_typed_by_hand_become_a_list():
    end = "Buổi làm việc kết thúc vào chiều cùng ngày sau khi hai bên thông qua biên bản."
    body = body_of(letter("Hai bên thống nhất:", "- Ký bản ghi nhớ;", "- Lập tổ công tác.", end))
    assert "<ul><li>Ký bản ghi nhớ;</li><li>Lập tổ công tác.</li></ul>" in body


@pytest.mark.django_db
def test_emphasis_and_links_inside_a_paragraph_stay():
    document = letter()
    paragraph = document.add_paragraph("Thời hạn nộp hồ sơ là ")
    paragraph.add_run("ngày 30/6").bold = True
    relation = document.part.relate_to(
        "https://example.vn/ho-so", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    word.insert(paragraph, "<w:r><w:t xml:space='preserve'>, xem </w:t></w:r>")
    link = OxmlElement("w:hyperlink")
    link.set(docx.oxml.ns.qn("r:id"), relation)
    paragraph._p.append(link)
    link.append(paragraph.add_run("mẫu hồ sơ")._r)
    word.insert(
        paragraph, "<w:r><w:t xml:space='preserve'> của Sở để chuẩn bị đủ giấy tờ cần thiết.</w:t></w:r>"
    )
    body = body_of(document)
    assert "<strong>ngày 30/6</strong>, xem <a" in body
    assert 'href="https://example.vn/ho-so"' in body


@pytest.mark.django_db
def test_pictures_keep_their_places_in_the_text():
    document = letter("Đoàn đã khảo sát khu thử nghiệm và nghe báo cáo về tiến độ lắp đặt thiết bị đo gió.")
    document.add_picture(io.BytesIO(word.picture(10)))
    document.add_paragraph("Đoàn khảo sát khu thử nghiệm")
    document.add_paragraph(
        "Kết thúc chuyến đi, hai bên thống nhất lịch làm việc của quý tiếp theo tại trụ sở Viện."
    )
    content, _ = drafted(read(document))
    assert (
        content["body"].index("tiến độ")
        < content["body"].index("[[ảnh 1]]")
        < content["body"].index("Kết thúc")
    )
    assert [row["text"] for row in content["captions"]] == ["Đoàn khảo sát khu thử nghiệm"]
    assert "Đoàn khảo sát khu thử nghiệm" not in content["body"]


def caption_of(make_caption, *, above=False):
    document = letter()
    if above:
        make_caption(document)
    document.add_picture(io.BytesIO(word.picture(10)))
    if not above:
        make_caption(document)
    document.add_paragraph(
        "Kết thúc chuyến đi, hai bên thống nhất lịch làm việc của quý tiếp theo tại trụ sở Viện."
    )
    source = read(document)
    [picture] = source.pictures
    return source.lines[picture.caption].text if picture.caption is not None else None


SENTENCE = "Các đại biểu tham dự buổi làm việc nghe báo cáo về tiến độ của dự án tại trụ sở Viện."


def italic(document):
    document.add_paragraph().add_run(SENTENCE).italic = True


def centred(document):
    document.add_paragraph(SENTENCE).alignment = WD_ALIGN_PARAGRAPH.CENTER


def styled(document):
    document.add_paragraph(SENTENCE, style="Caption")


@pytest.mark.parametrize("look", [italic, centred, styled])
def test_a_caption_is_known_by_its_look_though_it_reads_like_a_paragraph(look):
    assert caption_of(look) == SENTENCE


def test_a_caption_of_caption_style_may_stand_above_its_picture():
    assert caption_of(styled, above=True) == SENTENCE


def test_a_plain_paragraph_below_a_picture_is_no_caption():
    assert caption_of(lambda document: document.add_paragraph(SENTENCE)) is None


@pytest.mark.django_db
def test_the_caption_of_a_table_is_no_caption_of_a_photo():
    document = letter()
    document.add_paragraph("Bảng 1. Số hồ sơ đã nhận trong năm", style="Caption")
    table = document.add_table(rows=2, cols=2, style="Table Grid")
    table.cell(0, 0).text, table.cell(1, 1).text = "Loại", "12"
    source = read(document)
    assert not any(line.is_caption for line in source.lines)


@pytest.mark.django_db
def test_pictures_side_by_side_in_a_table_take_the_captions_below_them():
    document = letter()
    table = document.add_table(rows=2, cols=2)
    for n, text in enumerate(["Giám đốc Sở phát biểu", "Đại biểu thảo luận"]):
        table.cell(0, n).paragraphs[0].add_run().add_picture(io.BytesIO(word.picture(80 * n)))
        run = table.cell(1, n).paragraphs[0].add_run(text)
        run.italic = True
    source = read(document)
    assert [source.lines[picture.caption].text for picture in source.pictures] == [
        "Giám đốc Sở phát biểu",
        "Đại biểu thảo luận",
    ]


@pytest.mark.django_db
def test_people_in_a_table_are_attendees():
    document = letter("Thành phần tham dự buổi làm việc gồm:")
    table = document.add_table(rows=3, cols=3, style="Table Grid")
    rows = [
        ("STT", "Họ và tên", "Chức vụ"),
        ("1", "Ông Lý Văn Đạt", "Giám đốc Sở Công Thương"),
        ("2", "Bà Tạ Thị Minh", "Trưởng phòng Quản lý năng lượng"),
    ]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    _, edition = drafted(read(document))
    names = {line.printed_name for row in edition.delegations.all() for line in row.attendances.all()}
    assert names == {"Lý Văn Đạt", "Tạ Thị Minh"}


@pytest.mark.django_db
def test_footnotes_stand_at_the_end_with_their_numbers():
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Theo Nghị định 65/2023/NĐ-CP.</w:t></w:r></w:p></w:footnote>'
    notes = f"<w:footnotes {word.W}>{note}</w:footnotes>"
    document = letter()
    word.insert(document.paragraphs[1], '<w:r><w:footnoteReference w:id="2"/></w:r>')
    document.add_paragraph(
        "Buổi làm việc kết thúc vào chiều cùng ngày sau khi hai bên thông qua biên bản" + "."
    )
    word.insert(document.paragraphs[2], '<w:r><w:footnoteReference w:id="2"/></w:r>')
    body = drafted(readers.read(with_footnotes(document, notes), "tin.docx"))[0]["body"]
    assert "biên bản.<sup>1</sup></p>" in body
    assert body.endswith("<ol><li>Theo Nghị định 65/2023/NĐ-CP.</li></ol>")


def with_footnotes(document, notes: str) -> bytes:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(
        part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    )
    return word.saved(document)


def test_tracked_changes_and_comments_are_asked_about_with_their_counts():
    with pytest.raises(ChangesPending) as asked:
        read(with_changes())
    assert (asked.value.changes, asked.value.comments) == (2, 1)
    assert "--changes" in str(asked.value)


@pytest.mark.parametrize(
    ("settle", "end", "title"), [("accept", "Mới.", "tái tạo"), ("reject", "Cũ.", "năng lượng")]
)
def test_the_chosen_content_is_read_and_comments_never_enter(settle, end, title):
    source = read(with_changes(), settle=settle)
    assert source.lines[1].text.endswith(end)
    assert source.lines[0].text.lower().endswith(title)
    assert "Xem lại" not in source.plain()


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    document = letter("Phần một", "phần hai.")
    mark = document.paragraphs[2]._p.get_or_add_pPr()
    mark.append(docx.oxml.parse_xml(f'<w:rPr {word.W}><w:del w:id="3" w:author="B"/></w:rPr>'))
    assert [line.text for line in read(document, settle="accept").lines][2:] == ["Phần mộtphần hai."]
    assert len(read(with_mark(), settle="reject").lines) == 4


def with_mark():
    document = letter("Phần một", "phần hai.")
    mark = document.paragraphs[2]._p.get_or_add_pPr()
    mark.append(docx.oxml.parse_xml(f'<w:rPr {word.W}><w:del w:id="3" w:author="B"/></w:rPr>'))
    return document


def test_fields_give_their_result_and_not_their_instruction():
    document = letter()
    word.insert(
        document.paragraphs[1],
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )
    assert read(document).lines[1].text == PROSE + "7"


def test_a_linked_picture_is_told_and_never_fetched(monkeypatch):
    import socket

    monkeypatch.setattr(socket, "socket", None)
    document = letter()
    document.add_picture(io.BytesIO(word.picture()))
    relation = document.part.relate_to(
        "http://example.vn/a.jpg", docx.opc.constants.RELATIONSHIP_TYPE.IMAGE, is_external=True
    )
    blip = next(document.element.body.iter(docx.oxml.ns.qn("a:blip")))
    del blip.attrib[docx.oxml.ns.qn("r:embed")]
    blip.set(docx.oxml.ns.qn("r:link"), relation)
    source = read(document)
    assert not source.pictures
    assert len(source.warnings) == 1
