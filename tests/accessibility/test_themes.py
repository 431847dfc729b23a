"""The colours: each pair at its ratio, and the stylesheet equal to the data it is checked by."""

import re

import pytest
from django.conf import settings

from accessibility.themes import PAIRS, SCHEMES, SIZES, THEMES, TOKENS, contrast, declarations

CSS = re.sub(r"/\*.*?\*/", "", (settings.ROOT / "static/css/tokens.css").read_text(), flags=re.DOTALL)


def squeezed(css):
    return re.sub(r"\s", "", css)


@pytest.mark.parametrize("theme", THEMES)
def test_every_pair_reaches_its_ratio(theme):
    colours = THEMES[theme]
    too_faint = [
        (front, back, round(contrast(colours[front], colours[back]), 2), least)
        for front, back, least in PAIRS
        if contrast(colours[front], colours[back]) < least
    ]
    assert too_faint == []


def test_every_colour_is_in_a_pair_or_is_a_ground():
    assert {token for pair in PAIRS for token in pair[:2]} == set(TOKENS)


def test_contrast_is_what_wcag_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_has_every_token_in_order(theme):
    assert tuple(THEMES[theme]) == TOKENS


@pytest.mark.parametrize("theme", THEMES)
def test_the_stylesheet_sets_each_theme_to_its_data(theme):
    selector = rf':root\[data-theme="{theme}"\]'
    assert blocks(selector) == [declarations(theme)]


def test_the_device_gets_dark_and_contrast_by_its_own_wish():
    assert blocks(r":root:not\(\[data-theme\]\)") == [declarations("dark"), declarations("contrast")]
    assert CSS.index("prefers-color-scheme: dark") < CSS.index("prefers-contrast: more")


def test_the_system_palette_replaces_every_colour():
    forced = CSS[CSS.index("forced-colors: active") : CSS.index("@media print")]
    assert set(re.findall(r"--([a-z-]+):[^;]*!important", forced)) == set(TOKENS)


@pytest.mark.parametrize("size", SIZES)
def test_the_stylesheet_sets_each_size_to_its_data(size):
    assert blocks(rf':root\[data-size="{size}"\]')[0] == f"font-size:{SIZES[size]};"


def test_the_sizes_of_body_text_are_the_promised_ones():
    rem = [round(1.125 * float(share.rstrip("%")) / 100, 3) for share in SIZES.values()]
    assert rem == [1, 1.125, 1.375, 1.75, 2.25, 3]


def test_every_theme_says_which_scheme_the_browser_follows():
    assert set(SCHEMES) == set(THEMES)


def blocks(selector):
    """What stands between the braces after a selector, without white space, in order."""
    found = re.findall(rf"(?:^|[\s,]){selector}\s*\{{([^}}]*)\}}", CSS)
    return [squeezed(block) for block in found]
