"""Single statements of Vietnamese and English agency news, and what an editor gets from each."""

import pytest

from tests.news.extraction.reading import agencies, english, people, sides, units


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Dự họp có ông K'Tiêng, Trưởng thôn Bờ Lăng.", "K'Tiêng"),
        ("Dự họp có bà Saskia van den Hoek, Giám đốc Quỹ Đèn Xanh.", "Saskia van den Hoek"),
        ("Dự họp có ông Ban Myung-soo, Chủ tịch Hiệp hội Muối Haeju.", "Ban Myung-soo"),
        ("Dự họp có Giám đốc Quỹ Tín dụng ngành muối HTX Thiều Văn Bưởi và 40 hộ dân.", "Thiều Văn Bưởi"),
        ("Dự họp có DSCKII. Cù Thị Lụa, Trưởng khoa Dược.", "Cù Thị Lụa"),
        ("Dự lễ có Giáo hữu Thạch Hữu Phước, đại diện Hội thánh Cao Đài Bến Muối.", "Thạch Hữu Phước"),
    ],
)
def test_names_of_every_people_are_found(sentence, name):
    assert name in people(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Dự họp có bà Ma Thị Sỏi, Phó Chủ tịch Hội Nghề muối. Vắng mặt có lý do: ông Lỗ Văn Kèo, Trưởng ban Kiểm soát.",
        "Tham luận của ông Lỗ Văn Kèo, do tác giả không thể đến dự, được bà Ma Thị Sỏi đọc thay.",
        "Bà Ma Thị Sỏi, Phó Chủ tịch Hội chuyển lời thăm hỏi của ông Lỗ Văn Kèo tới diêm dân.",
        "Bà Ma Thị Sỏi, Phó Chủ tịch Hội gửi lời chúc mừng tới nhà giáo, bác sĩ Lỗ Văn Kèo nhân ngày lễ.",
        "Bà Ma Thị Sỏi, Phó Chủ tịch Hội nhắc lời dặn của già làng Lỗ Văn Kèo, người vừa mất đầu năm.",
        "Dự họp có bà Ma Thị Sỏi, Phó Chủ tịch Hội. Ông Lỗ Văn Kèo, Trưởng Đại diện Văn phòng, vì bận việc nên không dự.",
    ],
)
def test_somebody_absent_greeted_or_dead_was_not_there(sentence):
    assert list(people(sentence)) == ["Ma Thị Sỏi"]


def test_a_past_year_does_not_remove_a_listed_guest():
    told = "Dự họp có bà Ma Thị Sỏi, Phó Chủ tịch Hội Nghề muối."
    assert "Ma Thị Sỏi" in people(told, "Bà Ma Thị Sỏi so sánh giá muối hiện nay với giá vào năm 1998.")


def test_a_communes_name_of_three_syllables_is_no_person():
    found = people(
        "Dự họp có ông Hờ A Páo, Phó Chủ tịch UBND xã Trà Bôm Thượng và đại diện Hội Nghề muối.",
        "Đoàn thăm kho muối tại xã Trà Bôm Thượng.",
    )
    assert list(found) == ["Hờ A Páo"]
    assert found["Hờ A Páo"]["role"] == "Phó Chủ tịch UBND xã Trà Bôm Thượng"


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        (
            "Cán bộ Trạm Khuyến ngư, anh Lỗ Văn Kèo hướng dẫn cách phủ bạt.",
            "Lỗ Văn Kèo",
            "Cán bộ Trạm Khuyến ngư",
        ),
        (
            "Đại diện nhà cung cấp, ông Lỗ Văn Kèo hứa bảo hành bạt trong hai mùa.",
            "Lỗ Văn Kèo",
            "Đại diện nhà cung cấp",
        ),
        (
            "Dự khai mạc có ông Lỗ Văn Kèo, chuyên gia độc lập về muối.",
            "Lỗ Văn Kèo",
            "chuyên gia độc lập",
        ),
        (
            "Dự họp có các ông, bà Phó Chi cục trưởng: Ma Thị Sỏi, Lỗ Văn Kèo.",
            "Lỗ Văn Kèo",
            "Phó Chi cục trưởng",
        ),
        (
            "Dự họp có ông Lỗ Văn Kèo, bà Ma Thị Sỏi, chuyên viên Chi cục.",
            "Lỗ Văn Kèo",
            "chuyên viên Chi cục",
        ),
        (
            "Có mặt tại buổi làm việc, ông Lỗ Văn Kèo, chủ ghe chở muối kể lại chuyến đi.",
            "Lỗ Văn Kèo",
            "chủ ghe chở muối",
        ),
        (
            "Sáng 04/3, ông Lỗ Văn Kèo, Phó Chủ tịch UBND tỉnh Thọ Lạc đi kiểm tra kho muối.",
            "Lỗ Văn Kèo",
            "Phó Chủ tịch UBND tỉnh Thọ Lạc",
        ),
        (
            "Dự họp có ông Lỗ Văn Kèo-Phó Giám đốc Sở Muối và bà Ma Thị Sỏi.",
            "Lỗ Văn Kèo",
            "Phó Giám đốc Sở Muối",
        ),
    ],
)
def test_an_office_is_read_wherever_it_is_printed(sentence, name, role):
    assert people(sentence)[name]["role"] == role


def test_the_office_of_state_names_the_body_and_not_the_party():
    found = people(
        "Trường Cao đẳng Nghề muối Thọ Lạc tổ chức buổi gặp mặt.",
        "Chủ trì buổi gặp mặt có bà Ma Thị Sỏi, Bí thư Đảng ủy, Hiệu trưởng.",
    )
    assert found["Ma Thị Sỏi"]["organization"] == "Trường Cao đẳng Nghề muối Thọ Lạc"


def test_who_chairs_a_meeting_with_others_is_the_host():
    assert sides(
        "Ngày 04/3, Giám đốc Sở Muối tỉnh Thọ Lạc Ma Thị Sỏi chủ trì buổi làm việc với Sở Cảng tỉnh nhằm gỡ vướng mắc.",
        "Phía Sở Cảng có Phó Giám đốc Sở Lỗ Văn Kèo.",
    ) == {"Ma Thị Sỏi": "host", "Lỗ Văn Kèo": "guest"}


def test_a_head_noun_alone_stands_for_the_full_name():
    found = people(
        "Ngày 04/3, tại trụ sở Ban Quản lý Cảng muối tỉnh Thọ Lạc, Công an tỉnh làm việc với Ban Quản lý.",
        "Về phía Ban Quản lý có ông Lỗ Văn Kèo, Phó Trưởng ban. Về phía Công an tỉnh có Đại tá Ma Văn Sỏi, Giám đốc.",
    )
    assert found["Lỗ Văn Kèo"]["organization"] == "Ban Quản lý Cảng muối tỉnh Thọ Lạc"
    assert (found["Lỗ Văn Kèo"]["side"], found["Ma Văn Sỏi"]["side"]) == ("host", "guest")


def test_an_abbreviation_inside_a_name_is_understood():
    found = people(
        "Ngày 04/3, Liên minh Hợp tác xã (HTX) tỉnh Thọ Lạc đón tiếp và làm việc với đoàn công tác của Hiệp hội Muối Haeju.",
        "Tiếp đoàn, phía Liên minh HTX tỉnh có ông Lỗ Văn Kèo, Chủ tịch.",
        title="Liên minh Hợp tác xã tỉnh tiếp đoàn Hiệp hội Muối Haeju",
    )
    assert found["Lỗ Văn Kèo"]["organization"] == "Liên minh Hợp tác xã tỉnh Thọ Lạc"
    assert found["Lỗ Văn Kèo"]["side"] == "host"


def test_who_calls_a_gathering_is_the_host_and_the_others_are_guests():
    assert sides(
        "Sáng 04/3, Ban Nghề biển tỉnh Thọ Lạc tổ chức buổi gặp mặt chủ ghe đầu Xuân.",
        "Chủ trì buổi gặp mặt: bà Ma Thị Sỏi, Trưởng Ban Nghề biển tỉnh. Về phía các chủ ghe có ông Lỗ Văn Kèo.",
        title="Tỉnh Thọ Lạc gặp mặt chủ ghe nhân dịp đầu Xuân",
    ) == {"Ma Thị Sỏi": "host", "Lỗ Văn Kèo": "guest"}


def test_an_envoy_is_a_guest_and_the_ministrys_own_department_is_not():
    found = people(
        "Chiều 04/3, tại trụ sở Bộ Kinh tế muối, Thứ trưởng Ma Thị Sỏi đã tiếp ngài Aron Vidal, Đại sứ Cộng hòa Chile.",
        "Quyền Vụ trưởng Vụ Thị trường Lỗ Văn Kèo đề nghị phía bạn gửi danh mục.",
    )
    assert found["Aron Vidal"]["side"] == "guest" and found["Aron Vidal"]["organization"] is None
    assert found["Lỗ Văn Kèo"]["side"] == "host"


def test_the_organiser_before_its_partner_is_the_host_too():
    assert sides(
        "Ngày 04/3, Viện Nghiên cứu Nghề muối (NCNM) phối hợp Trường Đại học Thọ Lạc tổ chức hội thảo về muối.",
        "Dự hội thảo có TS. Ma Thị Sỏi, Viện trưởng Viện NCNM; ông Lỗ Văn Kèo, Giám đốc Sở Cảng tỉnh Hà Vân.",
        title="Hội thảo về nghề muối",
    ) == {"Ma Thị Sỏi": "host", "Lỗ Văn Kèo": "guest"}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Dự họp có chỉ huy Phòng Hậu cần, Phòng Tham mưu.", ["Phòng Hậu cần", "Phòng Tham mưu"]),
        (
            "Phía Sở Cảng có Giám đốc Sở Lỗ Văn Kèo; lãnh đạo các bệnh viện: Phổi, Mắt; Trung tâm Y tế các huyện, thị xã.",
            ["Phổi", "Mắt", "Trung tâm Y tế các huyện, thị xã"],
        ),
        ("Thành phần dự họp gồm: Sở Cảng, Sở Muối, Hội Nghề muối.", ["Sở Cảng", "Sở Muối", "Hội Nghề muối"]),
        (
            "Dự lễ có đại diện Phòng Kê khai - Hỗ trợ người nộp lệ phí, Phòng Kho quỹ.",
            ["Phòng Kê khai - Hỗ trợ người nộp lệ phí", "Phòng Kho quỹ"],
        ),
        (
            "Dự họp có Chánh Thanh tra các sở, ngành; lãnh đạo, công chức Thanh tra tỉnh.",
            ["Chánh Thanh tra các sở, ngành", "lãnh đạo, công chức Thanh tra tỉnh"],
        ),
        (
            "Dự họp có lãnh đạo các phòng: Tài chính - Kế hoạch, Kinh tế và Hạ tầng.",
            ["Tài chính - Kế hoạch", "Kinh tế và Hạ tầng"],
        ),
        ("Dự họp có lãnh đạo các Cục, Vụ, Viện thuộc Bộ.", ["lãnh đạo các Cục, Vụ, Viện thuộc Bộ"]),
        ("Dự họp có đại diện Hội Nghề muối và 90 nhà khoa học trong nước, quốc tế.", ["Hội Nghề muối"]),
        ("Ông Lỗ Văn Kèo, cùng tham dự, muốn mở văn phòng đại diện tại Hà Nội trong năm nay.", []),
    ],
)
def test_units_present_without_a_name(sentence, found):
    assert units(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "name", "abbreviation"),
    [
        (
            "Đoàn thăm Hiệp hội Hợp tác xã Nông nghiệp tỉnh Thọ Lạc.",
            "Hiệp hội Hợp tác xã Nông nghiệp tỉnh Thọ Lạc",
            None,
        ),
        (
            "Đoàn thăm Ban Hỗ trợ phụ nữ phát triển kinh tế biển.",
            "Ban Hỗ trợ phụ nữ phát triển kinh tế biển",
            None,
        ),
        (
            "Đoàn thăm Ngân hàng TMCP Đảo Xanh - Chi nhánh Thọ Lạc (ĐXB Thọ Lạc).",
            "Ngân hàng TMCP Đảo Xanh - Chi nhánh Thọ Lạc",
            "ĐXB Thọ Lạc",
        ),
        ("Đoàn thăm Quỹ Đèn Xanh (Hà Lan) vào mùa khô.", "Quỹ Đèn Xanh", None),
        ("Đoàn thăm Trung tâm Kiểm dịch muối vùng 4 (KDM4).", "Trung tâm Kiểm dịch muối vùng 4", "KDM4"),
        ("Đoàn thăm Viện Nghiên cứu Hạt nhân Miền Biển.", "Viện Nghiên cứu Hạt nhân Miền Biển", None),
        (
            "Đoàn thăm Hiệp hội Doanh nghiệp nhỏ và vừa tỉnh Thọ Lạc.",
            "Hiệp hội Doanh nghiệp nhỏ và vừa tỉnh Thọ Lạc",
            None,
        ),
        (
            "Đoàn thăm Ban Chỉ đạo xây dựng nông thôn mới huyện.",
            "Ban Chỉ đạo xây dựng nông thôn mới huyện",
            None,
        ),
        (
            "Đoàn thăm Trung tâm Thông tin và Thống kê khoa học và công nghệ.",
            "Trung tâm Thông tin và Thống kê khoa học và công nghệ",
            None,
        ),
        ("Đoàn thăm Kho bạc Nhà nước Hạ Bôm, thuộc tỉnh Hạ Bôm.", "Kho bạc Nhà nước Hạ Bôm", None),
    ],
)
def test_a_bodys_name_is_read_to_its_end(sentence, name, abbreviation):
    found = agencies(sentence)
    assert found[name] == abbreviation


@pytest.mark.parametrize("generic", ["UBND các xã", "UBND cấp huyện", "UBND 8 phường"])
def test_many_councils_are_no_agency(generic):
    assert not any("UBND" in name for name in agencies(f"Hồ sơ nộp tại {generic} trước mùa mưa."))


def test_whoever_goes_to_inspect_is_the_guest():
    assert sides(
        "Chiều 04/3, ông Lỗ Văn Kèo, Bí thư Huyện ủy đã đi kiểm tra kho muối tại xã Trà Bôm. Làm việc với đoàn có bà Ma Thị Sỏi, "
        "Chủ tịch UBND xã.",
        title="Bí thư Huyện ủy kiểm tra kho muối tại xã Trà Bôm",
    ) == {"Lỗ Văn Kèo": "guest", "Ma Thị Sỏi": "host"}


def test_the_head_of_a_division_stands_for_the_body_that_sent_him():
    found = people("Về phía Hội Nghề muối tỉnh Thọ Lạc có ông Lỗ Văn Kèo, chuyên viên Phòng Kho quỹ.")
    assert found["Lỗ Văn Kèo"]["organization"] == "Hội Nghề muối tỉnh Thọ Lạc"


def test_a_district_inspector_is_not_the_provinces():
    found = people(
        "Dự họp có bà Ma Thị Sỏi, Chánh Thanh tra tỉnh; ông Lỗ Văn Kèo, Chánh Thanh tra huyện Trà Bôm."
    )
    assert found["Lỗ Văn Kèo"]["organization"] == "Thanh tra huyện Trà Bôm"


def test_an_english_delegation_speaks_for_its_body():
    found = english(
        "Salt Harbour Authority hosted a technical meeting with a delegation of Lahti University, Finland, led by Professor Ida Salo.",
        "The Lahti delegation included Dr. Aron Berg, seed physiologist; Ms. Eva Ek and Mr. Jon Holm, researchers.",
    )
    names = {person["name"]: person for person in found["attendees"]}
    assert {person["organization"] for person in names.values()} == {"Lahti University"}
    assert names["Eva Ek"]["role"] == names["Jon Holm"]["role"] == "researcher"


def test_english_lists_under_a_heading_speak_for_the_body_named_in_it():
    found = english(
        "Salt Harbour Authority (SHA) held a working session with a delegation from Kestrel College on 4 March 2023.",
        "Participants from Kestrel College:\n- Prof. Maeve O'Hara, Dean\n- Mr. Joost van der Meer, Lecturer",
        "Participants from SHA:\n- Ms. Ma Thi Soi, Director\n- Representatives of the Pilot Station and the Legal Office",
    )
    names = {person["name"]: person for person in found["attendees"]}
    assert set(names) == {"Maeve O'Hara", "Joost van der Meer", "Ma Thi Soi"}
    assert names["Maeve O'Hara"]["organization"] == "Kestrel College"
    assert (names["Joost van der Meer"]["side"], names["Ma Thi Soi"]["side"]) == ("guest", "host")
    assert [unit["name"] for unit in found["attending_units"]] == ["Pilot Station", "Legal Office"]


def test_the_side_of_another_nation_is_the_guests():
    found = english(
        "On March 4, Ms. Ma Thi Soi, Director of the Salt Harbour Authority, received Mr. Aron Lahti, Consul General of Finland.",
        "Attending the reception on the Finnish side was Ms. Ida Salo, Commercial Counsellor.",
    )
    assert {person["name"]: person["side"] for person in found["attendees"]} == {
        "Ma Thi Soi": "host",
        "Aron Lahti": "guest",
        "Ida Salo": "guest",
    }
