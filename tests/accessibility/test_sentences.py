"""Where a sentence ends, in the prose of Vietnamese offices."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.narration.sentences import LONGEST_CHUNK, chunks, sentences


def split(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "Đoàn đến TP. Hải Phòng và tp. Thủ Đức.",
        "ThS. Nguyễn Văn An và GS.TS. Trần Bình phát biểu.",
        "Th 3, 17/05/2022 | 11:30 SA",
        "Giá 13.5 triệu đồng, tăng 1.250.000 đồng.",
        "Ông Nguyễn V. An ở P. 5, Q. Lê Chân.",
        "Nhận thức về SHTT, v.v. và các nội dung khác.",
        "1. Kết quả thực hiện.",
        "II. Phương hướng",
        "“Bao giờ xong?” ông hỏi.",
        "Danh tiếng,… được giữ.",
        "Xem https://vi.example.vn/a.b để biết.",
        "See No. 5 and Mr. Smith of the U.S. Embassy.",
        "Họp lúc 9 giờ...",
        "PGS.TS. Trần Bình và BS.CKII. Lê An dự họp.",
        "Khu phố ở KP. 3, gần Đ. Lê Lợi.",
        "Số máy 024 3858 3069, ext. 12.",
        "See Ch. 3 and pp. 12-15.",
        "An office in Dist. 1, run by An Phu Co. Ltd. of Hue.",
        "We meet at 5.30 p.m. Monday.",
        "Gov. Le met Gen. Tran.",
        "Ph.D. Le An spoke.",
    ],
)
def test_this_is_one_sentence(whole):
    assert split(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Hội nghị kết thúc. Đoàn ra về.", ["Hội nghị kết thúc.", "Đoàn ra về."]),
        ("pháp luật về SHTT, v.v.. Kết quả là tốt.", ["pháp luật về SHTT, v.v..", "Kết quả là tốt."]),
        ("hoạt động sáng kiến…  Cục mong muốn", ["hoạt động sáng kiến…", "Cục mong muốn"]),
        ("Ông nói: “Được.” Bà đồng ý!", ["Ông nói: “Được.”", "Bà đồng ý!"]),
        ("Đến năm 2030. Sau đó 5 đơn vị.", ["Đến năm 2030.", "Sau đó 5 đơn vị."]),
        ("Có vitamin C. Nên dùng.", ["Có vitamin C.", "Nên dùng."]),
        ("(Theo báo cáo.) “Đúng vậy!”", ["(Theo báo cáo.)", "“Đúng vậy!”"]),
        ("Ông dự kỳ họp thứ X. Bà cũng vậy.", ["Ông dự kỳ họp thứ X.", "Bà cũng vậy."]),
        ("Đạt 5 tỷ đ. Năm sau tăng.", ["Đạt 5 tỷ đ.", "Năm sau tăng."]),
        ("It ends at 9 p.m. They leave.", ["It ends at 9 p.m.", "They leave."]),
        ("Turn to ch. Then read.", ["Turn to ch.", "Then read."]),
        ("We said no. They left.", ["We said no.", "They left."]),
    ],
)
def test_these_are_two_sentences(text, parts):
    assert split(text) == parts


@given(st.text(alphabet=st.sampled_from("aĐ. …?!”“\"'()\n\t5PTS,;-") | st.characters()))
def test_nothing_but_white_space_is_left_out_and_nothing_is_said_twice(text):
    spans = sentences(text)
    assert "".join("".join(text[a:b] for a, b in spans).split()) == "".join(text.split())
    assert all(a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)


@given(st.text())
def test_chunks_joined_are_the_whole_and_each_is_short(text):
    pieces = chunks(text)
    assert "".join(pieces) == text
    assert all(0 < len(piece) <= LONGEST_CHUNK for piece in pieces)


def test_a_long_sentence_is_cut_after_a_semicolon_then_after_a_comma():
    first = "một " * 30 + "hai; "
    assert chunks(first + "ba, " * 40)[0] == first
    assert all(piece.endswith(", ") for piece in chunks("bốn, " * 200))


@pytest.mark.parametrize(
    "bad", ["." * 300_000, "TP. " * 80_000, "a. " * 100_000, "?" + " " * 300_000, "? " * 100_000]
)
def test_strange_pages_take_no_longer_than_long_ones(bad):
    began = time.process_time()
    sentences(bad)
    assert time.process_time() - began < 3
