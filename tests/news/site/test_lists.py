"""Categories, tags and standing pages."""

import datetime

import pytest
from django.utils import timezone

from tests import make

pytestmark = pytest.mark.django_db


def test_a_category_lists_its_news_and_those_of_the_categories_below_in_one_order(client):
    above = make.category("Tin hoạt động", slug="hoat-dong")
    below = make.category("Hợp tác", slug="hop-tac", parent=above)
    make.published(title="Một", category=above, at="2022-05-01 08:00")
    make.published(title="Hai", category=below, at="2022-05-02 08:00")
    make.published(title="Ba", category=above, at="2022-05-03 08:00")
    make.published(title="Mục khác")
    html = client.get("/chuyen-muc/hoat-dong/").content.decode()
    places = [html.index(f">{name}</a>") for name in ("Ba", "Hai", "Một")]
    assert places == sorted(places)
    assert "Mục khác" not in html
    assert '<a href="/chuyen-muc/hop-tac/">Hợp tác</a>' in html
    assert (
        '<a href="/chuyen-muc/hoat-dong/">Tin hoạt động</a>'
        in client.get("/chuyen-muc/hop-tac/").content.decode()
    )


def test_a_category_is_named_in_the_language_of_the_page(client):
    make.category(
        "Thông báo", name_en="Notices", slug="thong-bao", description="Về mục này.", description_en="About."
    )
    vietnamese = client.get("/chuyen-muc/thong-bao/").content.decode()
    english = client.get("/en/category/thong-bao/").content.decode()
    assert "<h1>Thông báo</h1>" in vietnamese
    assert "Về mục này." in vietnamese
    assert "<h1>Notices</h1>" in english
    assert "About." in english
    assert 'hreflang="en" href="http://testserver/en/category/thong-bao/"' in vietnamese


def test_an_empty_category_says_so_and_leads_on(client):
    make.category(slug="trong")
    html = client.get("/chuyen-muc/trong/").content.decode()
    assert "Chưa có tin ở đây." in html
    assert '<a class="button" href="/luu-tru/">Tất cả tin</a>' in html
    assert 'class="button" href="/luu-tru/"' not in client.get("/luu-tru/").content.decode()


def test_an_unknown_category_is_not_found(client):
    assert client.get("/chuyen-muc/khong-co/").status_code == 404


def test_categories_below_ask_no_more_of_the_database(client, django_assert_max_num_queries):
    make.site_settings()
    above = make.category(slug="tren")
    for _ in range(6):
        make.published(category=make.category(parent=above), cover=make.photo(), lead="")
    with django_assert_max_num_queries(6):
        client.get("/chuyen-muc/tren/")


def test_a_tag_lists_what_carries_it_in_any_spelling(client):
    make.published(title="Một", tags=["Chuyển đổi số"])
    make.published(title="Hai", tags=["CHUYEN DOI SO"])
    make.draft(title="ẨN", tags=["Chuyển đổi số"])
    html = client.get("/tu-khoa/chuyen-doi-so/").content.decode()
    assert ">Một</a>" in html
    assert ">Hai</a>" in html
    assert "ẨN" not in html


def test_a_tag_of_drafts_alone_is_not_found(client):
    make.draft(tags=["Kế hoạch mật"])
    make.scheduled(tags=["Kế hoạch mật"], at=timezone.now() + datetime.timedelta(days=1))
    assert client.get("/tu-khoa/ke-hoach-mat/").status_code == 404


def test_a_standing_page_is_shown_in_both_languages(client):
    make.page("Liên hệ", slug="lien-he", body="<p>Số 1.</p>", title_en="Contact", body_en="<p>No. 1.</p>")
    assert "<p" in (html := client.get("/trang/lien-he/").content.decode())
    assert "Số 1." in html
    english = client.get("/en/page/lien-he/").content.decode()
    assert "Contact" in english
    assert "No. 1." in english


def test_a_standing_page_that_is_not_public_is_not_found(client):
    make.page(slug="nhap", is_public=False)
    assert client.get("/trang/nhap/").status_code == 404
