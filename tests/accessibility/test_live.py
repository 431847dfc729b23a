"""What is ticked in the panel shows before it is saved, without a script: rules for every choice but the usual ones."""

import re

import pytest
from django.test import Client

from accessibility.live import stylesheet
from accessibility.looks import LOOKS, properties
from accessibility.preferences import CHOICES, DEFAULTS
from accessibility.themes import SIZES, THEMES, declarations

ADDRESS = "/doc/xem-ngay.css"
RULE = re.compile(
    r'^:root:root:root:has\(\.choices \[name="(\w+)"\]\[value="(\w+)"\]:checked\)\{(.*)\}$', re.M
)
EXPECTED = (
    {("theme", theme): declarations(theme) for theme in THEMES}
    | {("size", size): f"font-size:{SIZES[size]}" for size in SIZES if size != DEFAULTS["size"]}
    | {(key, value): properties(key, value) for key, looks in LOOKS.items() for value in looks}
)


@pytest.fixture
def client(settings):
    settings.SECURE_SSL_REDIRECT = False
    return Client()


def test_every_choice_that_is_painted_has_the_look_it_will_have_once_saved():
    assert {(key, value): said for key, value, said in RULE.findall(stylesheet())} == EXPECTED


def test_a_usual_value_has_no_rule_because_it_would_take_away_what_is_saved():
    ruled = {(key, value) for key, value, _said in RULE.findall(stylesheet())}
    assert not ruled & set(DEFAULTS.items())
    assert ruled == {(key, value) for key in ("theme", "size", *LOOKS) for value in CHOICES[key]} - set(
        DEFAULTS.items()
    )


def test_what_is_ticked_stands_over_what_is_saved_and_prints_no_larger(client):
    css = stylesheet()
    assert css.count("@media print{") == 3
    assert (
        '@media print{:root:root:root:has(.choices [name="size"][value="6"]:checked){font-size:122.222%}}'
        in css
    )
    client.cookies["reader"] = "size.6"
    saved = client.get("/doc/tuy-chinh.css").content.decode()
    assert saved.splitlines()[0].startswith(":root:root:root{")


@pytest.mark.parametrize("cookie", ["", "size.6~theme.dark"])
def test_it_is_the_same_for_every_reader_and_kept_for_a_day(client, cookie):
    client.cookies["reader"] = cookie
    answer = client.get(ADDRESS)
    assert answer.content.decode() == stylesheet()
    assert set(answer["Cache-Control"].split(", ")) == {"public", "max-age=86400"}
    assert "Cookie" not in answer.get("Vary", "") and answer["Content-Type"] == "text/css; charset=utf-8"
    assert client.get(ADDRESS, headers={"If-None-Match": answer["ETag"]}).status_code == 304
