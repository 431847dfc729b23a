"""A name is found in every way of writing it, replaced in kind, and no other name is touched."""

import json
import unicodedata
from time import process_time
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as some

from news.spellings import Name, letters_of, replaced

NAME = "Đinh Hữu Phí"


def without(text: str, name: str = NAME, stand_in: str = "một đại biểu") -> str:
    return replaced(text, Name(name), stand_in)


@pytest.mark.parametrize(
    "written",
    [
        NAME,
        "ĐINH HỮU PHÍ",
        "đinh hữu phí",
        "Dinh Huu Phi",
        "dinh huu phi",
        "Đinh Hưu Phi",
        "Ðinh Hữu Phí",
        unicodedata.normalize("NFD", NAME),
        "Đinh\u00a0Hữu\nPhí",
        "Đinh  Hữu&nbsp;Phí",
        "<b>Đinh</b> Hữu <i>Phí</i>",
        "&#272;inh H&#7919;u Ph&iacute;",
        "&#x110;inh H&#x1EEF;u Ph&#xED;",
        json.dumps(NAME)[1:-1],
        json.dumps(unicodedata.normalize("NFD", NAME))[1:-1],
        quote(NAME),
        quote(NAME).lower(),
        "dinh-huu-phi",
        "Dinh_Huu_Phi",
        "dinhhuuphi",
        "DinhHuuPhi",
    ],
)
def test_every_writing_of_a_name_is_replaced(written):
    for around in ("{}", "trước {} sau", "/nhan-su/{}-12/", '{{"a": "{}"}}', "x\\n{}, y", "%20{}%20"):
        text = around.format(written)
        assert list(Name(NAME).places(text)), text
        assert Name(NAME).may_stand(letters_of(text)), text
        made = without(text)
        assert not list(Name(NAME).places(made)), made
        assert made.startswith(around.partition("{}")[0].replace("{{", "{"))


@pytest.mark.parametrize(
    "text",
    [
        "Đinh Hữu Phì",
        "Đinh Hữu Phúc",
        "Đinh Hữu Phíx",
        "Định Hữu Phí",
        "Đinh Hữu, Phí",
        "hữu phí",
        "lệ phí đinh",
    ],
)
def test_other_names_and_words_are_left_alone(text):
    assert without(text) == text


# Pieces from which hostile and everyday surroundings are made.
WORDS = [
    "Đinh",
    "Hữu",
    "Phí",
    NAME,
    "DINH-HUU-PHI",
    quote(NAME),
    json.dumps(NAME)[1:-1],
    "ông ",
    "Bà ",
    "x",
    "ế",
]
SIGNS = [" ", "-", ".", "<b>", "</b>", "&nbsp;", "&#272;", "%20", "\\u0110", "\\n", "\u0301", "\n"]
PIECES = some.lists(some.sampled_from(WORDS + SIGNS))


@given(PIECES)
def test_nothing_is_left_whatever_stands_around_and_a_second_look_changes_nothing(pieces):
    text = "".join(pieces)
    made = without(text)
    assert not list(Name(NAME).places(made)), made
    assert without(made) == made
    if list(Name(NAME).places(text)):
        assert Name(NAME).may_stand(letters_of(text))
    else:
        assert made == text


@given(some.text())
def test_any_text_is_looked_through(text):
    assert without(text) == text


def test_both_places_of_a_tone_are_one_name():
    assert without("Lê Thị Hoà và Lê Thị Hòa", "Lê Thị Hòa") == "Một đại biểu và một đại biểu"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Ông Đinh Hữu Phí phát biểu.", "Một đại biểu phát biểu."),
        ("Gặp ông Đinh Hữu Phí, bà Lan.", "Gặp một đại biểu, bà Lan."),
        ("Dự họp. Đinh Hữu Phí nói.", "Dự họp. Một đại biểu nói."),
        ("ĐINH HỮU PHÍ DỰ HỌP", "MỘT ĐẠI BIỂU DỰ HỌP"),
        ("tham-dinh-huu-phi-ngay-2", "tham-mot-dai-bieu-ngay-2"),
        ("anh/Dinh_Huu_Phi.jpg", "anh/mot_dai_bieu.jpg"),
        ("<p><b>Đinh</b> Hữu Phí</p>", "<p><b>Một đại biểu</b></p>"),
    ],
)
def test_the_stand_in_is_written_as_the_name_was(text, made):
    assert without(text) == made


def test_what_is_escaped_stays_well_formed():
    data = {"name": NAME, "text": f"Ông {NAME}\nnói"}
    assert json.loads(without(json.dumps(data))) == {"name": "một đại biểu", "text": "Một đại biểu\nnói"}
    assert without(quote(f"{NAME}.pdf")).isascii()


def test_two_syllables_in_small_letters_are_words_of_the_language():
    assert without("công khai, minh bạch", "Minh Bạch") == "công khai, minh bạch"
    assert without("ông Minh Bạch, /minh-bach/", "Minh Bạch") == "một đại biểu, /mot-dai-bieu/"


def test_a_longer_name_of_somebody_else_is_left_alone():
    name = Name("Nguyễn Văn An", ("Nguyễn Văn An Khang",))
    text = "Nguyễn Văn An, NGUYỄN VĂN AN KHANG, nguyen-van-an-khang-3, Nguyễn Văn An khang trang"
    assert replaced(text, name, "X y") == "X y, NGUYỄN VĂN AN KHANG, nguyen-van-an-khang-3, X y khang trang"


def test_a_text_made_to_be_slow_is_not():
    for piece in ("Đinh ", "Đinh<i>", "Đinh\\u003c", "Đinh Hữu ", "&nbsp;", "\\u003c\\u003e", "<", "%20"):
        text = piece * (200_000 // len(piece))
        begun = process_time()
        assert without(text) == text
        assert process_time() - begun < 5, piece


def test_a_long_text_takes_time_in_proportion():
    text = "Ông Đinh Hữu Phú và bà Đinh Thị Phi họp về phí tại Hà Nội. " * 20_000
    assert without(text) == text
