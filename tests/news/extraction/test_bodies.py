"""Where the name of a body begins and ends."""

import pytest

from tests.news.extraction.reading import agencies, people


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Đoàn thăm Bộ Muối và Phòng chống triều cường do bão gây ra.", "Bộ Muối và Phòng chống triều cường"),
        ("Ban Tổ chức và Nhân sự trình bày đề án.", "Ban Tổ chức và Nhân sự"),
        ("Ban Tổ chức - Hành chính trình bày đề án.", "Ban Tổ chức - Hành chính"),
        ("Công ty Cổ phần Xây lắp Đường bộ 9 có trách nhiệm rào kè.", "Công ty Cổ phần Xây lắp Đường bộ 9"),
        ("Tổng công ty Xây dựng Bến 36 đã rào kè.", "Tổng công ty Xây dựng Bến 36"),
        ("Lữ đoàn Công binh 279B điều 120 chiến sĩ giúp dân.", "Lữ đoàn Công binh 279B"),
        ("Hạt Quản lý kè số 4 dựng lán trực.", "Hạt Quản lý kè số 4"),
        ("Khoa Tài chính - Ngân hàng tuyển hai người.", "Khoa Tài chính - Ngân hàng"),
        (
            "Trường Đại học Muối và Luật Thọ Lạc (SLTL) tuyển hai người.",
            "Trường Đại học Muối và Luật Thọ Lạc",
        ),
        ("Lớp học do Quỹ Trẻ em An Muối tài trợ.", "Quỹ Trẻ em An Muối"),
        ("Suất quà do Quỹ học bổng Hạt Trắng trao.", "Quỹ học bổng Hạt Trắng"),
        ("Hồ sơ gửi Văn phòng HĐND - UBND huyện trước mùa mưa.", "Văn phòng HĐND - UBND huyện"),
        (
            "Hội thảo do Ban Chỉ đạo phòng, chống triều cường tỉnh tổ chức.",
            "Ban Chỉ đạo phòng, chống triều cường tỉnh",
        ),
    ],
)
def test_a_name_is_read_to_its_end(sentence, name):
    assert name in agencies(sentence)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Công ty Muối Thọ Lạc 9 tháng đầu năm bán 400 tấn.", "Công ty Muối Thọ Lạc"),
        ("Viện Muối và 103 hộ dân ký cam kết.", "Viện Muối"),
        ("Ban Tổ chức trao giải, Ban Giám khảo chấm bài.", None),
    ],
)
def test_what_is_counted_or_stands_beside_is_no_part_of_a_name(sentence, name):
    found = [found for found in agencies(sentence) if found not in ("Chi cục Đèn biển", "Hội Nghề muối")]
    assert found == ([name] if name else [])


def test_a_branch_is_no_second_body():
    found = agencies(
        "Ngân hàng Thương mại Cổ phần Đảo Xanh Chi nhánh Thọ Lạc bàn giao kho. Đảo Xanh Chi nhánh Thọ Lạc tặng bạt."
    )
    assert [name for name in found if "Chi nhánh" in name] == [
        "Ngân hàng Thương mại Cổ phần Đảo Xanh Chi nhánh Thọ Lạc"
    ]


def test_a_field_of_the_police_holds_its_own_comma():
    found = people(
        "Đại úy Lỗ Văn Kèo, cán bộ Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao, Công an tỉnh nói về lừa đảo."
    )
    assert found["Lỗ Văn Kèo"]["role"].endswith("sử dụng công nghệ cao, Công an tỉnh")
    assert found["Lỗ Văn Kèo"]["organization"] == "Công an tỉnh"


@pytest.mark.parametrize(
    "name",
    [
        "Thuế tỉnh Trà Bôm",
        "Thuế cơ sở 9",
        "Quân khu 14",
        "Chi nhánh Văn phòng Đăng ký đất đai khu vực 8",
        "Công ty TNHH Thiết bị Hải đồ Rạng Đông",
        "Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh",
        "Ban Quản lý các khu công nghiệp và chế xuất",
    ],
)
def test_a_name_of_the_offices_of_2025_is_read_whole(name):
    assert name in agencies(f"Sáng 11/3, đoàn đã đến {name}.")


def test_the_money_is_no_tax_office():
    assert not any(
        "Thuế" in name for name in agencies("Sáng 11/3, hai bên bàn về Thuế Thu nhập cá nhân, Thuế GTGT.")
    )
