"""The first thing painted of a page is already in the reader's colours and size, with a script and without: by its pictures."""

import pytest

from tests import make
from tests.browser.frames import Frames, changed, share_that_differs
from tests.sweep.shifts import Late

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DARK = (18, 18, 18)
# Beside the text, below the line of colour at the head.
PAPER = (3, 250)
SIZE = 48
# What each way stands on, and how it comes late.
STANDS_ON = {True: "**/js/reader-head.js", False: "**/doc/tuy-chinh.css"}
# A moment of a slow network: long enough for a browser that does not wait to paint.
MOMENT = 250


@pytest.fixture
def address(live_server):
    make.site_settings()
    body = "<p>Sáng nay, Sở làm việc với xã Bình An về mã số vùng trồng.</p>" * 5
    article = make.published(title="Sở làm việc với xã Bình An", body=body)
    return f"{live_server.url}/tin-tuc/so-lam-viec-voi-xa-binh-an-{article.number}/"


@pytest.fixture
def painted(new_context, live_server, address):
    """`painted(scripts, fault=(old, new))`: the frames of the page for a reader of large letters on dark."""

    def watch(scripts: bool, fault=("<title>", "<title>")):
        context = new_context(java_script_enabled=scripts, viewport={"width": 600, "height": 500})
        context.add_cookies([{"name": "reader", "value": "size.6~theme.dark", "url": live_server.url}])
        page = context.new_page()
        # Letters of the site's own family come later and are no matter of size or colour (test_frames_shift.py).
        page.route("**/fonts/**", lambda route: route.abort())
        late, frames = Late(page, STANDS_ON[scripts]), Frames(page)
        with changed(page, address, *fault):
            page.goto(address, wait_until="commit")
            page.wait_for_timeout(MOMENT)
            late.let_go()
            page.wait_for_load_state()
        page.wait_for_timeout(150)
        size = round(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"))
        context.close()
        return frames.of_the_page(), size

    return watch


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_first_frame_is_in_the_chosen_colours_and_size(painted, scripts):
    frames, size = painted(scripts)
    assert size == SIZE
    assert {frame.getpixel(PAPER) for frame in frames} == {DARK}
    # What a script adds afterwards is today's date.
    assert share_that_differs(frames[0], frames[-1]) < 0.1


def test_a_theme_script_that_does_not_hold_up_the_page_is_noticed(painted):
    frames, size = painted(True, ("<script src=", "<script defer src="))
    assert size == SIZE
    assert frames[0].getpixel(PAPER) != DARK
    assert share_that_differs(frames[0], frames[-1]) > 0.5


def test_a_missing_stylesheet_of_the_cookie_is_noticed(painted):
    frames, size = painted(False, ("/doc/tuy-chinh.css", "/doc/xem-ngay.css"))
    assert size != SIZE
    assert frames[0].getpixel(PAPER) != DARK
