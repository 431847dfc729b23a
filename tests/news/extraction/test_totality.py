"""Any text is answered: no error, valid offsets, time in proportion to length."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.extraction import extract, to_dict
from news.extraction.text import Source
from tests.news.extraction import pages

PIECES = [
    "ông ",
    "bà ",
    "các đồng chí: ",
    "Nguyễn Văn A",
    "Phó Giám đốc Sở ",
    "Sở Tài chính",
    " (STC)",
    ", ",
    "; ",
    ".\n",
    "\r\n\r\n",
    "và ",
    "đại diện ",
    "Về phía ",
    "tỉnh ",
    "Hải Đông ",
    "Th 3, 17/05/2022 | 11:30 SA\n",
    "ngày 3/4",
    "\u0301",
    "\u00a0",
    "\u200b",
    "Tin: ",
    "Mr. ",
    "Director of the ",
    "Department ",
    "cố ",
    "ủy quyền cho ",
    ":\n- ",
    "Ảnh: ",
    "(",
    ")",
    '"',
    "Một số hình ảnh:\n",
    "kiêm ",
    "trưởng các phòng ",
    "a",
    "Đ",
]
ENGLISH_PIECES = [
    "Mr. ",
    "Ms. ",
    "Deputy ",
    "Director ",
    "of the ",
    "Salt Authority ",
    "(SA) ",
    "Ma Thi Soi ",
    "Aron Berg",
    "Lahti City Government",
    "Committee ",
    ", ",
    ". ",
    "; ",
    " and ",
    "representatives of ",
    "led by ",
    "On the Danish side were ",
    "The delegation included ",
    "Participants from SA:\n- ",
    "received ",
    "\n\n",
    "on March 4, 2023",
    "students",
    "the late ",
]
MIXED = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=60).map("".join)


def check(text):
    found = extract(text)
    to_dict(found)
    for finding in found.every():
        assert 0 <= finding.start < finding.end <= len(text)


@given(MIXED)
def test_any_mixture_of_page_pieces_is_answered(text):
    check(text)


@given(st.text(max_size=300))
def test_any_text_is_answered(text):
    check(text)


@given(st.integers(0, len(pages.MEETING)), st.integers(0, len(pages.MEETING)), MIXED)
def test_a_page_cut_and_patched_anywhere_is_answered(start, stop, patch):
    check(pages.MEETING[:start] + patch + pages.MEETING[stop:])


@given(st.lists(st.sampled_from(ENGLISH_PIECES), max_size=80).map("".join))
def test_any_mixture_of_english_pieces_is_answered(text):
    check(text)


@given(st.text(max_size=300))
def test_a_view_offset_leads_back_into_the_source(text):
    source = Source(text)
    for line in source.lines():
        start, end = source.origin(line.start, line.end)
        assert 0 <= start < end <= len(text)


def test_empty_text_has_no_findings():
    assert list(extract("").every()) == []


@pytest.mark.parametrize(
    "unit",
    [
        pages.MEETING,
        pages.MEETING.replace("\n", " "),
        pages.ENGLISH,
        "ông ",
        "Sở ",
        "Sở Tài chính, ",
        "các Phó Giám đốc Sở ",
        "đại diện các phòng A, ",
        "ông Nguyễn Văn A, ",
        "(",
        "12/3/2022 ",
        "Department of ",
        "representatives of the Salt Office, ",
        "Deputy Director of the Salt Authority (SA) Ma Thi Soi ",
        "Về phía Công ty A tỉnh B có ông Lò Văn C, ",
        "Phòng A\n",
        "\u0301",
        " \n",
    ],
)
def test_time_grows_no_faster_than_the_text(unit):
    def seconds(size):
        text = (unit * (size // len(unit) + 1))[:size]
        begun = time.process_time()
        extract(text)
        return time.process_time() - begun

    small, large, huge = seconds(5_000), seconds(50_000), seconds(500_000)
    # Ten times the text may take thirty times as long before this fails: a clear sign of a square, room for noise.
    assert large < 30 * max(small, 0.03)
    assert huge < 30 * max(large, 0.1)
