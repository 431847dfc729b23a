"""The strictest policy, Trusted Types included, hears no complaint while everything a reader can open is opened."""

import json
from contextlib import contextmanager

import pytest

from tests.browser import newspaper
from tests.browser.frames import changed
from tests.browser.reading import VOICES, button

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HEARD = "Policy broken: "
LISTEN = f"""
addEventListener("securitypolicyviolation", (event) =>
  console.error({json.dumps(HEARD)} + event.effectiveDirective + " " + event.blockedURI + " " + event.sample));
window.print = () => {{}};
"""


@contextmanager
def complaints(page):
    """What the page's policy, its console and its scripts complain of; not that a page or an icon is not there."""
    heard = []

    def hear(message):
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            heard.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: heard.append(f"error: {error}"))
    page.add_init_script(LISTEN)
    yield heard
    page.wait_for_timeout(100)


def choose_everything(page):
    """Every radio of the panel, and back to the usual."""
    page.locator("summary", has_text="Tùy chọn đọc").click()
    page.evaluate(
        "() => document.querySelectorAll('.reader__panel input[type=radio]').forEach((radio) => radio.click())"
    )
    page.get_by_role("radio", name="3 dòng").check()
    page.wait_for_selector(".ruler")
    page.get_by_role("group", name="Phím tắt").get_by_role("radio").last.check()
    page.keyboard.press("Alt+Shift+H")
    page.locator("#reader-keys[open]").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Đặt lại như ban đầu").click()
    for name in ("Chữ to", "Chữ nhỏ", "Tương phản"):
        button(page, name).click()


def look_at_photos(page):
    page.locator("a[data-photo]").first.click()
    page.get_by_role("dialog").wait_for()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")


def press_what_copies(page):
    page.evaluate(
        "() => document.querySelectorAll('button[data-copy], button[data-print]').forEach((one) => one.click())"
    )


def listen(page):
    """Every control of the player, with the voice of the machine."""
    button(page, "Nghe bài viết").click()
    page.wait_for_selector(".player")
    page.locator(".player summary").click()
    for part in ("next", "previous", "paragraphOn", "paragraphBack", "here", "link", "toggle", "toggle"):
        page.locator(f"[data-player={part}]").click()
    page.locator("[data-player=rate]").select_option("150")
    page.locator("[data-player=mark]").select_option("sentence")
    page.locator("[data-player=follow]").uncheck()


@pytest.fixture
def paths(db):
    return newspaper.fill()


def test_a_reader_who_opens_everything_breaks_no_policy(page, live_server, paths):
    page.add_init_script("window.voicePlan = {hold: true};" + VOICES)
    with complaints(page) as heard:
        answer = page.goto(live_server.url + paths["article"])
        assert "require-trusted-types-for 'script'" in answer.headers["content-security-policy"]
        for act in (choose_everything, look_at_photos, press_what_copies, listen):
            act(page)
        button(page, "Dừng nghe").click()
        for path in paths.values():
            page.goto(live_server.url + path)
        send_forms(page, live_server.url)
    assert heard == []


def send_forms(page, site):
    page.goto(f"{site}/doc/tuy-chinh/")
    page.evaluate(
        "() => document.querySelectorAll('main input[type=radio]').forEach((radio) => radio.click())"
    )
    page.goto(f"{site}/doc/bao-cho-kho-dung/")
    page.locator("form.report button").click()
    page.wait_for_selector(".report__fault")
    page.goto(f"{site}/ai-gap-ai/")
    page.locator("main form button").first.click()


@pytest.mark.urls("tests.accessibility.pages")
def test_both_sources_and_the_hand_over_between_them_break_no_policy(page, live_server):
    page.add_init_script("window.voicePlan = {silent: true};" + VOICES)
    page.clock.install()
    with complaints(page) as heard:
        page.goto(f"{live_server.url}/nghe/thu/")
        button(page, "Nghe bài viết").click()
        page.wait_for_selector(".player")
        # The watchdog of a voice that says nothing.
        page.clock.run_for(20_000)
        page.wait_for_function("() => !document.querySelector('audio').paused")
        page.locator(".player summary").click()
        page.get_by_role("radio", name="Nghe trên máy tôi").check()
        page.get_by_role("radio", name="Nghe bản ghi").check()
        page.locator("[data-player=stop]").click()
    assert heard == []


def test_a_handler_in_the_page_and_text_taken_as_markup_are_noticed(page, live_server, paths):
    address = live_server.url + paths["page"]
    with complaints(page) as heard, changed(page, address, '<a class="skip"', '<a onclick="1" class="skip"'):
        page.goto(address)
        page.evaluate("() => { try { document.body.innerHTML = '<b>x</b>'; } catch { /* refused */ } }")
    told = [words for words in heard if words.startswith(HEARD)]
    assert any("script-src" in words for words in told)
    assert any("require-trusted-types-for" in words for words in told)
