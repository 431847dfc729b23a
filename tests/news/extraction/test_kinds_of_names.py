"""Kinds of bodies, posts and lists that a page may bring besides the usual ones."""

import pytest

from tests.news.extraction.reading import agencies, english, people, read, units

CITY = "Ngày 04/3, UBND thành phố Thọ Lạc làm việc với Chi cục Đèn biển."


@pytest.mark.parametrize(
    ("printed", "sentence"),
    [
        ("Liên danh Cầu Đá 5", "Nhà thầu là Liên danh Cầu Đá 5."),
        ("Nông trường Cát Bạc", "Nông trường Cát Bạc giao đất cho 40 hộ."),
        ("Hải đoàn 8", "Hải đoàn 8 cứu được ba ghe muối."),
        ("Bộ Du lịch Muối khoáng", "Bộ Du lịch Muối khoáng gửi công văn."),
        (
            "Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh",
            "Dự họp có lãnh đạo Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh, Ban Dân tộc.",
        ),
    ],
)
def test_the_name_is_read_whole(printed, sentence):
    assert printed in agencies(CITY, sentence)


def test_a_name_with_a_verb_inside_is_read_whole_where_a_bracket_closes_it_once():
    found = agencies(
        "Ngày 04/3, Cục Quản lý giống xác nhận (CGXN) họp với UBND tỉnh.",
        "Đoàn của Cục Quản lý giống xác nhận làm việc với các trại muối.",
    )
    assert found["Cục Quản lý giống xác nhận"] == "CGXN"
    assert "Cục Quản lý giống" not in found


@pytest.mark.parametrize(
    "calling",
    ["giáo vụ", "thợ lặn", "văn thư", "điều dưỡng", "hòa giải viên", "Hải đội trưởng", "Phó Thủ trưởng"],
)
def test_what_somebody_does_stands_behind_the_name(calling):
    assert people(CITY, f"Dự họp có bà Ma Thị Sỏi, {calling}.")["Ma Thị Sỏi"]["role"] == calling


def test_a_numbered_list_under_its_heading_names_groups_too():
    found = units(
        CITY,
        "Dự họp có:",
        "1. Ông Lỗ Văn Kèo, Giám đốc Sở Muối vụ;",
        "2. Đại diện Hội Nông dân thành phố, Báo Thọ Lạc.",
    )
    assert found == ["Hội Nông dân thành phố", "Báo Thọ Lạc"]


def test_a_division_and_its_body_sign_the_page_with_their_long_names():
    signed = (
        "Phòng Hành chính - Quản trị, Trung tâm Nghiên cứu Công nghệ Chế biến Muối khoáng Quốc gia Thọ Lạc"
    )
    page = read(CITY, closing=f"Hai bên thống nhất gặp lại sau mùa mưa.\n\n{signed}")
    assert page["byline"] == signed
    assert page["photo_captions"] == []


VISIT = "On March 4, 2023, the Salt Harbour Authority (SHA) welcomed a delegation of the Reef Water Council (RWC)."


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("Attending on the SHA side were Mr. Lo Van Keo, Deputy Director, and two engineers.", "host"),
        ("Attending on the RWC side were Mr. Lo Van Keo, Deputy Director, and two engineers.", "guest"),
        ("Speaking for RWC were Mr. Lo Van Keo, Scientific Director, and two engineers.", "guest"),
        ("The Vietnamese participants were led by Mr. Lo Van Keo, Deputy Director.", "host"),
        ("The Finnish experts included Mr. Lo Van Keo, senior adviser.", "guest"),
    ],
)
def test_an_english_page_says_the_side_by_letters_or_nation(sentence, side):
    assert english(VISIT, sentence)["attendees"][0]["side"] == side


def test_an_embassy_keeps_its_state_and_a_nation_s_partners_are_no_part_of_a_body():
    found = english(
        VISIT, "The Royal Embassy of Norway and the Lowland Herbarium and Dutch partners attended."
    )
    names = {agency["name"] for agency in found["agencies"]}
    assert {"Royal Embassy of Norway", "Lowland Herbarium"} <= names


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        # A Cục keeps its man though its ministry is named behind it, a Vụ does not.
        ("Dự họp có ông Lỗ Văn Kèo, Phó Cục trưởng Cục Ruộng muối, Bộ Muối vụ.", "Cục Ruộng muối"),
        ("Dự họp có ông Lỗ Văn Kèo, Trưởng phòng Quân y, Cục Kỹ thuật, Quân khu 11.", "Cục Kỹ thuật"),
        ("Dự họp có ông Lỗ Văn Kèo, Phó Vụ trưởng Vụ Ruộng muối, Bộ Muối vụ.", "Bộ Muối vụ"),
        ("Cùng đi có ông Lỗ Văn Kèo, Vụ trưởng Vụ Ruộng muối. Bộ Muối vụ gửi công văn.", "Bộ Muối vụ"),
        ("Ông Lỗ Văn Kèo, Vụ trưởng Vụ Ruộng muối cho biết. Bộ Muối vụ gửi công văn.", "Vụ Ruộng muối"),
    ],
)
def test_who_stands_for_a_body_inside_a_ministry(sentence, body):
    assert people(CITY, sentence)["Lỗ Văn Kèo"]["organization"] == body
