"""The settings page inside the site's own frame."""

import pytest
from django.test import Client

from accessibility.options import GROUPS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def plain_http(settings):
    settings.SECURE_SSL_REDIRECT = False


def test_the_settings_page_shows_what_is_saved():
    reader = Client()
    reader.cookies["reader"] = "size.5~theme.paper~font.lexend"
    answer = reader.get("/doc/tuy-chinh/")
    page = answer.content.decode()
    assert answer["Cache-Control"] == "private, no-store"
    assert 'name="size" value="5" checked' in page
    assert 'name="theme" value="paper" checked' in page
    assert 'name="font" value="lexend" checked' in page
    assert page.count(" checked") == len(GROUPS)


def test_the_settings_page_of_a_new_reader_shows_the_usual_choices():
    page = Client().get("/doc/tuy-chinh/").content.decode()
    assert 'name="size" value="2" checked' in page
    assert 'name="theme" value="device" checked' in page
    assert "2 (mặc định)" in page


def test_the_settings_page_leads_back_only_to_this_site():
    assert 'href="/tin-tuc/"' in Client().get("/doc/tuy-chinh/?return=/tin-tuc/").content.decode()
    assert (
        "evil.example/"
        not in Client().get("/doc/tuy-chinh/?return=//evil.example/").content.decode().split("<form")[0]
    )


def test_the_english_settings_page_is_in_english():
    page = Client().get("/en/doc/tuy-chinh/").content.decode()
    assert "Follow the device" in page
    assert "Theo thiết bị" not in page
