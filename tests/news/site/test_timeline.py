"""Leafing through a long list: every row once, no counting, and stable under new rows."""

import re

import pytest
from django.http import Http404
from django.test import RequestFactory

from news.models import Edition
from news.site import timeline
from tests import make

pytestmark = pytest.mark.django_db


def leaf(path="/luu-tru/", *lists, size=3):
    return timeline.leaf(RequestFactory().get(path), *(lists or (Edition.objects.listed(),)), size=size)


def titles(found) -> list[str]:
    return [edition.title for edition in found.editions]


@pytest.fixture
def eight():
    """Eight articles, of which four share one moment: the article's key decides among them."""
    days = [
        "2022-05-01 08:00",
        "2022-05-02 08:00",
        *["2022-05-03 08:00"] * 4,
        "2022-05-04 08:00",
        "2022-05-05 08:00",
    ]
    return [make.published(title=str(number), at=day) for number, day in enumerate(days)]


def walk(word: str, start) -> list[list[str]]:
    pages, found = [titles(start)], start
    while address := getattr(found, word):
        found = leaf(address)
        pages.append(titles(found))
    return pages


def test_older_pages_show_every_row_once_in_order(eight):
    assert walk("older", leaf()) == [["7", "6", "5"], ["4", "3", "2"], ["1", "0"]]


def test_newer_pages_lead_back_the_same_way(eight):
    last = leaf(leaf(leaf().older).older)
    assert titles(last) == ["1", "0"]
    assert walk("newer", last) == [["1", "0"], ["4", "3", "2"], ["7", "6", "5"]]


def test_the_first_page_has_nothing_newer_and_the_last_nothing_older(eight):
    first = leaf()
    assert not first.newer
    assert not leaf(leaf(first.older).older).older


def test_a_linked_page_keeps_its_rows_when_news_are_added(eight):
    address = leaf().older
    make.published(title="mới")
    assert titles(leaf(address)) == ["4", "3", "2"]


def test_several_lists_are_leafed_through_as_one(eight):
    listed = Edition.objects.listed()
    odd = [str(number) for number in range(1, 8, 2)]
    parts = listed.filter(title__in=odd), listed.exclude(title__in=odd)
    first = leaf("/luu-tru/", *parts)
    second = leaf(first.older, *parts)
    assert titles(first) + titles(second) == ["7", "6", "5", "4", "3", "2"]
    assert titles(leaf(leaf(second.older, *parts).newer, *parts)) == ["4", "3", "2"]


@pytest.mark.parametrize(
    "place", ["x", "1", "1-", "-1", "1-2-3", "9" * 30 + "-1", "9" * 18 + "-1", "1-" + "9" * 30, "٣-٣"]
)
def test_a_place_that_is_none_is_not_found(eight, place):
    with pytest.raises(Http404):
        leaf(f"/luu-tru/?truoc={place}")
    with pytest.raises(Http404):
        leaf(f"/luu-tru/?sau={place}")


def test_a_page_behind_the_last_is_not_found(eight):
    with pytest.raises(Http404):
        leaf("/luu-tru/?truoc=0-0")


def test_no_page_counts_rows(eight, django_assert_num_queries):
    with django_assert_num_queries(1) as asked:
        leaf("/luu-tru/?truoc=1651543200000000-99")
    assert not re.search(r"\bcount\(", asked.captured_queries[0]["sql"], re.IGNORECASE)


def test_the_page_says_where_in_time_it_lies(client):
    for day in range(1, 25):
        make.published(title=str(day), at=f"2022-05-{day:02} 08:00")
    html = client.get("/luu-tru/").content.decode()
    assert re.search(r"Từ <time[^>]*>05/05/2022</time> đến <time[^>]*>24/05/2022</time>", html)
    older = re.search(r'href="(/luu-tru/\?truoc=[^"]+)">Cũ hơn', html)[1]
    answer = client.get(older).content.decode()
    assert ">Mới hơn</a>" in answer
    assert f'<link rel="canonical" href="http://testserver{older}">' in answer
