"""The reader's cookie: what is kept, what is ignored, what a button does to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility import preferences
from accessibility.preferences import CHOICES, LIMIT, parse, resolve, serialise

choices = st.fixed_dictionaries(
    {}, optional={key: st.sampled_from(values) for key, values in CHOICES.items()}
)


def test_a_cookie_is_read_back_as_it_was_written():
    assert parse("size.4~theme.dark") == {"size": "4", "theme": "dark"}
    assert serialise({"theme": "dark", "size": "4"}) == "size.4~theme.dark"


@pytest.mark.parametrize(
    "cookie",
    [
        "",
        "size",
        "size.9",
        "size.04",
        "colour.red",
        "theme.<script>",
        "SIZE.4",
        "~~~.~",
        "size.4" + "~" * preferences.LIMIT,
    ],
)
def test_what_is_not_listed_is_ignored(cookie):
    assert parse(cookie) == {}


def test_the_first_of_two_values_counts():
    assert parse("size.4~size.5") == {"size": "4"}


def test_choices_equal_to_the_default_leave_no_cookie():
    assert serialise({"size": "2", "theme": "device"}) == ""


@given(choices)
def test_every_set_of_choices_survives_the_cookie_and_fits(chosen):
    kept = {key: value for key, value in chosen.items() if value != preferences.DEFAULTS[key]}
    assert parse(serialise(chosen)) == kept
    assert len(serialise(chosen).encode()) <= LIMIT


@given(st.text())
def test_any_cookie_at_all_gives_only_listed_choices(cookie):
    assert all(value in CHOICES[key] for key, value in parse(cookie).items())


@pytest.mark.parametrize(
    ("before", "button", "after"),
    [
        ({}, "larger", {"size": "3"}),
        ({}, "smaller", {"size": "1"}),
        ({"size": "3"}, "smaller", {}),
        ({"size": "6"}, "larger", {"size": "6"}),
        ({"size": "1"}, "smaller", {"size": "1"}),
    ],
)
def test_larger_and_smaller_go_one_step_and_stop_at_the_ends(before, button, after):
    assert resolve(before, {"size": button}) == after


def test_contrast_comes_back_to_the_theme_it_left():
    contrasted = resolve({"theme": "paper", "size": "4"}, {"theme": "toggle-contrast"})
    assert contrasted["theme"] == "contrast"
    assert resolve(contrasted, {"theme": "toggle-contrast"}) == {"theme": "paper", "size": "4"}


def test_contrast_twice_without_a_theme_follows_the_device_again():
    assert resolve(resolve({}, {"theme": "toggle-contrast"}), {"theme": "toggle-contrast"}) == {}


def test_following_the_device_forgets_the_theme_and_keeps_the_size():
    assert resolve({"theme": "dark", "size": "5"}, {"theme": "device"}) == {"size": "5"}


@given(choices, st.dictionaries(st.text(), st.text()))
def test_no_form_can_bring_in_an_unlisted_choice(chosen, submitted):
    assert all(value in CHOICES[key] for key, value in resolve(chosen, submitted).items())
