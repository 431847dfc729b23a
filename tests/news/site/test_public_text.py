"""The body as readers get it: markers become pictures, and none is ever shown as text."""

import pytest

from news.models import Caption, Edition
from news.site import public_text

CAPTIONS = [Caption(order=number, text=f"Ảnh {number}") for number in (1, 2, 3)]


def pieces(html: str) -> list[str]:
    parts, _placed = public_text.body_parts(html, CAPTIONS, [{"title": "Phim"}])
    return [part.html or (part.caption.text if part.caption else part.video["title"]) for part in parts]


def test_a_marker_on_its_own_line_becomes_its_photo():
    assert pieces("<p>Một</p>\n<p>[[ảnh 2]]</p>\n<p>Hai</p>") == ["<p>Một</p>", "Ảnh 2", "<p>Hai</p>"]


@pytest.mark.parametrize(
    "marker",
    ["[[Ảnh 2]]", "[[ ảnh&nbsp;2 ]]", "[[ảnh\u00a02]]", "[[ảnh 02]]", " [[ảnh 2]]<br> ", "[[ẢNH  2]]"],
)
def test_the_spelling_of_a_marker_may_vary(marker):
    assert pieces(f"<p>{marker}</p>") == ["Ảnh 2"]


def test_several_markers_of_one_paragraph_are_several_pictures():
    assert pieces("<p>[[ảnh 3]]<br>[[video 1]]</p>") == ["Ảnh 3", "Phim"]


@pytest.mark.parametrize("body", ["<p>[[ảnh 9]]</p>", "<p>[[video 2]]</p>", "<p>[[ảnh 0]]</p>"])
def test_a_marker_of_nothing_leaves_nothing(body):
    assert pieces(body) == []


def test_a_photo_stands_once():
    assert pieces("<p>[[ảnh 1]]</p><p>[[ảnh 1]]</p>") == ["Ảnh 1"]


def test_a_marker_among_words_is_dropped_and_its_photo_goes_to_the_gallery():
    parts, placed = public_text.body_parts("<p>Một [[ảnh 2]] hai</p>", CAPTIONS, [])
    assert [part.html for part in parts] == ["<p>Một  hai</p>"]
    assert placed == set()


def test_the_summary_is_the_lead_else_the_first_words_without_markers():
    assert public_text.summary(Edition(lead="Mở  đầu.\nHai.")) == "Mở đầu. Hai."
    assert public_text.summary(Edition(body="<p>[[ảnh 1]]</p><p>Cà phê &amp; trà</p>")) == "Cà phê & trà"


def test_a_long_summary_ends_at_a_word():
    assert public_text.summary(Edition(lead="một hai ba bốn"), 11) == "một hai…"
