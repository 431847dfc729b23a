"""Several files at once, or an archive of them: one text, its photos in order, originals before copies."""

import io
import random
import unicodedata
import zipfile

import pytest
from PIL import Image, ImageDraw

from news.importing import bundle, originals
from news.importing.drafts import import_files, import_text
from news.importing.errors import ImportRefused
from news.models import Article, Edition
from tests.news.importing import word_files as word
from tests.news.importing.test_import_article import PAGE

TEXT = ("tin.txt", PAGE.encode())


def scene(seed: int, size=(1200, 800), taken: str = "", quality: int = 85) -> bytes:
    """A picture like no other: twelve coloured shapes, the same in every size."""
    chance, image = random.Random(seed), Image.new("RGB", size, (200, 205, 210))
    draw = ImageDraw.Draw(image)
    for _shape in range(12):
        x, y = chance.random() * size[0] * 0.8, chance.random() * size[1] * 0.8
        draw.ellipse(
            (x, y, x + size[0] * 0.25, y + size[1] * 0.3), fill=tuple(chance.choices(range(256), k=3))
        )
    exif = Image.Exif()
    if taken:
        exif.get_ifd(0x8769)[0x9003] = taken
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality, exif=exif)
    return buffer.getvalue()


def packed(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def names(files) -> list[str]:
    return [photo.name for photo in bundle.of_files(files).photos]


def test_photos_come_in_the_order_they_were_taken():
    photos = [
        ("b.jpg", scene(1, taken="2022:05:13 09:00:00")),
        ("c.jpg", scene(2)),
        ("a.jpg", scene(3, taken="2022:05:13 10:00:00")),
    ]
    assert names([TEXT, *photos]) == ["b.jpg", "a.jpg", "c.jpg"]


def test_photos_without_a_date_come_in_the_order_a_person_would_count():
    photos = [(f"ảnh {n}.jpg", scene(n)) for n in (10, 9, 1)]
    assert names([*photos, TEXT]) == ["ảnh 1.jpg", "ảnh 9.jpg", "ảnh 10.jpg"]


def test_an_archive_is_opened_and_its_clutter_left():
    data = packed(
        {"tin/tin.txt": TEXT[1], "tin/1.jpg": scene(1), "__MACOSX/tin/._1.jpg": b"x", "tin/Thumbs.db": b"x"}
    )
    found = bundle.of_files([("tin.zip", data)])
    assert (found.text[0], [photo.name for photo in found.photos], found.others) == ("tin.txt", ["1.jpg"], [])


@pytest.mark.django_db
def test_an_archive_becomes_a_draft_by_the_command(tmp_path):
    path = tmp_path / "tin.zip"
    path.write_bytes(
        packed({"tin.docx": word.page(PAGE, {}), "1.jpg": scene(1), "2.jpg": scene(2), "so.xlsx": b"x"})
    )
    result = import_text(path, [])
    captions = result.article.open_edition.captions.select_related("photo")
    assert [(row.photo.original_name, row.text) for row in captions] == [
        ("1.jpg", "Viện trưởng Đặng Thị Thu Hòa phát biểu tại buổi làm việc"),
        ("2.jpg", "Toàn cảnh buổi làm việc"),
    ]
    assert any("so.xlsx" in warning for warning in result.warnings)


@pytest.mark.django_db
def test_the_original_takes_the_place_of_the_copy_inside_the_word_file():
    small, large = scene(5, (480, 320), quality=60), scene(5, (2400, 1600))
    document = word.page(PAGE, {"Toàn cảnh buổi làm việc": small})
    import_files([("tin.docx", document), ("DSC_0007.jpg", large), ("DSC_0008.jpg", scene(6))])
    captions = Edition.objects.get().captions.select_related("photo")
    assert {row.photo.original_name: (row.photo.width, row.text) for row in captions} == {
        "DSC_0007.jpg": (2400, "Toàn cảnh buổi làm việc"),
        "DSC_0008.jpg": (1200, "Viện trưởng Đặng Thị Thu Hòa phát biểu tại buổi làm việc"),
    }


@pytest.mark.parametrize("change", [{"size": (300, 200)}, {"quality": 30}, {"taken": "2022:05:13 09:00:00"}])
def test_a_copy_of_a_picture_is_known(change):
    assert originals.same(originals.print_of(scene(1)), originals.print_of(scene(1, **change)))


def test_different_pictures_are_told_apart():
    prints = [originals.print_of(scene(seed)) for seed in range(40)]
    assert not [(a, b) for n, a in enumerate(prints) for b in prints[:n] if originals.same(a, b)]


def test_plain_pictures_of_two_colours_are_told_apart():
    red, blue = (originals.print_of(word.picture(shade)) for shade in (20, 90))
    assert not originals.same(red, blue)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "files", [[("a.jpg", scene(1))], [TEXT, ("hai.docx", word.page(PAGE, {}))], [("x.zip", packed({}))]]
)
def test_anything_but_one_text_is_refused(files):
    with pytest.raises(ImportRefused):
        import_files(files)
    assert not Article.objects.exists()


def test_a_packed_page_brings_its_own_pictures(tmp_path):
    from news.importing.drafts import open_files

    html = f"<html><body><h1>Sở làm việc với Viện</h1><p>{PAGE[300:700]}</p><img src='trang_files/a.jpg'></body></html>"
    source, loose, _name = open_files(
        [
            (
                "x.zip",
                packed(
                    {
                        "d/trang.html": html.encode(),
                        "d/trang_files/a.jpg": scene(1),
                        "d/trang_files/b.js": b"x",
                    }
                ),
            )
        ]
    )
    assert ([picture.name for picture in source.pictures], loose, source.warnings) == (["a.jpg"], [], [])


def test_a_bomb_in_an_archive_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("tin.txt", bytes(90_000_000))
    with pytest.raises(ImportRefused, match=r"tin\.zip"):
        bundle.of_files([("tin.zip", buffer.getvalue())])


@pytest.mark.parametrize("encoding", ["utf-8", "cp1258"], ids=["macOS", "Windows"])
def test_names_are_read_though_the_packer_does_not_say_in_which_letters(encoding):
    written = {"tin h\u1ecdp.txt": PAGE.encode(), "\u1ea3nh 10.jpg": scene(1), "\u1ea3nh 2.jpg": scene(2)}
    data = unmarked({_as(name, encoding): content for name, content in written.items()})
    bundled = bundle.of_files([("bo.zip", data)])
    assert bundled.text[0] == "tin họp.txt"
    assert [photo.name for photo in bundled.photos] == ["ảnh 2.jpg", "ảnh 10.jpg"]


def _as(name: str, encoding: str) -> bytes:
    """windows-1258 has the letters of a tone and writes the tone behind them."""
    if encoding == "utf-8":
        return name.encode()
    return unicodedata.normalize("NFD", name).encode("cp1258")


def unmarked(files: dict[bytes, bytes]) -> bytes:
    """An archive whose names are bytes without a word about their letters: the mark of UTF-8 is taken away again."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(_Unmarked(name), data)
    return buffer.getvalue()


class _Unmarked(zipfile.ZipInfo):
    def __init__(self, name: bytes):
        super().__init__(name.decode("cp437"))
        self.raw = name

    def _encodeFilenameFlags(self):
        return self.raw, self.flag_bits & ~0x800
