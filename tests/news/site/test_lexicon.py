"""The newsroom's glossary decides how a page's abbreviations are spoken."""

import pytest

from news.site import addresses
from tests import make

pytestmark = pytest.mark.django_db


def spoken_page(client, article) -> str:
    return client.get(addresses.article(article.last_release)).content.decode()


def test_an_abbreviation_of_the_glossary_is_spoken_in_full(client):
    make.glossary_entry("ĐMST", "đổi mới sáng tạo")
    article = make.published(body="<p>Trung tâm ĐMST mở cửa.</p>")
    assert "đổi mới sáng tạo" in spoken_page(client, article)


def test_the_spoken_form_goes_before_the_full_one(client):
    make.glossary_entry("VNG", "Vĩnh Giang", spoken="vê en giê")
    article = make.published(body="<p>Mạng VNG mở cửa.</p>")
    assert "vê en giê" in spoken_page(client, article)


def test_an_english_page_has_its_own_glossary(client):
    make.glossary_entry("DOST", "sở khoa học")
    article = make.published(language="en", body="<p>The DOST opened.</p>")
    assert "sở khoa học" not in spoken_page(client, article)
