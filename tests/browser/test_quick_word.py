"""The quick path: a Word file and six loose photos become a public article, every act counted; by mouse, and by keyboard alone."""

import os
import re

import pytest
from playwright.sync_api import expect

from news.models import Article, Photo
from tests import make
from tests.browser.checker import EVERY, faults
from tests.browser.test_admin import newsroom
from tests.browser.test_photo_desk import DROP
from tests.news.admin.test_dropping import tracked
from tests.news.importing import word_files as word
from tests.news.importing.test_bundle import scene
from tests.news.importing.test_import_article import PAGE

__all__ = ["newsroom"]
pytestmark = pytest.mark.django_db(transaction=True)
CAPTIONS = [
    "Viện trưởng Đặng Thị Thu Hòa phát biểu tại buổi làm việc",
    "Hai bên trao đổi về kế hoạch phối hợp",
    "Giám đốc Sở Lý Văn Đạt tiếp đoàn công tác",
    "Đại biểu hai bên chụp ảnh lưu niệm",
    "Viện giới thiệu mô hình thử nghiệm",
    "Toàn cảnh buổi làm việc",
]
TEXT = PAGE.replace(CAPTIONS[0], "\n\n".join(CAPTIONS[:5]))
DESCRIPTION = "Bà Hòa đứng phát biểu bên bàn họp dài"
MOST = 12


class Acts:
    """Each press, choice or typed text of a person is one act."""

    def __init__(self):
        self.done: list[str] = []

    def __call__(self, name: str) -> None:
        self.done.append(name)


@pytest.fixture
def people(newsroom):
    """Writer and publisher at their desks; the register knows two people of one attendee's name."""
    make.site_settings()
    make.category("Hoạt động của Sở")
    for agency, title in (
        ("Trường Cao đẳng nghề", "Hiệu trưởng"),
        ("Sở Công Thương tỉnh Trường Giang", "Giám đốc"),
    ):
        make.appointment(person=make.person("Lý Văn Đạt"), agency=make.agency(agency), title=title)
    return {
        role: newsroom(make.user(role, full_name=name))
        for role, name in (("writer", "Nguyễn Thị Lan"), ("publisher", "Lê Thị Hạnh"))
    }


def files() -> list[dict]:
    photos = [{"name": f"IMG_204{n}.jpg", "mimeType": "image/jpeg", "buffer": scene(n)} for n in range(1, 7)]
    return [*photos[:3], {"name": "tin.docx", "mimeType": "", "buffer": word.page(TEXT, {})}, *photos[3:]]


def is_public(home: str, page) -> None:
    """What readers get: every photo with its caption, everybody who took part."""
    article = Article.objects.select_related("last_release").get()
    release = article.last_release
    assert [row.text for row in release.captions.all()] == CAPTIONS
    assert [row.photo.original_name for row in release.captions.select_related("photo")] == [
        f"IMG_204{n}.jpg" for n in range(1, 7)
    ]
    text = page.request.get(f"{home}/tin-tuc/{release.slug}-{article.number}/").text()
    assert "Sở Công Thương tỉnh Trường Giang làm việc với Viện Năng lượng tái tạo" in text
    assert all(
        words in text for words in (*CAPTIONS, "Cao Xuân Bách", "Phòng Kế hoạch, Tài chính", DESCRIPTION)
    )


def publish(page, home: str, act) -> None:
    """The link of the mail, and twice the button."""
    article = Article.objects.get()
    page.goto(f"{home}/quan-tri/news/article/{article.pk}/change/")
    act("open the link")
    page.locator(".panel-actions .button").filter(has_text="Đăng ngay").first.click()
    act("Đăng ngay")
    page.locator("#content-main form button.button--main").click()
    act("Đăng ngay in the confirmation")
    page.get_by_text("Đã đăng").first.wait_for()


def pictures(page, folder: str) -> None:
    """Of the end of the page, to be looked at: PICTURES=folder pytest …"""
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=f"{folder}/suggestions-accepted-{width}.png", full_page=True)
    page.set_viewport_size({"width": 1280, "height": 900})


def test_a_word_file_and_six_photos_go_public_by_mouse(people, live_server):
    act, page = Acts(), people["writer"]
    data = [{"name": row["name"], "type": row["mimeType"], "bytes": list(row["buffer"])} for row in files()]
    zone = page.locator("#drop-zone")
    with page.expect_navigation(url="**/de-xuat/**", timeout=120_000):
        page.evaluate(DROP, [zone.element_handle(), data])
    act("drop seven files")
    summary = page.locator(".suggestions-summary")
    assert "4 người, 4 đơn vị, 6 ảnh, 6 chú thích" in summary.inner_text()
    assert "2 chỗ cần bạn xem" in summary.inner_text()
    page.locator(".finding.is-doubtful").first.locator(".finding-choice--record").first.click()
    act("Đúng người này")
    pairing = page.locator("#f-pairing")
    assert pairing.evaluate("one => one === document.activeElement"), "the cursor goes to the next doubt"
    pairing.get_by_text("Đúng, ảnh nào chú thích ấy").click()
    act("the pairs are right")
    page.locator("[data-alt]").first.fill(DESCRIPTION)
    act("a description typed")
    page.get_by_text("Chú thích đã tả đủ cả 5 ảnh").click()
    act("captions describe the others")
    page.get_by_role("button", name="Nhận tất cả còn lại").click()
    act("Nhận tất cả còn lại")
    page.get_by_text("Không còn gì phải sửa").wait_for()
    if folder := os.environ.get("PICTURES"):
        pictures(page, folder)
    page.get_by_role("button", name="Gửi duyệt").click()
    act("Gửi duyệt")
    page.get_by_text("Chờ duyệt").first.wait_for()
    assert page.evaluate("violations") == []
    publish(people["publisher"], live_server.url, act)
    print(f"by mouse: {len(act.done)} acts: {', '.join(act.done)}")
    assert len(act.done) <= MOST
    is_public(live_server.url, page)


def tab_to(page, selector: str, most: int = 40, key: str = "Tab") -> None:
    """Forward by Tab until the element has the focus; what has it must show it."""
    for _press in range(most):
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{selector} was not reached by Tab")


def test_a_word_file_and_six_photos_go_public_by_keyboard(people, live_server):
    act, page = Acts(), people["writer"]
    tab_to(page, "#drop-zone [data-files]", 60)
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    act("Tạo bài từ tệp")
    with page.expect_navigation(url="**/de-xuat/**", timeout=120_000):
        chooser.value.set_files(files())
    act("choose seven files")
    page.wait_for_function("() => document.activeElement.matches('.finding.is-doubtful')")
    page.keyboard.press("n")
    act("Đúng người này (N)")
    page.wait_for_function("() => document.activeElement.id === 'f-pairing'")
    page.keyboard.press("n")
    act("the pairs are right (N)")
    page.wait_for_function("() => document.activeElement.matches('[data-alt]')")
    page.keyboard.type(DESCRIPTION)
    act("a description typed")
    tab_to(page, "[name='photos.told']", key="Shift+Tab")
    page.keyboard.press("Space")
    act("captions describe the others")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    act("Nhận tất cả còn lại (Ctrl+Enter)")
    page.get_by_text("Không còn gì phải sửa").wait_for()
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    act("Gửi duyệt (Ctrl+Enter)")
    page.get_by_text("Chờ duyệt").first.wait_for()
    publish_by_keyboard(people["publisher"], live_server.url, act)
    print(f"by keyboard: {len(act.done)} acts: {', '.join(act.done)}")
    assert len(act.done) <= MOST
    is_public(live_server.url, page)


def publish_by_keyboard(page, home: str, act) -> None:
    page.goto(f"{home}/quan-tri/news/article/{Article.objects.get().pk}/change/")
    act("open the link")
    page.locator(".cke_wysiwyg_div[contenteditable=true]").wait_for()
    button = page.locator(".panel-actions .button").filter(has_text=re.compile("Đăng ngay")).first
    name = button.evaluate("one => (one.dataset.wanted = '1', one.tagName)")
    assert name
    tab_to(page, "[data-wanted]", 400)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    act("Đăng ngay")
    tab_to(page, "#content-main form button.button--main", 60)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    act("Đăng ngay in the confirmation")
    page.get_by_text("Đã đăng").first.wait_for()


def proposed(page) -> None:
    with page.expect_navigation(url="**/de-xuat/**", timeout=120_000):
        page.locator("#drop-zone [data-files]").set_input_files(files())


def test_pictures_change_places_by_key_by_button_and_by_drag(people):
    page = people["writer"]
    proposed(page)

    def order() -> list[str]:
        return page.locator("[data-photo]").evaluate_all(
            "all => all.map(one => one.selectedOptions[0].text.at(-5))"
        )

    assert order() == list("123456")
    page.locator("#f-photo-0").focus()
    page.keyboard.press("Alt+ArrowRight")
    assert order() == list("213456")
    assert page.evaluate("document.activeElement.id") == "f-photo-1", "the focus goes along"
    assert page.locator("[name='pairing.answer']").is_checked()
    page.locator("#f-photo-5 [data-swap='-1']").click()
    assert order() == list("213465")
    page.locator("#f-photo-2 img").drag_to(page.locator("#f-photo-3 img"))
    assert order() == list("214365")
    with page.expect_navigation():
        page.get_by_role("button", name="Nhận tất cả còn lại").click()


def test_choices_outlast_a_closed_tab(people):
    page = people["writer"]
    proposed(page)
    with page.expect_response(lambda answer: answer.status == 204):
        page.locator("#f-title [value=refuse]").check()
    page.reload()
    assert page.locator("#f-title [value=refuse]").is_checked()


def test_the_page_fits_a_phone_and_passes_the_checker_in_both_colours(people):
    page = people["writer"]
    proposed(page)
    root = "document.documentElement"
    for width, theme in ((360, "light"), (768, "light"), (1280, "dark"), (1280, "light")):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(f"theme => {root}.dataset.theme = theme", theme)
        assert page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth"), width
        assert faults(page, EVERY, within="#suggestions") == {}, (width, theme)


def test_the_form_of_files_and_the_question_about_changes_pass_the_checker(people, live_server):
    page = people["writer"]
    page.goto(f"{live_server.url}/quan-tri/news/article/tha-tep/")
    assert faults(page, EVERY, within="#content-main") == {}
    with page.expect_navigation():
        page.locator("#drop-zone [data-files]").set_input_files(
            [{"name": "tin.docx", "mimeType": "", "buffer": tracked()}]
        )
    page.get_by_text("Xem từng chỗ").click()
    assert faults(page, EVERY, within="#content-main") == {}
    page.set_viewport_size({"width": 360, "height": 740})
    root = "document.documentElement"
    assert page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth")
    with page.expect_navigation(url="**/de-xuat/**"):
        page.get_by_role("button", name="Trước khi sửa").click()


def test_a_refused_file_stays_on_the_desk_with_its_reason_and_the_photos_are_kept(people):
    page = people["writer"]
    old = {"name": "Bao cao.doc", "mimeType": "", "buffer": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)}
    page.locator("#drop-zone [data-files]").set_input_files([old, *files()[:2]])
    page.get_by_text("thuộc định dạng Word cũ").first.wait_for()
    page.locator("[data-said]").get_by_text("2 ảnh đã tải lên").wait_for()
    assert Photo.objects.count() == 2
    with page.expect_navigation(url="**/de-xuat/**", timeout=120_000):
        page.locator("#drop-zone [data-files]").set_input_files([files()[3]])
    assert page.locator("[data-plate]").count() == 2


PASTE = """([text, html]) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  data.setData("text/html", html);
  const field = document.querySelector("#drop-pasted");
  field.focus();
  if (field.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: data }))) {
    document.execCommand("insertText", false, text);
  }
}"""


@pytest.mark.parametrize("is_typed_after", [False, True])
def test_pasted_words_keep_their_headings_until_somebody_types_on(people, is_typed_after):
    page = people["writer"]
    page.get_by_text("Dán văn bản").click()
    html = "<h1>Sở họp giao ban tháng 6</h1><p>Sáng 01/6/2022, Sở họp với các đơn vị.</p><h2>Kết quả</h2><p>Đã thông qua.</p>"
    page.evaluate(
        PASTE,
        [
            "Sở họp giao ban tháng 6\n\nSáng 01/6/2022, Sở họp với các đơn vị.\n\nKết quả\n\nĐã thông qua.",
            html,
        ],
    )
    expect(page.locator("#drop-pasted")).to_have_value(re.compile("Đã thông qua"))
    if is_typed_after:
        page.keyboard.type(" Hết.")
    with page.expect_navigation(url="**/de-xuat/**"):
        page.get_by_role("button", name="Tạo bài từ văn bản này").click()
    page.locator(".finding-text summary").click()
    assert page.locator(".finding-text h2").count() == (0 if is_typed_after else 1)
