"""Which body an attendee stands for."""

import pytest

from tests.news.extraction.reading import people

CITY = "Ngày 04/3, UBND thành phố Thọ Lạc làm việc với Chi cục Đèn biển."


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        # A committee chaired besides is not the holder's body.
        ("Chủ trì có ông Lỗ Văn Kèo, Bí thư Thành ủy, Trưởng Ban Chỉ đạo.", "Thành ủy"),
        (
            "Dự họp có ông Lỗ Văn Kèo, Chủ tịch UBND thành phố, Phó Trưởng Ban Thường trực Ban Chỉ đạo.",
            "UBND thành phố Thọ Lạc",
        ),
        ("Dự họp có ông Lỗ Văn Kèo, Bí thư Huyện ủy Trà Bôm.", "Huyện ủy Trà Bôm"),
        # A head noun the page never completes is kept as printed, not filled with the host.
        ("Dự họp có Trung tướng Lỗ Văn Kèo, Phó Tư lệnh Quân khu.", "Quân khu"),
        (
            "Về phía Quỹ Đèn Xanh có ông Lỗ Văn Kèo, Phó Giám đốc, Chủ tịch Công đoàn Đèn Xanh.",
            "Quỹ Đèn Xanh",
        ),
        ("Dự họp có ông Lỗ Văn Kèo, Trưởng Văn phòng đại diện SEADA tại Việt Nam.", "SEADA"),
        ("Dự họp có ông Lỗ Văn Kèo, Phó Trưởng phòng PC07 Công an tỉnh.", "Công an tỉnh"),
        ("Dự họp có ông Lỗ Văn Kèo, Phó Trưởng Ban Tổ chức Tỉnh ủy.", "Ban Tổ chức Tỉnh ủy"),
        ("Dự họp có ông Lỗ Văn Kèo, Phó Trưởng đoàn ĐBQH tỉnh. Đoàn ĐBQH tỉnh tặng quà.", "Đoàn ĐBQH tỉnh"),
        ("Dự họp có ông Lỗ Văn Kèo, Trưởng ban Quản lý chợ Bến Muối.", "ban Quản lý chợ Bến Muối"),
        ("Dự họp có ông Lỗ Văn Kèo, Bí thư Đoàn xã.", "Đoàn xã"),
        ("Dự họp có ông Lỗ Văn Kèo, Trưởng phòng Báo chí - Xuất bản, Sở Muối vụ.", "Sở Muối vụ"),
        (
            "Dự họp có ông Lỗ Văn Kèo, nguyên Trưởng ban Thư ký Đài Tiếng nói Bến Muối.",
            "Đài Tiếng nói Bến Muối",
        ),
        (
            "Dự họp có ông Lỗ Văn Kèo (Trung tâm Văn hóa - Thông tin huyện Trà Bôm).",
            "Trung tâm Văn hóa - Thông tin huyện Trà Bôm",
        ),
        ("Dự họp có Giám đốc Quỹ Đèn Xanh Lỗ Văn Kèo.", "Quỹ Đèn Xanh"),
        (
            "Đại diện Ngân hàng Muối tỉnh, ông Lỗ Văn Kèo, Phó Giám đốc Chi nhánh cho biết dư nợ tăng.",
            "Ngân hàng Muối tỉnh",
        ),
        (
            "Dự họp có các ủy viên phản biện: ông Lỗ Văn Kèo, Viện Biển; bà Ma Thị Sỏi, Viện Muối.",
            "Viện Biển",
        ),
        ("Dự họp có ông Lỗ Văn Kèo, Tổng Biên tập. Báo Trà Bôm đưa tin.", "Báo Trà Bôm"),
    ],
)
def test_the_body_of_an_office(sentence, body):
    assert people(CITY, sentence)["Lỗ Văn Kèo"]["organization"] == body


def test_a_board_of_a_union_or_command_is_part_of_it():
    found = people(
        "Ngày 04/3, Hội Diêm dân tỉnh tổ chức lớp tập huấn phủ bạt ruộng muối.",
        "Bà Ma Thị Sỏi, Trưởng Ban Tuyên truyền - Đời sống trao giấy chứng nhận.",
        title="Hội Diêm dân tỉnh tập huấn phủ bạt",
    )
    assert found["Ma Thị Sỏi"]["organization"] == "Hội Diêm dân tỉnh"
    assert found["Ma Thị Sỏi"]["side"] == "host"


def test_a_standing_board_is_a_body_of_its_own():
    found = people(
        "Ngày 04/3, Hội Diêm dân tỉnh tổ chức lớp tập huấn phủ bạt ruộng muối.",
        "Dự khai mạc có bà Ma Thị Sỏi, Phó Trưởng Ban Quản lý Khu kinh tế Bến Muối.",
        title="Hội Diêm dân tỉnh tập huấn phủ bạt",
    )
    assert found["Ma Thị Sỏi"]["organization"] == "Ban Quản lý Khu kinh tế Bến Muối"


def test_those_of_a_school_belong_to_it_at_its_own_event():
    found = people(
        "Ngày 04/3, Trường Cao đẳng Nghề muối Thọ Lạc tổ chức Lễ khai giảng.",
        "Thay mặt khóa trước, sinh viên Lỗ Văn Kèo, lớp Muối K54 chia sẻ bí quyết. Thủ khoa là em Ma Thị Sỏi.",
        title="Trường Cao đẳng Nghề muối Thọ Lạc khai giảng năm học mới",
    )
    assert {person["organization"] for person in found.values()} == {"Trường Cao đẳng Nghề muối Thọ Lạc"}
    assert {person["side"] for person in found.values()} == {"host"}


def test_whoever_answers_for_a_place_on_an_inspection_belongs_to_it():
    found = people(
        "Ngày 04/3, Đoàn kiểm tra liên ngành phường Trà Bôm do bà Ma Thị Sỏi, Phó Chủ tịch UBND phường làm Trưởng đoàn đã "
        "kiểm tra các cơ sở làm muối.",
        "Tại Cơ sở muối Hạt Trắng, Đoàn ghi nhận kho sạch. Ông Lỗ Văn Kèo, chủ cơ sở hứa mua thêm bạt.",
        "Đoàn xem bếp ăn Trường Mầm non Muối Xanh. Bà Cù Thị Lụa, quản lý bếp ăn, mở sổ để Đoàn đối chiếu.",
        title="Kiểm tra an toàn thực phẩm trước mùa muối",
    )
    assert {name: (person["organization"], person["side"]) for name, person in found.items()} == {
        "Ma Thị Sỏi": ("UBND phường", "guest"),
        "Lỗ Văn Kèo": ("Cơ sở muối Hạt Trắng", "host"),
        "Cù Thị Lụa": ("Trường Mầm non Muối Xanh", "host"),
    }
    assert found["Cù Thị Lụa"]["role"] == "quản lý bếp ăn"


def test_to_manage_something_is_no_office():
    found = people("Dự họp có ông Lỗ Văn Kèo, quản lý kho muối từ năm 2019 đến nay.")
    assert found["Lỗ Văn Kèo"]["role"] is None


@pytest.mark.parametrize(
    "office", ["Tổ trưởng Tổ vay vốn thôn Bờ Lăng", "Bí thư Chi bộ, Trưởng thôn Bờ Lăng", "Trưởng ấp Bờ Lăng"]
)
def test_an_office_over_a_hamlet_belongs_to_no_body_of_the_page(office):
    found = people(CITY, f"Dự họp có ông Lỗ Văn Kèo, {office}.")
    assert list(found) == ["Lỗ Văn Kèo"]
    assert (found["Lỗ Văn Kèo"]["role"], found["Lỗ Văn Kèo"]["organization"]) == (office, None)


def test_a_part_without_a_name_is_the_hosts():
    found = people(
        "Sáng 11/3, Công ty Muối Hạt Trắng tổ chức lễ khánh thành nhà máy.",
        "Bà Ma Thị Sỏi, Giám đốc Nhà máy dẫn đoàn tham quan.",
        title="Công ty Muối Hạt Trắng khánh thành nhà máy",
    )
    assert (found["Ma Thị Sỏi"]["organization"], found["Ma Thị Sỏi"]["side"]) == (
        "Công ty Muối Hạt Trắng",
        "host",
    )


def test_a_bracket_behind_the_office_names_the_body():
    found = people(CITY, "Bà Ma Thị Sỏi, Điều phối viên Dự án Biển Sạch (Quỹ Đèn Xanh) giới thiệu trạm mới.")
    assert found["Ma Thị Sỏi"]["organization"] == "Quỹ Đèn Xanh"


@pytest.mark.parametrize(
    ("more", "body"),
    [("Dự lễ có ông Lỗ Văn Kèo, Phó Chủ tịch UBND huyện.", "UBND huyện"), ("Lễ kết thúc sớm.", None)],
)
def test_a_districts_division_is_never_the_hosts(more, body):
    found = people(
        "Sáng 11/3, Trường Tiểu học Hạ Bôm long trọng tổ chức Lễ đón Bằng công nhận.",
        f"Tới dự có bà Ma Thị Sỏi, Trưởng phòng GD&ĐT huyện. {more}",
        title="Trường Tiểu học Hạ Bôm đón Bằng công nhận",
    )
    assert (found["Ma Thị Sỏi"]["organization"], found["Ma Thị Sỏi"]["side"]) == (body, "guest")


def test_a_class_with_its_number_is_part_of_what_a_pupil_is():
    found = people(CITY, "Em Lỗ Văn Kèo, học sinh lớp 5A bày tỏ niềm vui.")
    assert found["Lỗ Văn Kèo"]["role"] == "học sinh lớp 5A"
