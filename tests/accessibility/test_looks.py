"""Letters, lines and pictures: one list of rules for readers with a script and for readers without, and in the head's script."""

import re

import pytest
from django.conf import settings

from accessibility.looks import LOOKS, properties
from accessibility.options import GROUPS
from accessibility.preferences import CHOICES, DEFAULTS

STATIC = settings.ROOT / "static"
CSS = re.sub(r"\s", "", re.sub(r"/\*.*?\*/", "", (STATIC / "css/choices.css").read_text(), flags=re.DOTALL))
HEAD = (STATIC / "js/reader-head.js").read_text()
SCRIPT = (STATIC / "js/reader.js").read_text()


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, looks in LOOKS.items() for value in looks])
def test_the_stylesheet_says_the_same_as_the_data(key, value):
    rule = re.search(rf':root\[data-{key}="{value}"\]\{{([^}}]*)\}}', CSS)
    assert rule and rule[1] == re.sub(r"\s", "", properties(key, value))


def test_the_stylesheet_knows_no_look_beside_the_data():
    known = {(key, value) for key, looks in LOOKS.items() for value in looks}
    assert set(re.findall(r':root\[data-([a-z]+)="([a-z0-9]+)"\]', CSS)) == known


def test_the_script_in_the_head_paints_what_the_cookie_may_hold():
    painted = dict(re.findall(r'(\w+): "([a-z0-9 ]+)"', HEAD))
    usual = {
        key: {value for value in CHOICES[key] if value != DEFAULTS[key]} for key in ("size", "theme", *LOOKS)
    }
    assert {key: set(values.split()) for key, values in painted.items()} == usual


def test_the_script_keeps_the_same_choices_and_defaults():
    lists, defaults = SCRIPT.split("const CHOICES")[1].split("const DEFAULTS")
    assert {
        key: tuple(re.findall(r'"(\w+)"', values))
        for key, values in re.findall(r"(\w+): \[([^\]]*)\]", lists)
    } == CHOICES
    assert dict(re.findall(r'(\w+): "(\w+)"', defaults.split("};")[0])) == DEFAULTS


def test_every_value_on_offer_has_a_name_and_every_name_a_value():
    assert {key: set(names) for key, (_legend, names) in GROUPS.items()} == {
        key: set(CHOICES[key]) for key in GROUPS
    }
