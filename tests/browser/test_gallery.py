"""The photo viewer: a real dialog for those with a script, a plain link for those without; nothing is lost unopened."""

import pytest
from playwright.sync_api import expect

from news.models import Edition
from tests.browser import newspaper

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def article(live_server):
    return live_server.url + newspaper.fill()["article"]


def test_a_photo_opens_in_a_dialog_that_says_which_of_how_many(article, page):
    page.goto(article)
    page.locator("a[data-photo]").nth(1).click()
    dialog = page.get_by_role("dialog", name="Ảnh 2 trên 4")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("img")).to_have_attribute("alt", "Một mảng màu maroon")
    expect(dialog.locator("figcaption")).to_contain_text("Ảnh: Nguyễn Lan")


def test_the_arrow_keys_lead_round_and_escape_gives_the_focus_to_the_photo_last_seen(article, page):
    page.goto(article)
    page.locator("a[data-photo]").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Ảnh 1 trên 4")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("dialog", name="Ảnh 4 trên 4")).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("a[data-photo]").nth(1)).to_be_focused()


def test_the_viewer_keeps_the_keyboard_inside_while_it_is_open(article, page):
    page.goto(article)
    page.locator("a[data-photo]").first.click()
    page.get_by_role("dialog").wait_for()
    inside = set()
    for _step in range(6):
        page.keyboard.press("Tab")
        inside.add(
            page.evaluate(
                "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
            )
        )
    assert inside == {True}


def test_without_a_script_a_photo_is_a_link_to_the_large_picture(article, new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(article)
    with page.expect_response("**/anh/**/free-*.jpg") as answer:
        page.locator("a[data-photo]").first.click()
    assert answer.value.ok
    assert page.url.endswith(".jpg")


def test_nothing_of_the_viewer_is_fetched_before_a_photo_is_asked_for(article, page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(article, wait_until="networkidle")
    assert not any("gallery" in url for url in asked)


def test_no_policy_is_broken_by_the_page_or_the_viewer(article, page):
    page.add_init_script(
        "window.broken = []; addEventListener('securitypolicyviolation', (e) => broken.push(e.violatedDirective))"
    )
    page.goto(article)
    page.locator("a[data-photo]").first.click()
    page.get_by_role("dialog").wait_for()
    assert page.evaluate("window.broken") == []


@pytest.mark.parametrize("alone", [False, True])
def test_each_photo_has_its_room_before_it_arrives(article, page, alone):
    if alone:
        shown = Edition.objects.get(title=newspaper.HEADLINE).captions.order_by("pk")
        # The first one stands in the text.
        shown.exclude(pk__in=[shown.first().pk, shown.last().pk]).delete()
    page.route("**/anh/**", lambda route: route.abort())
    page.goto(article)
    rooms = page.locator(".gallery img").evaluate_all(
        "images => images.map(image => image.clientHeight / image.clientWidth)"
    )
    assert len(rooms) == 1 if alone else len(rooms) > 1
    assert all(0.5 < room < 1.5 for room in rooms), rooms
