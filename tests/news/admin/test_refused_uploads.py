"""What is no photo, document, film or subtitle: each door answers in Vietnamese with the file's name, and nothing stays behind,
neither a row nor a byte under VAR_DIR."""

import io
import zlib
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from news.models import Photo
from news.photos import heic, intake
from tests.news.admin.desk_of import as_a
from tests.test_permissions import everything

pytestmark = pytest.mark.django_db
PHOTO, FILE = reverse("admin:news_lookup_photos"), reverse("admin:news_lookup_files")
DROP, ADD = reverse("admin:news_article_drop_file"), reverse("admin:news_photo_add")
PARTS = reverse("admin:news_lookup_parts")


def jpeg() -> bytes:
    file = io.BytesIO()
    Image.effect_noise((400, 300), 60).convert("RGB").save(file, "JPEG")
    return file.getvalue()


def bomb() -> bytes:
    """A PNG that says it has 100 million pixels, in a hundred bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    size = (10_000).to_bytes(4, "big") * 2
    head = chunk(b"IHDR", size + bytes([8, 0, 0, 0, 0]))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
POLYGLOT = b"GIF89a/*" + bytes(20) + b"*/=1;alert(1)//"
BAD = {
    "bom.png": bomb(),
    "ve.svg": SVG,
    "ve.jpg": SVG,
    "hai-mat.jpg": POLYGLOT,
    "cut.jpg": jpeg()[:3000],
    "rong.jpg": b"",
    "dien-thoai.heic": b"\x00\x00\x00\x18ftypheic" + bytes(200),
    "trang.html": b"<html><script>alert(1)</script></html>",
}


def files() -> dict[str, int]:
    """Every file that the portal may have written, with its size; the database and its log aside."""
    roots = {Path(settings.VAR), Path(settings.MEDIA_ROOT)}
    found = {path for root in roots for path in root.rglob("*") if path.is_file()}
    kept = ("db.sqlite3", "static", "locks", "cache")
    return {str(path): path.stat().st_size for path in found if not any(word in str(path) for word in kept)}


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.VAR = tmp_path


def in_words(answer) -> str:
    if answer["Content-Type"] == "application/json":
        return answer.json()["error"]
    return " ".join(str(message) for message in answer.context["messages"])


def through(client, door: str, name: str, data: bytes):
    sent = SimpleUploadedFile(name, data, "image/jpeg")
    if door == ADD:
        return client.post(door, {"files": [sent]}, follow=True)
    if door == PARTS:
        key = "0123456789abcdef" * 2
        client.post(PARTS, {"key": key, "offset": 0, "file": SimpleUploadedFile("part", data)})
        return client.post(PHOTO, {"part": key, "size": len(data), "name": name})
    return client.post(door, {"file": sent})


@pytest.mark.parametrize("door", [PHOTO, DROP, ADD, PARTS])
def test_what_is_no_photo_is_refused_by_name_and_leaves_nothing_at_every_door(door):
    client = as_a("writer")
    client.get("/quan-tri/")
    rows, written = everything(), files()
    # A page of text is read where texts are dropped; an empty file is no form field and has no parts.
    passed_over = {DROP: {"trang.html"}, ADD: {"rong.jpg"}, PARTS: {"rong.jpg"}}.get(door, set())
    for name, data in BAD.items():
        if name in passed_over:
            continue
        answer = through(client, door, name, data)
        assert answer.status_code == (200 if door == ADD else 400), name
        assert name in in_words(answer), name
        assert everything() == rows, name
        assert files() == written, name


def test_an_empty_file_in_the_plain_form_is_refused_on_the_page():
    answer = as_a("writer").post(ADD, {"files": [SimpleUploadedFile("rong.jpg", b"")]})
    assert answer.status_code == 200 and "rỗng" in answer.content.decode()


@pytest.mark.parametrize("wanted", ["document", "video", "subtitles"])
def test_what_is_no_document_film_or_subtitle_is_refused_by_name_and_leaves_nothing(wanted):
    client = as_a("writer")
    client.get("/quan-tri/")
    rows, written = everything(), files()
    for name, data in BAD.items():
        answer = client.post(FILE, {"file": SimpleUploadedFile(name, data), "wanted": wanted})
        assert answer.status_code == 400 and name in answer.json()["error"], name
        assert everything() == rows and files() == written, name


def test_a_heic_photo_without_its_decoder_is_refused_with_the_way_out(monkeypatch):
    monkeypatch.setattr(heic, "FORMATS", ())
    monkeypatch.setattr(intake, "FORMATS", ("JPEG", "PNG", "WEBP"))
    answer = through(as_a("writer"), PHOTO, "IMG_2041.HEIC", BAD["dien-thoai.heic"])
    assert "IMG_2041.HEIC" in in_words(answer) and "Tương thích nhất" in in_words(answer)


def test_a_photo_that_says_in_its_own_words_what_it_wants_is_drawn_anew():
    """A sound JPEG with a script behind its end: taken in, and the script is gone."""
    client = as_a("writer")
    answer = client.post(PHOTO, {"file": SimpleUploadedFile("x.jpg", jpeg() + b"<script>alert(1)</script>")})
    assert answer.status_code == 201
    with storages["private"].open(Photo.objects.get().path) as file:
        assert b"<script>" not in file.read()
