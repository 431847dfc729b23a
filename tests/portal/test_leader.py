"""The page under a leader's secret address: what it shows, to whom, and what two buttons do."""

import re

import pytest
from django.test import Client

from news.desk import consent, document, workflow
from news.models import Consent
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    make.site_settings()
    content = {
        "captions": [make.caption(make.picture())],
        "attachments": [make.attachment(make.document_file())],
    }
    return make.draft(by=make.user("publisher"), title="Chưa công khai", body="<p>Đọc kỹ.</p>", **content)


@pytest.fixture
def address(article):
    return f"/xem-truoc/{consent.ask(article, by=None, leader='Ông Bình')[1]}/"


def test_the_leader_reads_the_text_in_the_readers_template_without_a_cookie(client, address):
    answer = client.get(address)
    page = answer.content.decode()
    assert answer.status_code == 200 and "Chưa công khai" in page and 'class="article__title"' in page
    assert "Ông Bình" in page and "Tôi đồng ý cho đăng" in page
    assert not answer.cookies and "cookie" not in answer.get("Vary", "").lower()
    assert (answer["Cache-Control"], answer["Referrer-Policy"]) == ("private, no-store", "same-origin")
    assert "noindex" in answer["X-Robots-Tag"] and 'name="robots"' in page


def test_its_photos_and_files_answer_through_the_link_and_no_other_way(client, address):
    page = client.get(address).content.decode()
    pictures = set(re.findall(r'(?:src|href|srcset)="([^" ]*/anh/[^" ]*)', page))
    files = set(re.findall(r'href="([^"]*/tep/[^"]*)"', page))
    assert pictures and files and all(path.startswith(address) for path in pictures | files)
    for path in pictures | files:
        assert client.get(path).status_code == 200, path
        assert client.get(path.replace(address, "/xem-truoc/sai/")).status_code == 404


def test_a_photo_of_another_article_does_not_answer_through_the_link(client, address):
    other = make.picture()
    assert client.get(f"{address}anh/{other.pk}/free-60.jpg").status_code == 404


def test_one_press_keeps_the_answer_and_closes_the_link(client, address, article):
    answer = client.post(address, {"answer": "agrees", "comment": "Tốt"}, follow=True)
    assert "Câu trả lời của bạn đã được ghi nhận" in answer.content.decode()
    row = Consent.objects.get()
    assert (row.verdict, row.leader, row.comment, row.edition) == (
        "agrees",
        "Ông Bình",
        "Tốt",
        article.open_edition,
    )
    client.post(address, {"answer": "objects", "comment": "Đổi ý"})
    assert Consent.objects.count() == 1 and "Đọc kỹ" not in client.get(address).content.decode()


def test_a_wish_for_changes_without_words_is_asked_again(client, address):
    answer = client.post(address, {"answer": "objects", "comment": ""})
    assert answer.status_code == 400 and "Hãy ghi những chỗ cần sửa" in answer.content.decode()
    assert not Consent.objects.exists()


def test_a_post_from_another_site_is_refused(address):
    strict = Client(enforce_csrf_checks=True)
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://xau.example"}):
        assert strict.post(address, {"answer": "agrees"}, headers=headers).status_code == 403
    assert not Consent.objects.exists()
    own = strict.post(address, {"answer": "agrees"}, headers={"sec-fetch-site": "same-origin"})
    assert own.status_code == 302 and Consent.objects.exists()


def test_a_link_to_an_older_text_is_closed_and_says_why(client, address, article):
    edition = article.open_edition
    document.write(edition, document.read(edition) | {"lead": "Đã đổi."}, by=None)
    answer = client.get(address)
    assert answer.status_code == 410 and "đã được sửa" in answer.content.decode()
    assert client.post(address, {"answer": "agrees"}).status_code == 410 and not Consent.objects.exists()


def test_a_revoked_link_shows_nothing_and_an_unknown_one_is_not_found(client, address, article):
    consent.revoke(article, article.open_edition.leader_links.get().pk, by=None)
    answer = client.get(address)
    assert answer.status_code == 410 and "Chưa công khai" not in answer.content.decode()
    assert client.get("/xem-truoc/khong-co/").status_code == 404


def test_once_published_the_link_no_longer_opens(client, address, article):
    workflow.publish(article, by=None)
    assert client.get(address).status_code == 410


@pytest.fixture
def film_address():
    parts = {"file": make.film(), "subtitles": make.subtitles(), "poster": make.picture(600, 400)}
    article = make.draft(
        title="Có phim", videos=[make.video(**parts)], captions=[make.caption(make.picture())]
    )
    return f"/xem-truoc/{consent.ask(article, by=None, leader='Ông Bình')[1]}/"


def test_the_leader_plays_the_editions_own_film_with_its_subtitles_and_sees_its_photos(client, film_address):
    page = client.get(film_address).content.decode()
    addresses = re.findall(r'(?:src|poster)="([^" ]*/(?:tep|anh)/[^" ]*)"', page)
    found = {address: client.get(address) for address in addresses}
    assert "/video/" not in page and all(address.startswith(film_address) for address in addresses)
    assert {answer.status_code for answer in found.values()} == {200}
    kinds = {answer["Content-Type"] for answer in found.values()}
    assert {"video/mp4", "text/vtt", "image/jpeg"} <= kinds
    assert {answer["Cache-Control"] for answer in found.values()} == {"private, no-store"}
    (film,) = {address for address, answer in found.items() if answer["Content-Type"] == "video/mp4"}
    piece = client.get(film, headers={"range": "bytes=0-9"})
    assert piece.status_code == 206 and len(b"".join(piece.streaming_content)) == 10


def test_a_film_answers_only_through_the_link_of_its_own_edition_and_while_it_is_open(
    client, film_address, address
):
    page = client.get(film_address).content.decode()
    film = re.search(r'src="([^" ]*/tep/[^" ]*phim\.mp4)"', page)[1]
    assert client.get(film.replace(film_address, address)).status_code == 404
    client.post(film_address, {"answer": "agrees", "comment": ""})
    assert client.get(film).status_code == 404
