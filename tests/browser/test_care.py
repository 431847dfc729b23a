"""An administrator hides a person in a real browser, by keyboard, and the checker finds no fault on the pages that care for records."""

import pytest
from playwright.sync_api import expect

from news.models import Hiding
from tests import make
from tests.browser.checker import faults_by_day_and_night
from tests.browser.test_admin import newsroom
from tests.sweep.axe import RULES

__all__ = ["newsroom"]
pytestmark = pytest.mark.django_db(transaction=True)
NAME = "Đinh Hữu Phí"
PAGES = (
    "news/person/trung/",
    "news/person/{pk}/gop/?q=dinh",
    "news/person/{pk}/an/",
    "news/agency/sap-nhap/",
)


@pytest.fixture
def person():
    make.site_settings()
    person = make.person(NAME)
    make.person(NAME)
    side = make.delegation(make.attendee(person, title="Cục trưởng"))
    make.published(title=f"Gặp {NAME}", lead=f"Ông {NAME} tới thăm.", delegations=[side])
    return person


def test_the_checker_finds_nothing(newsroom, live_server, person):
    user = make.user("administrator")
    user.groups.add(*make.user("editor").groups.all())
    page = newsroom(user, viewport={"width": 360, "height": 800})
    for address in PAGES:
        page.goto(f"{live_server.url}/quan-tri/{address.format(pk=person.pk)}")
        assert faults_by_day_and_night(page, RULES) == {}, address
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address


def test_a_person_is_hidden_by_keyboard_alone(newsroom, live_server, person):
    page = newsroom(make.user("administrator"))
    page.goto(f"{live_server.url}/quan-tri/news/person/{person.pk}/an/")
    page.get_by_label("Lý do", exact=True).focus()
    page.keyboard.type("Theo yêu cầu")
    for _step in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "write":
            break
    page.keyboard.press("Enter")
    expect(page.get_by_text("Từ lúc này bạn đọc không còn thấy tên.")).to_be_visible()
    expect(page.get_by_text("Đã đăng 1 bản ẩn thông tin cá nhân.")).to_be_visible()
    assert Hiding.objects.active().get().person == person
    page.goto(live_server.url)
    expect(page.get_by_role("link", name="Gặp một đại biểu").first).to_be_visible()
    assert NAME not in page.content()
