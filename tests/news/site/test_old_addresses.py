"""Readers of an old portal are led to where its news stands now."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news.models import OldAddress
from news.site import old_addresses
from tests import make
from tests.news.admin.desk_of import as_a

pytestmark = pytest.mark.django_db
ADD, IMPORT = "/quan-tri/news/oldaddress/add/", "/quan-tri/news/oldaddress/nhap/"


@pytest.fixture
def article():
    return make.published(title="Làm việc với Đà Nẵng")


def new(article) -> str:
    return f"/tin-tuc/lam-viec-voi-da-nang-{article.number}/"


def led(path: str):
    answer = Client().get(path)
    return answer["Location"] if answer.status_code == 301 else answer.status_code


@pytest.mark.parametrize(
    "asked",
    [
        "/index.php?option=com_content&id=12",
        "/index.php?id=12&option=com_content",
        "/INDEX.php?Option=com_content&ID=12",
        "/index.php?option=com_content&id=12&utm_source=zalo&fbclid=abc",
        "/index.php?option=com_content&id=12&Itemid=7",
        "/index.php/;jsessionid=AB12?option=com_content&id=12",
    ],
)
def test_an_old_address_leads_on_however_its_parameters_stand(article, asked):
    make.old_address("https://www.old.vn/index.php?option=com_content&id=12", article=article)
    assert led(asked) == new(article)


def test_another_number_of_the_same_page_leads_nowhere(article):
    make.old_address("/index.php?id=12", article=article)
    assert led("/index.php?id=13") == 404
    assert led("/index.php") == 404


@pytest.mark.parametrize("path", ["/khong-co%00", "/?p=%00", "/%00/?a=%00", "/%5B?//[", "/?http://[=1"])
def test_an_address_that_no_database_can_keep_is_just_not_found(path):
    make.site_settings()
    assert Client().get(path).status_code in (200, 404)


def test_a_target_or_an_old_address_that_is_none_is_refused_with_a_sentence():
    answer = as_a("editor").post(ADD, {"address": "http://[", "target": "/luu-tru/"})
    assert answer.status_code == 200 and answer.context["adminform"].form.errors["address"]


@pytest.mark.parametrize("limit", [131_072, 5_000_000])
def test_a_table_that_is_none_is_refused_in_words(limit):
    before = csv.field_size_limit(limit)  # of the process; an import raises it
    try:
        answer = as_a("editor").post(IMPORT, {"text": f"/a,{'x' * 200_000}"})
    finally:
        csv.field_size_limit(before)
    assert answer.status_code == 200 and answer.context["fault"]


def test_the_more_exact_address_wins(article):
    make.old_address("/chi-tiet?id=1", article=article)
    make.old_address("/chi-tiet", url="/luu-tru/")
    assert led("/chi-tiet?id=1&x=2") == new(article)
    assert led("/chi-tiet/?x=2") == "/luu-tru/"


def test_letters_with_marks_are_found_escaped_and_plain(article):
    make.old_address("/Tin tức/Làm việc.aspx", article=article)
    assert led("/tin%20t%E1%BB%A9c/l%C3%A0m%20vi%E1%BB%87c.aspx") == new(article)


def test_targets_follow_what_is_public(article):
    make.old_address("/a", article=make.draft())
    make.old_address("/b", page=make.page(slug="gioi-thieu"))
    make.old_address("/c", page=make.page(slug="kin", is_public=False))
    make.old_address("/d", article=make.withdrawn())
    assert (led("/a"), led("/b"), led("/c")) == (404, "/trang/gioi-thieu/", 404)
    assert Client().get("/d", follow=True).status_code == 410


def test_an_address_of_this_site_is_never_asked_for(article):
    make.old_address(new(article), url="/luu-tru/")
    assert Client().get(new(article)).status_code == 200


def test_a_page_not_found_costs_one_question_more_whatever_is_kept(article):
    make.site_settings()

    def questions(path: str) -> list[str]:
        with CaptureQueriesContext(connection) as made:
            Client().get(path)
        return [row["sql"] for row in made if "news_oldaddress" in row["sql"]]

    assert len(questions("/khong-co?a=1&b=2&c=3&d=4&e=5&f=6&g=7")) == 1
    for number in range(20):
        make.old_address(f"/cu/{number}?a=1", article=article)
    assert len(questions("/cu/3?a=1&b=2")) == 1
    assert questions("/") == []


def test_staff_pages_lead_nowhere_else(article):
    make.old_address("/quan-tri/cu", article=article)
    assert as_a("editor").get("/quan-tri/cu").status_code != 301


def test_an_editor_adds_one_by_number_address_or_path(article):
    client = as_a("editor")
    make.page(slug="gioi-thieu")
    for old, target in [("https://old.vn/a", str(article.number)), ("/b", new(article)), ("/c", "/luu-tru/"),
                        ("/d", "/trang/gioi-thieu/")]:  # fmt: skip
        assert client.post(ADD, {"address": old, "target": target}).status_code == 302, old
    assert [led(path) for path in "/a /b /c /d".split()] == [new(article)] * 2 + [
        "/luu-tru/",
        "/trang/gioi-thieu/",
    ]
    assert OldAddress.objects.get(address="/a").made_by == client.user


@pytest.mark.parametrize(
    ("old", "target"),
    [
        ("/a", "/a/"),
        ("/a", "/A"),
        ("/", "/luu-tru/"),
        ("/a", "https://khac.vn/"),
        ("/a", "//khac.vn"),
        ("/a", "999999"),
    ],
)
def test_loops_foreign_sites_and_unknown_numbers_are_refused(old, target):
    answer = as_a("editor").post(ADD, {"address": old, "target": target})
    assert answer.status_code == 200 and answer.context["errors"]
    assert not OldAddress.objects.exists()


def test_a_longer_loop_is_refused_and_a_chain_is_cut_short(article):
    make.old_address("/b", article=article)
    client = as_a("editor")
    client.post(ADD, {"address": "/a", "target": "/b"})
    assert OldAddress.objects.get(address="/a").article == article
    make.old_address("/y", url="/x")
    assert client.post(ADD, {"address": "/x", "target": "/y"}).status_code == 200
    assert not OldAddress.objects.filter(address="/x").exists()


def test_a_table_is_looked_through_first_and_then_kept(article):
    client = as_a("editor")
    make.old_address("/b", url="/luu-tru/")
    table = f"cu,moi\n/a?id=1,{new(article)}\n/b,{article.number}\n/c,/c/\n/a?id=1,/luu-tru/\n/d,https://x.vn\n/e,/f\n/f,/e\n"
    file = SimpleUploadedFile("cu.csv", b"\xef\xbb\xbf" + table.encode())
    html = client.post(IMPORT, {"act": "look", "file": file}).content.decode()
    assert "2 dòng giữ được" in html and "5 dòng không giữ được" in html
    assert OldAddress.objects.count() == 1
    client.post(IMPORT, {"act": "keep", "text": table})
    assert {row.address: row.article for row in OldAddress.objects.all()} == {
        "/a?id=1": article,
        "/b": article,
    }


def test_an_imported_article_brings_its_old_address(tmp_path):
    path = tmp_path / "bai.jsonl"
    path.write_text(
        '{"id": 7, "url": "https://old.vn/tin.aspx?ItemID=7", "title": "Bài cũ", "body": "<p>Nội dung.</p>",'
        ' "published_at": "2019-03-01"}\n'
    )
    call_command("import_batch", path, "--publish", stdout=io.StringIO())
    row = OldAddress.objects.get()
    assert row.address == "/tin.aspx?itemid=7"
    assert led("/tin.aspx?ItemID=7") == old_addresses.target_of(row)


def test_the_doctor_tells_what_leads_nowhere_or_through_another(article):
    make.old_address("/a", article=article)
    call_command("check_redirects", stdout=io.StringIO())
    make.old_address("/b", url="/a")
    make.old_address("/c", article=make.draft())
    said = io.StringIO()
    with pytest.raises(CommandError):
        call_command("check_redirects", stdout=said)
    assert "/b:" in said.getvalue() and "/c:" in said.getvalue() and "/a:" not in said.getvalue()


@pytest.mark.parametrize("role", ["writer", "administrator"])
def test_only_editors_and_publishers_lead_readers(role):
    client = as_a(role)
    assert client.get(IMPORT).status_code == 403
    assert client.get(reverse("admin:news_oldaddress_changelist")).status_code == 403
