"""The reader in a real browser: size and colours kept across pages, with a script and without, and room for every control."""

import pytest

from accessibility.preferences import CHOICES
from tests.browser.checker import faults, faults_in_another_colour
from tests.browser.reading import TWO_FRAMES, button
from tests.sweep.axe import RULES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.urls("tests.accessibility.pages"),
    pytest.mark.django_db(transaction=True),
]

LETTERS = "() => getComputedStyle(document.body).fontSize"
PAPER = "() => getComputedStyle(document.body).backgroundColor"


@pytest.fixture
def article(page, site):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site}/bai/1/")
    yield page
    assert errors == []


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
    page.evaluate(TWO_FRAMES)
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


def test_a_page_that_comes_back_from_memory_shows_what_was_chosen_since(article, site):
    article.context.add_cookies([{"name": "reader", "value": "size.5~theme.dark", "url": site}])
    article.evaluate("() => { dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); }")
    assert (article.evaluate(LETTERS), article.evaluate(PAPER)) == ("36px", "rgb(18, 18, 18)")


def test_the_bars_of_the_browser_take_the_colour_of_the_page(article):
    colours = "() => [...document.querySelectorAll('meta[name=theme-color]')].map((meta) => meta.content)"
    by_device = article.evaluate(colours)
    assert by_device == ["#000000", "#121212", "#ffffff"]
    button(article, "Tương phản").click()
    assert article.evaluate(colours) == ["#000000"] * 3
    button(article, "Tương phản").click()
    assert article.evaluate(colours) == by_device


def test_a_device_with_colours_of_its_own_says_so_beside_the_themes(new_context, site):
    sentence = "Máy đang dùng bảng màu riêng nên mục này không có tác dụng."
    for wish, is_told in (("none", False), ("active", True)):
        page = new_context(forced_colors=wish).new_page()
        page.goto(f"{site}/bai/1/")
        page.locator("summary", has_text="Tùy chọn đọc").click()
        assert page.get_by_text(sentence).is_visible() == is_told


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


def test_axe_finds_nothing_in_the_open_controls_and_player(speaking):
    page = speaking(hold=True)
    page.locator("summary", has_text="Tùy chọn đọc").click()
    button(page, "Nghe bài viết").click()
    page.locator(".player summary").click()
    assert faults(page, RULES) == {}
    for theme in CHOICES["theme"]:
        page.locator(f"[name=theme][value={theme}]").check()
        assert faults_in_another_colour(page, RULES) == {}, theme


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
