"""Bodies and groups present without a named person."""

import pytest

from tests.news.extraction.reading import units


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Dự họp có các trưởng phòng: Kế hoạch - Tài chính, Nghiệp vụ Muối, Tổ chức cán bộ.",
            ["Kế hoạch - Tài chính", "Nghiệp vụ Muối", "Tổ chức cán bộ"],
        ),
        (
            "Dự họp có trưởng các khoa, phòng và điều dưỡng trưởng toàn viện.",
            ["trưởng các khoa, phòng", "điều dưỡng trưởng toàn viện"],
        ),
        ("Dự họp có bí thư, chủ tịch các xã ven biển.", ["bí thư, chủ tịch các xã ven biển"]),
        (
            "Dự lễ có đại diện Đồn Biên phòng Trà Bôm và đông đảo phụ huynh, học sinh bản Mé.",
            ["Đồn Biên phòng Trà Bôm", "đông đảo phụ huynh, học sinh bản Mé"],
        ),
        ("Dự lễ có cán bộ, giáo viên nhà trường.", ["cán bộ, giáo viên nhà trường"]),
        ("Lãnh đạo Sở Cảng, Sở Muối đã tham dự buổi lễ.", ["Sở Cảng", "Sở Muối"]),
        ("Tại cảng, lãnh đạo Sở Cảng đã có buổi làm việc với Đoàn công tác của tỉnh Thọ Lạc.", []),
        (
            "Thành phần: Lãnh đạo Văn phòng Sở, các phòng: Kho, Kè; các Chi cục: Muối, Cá; Trung tâm Giống dự họp.",
            ["Văn phòng Sở", "Kho", "Kè", "Muối", "Cá", "Trung tâm Giống"],
        ),
        ("Dự lễ có bà Ma Thị Sỏi đại diện tiểu thương.", []),
        (
            "Dự lễ có các ông: Lỗ Văn Kèo, Hờ A Páo - Phó Giám đốc và đại diện các điện lực: Trà Bôm, Hạ Bôm.",
            ["Trà Bôm", "Hạ Bôm"],
        ),
        (
            "Về phía Hội có ông Lỗ Văn Kèo, các đồng chí trong Ban Thường vụ, trưởng các ban chuyên môn.",
            ["các đồng chí trong Ban Thường vụ", "trưởng các ban chuyên môn"],
        ),
        ("Dự họp có các trưởng phòng: Lỗ Văn Kèo, Ma Thị Sỏi.", []),
        (
            "Dự họp có trưởng, phó các phòng: Muối, Cá và Đô thị; Văn hóa - Xã hội; Giám đốc các trạm.",
            ["Muối, Cá và Đô thị", "Văn hóa - Xã hội", "Giám đốc các trạm"],
        ),
        (
            "Dự họp có lãnh đạo Phòng 1, Phòng 2; Trạm trưởng các khu vực 3, 4, 5.",
            ["Phòng 1", "Phòng 2", "Trạm trưởng các khu vực 3, 4, 5"],
        ),
        (
            "Dự họp có bà Ma Thị Sỏi; lãnh đạo UBND các xã: Mường Muối, Bản Kè, Nậm Sỏi.",
            ["Mường Muối", "Bản Kè", "Nậm Sỏi"],
        ),
        (
            "Dự họp có bà Ma Thị Sỏi; các đồng chí Trưởng Ban Muối, Trưởng Ban Đèn biển.",
            ["Trưởng Ban Muối", "Trưởng Ban Đèn biển"],
        ),
        ("Dự họp có bà Ma Thị Sỏi; các đồng chí Trưởng Ban Muối Lỗ Văn Kèo, Hờ A Páo.", []),
        (
            "Cùng dự có đại diện Sở Cảng; Ban Quản lý các bến; Đảng ủy, UBND xã Nậm Sỏi.",
            ["Sở Cảng", "Ban Quản lý các bến", "Đảng ủy", "UBND xã Nậm Sỏi"],
        ),
        (
            "Đoàn do ông Lỗ Văn Kèo làm trưởng đoàn; thành viên gồm bà Ma Thị Sỏi, Phó Giám đốc và đại diện Sở Cảng tỉnh.",
            ["Sở Cảng tỉnh"],
        ),
        (
            "Cùng dự có bà Ma Thị Sỏi, Giám đốc Sở Muối và các công chức chuyên môn.",
            ["các công chức chuyên môn"],
        ),
    ],
)
def test_a_group_is_kept_as_printed(sentence, found):
    assert units(sentence) == found
