"""Who is the host, who is the guest."""

import pytest

from news.extraction import extract
from tests.news.extraction.reading import people, sides

SCHOOL = "Ngày 04/3, Trường Cao đẳng Nghề muối Thọ Lạc tổ chức Lễ khai giảng năm học mới."
TITLE = "Trường Cao đẳng Nghề muối Thọ Lạc khai giảng năm học mới"


@pytest.mark.parametrize("called", ["Nhà trường", "Trường", "trường"])
def test_a_side_may_be_called_by_what_it_is(called):
    found = sides(
        SCHOOL,
        f"Dự lễ có ông Lỗ Văn Kèo, Giám đốc Quỹ Đèn Xanh. Về phía {called} có bà Ma Thị Sỏi, Hiệu trưởng; các Phó Hiệu "
        "trưởng: TS Hờ A Páo, TS Cù Thị Lụa.",
        title=TITLE,
    )
    assert found == {"Lỗ Văn Kèo": "guest", "Ma Thị Sỏi": "host", "Hờ A Páo": "host", "Cù Thị Lụa": "host"}


def test_a_ministry_is_no_division_of_a_school():
    found = sides(SCHOOL, "Dự lễ có đồng chí nguyên Thứ trưởng Bộ Kinh tế biển Lỗ Văn Kèo.", title=TITLE)
    assert found == {"Lỗ Văn Kèo": "guest"}


def test_the_province_called_by_its_level_is_its_council():
    found = sides(
        "Ngày 04/3, UBND tỉnh Thọ Lạc tiếp và làm việc với đoàn công tác của Quỹ Đèn Xanh.",
        "Về phía tỉnh có ông Lỗ Văn Kèo, Phó Chủ tịch. Về phía Quỹ có bà Ma Thị Sỏi, Giám đốc.",
        title="UBND tỉnh Thọ Lạc tiếp Quỹ Đèn Xanh",
    )
    assert found == {"Lỗ Văn Kèo": "host", "Ma Thị Sỏi": "guest"}


def test_who_chairs_is_not_of_the_side_listed_before():
    found = sides(
        "Sáng 04/3, Bộ Chỉ huy Bảo vệ đê tỉnh Thọ Lạc tổ chức Lễ đón nhận Huân chương.",
        "Cùng dự, về phía tỉnh có ông Lỗ Văn Kèo, Chủ tịch UBND tỉnh. Chủ trì buổi lễ: bà Ma Thị Sỏi, Chỉ huy trưởng.",
        title="Bộ Chỉ huy Bảo vệ đê tỉnh Thọ Lạc đón nhận Huân chương",
    )
    assert found == {"Lỗ Văn Kèo": "guest", "Ma Thị Sỏi": "host"}


def test_who_speaks_after_a_list_keeps_the_side_of_the_own_body():
    found = sides(
        "Ngày 04/3, Sở Muối tỉnh Thọ Lạc tiếp đoàn công tác của Quỹ Đèn Xanh.",
        "Về phía Quỹ Đèn Xanh có bà Ma Thị Sỏi, Giám đốc. Ông Lỗ Văn Kèo, Phó Giám đốc Sở Muối cảm ơn Quỹ.",
        title="Sở Muối tiếp Quỹ Đèn Xanh",
    )
    assert found == {"Ma Thị Sỏi": "guest", "Lỗ Văn Kèo": "host"}


def test_the_head_of_a_hamlets_branch_comes_as_a_guest():
    found = people(
        "Ngày 04/3, Hội Diêm dân tỉnh tổ chức lớp tập huấn phủ bạt ruộng muối.",
        "Chị Ma Thị Sỏi, Chi hội trưởng ấp Bờ Lăng kể lại cách làm.",
        title="Hội Diêm dân tỉnh tập huấn phủ bạt",
    )
    assert found["Ma Thị Sỏi"]["side"] == "guest"


def test_who_calls_a_conference_is_the_host_in_a_lent_hall():
    found = sides(
        "Ngày 04/3, tại Hội trường UBND huyện Trà Bôm, Sở Muối tỉnh Thọ Lạc tổ chức hội nghị phủ bạt.",
        "Dự hội nghị có ông Lỗ Văn Kèo, Giám đốc Sở Muối; bà Ma Thị Sỏi, Chủ tịch UBND huyện Trà Bôm.",
        title="Hội nghị phủ bạt ruộng muối",
    )
    assert found == {"Lỗ Văn Kèo": "host", "Ma Thị Sỏi": "guest"}


def test_bodies_that_call_a_ceremony_together_are_both_hosts():
    found = sides(
        "Sáng 04/3, Sở Muối tỉnh Thọ Lạc và Công ty Điện lực Thọ Lạc tổ chức lễ ký kết quy chế phối hợp.",
        "Dự lễ có bà Cù Thị Lụa, Chủ tịch UBND tỉnh; ông Lỗ Văn Kèo, Giám đốc Sở Muối; phía Công ty có bà Ma Thị Sỏi, Giám đốc.",
        title="Sở Muối và Công ty Điện lực ký kết quy chế",
    )
    assert found == {"Lỗ Văn Kèo": "host", "Ma Thị Sỏi": "host", "Cù Thị Lụa": "guest"}


def test_who_pays_for_a_class_does_not_host_it():
    found = sides(
        "Ngày 04/3, Hội Diêm dân tỉnh với sự tài trợ của Quỹ Đèn Xanh tổ chức lớp tập huấn phủ bạt.",
        "Dự khai mạc có ông Lỗ Văn Kèo, Giám đốc Quỹ Đèn Xanh; bà Ma Thị Sỏi, Chủ tịch Hội Diêm dân tỉnh.",
        title="Hội Diêm dân tỉnh tập huấn phủ bạt",
    )
    assert found == {"Lỗ Văn Kèo": "guest", "Ma Thị Sỏi": "host"}


def test_who_meets_the_voters_does_not_receive_them():
    found = sides(
        "Ngày 11/3, Tổ đại biểu HĐND tỉnh gồm các ông, bà: Lỗ Văn Kèo, Chủ tịch HĐND tỉnh; Ma Thị Sỏi, Phó Giám đốc Sở Muối đã "
        "tiếp xúc cử tri xã Hạ Bôm.",
        title="Đại biểu tiếp xúc cử tri huyện Trà Bôm",
    )
    assert found["Ma Thị Sỏi"] == "guest"


def test_where_a_conference_takes_place_is_its_host_when_nobody_else_calls_it():
    found = sides(
        "Trong hai ngày 10 - 11/3, tại Trường Đại học Thọ Lạc đã diễn ra hội thảo do Nhà trường phối hợp với Viện Biển tổ chức.",
        "Dự có bà Ma Thị Sỏi, Hiệu trưởng; ông Lỗ Văn Kèo, Viện trưởng Viện Biển; ông Hờ A Páo, Giám đốc Sở Muối.",
        title="Hội thảo về muối biển",
    )
    assert found == {"Ma Thị Sỏi": "host", "Lỗ Văn Kèo": "host", "Hờ A Páo": "guest"}


def test_a_committee_of_the_council_that_came_came_too():
    found = sides(
        "Ngày 11/3, Đoàn giám sát của Thường trực HĐND tỉnh do bà Ma Thị Sỏi, Phó Chủ tịch HĐND tỉnh làm Trưởng đoàn đã giám sát "
        "tại huyện Trà Bôm.",
        "Ông Lỗ Văn Kèo, Trưởng Ban Pháp chế HĐND tỉnh đề nghị rà soát. Ông Hờ A Páo, Phó Chủ tịch UBND huyện tiếp thu.",
        title="Đoàn giám sát của HĐND tỉnh làm việc tại huyện Trà Bôm",
    )
    assert found == {"Ma Thị Sỏi": "guest", "Lỗ Văn Kèo": "guest", "Hờ A Páo": "host"}


def test_represented_by_somebody_is_a_heading_too():
    found = people(
        "Chiều 11/3, tại trụ sở Sở Muối, Hội Nông dân tỉnh và Sở Muối ký chương trình phối hợp.",
        "Dự lễ ký, đại diện Sở Muối có ông Lỗ Văn Kèo, Giám đốc. Đại diện Hội Nông dân tỉnh có bà Ma Thị Sỏi, Chủ tịch; các Phó "
        "Chủ tịch: Thào Thị Mỷ, Cù Văn Lụa.",
        title="Ký chương trình phối hợp giữa Hội Nông dân tỉnh và Sở Muối",
    )
    assert {name: (person["organization"], person["side"]) for name, person in found.items()} == {
        "Lỗ Văn Kèo": ("Sở Muối", "host"),
        "Ma Thị Sỏi": ("Hội Nông dân tỉnh", "guest"),
        "Thào Thị Mỷ": ("Hội Nông dân tỉnh", "guest"),
        "Cù Văn Lụa": ("Hội Nông dân tỉnh", "guest"),
    }


def test_the_members_of_a_delegation_come_from_the_body_it_is_of():
    found = people(
        "Ngày 11/3, đoàn công tác Công ty Muối Rạng Đông gồm bà Ma Thị Sỏi, Giám đốc kỹ thuật và ông Lỗ Văn Kèo, kế toán trưởng đã "
        "đến làm việc với Sở Muối tỉnh Trà Bôm. Tiếp đoàn có ông Hờ A Páo, Phó Giám đốc Sở.",
        title="Sở Muối tỉnh Trà Bôm tiếp đoàn công tác Công ty Muối Rạng Đông",
    )
    assert {name: (person["organization"], person["side"]) for name, person in found.items()} == {
        "Ma Thị Sỏi": ("Công ty Muối Rạng Đông", "guest"),
        "Lỗ Văn Kèo": ("Công ty Muối Rạng Đông", "guest"),
        "Hờ A Páo": ("Sở Muối tỉnh Trà Bôm", "host"),
    }


def test_those_a_delegation_came_to_are_the_hosts_though_a_local_heading_names_no_body():
    found = people(
        "Ngày 11/3, Đoàn công tác của Cục Đèn biển do bà Ma Thị Sỏi, Phó Cục trưởng làm Trưởng đoàn đã làm việc tại tỉnh Trà Bôm.",
        "Cùng đi có ông Lỗ Văn Kèo, Chánh Văn phòng Cục.",
        "Về phía địa phương có ông Hờ A Páo, Phó Giám đốc Sở Muối; bà Thào Thị Mỷ, Trưởng phòng Kho bãi.",
        title="Cục Đèn biển làm việc tại tỉnh Trà Bôm về đèn luồng",
    )
    assert {name: person["side"] for name, person in found.items()} == {
        "Ma Thị Sỏi": "guest",
        "Lỗ Văn Kèo": "guest",
        "Hờ A Páo": "host",
        "Thào Thị Mỷ": "host",
    }
    assert found["Thào Thị Mỷ"]["organization"] == "Sở Muối"


def test_an_item_that_ends_in_a_colon_heads_the_items_below_it():
    found = people(
        "Ngày 11/3, tại Bệnh viện Muối Trà Bôm đã diễn ra lễ ký hợp đồng với Bệnh viện Cù Lao.",
        "Thành phần tham dự:",
        "* Về phía Bệnh viện Cù Lao:",
        "+ Bà Ma Thị Sỏi, Giám đốc Bệnh viện",
        "+ Ông Lỗ Văn Kèo, Trưởng khoa Mắt",
        "* Về phía Bệnh viện Muối Trà Bôm:",
        "+ Ông Hờ A Páo, Phó Giám đốc",
        title="Bệnh viện Muối Trà Bôm và Bệnh viện Cù Lao ký hợp đồng",
    )
    assert {name: person["organization"] for name, person in found.items()} == {
        "Ma Thị Sỏi": "Bệnh viện Cù Lao",
        "Lỗ Văn Kèo": "Bệnh viện Cù Lao",
        "Hờ A Páo": "Bệnh viện Muối Trà Bôm",
    }


def test_a_body_of_the_hosts_own_province_sits_with_the_hosts_when_a_delegation_came():
    found = sides(
        "Ngày 11/3, Sở Muối tỉnh Trà Bôm tiếp đoàn công tác của Công ty Rạng Đông do bà Ma Thị Sỏi, Giám đốc Công ty dẫn đầu.",
        "Cùng dự có ông Lỗ Văn Kèo, Giám đốc Sở Muối; ông Hờ A Páo, Giám đốc Trung tâm Hải đồ tỉnh.",
        title="Sở Muối tỉnh Trà Bôm tiếp Công ty Rạng Đông",
    )
    assert found == {"Ma Thị Sỏi": "guest", "Lỗ Văn Kèo": "host", "Hờ A Páo": "host"}


def test_a_division_of_the_guests_stands_for_the_guests_though_both_sides_have_such_divisions():
    found = people(
        "Sáng 11/3, Trường Đại học Thọ Lạc đón tiếp đoàn công tác của Đại học Bãi Cạn.",
        "Về phía đoàn công tác, có bà Ma Thị Sỏi - Phó Hiệu trưởng Đại học Bãi Cạn; ông Lỗ Văn Kèo - chuyên viên Phòng Hợp tác.",
        title="Trường Đại học Thọ Lạc đón đoàn công tác Đại học Bãi Cạn",
    )
    assert (found["Lỗ Văn Kèo"]["organization"], found["Lỗ Văn Kèo"]["side"]) == ("Đại học Bãi Cạn", "guest")


def test_a_local_heading_is_quoted_whole():
    text = "Sở Muối đón Cục Đèn biển\n\n06/03/2023\n\nVề phía địa phương có ông Hờ A Páo, Phó Giám đốc Sở Muối tỉnh Trà Bôm.\n"
    assert [text[d.start : d.end] for d in extract(text).delegations] == ["Về phía địa phương"]


def test_several_in_the_chair_are_the_hosts():
    found = sides(
        "Ngày 04/3, Chi cục Đèn biển phối hợp tổ chức hội nghị tổng kết mùa muối.",
        "Chủ trì hội nghị có các đồng chí: Lỗ Văn Kèo - Chi cục trưởng Chi cục Đèn biển; Ma Thị Sỏi - Phó Giám đốc Sở Muối vụ.",
    )
    assert found == {"Lỗ Văn Kèo": "host", "Ma Thị Sỏi": "host"}


def test_who_was_there_beside_the_receiver_is_of_the_hosts():
    found = sides(
        "Ngày 04/3, Chi cục Đèn biển tiếp đoàn công tác Hội Nghề muối do ông Lỗ Văn Kèo, Chủ tịch Hội dẫn đầu.",
        "Tại buổi tiếp, bà Ma Thị Sỏi, Phó Chi cục trưởng chào mừng đoàn. Cùng dự có ông Tô A Dế, Giám đốc Trung tâm Phao tiêu.",
    )
    assert found["Tô A Dế"] == "host"
    assert found["Lỗ Văn Kèo"] == "guest"
