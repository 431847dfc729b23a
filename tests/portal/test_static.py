"""Stylesheets joined from their parts, found by whoever looks for static files."""

import os
from pathlib import Path

import pytest
from django.conf import settings as portal_settings
from django.contrib.staticfiles import finders

from portal.static import STYLESHEETS, squeeze, stylesheet_parts


@pytest.mark.parametrize("name", STYLESHEETS)
def test_every_part_of_a_stylesheet_exists_and_is_short(name):
    for part in stylesheet_parts(name):
        assert len(part.read_text().splitlines()) <= 400, part.name


@pytest.mark.parametrize("name", STYLESHEETS)
def test_a_stylesheet_holds_every_part_in_order(name):
    with open(finders.find(name)) as file:
        whole = file.read()
    places = [whole.index(squeeze(part.read_text())) for part in stylesheet_parts(name)]
    assert places == sorted(places) and len(places) == len(STYLESHEETS[name])


def test_no_file_hides_a_joined_stylesheet():
    assert not [name for name in STYLESHEETS if (Path(portal_settings.ROOT) / "static" / name).exists()]


def test_the_newsroom_asks_for_one_stylesheet_of_its_own_skin():
    base = (Path(portal_settings.ROOT) / "templates/admin/base_site.html").read_text()
    parts = {part.name for part in stylesheet_parts("css/admin.css")}
    assert "css/admin.css" in base and not [name for name in parts if name in base]


def test_a_part_that_changes_changes_the_stylesheet(settings, tmp_path):
    folder = tmp_path / "static" / "css"
    folder.mkdir(parents=True)
    settings.ROOT, settings.VAR = tmp_path, tmp_path / "var"
    finder = finders.get_finder.__wrapped__("portal.static.OneStylesheet")
    part = folder / "base.css"
    part.write_text("p { color: red; }")
    first = finder.joined().read_text()
    part.write_text("p { color: blue; }")
    os.utime(part, (2**31, 2**31))
    assert "red" in first and "blue" in finder.joined().read_text()


def test_comments_and_indentation_are_left_out():
    assert squeeze("/* why\n twice */\np {\n  color: red;\n}\n\n") == "p {\ncolor: red;\n}\n"
