"""The sweep misses no public address: each URL name has a page in it, or a reason why it has none."""

import pytest
from django.test import Client

from tests import addresses
from tests.sweep import kinds

PUBLIC = {
    address.name
    for part in (addresses.PUBLIC, addresses.FILES, addresses.OWN, addresses.SECRET, addresses.WATCH)
    for address in part
}


def test_every_public_name_is_looked_at_or_left_out_for_a_reason():
    """A new page: a row in WAYS (its path, or LINKED when links lead to it). A new file or feed: a row in LEFT_OUT."""
    assert PUBLIC - {*kinds.WAYS, *kinds.LEFT_OUT} == set()
    assert {*kinds.WAYS, *kinds.LEFT_OUT} - PUBLIC == set()
    assert not {*kinds.WAYS} & {*kinds.LEFT_OUT}
    assert all(kinds.LEFT_OUT.values())


def test_pages_are_looked_at_and_only_files_are_left_out():
    pages = {address.name for address in addresses.PUBLIC}
    assert pages - {*kinds.WAYS} == set()


def test_a_name_without_a_page_is_told():
    found = ["http://a/", "http://a/luu-tru/", "http://a/luu-tru/2022/", "http://a/ai-gap-ai/?ai-la=a2"]
    chosen, missing = kinds.choose(found)
    paths = {str(kind): kind.path for kind in chosen}
    assert paths["site:archive_year"] == "/luu-tru/2022/"
    assert paths["site:register, answered"] == "/ai-gap-ai/?ai-la=a2"
    assert "site:home" not in missing
    assert {"site:article", "site-en:home", "leader", "site-en:register, answered"} <= set(missing)


@pytest.mark.django_db
def test_every_way_and_every_state_is_the_page_it_is_meant_to_be():
    world, client = addresses.World(), Client()
    for name, way in kinds.WAYS.items():
        if way:
            assert (kinds.name_of(way), client.get(way).status_code) == (name, 200)
    del world
    for state in kinds.STATES:
        if state.sent is None:
            expected = 404 if state.state == "not found" else 200
            assert client.get(state.path).status_code == expected, state
        else:
            form = "application/x-www-form-urlencoded"
            assert client.post(state.path, state.sent, content_type=form).status_code == 422, state


@pytest.mark.django_db
def test_what_the_demo_does_not_show_is_prepared():
    from tests import make
    from tests.sweep import scene

    make.site_settings()
    for language in ("vi", "en"):
        make.published(language=language)
    prepared = kinds.from_rows([*scene.withdrawn(), *scene.leaders(), *scene.faults()])
    told = {str(kind): _answer(kind) for kind in prepared if not kind.html}
    assert told == {
        "site:article, withdrawn": 410,
        "site-en:article, withdrawn": 410,
        "leader": 200,
        "leader, refused": 400,
        "leader, closed": 410,
    }
    assert sum("<h1" in kind.html for kind in prepared) == 4


def _answer(kind) -> int:
    if kind.sent is None:
        return Client().get(kind.path).status_code
    return Client().post(kind.path, kind.sent, content_type="application/x-www-form-urlencoded").status_code


def test_a_public_error_page_is_the_same_bytes_for_everybody(db):
    """Beside tests/test_addresses.py, which holds this for every public address."""
    from tests import make

    gone = make.withdrawn(title="Bài đã rút")
    other = Client()
    other.cookies.load({"reader": "size.6~theme.dark", "sessionid": "x" * 32})
    states = [kind.path for kind in kinds.STATES if kind.state == "not found"]
    for path in [*states, f"/tin-tuc/bai-da-rut-{gone.number}/"]:
        first, second = Client().get(path), other.get(path)
        assert first.status_code == second.status_code >= 404
        assert first.content == second.content, path
        assert not first.cookies
        assert "cookie" not in first.get("Vary", "").lower()
