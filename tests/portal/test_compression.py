"""Public texts travel compressed and are the same bytes for everybody."""

import gzip

import pytest

from tests import make

pytestmark = pytest.mark.django_db
ASKING = {"Accept-Encoding": "gzip"}


def test_a_public_page_is_compressed_to_the_same_bytes_each_time(client):
    make.site_settings()
    first, second = client.get("/", headers=ASKING), client.get("/", headers=ASKING)
    assert first["Content-Encoding"] == "gzip"
    assert first.content == second.content
    assert gzip.decompress(first.content) == client.get("/").content


def test_the_answer_says_that_it_depends_on_the_encoding(client):
    make.site_settings()
    assert "Accept-Encoding" in client.get("/", headers=ASKING)["Vary"]


def test_open_data_are_compressed_while_they_are_sent(client):
    make.published(delegations=[make.delegation(make.attendee())])
    plain = b"".join(client.get("/du-lieu-mo/people.csv").streaming_content)
    answer = client.get("/du-lieu-mo/people.csv", headers=ASKING)
    assert answer["Content-Encoding"] == "gzip"
    assert gzip.decompress(b"".join(answer.streaming_content)) == plain


def test_a_file_with_parts_is_not_compressed(client):
    article = make.published(videos=[make.video(file=make.film(), subtitles=make.subtitles())])
    address = f"/video/{article.last_release.videos.get().pk}/phu-de.vtt"
    assert "Content-Encoding" not in client.get(address, headers=ASKING)


def test_staff_pages_are_not_compressed(client):
    client.force_login(make.user("writer"))
    assert "Content-Encoding" not in client.get("/quan-tri/", headers=ASKING)
