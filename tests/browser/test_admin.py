"""The newsroom as people use it: a writer writes, a publisher publishes, readers read; by keyboard and on a phone too."""

import re

import pytest
from django.conf import settings
from playwright.sync_api import expect

from news.desk import document, workflow
from news.models import Article
from tests import make
from tests.browser.checker import EVERY, faults, faults_by_day_and_night
from tests.browser.entering import let_in

pytestmark = pytest.mark.django_db(transaction=True)
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""


@pytest.fixture
def newsroom(db, live_server, new_context):
    """People signed in, each in a browser of their own: `newsroom(user)` returns a page at their desk."""
    from portal.accounts.roles import grant_roles

    grant_roles()

    def _enter(user, **window):
        page = new_context(**window).new_page()
        page.add_init_script(WATCH)
        # Asked for only at the key press, the interception can come too late, and no chooser is ever reported.
        page.on("filechooser", lambda _chooser: None)
        page.outside = []
        page.on("request", lambda request: _note(page, request.url, live_server.url))
        let_in(page.context, live_server.url, user)
        page.goto(live_server.url + "/quan-tri/")
        return page

    return _enter


def _note(page, address: str, home: str) -> None:
    if not address.startswith((home, "data:", "blob:", "about:")):
        page.outside.append(address)


def people():
    """A writer and a publisher, in a newsroom that asks for two people."""
    make.site_settings()
    make.category("Hoạt động của Sở")
    return make.user("writer", full_name="Nguyễn Thị Lan"), make.user("publisher", full_name="Lê Thị Hạnh")


def text_of(page):
    """The editor's surface, once it can be written in."""
    surface = page.locator(".cke_wysiwyg_div[contenteditable=true]")
    surface.wait_for()
    return surface


def open_draft(page, live_server, article) -> None:
    page.goto(f"{live_server.url}/quan-tri/news/article/{article.pk}/change/")
    text_of(page)


def test_an_article_goes_from_the_writer_by_the_publisher_to_the_readers(newsroom, live_server):
    writer, publisher = people()
    page = newsroom(writer)
    page.get_by_role("link", name="Viết bài mới").click()
    page.get_by_label("Tiêu đề", exact=True).fill("Sở làm việc với Đà Nẵng")
    page.get_by_label("Đoạn mở đầu (sapo)").fill("Hai bên thống nhất kế hoạch.")
    text_of(page).click()
    page.keyboard.type("Sáng nay, hai bên gặp nhau tại Hội trường lớn.")
    page.get_by_label("Chuyên mục").select_option(label="Hoạt động của Sở")
    page.get_by_role("button", name="Lưu và gửi duyệt").click()
    page.get_by_text("Chờ duyệt").first.wait_for()

    page = newsroom(publisher)
    page.get_by_role("link", name="Sở làm việc với Đà Nẵng").first.click()
    page.get_by_role("button", name="Đăng ngay").first.click()
    page.get_by_role("heading", name="Đăng ngay").wait_for()
    page.get_by_role("button", name="Đăng ngay").click()
    page.get_by_role("link", name="Xem trên trang").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Sở làm việc với Đà Nẵng"
    assert "hai bên gặp nhau tại Hội trường lớn" in page.locator("main").inner_text()
    assert Article.objects.get().last_release.edited_by == writer


def test_a_photo_is_put_where_the_cursor_stands(newsroom, live_server):
    writer, _publisher = people()
    article = make.draft(by=writer, body="<p>Một</p><p>Hai</p>", captions=[make.caption(), make.caption()])
    page = newsroom(writer)
    open_draft(page, live_server, article)
    text_of(page).get_by_text("Một").click()
    page.keyboard.press("End")
    page.get_by_label("Ảnh số").fill("2")
    page.get_by_role("button", name="Chèn ảnh vào đây").click()
    page.get_by_role("button", name="Lưu", exact=True).first.click()
    page.get_by_text("Đã lưu.").wait_for()
    lines = re.findall(r"<p>(.*?)</p>", workflow.refreshed(article).open_edition.body)
    assert lines == ["Một", "[[ảnh 2]]", "Hai"]


def test_the_line_in_the_text_follows_a_photo_that_changes_its_place(newsroom, live_server):
    writer, _publisher = people()
    captions = [make.caption(), make.caption(), make.caption()]
    body = "<p>[[ảnh 1]]</p><p>[[ảnh 2]]</p><p>[[ảnh 3]]</p>"
    page = newsroom(writer)
    open_draft(page, live_server, make.draft(by=writer, body=body, captions=captions))
    page.evaluate(
        """document.getElementById("part-captions").dispatchEvent(new CustomEvent("photos-renumbered",
        { bubbles: true, detail: { numbers: { 1: null, 2: 1, 3: 2 } } }))"""
    )
    page.wait_for_function("() => CKEDITOR.instances.id_body.getData().match(/ảnh/g)?.length === 2")
    assert text_of(page).inner_text().split() == ["[[ảnh", "1]]", "[[ảnh", "2]]"]


def test_the_edit_page_breaks_no_rule_of_its_policy_and_calls_no_other_server(newsroom, live_server):
    writer, _publisher = people()
    page = newsroom(writer)
    open_draft(page, live_server, make.draft(by=writer, captions=[make.caption()], body="<p>Chữ</p>"))
    surface = text_of(page)
    surface.click()
    page.keyboard.press("Control+A")
    for button in (".cke_button__bold", ".cke_button__bulletedlist"):
        page.locator(button).click()
    page.locator(".cke_combo__format a").click()
    page.locator(".cke_button__link").click()
    page.locator(".cke_dialog").wait_for()
    page.keyboard.press("Escape")
    assert "strong" in page.evaluate("CKEDITOR.instances.id_body.getData()")
    assert page.evaluate("violations") == []
    assert page.outside == []


def test_every_other_page_keeps_the_strict_policy(newsroom, live_server):
    page = newsroom(make.user("editor"))
    for address in ("", "news/article/", "news/person/add/", "news/photo/add/", "password_change/"):
        page.goto(f"{live_server.url}/quan-tri/{address}")
        assert page.evaluate("violations") == [] and page.outside == [], address


def test_a_step_that_comes_back_begins_at_its_first_fault(newsroom, live_server):
    page = newsroom(make.user("publisher"))
    page.goto(f"{live_server.url}/quan-tri/news/article/{make.published().pk}/buoc/withdraw/")
    page.get_by_role("button", name="Gỡ bài").click()
    page.get_by_text("Mục này chưa điền.").first.wait_for()
    expect(page.get_by_label("Lý do công khai")).to_be_focused()


def test_a_colleagues_save_is_met_with_both_texts_and_a_choice(newsroom, live_server):
    writer, publisher = people()
    article = make.draft(by=writer)
    page = newsroom(writer)
    open_draft(page, live_server, article)
    page.get_by_label("Đoạn mở đầu (sapo)").fill("Phần của tôi")
    edition = workflow.refreshed(article).open_edition
    document.write(edition, document.read(edition) | {"lead": "Phần của chị Hạnh"}, by=publisher)
    page.get_by_role("button", name="Lưu", exact=True).first.click()
    page.get_by_text("Lê Thị Hạnh đã lưu bài này lúc").wait_for()
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults(page, EVERY) == {} and page.evaluate("violations") == []
    page.get_by_role("button", name="Lưu phần của tôi thành bản riêng").click()
    page.get_by_text("Phần của bạn đã nằm trong lịch sử chỉnh sửa thành bản riêng.").wait_for()
    edition = workflow.refreshed(article).open_edition
    assert (edition.lead, edition.saves.get(is_aside=True).document["lead"]) == (
        "Phần của chị Hạnh",
        "Phần của tôi",
    )


def test_a_line_of_the_checks_leads_to_its_field(newsroom, live_server):
    writer, _publisher = people()
    article = workflow.create(document.empty() | {"title": "Chưa xong"}, by=writer)
    page = newsroom(writer)
    open_draft(page, live_server, article)
    page.get_by_role("link", name=re.compile("chuyên mục", re.IGNORECASE)).click()
    page.wait_for_function("() => document.activeElement.id === 'id_category'")
    page.get_by_role("link", name="Bài chưa có nội dung").click()
    page.wait_for_function("() => document.activeElement.matches('.cke_wysiwyg_div')")


def test_leaving_with_unsaved_words_asks_first(newsroom, live_server):
    writer, _publisher = people()
    page = newsroom(writer)
    open_draft(page, live_server, make.draft(by=writer))
    page.get_by_label("Đoạn mở đầu (sapo)").fill("Chưa lưu")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_role("link", name="Việc cần làm").click()
    page.get_by_role("heading", name="Việc cần làm").wait_for()
    assert asked == ["beforeunload"]


def test_without_scripts_an_article_is_still_written(newsroom, live_server):
    writer, _publisher = people()
    article = make.draft(by=writer)
    page = newsroom(writer, java_script_enabled=False)
    page.goto(f"{live_server.url}/quan-tri/news/article/{article.pk}/change/")
    page.locator("#id_body").fill("<p>Viết không cần kịch bản</p>")
    page.get_by_role("button", name="Lưu", exact=True).first.click()
    assert workflow.refreshed(article).open_edition.body == "<p>Viết không cần kịch bản</p>"


def test_a_phone_of_360_pixels_shows_it_all_without_scrolling_sideways(newsroom, live_server):
    _writer, publisher = people()
    article = make.draft(
        by=publisher, captions=[make.caption()], delegations=[make.delegation(make.attendee())]
    )
    page = newsroom(publisher, viewport={"width": 360, "height": 740})
    root = "document.documentElement"
    for address in ("", "news/article/", "news/article/{pk}/history/", "news/article/{pk}/change/"):
        page.goto(f"{live_server.url}/quan-tri/{address.format(pk=article.pk)}")
        if "change" in address:
            text_of(page)
        assert page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth"), address
    page.get_by_role("button", name="Lưu", exact=True).last.wait_for()
    assert page.locator(".quick-bar").is_visible()


PAGES = [
    "", "news/article/", "news/article/{pk}/change/", "news/article/{pk}/history/", "news/article/{pk}/buoc/schedule/",
    "news/person/{person}/change/", "news/photo/", "news/article/{pk}/lanh-dao/", "news/emergencynotice/add/",
    "news/article/thu-bao/", "news/article/add/", "news/agency/add/",
]  # fmt: skip


def test_the_accessibility_checker_finds_nothing_on_staff_pages(newsroom, live_server):
    _writer, publisher = people()
    person, photo = make.person(), make.photo()
    make.appointment(person=person)
    article = make.draft(
        by=publisher, captions=[make.caption(photo)], delegations=[make.delegation(make.attendee(person))]
    )
    page = newsroom(publisher)
    found = {}
    for address in PAGES:
        page.goto(f"{live_server.url}/quan-tri/{address.format(pk=article.pk, person=person.pk)}")
        if address.startswith("news/article/") and address.endswith(("change/", "add/")):
            text_of(page)
        if broken := faults_by_day_and_night(page):
            found[address] = broken
    assert found == {}


def test_signing_out_ends_the_session(newsroom, live_server):
    page = newsroom(make.user("writer"))
    page.get_by_role("button", name="Đăng xuất").click()
    page.get_by_text("Bạn đã đăng xuất").wait_for()
    page.goto(live_server.url + "/quan-tri/")
    assert "/quan-tri/dang-nhap/" in page.url
    names = {cookie["name"] for cookie in page.context.cookies()}
    assert settings.SESSION_COOKIE_NAME not in names
