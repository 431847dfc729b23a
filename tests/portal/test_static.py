"""One stylesheet for the public pages: joined from its parts, found by whoever looks for static files."""

import os

from django.contrib.staticfiles import finders

from portal.static import PARTS, STYLESHEET, squeeze, stylesheet_parts


def test_every_part_of_the_stylesheet_exists():
    assert [part.name for part in stylesheet_parts() if not part.exists()] == []


def test_the_stylesheet_holds_every_part_in_order():
    with open(finders.find(STYLESHEET)) as file:
        whole = file.read()
    places = [whole.index(squeeze(part.read_text())) for part in stylesheet_parts()]
    assert places == sorted(places) and len(places) == len(PARTS)


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
