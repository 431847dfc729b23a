"""How to install a voice: one page for each sort of machine, in both languages, and each that the player may name is there."""

import re

import pytest
from django.conf import settings
from django.test import Client

from accessibility.voices import PLATFORMS

pytestmark = pytest.mark.django_db
ASK = (settings.ROOT / "static/js/player-ask.js").read_text()


@pytest.fixture
def client(settings):
    settings.SECURE_SSL_REDIRECT = False
    return Client()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda platform: platform.key)
def test_each_machine_has_its_steps_in_order_and_leads_to_the_others(client, platform, language):
    root = "/en/doc/giong-doc/" if language == "en" else "/doc/giong-doc/"
    page = client.get(f"{root}{platform.key}/").content.decode()
    steps = re.search(r'<ol class="steps">(.*?)</ol>', page, re.DOTALL)[1]
    assert steps.count("<li>") == len(platform.steps) >= 3
    assert ("Nghe bài viết" in steps, "Listen to the article" in steps) == (
        language == "vi",
        language == "en",
    )
    others = {other.key for other in PLATFORMS} - {platform.key}
    assert set(re.findall(rf'href="{root}(\w+)/"', page)) == others


def test_the_list_leads_to_every_machine_and_is_the_same_for_everybody(client):
    answer = client.get("/doc/giong-doc/")
    assert re.findall(r'href="/doc/giong-doc/(\w+)/"', answer.content.decode()) == [
        row.key for row in PLATFORMS
    ]
    assert "public" in answer["Cache-Control"] and "Cookie" not in answer.get("Vary", "")


def test_a_machine_that_nobody_has_described_is_not_found(client):
    assert client.get("/doc/giong-doc/amiga/").status_code == 404


def test_the_player_names_only_machines_that_have_a_page():
    named = set(re.findall(r'"(\w+)"', ASK.split("const MACHINES")[1].split("];")[0]))
    assert named == {platform.key for platform in PLATFORMS}


def test_the_settings_page_leads_there(client):
    assert 'href="/doc/giong-doc/"' in client.get("/doc/tuy-chinh/").content.decode()
