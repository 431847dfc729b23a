"""Photos and attachments as addresses: who gets which bytes."""

import io
from datetime import timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from news import files
from news.desk import workflow
from news.photos import renditions
from news.photos.intake import take_in
from tests import make

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.4\n" + bytes(range(256)) * 40


@pytest.fixture
def photo():
    buffer = io.BytesIO()
    Image.linear_gradient("L").resize((900, 600)).convert("RGB").save(buffer, "JPEG")
    return take_in(ContentFile(buffer.getvalue()), by=None, name="anh.jpg")


@pytest.fixture
def stored():
    return files.take_in(ContentFile(PDF), by=None, name="Thông báo số 1.pdf")


def photo_address(photo):
    return renditions.address(photo, "free", photo.renditions["free"][0], "jpg")


def attachment_address(article):
    edition = article.last_release or article.open_edition
    row = edition.attachments.get()
    return f"/tep/{row.pk}/{row.name}"


def content(photo, stored):
    return {"captions": [make.caption(photo)], "attachments": [make.attachment(stored, name="thong-bao.pdf")]}


def test_files_of_a_live_article_are_public(client, photo, stored):
    article = make.published(**content(photo, stored))
    shown = client.get(photo_address(photo))
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/jpeg")
    given = client.get(attachment_address(article))
    assert b"".join(given.streaming_content) == PDF
    assert given["Content-Disposition"].startswith("attachment")


def addresses_of(photo, article):
    return [photo_address(photo), attachment_address(article)]


def test_files_of_a_draft_are_nowhere(client, photo, stored):
    article = make.draft(**content(photo, stored))
    assert {client.get(address).status_code for address in addresses_of(photo, article)} == {404}


def test_files_of_a_withdrawn_article_are_nowhere(client, photo, stored):
    article = make.withdrawn(**content(photo, stored))
    assert {client.get(address).status_code for address in addresses_of(photo, article)} == {404}
    workflow.reinstate(article, by=None)
    assert {client.get(address).status_code for address in addresses_of(photo, article)} == {200}


def test_files_of_a_scheduled_article_appear_at_its_moment(client, photo, stored):
    moment = timezone.now() + timedelta(hours=1)
    article = make.scheduled(at=moment, **content(photo, stored))
    assert {client.get(address).status_code for address in addresses_of(photo, article)} == {404}
    with time_machine.travel(moment, tick=False):
        assert {client.get(address).status_code for address in addresses_of(photo, article)} == {200}


def test_a_file_that_a_correction_drops_goes_with_the_old_edition(client, photo, stored):
    article = make.published(**content(photo, stored))
    old = attachment_address(article)
    make.corrected(article, captions=[], attachments=[])
    assert client.get(old).status_code == 404
    assert client.get(photo_address(photo)).status_code == 404


def test_the_crest_is_public(client, photo):
    make.site_settings(crest=photo)
    assert client.get(photo_address(photo)).status_code == 200


def test_public_files_set_no_cookie_and_vary_on_none(client, photo, stored):
    article = make.published(**content(photo, stored))
    for address in addresses_of(photo, article):
        answer = client.get(address)
        assert "Set-Cookie" not in answer
        assert "Cookie" not in answer.get("Vary", "")
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer["Content-Security-Policy"]


def test_a_known_copy_is_not_sent_again(client, photo, stored):
    make.published(**content(photo, stored))
    etag = client.get(photo_address(photo))["ETag"]
    assert client.get(photo_address(photo), headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize(
    ("asked", "status", "body"),
    [
        ("bytes=0-9", 206, PDF[:10]),
        ("bytes=100-", 206, PDF[100:]),
        ("bytes=-5", 206, PDF[-5:]),
        ("bytes=5-4", 416, b""),
        ("bytes=999999-", 416, b""),
        ("bytes=-", 200, PDF),
        ("bytes=0-1,4-5", 200, PDF),
        ("kilometres=0-1", 200, PDF),
    ],
)
def test_a_download_can_be_taken_up_again(client, photo, stored, asked, status, body):
    article = make.published(**content(photo, stored))
    answer = client.get(attachment_address(article), headers={"Range": asked})
    assert answer.status_code == status
    assert b"".join(answer) == body
    if status == 206:
        assert int(answer["Content-Length"]) == len(body)


def test_a_range_of_an_older_file_gets_the_whole(client, photo, stored):
    article = make.published(**content(photo, stored))
    answer = client.get(attachment_address(article), headers={"Range": "bytes=0-9", "If-Range": '"older"'})
    assert answer.status_code == 200


@pytest.mark.parametrize("name", ["free-800.svg", "..%2f..%2fsecret", "free-99999.jpg", "free-7.jpg", "x"])
def test_a_name_that_is_no_rendition_is_not_found(client, photo, name):
    make.published(captions=[make.caption(photo)])
    assert client.get(f"/anh/{photo.sha256[:16]}/{name}").status_code == 404


@pytest.mark.parametrize("length", [1, 15, 17])
def test_a_folder_that_is_no_photos_own_is_not_found_however_many_begin_so(client, length):
    one, other = make.picture(), make.picture()
    other.sha256 = one.sha256[:8] + "0" * 56
    other.save(update_fields=["sha256"])
    make.published(captions=[make.caption(one), make.caption(other)])
    assert client.get(f"/anh/{one.sha256[:length]}/free-60.jpg").status_code == 404


@pytest.mark.parametrize(("role", "status"), [("writer", 200), ("publisher", 200), ("", 403), (None, 403)])
def test_photos_of_drafts_are_for_the_newsroom(client, photo, role, status):
    if role is not None:
        client.force_login(make.user(role))
    answer = client.get(renditions.staff_address(photo))
    assert answer.status_code == status
    if status == 200:
        assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(("role", "status"), [("writer", 200), ("", 403), (None, 403)])
def test_files_of_drafts_are_for_the_newsroom(client, stored, role, status):
    if role is not None:
        client.force_login(make.user(role))
    assert client.get(f"/quan-tri/tep/{stored.pk}/tep.pdf").status_code == status


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("trang.html", b"<html><script>alert(1)</script>"),
        ("rong.pdf", b""),
        ("gia.docx", b"PK\x03\x04 not a zip"),
    ],
)
def test_what_is_no_document_is_refused_by_name(name, data):
    with pytest.raises(files.FileRefused) as refusal:
        files.take_in(ContentFile(data), by=None, name=name)
    assert name in str(refusal.value)


def test_a_file_is_saved_under_its_real_type(stored):
    assert files.safe_name("bao-cao.html", stored) == "bao-cao.pdf"
    assert files.safe_name("../../etc/passwd", stored) == "passwd.pdf"
