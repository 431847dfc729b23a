"""What happens to a photo between the upload and the library."""

import io
import threading
import zlib
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from PIL import Image, ImageOps, PngImagePlugin

from news.files import Busy, gate
from news.models import Photo
from news.photos import heic, intake, renditions
from news.photos.intake import PhotoRefused, take_in
from news.photos.tasks import make_owed

pytestmark = pytest.mark.django_db


def picture(size=(1200, 800), kind="JPEG", mode="RGB", **options) -> bytes:
    buffer = io.BytesIO()
    image = Image.linear_gradient("L").resize(size).convert(mode)
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def add(data: bytes, name="anh.jpg", **columns) -> Photo:
    return take_in(ContentFile(data), by=None, name=name, **columns)


def master(photo: Photo) -> Image.Image:
    with storages["private"].open(photo.path) as file:
        image = Image.open(file)
        image.load()
        return image


def stored_files() -> set[str]:
    from django.conf import settings

    return {str(path) for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()}


def test_position_camera_and_comments_do_not_survive():
    exif = Image.Exif()
    exif[0x010F] = "Máy ảnh của Lan"
    exif.get_ifd(0x8825)[2] = (21.0, 1.0, 40.0)
    kept = master(add(picture(exif=exif, comment=b"so nha 12")))
    assert not kept.getexif()
    assert "comment" not in kept.info
    assert b"so nha 12" not in kept.tobytes()


def test_a_photo_taken_sideways_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    photo = add(picture((1200, 800), exif=exif))
    assert (photo.width, photo.height) == (800, 1200)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_way_to_hold_a_camera_gives_the_picture_as_it_was_seen(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = Image.new("RGB", (60, 40), "white")
    image.paste("black", (0, 0, 20, 10))
    buffer = io.BytesIO()
    image.save(buffer, "PNG", exif=exif)
    seen = ImageOps.exif_transpose(Image.open(io.BytesIO(buffer.getvalue())))
    kept = master(add(buffer.getvalue(), "nghieng.png")).convert("L").point(lambda light: 255 * (light > 127))
    assert kept.size == seen.size
    assert kept.tobytes() == seen.convert("L").tobytes() or _differs_little(kept, seen.convert("L"))


def _differs_little(one: Image.Image, other: Image.Image) -> bool:
    """JPEG blurs a few pixels along an edge."""
    return sum(a != b for a, b in zip(one.tobytes(), other.tobytes(), strict=True)) < 60


def heic_photo(**options) -> bytes:
    pytest.importorskip("pillow_heif")
    return picture((640, 480), "HEIF", **options)


def test_a_photo_of_an_iphone_becomes_a_jpeg_without_its_place():
    exif = Image.Exif()
    exif[0x010F] = "Máy của Lan"
    photo = add(heic_photo(exif=exif), "IMG_2041.HEIC")
    assert (photo.width, photo.height, photo.path[-4:]) == (640, 480, ".jpg")
    assert not master(photo).getexif()


def test_without_the_decoder_a_photo_of_an_iphone_is_refused_with_the_way_out(monkeypatch):
    data = heic_photo()
    monkeypatch.setattr(heic, "FORMATS", ())
    monkeypatch.setattr(intake, "FORMATS", ("JPEG", "PNG", "WEBP"))
    before = stored_files()
    with pytest.raises(PhotoRefused, match=r"IMG_2041\.HEIC.*Tương thích nhất"):
        add(data, "IMG_2041.HEIC")
    assert stored_files() == before


def test_a_print_photo_in_four_inks_is_shown_in_screen_colours():
    assert master(add(picture(mode="CMYK"))).mode == "RGB"


def test_a_point_moved_while_the_worker_works_is_owed_again():
    photo = add(picture())
    make_owed()
    stale = Photo.objects.get(pk=photo.pk)
    Photo.objects.filter(pk=photo.pk).update(focal_x=0.9, renditions=stale.renditions | {"owed": True})
    renditions.make(stale)
    assert Photo.objects.get(pk=photo.pk).renditions["owed"]
    make_owed()
    assert Photo.objects.get(pk=photo.pk).renditions["focus"] == "9040"


def test_a_photo_that_goes_takes_all_its_files_with_it():
    before = stored_files()
    photo = add(picture())
    make_owed()
    Photo.objects.filter(pk=photo.pk).update(focal_x=0.9)
    photo.refresh_from_db()
    renditions.make(photo)
    renditions.remove(photo)
    assert stored_files() == before


def test_only_one_photo_is_worked_on_at_a_time_and_the_others_are_told_to_wait(monkeypatch):
    monkeypatch.setattr(gate, "WAIT_SECONDS", 0.05)
    begun, done = threading.Event(), threading.Event()
    with ThreadPoolExecutor(1) as other:
        other.submit(gate.in_turn, lambda: begun.set() or done.wait())
        begun.wait()
        with pytest.raises(Busy):
            add(picture())
        done.set()
    assert add(picture()).pk


def test_the_same_file_twice_is_one_photo():
    data = picture()
    assert add(data).pk == add(data, "khac.jpg").pk
    assert Photo.objects.count() == 1


def test_a_transparent_picture_stays_transparent():
    data = picture(kind="PNG", mode="RGBA")
    assert master(add(data, "huy-hieu.png")).mode == "RGBA"


def test_a_page_can_show_the_photo_before_the_worker_came():
    photo = add(picture())
    assert photo.renditions["formats"] == ["jpg"]
    name = renditions.file_name(photo, "free", photo.renditions["free"][0], "jpg")
    assert storages["public"].exists(renditions.storage_path(photo, name))


def test_the_worker_makes_every_format_and_width():
    photo = add(picture((2000, 1400)))
    assert make_owed() == 1
    photo.refresh_from_db()
    assert photo.renditions["free"] == [400, 800, 1600]
    for crop, widths in renditions.WIDTHS.items():
        for width in widths:
            for extension in renditions.ENCODERS:
                path = renditions.storage_path(photo, renditions.file_name(photo, crop, width, extension))
                with storages["public"].open(path) as file, Image.open(file) as image:
                    assert image.size == renditions.size_of(photo, crop, width)
    assert make_owed() == 0


def test_a_small_picture_is_never_blown_up():
    photo = add(picture((300, 200)))
    make_owed()
    photo.refresh_from_db()
    assert photo.renditions["free"] == [300]


def test_the_point_to_keep_stays_in_the_square():
    image = Image.new("RGB", (1200, 400), "white")
    image.paste("black", (0, 0, 200, 400))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    photo = add(buffer.getvalue(), focal_x=0.0)
    path = renditions.storage_path(photo, renditions.file_name(photo, "square", 200, "jpg"))
    with storages["public"].open(path) as file, Image.open(file) as square:
        assert square.convert("L").getpixel((20, 100)) < 30


def bomb() -> bytes:
    """A PNG of 100 million pixels in a few kilobytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(kind + data)
        return len(data).to_bytes(4, "big") + kind + data + checksum.to_bytes(4, "big")

    size = (10_000).to_bytes(4, "big")
    header = chunk(b"IHDR", size + size + bytes([8, 0, 0, 0, 0]))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\x00" * 1000)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("rong.jpg", b""),
        ("ve.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
        ("lai.jpg", b"GIF89a/*" + b"\x00" * 20 + b"*/=1;alert(1)//"),
        ("cut.jpg", picture()[:4000]),
        ("bom.png", bomb()),
        ("van-ban.jpg", "Đây không phải ảnh".encode()),
        ("dien-thoai.heic", b"\x00\x00\x00\x18ftypheic" + b"\x00" * 200),
    ],
)
def test_what_is_no_photo_is_refused_by_name_and_leaves_nothing(name, data):
    before = stored_files()
    with pytest.raises(PhotoRefused) as refusal:
        add(data, name)
    assert name in str(refusal.value)
    assert stored_files() == before
    assert not Photo.objects.exists()


def test_a_file_over_the_limit_is_refused_before_it_is_decoded(settings):
    settings.PHOTO_MAX_MB = 0.001
    with pytest.raises(PhotoRefused):
        add(picture())


def test_text_hidden_in_a_png_is_gone():
    note = PngImagePlugin.PngInfo()
    note.add_text("Comment", "<script>alert(1)</script>")
    photo = add(picture(kind="PNG", pnginfo=note), "chu.png")
    with storages["private"].open(photo.path) as file:
        assert b"<script>" not in file.read()
