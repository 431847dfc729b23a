"""Films of articles: who gets them, in which pieces, and what the page loads."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from news.desk import workflow
from news.photos import renditions
from news.site import addresses
from tests import make
from tests.news.admin.desk_of import as_a

pytestmark = pytest.mark.django_db


def parts() -> dict:
    return {"file": make.film(seconds=95), "subtitles": make.subtitles(), "poster": make.picture(600, 400)}


def pieces_of(article, row: dict) -> list[str]:
    """The addresses of film, subtitles and poster."""
    edition = article.last_release or article.open_edition
    video = edition.videos.get()
    poster = renditions.address(row["poster"], "free", row["poster"].renditions["free"][0], "jpg")
    return [addresses.film(video.pk), addresses.subtitles(video.pk), poster]


def page_of(client, article) -> str:
    edition = workflow.refreshed(article).last_release
    return client.get(addresses.article(edition)).content.decode()


def test_a_film_of_a_live_article_is_public_with_its_subtitles_and_poster(client):
    row = parts()
    article = make.published(videos=[make.video(**row)])
    answers = [client.get(address) for address in pieces_of(article, row)]
    assert [answer["Content-Type"] for answer in answers] == ["video/mp4", "text/vtt", "image/jpeg"]
    assert "Content-Disposition" not in answers[0]


@pytest.mark.parametrize("made", [make.draft, make.withdrawn])
def test_a_film_that_no_reader_may_see_is_nowhere(client, made):
    row = parts()
    article = made(videos=[make.video(**row)])
    assert {client.get(address).status_code for address in pieces_of(article, row)} == {404}


def test_a_film_appears_and_goes_with_its_edition(client):
    row, moment = parts(), timezone.now() + timedelta(hours=1)
    article = make.scheduled(at=moment, videos=[make.video(**row)])
    pieces = pieces_of(article, row)
    assert {client.get(address).status_code for address in pieces} == {404}
    with time_machine.travel(moment + timedelta(minutes=1), tick=False):
        assert {client.get(address).status_code for address in pieces} == {200}
        make.corrected(workflow.refreshed(article), videos=[])
    with time_machine.travel(moment + timedelta(minutes=2), tick=False):
        assert {client.get(address).status_code for address in pieces} == {404}


def test_a_player_gets_the_piece_it_asks_for(client):
    row = parts()
    address, *_others = pieces_of(make.published(videos=[make.video(**row)]), row)
    answer = client.get(address, headers={"Range": "bytes=4-11"})
    assert answer.status_code == 206
    assert b"".join(answer) == b"ftypisom"
    assert answer["Content-Range"] == f"bytes 4-11/{row['file'].size}"


def test_a_document_named_as_a_film_is_not_played(client):
    pdf = make.document_file()
    article = make.published(videos=[make.video(file=pdf, subtitles=pdf)])
    video = article.last_release.videos.get()
    assert client.get(addresses.film(video.pk)).status_code == 404
    assert client.get(addresses.subtitles(video.pk)).status_code == 404


def test_the_page_shows_the_film_where_the_text_places_it_and_loads_nothing_of_it(client):
    row = parts()
    body = "<p>Trước.</p><p>[[video 1]]</p><p>Sau.</p>"
    page = page_of(
        client,
        make.published(body=body, videos=[make.video(**row, title="Lễ ký kết", transcript="Xin chào")]),
    )
    assert page.count("<video") == 1
    assert page.index("Trước.") < page.index("<video") < page.index("Sau.")
    assert 'preload="none"' in page and 'kind="captions"' in page and 'width="640" height="360"' in page
    assert "autoplay" not in page and " default" not in page.split("<video")[1].split("</video>")[0]
    assert "1 phút 35 giây" in page and "Xin chào" in page


def test_a_film_elsewhere_is_a_link_and_no_frame(client):
    page = page_of(
        client, make.published(videos=[make.video(url="https://vtv.vn/video/1.htm", title="Thời sự")])
    )
    assert 'href="https://vtv.vn/video/1.htm"' in page
    assert "<iframe" not in page and "<video" not in page


def test_films_cost_one_query_whatever_their_number(client, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for number in (0, 1, 3):
        article = make.published(videos=[make.video(**parts()) for _ in range(number)])
        page_of(client, article)
        with CaptureQueriesContext(connection) as asked:
            client.get(addresses.article(article.last_release))
        counts.append(len(asked))
    assert counts[1] == counts[2] == counts[0] + 1


def test_a_scan_is_called_one_before_the_reader_downloads_it(client):
    scan = make.stored_file(is_scan=True, pages=4, size=1_200_000, original_name="ke-hoach.pdf")
    page = page_of(client, make.published(attachments=[make.attachment(scan)]))
    assert "PDF, 1,2 MB, 4 trang, bản chụp" in page


def test_staff_see_a_film_of_a_draft_in_the_preview_through_their_own_door():
    client = as_a("writer")
    row = parts()
    article = make.draft(by=client.user, videos=[make.video(**row)])
    page = client.get(f"/quan-tri/news/article/{article.pk}/xem-truoc/").content.decode()
    src = page.split('<source src="')[1].split('"')[0]
    track = page.split('<track kind="captions" src="')[1].split('"')[0]
    assert [client.get(address).status_code for address in (src, track)] == [200, 200]
    assert client.get(src)["Content-Type"] == "video/mp4"
