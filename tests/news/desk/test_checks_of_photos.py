"""What the checks before publishing say about the descriptions of photos."""

import pytest

from news.desk import checks
from news.desk.checks import photos
from tests import make

pytestmark = pytest.mark.django_db


def found(**caption) -> list[tuple[str, bool]]:
    """(place, is it blocking?) of the findings at the photos of an article with this one."""
    document = make.content(
        captions=[make.caption(**({"is_decorative": False, "is_described_by_caption": False} | caption))]
    )
    findings = checks.findings(document)
    return [(row.place, row.is_blocking) for row in findings if row.place.startswith("captions")]


def test_a_photo_without_any_description_holds_publication_up():
    assert found(alt="") == [("captions.0.alt", True)]


@pytest.mark.parametrize(
    "way",
    [
        {"alt": "Hai người bắt tay"},
        {"alt": "", "is_decorative": True},
        {"alt": "", "is_described_by_caption": True},
    ],
)
def test_each_of_the_three_ways_to_describe_is_enough(way):
    assert found(**way) == []


def test_a_caption_that_is_to_describe_the_photo_must_be_there():
    document = make.content(
        captions=[make.caption(text=" ", alt="", is_decorative=False, is_described_by_caption=True)]
    )
    document["captions"][0]["text"] = ""
    assert "captions.0.text" in {row.place for row in checks.blocking(document)}


@pytest.mark.parametrize(
    "alt", ["IMG_2041", "DSC 0031 (2)", "hop-giao-ban.jpg", "Hội nghị 12", "z5301122_4f"]
)
def test_a_file_name_is_no_description(alt):
    photo = make.photo(original_name="Hội nghị 12.JPG")
    assert found(of=photo, alt=alt) == [("captions.0.alt", True)]


@pytest.mark.parametrize("alt", ["Lễ ký kết tại Hà Nội", "lễ ký kết tại hà nội.", "Lễ  ký kết, tại Hà Nội"])
def test_the_caption_read_twice_is_no_description(alt):
    assert found(text="Lễ ký kết tại Hà Nội.", alt=alt) == [("captions.0.alt", True)]


@pytest.mark.parametrize("alt", ["Ảnh hai người bắt tay", "Hình ảnh hội trường", "Image of a hall"])
def test_a_description_that_begins_with_the_word_photo_is_worth_a_look(alt):
    assert found(text="Lễ ký kết", alt=alt) == [("captions.0.alt", False)]


@pytest.mark.parametrize(
    "alt",
    [
        "Hai người bắt tay trước bục",
        "Imam đọc diễn văn",
        "Hình thoi bằng đồng",
        "Ảnh hưởng của bão: mái nhà tốc",
    ],
)
def test_sound_descriptions_pass(alt):
    assert [row for row in found(text="Lễ ký kết", alt=alt) if row[1]] == []


def test_the_checks_ask_once_for_all_photos(django_assert_num_queries):
    many = make.content(
        captions=[
            {"is_decorative": False, "is_described_by_caption": False, **make.caption()} for _ in range(12)
        ]
    )
    with django_assert_num_queries(1):
        list(photos.descriptions_say_what_is_seen(many))
