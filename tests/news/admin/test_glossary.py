"""The glossary for editors: hearing an entry, what it clashes with, and the live articles that hold it."""

import pytest

from news.admin.glossary import clashes, holding, sample_address
from news.models import GlossaryEntry
from news.site import extras
from tests import make
from tests.news.admin.desk_of import signed_in

pytestmark = pytest.mark.django_db


def test_live_articles_with_the_word_alone_are_found_wherever_it_stands():
    entry = make.glossary_entry("KH&CN", "khoa học và công nghệ")
    found = [
        make.published(title="Sở KH&CN họp"),
        make.published(lead="Sở KH&CN họp"),
        make.published(body="<p>Sở KH&amp;CN họp</p>"),
    ]
    make.published(body="<p>theo 1/KH&amp;CN-X và kh&amp;cn</p>")
    make.draft(title="Sở KH&CN nháp")
    assert {edition.article_id for edition in holding(entry)} == {article.pk for article in found}


def test_recordings_are_made_again_through_the_hook(monkeypatch):
    asked = []
    monkeypatch.setattr(extras, "remake_audio", asked.append)
    entry, article = make.glossary_entry(), make.published(body="<p>Cục SHTT họp</p>")
    client = signed_in(make.user("editor"))
    page = f"/quan-tri/news/glossaryentry/{entry.pk}/tin/"
    assert article.last_release.title in client.get(page).content.decode()
    assert client.post(page).status_code == 302
    assert [edition.pk for edition in asked] == [article.last_release.pk]


def test_the_list_of_articles_asks_as_little_for_many_as_for_one(django_assert_max_num_queries):
    entry = make.glossary_entry()
    for number in range(5):
        make.published(title=f"Cục SHTT họp lần {number}")
    with django_assert_max_num_queries(1):
        assert len([edition.article.number for edition in holding(entry)]) == 5


def test_what_the_same_letters_could_mean_is_said():
    entry = make.glossary_entry("SHTT", "sở hữu trí tuệ")
    assert clashes(entry) == []
    make.glossary_entry("Shtt", "sơ họa")
    make.glossary_entry("SHT", "Sở hữu trí tuệ")
    make.agency("Cục Sở hữu trí tuệ", abbreviation="SHTT")
    said = " ".join(clashes(entry))
    assert "Shtt" in said and "“SHT”" in said and "Cục Sở hữu trí tuệ" in said


@pytest.mark.parametrize(
    ("columns", "query"),
    [
        ({"full": "a b"}, "text=a+b&language=vi"),
        ({"full": "a b", "spoken": "c"}, "text=c&language=vi"),
        ({"full": "a b", "mode": "word"}, "text=AB&language=vi"),
        ({"full": "a b", "mode": "spell"}, "text=AB&language=vi&spelt=1"),
    ],
)
def test_the_sample_is_what_narration_says(columns, query):
    assert sample_address(GlossaryEntry(short="AB", **columns)).endswith(f"?{query}")


def test_the_form_of_an_entry_offers_to_hear_it_and_to_see_its_articles():
    entry = make.glossary_entry()
    html = (
        signed_in(make.user("editor"))
        .get(f"/quan-tri/news/glossaryentry/{entry.pk}/change/")
        .content.decode()
    )
    assert 'src="/quan-tri/nghe-thu/?text=' in html
    assert f'href="/quan-tri/news/glossaryentry/{entry.pk}/tin/"' in html


def test_what_making_recordings_again_cost_is_shown_in_numbers(monkeypatch):
    entry = make.glossary_entry()
    waiting, made = make.published(title="Cục SHTT họp"), make.published(body="<p>SHTT và SHTT</p>")
    moment = make.moment("2022-05-17 11:30")
    readings = {
        waiting.last_release.pk: extras.Reading(0, None, None, is_waiting=True, is_machine=True),
        made.last_release.pk: extras.Reading(48, 2, moment, is_waiting=False, is_machine=True),
    }
    monkeypatch.setattr(extras, "readings_of", lambda editions: readings)
    html = (
        signed_in(make.user("editor")).get(f"/quan-tri/news/glossaryentry/{entry.pk}/tin/").content.decode()
    )
    words = " ".join(html.split())
    assert "Từ này có ở 3 chỗ." in words
    assert "đọc lại 2 trong 48 câu" in words and "1 bản ghi đang chờ làm" in words
    assert "Đọc lại 2 trong 48 câu<div" in words and "11:30, 17/05/2022" in words


def test_an_entry_not_saved_yet_can_be_heard_too():
    html = signed_in(make.user("editor")).get("/quan-tri/news/glossaryentry/add/").content.decode()
    assert 'data-glossary-sample="/quan-tri/nghe-thu/" hidden' in html and "glossary-sample" in html
