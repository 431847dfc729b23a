"""What is dropped becomes a draft that holds nothing unseen, and proposals that make it the same article as an import."""

import html
import io
import random
import re
from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.utils import timezone

from news.admin.suggestion_marks import marked
from news.desk import document
from news.importing import dropping
from news.importing.drafts import import_files
from news.importing.errors import ImportRefused
from news.importing.proposals import taking
from news.models import Agency, Article, Edition, Person, Proposal
from news.photos.intake import take_in
from tests.news.importing import word_files as word
from tests.news.importing.test_bundle import packed, scene
from tests.news.importing.test_import_article import PAGE
from tests.news.importing.test_word import SEED

pytestmark = pytest.mark.django_db
CAPTIONS = [
    "Viện trưởng Đặng Thị Thu Hòa phát biểu tại buổi làm việc",
    "Hai bên trao đổi",
    "Toàn cảnh buổi làm việc",
]
THREE = PAGE.replace(CAPTIONS[2], f"{CAPTIONS[1]}\n\n{CAPTIONS[2]}")
WORD = word.page(THREE, {line: scene(n) for n, line in enumerate(CAPTIONS)})


def dropped(name: str = "tin.txt", data: bytes = PAGE.encode(), photos=(), by=None) -> Proposal:
    held = dropping.hold(name, data, by=by)
    held.photos = [photo.pk for photo in photos]
    dropping.begin(held, by=by)
    return Proposal.objects.get()


def accepted_whole(proposal: Proposal) -> dict:
    """The draft's document after every suggestion was accepted, doubts included."""
    taking.take(
        proposal, {row["id"]: {"answer": "accept"} for row in proposal.items}, by=None, base_version=1
    )
    return document.read(Edition.objects.get(pk=proposal.edition_id))


def test_the_draft_holds_nothing_that_nobody_has_seen():
    proposal = dropped("Bao cao thang 6.txt")
    content = document.read(proposal.edition)
    assert content == document.empty() | {"title": "Bao cao thang 6"}
    assert (Person.objects.count(), Agency.objects.count()) == (0, 0)


def test_every_quote_stands_in_the_text_where_the_item_says():
    proposal = dropped("tin.docx", WORD)
    quoted = [row for row in proposal.items if row["start"] is not None]
    assert len(quoted) > 15
    for row in quoted:
        said = proposal.text[row["start"] : row["end"]]
        wanted = row["value"].get("name") or row["value"]["text"]
        assert row["id"] == "event_on" or " ".join(said.split()).casefold() == wanted.casefold(), row


def test_a_word_file_with_three_pictures_is_after_accepting_the_draft_that_the_import_makes():
    imported = document.read(import_files([("tin.docx", WORD)]).article.open_edition)
    Article.objects.update(source_hash=None)
    content = accepted_whole(dropped("tin.docx", WORD))
    assert [row["text"] for row in content["captions"]] == CAPTIONS
    assert content == imported


@pytest.mark.skipif(not SEED.exists(), reason=f"LOUD: the source page is not beside the repository ({SEED})")
def test_the_source_page_with_three_pictures_is_the_draft_of_the_import():
    lines = [line.strip() for line in SEED.read_text(encoding="utf-8").splitlines() if line.strip()]
    heading = next(n for n, line in enumerate(lines) if line.startswith("Một số hình ảnh"))
    captions = lines[heading + 1 : heading + 4]
    pictures = {line: scene(n) for n, line in enumerate(captions)}
    loose = [(f"{n}.jpg", data) for n, data in enumerate(pictures.values())]
    imported = document.read(
        import_files([("tin.txt", "\n\n".join(lines).encode()), *loose]).article.open_edition
    )
    Article.objects.update(source_hash=None)
    proposal = dropped("tin.docx", word.page("\n\n".join(lines), pictures))
    counts = [sum(row["sort"] == sort for row in proposal.items) for sort in ("person", "unit", "photo")]
    content = accepted_whole(proposal)
    assert counts == [4, 9, 3] and [row["text"] for row in content["captions"]] == captions
    assert content == imported


def test_files_nobody_came_back_to_are_forgotten(time_machine):
    held = dropping.hold("tin.txt", PAGE.encode(), by=None)
    dropping.forget_old()
    assert Proposal.objects.filter(pk=held.pk).exists()
    time_machine.move_to(timezone.now() + timedelta(days=3))
    dropping.forget_old()
    assert not Proposal.objects.exists() and not storages["private"].exists(held.held)


def test_a_picture_of_the_file_that_cannot_be_opened_is_left_out_and_told_of():
    broken = word.repacked(WORD, {"word/media/image2.jpg": b"\xff\xd8\xff\xe0" + bytes(40)})
    proposal = dropped("tin.docx", broken)
    photos = [row for row in proposal.items if row["sort"] == "photo"]
    assert len(photos) == 2 and proposal.warnings
    assert [row["value"]["text"] for row in photos] == [CAPTIONS[0], CAPTIONS[2]]


def test_a_text_with_loose_photos_is_the_draft_of_the_word_file():
    photos = [take_in(io.BytesIO(scene(n)), by=None, name=f"{n}.jpg") for n in range(3)]
    content = accepted_whole(dropped("tin.txt", THREE.encode(), photos))
    assert [row["text"] for row in content["captions"]] == CAPTIONS
    assert [row["photo"] for row in content["captions"]] == [photo.pk for photo in photos]
    assert content["cover"] == photos[0].pk


def test_an_archive_brings_its_text_and_its_photos():
    data = packed({"tin/tin.txt": THREE.encode(), **{f"tin/{n}.jpg": scene(n) for n in range(3)}})
    content = accepted_whole(dropped("bo.zip", data))
    assert [row["text"] for row in content["captions"]] == CAPTIONS


def test_a_caption_without_a_photo_stays_in_the_text_and_is_told_of():
    proposal = dropped(photos=[take_in(io.BytesIO(scene(1)), by=None)])
    assert any("1 chú thích" in sentence for sentence in proposal.warnings)
    content = accepted_whole(proposal)
    assert len(content["captions"]) == 1 and "<em>Toàn cảnh buổi làm việc</em>" in content["body"]


def test_who_made_the_photos_is_read_from_the_signature():
    text = f"{THREE}\n\nTin, ảnh: Nguyễn Lan\n"
    photos = [take_in(io.BytesIO(scene(n)), by=None) for n in range(3)]
    content = accepted_whole(dropped(data=text.encode(), photos=photos))
    assert [row["credit"] for row in content["captions"]] == ["Nguyễn Lan"] * 3


def test_a_form_sent_twice_makes_one_draft():
    held = dropping.hold("tin.txt", PAGE.encode(), by=None)
    twin = Proposal.objects.get(pk=held.pk)
    assert dropping.begin(held, by=None).is_new
    assert not dropping.begin(twin, by=None).is_new
    assert Proposal.objects.get().edition_id and Article.objects.count() == 1


def test_a_file_that_is_no_longer_kept_is_asked_for_again():
    held = dropping.hold("tin.txt", PAGE.encode(), by=None)
    storages["private"].delete(held.held)
    with pytest.raises(ImportRefused, match=r"tin\.txt"):
        dropping.begin(held, by=None)


@pytest.mark.parametrize("seed", range(20))
def test_marks_change_no_letter_of_the_text(seed):
    chance = random.Random(seed)
    text = "".join(chance.choices("ab c<>&\"'đề\n", k=200))
    spans = [sorted(chance.choices(range(len(text) + 1), k=2)) for _n in range(30)]
    items = [
        {"id": f"person-{n}", "sort": "person", "start": start, "end": end, "doubt": ""}
        for n, (start, end) in enumerate(spans)
    ]
    page = marked(text, items)
    shown = html.unescape(re.sub(r"<[^>]*>", "", page))
    assert shown == "\n".join(line for line in text.split("\n") if line.strip())
    for item in items:
        assert page.count(f'id="m-{item["id"]}"') <= 1
        assert page.count("<mark") == page.count("</mark>")
