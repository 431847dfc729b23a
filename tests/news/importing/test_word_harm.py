"""Word files that are damaged, locked, too large or made to do harm: refused by name, or read; never a crash."""

import contextlib
import io
import random
import re

import docx
import pytest
from django.core.management import CommandError, call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from news.importing import readers
from news.importing.errors import ImportRefused
from news.models import Article, Edition
from tests.news.importing import word_files as word
from tests.news.importing.word_files import PROSE, letter, with_changes


def plain_file() -> bytes:
    return word.saved(letter())


def macros() -> bytes:
    return word.repacked(plain_file(), {"word/vbaProject.bin": b"macro"})


def bomb() -> bytes:
    return word.repacked(plain_file(), {"word/media/image1.png": bytes(80_000_000)})


def wide_xml() -> bytes:
    return word.repacked(
        plain_file(),
        {"word/extra.xml": b"<a>" + b"x" * 41_000_000 + b"</a>", "word/noise.bin": random_bytes()},
    )


def random_bytes() -> bytes:
    return random.Random(1).randbytes(1_000_000)


def entities() -> bytes:
    main = word.part(plain_file(), "word/document.xml")
    head, rest = main.split(b"?>", 1)
    kinds = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return word.repacked(
        plain_file(), {"word/document.xml": head + b"?>" + kinds + rest.replace(b"<w:t>", b"<w:t>&x;", 1)}
    )


def traversal() -> bytes:
    return word.repacked(plain_file(), {"../../evil.xml": b"<a/>"})


def truncated() -> bytes:
    return plain_file()[:-400]


def no_xml() -> bytes:
    return word.repacked(plain_file(), {"word/document.xml": b"<w:document><w:body>"})


@pytest.mark.parametrize("harmful", [macros, bomb, wide_xml, entities, traversal, truncated, no_xml])
def test_a_harmful_or_damaged_word_file_is_refused_by_name(harmful):
    with pytest.raises(ImportRefused, match=r"tin\.docx"):
        readers.read(harmful(), "tin.docx")


def test_the_old_word_format_is_refused_with_the_way_out():
    with pytest.raises(ImportRefused, match=r"\.docx"):
        readers.read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Bao cao.doc")


def test_a_locked_word_file_is_told_apart_from_an_old_one():
    with pytest.raises(ImportRefused, match=r"password|mật khẩu"):
        readers.read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "tin.docx")


def test_a_file_is_known_by_its_content_and_not_by_its_name():
    assert readers.read(plain_file(), "tin.txt").lines[1].text == PROSE


def everything() -> bytes:
    """A Word file with a list, a table, a picture, changes and a heading."""
    document = with_changes()
    document.add_heading("Kết quả", 2)
    document.add_paragraph("Ký bản ghi nhớ", style="List Number")
    document.add_picture(io.BytesIO(word.picture()))
    document.add_table(rows=2, cols=2, style="Table Grid").cell(0, 0).merge(
        document.tables[0].cell(1, 0)
    ).text = "a"
    return word.saved(document)


WHOLE = everything()


@pytest.mark.django_db
def test_the_commands_ask_about_changes_and_take_the_answer(tmp_path):
    path = tmp_path / "tin.docx"
    path.write_bytes(word.saved(with_changes()))
    for command in ("import_article", "extract_article"):
        err = io.StringIO()
        with pytest.raises(CommandError):
            call_command(command, str(path), stdout=io.StringIO(), stderr=err)
        assert "tin.docx" in err.getvalue() and "--changes" in err.getvalue()
    assert not Article.objects.exists()
    call_command("import_article", str(path), "--changes", "reject", stdout=io.StringIO())
    edition = Edition.objects.get()
    assert "Cũ." in edition.lead + edition.body
    assert "Mới." not in edition.lead + edition.body


def test_a_word_file_over_the_cap_is_refused_before_it_is_read(tmp_path, monkeypatch):
    from news.importing import files

    monkeypatch.setattr(files, "MOST_CONTAINER_MB", 0.001)
    path = tmp_path / "tin.docx"
    path.write_bytes(plain_file())
    with pytest.raises(ImportRefused, match=r"tin\.docx"):
        files.bytes_of(path)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**31))
def test_a_word_file_with_flipped_bytes_is_read_or_refused(seed):
    chance, data = random.Random(seed), bytearray(WHOLE)
    for _flip in range(chance.randint(1, 12)):
        data[chance.randrange(4, len(data))] = chance.randrange(256)
    with contextlib.suppress(ImportRefused):
        readers.read(bytes(data), "tin.docx")


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**31))
def test_a_word_file_with_parts_of_its_text_moved_about_is_read_or_refused(seed):
    chance = random.Random(seed)
    pieces = re.split(rb"(?=<)", word.part(WHOLE, "word/document.xml"))
    for _move in range(chance.randint(1, 6)):
        pieces.insert(chance.randrange(len(pieces)), pieces.pop(chance.randrange(len(pieces))))
    with contextlib.suppress(ImportRefused):
        readers.read(
            word.repacked(WHOLE, {"word/document.xml": b"".join(pieces)}), "tin.docx", settle="accept"
        )


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**31))
def test_a_word_file_whose_elements_stand_in_strange_places_is_read(seed):
    """Still well-formed XML, unlike above: elements are put below others where no program would put them."""
    chance = random.Random(seed)
    tree = docx.oxml.parse_xml(word.part(WHOLE, "word/document.xml"))
    for _move in range(chance.randint(1, 8)):
        elements = list(tree.iter())[2:]
        moved, place = chance.sample(elements, 2)
        if place not in set(moved.iter()):
            place.append(moved)
    data = word.repacked(
        WHOLE, {"word/document.xml": docx.oxml.xmlchemy.serialize_for_reading(tree).encode()}
    )
    assert readers.read(data, "tin.docx", settle="accept").lines is not None
