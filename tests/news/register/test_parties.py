"""Names of persons and agencies, typed as people type them."""

import pytest

from news.models import AgencyName
from news.register import parties
from tests import make

pytestmark = pytest.mark.django_db


def seen(*people, agencies=()):
    """Made known by one article."""
    lines = [
        *(make.attendee(row, title="Trưởng phòng") for row in people),
        *(make.unit(row) for row in agencies),
    ]
    make.published(delegations=[make.delegation(*lines)])


def found(text: str, language: str = "vi") -> tuple[list[str], bool]:
    named = parties.by_name(text, language)
    return [row.label for row in named.parties], named.is_certain


@pytest.mark.parametrize(
    "text", ["Lê Thị Hạnh", "lê thị hạnh", "le thi hanh", " Lê  Thị Hạnh ", "LÊ THỊ HẠNH"]
)
def test_a_full_name_is_certain_with_and_without_marks(text):
    seen(make.person("Lê Thị Hạnh"), make.person("Lê Thị Hạnh Dung"))
    assert found(text) == (["Lê Thị Hạnh"], True)


def test_both_places_of_a_tone_find_the_same_person():
    seen(make.person("Nguyễn Hòa"))
    assert found("Nguyễn Hoà") == (["Nguyễn Hòa"], True)


def test_part_of_a_name_offers_everybody_who_has_it():
    seen(make.person("Lê Thị Hạnh"), make.person("Trần Thị Hạnh"), make.person("Phạm Văn An"))
    assert found("thị hạnh") == (["Lê Thị Hạnh", "Trần Thị Hạnh"], False)


def test_a_word_is_found_from_its_beginning_only():
    seen(
        make.person("Lê Song An"), agencies=[make.agency("Sở Khoa học"), make.agency("Phòng Sở hữu trí tuệ")]
    )
    assert found("hữu") == (["Phòng Sở hữu trí tuệ"], True)
    assert found("ong")[0] == []


def test_persons_do_not_crowd_agencies_out():
    seen(
        *(make.person(f"An Văn {n}") for n in range(20)),
        agencies=[make.agency("An Bình"), make.agency("An Giang")],
    )
    labels = found("an")[0]
    assert {"An Bình", "An Giang"} <= set(labels)
    assert len(labels) == parties.OFFERED
    assert parties.by_name("an", "vi").has_more


def test_namesakes_are_told_apart_by_the_title_last_printed():
    seen(make.person("Nguyễn Văn An"), make.person("Nguyễn Văn An", note="quê Bến Tre"))
    named = parties.by_name("Nguyễn Văn An", "vi")
    assert not named.is_certain
    assert {row.hint for row in named.parties} == {"Trưởng phòng", "quê Bến Tre"}


def test_an_agency_is_found_by_abbreviation_and_by_its_other_names():
    bureau = make.agency("Cục Sở hữu trí tuệ", abbreviation="SHTT")
    AgencyName.objects.create(agency=bureau, name="Cục Sáng chế")
    seen(agencies=[bureau])
    assert found("shtt") == found("sáng chế") == (["Cục Sở hữu trí tuệ"], True)


def test_names_known_from_drafts_alone_are_not_found():
    make.draft(delegations=[make.delegation(make.attendee(make.person("Lê Thị Hạnh")))])
    assert found("Lê Thị Hạnh") == ([], False)


@pytest.mark.parametrize("text", ["", "   ", "%", "_", "\\", "'", "không có ai"])
def test_nothing_and_signs_find_nobody(text):
    seen(make.person("Lê Thị Hạnh"))
    assert found(text) == ([], False)


@pytest.mark.parametrize("key", ["", "p", "x1", "p-1", "p1e9", "p١", "p" + "9" * 30, "1"])
def test_a_key_that_is_none_finds_nobody(key):
    assert parties.by_key(key, "vi") is None


@pytest.mark.parametrize("count", [1, 12])
def test_finding_a_name_takes_two_queries(count, django_assert_num_queries):
    seen(*(make.person(f"Lê Văn {number}") for number in range(count)))
    with django_assert_num_queries(2):
        parties.by_name("lê văn", "vi")
