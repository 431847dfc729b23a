"""The portal's first promise, on the real pages: a text file becomes an article, and a citizen reads it large, in contrast, by ear."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from PIL import Image

from tests import make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGE = Path(__file__).parents[1] / "pages" / "lam-viec.txt"
VOICES = Path(__file__).with_name("voices.js").read_text()
MARKED = "() => [...(CSS.highlights.get('sentence') ?? [])].map(String).join()"


@pytest.fixture
def portal(live_server, tmp_path):
    make.site_settings()
    make.published(title="Tin thứ hai", body="<p>Nội dung tin thứ hai.</p>")
    photo = tmp_path / "anh.jpg"
    Image.new("RGB", (900, 600), "teal").save(photo, "JPEG")
    call_command("import_article", str(PAGE), photos=[photo], publish=True, stdout=StringIO())
    return live_server.url


def look(page) -> tuple[str, str]:
    return tuple(
        page.evaluate(
            "() => ['fontSize', 'backgroundColor'].map((name) => getComputedStyle(document.body)[name])"
        )
    )


def test_from_the_front_page_to_an_article_read_large_in_contrast_and_by_ear(portal, new_context):
    context = new_context()
    context.add_init_script("window.voicePlan = {hold: true};" + VOICES)
    page = context.new_page()
    page.goto(portal)
    page.get_by_role("link", name="Sở Công Thương tỉnh Trường Giang làm việc").first.click()
    assert page.locator("h1").inner_text().startswith("Sở Công Thương tỉnh Trường Giang làm việc")
    assert page.locator(".article__dateline").inner_text().startswith("Th 6, 03/06/2022 | 14:57 CH")

    before = look(page)
    page.get_by_role("button", name="Chữ to", exact=True).click()
    page.get_by_role("button", name="Tương phản", exact=True).click()
    chosen = look(page)
    assert float(chosen[0][:-2]) > float(before[0][:-2])
    assert chosen[1] == "rgb(0, 0, 0)"

    page.goto(portal)
    page.get_by_role("link", name="Tin thứ hai").first.click()
    page.wait_for_selector("h1:has-text('Tin thứ hai')")
    assert look(page) == chosen

    page.get_by_role("button", name="Nghe bài viết", exact=True).click()
    page.wait_for_function("() => CSS.highlights.get('sentence')?.size")
    first = page.evaluate(MARKED)
    page.get_by_role("button", name="Câu sau").click()
    page.wait_for_function(
        "(first) => [...(CSS.highlights.get('sentence') ?? [])].map(String).join() !== first", arg=first
    )
