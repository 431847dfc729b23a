"""Masthead, menus, footer, and the pages for what went wrong."""

import re

import pytest
from django.template.loader import get_template

from news.site import addresses
from tests import make

pytestmark = pytest.mark.django_db


def menu(html: str) -> list[tuple[str, str]]:
    row = re.search(r'<ul class="sections__row">(.*?)</ul>', html, re.DOTALL)[1]
    return re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a>', row)


def test_menus_lead_to_categories_pages_and_addresses_in_order(client):
    make.menu_item(url="/luu-tru/", label_vi="Lưu trữ", label_en="Archive", order=3)
    make.menu_item(category=make.category("Thông báo", name_en="Notices", slug="thong-bao"), order=1)
    make.menu_item(page=make.page("Liên hệ", title_en="Contact", slug="lien-he"), order=2, label_vi="Hỏi đáp")
    assert menu(client.get("/").content.decode()) == [
        ("/chuyen-muc/thong-bao/", "Thông báo"),
        ("/trang/lien-he/", "Hỏi đáp"),
        ("/luu-tru/", "Lưu trữ"),
    ]
    assert menu(client.get("/en/").content.decode()) == [
        ("/en/category/thong-bao/", "Notices"),
        ("/en/page/lien-he/", "Contact"),
        ("/en/archive/", "Archive"),
    ]


def test_an_item_without_a_label_in_the_language_and_a_hidden_page_are_left_out(client):
    make.menu_item(url="https://example.vn/", label_vi="Cổng dịch vụ")
    make.menu_item(page=make.page("Ẩn", is_public=False))
    make.menu_item(category=make.category("Tin", name_en="News", slug="tin"))
    assert [label for _url, label in menu(client.get("/").content.decode())] == ["Cổng dịch vụ", "Tin"]
    assert [label for _url, label in menu(client.get("/en/").content.decode())] == ["News"]


def test_the_agency_stands_in_masthead_and_footer_in_the_language_of_the_page(client):
    make.site_settings(
        parent_name="Ủy ban nhân dân tỉnh",
        parent_name_en="Provincial People's Committee",
        address="Số 1 phố Thử",
        telephone="0200 000 0000",
        email="lienhe@example.vn",
    )
    vietnamese, english = client.get("/").content.decode(), client.get("/en/").content.decode()
    assert all(
        text in vietnamese
        for text in ("Sở Thử nghiệm", "Ủy ban nhân dân tỉnh", "Số 1 phố Thử", "0200 000 0000")
    )
    assert "Department of Trials" in english
    assert "Provincial People&#x27;s Committee" in english


@pytest.mark.parametrize(
    ("printed", "dialled"),
    [
        ("(0200) 3 555 010", "02003555010"),
        ("+84 24 3858-3069", "+842438583069"),
        ("024 3858 3069 - 024 3858 3070", ""),
        ("1900 6868, nhánh 12", ""),
        ("", ""),
    ],
)
def test_a_telephone_dials_the_printed_number_where_it_is_one(client, printed, dialled):
    make.site_settings(telephone=printed, email="lienhe@example.vn")
    html = client.get("/").content.decode()
    assert re.findall(r'href="tel:([^"]*)"', html) == [dialled][: bool(dialled)]
    assert printed in html


def test_english_pages_are_english(client):
    make.published(language="en", title="News", category=make.category("Tin", name_en="News of us"))
    html = client.get("/en/").content.decode()
    assert "Skip to main content" in html
    assert "Top story" in html
    assert '<a class="masthead__language" href="/" lang="vi" hreflang="vi">Tiếng Việt</a>' in html


@pytest.mark.parametrize("path", ["/khong-co/", "/en/nothing/"])
def test_a_page_not_found_helps_on_and_does_not_repeat_the_address(client, path):
    make.site_settings(telephone="0200 000 0000")
    make.published(title="Tin mới")
    make.published(title="Latest", language="en")
    make.draft(title="ẨN")
    answer = client.get(path)
    html = answer.content.decode()
    assert answer.status_code == 404
    assert ("Latest" if path.startswith("/en/") else "Tin mới") in html
    assert "0200 000 0000" in html
    assert path.strip("/").split("/")[-1] not in html
    assert "ẨN" not in html


def test_the_page_for_a_server_error_needs_neither_database_nor_context(django_assert_num_queries):
    with django_assert_num_queries(0):
        html = get_template("portal/500.html").render({}, None)
    assert "Trang tạm thời không mở được" in html
    assert 'lang="en"' in html


@pytest.mark.parametrize("code", ["400", "403", "404"])
def test_each_error_has_its_page_in_both_languages(rf, code):
    from django.utils import translation

    for language, home in (("vi", 'href="/"'), ("en", 'href="/en/"')):
        with translation.override(language):
            request = rf.get("/")
            html = get_template(f"portal/{code}.html").render({}, request)
        assert f'<html lang="{language}">' in html
        assert f'<a class="button" {home}>' in html


def test_own_paths_of_menus_follow_the_language():
    assert addresses.translated("/luu-tru/2022/", "en") == "/en/archive/2022/"
    assert addresses.translated("/luu-tru/2022/", "vi") == "/luu-tru/2022/"
    assert addresses.translated("/", "en") == "/en/"
    assert addresses.translated("https://example.vn/luu-tru/", "en") == "https://example.vn/luu-tru/"
    assert addresses.translated("/khac/", "en") == "/khac/"


def test_the_named_origin_stands_in_addresses_for_machines(client, settings):
    settings.PUBLIC_ORIGIN = "https://so.example.vn"
    assert '<link rel="canonical" href="https://so.example.vn/">' in client.get("/").content.decode()
