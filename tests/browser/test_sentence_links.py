"""Links to a sentence in a real browser: shown and silent where one leads here, copied for the sentence being read."""

import pytest

from tests.browser.reading import MARKED, button, said

pytestmark = [
    pytest.mark.browser,
    pytest.mark.urls("tests.accessibility.pages"),
    pytest.mark.django_db(transaction=True),
]

THIRD = "Buổi làm việc bắt đầu lúc 09h40."
SHOWN = "() => CSS.highlights.get('sentence')?.size"


def place(page):
    return page.locator("[data-player=place]").text_content()


@pytest.mark.parametrize("named", ["?nghe=3", "?nghe=c3"])
def test_a_sentence_named_by_a_question_is_shown_focused_and_silent(speaking, named):
    page = speaking(f"/bai/1/{named}", hold=True)
    page.wait_for_function(SHOWN)
    assert (page.evaluate(MARKED), said(page)) == (THIRD, [])
    assert THIRD in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Tab")
    assert page.locator("[tabindex='-1']").count() == 0


def test_a_link_followed_now_counts_more_than_the_place_of_before_and_a_reload_does_not(speaking):
    page = speaking(hold=True)
    button(page, "Nghe bài viết").click()
    for _ in range(4):
        button(page, "Câu sau").click()
    button(page, "Dừng nghe").click()
    page.evaluate("location.hash = '#c3'")
    page.wait_for_function(SHOWN)
    button(page, "Nghe bài viết").click()
    assert place(page).startswith("Câu 3 trên ")
    button(page, "Câu sau").click()
    page.reload()
    page.wait_for_function(SHOWN)
    button(page, "Nghe bài viết").click()
    assert place(page).startswith("Câu 4 trên ")


@pytest.mark.parametrize(
    ("clipboard", "copied", "name", "hash_"),
    [
        ("Promise.resolve()", "/bai/1/#c2", "Đã chép liên kết", ""),
        ("Promise.reject(new Error('closed'))", None, "Liên kết đang ở thanh địa chỉ", "#c2"),
    ],
)
def test_the_link_to_the_sentence_being_read_is_given_away(speaking, clipboard, copied, name, hash_):
    page = speaking(hold=True)
    page.evaluate(
        f"() => Object.defineProperty(navigator, 'clipboard', {{ value: {{ writeText(text) "
        f"{{ window.copied = text; return {clipboard}; }} }} }})"
    )
    button(page, "Nghe bài viết").click()
    button(page, "Câu sau").click()
    page.locator(".player summary").click()
    button(page, "Chép liên kết tới câu này").click()
    button(page, name).wait_for()
    assert page.evaluate("location.hash") == hash_
    if copied:
        assert page.evaluate("window.copied").endswith(copied)
    assert page.get_by_role("status").inner_text() == ""


def test_the_keys_of_a_headset_step_by_sentence(speaking):
    page = speaking(hold=True)
    page.evaluate(
        "() => { window.acts = {}; navigator.mediaSession.setActionHandler = (name, act) => { acts[name] = act; }; }"
    )
    button(page, "Nghe bài viết").click()
    page.wait_for_selector(".player")
    for name in ("nexttrack", "nexttrack", "previoustrack"):
        page.evaluate(f"() => acts.{name}()")
    assert place(page).startswith("Câu 2 trên ")
    page.evaluate("() => acts.pause()")
    assert page.locator(".player").get_by_role("button", name="Phát").is_visible()
    page.evaluate("() => acts.stop()")
    assert page.locator(".player").count() == 0
