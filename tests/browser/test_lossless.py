"""Nothing typed is lost, whatever happens to the network, the tab, the session or the colleague; in a real browser."""

import re

import pytest
from playwright.sync_api import TimeoutError as NotThere
from playwright.sync_api import expect

from news.desk import workflow
from news.models import WorkingCopy
from tests import make
from tests.browser.test_admin import newsroom, open_draft, text_of  # noqa: F401

pytestmark = pytest.mark.django_db(transaction=True)
FIVE_HUNDRED = " ".join(f"chữ{number}" for number in range(1, 501))


@pytest.fixture
def lan(db, newsroom):  # noqa: F811
    """A writer at her desk: `lan.page`, with `lan.user`."""
    make.site_settings()
    make.category("Hoạt động của Sở")
    user = make.user("writer", full_name="Nguyễn Thị Lan")
    page = newsroom(user)
    page.user = user
    return page


def state(page, words: str, timeout: int = 15_000) -> None:
    page.locator("#keeping").get_by_text(re.compile(words)).first.wait_for(timeout=timeout)


def kept_here(page) -> str:
    """The names of the forms that this browser still holds."""
    return page.evaluate(
        "JSON.stringify(Object.keys(localStorage).filter((name) => name.startsWith('ban-tin:')))"
    )


def browser_holds(page, words: str) -> None:
    for _try in range(60):
        if words in page.evaluate("JSON.stringify(Object.values(localStorage))"):
            return
        page.wait_for_timeout(250)
    raise AssertionError(f"The browser does not hold “{words}”.")


def type_text(page, words: str) -> None:
    text_of(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(words)


def test_what_is_typed_is_kept_by_itself_and_offered_back_after_the_tab_was_closed(lan, live_server):
    article = make.draft(by=lan.user)
    open_draft(lan, live_server, article)
    type_text(lan, " Lời chưa lưu.")
    state(lan, r"Đã giữ lúc \d\d:\d\d")
    lan.get_by_label("Tiêu đề", exact=True).fill("Tiêu đề đang viết")
    lan.wait_for_timeout(400)
    state(lan, r"Đã giữ lúc \d\d:\d\d")
    browser_holds(lan, "đang viết")
    context = lan.context
    lan.close()
    page = context.new_page()
    open_draft(page, live_server, article)
    page.locator("#kept-offer").get_by_role("link", name="Mở lại").click()
    text_of(page).get_by_text("Lời chưa lưu.").wait_for()
    assert "Lời chưa lưu" not in workflow.refreshed(article).open_edition.body
    page.get_by_role("button", name="Lưu", exact=True).first.click()
    page.get_by_text("Đã lưu.").wait_for()
    assert "Lời chưa lưu." in workflow.refreshed(article).open_edition.body
    assert (
        not WorkingCopy.objects.exists()
        and page.locator("#kept-offer, #kept-here:not([hidden])").count() == 0
    )


def offered_back(page):
    """The button beside the kept words. A loaded browser hands a closed tab's storage on a moment late, so the page is
    opened a second time before the words are called lost."""
    button = page.get_by_role("button", name="Mở lại").first
    try:
        button.wait_for(timeout=8000)
    except NotThere:
        page.reload()
        button.wait_for()
    return button


def test_five_hundred_words_typed_without_a_network_come_back_after_the_tab_was_closed(lan, live_server):
    article = make.draft(by=lan.user)
    open_draft(lan, live_server, article)
    state(lan, "Bài tự giữ")
    lan.context.set_offline(True)
    type_text(lan, f" {FIVE_HUNDRED}")
    state(lan, "Mất kết nối")
    browser_holds(lan, "chữ500")
    context = lan.context
    lan.close()
    context.set_offline(False)
    assert not WorkingCopy.objects.exists()
    page = context.new_page()
    open_draft(page, live_server, article)
    offered_back(page).click()
    text_of(page).get_by_text("chữ500").wait_for()
    page.get_by_role("button", name="Lưu", exact=True).first.click()
    page.get_by_text("Đã lưu.").wait_for()
    assert FIVE_HUNDRED in workflow.refreshed(article).open_edition.body
    assert kept_here(page) == "[]"


def test_the_server_has_the_words_again_as_soon_as_the_network_is_back(lan, live_server):
    article = make.draft(by=lan.user)
    open_draft(lan, live_server, article)
    state(lan, "Bài tự giữ")
    lan.context.set_offline(True)
    type_text(lan, " Viết lúc mất mạng.")
    state(lan, "Mất kết nối")
    lan.context.set_offline(False)
    state(lan, r"Đã giữ lúc \d\d:\d\d")
    assert "Viết lúc mất mạng." in WorkingCopy.objects.get().document["body"]
    assert not lan.locator("#keeping-problem").is_visible()


def test_a_save_after_the_session_ended_leads_to_the_sign_in_and_back_to_the_words(lan, live_server):
    article = make.draft(by=lan.user)
    open_draft(lan, live_server, article)
    state(lan, "Bài tự giữ")
    lan.context.clear_cookies(name="sessionid")
    type_text(lan, f" {FIVE_HUNDRED}")
    state(lan, r"Phiên đăng nhập đã hết hạn\. Bài đang viết được giữ trên máy này lúc \d\d:\d\d")
    lan.get_by_role("button", name="Lưu", exact=True).first.click()
    lan.get_by_label("Tên đăng nhập").fill(lan.user.username)
    lan.get_by_label("Mật khẩu").fill("mot mat khau dai")
    lan.get_by_role("button", name="Đăng nhập", exact=True).click()
    lan.wait_for_url("**/quan-tri/**")
    open_draft(lan, live_server, article)
    lan.locator("#kept-here").get_by_role("button", name="Mở lại").click()
    text_of(lan).get_by_text("chữ500").wait_for()


def test_after_signing_in_in_another_tab_the_first_one_goes_on_and_saves(lan, live_server):
    article = make.draft(by=lan.user)
    open_draft(lan, live_server, article)
    state(lan, "Bài tự giữ")
    lan.context.clear_cookies()
    type_text(lan, " Viết tiếp.")
    state(lan, "Phiên đăng nhập đã hết hạn")
    with lan.context.expect_page() as opened:
        lan.get_by_role("link", name="Đăng nhập ở thẻ khác").click()
    door = opened.value
    door.get_by_label("Tên đăng nhập").fill(lan.user.username)
    door.get_by_label("Mật khẩu").fill("mot mat khau dai")
    door.get_by_role("button", name="Đăng nhập", exact=True).click()
    door.get_by_role("heading", name="Việc cần làm").wait_for()
    state(lan, r"Đã giữ lúc \d\d:\d\d", 30_000)
    lan.get_by_role("button", name="Lưu", exact=True).first.click()
    lan.get_by_text("Đã lưu.").wait_for()
    assert "Viết tiếp." in workflow.refreshed(article).open_edition.body


def test_a_new_article_that_was_never_saved_comes_back_too(lan, live_server):
    lan.goto(f"{live_server.url}/quan-tri/news/article/add/")
    text_of(lan)
    lan.get_by_label("Tiêu đề", exact=True).fill("Tin chưa lưu lần nào")
    state(lan, r"Đã giữ trên máy này lúc \d\d:\d\d")
    context = lan.context
    lan.close()
    page = context.new_page()
    page.goto(f"{live_server.url}/quan-tri/news/article/add/")
    text_of(page)
    page.locator("#kept-here").get_by_role("button", name="Mở lại").click()
    expect(page.get_by_label("Tiêu đề", exact=True)).to_have_value("Tin chưa lưu lần nào")
    page.get_by_role("button", name="Lưu", exact=True).first.click()
    page.get_by_text("Đã lưu bản nháp").or_(page.get_by_text("Bản nháp đã")).first.wait_for()
    assert page.locator("#kept-here:not([hidden])").count() == 0


def test_rows_of_the_grids_are_kept_and_come_back(lan, live_server):
    article = make.draft(by=lan.user, captions=[make.caption(text="Chú thích đầu")])
    open_draft(lan, live_server, article)
    lan.locator("#part-captions [data-field=text]").first.fill("Chú thích đang viết")
    state(lan, r"Đã giữ lúc \d\d:\d\d")
    open_draft(lan, live_server, article)
    lan.locator("#kept-offer").get_by_role("link", name="Mở lại").click()
    lan.locator("#part-captions [data-field=text]").first.wait_for()
    assert lan.locator("#part-captions [data-field=text]").first.input_value() == "Chú thích đang viết"


def test_two_editors_on_one_article_see_each_other_and_neither_loses_a_word(lan, newsroom, live_server):  # noqa: F811
    article = make.draft(by=lan.user, lead="Đoạn cũ", byline="")
    open_draft(lan, live_server, article)
    state(lan, "Bài tự giữ")
    binh = newsroom(make.user("editor", full_name="Trần Văn Bình"))
    open_draft(binh, live_server, article)
    state(binh, r"Đang sửa: Nguyễn Thị Lan, từ \d\d:\d\d")
    binh.get_by_label("Đoạn mở đầu (sapo)").fill("Đoạn của Bình")
    binh.get_by_role("button", name="Lưu", exact=True).first.click()
    binh.get_by_text("Đã lưu.").wait_for()

    lan.get_by_label("Đoạn mở đầu (sapo)").fill("Đoạn của Lan")
    lan.get_by_label("Ký tên cuối bài").fill("Phòng Thông tin")
    state(lan, r"Trần Văn Bình đã lưu bài này lúc")
    lan.get_by_role("button", name="Lưu", exact=True).first.click()
    lan.get_by_text("Phần bạn viết vẫn còn nguyên, chưa ghi đè lên ai.").wait_for()
    assert workflow.refreshed(article).open_edition.lead == "Đoạn của Bình"
    disputed = lan.get_by_role("group", name="Đoạn mở đầu (sapo): cả hai đã sửa.")
    disputed.get_by_role("radio", name="Lấy phần của tôi").check()
    lan.get_by_role("button", name="Lưu bản đã ghép").click()
    lan.get_by_text("Phần lấy của bạn").wait_for()
    edition = workflow.refreshed(article).open_edition
    assert (edition.lead, edition.byline) == ("Đoạn của Lan", "Phòng Thông tin")
    assert "Đoạn của Bình" in edition.saves.values_list("document__lead", flat=True)
    assert kept_here(lan) == "[]"


def test_a_save_that_is_refused_shows_what_was_typed_and_offers_no_other_copy(lan, live_server):
    article = make.draft(by=lan.user)
    open_draft(lan, live_server, article)
    lan.get_by_label("Tiêu đề", exact=True).fill("")
    lan.get_by_label("Địa điểm", exact=True).fill("Nhà văn hóa")
    lan.get_by_role("button", name="Lưu", exact=True).first.click()
    lan.get_by_text("Hãy đặt cho bài ít nhất một tiêu đề tạm.").first.wait_for()
    expect(lan.get_by_label("Địa điểm", exact=True)).to_have_value("Nhà văn hóa")
    expect(lan.get_by_role("button", name="Mở lại", exact=True)).to_have_count(0)


def test_a_preview_of_unsaved_words_opens_beside_the_form_and_changes_width_theme_and_size(lan, live_server):
    article = make.draft(by=lan.user)
    open_draft(lan, live_server, article)
    type_text(lan, " Lời chưa lưu.")
    with lan.context.expect_page() as opened:
        lan.get_by_role("button", name="Xem trước", exact=True).click()
    shown = opened.value
    inside = shown.frame_locator("#preview")
    inside.get_by_text("Lời chưa lưu.").wait_for()
    shown.get_by_label("Bề rộng").select_option(label="Điện thoại")
    assert inside.locator("html").evaluate("() => innerWidth") == 360
    shown.get_by_label("Nền").select_option(label="Tối")
    assert inside.locator("html").get_attribute("data-theme") == "dark"
    shown.get_by_label("Cỡ chữ").select_option(label="6")
    assert inside.locator("html").get_attribute("data-size") == "6"
    assert "Lời chưa lưu" not in workflow.refreshed(article).open_edition.body
    assert text_of(lan).get_by_text("Lời chưa lưu.").is_visible()
