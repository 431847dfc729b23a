"""Text (WCAG 2.2, principle 1 and 3.1): each criterion holds, and its check notices the fault when it is put in."""

import pytest

from news.models import GlossaryEntry
from tests import make
from tests.wcag import checks

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DOUBLED = "html { font-size: 200% !important }"


def test_1_3_4_both_orientations_show_the_whole_page(opened):
    for width, height in ((320, 640), (640, 320)):
        page = opened(viewport={"width": width, "height": height})
        assert page.evaluate(checks.WIDER) == []


def test_1_4_1_a_choice_is_not_told_by_colour_alone(opened, spoil):
    page = opened("settings")
    assert page.evaluate(checks.CHOSEN_BY_COLOUR) == []
    spoil(
        page,
        ".choice, .choice:has(:checked) { box-shadow: none !important; font-weight: 400 !important; border-width: 1px !important }",
    )
    assert page.evaluate(checks.CHOSEN_BY_COLOUR) != []


def test_1_4_2_nothing_sounds_before_a_press(opened, spoil):
    page = opened()
    page.wait_for_timeout(300)
    assert page.evaluate("[window.sounds, window.spoken.length]") == [0, 0]
    spoil(page, script="document.querySelector('audio').play()")
    assert page.evaluate("window.sounds") == 1


def test_1_4_4_text_at_two_hundred_percent_stays_within_the_window(opened, spoil):
    page = spoil(opened(viewport={"width": 360, "height": 640}), DOUBLED)
    assert page.evaluate(checks.WIDER) == []
    spoil(page, ".prose p { white-space: nowrap }")
    assert page.evaluate(checks.WIDER) != []


def test_1_4_8_lines_are_short_and_apart_and_never_justified(opened, spoil):
    page = opened()
    assert page.evaluate(checks.READABLE) == []
    for fault in (
        ".article { display: block !important } .prose { max-width: none !important }",
        ".prose p { text-align: justify }",
        ".prose p { line-height: 1.2 }",
    ):
        assert (
            spoil(opened(viewport={"width": 1900, "height": 900}), fault).evaluate(checks.READABLE) != []
        ), fault


@pytest.mark.parametrize("kind", ["article", "home", "register", "settings"])
def test_1_4_10_reflow_at_320_pixels_with_the_largest_letters(opened, spoil, kind):
    page = opened(kind, size="6", viewport={"width": 320, "height": 640})
    assert page.evaluate(checks.WIDER) == []
    spoil(page, "main { min-width: 400px }")
    assert page.evaluate(checks.WIDER) != []


def test_1_4_12_no_text_is_cut_off_with_the_spacing_of_a_reader(opened, spoil):
    page = spoil(opened(), checks.SPACING)
    assert page.evaluate(checks.CUT) == []
    spoil(page, ".prose p { height: 1em; overflow: hidden }")
    assert page.evaluate(checks.CUT) != []


def test_3_1_2_parts_in_another_language_say_so(opened, spoil):
    page = opened()
    foreign = (
        "() => [...document.querySelectorAll('[hreflang=en]')].filter((link) => link.lang !== 'en').length"
    )
    assert page.evaluate(foreign) == 0
    spoil(
        page,
        script="document.querySelector('h1').append(Object.assign(document.createElement('a'), { hreflang: 'en' }))",
    )
    assert page.evaluate(foreign) == 1


def test_3_1_4_known_abbreviations_are_explained_where_they_stand_first(live_server, page, spoil):
    make.site_settings()
    GlossaryEntry.objects.create(short="UBND", full="Ủy ban nhân dân", spoken="ủy ban nhân dân")
    body = "<p>UBND tỉnh họp phiên thường kỳ. UBND tỉnh giao các sở chuẩn bị.</p>"
    article = make.published(title="Phiên họp thường kỳ", body=body)
    page.goto(f"{live_server.url}/tin-tuc/phien-hop-thuong-ky-{article.number}/")
    known = [["UBND", "Ủy ban nhân dân"]]
    assert page.evaluate(checks.UNEXPLAINED, known) == []
    spoil(page, script=UNEXPLAIN)
    assert page.evaluate(checks.UNEXPLAINED, known) == ["UBND"]


UNEXPLAIN = """
for (const abbr of document.querySelectorAll("abbr")) abbr.replaceWith(abbr.textContent);
for (const text of document.querySelectorAll(".prose p")) text.textContent = text.textContent.replace(/[Ủủ]y ban nhân dân/g, "");
"""
