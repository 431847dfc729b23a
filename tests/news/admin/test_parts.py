"""Files that arrive in parts: only what is missing is sent again, nobody reaches another's, and nothing stays for ever."""

import io
import os
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from news.files import parts
from news.models import Photo
from tests.news.admin.desk_of import as_a

pytestmark = pytest.mark.django_db
KEY = "0123456789abcdef" * 2


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.VAR = tmp_path


@pytest.fixture
def picture() -> bytes:
    file = io.BytesIO()
    Image.effect_noise((400, 300), 80).convert("RGB").save(file, "JPEG")
    return file.getvalue()


def address(noun: str) -> str:
    return reverse(f"admin:news_lookup_{noun}")


def send(client, data: bytes, offset: int, key: str = KEY):
    part = SimpleUploadedFile("part", data)
    return client.post(address("parts"), {"key": key, "offset": offset, "file": part})


def have(client, key: str = KEY) -> int:
    return client.get(address("parts"), {"key": key}).json()["have"]


def finish(client, size: int, key: str = KEY):
    return client.post(address("photos"), {"part": key, "size": size, "name": "anh.jpg"})


def test_a_photo_sent_in_parts_is_the_photo(picture):
    writer, half = as_a("writer"), len(picture) // 2
    assert send(writer, picture[:half], 0).json() == {"have": half} and have(writer) == half
    assert send(writer, picture[half:], half).json() == {"have": len(picture)}
    answer = finish(writer, len(picture))
    assert answer.status_code == 201 and Photo.objects.get().original_name == "anh.jpg"
    assert have(writer) == 0 and not list(parts._root().glob("*/*"))


def test_a_part_that_comes_twice_counts_once_and_one_that_does_not_fit_changes_nothing(picture):
    writer = as_a("writer")
    for offset in (0, 0, 99999):
        assert send(writer, picture[:100], offset).json() == {"have": 100}


def test_a_file_that_is_not_all_there_is_asked_for_again(picture):
    writer = as_a("writer")
    send(writer, picture[:100], 0)
    assert finish(writer, len(picture)).status_code == 409 and not Photo.objects.exists()
    assert have(writer) == 100


def test_a_colleague_neither_sees_nor_finishes_what_another_sends_and_a_stranger_is_sent_away(
    client, picture
):
    owner, colleague = as_a("writer"), as_a("editor")
    send(owner, picture, 0)
    assert have(colleague) == 0 and finish(colleague, len(picture)).status_code == 409
    assert send(colleague, b"x", len(picture)).json() == {"have": 0} and have(owner) == len(picture)
    assert client.get(address("parts"), {"key": KEY}).status_code == 401 == send(client, b"x", 0).status_code
    assert send(as_a("administrator"), b"x", 0).status_code == 403


@pytest.mark.parametrize("key", ["", "../../etc/passwd", "a" * 31, KEY.upper()])
def test_a_key_that_is_none_leads_nowhere(key, tmp_path):
    writer = as_a("writer")
    assert send(writer, b"x", 0, key).status_code == 400 and have(writer, key) == 0
    assert not list(tmp_path.rglob("*passwd*"))


def test_unfinished_files_of_one_person_have_a_limit(settings):
    settings.VIDEO_MAX_MB = 0.001
    writer = as_a("writer")
    assert send(writer, b"x" * 2000, 0).status_code == 201
    refused = send(writer, b"x" * 200, 0, "f" * 32)
    assert refused.status_code == 400 and "tải lên" in refused.json()["error"]
    assert send(as_a("writer"), b"x" * 200, 0).status_code == 201


def test_what_nobody_finishes_goes_after_a_day():
    writer = as_a("writer")
    for key in (KEY, "f" * 32):
        send(writer, b"x", 0, key)
    old = time.time() - parts.LIFE - 60
    os.utime(parts._path(writer.user, KEY), (old, old))
    parts.forget_old()
    assert (have(writer), have(writer, "f" * 32)) == (0, 1)


def test_a_refused_file_is_not_kept_for_another_try():
    writer = as_a("writer")
    send(writer, b"no picture", 0)
    assert finish(writer, 10).status_code == 400 and have(writer) == 0
