"""How much a stranger may send, and that staff still upload."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accessibility.models import Difficulty
from news.desk import consent
from portal import bodies
from tests import make
from tests.news.admin.desk_of import as_a

pytestmark = pytest.mark.django_db
REPORT = "/doc/bao-cho-kho-dung/"


def file(size: int) -> SimpleUploadedFile:
    return SimpleUploadedFile("to.bin", bytes(size))


@pytest.mark.parametrize("path", [REPORT, "/doc/tuy-chinh/", "/quan-tri/dang-nhap/"])
def test_a_stranger_brings_no_file_to_any_form(path):
    answer = Client().post(path, {"text": "Khó dùng", "file": file(bodies.MOST)})
    assert answer.status_code == 413 and not answer.cookies
    assert not Difficulty.objects.exists()


def test_a_body_that_says_it_is_longer_than_it_is_is_not_waited_for():
    sent = b"--x\r\n", "multipart/form-data; boundary=x"
    assert Client().generic("POST", REPORT, *sent, CONTENT_LENGTH="9" * 12).status_code == 413


def test_a_page_whose_session_has_ended_is_told_so_in_words():
    sent = {"file": file(bodies.MOST)}
    answer = Client().post(
        "/quan-tri/news/article/tra-cuu/anh/", sent, headers={"Accept": "application/json"}
    )
    assert answer.status_code == 401 and "đăng nhập lại" in answer.json()["error"]


def test_the_longest_comment_of_a_leader_is_taken():
    make.site_settings()
    _link, token = consent.ask(make.draft(), by=None, leader="Ông Bình")
    answer = Client().post(f"/xem-truoc/{token}/", {"answer": "objects", "comment": "ữ" * 5000})
    assert answer.status_code == 302


def test_staff_upload_as_before():
    answer = as_a("writer").post("/quan-tri/news/article/tra-cuu/anh/", {"file": file(bodies.MOST)})
    assert answer.status_code == 400 and answer.json()["error"]
