"""Long sentences and lines in capitals: pointed out with their beginning, never in the way of publishing."""

import pytest

from news.desk.checks import plain
from tests import make

pytestmark = pytest.mark.django_db

LONG = "Hội nghị " + "đã nghe và thảo luận các nội dung được nêu trong báo cáo " * 6 + "này."


def told(check, **changes):
    return [(row.place, row.sentence, row.is_blocking) for row in check(make.content(**changes))]


def test_a_sentence_too_long_to_follow_is_shown_by_its_beginning():
    body = f"<p>Mở đầu ngắn gọn.</p><p>{LONG} Câu sau ngắn.</p>"
    (place, sentence, is_blocking), *rest = told(plain.sentences_can_be_followed, body=body)
    assert (place, is_blocking, rest) == ("body", False, [])
    assert "1" in sentence and "Hội nghị đã nghe và thảo luận các" in sentence


def test_the_long_sentences_of_a_text_are_one_line_that_counts_them():
    rows = told(
        plain.sentences_can_be_followed, lead=LONG, body=f"<p>{LONG} {LONG}</p><ul><li>{LONG}</li></ul>"
    )
    assert [(place, sentence.split()[0]) for place, sentence, _ in rows] == [("lead", "1"), ("body", "3")]


@pytest.mark.parametrize(
    "body",
    [
        "<p>" + "Sáng nay, hai bên đã gặp nhau tại Hà Nội. " * 12 + "</p>",
        "<p>Dự họp có: " + "; ".join(["đại diện Sở Khoa học và Công nghệ tỉnh"] * 10) + ".</p>",
        "<ul>" + "<li>Ủy ban nhân dân xã đã nhận được văn bản</li>" * 10 + "</ul>",
    ],
)
def test_short_sentences_and_the_items_of_a_list_are_left_alone(body):
    assert told(plain.sentences_can_be_followed, body=body) == []


def test_a_title_and_a_heading_all_in_capitals_are_pointed_out():
    rows = told(
        plain.capitals_are_few,
        title="HỘI NGHỊ TỔNG KẾT NĂM 2026",
        body="<h2>KẾT QUẢ THỰC HIỆN NHIỆM VỤ</h2><p>Đã xong.</p>",
    )
    assert [(place, is_blocking) for place, _, is_blocking in rows] == [("title", False), ("body", False)]
    assert "KẾT QUẢ THỰC HIỆN" in rows[1][1]


def test_abbreviations_in_a_title_are_no_shouting():
    assert told(plain.capitals_are_few, title="UBND TP.HCM và WIPO ký kết", body="<p>SHTT</p>") == []
