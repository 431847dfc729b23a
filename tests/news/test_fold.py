"""Search keys, comparison keys and slugs of Vietnamese text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.fold import fold, nfc, slugify_vi, tone_place


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("Hoà Bình", "hoa binh"),
        ("Hòa  Bình", "hoa binh"),
        ("Đắk Lắk", "dak lak"),
        ("UỶ BAN\u00a0NHÂN DÂN", "uy ban nhan dan"),
        ("quý", "quy"),
        ("  Nguyễn\tThị\nHiên ", "nguyen thi hien"),
    ],
)
def test_a_search_key_has_no_marks_and_single_spaces(printed, key):
    assert fold(printed) == key


def test_decomposed_and_composed_text_fold_alike():
    name = "Đoàn Đức Duy"
    assert fold(unicodedata.normalize("NFD", name)) == fold(name) == "doan duc duy"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("uỷ", "ủy"),
        ("khoẻ", "khỏe"),
        ("UỶ", "ỦY"),
        ("thuý", "thúy"),
        ("hòan", "hoàn"),
        ("qúy", "quý"),
        ("gía", "giá"),
    ],
)
def test_two_places_of_a_tone_become_one(one, other):
    assert tone_place(one) == tone_place(other) == other


@pytest.mark.parametrize(
    "word", ["quý", "quà", "gì", "già", "hoàn", "khuỷu", "ngoài", "tuyển", "thuở", "giữ", "lương", "lường"]
)
def test_a_tone_that_stands_right_stays(word):
    assert tone_place(word) == word


def test_the_tone_itself_is_never_lost():
    assert tone_place("Lương") != tone_place("Lường")


def test_a_slug_keeps_d_for_đ():
    assert slugify_vi("Đoàn Đức Duy - Cục trưởng") == "doan-duc-duy-cuc-truong"


def test_a_long_slug_is_cut_between_words():
    assert slugify_vi("Cục Lò nung sứ làm việc", max_length=14) == "cuc-lo-nung-su"
    assert slugify_vi("x" * 30, max_length=10) == "x" * 10


def test_a_title_without_letters_has_an_empty_slug():
    assert slugify_vi("… — !") == ""


@given(st.text(max_size=200), st.integers(min_value=1, max_value=60))
def test_a_slug_is_always_ascii_and_short_enough(text, length):
    slug = slugify_vi(text, max_length=length)
    assert len(slug) <= length
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not slug.startswith("-") and not slug.endswith("-")


@given(st.text(max_size=200))
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)
    assert tone_place(tone_place(text)) == tone_place(text)
    assert nfc(nfc(text)) == nfc(text)


@pytest.mark.parametrize(
    ("text", "slug"),
    [("giai đoạn 2026–2030", "giai-doan-2026-2030"), ("“Đổi mới”…", "doi-moi"), ("№ 5", "no-5"), ("数", "")],
)
def test_signs_without_an_ascii_form_part_the_words_of_an_address(text, slug):
    assert slugify_vi(text) == slug


def test_a_sign_that_no_database_keeps_parts_words():
    assert fold("\x00Hòa\x00 Bình") == "hoa binh"
