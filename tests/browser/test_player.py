"""Reading aloud in a real browser with scripted voices: sentences, marks, places, and what happens when a voice falls silent."""

import pytest

from tests.browser.reading import MARKED, WORD, button, said

pytestmark = [
    pytest.mark.browser,
    pytest.mark.urls("tests.accessibility.pages"),
    pytest.mark.django_db(transaction=True),
]


def place(page):
    return page.locator("[data-player=place]").text_content()


def test_nothing_is_said_before_a_click(speaking):
    page = speaking()
    page.wait_for_timeout(200)
    assert said(page) == []


def test_listening_moves_the_mark_from_sentence_to_sentence(speaking):
    page = speaking()
    button(page, "Nghe bài viết").click()
    page.wait_for_function("() => window.spoken.length >= 3")
    assert said(page)[:3] == [
        "Cục Sở hữu trí tuệ làm việc với Sở Khoa học và Công nghệ",
        "Ngày mười ba tháng năm năm hai nghìn không trăm hai mươi hai, đoàn công tác đến thành phố Hải Phòng.",
        "Buổi làm việc bắt đầu lúc chín giờ bốn mươi phút.",
    ]
    assert page.evaluate(MARKED)
    assert place(page).startswith("Câu ")


def test_the_mark_stands_on_the_printed_words_of_every_sentence(speaking):
    page = speaking(silent=True)
    wrong = page.evaluate(
        """async () => {
          const { rangeIn } = await import("/static/js/highlighter.js");
          const rows = JSON.parse(document.getElementById("reader-sentences").textContent);
          return rows.filter(([id, start, end, said, units]) => {
            const printed = rangeIn(document.getElementById(id), start, end)?.toString();
            return !printed || (!units && printed !== said.join(""));
          });
        }"""
    )
    assert wrong == []


def test_a_spoken_date_is_marked_as_the_printed_one(speaking):
    page = speaking(boundaries=True, hold=True)
    button(page, "Nghe bài viết").click()
    button(page, "Câu sau").click()
    page.wait_for_function("() => window.spoken.length === 2")
    page.evaluate("window.boundary(9)")
    assert page.evaluate(WORD) == "Ngày 13/5/2022"
    assert page.evaluate(MARKED) == "Ngày 13/5/2022, đoàn công tác đến TP. Hải Phòng."


def test_voices_without_boundaries_still_move_the_mark(speaking):
    page = speaking(boundaries=False)
    button(page, "Nghe bài viết").click()
    page.wait_for_function("() => window.spoken.length >= 5")
    assert page.evaluate(WORD) is None


def test_pause_keeps_the_place_and_play_goes_on(speaking):
    page = speaking(hold=True)
    button(page, "Nghe bài viết").click()
    button(page, "Câu sau").click()
    page.wait_for_function("() => window.spoken.length === 2")
    page.locator(".player").get_by_role("button", name="Tạm dừng").click()
    assert page.evaluate("window.cancelled") > 0
    assert button(page, "Nghe tiếp").is_visible()
    page.locator(".player").get_by_role("button", name="Phát").click()
    page.wait_for_function("() => window.spoken.length === 3")
    assert said(page)[1] == said(page)[2]
    assert place(page).startswith("Câu 2 trên ")


def test_previous_and_next_stop_at_the_ends(speaking):
    page = speaking(hold=True)
    button(page, "Nghe bài viết").click()
    button(page, "Câu trước").click()
    assert place(page).startswith("Câu 1 trên ")
    for _ in range(60):
        button(page, "Câu sau").click()
    number, count = place(page).removeprefix("Câu ").split(" trên ")
    assert number == count


def test_stop_takes_the_player_away_and_returns_the_focus(speaking):
    page = speaking(hold=True)
    button(page, "Nghe bài viết").click()
    button(page, "Dừng nghe").click()
    assert page.locator(".player").count() == 0
    assert page.evaluate(MARKED) is None
    assert page.evaluate("document.activeElement.textContent") == "Nghe bài viết"


def test_the_end_of_the_article_ends_listening(speaking):
    page = speaking()
    button(page, "Nghe bài viết").click()
    page.wait_for_function(
        "() => !document.querySelector('.player') && window.spoken.length > 30", timeout=20_000
    )
    assert button(page, "Nghe bài viết").is_visible()


def test_the_place_is_remembered_in_this_tab(speaking):
    page = speaking(hold=True)
    button(page, "Nghe bài viết").click()
    button(page, "Câu sau").click()
    button(page, "Câu sau").click()
    page.reload()
    button(page, "Nghe bài viết").click()
    assert place(page).startswith("Câu 3 trên ")


def test_speed_is_used_and_kept_for_the_next_page(speaking, site):
    page = speaking(hold=True)
    button(page, "Nghe bài viết").click()
    page.locator(".player summary").click()
    page.get_by_label("Tốc độ").select_option("1,5")
    page.wait_for_function("() => window.rates.at(-1) === 1.5")
    page.goto(f"{site}/bai/2/")
    button(page, "Nghe bài viết").click()
    page.wait_for_function("() => window.rates.at(-1) === 1.5")


def test_listening_begins_at_the_selected_paragraph(speaking):
    page = speaking(hold=True)
    page.evaluate("getSelection().selectAllChildren([...document.querySelectorAll('main p')].at(-3))")
    button(page, "Nghe bài viết").click()
    page.wait_for_function("() => window.spoken.length === 1")
    assert page.evaluate(MARKED).startswith("Đoạn thứ 1")


def test_the_page_scrolls_along_until_the_reader_scrolls(speaking):
    page = speaking(hold=True, context={"viewport": {"width": 400, "height": 500}})
    button(page, "Nghe bài viết").click()
    for _ in range(25):
        button(page, "Câu sau").click()
    followed = page.evaluate("scrollY")
    assert followed > 0
    page.mouse.wheel(0, -3000)
    page.wait_for_function("() => scrollY === 0")
    button(page, "Câu sau").click()
    assert page.evaluate("scrollY") == 0
    button(page, "Về chỗ đang đọc").click()
    page.wait_for_function("() => scrollY > 0")
    assert not button(page, "Về chỗ đang đọc").is_visible()


def test_who_wants_no_scrolling_along_is_left_in_peace_on_the_next_page_too(speaking, site):
    page = speaking(hold=True, context={"viewport": {"width": 400, "height": 500}})
    button(page, "Nghe bài viết").click()
    page.locator(".player summary").click()
    page.get_by_label("Tự cuộn theo").uncheck()
    page.goto(f"{site}/bai/2/")
    button(page, "Nghe bài viết").click()
    for _ in range(25):
        button(page, "Câu sau").click()
    assert page.evaluate("scrollY") == 0


def test_paragraphs_are_stepped_by_too(speaking):
    page = speaking(hold=True)
    button(page, "Nghe bài viết").click()
    page.locator(".player summary").click()
    button(page, "Đoạn sau").click()
    button(page, "Câu sau").click()
    assert place(page).startswith("Câu 3 trên ")
    button(page, "Đoạn trước").click()
    assert place(page).startswith("Câu 2 trên ")
    button(page, "Đoạn trước").click()
    assert place(page).startswith("Câu 1 trên ")


def test_what_is_marked_is_the_readers_choice(speaking):
    page = speaking(hold=True, boundaries=True)
    button(page, "Nghe bài viết").click()
    page.locator(".player summary").click()
    page.get_by_label("Tô sáng").select_option("Câu")
    page.wait_for_function("() => window.spoken.length === 1")
    page.evaluate("window.boundary(4)")
    assert (page.evaluate(MARKED) is None, page.evaluate(WORD)) == (False, None)
    page.get_by_label("Tô sáng").select_option("Không tô")
    assert page.evaluate(MARKED) is None


def test_keys_work_inside_the_player_and_nowhere_else(speaking):
    page = speaking(hold=True)
    button(page, "Nghe bài viết").click()
    toggle = page.locator(".player").get_by_role("button", name="Tạm dừng")
    toggle.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
    assert place(page).startswith("Câu 2 trên ")
    page.keyboard.press("+")
    page.wait_for_function("() => window.rates.at(-1) === 1.25")
    page.keyboard.press("Escape")
    assert page.locator(".player").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "Nghe bài viết"


def test_an_address_that_names_a_sentence_shows_it_and_stays_silent(speaking):
    page = speaking("/bai/1/#c3", hold=True)
    page.wait_for_function("() => CSS.highlights.get('sentence')?.size")
    assert page.evaluate(MARKED) == "Buổi làm việc bắt đầu lúc 09h40."
    assert said(page) == []
    button(page, "Nghe bài viết").click()
    page.wait_for_function("() => window.spoken.length === 1")
    assert place(page).startswith("Câu 3 trên ")


def test_a_voice_that_sends_the_text_away_is_named_so(speaking):
    page = speaking(hold=True, voices=["vi-VN", "vi-VN-online"])
    button(page, "Nghe bài viết").click()
    page.locator(".player summary").click()
    voices = page.get_by_label("Giọng đọc").locator("option").all_inner_texts()
    assert voices == ["voice vi-VN", "voice vi-VN-online (giọng trực tuyến)"]
    page.get_by_label("Giọng đọc").select_option("voice vi-VN-online (giọng trực tuyến)")
    page.wait_for_function("() => window.voicesUsed.at(-1) === 'vi-VN-online'")


def test_the_keys_of_a_headset_know_the_article(speaking):
    page = speaking(hold=True)
    button(page, "Nghe bài viết").click()
    page.wait_for_selector(".player")
    assert page.evaluate("navigator.mediaSession.metadata.title").startswith("Cục Sở hữu trí tuệ")
    assert page.evaluate("navigator.mediaSession.playbackState") == "playing"


def test_the_player_never_covers_the_last_line(speaking):
    page = speaking(hold=True, context={"viewport": {"width": 320, "height": 480}})
    button(page, "Nghe bài viết").click()
    page.wait_for_selector(".player__short:not(:empty)")
    page.mouse.wheel(0, 100)
    button(page, "Về chỗ đang đọc").wait_for()
    page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    assert page.evaluate(
        "document.querySelector('#next').getBoundingClientRect().bottom <= document.querySelector('.player').getBoundingClientRect().top"
    )


def test_a_silent_voice_is_noticed_and_told(speaking):
    page = speaking(silent=True)
    page.clock.install()
    button(page, "Nghe bài viết").click()
    page.wait_for_selector(".player")
    for _ in range(4):
        page.clock.run_for(15_000)
    assert "không trả lời" in page.get_by_role("status").inner_text()
    assert page.evaluate(MARKED) == "Cục Sở hữu trí tuệ làm việc với Sở Khoa học và Công nghệ"


def test_an_english_voice_never_reads_vietnamese(speaking):
    page = speaking(voices=["en-US"])
    button(page, "Nghe bài viết").click()
    page.get_by_role("status").get_by_text("Máy này chưa có giọng đọc tiếng Việt.").wait_for()
    assert said(page) == []
    assert page.locator(".player").count() == 0
    assert page.get_by_role("link", name="Cách cài giọng tiếng Việt").is_visible()
    assert not button(page, "Nghe bản ghi").is_visible()


def test_android_writes_its_language_with_an_underscore(speaking):
    page = speaking(voices=["en_US", "vi_VN"], hold=True)
    button(page, "Nghe bài viết").click()
    page.wait_for_function("() => window.spoken.length === 1")
    assert page.evaluate("window.voicesUsed") == ["vi_VN"]


def test_a_voice_that_arrives_late_is_waited_for(speaking):
    page = speaking(late=300, hold=True)
    button(page, "Nghe bài viết").click()
    page.wait_for_function("() => window.spoken.length === 1")


def test_an_english_page_is_read_by_an_english_voice(speaking):
    page = speaking("/en/bai/1/", voices=["vi-VN", "en-GB"], hold=True)
    button(page, "Listen to the article").click()
    page.wait_for_function("() => window.spoken.length === 1")
    assert page.evaluate("window.voicesUsed") == ["en-GB"]


def test_no_message_is_announced_while_a_voice_is_reading(speaking):
    page = speaking(hold=True)
    button(page, "Nghe bài viết").click()
    page.wait_for_selector(".player")
    button(page, "Chữ to").click()
    assert page.get_by_role("status").inner_text() == ""


def test_the_bar_can_be_folded_down_to_what_stops_the_voice(speaking):
    page = speaking(hold=True, context={"viewport": {"width": 320, "height": 640}})
    button(page, "Nghe bài viết").click()
    page.locator(".player summary").click()
    button(page, "Thu gọn thanh nghe").click()
    shown = page.locator(".player button, .player select, .player summary").locator("visible=true")
    names = shown.evaluate_all("(parts) => parts.map((part) => part.textContent.trim())")
    assert names == ["Tạm dừng", "Mở rộng thanh nghe"]
    assert page.locator(".player").bounding_box()["height"] <= 64
    assert page.evaluate("document.activeElement.textContent") == "Mở rộng thanh nghe"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert place(page).startswith("Câu 2 trên ")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    assert button(page, "Câu sau").is_visible()


def test_the_text_of_the_page_is_not_touched_by_the_mark(speaking):
    page = speaking(hold=True)
    before = page.inner_html("#doan-2")
    button(page, "Nghe bài viết").click()
    button(page, "Câu sau").click()
    assert page.inner_html("#doan-2") == before


@pytest.mark.parametrize("size", ["2", "6"])
def test_the_bar_stays_low_and_in_one_row_on_a_narrow_window(speaking, size):
    page = speaking(hold=True, context={"viewport": {"width": 320, "height": 640}})
    page.evaluate(f"document.documentElement.dataset.size = '{size}'")
    button(page, "Nghe bài viết").click()
    page.wait_for_selector(".player__short:not(:empty)")
    page.mouse.wheel(0, 300)
    button(page, "Về chỗ đang đọc").wait_for()
    assert page.locator(".player").bounding_box()["height"] <= 640 * 0.2
    tops = page.eval_on_selector_all(
        ".player > button:not([hidden]), .player summary", "(parts) => parts.map((part) => part.offsetTop)"
    )
    assert max(tops) - min(tops) < 12
