"""Films and subtitles on their way in."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from news import files
from news.files.facts import warnings
from news.models import StoredFile
from tests import samples
from tests.samples import box, film, track

pytestmark = pytest.mark.django_db


def add(data: bytes, name: str = "phim.mp4", wanted: str = "video") -> StoredFile:
    return files.take_in(ContentFile(data), by=None, name=name, wanted=wanted)


def kept(stored: StoredFile) -> bytes:
    with storages["private"].open(stored.path) as file:
        return file.read()


def test_length_and_size_of_a_film_are_known():
    assert add(film(seconds=95)).facts == {"seconds": 95, "width": 640, "height": 360, "has_sound": True}


def test_where_a_phone_filmed_is_taken_out_and_nothing_else_moves():
    place = box(b"udta", box(b"\xa9xyz", b"\x00\x10\x15\xc7+21.0285+105.8542/"))
    before = film(track(b"vide", b"avc1", extra=place), notes=place + box(b"meta", bytes(40)))
    after = kept(add(before))
    assert len(after) == len(before)
    assert b"udta" not in after and b"meta" not in after and after.count(b"free") == 3
    assert b"21.0285" in before and b"21.0285" not in after
    assert len(after) == len(before)
    moved = [place for place, byte in enumerate(after) if byte != before[place]]
    assert all(after[place] == 0 or after[place] in b"free" for place in moved)


def test_a_film_larger_than_a_piece_is_kept_whole():
    before = film(data=bytes(range(256)) * 12_000, notes=box(b"udta", b"x"))
    assert kept(add(before)) == before.replace(b"udtax", b"free\0")


def test_a_record_of_places_in_a_track_is_told():
    stored = add(film(track(b"vide", b"avc1"), track(b"camm", b"camm")))
    assert any("vị trí" in sentence for sentence in warnings(stored))


def deep(levels: int = 5000) -> bytes:
    """Tracks within tracks, as only somebody writes who wants to break the reader."""
    content = b""
    for _level in range(levels):
        content = box(b"trak", content)
    return content


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("iphone.mov", film(brand=b"qt  "), "MP4"),
        ("hevc.mp4", film(track(b"vide", b"hvc1")), "HEVC"),
        ("nhac.mp4", film(track(b"soun", b"mp4a")), "hình chuyển động"),
        ("cut.mp4", film()[:-200], "hỏng"),
        ("chi-muc.mp4", film()[:40], "hỏng"),
        ("trang.mp4", b"<html><script>alert(1)</script>", "MP4"),
        ("lap.mp4", box(b"ftyp", b"isom") + box(b"moov", b"\0\0\0\x02trak"), "hỏng"),
        ("sau.mp4", box(b"ftyp", b"isom") + box(b"moov", deep()) + box(b"mdat"), "hỏng"),
    ],
)
def test_what_no_reader_could_play_is_refused_by_name_and_leaves_nothing(name, data, words):
    with pytest.raises(files.FileRefused) as refusal:
        add(data, name)
    assert name in str(refusal.value) and words in str(refusal.value)
    assert not StoredFile.objects.exists()
    assert not storages["private"].exists("files") or not storages["private"].listdir("files")[0]


def test_subtitles_are_kept_as_webvtt():
    assert (
        kept(add(samples.SUBTITLES.encode("utf-8-sig"), "loi.vtt", "subtitles")).decode() == samples.SUBTITLES
    )


def test_subtitles_of_other_programs_become_webvtt():
    made = kept(
        add("1\r\n00:00:01,000 --> 00:00:02,500\r\nMột, hai\r\n".encode(), "loi.srt", "subtitles")
    ).decode()
    assert made == "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.500\nMột, hai\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"WEBVTT\n\n", "không phải phụ đề"),
        (b"\xff\xfe00:01", "UTF-8"),
        (b"WEBVTT\n\n00:00:05.000 --> 00:00:02.000\nx", "dòng 3"),
        (b"WEBVTT\n\n5 --> 6\nx", "dòng 3"),
    ],
)
def test_subtitles_that_no_player_would_show_are_refused(data, words):
    with pytest.raises(files.FileRefused, match=words):
        add(data, "loi.vtt", "subtitles")
