"""Who was there, and who is only spoken of."""

import pytest

from tests.news.extraction.reading import people

HERE = "Dự họp có bà Ma Thị Sỏi, Phó Chủ tịch Hội Nghề muối."


@pytest.mark.parametrize(
    "sentence",
    [
        "Trong văn bản gửi Hội tuần trước, ông Lỗ Văn Kèo, Giám đốc Quỹ Đèn Xanh cho biết hồ sơ còn thiếu.",
        "Theo công văn phúc đáp của Quỹ, ông Lỗ Văn Kèo, Giám đốc Quỹ Đèn Xanh chưa nhận đủ hồ sơ.",
        "Giám đốc Quỹ Đèn Xanh Lỗ Văn Kèo đang đi tập huấn nên không có mặt.",
        "Phó Giám đốc Quỹ Đèn Xanh Lỗ Văn Kèo hiện đi học nước ngoài.",
        "Chủ tịch UBND xã Trà Bôm Lỗ Văn Kèo đã bị tạm đình chỉ công tác từ đầu tháng.",
        "Ông Lỗ Văn Kèo, nguyên thủ kho, bị kỷ luật vì làm thất thoát muối.",
    ],
)
def test_who_wrote_is_away_or_was_punished_did_not_attend(sentence):
    assert list(people(HERE, sentence)) == ["Ma Thị Sỏi"]


def test_somebody_else_punished_in_what_is_said_keeps_the_speaker():
    assert "Lỗ Văn Kèo" in people(HERE, "Ông Lỗ Văn Kèo cho biết ba người đã bị bắt vì trộm muối.")


def test_who_was_visited_at_home_was_met():
    found = people(HERE, "Đoàn thăm hỏi cụ Lỗ Văn Kèo, 84 tuổi, người làm muối lâu năm và tặng cụ suất quà.")
    assert "Lỗ Văn Kèo" in found


def test_who_only_got_good_wishes_was_not_met():
    assert list(people(HERE, "Bà Ma Thị Sỏi gửi lời thăm hỏi cụ Lỗ Văn Kèo.")) == ["Ma Thị Sỏi"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lớp học do Quỹ Trẻ em An Muối tài trợ.",
        "Tại Báo Trà Bôm, Chủ tịch Hội Nghề muối tặng hoa.",
        "Từ Đài Trà Bôm, Giám đốc Sở Muối nối cầu truyền hình.",
    ],
)
def test_words_that_look_like_an_address_or_a_list_name_nobody(sentence):
    assert list(people(HERE, sentence)) == ["Ma Thị Sỏi"]


def test_posts_in_the_plural_are_given_to_each_name_behind_the_colon():
    found = people("Dự họp có các trưởng phòng: Lỗ Văn Kèo, Ma Thị Sỏi.")
    assert {name: person["role"] for name, person in found.items()} == {
        "Lỗ Văn Kèo": "trưởng phòng",
        "Ma Thị Sỏi": "trưởng phòng",
    }


def test_an_office_given_to_several_goes_on_over_semicolons():
    found = people(
        "Dự họp có các Phó Chủ tịch Hội Nghề muối: ông Lỗ Văn Kèo; bà Ma Thị Sỏi; đại diện Sở Muối."
    )
    assert {person["role"] for person in found.values()} == {"Phó Chủ tịch Hội Nghề muối"}


def test_a_level_behind_a_bracket_closes_the_body_and_the_person_follows():
    found = people(
        "Giám đốc Trung tâm Kiểm soát muối (TKM) tỉnh Lỗ Văn Kèo và Phó Giám đốc TKM tỉnh Ma Thị Sỏi khảo sát."
    )
    assert list(found) == ["Lỗ Văn Kèo", "Ma Thị Sỏi"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thừa ủy quyền của Giám đốc Sở Lỗ Văn Kèo, bà Ma Thị Sỏi trao quà.",
        "Thừa ủy quyền Giám đốc Sở Lỗ Văn Kèo, bà Ma Thị Sỏi trao quà.",
        "Thay mặt Chủ tịch UBND tỉnh Lỗ Văn Kèo, bà Ma Thị Sỏi trao quà.",
        "Đoàn thăm con trai ông Lỗ Văn Kèo đang nằm viện.",
        "Kế hoạch được Chủ tịch UBND tỉnh Lỗ Văn Kèo phê duyệt tháng trước.",
        "Kho muối do ông Lỗ Văn Kèo làm chủ đã đóng cửa.",
        "Trước đó, ngày 1/3, ông Lỗ Văn Kèo, Giám đốc Sở Muối đã xem kho.",
        "Theo GS. Lỗ Văn Kèo trong cuốn Nghề muối, hạt muối xưa to hơn.",
        "Bà Ma Thị Sỏi cho biết ông Lỗ Văn Kèo, Giám đốc Sở Muối sẽ đến sau.",
        "Người kế nhiệm là ông Lỗ Văn Kèo, Phó Giám đốc Sở Muối.",
        "Bà Ma Thị Sỏi nhắc lại ý kiến của Chủ tịch UBND tỉnh Lỗ Văn Kèo tại cuộc họp khác.",
        "Thực hiện chỉ đạo của Chủ tịch UBND tỉnh Lỗ Văn Kèo, Hội phủ bạt.",
        "Bà Ma Thị Sỏi kể về anh Lỗ Văn Kèo, người đã cứu ba ngư dân.",
        "Lẵng hoa của Chủ tịch nước Lỗ Văn Kèo được đặt trang trọng.",
        "Trả lời phỏng vấn qua điện thoại, ông Lỗ Văn Kèo, Giám đốc Quỹ Đèn Xanh nói giá còn tăng.",
    ],
)
def test_who_sent_somebody_or_is_only_spoken_of_was_not_there(sentence):
    assert list(people(HERE, sentence)) == ["Ma Thị Sỏi"]


def test_the_one_spoken_of_who_also_came_is_there():
    found = people(
        "Dự họp có bà Ma Thị Sỏi, Phó Chủ tịch Hội Nghề muối; ông Lỗ Văn Kèo, Giám đốc Sở Muối.",
        "Thực hiện chỉ đạo của ông Lỗ Văn Kèo, Hội phủ bạt.",
    )
    assert list(found) == ["Ma Thị Sỏi", "Lỗ Văn Kèo"]
