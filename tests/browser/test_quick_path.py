"""The page of a working meeting with six photos written by hand: by mouse, by the keyboard alone, and mended on a phone.

The counted acts are printed (`-s`, or the report of a failure)."""

import re

import pytest
from playwright.sync_api import expect

from news.desk import document, workflow
from news.models import Article, Category
from tests import make
from tests.browser import story
from tests.browser.hands import Keys, Mouse
from tests.browser.test_admin import newsroom, text_of

__all__ = ["newsroom"]
pytestmark = pytest.mark.django_db(transaction=True)
# Twenty fields and lists cannot be filled with less; a path that grows beyond is a path that got worse.
MOST_ACTS = 30
SECTION = "Hoạt động của Sở"


@pytest.fixture
def desks(newsroom):
    """Writer and publisher, each at a desk of their own."""
    make.site_settings()
    make.category(SECTION)
    names = {"writer": "Nguyễn Thị Lan", "publisher": "Lê Thị Hạnh"}
    return {role: newsroom(make.user(role, full_name=name)) for role, name in names.items()}


def write(hand, told: story.Story) -> None:
    """From the desk to a submitted article."""
    page = hand.page
    field = lambda label: page.get_by_label(label, exact=True)  # noqa: E731
    hand.press(page.get_by_role("link", name="Viết bài mới"))
    surface = text_of(page)
    hand.write(field("Tiêu đề"), told.title)
    hand.write(field("Đoạn mở đầu (sapo)"), told.lead)
    hand.paste(surface, "\n\n".join(told.body))
    hand.choose(field("Chuyên mục"), SECTION)
    hand.write(page.locator("#id_event_on"), told.day)
    hand.write(field("Địa điểm"), told.place)
    for button, lines in (("+ Bên chủ trì, đón tiếp", told.hosts), ("+ Bên khách", told.guests)):
        hand.press(page.get_by_role("button", name=button))
        side = page.locator("#id_delegations-grid [data-item=delegation]").last
        hand.paste(side.locator("[data-item=attendance] [data-field=name]").first, "\n".join(lines))
        expect(side.locator("[data-item=attendance]")).to_have_count(len(lines))
    write_photos(hand, told)
    agencies = page.locator("#id_agencies-grid")
    hand.press(agencies.locator("summary"))
    hand.paste(agencies.locator("[data-pasted]"), "\n".join(told.agencies))
    hand.press(agencies.locator("[data-action=paste]"))
    expect(agencies.locator("[data-item=agency]")).to_have_count(len(told.agencies))
    hand.write(field("Ký tên cuối bài"), told.byline)
    with page.expect_navigation():
        hand.press(page.locator(".panel-actions [name=_save]"))
    page.locator(".messagelist .success").first.wait_for()


def write_photos(hand, told: story.Story) -> None:
    grid = hand.page.locator("#id_captions-grid")
    hand.give(grid.locator("[data-files]"), story.pictures(len(told.captions)))
    photos = grid.locator("[data-item=caption]")
    expect(photos).to_have_count(len(told.captions), timeout=60_000)
    for place, caption in enumerate(told.captions):
        hand.write(photos.nth(place).locator("[data-field=text]"), caption)
    hand.press(grid.locator("[data-action=told]"))
    hand.write(grid.locator("[data-credit]"), told.photographer)
    hand.press(grid.locator("[data-action=credit]"))


def submit(hand) -> None:
    with hand.page.expect_navigation():
        hand.press(hand.page.locator(".panel-actions .button--main"))
    hand.page.get_by_text("Chờ duyệt").first.wait_for()


def publish(hand, told: story.Story) -> None:
    """From the publisher's desk to the message that it is out."""
    page = hand.page
    page.reload()
    with page.expect_navigation():
        hand.press(page.get_by_role("link", name=told.title).first)
    hand.skip(page.get_by_role("link", name="Tới trạng thái và các nút"))
    with page.expect_navigation():
        hand.press(page.locator(".panel-actions").get_by_text("Đăng ngay…"))
    said = page.locator("#content-main").inner_text()
    people = len(told.hosts) + len(told.guests)
    assert f"Đăng bài “{told.title}” ngay bây giờ?" in said
    assert f"ở chuyên mục {SECTION}, gồm {people} người, đơn vị tham dự, {len(told.captions)} ảnh." in said
    with page.expect_navigation():
        hand.press(page.get_by_role("button", name="Đăng ngay", exact=True))
    page.get_by_text(re.compile(r"Đã đăng lúc \d\d:\d\d")).wait_for()


def is_read_by_everybody(page, live_server, told: story.Story) -> None:
    release = workflow.refreshed(Article.objects.get()).last_release
    page.goto(f"{live_server.url}/tin-tuc/{release.slug}-{release.article.number}/")
    text = page.locator("main").inner_text()
    for words in (told.title, told.lead, *told.body, *told.names, *told.captions, told.byline):
        assert words.strip().casefold() in text.casefold()
    assert page.locator("main figure img").count() == len(told.captions)
    content = document.read(release)
    assert {photo["credit"] for photo in content["captions"]} == {told.photographer}
    assert all(photo["is_described_by_caption"] for photo in content["captions"])


def count(*hands) -> None:
    for hand in hands:
        stops = f", {hand.stops} Tab" if isinstance(hand, Keys) else ""
        print(f"\n{type(hand).__name__}: {len(hand.acts)} acts{stops}\n  " + "\n  ".join(hand.acts))


def test_the_page_is_written_and_published_by_mouse(desks, live_server, page):
    told = story.of_source() or story.INVENTED
    writer, publisher = Mouse(desks["writer"]), Mouse(desks["publisher"])
    write(writer, told)
    assert writer.page.locator(".findings .is-blocking").count() == 0
    submit(writer)
    publish(publisher, told)
    count(writer, publisher)
    is_read_by_everybody(page, live_server, told)
    assert len(writer.acts) <= MOST_ACTS and len(publisher.acts) == 3


def test_the_page_is_written_and_published_without_a_mouse_and_each_stop_is_seen(desks, live_server, page):
    told = story.INVENTED
    writer, publisher = Keys(desks["writer"]), Keys(desks["publisher"])
    write(writer, told)
    expect(writer.page.locator(".findings")).to_contain_text("Không còn gì phải sửa")
    writer.page.keyboard.press("Control+Enter")
    writer.acts.append("Ctrl+Enter")
    writer.page.get_by_text("Chờ duyệt").first.wait_for()
    publish(publisher, told)
    count(writer, publisher)
    is_read_by_everybody(page, live_server, told)
    assert len(writer.acts) <= MOST_ACTS and len(publisher.acts) == 3
    faults = sorted(set(writer.faults + publisher.faults))
    assert not faults, "\n".join(faults)


def test_a_line_of_the_checks_leads_to_the_very_field(newsroom, live_server):
    make.site_settings()
    writer = make.user("writer")
    captions = [
        make.caption(make.picture(), text="Hai bên ký", alt=words)
        for words in ("Hai người bắt tay", "", "Phòng họp")
    ]
    article = make.draft(by=writer, captions=captions)
    page = newsroom(writer)
    page.goto(f"{live_server.url}/quan-tri/news/article/{article.pk}/change/")
    text_of(page)
    page.get_by_role("link", name="Ảnh 2 chưa có mô tả").click()
    expect(
        page.locator("#id_captions-grid [data-item=caption]").nth(1).locator("[data-field=alt]")
    ).to_be_focused()


PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


# What reaches beyond the right edge of a page that scrolls sideways.
BEYOND = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const beyond = (one) => one.getClientRects().length && one.getBoundingClientRect().right > clientWidth + 1;
  const names = [...document.body.querySelectorAll("*")].filter(beyond).map((one) => one.outerHTML.slice(0, 90));
  return [`${scrollWidth} of ${clientWidth}`, ...names];
}"""


def fits(page) -> bool:
    beyond = page.evaluate(BEYOND)
    assert not beyond, "\n".join(beyond)
    return True


def test_on_a_phone_an_article_is_approved_given_a_photo_published_and_withdrawn(newsroom, live_server):
    make.site_settings()
    article = make.draft(
        by=make.user("writer"), title="Sở làm việc với xã Bình An", category=make.category(SECTION).pk
    )
    workflow.submit(article, by=article.created_by)
    page = newsroom(make.user("publisher", full_name="Lê Thị Hạnh"), **PHONE)
    acts = []

    def tap(place, says: str, goes=True) -> None:
        acts.append(says)
        assert fits(page), says
        if not goes:
            return place.tap()
        with page.expect_navigation():
            place.tap()

    tap(page.get_by_role("link", name="Sở làm việc với xã Bình An").first, "the article")
    camera = page.locator("#id_captions-grid [data-camera]")
    with page.expect_file_chooser() as chooser:
        tap(camera.locator("xpath=ancestor::label"), "Chụp ảnh", goes=False)
    chooser.value.set_files(story.pictures(1))
    photo = page.locator("#id_captions-grid [data-item=caption]")
    photo.locator("[data-field=text]").tap()
    page.keyboard.insert_text("Hai bên ký biên bản")
    tap(photo.locator("[data-field=is_described_by_caption]"), "the caption describes it", goes=False)
    tap(page.locator(".quick-bar .button--main"), "Duyệt")
    page.get_by_text("Đã duyệt, chờ đăng").first.wait_for()
    tap(page.locator(".quick-bar").get_by_text("Đăng ngay…"), "Đăng ngay…")
    if page.locator("#id_reason").count():
        page.locator("#id_reason").fill("Người thứ hai đi vắng.")
    tap(page.get_by_role("button", name="Đăng ngay", exact=True), "Đăng ngay")
    page.get_by_text(re.compile(r"Đã đăng lúc")).wait_for()
    tap(page.get_by_role("link", name="Gỡ bài…").first, "Gỡ bài…")
    assert page.get_by_role("link", name="Giữ nguyên").is_visible()
    page.locator("#id_public_reason").fill("Thông tin đang được kiểm tra.")
    page.locator("#id_reason").fill("Sai số liệu.")
    tap(page.get_by_role("button", name="Gỡ bài"), "Gỡ bài")
    page.get_by_text("Đã gỡ").first.wait_for()
    assert fits(page)
    print(f"\nPhone: {len(acts)} taps: " + ", ".join(acts))
    assert workflow.refreshed(article).is_withdrawn
    assert Category.objects.count() == 1
