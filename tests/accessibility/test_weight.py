"""What a reader's browser must fetch before it can do anything: one stylesheet and the modules of the page's head, compressed."""

import re

import brotli
import pytest
from django.conf import settings
from django.template import engines
from django.test import RequestFactory

from portal.static import squeeze, stylesheet_parts

STATIC = settings.ROOT / "static"
MOST = 12_000


def entry_modules() -> list[str]:
    """As the templates name them, with whatever they import before anything is pressed."""
    html = "".join(
        (settings.ROOT / f"templates/{name}").read_text() for name in ("base.html", "accessibility/head.html")
    )
    waiting, found = re.findall(r"<script[^>]*{% static 'js/([\w-]+)\.js' %}", html), []
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.append(name)
            waiting += re.findall(
                r'^import .*?"\./([\w-]+)\.js"', (STATIC / f"js/{name}.js").read_text(), re.M
            )
    return found


def compressed(text: str) -> int:
    return len(brotli.compress(text.encode()))


def test_what_comes_before_the_first_press_is_at_most_twelve_thousand_bytes():
    sheet = compressed("".join(squeeze(part.read_text()) for part in stylesheet_parts()))
    scripts = {name: compressed((STATIC / f"js/{name}.js").read_text()) for name in entry_modules()}
    assert scripts.keys() >= {"reader-head", "reader", "site"}
    assert sheet + sum(scripts.values()) <= MOST, (sheet, scripts)


@pytest.mark.parametrize("name", ["narrator", "ruler", "keys", "recording", "voice", "gallery"])
def test_the_rest_comes_when_it_is_first_used(name):
    assert name not in entry_modules()


def test_the_page_names_the_colours_of_the_browsers_bars_before_its_styles():
    page = (
        engines["django"]
        .from_string("{% load reader %}{% reader_head %}")
        .render({}, RequestFactory().get("/"))
    )
    bars = re.findall(r'<meta name="theme-color" media="\(([\w-]+): (\w+)\)" content="(#\w+)">', page)
    assert bars == [
        ("prefers-contrast", "more", "#000000"),
        ("prefers-color-scheme", "dark", "#121212"),
        ("prefers-color-scheme", "light", "#ffffff"),
    ]
