"""No page of the newsroom scrolls sideways on a phone or a tablet; its lists may, inside a frame of their own."""

import pytest

from news.desk import workflow
from tests import make
from tests.browser.checker import EVERY, faults
from tests.browser.test_admin import newsroom, text_of
from tests.browser.test_quick_path import BEYOND

__all__ = ["newsroom"]
pytestmark = pytest.mark.django_db(transaction=True)
LONG = "Sở Nông nghiệp và Môi trường làm việc với Liên hiệp các Hội Khoa học và Kỹ thuật về chương trình phối hợp"
OF_ALL = (
    "",
    "news/article/",
    "news/article/add/",
    "news/photo/",
    "news/person/",
    "news/agency/",
    "nhuan-but/",
    "bao-cao/",
)
OF_ARTICLE = (
    "change/",
    "history/",
    "so-sanh/",
    "lanh-dao/",
    "buoc/publish/",
    "buoc/schedule/",
    "xem-truoc/khung/",
)


def test_no_page_of_the_newsroom_scrolls_sideways(newsroom, live_server):
    make.site_settings()
    writer = make.user(
        "writer", full_name="Nguyễn Thị Thanh Hương Giang", email="giang@van-phong.dia-phuong.example.vn"
    )
    delegations = [
        make.delegation(make.attendee(), make.unit(), heading="Về phía Sở Nông nghiệp và Môi trường")
    ]
    article = make.draft(
        by=writer,
        title=LONG,
        delegations=delegations,
        captions=[make.caption(make.picture(900, 600))],
        category=make.category("Hoạt động của Sở và các đơn vị trực thuộc").pk,
    )
    workflow.submit(article, by=writer)
    page = newsroom(make.user("publisher"))
    wide = {}
    own = [f"news/article/{article.pk}/{path}" for path in OF_ARTICLE]
    for path in (*OF_ALL, *own, "news/article/phim-tat/"):
        page.set_viewport_size({"width": 360, "height": 800})
        answer = page.goto(f"{live_server.url}/quan-tri/{path}")
        assert answer.status == 200, path
        if path.endswith(("change/", "add/")) and path.startswith("news/article/"):
            text_of(page)
        for width in (360, 768):
            page.set_viewport_size({"width": width, "height": 800})
            if beyond := page.evaluate(BEYOND):
                wide[path, width] = beyond
    assert wide == {}


def test_the_keys_open_beside_the_page_and_break_no_rule_of_access(newsroom, live_server):
    page = newsroom(make.user("writer"))
    with page.context.expect_page() as opened:
        page.keyboard.press("Control+/")
    keys = opened.value
    keys.get_by_role("heading", name="Phím tắt").wait_for()
    assert keys.url.endswith("/phim-tat/") and page.url.endswith("/quan-tri/")
    assert faults(keys, EVERY) == {}


def test_the_desk_fits_a_phone_before_its_scripts_have_run(newsroom, live_server):
    page = newsroom(
        make.user("writer"), viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True
    )
    page.route("**/*.js", lambda route: route.abort())
    page.reload()
    assert page.locator("#drop-files").is_visible()
    assert page.evaluate(BEYOND) == []
