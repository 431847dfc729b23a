"""A table of abbreviations goes into the glossary line by line: looked through first, kept only then, and each fault has its line."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from news.importing import glossary
from news.models import GlossaryEntry
from tests import make
from tests.news.admin.desk_of import as_a

pytestmark = pytest.mark.django_db
PAGE = "/quan-tri/news/glossaryentry/nhap/"
TABLE = "Viết tắt;Viết đầy đủ;Đọc là\nUBND;ủy ban nhân dân;\nSHTT;sở hữu khác;\nA1;;a một\nUBND;lặp lại;\n"


def look(client, **sent):
    answer = client.post(PAGE, {"act": "look", **sent})
    assert answer.status_code == 200
    return answer


def fates(answer) -> dict:
    return {
        fate: [line.row.line for line in lines] for fate, lines in answer.context["found"].items() if lines
    }


def test_a_dry_run_says_what_becomes_of_each_line_and_keeps_nothing():
    make.glossary_entry("SHTT", "sở hữu trí tuệ")
    answer = look(as_a("editor"), text=TABLE)
    assert fates(answer) == {"faulty": [4, 5], "fresh": [2], "differs": [3]}
    html = answer.content.decode()
    assert "Dòng 2 đã có chữ viết tắt này." in html
    assert "<del>sở hữu trí tuệ</del> → <ins>sở hữu khác</ins>" in html
    assert list(GlossaryEntry.objects.values_list("short", "full")) == [("SHTT", "sở hữu trí tuệ")]


def test_a_fault_names_its_column():
    (line,) = glossary.plan(glossary.read("short,full,mode\nA1,một,lạ"))
    assert line.fault.startswith("cách đọc: ") and "lạ" in line.fault


def test_keeping_takes_the_sound_lines_and_changes_known_ones_only_when_asked():
    make.glossary_entry("SHTT", "sở hữu trí tuệ")
    client = as_a("editor")
    client.post(PAGE, {"act": "keep", "text": TABLE})
    assert dict(GlossaryEntry.objects.values_list("short", "full")) == {
        "SHTT": "sở hữu trí tuệ",
        "UBND": "ủy ban nhân dân",
    }
    assert fates(look(client, text=TABLE, replace="1"))["changed"] == [3]
    answer = client.post(PAGE, {"act": "keep", "text": TABLE, "replace": "1"}, follow=True)
    assert "Đã thêm 0 chữ viết tắt, đổi 1, giữ nguyên 1, bỏ 2 dòng." in answer.content.decode()
    assert GlossaryEntry.objects.get(short="SHTT").full == "sở hữu khác"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ("short,full\nUBND,ủy ban".encode("utf-8-sig"), {"fresh": [2]}),
        ("short\tfull\n\nUBND\tủy ban".encode("utf-16"), {"fresh": [3]}),
    ],
)
def test_files_as_spreadsheets_write_them_are_read(data, found):
    assert fates(look(as_a("editor"), file=SimpleUploadedFile("bang.csv", data))) == found


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"text": "a,b\n1,2"}, "Dòng đầu phải ghi tên các cột"),
        ({"text": "short,full\n"}, "Bảng chưa có dòng nào"),
        ({}, "Dòng đầu phải ghi tên các cột"),
        ({"text": "<lexicon>\n<a"}, "bị hỏng ở dòng 2"),
        ({"text": "short,full\n" + "a,b\n" * 2001}, "Bảng có hơn 2000 dòng"),
        ({"file": SimpleUploadedFile("a.csv", "short,full\nĐ,ệ".encode("cp1258", "ignore") + b"\xff\xfe\xfa")}, "UTF-8"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_what_to_do(sent, sentence):
    answer = look(as_a("editor"), **sent)
    assert sentence in answer.context["fault"] and not fates(answer)


def test_looking_through_asks_as_little_for_many_lines_as_for_one(django_assert_num_queries):
    rows = glossary.read("short,full\n" + "".join(f"A{number},chữ {number}\n" for number in range(50)))
    with django_assert_num_queries(1):
        assert len(glossary.plan(rows)) == 50


def test_who_may_only_look_takes_nothing_in():
    assert as_a("writer").get(PAGE).status_code == 403
