"""The list of addresses is whole, and what holds for every address of a kind holds for each."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLResolver, get_resolver, resolve

from tests import addresses

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return addresses.World()


def names_of(resolver=None, spaces: tuple[str, ...] = ()):
    """The URL names of the whole portal. Unnamed patterns of the stock admin only redirect into its named ones."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from names_of(pattern, (*spaces, pattern.namespace) if pattern.namespace else spaces)
        elif pattern.name or "admin" not in spaces:
            yield ":".join([*spaces, pattern.name or str(pattern.pattern)])


def test_every_url_name_is_in_the_list():
    listed = [address.name for address in addresses.ALL]
    assert sorted(listed) == sorted(set(listed))
    assert set(names_of()) == set(listed)


def test_an_address_leads_where_its_name_says(world):
    found = {
        address.name: resolve(address.path(world).partition("?")[0]).view_name for address in addresses.ALL
    }
    assert found == {name: name for name in found}


def test_a_public_address_answers_without_a_cookie_and_alike_to_two_visitors(world):
    other = Client()
    other.cookies.load({"reader": "size.6~theme.dark", "sessionid": "x" * 32, "csrftoken": "y" * 32})
    for address in [*addresses.PUBLIC, *addresses.FILES]:
        path = address.path(world)
        first = Client().get(path)
        second = other.get(path, headers={"accept-language": "fr", "user-agent": "another"})
        assert (address.name, first.status_code, second.status_code) == (address.name, 200, 200)
        assert _bytes(first) == _bytes(second), address.name
        for answer in (first, second):
            assert not answer.cookies, address.name
            assert "cookie" not in answer.get("Vary", "").lower(), address.name
            assert "public" in answer["Cache-Control"], address.name


def test_a_page_is_in_the_language_of_its_path(world, client):
    for address in addresses.PUBLIC:
        path = address.path(world)
        language = "en" if path.startswith("/en/") else "vi"
        answer = client.get(path, headers={"accept-language": "en" if language == "vi" else "vi"})
        printed = re.search(r'<html lang="(\w+)"', answer.content.decode())[1]
        assert (address.name, answer["Content-Language"], printed) == (address.name, language, language)


def test_a_page_asks_the_database_little(world, client):
    for address in addresses.PUBLIC:
        path = address.path(world)
        with CaptureQueriesContext(connection) as asked:
            client.get(path)
        assert len(asked) <= 8, f"{address.name}: {len(asked)} queries"


def test_a_page_is_not_sent_again_while_it_is_the_same(world, client):
    for address in addresses.PUBLIC:
        path = address.path(world)
        etag = client.get(path)["ETag"]
        again = client.get(path, headers={"if-none-match": etag})
        assert (address.name, again.status_code, again.content) == (address.name, 304, b"")


def test_nothing_can_be_sent_to_a_page(world):
    strict = Client(enforce_csrf_checks=True)
    for address in addresses.PUBLIC:
        for method in ("post", "put", "patch", "delete"):
            answer = getattr(strict, method)(address.path(world))
            assert (address.name, answer.status_code, answer.get("Allow")) == (address.name, 405, "GET, HEAD")
            assert not answer.cookies, address.name


def test_no_page_shows_a_draft(world, client):
    showing = {a.name for a in addresses.PUBLIC if "Bản nháp" in client.get(a.path(world)).content.decode()}
    assert not showing


def test_a_stranger_gets_no_staff_page(world, client):
    """Only an answer below 400 shows anything, and that is the way to the sign-in page."""
    doors = ("/quan-tri/login/", "/quan-tri/dang-nhap/")
    for address in [*addresses.SIGN_IN, *addresses.STAFF]:
        answer = client.get(address.path(world))
        assert answer.status_code in {301, 302, 401, 403, 404, 405}, address.name
        if answer.status_code in {301, 302}:
            assert answer["Location"].startswith(doors), address.name


def _bytes(answer) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content
