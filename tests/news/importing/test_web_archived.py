"""Pages saved as one file (.mht): the article and its pictures come out of it, wherever the page named them."""

import email.policy
import unicodedata
from email.message import EmailMessage

import pytest

from news.importing import files, readers
from news.importing.drafts import import_text
from news.importing.errors import ImportRefused
from tests.news.importing import word_files as word
from tests.news.importing.test_web import LEAD, SECOND, THIRD, TITLE

ADDRESS = "https://socongthuong.example.vn/tin-tuc/lam-viec-123.html"
PAGE = f"""<html><head><title>x</title></head><body><h1>{TITLE}</h1><p>03/06/2022 14:57</p><p>{LEAD}</p><p>{SECOND}</p>
<figure><img src="{{first}}"><figcaption>Quang cảnh buổi làm việc</figcaption></figure><p>{THIRD}</p><img src="{{second}}">
</body></html>"""


def archived(
    first="/anh/mot.jpg?w=600", second="cid:hai@mhtml", letters="utf-8", meta="", template=PAGE
) -> bytes:
    """As Chromium writes it: the page, a picture by its address, a picture by its number."""
    whole = EmailMessage(policy=email.policy.default.clone(linesep="\r\n"))
    whole["From"] = "<Saved by Blink>"
    whole["Snapshot-Content-Location"] = ADDRESS
    whole["Subject"] = "Trang tin"
    page = EmailMessage()
    html = template.format(first=first, second=second).replace("<head>", "<head>" + meta)
    page.set_content(html.encode(letters), "text", "html", cte="quoted-printable")
    page["Content-Location"] = ADDRESS
    if not meta:
        page.set_param("charset", letters)
    one, two = EmailMessage(), EmailMessage()
    one.set_content(word.picture(90), "image", "jpeg")
    one["Content-Location"] = "https://socongthuong.example.vn/anh/mot.jpg?w=600"
    two.set_content(word.picture(140), "image", "jpeg", cid="<hai@mhtml>")
    whole.make_related()
    for part in (page, one, two):
        whole.attach(part)
    return whole.as_bytes()


def test_article_pictures_and_address_come_out_of_one_file():
    source = readers.read(archived(), "trang.mht")
    text = source.plain()
    assert TITLE in text and LEAD in text and THIRD in text
    assert [picture.data for picture in source.pictures] == [word.picture(90), word.picture(140)]
    assert source.address == ADDRESS
    assert source.lines[source.pictures[0].caption].text == "Quang cảnh buổi làm việc"
    assert source.warnings == []


def test_the_file_that_the_browser_chose_among_several_is_the_picture():
    chosen = '/anh/mot-800.avif"><source srcset="/anh/mot.jpg?w=300 300w, /anh/mot.jpg?w=600 600w'
    framed = PAGE.replace(
        '<img src="{first}">', '<picture><source srcset="{first}"><img src="/anh/mot-1600.jpg"></picture>'
    )
    html = archived(first=chosen, template=framed)
    assert readers.read(html, "trang.mht").pictures[0].data == word.picture(90)


def test_a_picture_that_was_not_saved_is_told_of():
    source = readers.read(archived(first="/anh/khac.jpg"), "trang.mhtml")
    assert len(source.pictures) == 1 and len(source.warnings) == 1


@pytest.mark.parametrize("meta", ["", '<meta charset="windows-1258">'])
def test_old_letters_are_read_by_what_the_part_or_the_page_declares(meta):
    import unicodedata

    assert (
        unicodedata.normalize("NFC", TITLE)
        in readers.read(
            archived(letters="cp1258", meta=meta, template=_with_tones_apart(PAGE)), "trang.mht"
        ).plain()
    )


def _with_tones_apart(text: str) -> str:
    """As windows-1258 writes it."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    made = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in parts if mark in tones)
        made.append(unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tones)) + tone)
    return "".join(made)


@pytest.mark.django_db
def test_the_file_becomes_a_draft_with_its_photos(tmp_path):
    path = tmp_path / "trang.mht"
    path.write_bytes(archived())
    assert import_text(path, []).article.editions.get().captions.count() == 2


def test_a_page_with_pictures_may_be_as_large_as_an_archive(settings):
    settings.IMPORT_MAX_MB = 0.001
    files.demand_size("trang.mht", archived()[: files.HEAD], 5_000_000)
    with pytest.raises(ImportRefused):
        files.demand_size("thu.txt", b"From: ai\r\n\r\nMot la thu", 5_000_000)


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n",
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--\r\n",
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; "
        b"charset=khong-co\r\n\r\n<p>a</p>\r\n--x--",
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
        + b"--x\r\nContent-Type: multipart/related; boundary=x\r\n\r\n" * 3000,
    ],
)
def test_a_broken_file_is_refused_by_name(data):
    with pytest.raises(ImportRefused, match=r"hong\.mht"):
        readers.read(data, "hong.mht")
