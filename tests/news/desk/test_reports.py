"""Reports count what was first published, each article where it belongs; files say the same and hold no formula."""

import csv
import io
import zipfile
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree

from news.desk import workflow
from news.desk.reports import GROUPS, Wanted, report
from news.desk.reports_sheet import Column, Sheet, as_csv, as_xlsx
from tests import make

pytestmark = pytest.mark.django_db
YEAR = (date(2022, 1, 1), date(2022, 12, 31))


def counted(group: str, **wanted) -> dict:
    return {row.label: row.counts[0] for row in report(Wanted(*YEAR, group, **wanted)).rows}


def published(at="2022-05-17 11:30", **changes):
    return make.published(at=at, **changes)


def test_an_article_of_two_authors_counts_for_each_and_once_in_the_total():
    lan, binh = make.user(full_name="Lan"), make.person("Bình")
    published(credits=[make.credit(lan, "50"), make.credit(binh, "50"), make.credit(lan, part="photo")])
    published(credits=[make.credit(lan)])
    made = report(Wanted(*YEAR))
    assert [(row.label, row.counts) for row in made.rows] == [
        ("Lan", (2, 2, 1, 0, 0, 0)),
        ("Bình", (1, 1, 0, 0, 0, 0)),
    ]
    assert made.total == (2, 2, 1, 0, 0, 0)


def test_somebody_with_two_credits_of_one_part_made_one_article():
    lan = make.user(full_name="Lan")
    published(credits=[make.credit(lan, "50", pen_name="A"), make.credit(lan, "50", pen_name="B")])
    assert counted("author") == {"Lan": 1}


def test_articles_without_an_author_have_a_line_of_their_own():
    published()
    assert counted("author") == {"Chưa ghi tác giả": 1}


def test_units_are_those_that_signed():
    published(byline="Chi cục Thủy lợi")
    published(byline="Chi cục Thủy lợi")
    published()
    assert counted("unit") == {"Chi cục Thủy lợi": 2, "Không ký tên": 1}


def test_categories_and_kinds_are_those_of_the_last_release():
    old, new = make.category("Cũ"), make.category("Mới")
    make.corrected(published(category=old, kind="meeting"), category=new, kind="signing")
    assert counted("category") == {"Mới": 1}
    assert counted("kind") == {"Ký kết": 1}


def test_months_stand_in_their_order_and_end_at_midnight_in_viet_nam():
    for at in (
        "2022-05-31 23:59",
        "2022-06-01 00:00",
        "2022-06-30 12:00",
        "2021-12-31 23:59",
        "2023-01-01 00:00",
    ):
        published(at)
    made = report(Wanted(*YEAR, "month"))
    assert [(row.label, row.counts[0]) for row in made.rows] == [("05/2022", 1), ("06/2022", 2)]


def test_filters_leave_what_they_say():
    above = make.category("Trên")
    below = make.category("Dưới", parent=above)
    published(category=below, kind="signing", byline="Phòng A")
    published(category=above, kind="meeting", byline="Phòng B")
    published()
    assert sum(counted("kind", category=above.pk).values()) == 2
    assert sum(counted("kind", category=below.pk).values()) == 1
    assert counted("unit", kind="signing") == {"Phòng A": 1}
    assert counted("kind", unit="Phòng B") == {"Tin họp, làm việc": 1}


def test_other_columns_count_english_reposted_corrected_and_withdrawn_articles():
    published(source="TTXVN")
    make.corrected(published(language="en"), correction_note="Sửa ngày")
    workflow.withdraw(published(), by=None, reason="x", public_reason="y")
    assert report(Wanted(*YEAR, "kind")).total == (3, 1, 1, 1, 1)


@pytest.mark.parametrize("group", GROUPS)
def test_a_report_costs_the_same_with_one_article_and_with_many(group):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            report(Wanted(*YEAR, group))
        return len(asked)

    published(credits=[make.credit(), make.credit(make.person())])
    few = queries()
    for month in range(1, 13):
        credits = [make.credit(), make.credit(make.person())]
        published(f"2022-{month:02}-01 08:00", byline=f"Phòng {month}", credits=credits)
    assert queries() == few <= 4


@pytest.mark.parametrize("group", GROUPS)
def test_a_report_of_nothing_is_empty(group):
    made = report(Wanted(*YEAR, group))
    assert made.rows == [] and not any(made.total)


# --- files ---------------------------------------------------------------------------------------------------------------

EVIL = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', "https://example.vn"]


def cells(content: bytes) -> list[tuple[str, str]]:
    """(type, value) of every cell of the first sheet, shared texts looked up; formulas would have the type "f"."""
    space = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        texts = etree.fromstring(book.read("xl/sharedStrings.xml")).xpath("//x:si", namespaces=space)
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    shared = ["".join(text.itertext()) for text in texts]
    found = []
    for cell in sheet.xpath("//x:c", namespaces=space):
        value = "".join(cell.xpath("x:v/text()", namespaces=space))
        kind = "f" if cell.xpath("x:f", namespaces=space) else cell.get("t", "n")
        found.append((kind, shared[int(value)] if kind == "s" else value))
    return found


def test_text_that_looks_like_a_formula_stays_text_in_a_spreadsheet():
    content = as_xlsx(Sheet("S", [Column("=A")], [[text] for text in EVIL]))
    found = cells(content)
    assert {kind for kind, _value in found} == {"s"}
    # What XML cannot hold is written as its number.
    assert [value.replace("_x000D_", "\r") for _kind, value in found] == ["=A", *EVIL]


def test_text_that_looks_like_a_formula_gets_an_apostrophe_in_csv():
    content = as_csv(Sheet("S", [Column("=A")], [[text] for text in EVIL])).decode("utf-8-sig")
    found = [row[0] for row in csv.reader(io.StringIO(content, newline=""))]
    assert found == ["'=A", *(f"'{text}" for text in EVIL[:-1]), EVIL[-1]]


def test_numbers_and_days_are_numbers_and_days():
    columns = [Column("a", "money"), Column("b", "day"), Column("c", "decimal")]
    rows = [[1_250_000, date(2022, 5, 17), 2.5]]
    values = cells(as_xlsx(Sheet("S", columns, rows, total=[1, None, None])))[3:6]
    assert values == [("n", "1250000"), ("n", "44698"), ("n", "2.5")]
    assert as_csv(Sheet("S", columns, rows)).decode("utf-8-sig").split() == [
        "a,b,c",
        "1250000,2022-05-17,2.5",
    ]
