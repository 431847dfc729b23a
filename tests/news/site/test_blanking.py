"""The last look at an answer: streams, ranges, headers and bytes that are no text; and a database that is away."""

import json

import pytest
from django.db import DatabaseError
from django.http import FileResponse, HttpResponse, HttpResponseRedirect, JsonResponse, StreamingHttpResponse
from django.test import RequestFactory

from news.desk import hiding
from news.site import hidden
from news.site.blanking import HELD, PIECE, BlankHiddenNames
from tests import make

pytestmark = pytest.mark.django_db
NAME = "Đinh Hữu Phí"


@pytest.fixture
def row():
    words = {"stand_in": "một đại biểu", "stand_in_en": "a participant"}
    return hiding.hide(make.person(NAME), by=None, reason="thử", spellings=[], **words)


def answer(response, path: str = "/du-lieu-mo/x", **headers):
    return BlankHiddenNames(lambda _request: response)(RequestFactory().get(path, headers=headers))


def body(response) -> str:
    sent = b"".join(response.streaming_content) if response.streaming else response.content
    return sent.decode()


@pytest.mark.parametrize("size", [1, 7, 1000, 1_000_000])
@pytest.mark.parametrize("end", ["\n", " "])
def test_a_stream_is_blanked_however_it_is_cut(row, size, end):
    text = "".join(f"{number},Ông {NAME},Cục trưởng{end}" for number in range(6000))
    data = text.encode()
    pieces = (
        (data[start : start + size] for start in range(0, len(data), size))
        if size > 1
        else iter([data[:99], data[99:]])
    )
    response = StreamingHttpResponse(
        pieces, content_type="text/csv", headers={"Content-Length": str(len(data))}
    )
    made = answer(response)
    assert "Content-Length" not in made
    assert body(made) == text.replace(f"Ông {NAME}", "Một đại biểu")


def test_a_stream_is_not_gathered_before_it_goes_out(row):
    taken = []

    def pieces():
        for number in range(100):
            taken.append(number)
            yield b"x" * PIECE

    made = answer(StreamingHttpResponse(pieces(), content_type="application/x-ndjson"))
    first = next(iter(made.streaming_content))
    assert len(taken) < 4 and len(first) >= PIECE - HELD


def test_json_stays_json_and_its_length_is_right(row):
    made = answer(JsonResponse({"name": NAME, "html": f"<b>{NAME}</b>"}))
    assert json.loads(made.content) == {"name": "một đại biểu", "html": "<b>một đại biểu</b>"}
    fixed = HttpResponse(f"<p>{NAME}</p>", headers={"Content-Length": "99"})
    assert answer(fixed)["Content-Length"] == str(len(fixed.content))


def test_english_addresses_get_the_english_words(row):
    assert (
        answer(HttpResponse(f"<p>Mr. {NAME} spoke</p>"), "/en/news/x-1/").content
        == b"<p>A participant spoke</p>"
    )


def test_headers_are_blanked_and_bytes_that_are_no_text_are_left(row, tmp_path):
    path = tmp_path / "Đinh Hữu Phí.pdf"
    path.write_bytes(b"%PDF dinh-huu-phi")
    made = answer(FileResponse(path.open("rb"), as_attachment=True, filename=path.name))
    assert "Phi" not in made["Content-Disposition"] and "%C3%AD" not in made["Content-Disposition"]
    assert b"".join(made.streaming_content) == b"%PDF dinh-huu-phi"
    moved = answer(HttpResponseRedirect("/tin-tuc/gap-dinh-huu-phi-3/"))
    assert moved["Location"] == "/tin-tuc/gap-mot-dai-bieu-3/"


def test_staff_see_the_name(row):
    assert NAME in answer(HttpResponse(NAME), "/quan-tri/news/person/").content.decode()


def test_while_the_database_is_away_what_is_known_still_holds(row, monkeypatch):
    hidden.refresh()

    def away(*_arguments):
        raise DatabaseError

    monkeypatch.setattr(hidden, "_latest", away)
    assert answer(HttpResponse(f"Gặp {NAME}")).content.decode() == "Gặp một đại biểu"


def test_a_process_that_answers_no_readers_looks_at_the_clock(row, monkeypatch):
    assert hidden.current().blank(NAME) == NAME
    monkeypatch.setattr(hidden._known, "watches_clock", True)
    assert hidden.current().blank(NAME) == "Một đại biểu"
