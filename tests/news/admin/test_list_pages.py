"""What every list of staff says when it is empty, when nothing matches, and on a telephone."""

import pytest

from tests import make
from tests.news.admin.desk_of import as_a

pytestmark = pytest.mark.django_db
AGENCIES = "/quan-tri/news/agency/"


def page(address: str, role: str = "editor") -> str:
    return as_a(role).get(address).content.decode()


def test_an_empty_list_says_so_and_names_the_way_to_the_first_row():
    words = page(AGENCIES)
    assert "Ở đây chưa có gì." in words and "Bấm nút ở đầu trang để thêm mục đầu tiên." in words
    assert "được chọn" not in words


def test_who_may_add_nothing_is_not_sent_to_a_button():
    words = page("/quan-tri/news/glossaryentry/", "writer")
    assert "Ở đây chưa có gì." in words and "Bấm nút ở đầu trang" not in words


def test_a_search_that_finds_nothing_leads_back_to_the_whole_list():
    make.agency("Cục Sở hữu trí tuệ")
    words = page(f"{AGENCIES}?q=khong-co-dau")
    assert "Không có mục nào khớp với từ tìm và bộ lọc." in words
    assert '<a href="?">Xem tất cả</a>' in words and "0 kết quả" in words


def test_only_what_was_searched_for_is_counted():
    make.agency("Cục Sở hữu trí tuệ")
    assert "kết quả" not in page(AGENCIES)
    assert "1 kết quả" in page(f"{AGENCIES}?q=so+huu")


def test_a_list_leads_to_its_filters_which_stand_below_the_rows_on_a_telephone():
    make.agency("Cục Sở hữu trí tuệ")
    assert '<a class="button" href="#changelist-filter">Lọc danh sách</a>' in page(AGENCIES)


def test_the_log_of_decisions_has_vietnamese_headings():
    make.published(title="Sở làm việc với xã Bãi Bồi")
    words = page("/quan-tri/news/decision/", "administrator")
    assert "Sở làm việc với xã Bãi Bồi" in words and "Bài viết" in words
    assert ">Article<" not in words


def test_a_menu_item_has_a_position_and_no_venue():
    make.menu_item(page=make.page("Giới thiệu", slug="gioi-thieu"))
    administrator = as_a("administrator")
    for address in ("/quan-tri/news/menuitem/", "/quan-tri/news/menuitem/add/"):
        words = administrator.get(address).content.decode()
        assert "Vị trí trên trang" in words and "Địa điểm" not in words and "địa điểm" not in words, address
