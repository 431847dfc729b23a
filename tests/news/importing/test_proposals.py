"""What is dropped becomes a draft that holds nothing unseen, and proposals that make it the same article as an import."""

import io

import pytest

from news.desk import document
from news.importing import dropping
from news.importing.drafts import import_files
from news.importing.proposals import answers, drafting
from news.models import Agency, Article, Person, Proposal
from news.photos.intake import take_in
from tests.news.importing import word_files as word
from tests.news.importing.test_bundle import scene
from tests.news.importing.test_import_article import PAGE

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
    """The document after every item was accepted, doubts included."""
    said = {item["id"]: {"answer": "accept"} for item in proposal.items}
    taken = answers.decided(proposal.items, said)
    plates = [item["value"]["photo"] for item in proposal.items if item["sort"] == "photo"]
    return drafting.drafted(document.read(proposal.edition), taken, plates=plates)


def item(proposal: Proposal, key: str) -> dict:
    return next(row for row in proposal.items if row["id"] == key)


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
    content = document.sound(accepted_whole(dropped("tin.docx", WORD)))
    assert [row["text"] for row in content["captions"]] == CAPTIONS
    assert content == imported


def test_a_text_with_loose_photos_is_the_draft_of_the_word_file():
    photos = [take_in(io.BytesIO(scene(n)), by=None, name=f"{n}.jpg") for n in range(3)]
    content = accepted_whole(dropped("tin.txt", THREE.encode(), photos))
    assert [row["text"] for row in content["captions"]] == CAPTIONS
    assert [row["photo"] for row in content["captions"]] == [photo.pk for photo in photos]
    assert content["cover"] == photos[0].pk
