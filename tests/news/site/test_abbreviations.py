"""What readers are told about abbreviations: in the text of an article, and on a page of their own."""

import csv
import io
import json
import re
from html import unescape
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from news.models import GlossaryEntry
from news.site import addresses, glossary, lexicon
from news.site.abbreviations import Explainer
from tests import make

ENTRIES = tuple(
    GlossaryEntry(short=short, full=full, is_explained=is_explained)
    for short, full, is_explained in [
        ("SHTT", "sở hữu trí tuệ", True),
        ("KH&CN", "khoa học và công nghệ", True),
        ("NĐ-CP", "nghị định của Chính phủ", True),
        ("TS.", "tiến sĩ", False),
        ("WIPO", "World Intellectual Property Organization", True),
    ]
)


def explained(*pieces, language="vi") -> str:
    explainer = Explainer(ENTRIES, language)
    return "".join(explainer(piece) for piece in pieces)


def words(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def test_the_first_use_is_written_out_and_later_ones_are_marked():
    html = explained("<p>Cục SHTT họp.</p><p>SHTT là gì?</p>")
    assert words(html) == "Cục SHTT (sở hữu trí tuệ) họp.SHTT là gì?"
    assert html.count('title="sở hữu trí tuệ"') == 2
    assert html.count('<a class="term" href="/bang-chu-viet-tat/#shtt">') == 1


def test_a_sign_in_an_abbreviation_is_found_in_escaped_text():
    assert words(explained("<p>Sở KH&amp;CN họp.</p>")) == "Sở KH&CN (khoa học và công nghệ) họp."


@pytest.mark.parametrize(
    "html",
    [
        "<p>Cục Sở hữu trí tuệ (SHTT) họp. SHTT là gì?</p>",
        "<p>SHTT (sở hữu trí tuệ) là gì? SHTT hay lắm.</p>",
        "<p><strong>SHTT</strong> (sở hữu trí tuệ) là gì?</p>",
        "<p>(SHTT, sau đây gọi là Cục) họp.</p>",
        "<p>Phòng Sở hữu trí tuệ tỉnh (SHTT tỉnh) họp. SHTT họp.</p>",
    ],
)
def test_what_the_author_explains_is_not_explained_again(html):
    assert words(explained(html)) == words(html)
    assert 'title="sở hữu trí tuệ"' in explained(html)


@pytest.mark.parametrize(
    "html",
    [
        "<h1>Cục SHTT họp</h1>",
        '<p><a href="/a/">Cục SHTT</a></p>',
        "<h2>SHTT</h2>",
        "<section data-unspoken><ul><li>Cục SHTT</li></ul></section>",
        "<p>TS. An</p>",
    ],
)
def test_names_and_titles_keep_their_words_and_are_only_marked(html):
    marked = explained(html)
    assert words(marked) == words(html)
    assert marked.count("<abbr") == 1
    assert "term" not in marked


@pytest.mark.parametrize(
    "html",
    [
        "<p>theo 65/2023/NĐ-CP</p>",
        "<p>gửi SHTT@coquan.vn, xem www.SHTT.vn và a/SHTT</p>",
        '<p><img alt="SHTT" src="/SHTT.jpg"></p>',
        '<p><abbr title="của tác giả">SHTT</abbr></p>',
        "<script>SHTT</script><button>SHTT</button>",
        '<p hidden>SHTT</p><span aria-hidden="true">SHTT</span>',
        "<p>SHTTX ASHTT</p>",
    ],
)
def test_what_is_no_abbreviation_stays_untouched(html):
    assert explained(html) == html


def test_brackets_do_not_stand_in_brackets():
    html = explained("<p>Hai bên (trong đó có SHTT và Sở) họp. SHTT nói.</p>")
    assert words(html) == "Hai bên (trong đó có SHTT và Sở) họp. SHTT (sở hữu trí tuệ) nói."


def test_each_is_explained_once_in_an_article_of_many_pieces():
    html = explained("<h1>SHTT</h1>", "<p>SHTT</p>", "<p>SHTT</p>", "<ul><li>SHTT</li></ul>")
    assert words(html) == "SHTTSHTT (sở hữu trí tuệ)SHTTSHTT"


def test_english_names_are_marked_for_an_english_voice():
    html = explained("<p>WIPO họp ở Geneva về Protection of Industrial Property Rights hôm nay.</p>")
    assert '(<span lang="en">World Intellectual Property Organization</span>)' in html
    assert '<span lang="en">Protection of Industrial Property Rights</span>' in html


@pytest.mark.parametrize(
    "html",
    [
        "<p>Ông Park Min Soo, ban thu ky on the.</p>",
        '<p lang="en">The Office of Industrial Property and Trade</p>',
        "<p>Công ty Hanaura Seed Foundation</p>",
    ],
)
def test_names_of_persons_and_what_is_marked_already_are_left_alone(html):
    assert explained(html) == html


def test_an_english_page_links_to_the_english_table():
    explainer = Explainer((GlossaryEntry(short="DOST", full="Department of Science and Technology"),), "en")
    assert 'href="/en/abbreviations/#dost"' in explainer("<p>The DOST opened.</p>")


@given(st.lists(st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<a href='x'>", "</a>", "SHTT", " ", "(", ")", "&amp;", "KH&amp;CN", "<",
                                 ">", "<!--", "-->", "<h2>", "</h2>", "TS.", ".", "/", "WIPO of the"]),
                max_size=30).map("".join))  # fmt: skip
def test_no_markup_stops_it_and_only_full_forms_are_added(html):
    marked = explained(html)
    bare = re.sub(
        r' \((?:<span lang="en">)?(?:' + "|".join(entry.full for entry in ENTRIES) + r")(?:</span>)?\)",
        "",
        marked,
    )
    bare = re.sub(
        r"</?abbr(?: [^>]*)?>|<a class=\"term\"[^>]*>|(?<=</abbr>)</a>|</?span(?: lang=\"en\")?>", "", bare
    )
    assert bare.replace("</a>", "") == html.replace("</a>", "")


# --- a whole article -------------------------------------------------------------------------------------------------------------------

TEXT = {
    "title": "Cục SHTT làm việc với Sở KH&CN",
    "lead": "Cục SHTT và Sở KH&CN họp.",
    "body": "<h2>Về SHTT</h2><p>UBND tỉnh và <a href='/x/'>Sở KH&amp;CN</a>; UBND hoan nghênh SHTT, WIPO.</p><ul><li>KH&amp;CN</li></ul>",
}


def article_with(**more):
    for short, full in [("SHTT", "sở hữu trí tuệ"), ("KH&CN", "khoa học và công nghệ"), ("UBND", "Ủy ban nhân dân"),
                        ("WIPO", "Tổ chức Sở hữu trí tuệ Thế giới")]:  # fmt: skip
        make.glossary_entry(short, full)
    return make.published(
        **TEXT | {"captions": [make.caption(make.photo(), "Toàn cảnh UBND")], "byline": "Cục SHTT"} | more
    )


def page_of(client, article) -> str:
    return client.get(addresses.article(article.last_release)).content.decode()


def unmarked(html: str) -> list[str]:
    """Abbreviations of the glossary that stand in an article's text outside `<abbr title>`."""
    html = re.search(r"<article.*</article>", html, re.DOTALL)[0]
    html = re.sub(
        r"<(script|nav|footer|audio)\b.*?</\1>|<abbr [^>]*title=.*?</abbr>|<p class=\"kicker\".*?</p>",
        " ",
        html,
        flags=re.DOTALL,
    )
    shorts = [re.escape(entry.short) for entry in GlossaryEntry.objects.filter(language="vi")]
    return re.findall(rf"(?<![\w&/@.-])(?:{'|'.join(shorts)})(?![\w&/@-])", words(html))


@pytest.mark.django_db
def test_3_1_4_every_abbreviation_of_the_glossary_is_marked_or_written_out(client):
    html = page_of(client, article_with())
    assert unmarked(html) == []
    assert words(html).count("SHTT (sở hữu trí tuệ)") == 1


@pytest.mark.django_db
def test_3_1_4_is_noticed_when_the_marking_is_left_out(client, monkeypatch):
    monkeypatch.setattr(Explainer, "__call__", lambda self, html: html)
    assert unmarked(page_of(client, article_with()))


@pytest.mark.django_db
def test_what_is_written_out_is_not_said_twice_and_stays_bound_to_its_words(client):
    html = page_of(client, article_with())
    rows = json.loads(re.search(r'<script id="reader-sentences"[^>]*>(.*?)</script>', html, re.DOTALL)[1])
    lead = re.search(r'<p[^>]*class="article__lead"[^>]*>(.*?)</p>', html, re.DOTALL)
    block = re.search(r'id="([^"]+)"', lead[0].split(">")[0])[1]
    [row] = [row for row in rows if row[0] == block]
    printed = words(lead[1])[row[1] : row[2]]
    assert printed == "Cục SHTT (sở hữu trí tuệ) và Sở KH&CN (khoa học và công nghệ) họp."
    assert "".join(row[3]) == "Cục sở hữu trí tuệ và Sở khoa học và công nghệ họp."
    assert [words(lead[1])[start:end] for _from, _to, start, end in row[4]] == [
        "SHTT (sở hữu trí tuệ)",
        "KH&CN (khoa học và công nghệ)",
    ]


@pytest.mark.django_db
def test_the_address_and_the_title_for_other_pages_stay_as_written(client):
    article = article_with()
    html = page_of(client, article)
    assert words(re.search(r"<h1.*?</h1>", html)[0]) == "Cục SHTT làm việc với Sở KH&CN"
    assert "<title>Cục SHTT làm việc với Sở KH&amp;CN" in html
    assert "cuc-shtt-lam-viec" in addresses.article(article.last_release)


@pytest.mark.django_db
def test_many_entries_cost_no_more_queries_than_one(client, django_assert_num_queries):
    article = article_with()
    page_of(client, article)
    with CaptureQueriesContext(connection) as few:
        page_of(client, article)
    for number in range(60):
        make.glossary_entry(f"AB{number}", "chữ viết tắt")
    with django_assert_num_queries(len(few)):
        page_of(client, article)


@pytest.mark.django_db
def test_a_change_of_the_full_form_makes_recordings_be_looked_at_again():
    entry, before = make.glossary_entry(), lexicon.stamp()
    GlossaryEntry.objects.filter(pk=entry.pk).update(full="sở hữu công nghiệp", spoken="sở hữu trí tuệ")
    assert lexicon.stamp() != before


# --- the page of abbreviations -----------------------------------------------------------------------------------------------------------


def rows(html: str) -> list[str]:
    return re.findall(r'class="glossary__row"[^>]*>\s*<dt>(.*?)</dt>', html)


@pytest.mark.django_db
def test_the_page_lists_them_in_the_order_of_the_vietnamese_alphabet(client):
    for short in ("UBND", "ĐMST", "DN", "Ư1", "CĐS", "5G"):
        make.glossary_entry(short, "chữ")
    make.glossary_entry("HIAT", "Hanaura Institute", language="en")
    html = client.get("/bang-chu-viet-tat/").content.decode()
    assert rows(html) == ["5G", "CĐS", "DN", "ĐMST", "UBND", "Ư1"]
    assert re.findall(r'<h2 id="chu-[^"]*">(.*?)</h2>', html) == ["0–9", "C", "D", "Đ", "U", "Ư"]
    assert rows(client.get("/en/abbreviations/").content.decode()) == ["HIAT"]


@pytest.mark.django_db
def test_what_articles_link_to_is_there(client):
    html = page_of(client, article_with())
    table = client.get("/bang-chu-viet-tat/").content.decode()
    targets = re.findall(r'href="/bang-chu-viet-tat/#([^"]+)"', html)
    assert len(targets) == 4
    assert all(f'id="{target}"' in table for target in targets)


@pytest.mark.django_db
def test_the_page_asks_as_little_for_many_as_for_one(client, django_assert_num_queries):
    make.glossary_entry()
    client.get("/bang-chu-viet-tat/")
    with CaptureQueriesContext(connection) as few:
        client.get("/bang-chu-viet-tat/")
    for number in range(40):
        make.glossary_entry(f"AB{number}", "chữ viết tắt")
    with django_assert_num_queries(len(few)):
        client.get("/bang-chu-viet-tat/")


@pytest.mark.django_db
def test_every_page_leads_to_the_table(client):
    assert '<a href="/bang-chu-viet-tat/">Bảng chữ viết tắt</a>' in client.get("/").content.decode()
    assert '<a href="/en/abbreviations/">Abbreviations</a>' in client.get("/en/").content.decode()


@pytest.mark.django_db
def test_machines_get_the_same_table(client):
    make.glossary_entry("KH&CN", "khoa học và công nghệ", source="Nghị định")
    make.glossary_entry("VGUT", "Trường Đại học", mode="spell")
    base = "/bang-chu-viet-tat/bang-chu-viet-tat."
    assert [row["short"] for row in json.loads(client.get(f"{base}json").content)] == ["KH&CN", "VGUT"]
    lines = list(csv.DictReader(io.StringIO(client.get(f"{base}csv").content.decode("utf-8-sig"))))
    assert lines[0]["source"] == "Nghị định"
    pls = ElementTree.fromstring(client.get(f"{base}pls").content)
    ns = "{http://www.w3.org/2005/01/pronunciation-lexicon}"
    assert [(lexeme.find(f"{ns}grapheme").text, lexeme.find(f"{ns}alias").text) for lexeme in pls] == [
        ("KH&CN", "khoa học và công nghệ"),
        ("VGUT", "V G U T"),
    ]
    assert client.get(f"{base}xml").status_code == 404


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless():
    assert glossary._cell("=1+1") == "'=1+1"


def test_tones_decide_only_between_words_that_are_otherwise_the_same():
    given_words = ["ấm", "âm", "an", "ăn", "á", "a", "đa", "da"]
    assert sorted(given_words, key=glossary.vietnamese_order) == [
        "a",
        "á",
        "an",
        "ăn",
        "âm",
        "ấm",
        "da",
        "đa",
    ]
