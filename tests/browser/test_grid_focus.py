"""The point to keep beside a caption: pressed, moved by keys, kept at once; and rows that follow a finger."""

import pytest

from news.models import Photo
from tests import make
from tests.browser.grid_page import people, rows

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def panel(enter):
    page = enter(captions=[make.caption(make.picture(600, 400))])
    card = page.locator("#id_captions-grid [data-item=caption]")
    card.get_by_text("Điểm giữ khi cắt ảnh").click()
    page.wait_for_function("() => document.querySelector('#id_captions-grid [data-whole]')?.naturalWidth > 0")
    return page, card


def kept(page) -> tuple[float, float]:
    page.get_by_text("Đã giữ điểm này.").wait_for()
    photo = Photo.objects.get()
    return photo.focal_x, photo.focal_y


def test_a_press_on_the_picture_keeps_that_point(panel):
    page, card = panel
    picture = card.locator("[data-whole]")
    box = picture.bounding_box()
    picture.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})
    assert kept(page) == (pytest.approx(0.25, abs=0.02), pytest.approx(0.75, abs=0.02))
    left = card.locator("[data-crop]").first.evaluate("picture => picture.style.objectPosition")
    assert left.startswith("25%")


def test_the_arrow_keys_move_it_and_the_article_stays_unchanged(panel):
    page, card = panel
    before = page.locator("#id_captions").input_value()
    for key in ("ArrowLeft", "Shift+ArrowDown", "ArrowDown"):
        card.locator("[data-point]").press(key)
    assert kept(page) == (0.49, 0.51) and page.locator("#id_captions").input_value() == before


def test_a_row_follows_a_finger(new_context, enter):
    context = new_context(has_touch=True, viewport={"width": 400, "height": 1600})
    names = [make.attendee(make.person(name)) for name in ("A", "B", "C")]
    page = enter(on=context, delegations=[make.delegation(*names)])
    handle, goal = rows(page).nth(0).locator("[data-handle]").first, rows(page).nth(2)
    rows(page).nth(1).evaluate("row => row.scrollIntoView({block: 'center'})")
    start, end = handle.bounding_box(), goal.bounding_box()
    finger = context.new_cdp_session(page)
    x, y = start["x"] + start["width"] / 2, start["y"] + start["height"] / 2
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for part in range(1, 13):
        at = y + (end["y"] + end["height"] * 0.8 - y) * part / 12
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": at}]})
        page.wait_for_timeout(30)  # A finger is read once a frame.
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(200)
    assert [line["name"] for line in people(page)] == ["B", "C", "A"]
