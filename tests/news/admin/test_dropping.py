"""The drop zone: files in one form or one by one, refusals with the rest kept, tracked changes asked about, pasted words."""

import docx
import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from news.models import Article, Photo, Proposal
from tests.news.admin.desk_of import as_a
from tests.news.importing import word_files as word
from tests.news.importing.test_bundle import scene
from tests.news.importing.test_import_article import PAGE

pytestmark = pytest.mark.django_db
ZONE, ONE = reverse("admin:news_article_drop"), reverse("admin:news_article_drop_file")


def photo(number: int, name: str = "") -> SimpleUploadedFile:
    return SimpleUploadedFile(name or f"anh {number}.jpg", scene(number), "image/jpeg")


def text(name: str = "tin.txt", data: bytes = PAGE.encode()) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def tracked() -> bytes:
    document = docx.Document()
    document.add_heading("Sở họp giao ban tháng 6", 1)
    paragraph = document.add_paragraph("Sáng 01/6/2022, Sở ")
    word.insert(paragraph, word.removed("họp") + word.added("đã họp giao ban"))
    word.insert(paragraph, "<w:r><w:t> tại Hội trường lớn với đầy đủ các phòng, đơn vị.</w:t></w:r>")
    return word.saved(document)


def said(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_a_text_and_its_photos_in_one_form_become_a_draft_with_suggestions():
    writer = as_a("writer")
    answer = writer.post(ZONE, {"files": [photo(1), text(), photo(2)]})
    article = Article.objects.get()
    assert answer["Location"] == reverse("admin:news_article_suggestions", args=[article.pk])
    assert (article.created_by, article.open_edition.title) == (writer.user, "tin")
    assert len([row for row in article.open_edition.proposal.items if row["sort"] == "photo"]) == 2
    assert "chỗ cần bạn xem" in said(writer.get(answer["Location"]))


def test_files_that_came_one_by_one_are_named_by_the_form():
    writer = as_a("writer")
    shown = writer.post(ONE, {"file": photo(1)}).json()
    held = writer.post(ONE, {"file": text()}).json()
    assert writer.post(ZONE, {"photo": shown["id"], "held": held["held"]}).status_code == 302
    assert [row["value"]["photo"] for row in Proposal.objects.get().items if row["sort"] == "photo"] == [
        shown["id"]
    ]


def test_an_old_word_file_is_refused_and_the_photos_stay():
    writer = as_a("writer")
    old = text("Bao cao.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    page = said(writer.post(ZONE, {"files": [old, photo(1), photo(2)]}))
    assert "“Bao cao.doc” thuộc định dạng Word cũ" in page and "2 ảnh đã tải lên vẫn được giữ." in page
    assert page.count('name="photo"') == 2 and not Article.objects.exists()


def test_a_damaged_photo_holds_nobody_up_and_is_told_of():
    writer = as_a("writer")
    broken = SimpleUploadedFile("IMG_2041.jpg", b"\xff\xd8\xff\xe0" + bytes(50))
    answer = writer.post(ZONE, {"files": [text(), broken, photo(1)]})
    page = said(writer.get(answer["Location"]))
    assert "IMG_2041.jpg" in page and "1 ảnh đã tải lên vẫn được giữ." in page


def test_one_file_that_cannot_be_read_is_refused_by_itself():
    answer = as_a("writer").post(ONE, {"file": text("a.pdf", b"%PDF-1.4 x")})
    assert answer.status_code == 400 and "PDF" in answer.json()["error"]


@pytest.mark.parametrize("files", [[], [photo(1)], [text(), text("hai.txt", b"Hai\n\nba")]])
def test_anything_but_one_text_leads_back_with_a_sentence(files):
    writer = as_a("writer")
    answer = writer.post(ZONE, {"files": files})
    assert answer.status_code == 200 and 'role="alert"' in answer.content.decode()
    assert not Article.objects.exists() and not Proposal.objects.exists()


def test_tracked_changes_are_asked_about_and_nothing_is_lost_meanwhile():
    writer = as_a("writer")
    answer = writer.post(ZONE, {"files": [text("tin.docx", tracked()), photo(1)]})
    page = said(writer.get(answer["Location"]))
    assert "còn 1 chỗ sửa chưa chốt" in page and "Xem từng chỗ" in page and "1 ảnh đã tải lên" in page
    assert "giao ban </ins>" in page
    assert not Article.objects.exists()
    writer.post(answer["Location"], {"choice": "after"})
    proposal = Article.objects.get().open_edition.proposal
    assert "Sở đã họp giao ban tại" in proposal.text
    assert [row["sort"] for row in proposal.items].count("photo") == 1


def test_the_text_before_the_changes_can_be_taken():
    writer = as_a("writer")
    answer = writer.post(ZONE, {"files": [text("tin.docx", tracked())]})
    writer.post(answer["Location"], {"choice": "before"})
    assert "Sở họp tại" in Proposal.objects.get().text


def test_a_cancelled_file_is_forgotten_with_its_bytes():
    writer = as_a("writer")
    answer = writer.post(ZONE, {"files": [text("tin.docx", tracked()), photo(1)]})
    path = Proposal.objects.get().held
    writer.post(answer["Location"], {"choice": "cancel"})
    assert not Proposal.objects.exists() and not storages["private"].exists(path)
    assert Photo.objects.count() == 1


def test_what_somebody_dropped_is_nobody_elses():
    answer = as_a("writer").post(ZONE, {"files": [text("tin.docx", tracked())]})
    colleague = as_a("editor")
    assert colleague.get(answer["Location"]).status_code == 404
    assert colleague.post(ZONE, {"held": Proposal.objects.get().pk}).status_code == 200
    assert not Article.objects.exists()


def test_a_saved_page_is_read_without_its_scripts_and_says_so():
    writer = as_a("writer")
    page = (
        "<html><body><nav><a href='/'>Trang chủ</a><a href='/x'>Tin tức</a></nav><h1>Sở họp giao ban tháng 6</h1>"
        f"<p>{PAGE[400:900]}</p><p>Lượt xem: 1204</p><script>alert(1)</script></body></html>"
    )
    answer = writer.post(ZONE, {"files": [text("trang.html", page.encode())]})
    proposal = Proposal.objects.get()
    body = next(row["value"]["text"] for row in proposal.items if row["id"] == "body")
    assert "alert" not in proposal.text and "Trang chủ" not in proposal.text and "Lượt xem" not in body
    assert "mã lệnh" in said(writer.get(answer["Location"]))


def test_pasted_words_become_a_draft():
    writer = as_a("writer")
    assert writer.post(ZONE, {"pasted": PAGE}).status_code == 302
    assert Article.objects.get().open_edition.title == "Văn bản dán vào"


def test_pasted_html_keeps_its_headings():
    writer = as_a("writer")
    html = "<h1>Sở họp giao ban</h1><p>Sáng 01/6/2022, Sở họp giao ban với các phòng, đơn vị.</p><h2>Kết quả</h2><p>Xong.</p>"
    writer.post(ZONE, {"pasted": "Sở họp giao ban", "pasted_html": html})
    body = next(row for row in Proposal.objects.get().items if row["id"] == "body")
    assert "<h2>Kết quả</h2>" in body["value"]["text"]


def test_the_same_words_lead_to_the_article_that_they_became():
    writer = as_a("writer")
    first = writer.post(ZONE, {"files": [text()]})
    assert writer.post(ZONE, {"files": [text("khac.txt")]})["Location"] == first["Location"]
    assert "đã thành bài" in said(as_a("writer").post(ZONE, {"files": [text()]}))
    assert Article.objects.count() == 1 and Proposal.objects.count() == 1


def test_the_desk_offers_the_zone_to_those_who_write():
    assert 'id="drop-zone"' in as_a("writer").get(reverse("admin:index")).content.decode()
    assert 'id="drop-zone"' not in as_a("administrator").get(reverse("admin:index")).content.decode()
