"""Pages written in English."""

import pytest

from tests.news.extraction.reading import english


def named(*paragraphs, **page):
    return {person["name"]: person for person in english(*paragraphs, **page)["attendees"]}


def test_an_office_with_its_body_stands_before_the_name():
    found = named(
        "Standing Vice Chairman of the Salt Coast Provincial People's Committee (PPC) Ma Thi Soi on March 4 hosted a reception "
        "for a delegation of Lahti City Government, Finland, led by Vice Mayor Aron Berg.",
        "Vice Chairman Ma Thi Soi introduced the province. Vice Mayor Aron Berg thanked the PPC.",
        title="Provincial leader receives guests from Lahti City",
    )
    assert found["Ma Thi Soi"]["role"].startswith(
        "Standing Vice Chairman of the Salt Coast Provincial People's Committee"
    )
    assert (found["Ma Thi Soi"]["organization"], found["Ma Thi Soi"]["side"]) == (
        "Salt Coast Provincial People's Committee",
        "host",
    )
    assert (found["Aron Berg"]["organization"], found["Aron Berg"]["side"]) == (
        "Lahti City Government",
        "guest",
    )


def test_the_body_ends_where_the_name_begins():
    found = english(
        "On March 4, Deputy Director of the Salt Harbour Authority Ma Thi Soi received Mr. Aron Lahti."
    )
    assert [agency["name"] for agency in found["agencies"]] == ["Salt Harbour Authority"]
    assert [person["name"] for person in found["attendees"]] == ["Ma Thi Soi", "Aron Lahti"]


def test_a_name_said_once_is_known_by_its_family_name():
    found = named("Speaking at the event, Minister of Fisheries Ma Thi Soi said the plan was ready.")
    assert found["Ma Thi Soi"]["role"] == "Minister of Fisheries"


def test_who_sent_a_letter_was_not_there():
    found = named("Ms. Ma Thi Soi, Director, opened the event. Former Minister Lo Van Keo sent a letter.")
    assert list(found) == ["Ma Thi Soi"]


@pytest.mark.parametrize("opening", ["On the Danish side were", "From the Danish side were"])
def test_another_nations_side_is_the_guests(opening):
    found = named(f"Ms. Ma Thi Soi, Director, opened the event. {opening} First Secretary Ida Salo.")
    assert found["Ida Salo"]["side"] == "guest"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "The meeting was attended by Ms. Ma Thi Soi, Director of the Salt Office, and heads of the Kelp and Salt laboratories.",
            ["heads of the Kelp and Salt laboratories"],
        ),
        ("Ms. Ma Thi Soi told readers about teachers and heads of the Kelp and Salt laboratories.", []),
    ],
)
def test_posts_that_nobody_is_named_for_are_a_group(sentence, found):
    assert [unit["name"] for unit in english(sentence)["attending_units"]] == found
