"""Photos on the page of suggestions: pairs that somebody confirms, pictures swapped, descriptions, the cover."""

import re

import pytest

from tests.news.admin.test_suggesting import draft, drop, page_of, said, sent, taken, writer
from tests.news.importing.test_proposals import CAPTIONS, THREE

__all__ = ["writer"]
pytestmark = pytest.mark.django_db


def test_photos_wait_until_somebody_said_that_the_pairs_are_right(writer):
    proposal = drop(writer, THREE, photos=3)
    sent(writer, proposal, act="rest")
    assert draft(proposal)["captions"] == []
    sent(writer, proposal, pairing__answer="accept")
    assert [row["text"] for row in draft(proposal)["captions"]] == CAPTIONS


def test_swapped_pictures_stand_with_the_other_caption(writer):
    proposal = drop(writer, THREE, photos=3)
    one, two = (item["value"]["photo"] for item in proposal.items if item["id"] in ("photo-0", "photo-1"))
    sent(writer, proposal, act="rest", pairing__answer="accept", photo_0__photo=two, photo_1__photo=one)
    rows = draft(proposal)["captions"]
    assert [(row["photo"], row["text"]) for row in rows[:2]] == [(two, CAPTIONS[0]), (one, CAPTIONS[1])]


def test_one_photo_at_two_captions_is_pointed_out(writer):
    proposal = drop(writer, THREE, photos=3)
    first = next(item["value"]["photo"] for item in proposal.items if item["id"] == "photo-0")
    answer = sent(writer, proposal, act="rest", pairing__answer="accept", photo_1__photo=first)
    assert "đứng ở hai chú thích" in said(answer) and draft(proposal)["captions"] == []


def test_a_photo_that_was_not_dropped_here_cannot_be_slipped_in(writer):
    proposal = drop(writer, THREE, photos=3)
    sent(
        writer,
        proposal,
        act="keep",
        pairing__answer="accept",
        photo_1__answer="accept",
        photo_1__photo=taken(9).pk,
    )
    assert draft(proposal)["captions"] == []


def test_one_description_is_typed_and_captions_describe_the_others(writer):
    proposal = drop(writer, THREE, photos=3)
    sent(
        writer, proposal, act="rest", pairing__answer="accept", photo_0__alt="Bà Hòa đứng phát biểu bên bàn dài",
        photos__told="on",
    )  # fmt: skip
    rows = draft(proposal)["captions"]
    assert [(row["alt"], row["is_described_by_caption"]) for row in rows] == [
        ("Bà Hòa đứng phát biểu bên bàn dài", False), ("", True), ("", True),
    ]  # fmt: skip


def test_one_tick_speaks_only_of_photos_that_have_a_caption(writer):
    proposal = drop(writer, THREE, photos=3)
    page = writer.get(page_of(proposal)).content.decode()
    assert "Chú thích đã tả đủ cả 3 ảnh chưa có mô tả" in page
    sent(writer, proposal, act="keep", photo_1__text="")
    page = writer.get(page_of(proposal)).content.decode()
    assert "Chú thích đã tả đủ cả 2 ảnh chưa có mô tả" in page


def test_the_cover_is_the_first_landscape_photo_or_the_chosen_one(writer):
    proposal = drop(writer, THREE, photos=3)
    third = next(item["value"]["photo"] for item in proposal.items if item["id"] == "photo-2")
    sent(writer, proposal, act="rest", pairing__answer="accept", photos__cover="photo-2")
    assert draft(proposal)["cover"] == third


def test_a_photo_that_is_left_out_leaves_no_line_in_the_body(writer):
    proposal = drop(writer, THREE, photos=3)
    sent(writer, proposal, act="rest", pairing__answer="accept", photo_1__answer="refuse")
    content = draft(proposal)
    numbers = [int(number) for number in re.findall(r"\[\[ảnh (\d+)\]\]", content["body"])]
    assert len(content["captions"]) == 2 and all(number <= 2 for number in numbers)
