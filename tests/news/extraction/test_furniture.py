"""What belongs to the portal and not to the article, in the shapes portals print it."""

import pytest

from news.extraction import extract, to_dict

STORY = (
    "Sáng 04/3, Chi cục Đèn biển tổ chức buổi làm việc với Hội Nghề muối Trà Bôm về việc dời kho muối ra khỏi bãi.\n\n"
    "Hai bên nhất trí giữ nguyên giá thuê kho đến hết mùa khô và gặp lại nhau sau vụ thu hoạch.\n"
)


def page(
    above="", below="", date="Thứ Hai, 06/03/2023 | 08:15", title="Chi cục Đèn biển bàn việc dời kho muối"
):
    return to_dict(extract(f"{above}{title}\n{date}\n{STORY}\n{below}"))


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("Thứ ba, 07 Tháng 3 2023 09:05", "2023-03-07T09:05"),
        ("Thứ ba, ngày 7 tháng Ba năm 2023", "2023-03-07"),
    ],
)
def test_a_month_without_its_sign_or_in_words_is_a_date(line, moment):
    assert page(date=line)["published_at"] == moment


def test_a_menu_row_set_apart_by_wide_spaces_is_no_title():
    menu = "CHI CỤC ĐÈN BIỂN\nTrang đầu   Bản đồ đèn   Luồng lạch   Hỏi đáp   Thư ngỏ\n"
    assert page(above=menu)["title"] == "Chi cục Đèn biển bàn việc dời kho muối"


@pytest.mark.parametrize(
    "above",
    [
        "Xã Trà Bôm\nKỷ cương - Thân thiện - Vì nhân dân\n",
        "PHƯỜNG MUỐI BIỂN\n",
        "VIỆN KIỂM SÁT NHÂN DÂN TỈNH TRÀ BÔM\n",
        "ĐOÀN ĐBQH VÀ HĐND TỈNH TRÀ BÔM\n",
    ],
)
def test_the_name_and_the_slogan_of_a_site_are_no_title(above):
    found = page(above=above)
    assert found["title"] == "Chi cục Đèn biển bàn việc dời kho muối"
    assert found["lead"].startswith("Sáng 04/3")


@pytest.mark.parametrize(
    "controls", ["Xem cỡ chữ:  A  A  A   |  In bài viết", "Listen to this article   Contrast"]
)
def test_a_row_of_controls_is_neither_title_nor_lead(controls):
    assert page(above=controls + "\n")["title"] == "Chi cục Đèn biển bàn việc dời kho muối"
    assert page(date=f"06/03/2023 08:15\n{controls}")["lead"].startswith("Sáng 04/3")


def test_a_title_that_names_a_place_and_something_done_stays():
    done = "Xã Trà Bôm mở lại bến muối, đoàn kết bà con hai bờ"
    assert page(title=done)["title"] == done


def test_a_title_may_ask():
    asked = "Dời kho muối ra khỏi bãi: nên làm ngay hay chờ hết mùa khô?"
    found = page(title=asked)
    assert found["title"] == asked and found["lead"].startswith("Sáng 04/3")


def test_controls_in_brackets_are_no_paragraph():
    found = page(date="06/03/2023 08:15\n[Cỡ chữ: + -] [Chế độ tương phản] [Gửi bài viết]")
    assert found["lead"].startswith("Sáng 04/3")


@pytest.mark.parametrize(
    "signed",
    [
        "Reported by Ba Khanh",
        "Cù Thị Lụa Thơm - Phòng Hải đồ - Báo hiệu luồng",
        "Bài và ảnh: Ba Khanh",
        "P.V",
        "P.V - CTV",
        "B.K",
        "Ba Khanh (T/h)",
        "Ba Khanh- Phòng Hải đồ",
        "Người viết: Ba Khanh",
        "(Theo baodenbien.vn)",
    ],
)
def test_a_signature_is_found_under_captions_and_above_controls(signed):
    below = f"Kho muối nhìn từ bến\n\n{signed}\n\nQuay lại    In    Lên đầu trang\n"
    found = page(below=below)
    assert found["byline"] == signed
    assert found["photo_captions"] == ["Kho muối nhìn từ bến"]


def test_whom_to_call_is_neither_attendee_nor_caption():
    below = "Mọi chi tiết xin liên hệ:\nBà Cù Thị Lụa - Trưởng phòng Hải đồ\nĐiện thoại: 0299.000.111\n"
    found = page(below=below)
    assert found["attendees"] == [] and found["photo_captions"] == []


def test_a_rubric_between_title_and_text_is_no_paragraph():
    assert page(date="Hoạt động đơn vị\n06/03/2023 08:15")["lead"].startswith("Sáng 04/3")


def test_the_first_day_of_an_english_range_is_the_events():
    text = "Harbour workshop\n19 May 2022\n\nBa Lach, 17-18 May 2022 - The Harbour Institute held a workshop on salt.\n\nIt rained.\n"
    assert to_dict(extract(text))["event_on"] == "2022-05-17"


@pytest.mark.parametrize(
    "caption",
    [
        "Ảnh: Quang cảnh buổi làm việc",
        "Ảnh 1. Quang cảnh buổi làm việc",
        "Ông Lỗ Văn Kèo phát biểu tại buổi làm việc.",
    ],
)
def test_what_a_photo_shows_is_a_caption_in_every_dress(caption):
    found = page(below=f"{caption}\n\nBa Khanh\n")
    assert (found["photo_captions"], found["byline"]) == ([caption], "Ba Khanh")


def test_who_took_a_photo_is_no_caption():
    assert page(below="Kho muối nhìn từ bến\n\nẢnh: Ba Khanh\n\nTin: Cù Lụa\n")["photo_captions"] == [
        "Kho muối nhìn từ bến"
    ]


def test_the_only_paragraph_stays_one():
    found = to_dict(
        extract("Bàn việc dời kho muối\n06/03/2023 08:15\n\nÔng Lỗ Văn Kèo phát biểu tại buổi làm việc.\n")
    )
    assert found["photo_captions"] == []
