"""What is said for what is printed, and that every changed piece is bound to its printed place."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.narration.numbers import from_roman, in_words, to_roman
from accessibility.narration.spoken import speak

SPELLINGS = {"KH&CN": "khoa học và công nghệ", "WIPO": "uy-pô", "SHTT": "sở hữu trí tuệ"}


def said(text, language="vi"):
    return " ".join(speak(text, language, SPELLINGS).text.split())


@pytest.mark.parametrize(
    ("printed", "spoken"),
    [
        # dates
        ("13/5/2022", "ngày mười ba tháng năm năm hai nghìn không trăm hai mươi hai"),
        ("Ngày 13/5/2022,", "Ngày mười ba tháng năm năm hai nghìn không trăm hai mươi hai,"),
        ("ngày 01-04-2005", "ngày một tháng tư năm hai nghìn không trăm lẻ năm"),
        ("ngày 30.4.1975", "ngày ba mươi tháng tư năm một nghìn chín trăm bảy mươi lăm"),
        ("ngày 13-15/5", "ngày mười ba đến mười lăm tháng năm"),
        ("30/4-01/5", "ngày ba mươi tháng tư đến ngày một tháng năm"),
        ("sáng 2/9", "sáng ngày hai tháng chín"),
        ("mùng 2/9", "mùng hai tháng chín"),
        ("tháng 4/2022", "tháng tư năm hai nghìn không trăm hai mươi hai"),
        ("12/2021", "tháng mười hai năm hai nghìn không trăm hai mươi mốt"),
        ("quý II/2022", "quý hai năm hai nghìn không trăm hai mươi hai"),
        ("Th 3", "Thứ ba"),
        ("thứ 4", "thứ tư"),
        # what only looks like a date
        ("2/3 số phiếu", "hai phần ba số phiếu"),
        ("15/20 chỉ tiêu", "mười lăm trên hai mươi chỉ tiêu"),
        ("trực 24/7", "trực hai mươi tư trên bảy"),
        ("số 12/5 phố Huế", "số mười hai trên năm phố Huế"),
        # times
        ("11:30 SA", "mười một giờ ba mươi phút sáng"),
        ("14:57 CH", "mười bốn giờ năm mươi bảy phút"),
        ("2:05 CH", "hai giờ năm phút chiều"),
        ("09h40", "chín giờ bốn mươi phút"),
        ("lúc 8h", "lúc tám giờ"),
        ("8h00", "tám giờ"),
        # documents
        (
            "Nghị định số 65/2023/NĐ-CP",
            "Nghị định số sáu mươi lăm năm hai nghìn không trăm hai mươi ba của Chính phủ",
        ),
        (
            "theo 65/2023/NĐ-CP",
            "theo nghị định số sáu mươi lăm năm hai nghìn không trăm hai mươi ba của Chính phủ",
        ),
        (
            "Luật số 50/2005/QH11",
            "Luật số năm mươi năm hai nghìn không trăm lẻ năm của Quốc hội khóa mười một",
        ),
        ("Quyết định số 1234/QĐ-UBND", "Quyết định số một nghìn hai trăm ba mươi tư của Ủy ban nhân dân"),
        # numbers
        ("1.250.000 đồng", "một triệu hai trăm năm mươi nghìn đồng"),
        ("3,5 %", "ba phẩy năm phần trăm"),
        ("3,25%", "ba phẩy hai mươi lăm phần trăm"),
        ("0,05", "không phẩy không năm"),
        ("công nghiệp 4.0", "công nghiệp bốn chấm không"),
        ("5-10%", "năm đến mười phần trăm"),
        ("2021 - 2030", "hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm ba mươi"),
        ("thế kỷ XXI", "thế kỷ hai mươi mốt"),
        ("Đại hội XIII", "Đại hội mười ba"),
        ("lần thứ I", "lần thứ nhất"),
        ("nhóm C", "nhóm C"),
        ("0225 3842 123", "không hai hai năm, ba tám bốn hai, một hai ba"),
        ("20 ha", "hai mươi héc-ta"),
        ("khổ A4", "khổ a bốn"),
        # abbreviations and signs
        ("Sở KH&CN", "Sở khoa học và công nghệ"),
        ("TP. Hải Phòng", "thành phố Hải Phòng"),
        ("TP.HCM", "Thành phố Hồ Chí Minh"),
        ("ThS.Nguyễn", "thạc sĩ Nguyễn"),
        ("KTXV", "ca tê ích-xì vê"),
        ("WIPO", "uy-pô"),
        ("WIPOS", "vê-kép i pê o ét-sì"),
        ("sở hữu trí tuệ (SHTT) là", "sở hữu trí tuệ là"),
        ("Sở Khoa học và Công nghệ (KH&CN)", "Sở Khoa học và Công nghệ"),
        ("Liên minh Hợp tác xã (LMHTX)", "Liên minh Hợp tác xã"),
        ("đơn vị (SHTT)", "đơn vị (sở hữu trí tuệ)"),
        ("và/hoặc", "và hoặc"),
        ("Phí - Cục trưởng", "Phí, Cục trưởng"),
        ("khoa học - công nghệ", "khoa học công nghệ"),
        ("Đào & Lê", "Đào và Lê"),
        ("xem https://a.example/b?c=1.", "xem địa chỉ trang web."),
        ("gửi a.b@c.example.", "gửi địa chỉ thư điện tử."),
    ],
)
def test_it_is_said_as_a_newsreader_would(printed, spoken):
    assert said(printed) == spoken


@pytest.mark.parametrize(
    ("printed", "spoken"),
    [
        ("on 17/05/2022 | 14:57 PM", "on the seventeenth of May twenty twenty-two, fourteen fifty-seven"),
        ("No. 5 of R&D", "number five of R and D"),
        ("1,250 firms", "one thousand two hundred and fifty firms"),
    ],
)
def test_english_pages_are_said_in_english(printed, spoken):
    assert said(printed, "en") == spoken


@pytest.mark.parametrize(
    "printed",
    [
        "29/2/2023",
        "0/0/0000",
        "99/99/9999",
        "25:61",
        "1/2/3/4",
        "--5",
        "9" * 5000,
        "1.2.3.4",
        "IIII",
        "thế kỷ IIII",
        "()",
    ],
)
def test_what_makes_no_sense_is_still_said_somehow(printed):
    assert isinstance(speak(printed).text, str)


def test_a_changed_piece_is_bound_to_exactly_what_is_printed():
    printed = "Theo 65/2023/NĐ-CP, tăng 3,5 % so với ngày 13/5/2022."
    spoken = speak(printed)
    assert [printed[unit.start : unit.end] for unit in spoken.units] == [
        "65/2023/NĐ-CP",
        "3,5 %",
        "ngày 13/5/2022",
    ]
    assert spoken.text[spoken.units[1].spoken_start : spoken.units[1].spoken_end] == "ba phẩy năm phần trăm"


PIECES = st.sampled_from(
    [
        "13/5",
        "/2022",
        "-",
        " ",
        ":30",
        "SA",
        "65/2023/NĐ-CP",
        "1.250.000",
        ",5",
        "%",
        "KH&CN",
        "(SHTT)",
        "TP.",
        "XXI",
        "thế kỷ ",
        "0",
        "7",
        "h",
    ]
)


@given(st.text() | st.lists(PIECES).map("".join), st.sampled_from(["vi", "en"]))
def test_whatever_is_printed_the_offsets_hold(printed, language):
    spoken = speak(printed, language, SPELLINGS)
    place, last = 0, 0
    for unit in spoken.units:
        assert last <= unit.spoken_start <= unit.spoken_end <= len(spoken.text)
        assert place <= unit.start < unit.end <= len(printed)
        assert spoken.text[last : unit.spoken_start] == printed[place : unit.start]
        place, last = unit.end, unit.spoken_end
    assert spoken.text[last:] == printed[place:]


@given(st.dictionaries(st.text(), st.text()), st.text())
def test_any_lexicon_can_be_used(spellings, printed):
    speak(printed, "vi", spellings)


@pytest.mark.parametrize(
    "bad",
    [
        "1" * 200_000,
        "1." * 100_000,
        " " * 200_000,
        "A" * 200_000,
        "1/" * 100_000,
        "a@" * 100_000,
        "(A" * 100_000,
    ],
)
def test_strange_texts_take_no_longer_than_long_ones(bad):
    began = time.process_time()
    speak(bad)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("digits", "words"),
    [
        ("0", "không"),
        ("15", "mười lăm"),
        ("21", "hai mươi mốt"),
        ("24", "hai mươi tư"),
        ("105", "một trăm lẻ năm"),
        ("1005", "một nghìn không trăm lẻ năm"),
        ("1000000", "một triệu"),
        ("2500000000", "hai tỷ năm trăm triệu"),
    ],
)
def test_numbers_are_said_the_northern_way(digits, words):
    assert in_words(digits) == words


@given(st.integers(1, 399))
def test_roman_numerals_are_read_as_they_are_written(number):
    assert from_roman(to_roman(number)) == number
