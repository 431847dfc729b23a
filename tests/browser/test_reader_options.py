"""What the panel offers beside size and colour, in a real browser: letters, spaces, widths, pictures, the ruler, shortcuts."""

import pytest

from tests.browser.reading import TWO_FRAMES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.urls("tests.accessibility.pages"),
    pytest.mark.django_db(transaction=True),
]

STYLE = "(name) => getComputedStyle(document.querySelector('main p:not([data-unspoken] p)'))[name]"


@pytest.fixture
def article(page, live_server):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{live_server.url}/bai/1/")
    page.locator("summary", has_text="Tùy chọn đọc").click()
    yield page
    assert errors == []


def choose(page, legend, label):
    page.get_by_role("group", name=legend, exact=True).get_by_role("radio", name=label, exact=True).check()


def band(page):
    return page.locator(".ruler").bounding_box()


# --- letters and spaces ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("legend", "label", "name", "value"),
    [
        ("Giãn dòng", "Rất rộng", "lineHeight", "39.6px"),
        ("Giãn chữ", "Rất rộng", "letterSpacing", "2.16px"),
        ("Giãn chữ", "Rộng", "wordSpacing", "1.8px"),
    ],
)
def test_a_choice_changes_the_text_at_once_and_says_so(article, legend, label, name, value):
    choose(article, legend, label)
    assert article.evaluate(STYLE, name) == value
    assert article.get_by_role("status").inner_text() == f"{legend}: {label}"


def test_a_choice_is_in_the_first_frame_of_the_next_page(article, live_server):
    choose(article, "Phông chữ", "Lexend")
    article.add_init_script(
        "window.seen = new Set();"
        "const look = () => { if (document.body) seen.add(document.documentElement.dataset.font);"
        " requestAnimationFrame(look); }; look();"
    )
    article.goto(f"{live_server.url}/bai/2/")
    article.evaluate(TWO_FRAMES)
    assert article.evaluate("[...seen]") == ["lexend"]


def test_a_family_is_fetched_only_by_who_chooses_it(article):
    fetched = []
    article.on("request", lambda request: fetched.append(request.url))
    choose(article, "Giãn dòng", "Rộng")
    article.evaluate(TWO_FRAMES)
    assert not [address for address in fetched if "/fonts/" in address]
    with article.expect_request("**/fonts/andika-*"):
        choose(article, "Phông chữ", "Andika")
    article.wait_for_function(
        "() => [...document.fonts].some((face) => /Andika/.test(face.family) && face.status === 'loaded'"
        " && face.unicodeRange.includes('U+1EA0'))"
    )


def test_one_button_brings_everything_back(article):
    choose(article, "Phông chữ", "Andika")
    choose(article, "Thước đọc", "3 dòng")
    article.get_by_role("button", name="Đặt lại như ban đầu").click()
    assert article.get_by_role("status").inner_text() == "Đã đặt lại như ban đầu"
    assert article.context.cookies() == []
    assert article.locator(".ruler").count() == 0
    assert article.get_by_role("radio", name="Như trang này").is_checked()


# --- the ruler -------------------------------------------------------------------------------------------------------------


def test_the_ruler_has_as_many_lines_as_chosen(article):
    choose(article, "Thước đọc", "1 dòng")
    article.wait_for_selector(".ruler")
    one = band(article)["height"]
    choose(article, "Thước đọc", "5 dòng")
    article.wait_for_function("(one) => document.querySelector('.ruler').offsetHeight > one * 3", arg=one)
    choose(article, "Thước đọc", "Tắt")
    article.wait_for_selector(".ruler", state="detached")


def test_the_ruler_lies_on_a_printed_line_and_takes_no_click(article):
    choose(article, "Thước đọc", "1 dòng")
    article.locator("summary", has_text="Tùy chọn đọc").click()
    link = article.locator("main p a", has_text="Hải Phòng")
    link.scroll_into_view_if_needed()
    box = link.bounding_box()
    article.mouse.move(box["x"] + 5, box["y"] + box["height"] * 0.7)
    place = band(article)
    assert place["y"] <= box["y"] and box["y"] + box["height"] <= place["y"] + place["height"]
    link.click()
    article.wait_for_url("**/")


def test_the_ruler_goes_line_by_line_with_the_arrow_keys(article):
    choose(article, "Thước đọc", "1 dòng")
    summary = article.locator("summary", has_text="Tùy chọn đọc")
    summary.click()
    article.locator("h1").click()
    before = band(article)["y"]
    article.keyboard.press("ArrowDown")
    article.keyboard.press("ArrowDown")
    assert band(article)["y"] > before
    for _ in range(60):
        article.keyboard.press("ArrowDown")
    assert article.evaluate("scrollY") > 0
    assert band(article)["y"] < article.viewport_size["height"]


def test_arrow_keys_still_choose_among_radios_while_the_ruler_is_on(article):
    choose(article, "Thước đọc", "1 dòng")
    article.wait_for_selector(".ruler")
    article.get_by_role("group", name="Giãn dòng").get_by_role("radio", name="Vừa").focus()
    article.keyboard.press("ArrowDown")
    assert (
        article.get_by_role("group", name="Giãn dòng")
        .get_by_role("radio", name="Rộng", exact=True)
        .is_checked()
    )


# --- shortcuts -------------------------------------------------------------------------------------------------------------


def test_shortcuts_work_only_while_they_are_on_and_are_announced(article):
    article.keyboard.press("Alt+Shift+Equal")
    assert article.evaluate("document.documentElement.dataset.size") is None
    choose(article, "Phím tắt", "Bật")
    article.wait_for_selector("[aria-keyshortcuts]")
    article.keyboard.press("Alt+Shift+Equal")
    article.keyboard.press("Alt+Shift+KeyT")
    assert article.evaluate("({ ...document.documentElement.dataset })")["size"] == "3"
    assert article.evaluate("document.documentElement.dataset.theme") == "contrast"
    assert article.get_by_role("button", name="Chữ to").get_attribute("aria-keyshortcuts") == "Alt+Shift+="
    choose(article, "Phím tắt", "Tắt")
    assert article.locator("[aria-keyshortcuts]").count() == 0


def test_the_list_of_shortcuts_opens_and_gives_the_focus_back(article):
    choose(article, "Phím tắt", "Bật")
    opener = article.get_by_role("button", name="Xem các phím tắt")
    opener.click()
    dialog = article.get_by_role("dialog", name="Phím tắt")
    assert "Alt + Shift + D" in dialog.inner_text().replace("\n", " ")
    article.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert opener.evaluate("(button) => button === document.activeElement")


# --- without a script ------------------------------------------------------------------------------------------------------


def test_letters_and_spaces_work_without_a_script_and_what_needs_one_is_not_offered(new_context, live_server):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}/bai/1/")
    page.locator("summary", has_text="Tùy chọn đọc").click()
    assert not page.get_by_role("radio", name="3 dòng").is_visible()
    choose(page, "Giãn dòng", "Rất rộng")
    choose(page, "Phông chữ", "Andika")
    with page.expect_navigation():
        page.get_by_role("button", name="Áp dụng").click()
    assert page.evaluate(STYLE, "lineHeight") == "39.6px"
    assert page.evaluate(STYLE, "fontFamily").startswith("Andika")


def test_what_is_ticked_without_a_script_shows_before_it_is_saved(new_context, live_server):
    context = new_context(java_script_enabled=False)
    context.add_cookies([{"name": "reader", "value": "size.5", "url": live_server.url}])
    page = context.new_page()
    page.goto(f"{live_server.url}/bai/1/")
    page.locator("summary", has_text="Tùy chọn đọc").click()
    look = "() => [getComputedStyle(document.body).fontSize, getComputedStyle(document.body).backgroundColor]"
    assert page.evaluate(look) == ["36px", "rgb(255, 255, 255)"]
    choose(page, "Nền", "Tối")
    choose(page, "Giãn dòng", "Rất rộng")
    assert page.evaluate(look) == ["36px", "rgb(18, 18, 18)"]
    assert page.evaluate(STYLE, "lineHeight") == "79.2px"
    choose(page, "Cỡ chữ", "3")
    assert page.evaluate(look)[0] == "22px"
    assert [cookie["value"] for cookie in context.cookies()] == ["size.5"]
