"""Date lines and event days."""

import pytest

from news.extraction.dates import event_day, read_date_line, read_place_date


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("Th 3, 17/05/2022 | 11:30 SA", "2022-05-17T11:30"),
        ("Th 6, 17/07/2020 | 14:57 CH", "2020-07-17T14:57"),
        ("CN, 12/03/2023 | 02:45 CH", "2023-03-12T14:45"),
        ("Th 2, 06/01/2020 | 12:05 CH", "2020-01-06T12:05"),
        ("Tue, 22/03/2022 | 02:45 PM", "2022-03-22T14:45"),
        ("Friday, 07/08/2020 18:06 GMT+7", "2020-08-07T18:06"),
        ("(Ngày đăng: 3/1/2023)", "2023-01-03"),
        ("10:05 - 21/04/2021", "2021-04-21T10:05"),
        ("Thứ Hai, ngày 5 tháng 9 năm 2022, 10 giờ 05 phút", "2022-09-05T10:05"),
        ("May 17, 2022", "2022-05-17"),
        ("Người đăng: Quản trị | 25/10/2023 10:00 | Lượt xem: 340", "2023-10-25T10:00"),
        ("Viết bởi Ban biên tập ngày 27/9/2023", "2023-09-27"),
        ("Minh Hà - 27/09/2023 08:33", "2023-09-27T08:33"),
        ("Tin đăng ngày 27/09/2023", "2023-09-27"),
        ("27/09/2023 08:33 - Xem: 300", "2023-09-27T08:33"),
    ],
)
def test_a_date_line_gives_the_posting_moment(line, moment):
    assert read_date_line(line, lambda text: text) == moment


@pytest.mark.parametrize(
    "line", ["Ngày 13/5/2022, ông A đã làm việc", "Hạn nộp: 30/5/2023", "32/13/2022 | 11:30", "17/05 | 11:30"]
)
def test_other_lines_with_a_date_are_no_date_lines(line):
    assert read_date_line(line, lambda text: text) is None


def test_the_place_and_date_of_a_document_are_read():
    assert read_place_date("Hà Nội, ngày 05 tháng 10 năm 2022") == "2022-10-05"
    assert read_place_date("Hà Nội, ngày 05 tháng 10 năm 2022 là ngày hội") is None


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Từ ngày 24 đến 26/02/2022, Sở mở lớp.", "2022-02-24"),
        ("Trong hai ngày 7 và 8/3, đoàn khảo sát.", "2022-03-07"),
        ("Nhân kỷ niệm 38 năm (20/11/1982 - 20/11/2020), chiều 18/11, đoàn đến thăm.", "2021-11-18"),
        ("Chiều nay, Sở tổ chức họp.", "2022-03-10"),
        ("Trong các ngày 24, 25 và 26/02, Sở tổ chức lớp học.", "2022-02-24"),
        ("Sáng thứ Bảy (05/3), Sở tổ chức họp.", "2022-03-05"),
        ("Sáng mùng 8/3, Sở tổ chức gặp mặt.", "2022-03-08"),
        ("On 2 March 2022, the Department received guests.", "2022-03-02"),
    ],
)
def test_the_day_of_the_event_is_found(sentence, day):
    found = event_day([(sentence, 0)], "2022-03-10T08:00")
    assert found[0].isoformat() == day


@pytest.mark.parametrize(
    "sentence",
    [
        "Vừa qua, Sở đã họp.",
        "Hồ sơ nộp trước ngày 30/5/2022.",
        "Theo Quyết định số 12/QĐ-UBND ngày 3/4/2021, Sở được giao việc.",
    ],
)
def test_deadlines_and_document_dates_are_no_event(sentence):
    assert event_day([(sentence, 0)], "2022-03-10") is None
