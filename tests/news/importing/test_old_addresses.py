"""Readers of the old portal come to the imported article, whatever the old address looked like."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from news.models import Article, OldAddress
from tests import make
from tests.news.importing.test_import_batch import row, run, write
from tests.news.importing.test_web import NUKEVIET

pytestmark = pytest.mark.django_db


def imported(tmp_path, *addresses: str) -> list[str]:
    """The new addresses of articles that stood at the old ones."""
    rows = [row(number, url=address) for number, address in enumerate(addresses, 1)]
    run(write(tmp_path / "tin.jsonl", rows), publish=True)
    return [new(article) for article in Article.objects.order_by("number")]


def new(article: Article) -> str:
    return f"/tin-tuc/{article.last_release.slug}-{article.number}/"


def led(path: str):
    answer = Client().get(path)
    return answer["Location"] if answer.status_code == 301 else answer.status_code


@pytest.mark.parametrize(
    ("kept", "asked"),
    [
        # NukeViet, Joomla, DotNetNuke, Liferay, SharePoint, WordPress
        ("https://cu.vn/index.php?language=vi&nv=news&op=Tin-tuc/Hop-ban-12", "/index.php?nv=news&op=Tin-tuc/Hop-ban-12&language=vi"),
        ("http://cu.vn/index.php?option=com_content&id=12:hop&Itemid=3", "/index.php?Itemid=3&id=12%3Ahop&option=com_content"),
        ("/index.php/tin-tuc/12-hop.html", "/index.php/tin-tuc/12-hop.html?tmpl=component"),
        ("https://cu.vn/tabid/57/ctl/ViewNews/ArticleID/12/Default.aspx", "/TabId/57/ctl/viewnews/articleid/12/default.aspx"),
        ("https://cu.vn/web/tin/-/asset_publisher/A/content/hop", "/web/tin/-/asset_publisher/A/content/hop;jsessionid=8F?p_p_auth=x"),
        ("https://cu.vn/Lists/TinTuc/DispForm.aspx?ID=12&Source=/", "/Lists/TinTuc/DispForm.aspx?ID=12&Source=%2F"),
        ("https://cu.vn/?p=12", "/?p=12&utm_source=zalo"),
    ],
)  # fmt: skip
def test_addresses_of_usual_systems_lead_to_the_article(tmp_path, kept, asked):
    [article] = imported(tmp_path, kept)
    assert led(asked) == article


def test_the_front_page_asks_only_when_a_parameter_may_name_a_page(tmp_path):
    imported(tmp_path, "https://cu.vn/?p=12")
    make.old_address("/en", url="/luu-tru/")
    assert led("/?p=13") == led("/en/?p=12") == 200
    with CaptureQueriesContext(connection) as asked:
        assert led("/?utm_source=zalo&fbclid=1") == led("/") == 200
    assert not [query for query in asked if "news_oldaddress" in query["sql"]]


@pytest.mark.parametrize(
    "asked",
    [
        "/tin-tức/họp-bàn-về-đất-đai.html",
        "/tin-t%E1%BB%A9c/h%E1%BB%8Dp-b%C3%A0n-v%E1%BB%81-%C4%91%E1%BA%A5t-%C4%91ai.html",
        "/tin-tu%CC%9B%CC%81c/ho%CC%A3p-ba%CC%80n-ve%CC%82%CC%80-%C4%91a%CC%82%CC%81t-%C4%91ai.html",
        "/TIN-T%E1%BB%A8C/H%E1%BB%8Cp-b%C3%A0n-v%E1%BB%81-%C4%90%E1%BA%A5t-%C4%90ai.html",
        "/tin-tức//họp-bàn-về-đất-đai.html/",
    ],
    ids=["plain", "escaped", "decomposed", "capitals", "slashes"],
)
@pytest.mark.parametrize("kept", ["plain", "escaped"])
def test_vietnamese_letters_are_one_address_however_they_are_written(tmp_path, kept, asked):
    plain = "https://cu.vn/tin-tức/họp-bàn-về-đất-đai.html"
    escaped = "https://cu.vn/tin-t%E1%BB%A9c/h%E1%BB%8Dp-b%C3%A0n-v%E1%BB%81-%C4%91%E1%BA%A5t-%C4%91ai.html"
    [article] = imported(tmp_path, plain if kept == "plain" else escaped)
    assert led(asked) == article


def test_letters_in_parameters_are_one_address_too(tmp_path):
    [article] = imported(tmp_path, "https://cu.vn/tim?chuyên mục=đất đai&id=5")
    assert led("/tim?id=5&chuy%C3%AAn+m%E1%BB%A5c=%C4%91%E1%BA%A5t+%C4%91ai") == article


def test_two_rows_of_one_page_lead_to_their_own_articles(tmp_path):
    first, second = imported(tmp_path, "/index.php?id=1", "/index.php?id=11")
    assert (led("/index.php?id=1"), led("/index.php?id=11"), led("/index.php?id=111")) == (first, second, 404)


def test_an_address_that_is_one_of_this_site_s_own_is_no_loop(tmp_path):
    make.category("Cũ")
    [article] = imported(
        tmp_path, "https://cu.vn/tin-tuc/so-cong-thuong-lam-viec-voi-vien-nang-luong-lan-thu-1-1/"
    )
    assert Client().get(article).status_code == 200
    assert led("/tin-tuc/ten-khac-1/") == article


def test_the_front_page_and_the_newsroom_are_no_old_addresses(tmp_path):
    imported(tmp_path, "https://cu.vn/", "https://cu.vn/quan-tri/x")
    assert Article.objects.count() == 2 and not OldAddress.objects.exists()


def test_a_row_that_was_kept_to_another_address_is_led_in_one_step(tmp_path):
    """An editor had led /b to /a before the import said what /a is: one hop each, and the check finds the chain."""
    make.old_address("/b", url="/a")
    [article] = imported(tmp_path, "https://cu.vn/a")
    assert led("/a") == article
    with pytest.raises(CommandError):
        call_command("check_redirects")


def test_a_second_import_changes_no_target(tmp_path):
    [article] = imported(tmp_path, "/a?id=1")
    run(write(tmp_path / "khac.jsonl", [row(7, url="/a?id=1", title="Tin khác")]), publish=True, site="khác")
    assert led("/a?id=1") == article


def test_a_draft_leads_nowhere_until_it_is_published(tmp_path):
    run(write(tmp_path / "tin.jsonl", [row(1, url="/a?id=1")]))
    assert led("/a?id=1") == 404


SAVED = "<!-- saved from url=(0036)https://cu.vn/index.php?nv=news&op=1-5 -->"
SINGLE = (
    "<!--\n Page saved with SingleFile \n url: https://cu.vn/index.php?nv=news&op=1-5 \n saved date: x\n-->"
)
TRACK = "<!-- Mirrored from cu.vn/index.php?nv=news&op=1-5 by HTTrack Website Copier/3.x [XR&CO'2014], Mon, 01 Jan 2024 -->"
CANONICAL = '<link rel="canonical" href="https://cu.vn/index.php?nv=news&amp;op=1-5">'
SHARED = '<meta property="og:url" content="https://cu.vn/index.php?nv=news&amp;op=1-5">'


@pytest.mark.parametrize(
    "said",
    [SAVED, SINGLE, TRACK, CANONICAL, SHARED, f'<link rel="canonical" href="https://cu.vn/">{SHARED}'],
    ids=["browser", "singlefile", "httrack", "canonical", "shared", "front page as canonical"],
)
def test_a_saved_page_tells_its_old_address(tmp_path, said):
    page = (
        NUKEVIET.replace("<head>", f"<head>{said}")
        if said.startswith(("<link", "<meta"))
        else said + NUKEVIET
    )
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    run(tmp_path, publish=True)
    assert led("/index.php?op=1-5&nv=news") == new(Article.objects.get())


@pytest.mark.parametrize(
    "said", ["", '<link rel="canonical" href="javascript:x()">', '<link rel="canonical" href="http://[">']
)
def test_a_saved_page_without_an_address_is_imported_all_the_same(tmp_path, said):
    (tmp_path / "a.html").write_text(NUKEVIET.replace("<head>", f"<head>{said}"), encoding="utf-8")
    run(tmp_path, publish=True)
    assert Article.objects.count() == 1 and not OldAddress.objects.exists()
