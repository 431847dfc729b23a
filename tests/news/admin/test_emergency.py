"""A notice above every public page: by a publisher in one step, from its first moment to its last."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.models import EmergencyNotice
from tests import addresses, make
from tests.news.admin.desk_of import as_a

pytestmark = pytest.mark.django_db
ADD = "/quan-tri/news/emergencynotice/add/"
TEXT = "Bão số 5 đổ bộ đêm nay"


def filled(hours: int = 24, **changes) -> dict:
    now = timezone.localtime()
    end = now + timedelta(hours=hours)
    return {
        "level": "danger", "text": TEXT, "text_en": "Storm tonight", "url": "/trang/gioi-thieu/",
        "begins_at_0": now.strftime("%d/%m/%Y"), "begins_at_1": now.strftime("%H:%M"),
        "ends_at_0": end.strftime("%d/%m/%Y"), "ends_at_1": end.strftime("%H:%M"),
    } | changes  # fmt: skip


def test_a_publisher_shows_it_on_every_page_in_one_step(client):
    world = addresses.World()
    publisher = as_a("publisher")
    assert publisher.post(ADD, filled()).status_code == 302
    assert EmergencyNotice.objects.get().made_by == publisher.user
    for address in addresses.PUBLIC:
        page = client.get(address.path(world)).content.decode()
        text = "Storm tonight" if address.path(world).startswith("/en/") else TEXT
        assert text in page and "emergency--danger" in page, address.name
    assert TEXT in client.get("/khong-co/").content.decode()


def test_the_button_says_that_the_press_shows_it():
    page = as_a("publisher").get(ADD).content.decode()
    assert 'value="Đăng thông báo lên trang"' in page and "Lưu và thêm mục khác" not in page


def test_the_clock_begins_and_ends_it(client, time_machine):
    now = timezone.now()
    make.emergency(begins_at=now + timedelta(hours=1), ends_at=now + timedelta(hours=2))
    seen = []
    for minutes in (0, 60, 119, 120):
        time_machine.move_to(now + timedelta(minutes=minutes), tick=False)
        seen.append(TEXT in client.get("/").content.decode())
    assert seen == [False, True, True, False]


def test_whoever_keeps_pages_learns_until_when_they_stay_the_same():
    now = timezone.now()
    assert EmergencyNotice.objects.next_moment(now) is None
    make.emergency(begins_at=now - timedelta(hours=1), ends_at=now + timedelta(hours=3))
    make.emergency(begins_at=now + timedelta(hours=1), ends_at=now + timedelta(hours=2))
    assert EmergencyNotice.objects.next_moment(now) == now + timedelta(hours=1)
    assert EmergencyNotice.objects.next_moment(now + timedelta(hours=2)) == now + timedelta(hours=3)


def test_the_gravest_stands_first(client):
    make.emergency("Tin thường", level="news")
    make.emergency("Nguy hiểm", level="danger")
    page = client.get("/").content.decode()
    assert page.index("Nguy hiểm:") < page.index("Tin thường")


def test_one_press_ends_it(client):
    notice = make.emergency(begins_at=timezone.now() - timedelta(minutes=5))
    publisher = as_a("publisher")
    assert (
        "Dừng ngay" in publisher.get(f"/quan-tri/news/emergencynotice/{notice.pk}/change/").content.decode()
    )
    publisher.post(f"/quan-tri/news/emergencynotice/{notice.pk}/dung/")
    assert TEXT not in client.get("/").content.decode()


@pytest.mark.parametrize("role", ["writer", "editor", "administrator", ""])
def test_nobody_else_shows_or_ends_one(role):
    notice, client = make.emergency(), as_a(role)
    before = EmergencyNotice.objects.values().get()
    assert client.post(ADD, filled()).status_code == 403
    assert client.post(f"/quan-tri/news/emergencynotice/{notice.pk}/dung/").status_code == 403
    assert EmergencyNotice.objects.values().get() == before


@pytest.mark.parametrize("changes", [{"hours": -1}, {"url": "javascript:alert(1)"}, {"url": "//xau.example"}])
def test_a_notice_that_ends_before_it_begins_or_leads_astray_is_refused(changes):
    publisher = as_a("publisher")
    assert publisher.post(ADD, filled(**changes)).status_code == 200 and not EmergencyNotice.objects.exists()
