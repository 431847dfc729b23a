"""Pages of royalties: who sees whose money, what is closed after a second look, and what the files hold."""

import io
import re
import zipfile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import RoyaltyBase, RoyaltyClosing, RoyaltyRate
from tests import make
from tests.news.admin.desk_of import as_a, signed_in

pytestmark = pytest.mark.django_db
MONTHS = "/quan-tri/nhuan-but/"
MAY = f"{MONTHS}2022-05/"
MINE = "/quan-tri/nhuan-but-cua-toi/"


@pytest.fixture(autouse=True)
def one_person_is_enough(db):
    """Closing by two people is in test_royalties_begin.py."""
    make.site_settings(people_needed="one")


@pytest.fixture
def lan():
    """A writer with an article of May 2022, worth 1.250.000 đ."""
    make.royalty_base(100_000)
    make.royalty_rate("12.5")
    writer = make.user("writer", full_name="Nguyễn Thị Lan")
    make.published(title="Bài của Lan", at="2022-05-17 11:30", credits=[make.credit(writer)])
    return writer


def text(answer) -> str:
    """The page in words, white space made one."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def close(client, **more):
    page = client.get(f"{MAY}chot/")
    return client.post(f"{MAY}chot/", {"seen": page.context["seen"]} | more, follow=True)


# --- who sees whose money ------------------------------------------------------------------------------------------------


def test_a_writer_sees_the_own_lines_and_nobody_elses(lan):
    other = make.user("writer", full_name="Trần Văn An")
    make.published(title="Bài của An", at="2022-05-18 08:00", credits=[make.credit(other)])
    for user, own, foreign in ((lan, "Bài của Lan", "Bài của An"), (other, "Bài của An", "Bài của Lan")):
        seen = text(signed_in(user).get(f"{MINE}?thang=2022-05"))
        assert own in seen and foreign not in seen and "1.250.000 đ" in seen
    assert "chưa có bài nào ghi tên bạn" in text(as_a("writer").get(f"{MINE}?thang=2022-05"))


def test_ones_own_share_of_a_common_article_is_shown_and_not_the_colleagues(lan):
    shared = [make.credit(lan, "40"), make.credit(make.user(full_name="Trần Văn An"), "60")]
    make.published(title="Bài chung", at="2022-05-18 08:00", credits=shared)
    seen = text(signed_in(lan).get(f"{MINE}?thang=2022-05"))
    assert "500.000 đ" in seen and " 750.000" not in seen and "Trần Văn An" not in seen
    assert "1.750.000 đ" in seen


@pytest.mark.parametrize("role", ["writer", "editor", ""])
def test_money_of_the_house_is_not_shown_to_those_without_the_right(lan, role):
    client = as_a(role)
    for address in (MONTHS, MAY, f"{MAY}chot/", f"{MAY}ban-in/", f"{MAY}nhuan-but.xlsx"):
        assert client.get(address).status_code == 403, address
    assert "Nhuận bút theo tháng" not in client.get("/quan-tri/").content.decode()


@pytest.mark.parametrize("role", ["publisher", "administrator"])
def test_publishers_and_administrators_see_the_month_and_find_it_in_the_menu(lan, role):
    client = as_a(role)
    assert f'href="{MONTHS}"' in client.get("/quan-tri/").content.decode()
    seen = text(client.get(MAY))
    assert "Nguyễn Thị Lan" in seen and "1.250.000 đ" in seen and "Tạm tính" in seen


def test_the_months_of_a_year_say_where_each_stands(lan):
    client = as_a("publisher")
    seen = text(client.get(f"{MONTHS}?nam=2022"))
    assert "Chưa chốt" in seen and "Không có bài" in seen
    close(client)
    assert "Đã chốt" in text(client.get(f"{MONTHS}?nam=2022"))


@pytest.mark.parametrize("month", ["2022-13", "2022-5", "thang-5", "0001-01", "9999-12", "2022-05-01"])
def test_what_is_no_month_is_not_found(month):
    assert as_a("publisher").get(f"{MONTHS}{month}/").status_code == 404


# --- closing -------------------------------------------------------------------------------------------------------------


def test_a_month_is_closed_from_the_page_that_shows_the_sums(lan):
    client = as_a("publisher")
    page = client.get(f"{MAY}chot/")
    assert "1.250.000 đ" in text(page) and not RoyaltyClosing.objects.exists()
    assert "Đã chốt nhuận bút tháng 05/2022" in text(close(client))
    closing = RoyaltyClosing.objects.get()
    assert (closing.by, closing.total) == (client.user, 1_250_000)
    assert "Tạm tính" not in text(signed_in(lan).get(f"{MINE}?thang=2022-05"))


def test_what_changed_after_the_look_is_shown_again_before_it_counts(lan):
    client = as_a("publisher")
    seen = client.get(f"{MAY}chot/").context["seen"]
    make.published(at="2022-05-20 08:00", credits=[make.credit(lan)])
    page = client.post(f"{MAY}chot/", {"seen": seen})
    assert "Bảng đã thay đổi" in text(page) and "2.500.000" in text(page)
    assert not RoyaltyClosing.objects.exists()


def test_what_is_missing_leads_to_where_it_is_mended():
    article = make.published(at="2022-05-17 11:30", credits=[make.credit(share="60")])
    page = as_a("publisher").get(MAY).content.decode()
    for address in (
        "/quan-tri/news/royaltybase/add/?from_on=17/05/2022",
        "/quan-tri/news/royaltyrate/add/?kind=other&amp;part=text&amp;from_on=17/05/2022",
        f"/quan-tri/news/article/{article.pk}/change/#part-credits",
    ):
        assert address in page
    assert as_a("publisher").get(f"{MAY}chot/").status_code == 302


def test_unpaid_articles_are_accepted_by_a_box_to_tick(lan):
    make.published(title="Không ai", at="2022-05-18 08:00")
    client = as_a("publisher")
    assert "1 bài chưa ghi tác giả" in text(client.get(f"{MAY}chot/"))
    assert "Hãy đánh dấu xác nhận" in text(close(client)) and not RoyaltyClosing.objects.exists()
    close(client, unpaid="on")
    assert RoyaltyClosing.objects.get().unpaid == 1


def test_a_closed_month_is_opened_again_with_a_reason_and_its_closing_stays_to_be_seen(lan):
    client = as_a("administrator")
    close(client)
    assert "Hãy ghi lý do" in text(client.post(f"{MAY}mo-lai/", {"reason": ""}))
    seen = text(client.post(f"{MAY}mo-lai/", {"reason": "Thiếu ảnh của Lan"}, follow=True))
    assert "Thiếu ảnh của Lan" in seen and "Tạm tính" in seen
    assert "Lần chốt cũ" in text(client.get(f"{MAY}?lan=1"))
    assert client.get(f"{MAY}?lan=2").status_code == 404


def test_a_closed_month_says_when_the_records_have_moved_on(lan):
    client = as_a("publisher")
    close(client)
    assert "Số liệu hiện nay khác" not in text(client.get(MAY))
    RoyaltyRate.objects.update(coefficient=20)
    page = client.get(MAY)
    assert "Số liệu hiện nay khác" in text(page) and "1.250.000" in text(page)
    assert "2.000.000" in text(client.get(f"{MAY}?lan=0"))


def test_a_month_costs_the_same_queries_with_one_line_and_with_many(lan):
    client = as_a("publisher")

    def queries(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    addresses = [MAY, f"{MONTHS}?nam=2022", f"{MINE}?thang=2022-05", f"{MAY}nhuan-but.xlsx", f"{MAY}ban-in/"]
    few = [queries(address) for address in addresses]
    for day in range(10, 22):
        make.published(
            at=f"2022-05-{day} 08:00", credits=[make.credit(), make.credit(make.person(), part="photo")]
        )
    assert [queries(address) for address in addresses] == few
    assert max(few) <= 14


# --- on paper and in a spreadsheet ---------------------------------------------------------------------------------------


def test_the_spreadsheet_holds_the_sums_and_every_line(lan):
    answer = as_a("publisher").get(f"{MAY}nhuan-but.xlsx")
    assert answer["Content-Disposition"] == 'attachment; filename="nhuan-but-2022-05.xlsx"'
    assert "no-store" in answer["Cache-Control"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
        texts = book.read("xl/sharedStrings.xml").decode()
        pages = [book.read(f"xl/worksheets/sheet{number}.xml").decode() for number in (1, 2)]
    assert all(words in texts for words in ("Nguyễn Thị Lan", "Bài của Lan", "Tạm tính", "Ký nhận"))
    assert all("<v>1250000</v>" in page and "<f>" not in page for page in pages)


def test_the_spreadsheet_of_a_closed_month_says_by_whom_and_when_in_viet_nam(lan):
    publisher = make.user("publisher", full_name="Lê Thị Hạnh")
    make.royalty_closing(by=publisher, at=make.moment("2022-06-01 06:30"))
    with zipfile.ZipFile(io.BytesIO(signed_in(publisher).get(f"{MAY}nhuan-but.xlsx").content)) as book:
        assert "Chốt lần 1, Lê Thị Hạnh, lúc 06:30, 01/06/2022." in book.read("xl/sharedStrings.xml").decode()


def test_a_title_that_is_a_formula_comes_out_as_text():
    make.royalty_base()
    make.royalty_rate()
    make.published(
        title="=cmd|'/c calc'!A1", at="2022-05-17 11:30", credits=[make.credit(pen_name="@SUM(1)")]
    )
    content = as_a("publisher").get(f"{MAY}nhuan-but.xlsx").content
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert "<f>" not in book.read("xl/worksheets/sheet2.xml").decode()
        assert "=cmd|" in book.read("xl/sharedStrings.xml").decode()


def test_the_sheet_to_be_signed_names_the_agency_the_month_and_those_who_sign(lan):
    make.site_settings(agency_name="Sở Thử nghiệm")
    seen = text(as_a("publisher").get(f"{MAY}ban-in/"))
    for words in ("Sở Thử nghiệm", "Bảng thanh toán nhuận bút tháng 05/2022", "Kế toán", "1.250.000 đ"):
        assert words in seen


# --- the two tables behind it --------------------------------------------------------------------------------------------


def test_a_coefficient_is_written_with_a_comma_and_an_amount_with_points():
    client = as_a("publisher")
    rate = {"kind": "", "part": "text", "coefficient": "2,5", "from_on": "01/05/2022"}
    assert client.post("/quan-tri/news/royaltyrate/add/", rate).status_code == 302
    base = {"from_on": "01/05/2022", "amount": "234.000", "note": "Quyết định 12"}
    assert client.post("/quan-tri/news/royaltybase/add/", base).status_code == 302
    assert (str(RoyaltyRate.objects.get().coefficient), RoyaltyBase.objects.get().amount) == ("2.50", 234_000)
    assert "234.000 đ" in text(client.get("/quan-tri/news/royaltybase/"))
    assert "Mọi loại tin" in text(client.get("/quan-tri/news/royaltyrate/"))


@pytest.mark.parametrize(
    ("written", "kept"),
    [("234000", 234_000), ("2.340.000", 2_340_000), ("234 000 đ", 234_000), ("1", 1)],
)
def test_an_amount_is_what_was_written(written, kept):
    base = {"from_on": "01/05/2022", "amount": written, "note": ""}
    as_a("publisher").post("/quan-tri/news/royaltybase/add/", base)
    assert RoyaltyBase.objects.get().amount == kept


@pytest.mark.parametrize(
    "written", ["234,5", "2.34", "234.00", "2.34.000", "1.2345", "-5", "0", "0.000", "mười"]
)
def test_an_amount_that_can_be_read_two_ways_is_refused(written):
    base = {"from_on": "01/05/2022", "amount": written, "note": ""}
    page = as_a("publisher").post("/quan-tri/news/royaltybase/add/", base)
    assert page.status_code == 200 and not RoyaltyBase.objects.exists()


def test_the_form_shows_an_amount_in_groups_and_saves_it_unchanged():
    base, client = make.royalty_base(2_340_000), as_a("publisher")
    address = f"/quan-tri/news/royaltybase/{base.pk}/change/"
    form = client.get(address).context["adminform"].form
    assert form["amount"].value() == "2.340.000"
    client.post(address, {"from_on": "01/01/2020", "amount": form["amount"].value(), "note": "Quyết định 12"})
    base.refresh_from_db()
    assert (base.amount, base.note) == (2_340_000, "Quyết định 12")


def test_two_coefficients_for_the_same_from_the_same_day_are_refused_with_a_sentence():
    make.royalty_rate()
    rate = {"kind": "", "part": "text", "coefficient": "3", "from_on": "01/01/2020"}
    page = as_a("publisher").post("/quan-tri/news/royaltyrate/add/", rate)
    assert "đã có hệ số từ ngày đó" in text(page) and RoyaltyRate.objects.count() == 1
