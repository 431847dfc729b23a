"""Parts of a page in another language are read by its rules, and the list of sentences says which they are."""

import pytest

from accessibility.narration import mark_up


def rows(html, language="vi"):
    return mark_up(html, language).sentences


def said(row):
    return "".join(row[3])


def test_a_paragraph_in_english_says_so_and_follows_english_rules():
    vietnamese, english = rows('<p>Ngày 13/5/2022.</p><p lang="en">On 13/5/2022.</p>')
    assert "tháng năm" in said(vietnamese)
    assert len(vietnamese) == 5
    assert "May" in said(english)
    assert english[5] == "en"


def test_words_in_english_inside_a_sentence_are_named_by_their_place():
    (row,) = rows('<p>Dự <em lang="en">the Day</em> có ông An.</p>')
    first, last, code = row[5][0]
    assert (said(row)[first:last], code) == ("the Day", "en")


def test_a_vietnamese_quotation_in_an_english_page_is_vietnamese_again():
    (row,) = rows('<blockquote lang="vi"><p>Ngày 13/5/2022</p></blockquote>', "en")
    assert "tháng năm" in said(row)
    assert row[5] == "vi"


def test_the_pages_own_language_named_once_more_changes_nothing():
    assert rows('<p lang="vi">Câu <span lang="vi-VN">này</span>.</p>') == rows("<p>Câu <span>này</span>.</p>")


@pytest.mark.parametrize("code", ["fr", "", "x", "vie"])
def test_languages_without_a_voice_are_read_with_what_stands_around_them(code):
    assert [row[1:] for row in rows(f'<p>Ở <span lang="{code}">Paris</span>.</p>')] == [
        row[1:] for row in rows("<p>Ở <span>Paris</span>.</p>")
    ]


def test_units_in_both_languages_are_bound_to_their_printed_places():
    text = "Ngày 13/5/2022 (13/5/2022) họp."
    (row,) = rows("<p>Ngày 13/5/2022 <span lang='en'>(13/5/2022)</span> họp.</p>")
    printed = [text[start:end] for *_, start, end in row[4]]
    assert sum("13/5/2022" in each for each in printed) == 2
    for first, last, start, end in row[4]:
        assert 0 <= first <= last <= len(said(row))
        assert 0 <= start <= end <= len(text)
