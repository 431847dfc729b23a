"""Days and moments as they are printed and said."""

from datetime import date

import pytest

from news.site import dateline
from tests.make import moment


@pytest.mark.parametrize(
    ("when", "language", "printed"),
    [
        ("2022-05-17 11:30", "vi", "Th 3, 17/05/2022 | 11:30 SA"),
        ("2022-05-17 14:57", "vi", "Th 3, 17/05/2022 | 14:57 CH"),
        ("2022-05-22 12:00", "vi", "CN, 22/05/2022 | 12:00 CH"),
        ("2022-05-21 00:05", "vi", "Th 7, 21/05/2022 | 00:05 SA"),
        ("2022-05-17 11:30", "en", "Tue, 17/05/2022 | 11:30 AM"),
        ("2022-05-17 14:57", "en", "Tue, 17/05/2022 | 14:57 PM"),
    ],
)
def test_the_date_line_is_a_24_hour_clock_followed_by_its_half_of_the_day(when, language, printed):
    assert dateline.printed(moment(when), language) == printed


@pytest.mark.parametrize(
    ("when", "language", "spoken"),
    [
        ("2022-05-17 11:30", "vi", "Thứ Ba, ngày 17 tháng 5 năm 2022, 11 giờ 30 phút"),
        ("2022-05-22 08:00", "vi", "Chủ nhật, ngày 22 tháng 5 năm 2022, 8 giờ"),
        ("2022-05-17 11:30", "en", "Tuesday, 17 May 2022, 11:30"),
    ],
)
def test_ears_get_the_moment_in_full(when, language, spoken):
    assert dateline.spoken(moment(when), language) == spoken


@pytest.mark.parametrize(
    ("first", "last", "printed"),
    [
        (date(2022, 5, 17), None, "17/05/2022"),
        (date(2022, 5, 17), date(2022, 5, 17), "17/05/2022"),
        (date(2022, 5, 17), date(2022, 5, 19), "17–19/05/2022"),
        (date(2022, 5, 30), date(2022, 6, 2), "30/05–02/06/2022"),
        (date(2022, 12, 30), date(2023, 1, 2), "30/12/2022 – 02/01/2023"),
    ],
)
def test_a_span_of_days_says_each_part_once(first, last, printed):
    assert dateline.period(first, last) == printed
