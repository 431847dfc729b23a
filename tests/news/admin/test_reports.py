"""The page of reports: the address says what is counted, the files hold the same, and strangers see none of it."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests import make
from tests.news.admin.desk_of import as_a

pytestmark = pytest.mark.django_db
REPORT = "/quan-tri/bao-cao/"
YEAR = "tu=2022-01-01&den=2022-12-31"


def rows(answer) -> list[tuple[str, int]]:
    return [(row.label, row.counts[0]) for row, _percent in answer.context["rows"]]


@pytest.fixture
def articles():
    meetings, notices = make.category("Hoạt động"), make.category("Thông báo")
    lan = make.user(full_name="Lan")
    make.published(at="2022-05-17 08:00", category=meetings, kind="meeting", credits=[make.credit(lan)])
    make.published(at="2022-06-17 08:00", category=meetings, kind="signing", byline="Phòng A")
    make.published(at="2022-06-18 08:00", category=notices, kind="notice", byline="=Phòng B")
    return meetings


def test_the_address_says_what_is_counted_and_how(articles):
    client = as_a("editor")
    assert rows(client.get(f"{REPORT}?{YEAR}&nhom=month")) == [("05/2022", 1), ("06/2022", 2)]
    assert rows(client.get(f"{REPORT}?{YEAR}&nhom=category")) == [("Hoạt động", 2), ("Thông báo", 1)]
    assert rows(client.get(f"{REPORT}?{YEAR}&nhom=kind&muc={articles.pk}&tu=2022-06-01")) == [("Ký kết", 1)]
    assert rows(client.get(f"{REPORT}?{YEAR}&nhom=month&loai=meeting")) == [("05/2022", 1)]
    assert rows(client.get(f"{REPORT}?{YEAR}&nhom=month&ky=Phòng+A")) == [("06/2022", 1)]


def test_without_an_address_it_is_this_year_by_author():
    make.published(credits=[make.credit(make.user(full_name="Lan"))])
    answer = as_a("editor").get(REPORT)
    assert rows(answer) == [("Lan", 1)]
    wanted, today = answer.context["wanted"], timezone.localdate()
    assert (wanted.first, wanted.last) == (today.replace(month=1, day=1), today)


def test_days_that_end_before_they_begin_are_answered_with_a_sentence():
    answer = as_a("editor").get(f"{REPORT}?tu=2022-06-01&den=2022-05-01")
    assert "Ngày cuối không được trước ngày đầu." in answer.content.decode()


@pytest.mark.parametrize("query", ["tu=x", "nhom=x", "muc=999", "muc=x", "loai=x", "tu=2022-02-31"])
def test_an_address_that_means_nothing_is_answered_and_gives_no_file(query):
    client = as_a("editor")
    assert client.get(f"{REPORT}?{query}").status_code == 200
    assert client.get(f"{REPORT}bao-cao.csv?{query}").status_code == 400


def test_an_empty_span_says_so():
    assert "Không có bài nào" in as_a("editor").get(f"{REPORT}?tu=2001-01-01&den=2001-12-31").content.decode()


def test_the_files_hold_what_the_page_shows_and_no_formula(articles):
    client = as_a("editor")
    answer = client.get(f"{REPORT}bao-cao.csv?{YEAR}&nhom=unit")
    assert answer["Content-Disposition"] == 'attachment; filename="bao-cao-20220101-20221231.csv"'
    found = [row[:2] for row in csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))]
    assert found[0] == ["Đơn vị ký tên", "Số bài"]
    assert ["'=Phòng B", "1"] in found and found[-1][1] == "3"
    sheet = client.get(f"{REPORT}bao-cao.xlsx?{YEAR}&nhom=unit")
    assert sheet.content[:2] == b"PK" and "no-store" in sheet["Cache-Control"]


@pytest.mark.parametrize("role", ["writer", ""])
def test_whoever_has_no_right_to_reports_gets_none(articles, role):
    client = as_a(role)
    for address in (REPORT, f"{REPORT}bao-cao.csv", f"{REPORT}bao-cao.xlsx"):
        assert client.get(address).status_code == 403
    assert f'href="{REPORT}"' not in client.get("/quan-tri/").content.decode()


def test_the_page_costs_the_same_with_one_row_and_with_many(articles):
    client = as_a("editor")

    def queries() -> int:
        client.get(f"{REPORT}?{YEAR}")
        with CaptureQueriesContext(connection) as asked:
            client.get(f"{REPORT}?{YEAR}")
        return len(asked)

    few = queries()
    for _number in range(12):
        make.published(
            at="2022-07-01 08:00", credits=[make.credit(), make.credit(make.person(), part="photo")]
        )
    # Persons are looked up once there are any.
    assert queries() <= few + 1 <= 12
