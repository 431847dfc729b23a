"""The reader in a real browser: choices kept across pages, the form without a script, and reading aloud with scripted voices."""

from pathlib import Path

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.accessibility.pages")]

VOICES = Path(__file__).with_name("voices.js").read_text()
MARKED = (
    "() => { const [range] = CSS.highlights.get('sentence') ?? []; return range ? range.toString() : null }"
)
WORD = "() => { const [range] = CSS.highlights.get('word') ?? []; return range ? range.toString() : null }"
LETTERS = "() => getComputedStyle(document.body).fontSize"
PAPER = "() => getComputedStyle(document.body).backgroundColor"


@pytest.fixture
def site(live_server):
    """Address of the pages; the server is not told to insist on https."""
    return live_server.url


@pytest.fixture
def article(page, site):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site}/bai/1/")
    yield page
    assert errors == []


@pytest.fixture
def speaking(new_context, site):
    """Opens an article with scripted voices; `calls()` tells what they were asked to say."""

    def open_page(path="/bai/1/", **options):
        context = new_context(**options.pop("context", {}))
        context.add_init_script(
            f"window.voicePlan = {options!r};".replace("True", "true").replace("False", "false") + VOICES
        )
        page = context.new_page()
        page.goto(f"{site}{path}")
        return page

    return open_page


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def said(page):
    return page.evaluate("window.spoken")


# --- size and colours ----------------------------------------------------------------------------------------------------


def test_larger_letters_and_contrast_stay_on_the_next_page(article):
    button(article, "Chữ to").click()
    assert article.evaluate(LETTERS) == "22px"
    button(article, "Tương phản").click()
    assert article.evaluate(PAPER) == "rgb(0, 0, 0)"
    article.click("#next")
    article.wait_for_url("**/bai/2/")
    assert article.evaluate(LETTERS) == "22px"
    assert article.evaluate(PAPER) == "rgb(0, 0, 0)"


def test_the_saved_choice_is_there_in_the_first_frame(new_context, site):
    context = new_context()
    context.add_cookies([{"name": "reader", "value": "size.5~theme.dark", "url": site}])
    context.add_init_script(
        "window.seen = new Set();"
        "const look = () => { if (document.body) { const style = getComputedStyle(document.body);"
        " seen.add(style.fontSize + style.backgroundColor); } requestAnimationFrame(look); }; look();"
    )
    page = context.new_page()
    page.goto(f"{site}/bai/1/")
    page.wait_for_timeout(300)
    assert page.evaluate("[...seen]") == ["36pxrgb(18, 18, 18)"]


def test_the_result_is_said_politely_and_the_focus_stays(article):
    larger = button(article, "Chữ to")
    larger.focus()
    article.keyboard.press("Enter")
    assert article.get_by_role("status").inner_text() == "Cỡ chữ 3 trên 6"
    assert article.evaluate("document.activeElement.value") == "larger"
    assert article.url.endswith("/bai/1/")


def test_contrast_tells_its_state_and_comes_back(article):
    contrast = button(article, "Tương phản")
    assert contrast.get_attribute("aria-pressed") == "false"
    contrast.click()
    assert contrast.get_attribute("aria-pressed") == "true"
    contrast.click()
    assert contrast.get_attribute("aria-pressed") == "false"
    assert article.context.cookies() == []


def test_radios_show_what_is_saved_and_apply_at_once(article):
    button(article, "Chữ to").click()
    article.locator("summary", has_text="Tùy chọn đọc").click()
    assert article.get_by_role("radio", name="3", exact=True).is_checked()
    article.get_by_role("radio", name="Giấy").check()
    assert article.evaluate(PAPER) == "rgb(246, 238, 221)"
    assert article.get_by_role("status").inner_text() == "Nền: Giấy"


def test_escape_closes_the_panel_and_returns_to_its_button(article):
    article.locator("summary", has_text="Tùy chọn đọc").click()
    article.get_by_role("radio", name="Tối").focus()
    article.keyboard.press("Escape")
    assert article.locator("details.reader__panel").get_attribute("open") is None
    assert article.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_another_open_tab_follows(article, site):
    other = article.context.new_page()
    other.goto(f"{site}/bai/2/")
    button(article, "Chữ to").click()
    other.wait_for_function("() => document.documentElement.dataset.size === '3'")


def test_no_single_key_changes_anything(article):
    for key in [*"abcdefghijklmnopqrstuvwxyz0123456789", "Space", "ArrowRight", "-", "+"]:
        article.keyboard.press(key)
    assert article.evaluate(
        "[document.documentElement.dataset.size, document.documentElement.dataset.theme]"
    ) == [None, None]
    assert article.locator(".player").count() == 0


@pytest.mark.parametrize(
    ("wish", "paper"),
    [
        ({"color_scheme": "dark"}, "rgb(18, 18, 18)"),
        ({"color_scheme": "light"}, "rgb(255, 255, 255)"),
        ({"contrast": "more"}, "rgb(0, 0, 0)"),
    ],
)
def test_a_new_reader_gets_the_colours_of_the_device(new_context, site, wish, paper):
    page = new_context(**wish).new_page()
    page.goto(f"{site}/bai/1/")
    assert page.evaluate(PAPER) == paper


def test_a_reader_may_choose_light_on_a_dark_device(new_context, site):
    context = new_context(color_scheme="dark")
    context.add_cookies([{"name": "reader", "value": "theme.light", "url": site}])
    page = context.new_page()
    page.goto(f"{site}/bai/1/")
    assert page.evaluate(PAPER) == "rgb(255, 255, 255)"


def test_a_script_reader_never_asks_for_the_stylesheet_of_the_cookie(new_context, site):
    page = new_context().new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}/bai/1/")
    assert not [address for address in asked if "tuy-chinh.css" in address]


# --- without a script ----------------------------------------------------------------------------------------------------


def test_size_and_contrast_work_without_a_script(new_context, site):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}/bai/1/")
    assert not button(page, "Nghe bài viết").is_visible()
    assert "Nghe bài viết cần JavaScript" in page.inner_text("main")
    send(page, "Chữ to")
    send(page, "Tương phản")
    assert page.url.endswith("/bai/1/#reader")
    assert letters_and_paper(page) == ("22px", "rgb(0, 0, 0)")
    page.click("#next")
    page.wait_for_url("**/bai/2/")
    assert letters_and_paper(page) == ("22px", "rgb(0, 0, 0)")


def test_the_panel_works_without_a_script(new_context, site):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}/bai/1/")
    page.locator("summary", has_text="Tùy chọn đọc").click()
    page.get_by_role("radio", name="Tối").check()
    send(page, "Áp dụng")
    assert letters_and_paper(page) == ("18px", "rgb(18, 18, 18)")


def send(page, name):
    with page.expect_navigation():
        button(page, name).click()


def letters_and_paper(page):
    """Looked at from outside: `evaluate` works in a page whose own scripts are off."""
    return page.evaluate(LETTERS), page.evaluate(PAPER)


# --- reading aloud -------------------------------------------------------------------------------------------------------


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
    assert page.locator(".player__place").inner_text().startswith("Câu ")


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
    assert page.locator(".player__place").inner_text().startswith("Câu 2 trên ")


def test_previous_and_next_stop_at_the_ends(speaking):
    page = speaking(hold=True)
    button(page, "Nghe bài viết").click()
    button(page, "Câu trước").click()
    assert page.locator(".player__place").inner_text().startswith("Câu 1 trên ")
    for _ in range(60):
        button(page, "Câu sau").click()
    number, count = page.locator(".player__place").inner_text().removeprefix("Câu ").split(" trên ")
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
    assert page.locator(".player__place").inner_text().startswith("Câu 3 trên ")


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
    page = speaking(
        hold=True, context={"reduced_motion": "reduce", "viewport": {"width": 400, "height": 500}}
    )
    button(page, "Nghe bài viết").click()
    for _ in range(25):
        button(page, "Câu sau").click()
    followed = page.evaluate("scrollY")
    assert followed > 0
    page.mouse.wheel(0, -3000)
    page.wait_for_function("() => scrollY === 0")
    button(page, "Câu sau").click()
    assert page.evaluate("scrollY") == 0
    page.locator(".player summary").click()
    assert not page.get_by_label("Tự cuộn theo").is_checked()
    page.get_by_label("Tự cuộn theo").check()
    page.wait_for_function("() => scrollY > 0")


def test_the_player_never_covers_the_last_line(speaking):
    page = speaking(hold=True, context={"viewport": {"width": 320, "height": 480}})
    button(page, "Nghe bài viết").click()
    page.wait_for_selector(".player")
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
    page.get_by_text("Máy này chưa có giọng đọc tiếng Việt.").wait_for()
    assert said(page) == []
    assert page.locator(".player").count() == 0


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


def test_the_text_of_the_page_is_not_touched_by_the_mark(speaking):
    page = speaking(hold=True)
    before = page.inner_html("#doan-2")
    button(page, "Nghe bài viết").click()
    button(page, "Câu sau").click()
    assert page.inner_html("#doan-2") == before


# --- every theme, every size ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", ["1", "3", "6"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_controls_fit_every_window_at_every_size(speaking, width, size):
    page = speaking(hold=True, context={"viewport": {"width": width, "height": 640}})
    page.locator("summary", has_text="Tùy chọn đọc").click()
    page.locator(f"[name=size][value='{size}']").check()
    button(page, "Nghe bài viết").click()
    page.locator(".player summary").click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = page.evaluate(
        """[...document.querySelectorAll(".reader button, .reader summary, .player button, .player summary, .player select")]
           .filter((part) => part.getClientRects().length).map((part) => [part.textContent, part.getBoundingClientRect()])
           .filter(([, box]) => box.width < 44 || box.height < 44).map(([name]) => name)"""
    )
    assert small == []


@pytest.mark.parametrize("theme", ["device", "light", "paper", "dark", "contrast"])
def test_axe_finds_nothing_in_the_open_controls_and_player(speaking, theme):
    from axe_playwright_python.sync_playwright import Axe

    page = speaking(hold=True)
    page.locator("summary", has_text="Tùy chọn đọc").click()
    page.locator(f"[name=theme][value={theme}]").check()
    button(page, "Nghe bài viết").click()
    page.locator(".player summary").click()
    tags = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = Axe().run(page, options={"runOnly": tags}).response["violations"]
    assert [(rule["id"], node["html"][:100]) for rule in found for node in rule["nodes"]] == []


def test_the_browser_reports_no_broken_policy(speaking):
    page = speaking(hold=True)
    page.evaluate(
        "window.reports = []; addEventListener('securitypolicyviolation', (event) => reports.push(event.violatedDirective))"
    )
    button(page, "Nghe bài viết").click()
    page.wait_for_selector(".player")
    button(page, "Chữ to").click()
    assert page.evaluate("window.reports") == []
    assert "require-trusted-types-for" in page.evaluate(
        "fetch(location.href).then((answer) => answer.headers.get('Content-Security-Policy'))"
    )
