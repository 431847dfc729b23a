"""What readers load: a few crops and widths in three formats. Names are computed; `Photo.renditions` says what exists.

`Photo.renditions` = {"focus": "5040", "formats": ["avif", "webp", "jpg"], "free": [400, 800], "card": [400], "square":
[200], "owed": false}; "owed" asks the worker to make what is missing.
"""

import io
import math

from django.core.files.storage import storages
from PIL import Image, ImageOps

from news.files.gate import alone
from news.files.storing import keep
from news.models import Photo

WIDTHS = {"free": (400, 800, 1600), "card": (400, 800), "square": (200,)}
# A tall photo is shown narrower than a wide one, and an encoder's memory follows the pixels.
MOST_PIXELS = 2_400_000
RATIOS = {"card": (3, 2), "square": (1, 1)}
# Measured: AVIF at speed 8 costs a quarter of speed 6 for about the same bytes.
ENCODERS = {
    "avif": {"format": "AVIF", "quality": 55, "speed": 8},
    "webp": {"format": "WEBP", "quality": 75, "method": 4},
    "jpg": {"format": "JPEG", "quality": 82, "progressive": True, "optimize": True},
}
MEDIA_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}


def focus_of(photo: Photo) -> str:
    """The point to keep as two digits each, e.g. "5040": part of a crop's name, so a moved point is a new address."""
    return f"{min(99, round(photo.focal_x * 100)):02}{min(99, round(photo.focal_y * 100)):02}"


def file_name(photo: Photo, crop: str, width: int, extension: str) -> str:
    focus = "" if crop == "free" else photo.renditions.get("focus") or focus_of(photo)
    return f"{crop}{focus}-{width}.{extension}"


def address(photo: Photo, crop: str, width: int, extension: str) -> str:
    """The public address. It answers only while a live edition shows the photo (portal/media.py)."""
    return f"/anh/{photo.sha256[:16]}/{file_name(photo, crop, width, extension)}"


def staff_address(photo: Photo | int, crop: str = "square", width: int = 200, extension: str = "jpg") -> str:
    """The address for signed-in staff, also of photos that no reader may see."""
    pk = photo.pk if isinstance(photo, Photo) else photo
    return f"/quan-tri/anh/{pk}/{crop}-{width}.{extension}"


def storage_path(photo: Photo, name: str) -> str:
    return f"photos/{photo.sha256[:2]}/{photo.sha256}/{name}"


def size_of(photo: Photo, crop: str, width: int) -> tuple[int, int]:
    """Pixels of a rendition, for the width and height attributes."""
    if crop == "free":
        return width, max(1, round(width * photo.height / photo.width))
    across, down = RATIOS[crop]
    return width, round(width * down / across)


def widths_for(photo: Photo, crop: str) -> list[int]:
    """The widths worth making: none larger than the master, and at least one."""
    if crop == "free":
        tall = math.isqrt(MOST_PIXELS * photo.width // photo.height) // 100 * 100
        if 800 < tall < min(photo.width, 1600):
            return [400, 800, tall]
        most = photo.width
    else:
        across, down = RATIOS[crop]
        most = min(photo.width, photo.height * across // down)
    return [width for width in WIDTHS[crop] if width <= most] or [max(1, min(most, WIDTHS[crop][0]))]


def make_first(photo: Photo, master: bytes) -> dict:
    """One JPEG of each crop, made within the upload; returns the value for `Photo.renditions`."""
    made = {"focus": focus_of(photo), "formats": ["jpg"], "owed": True}
    photo.renditions = made
    with Image.open(io.BytesIO(master)) as image:
        image.load()
        for crop in WIDTHS:
            widths = [width for width in widths_for(photo, crop) if width <= 800][-1:] or widths_for(
                photo, crop
            )[:1]
            made[crop] = [_make(photo, image, crop, width, "jpg") for width in widths]
    return made


def make(photo: Photo) -> None:
    """Make all renditions that are missing, then say so in one save. Idempotent; a half-made file is never visible."""
    made = {"focus": focus_of(photo), "formats": list(ENCODERS), "owed": False}
    photo.renditions = photo.renditions | {"focus": made["focus"]}
    for crop in WIDTHS:
        made[crop] = widths_for(photo, crop)
        for width in made[crop]:
            _make_missing(photo, crop, width)
    # Whoever moved the point meanwhile still waits for theirs: the mark stays.
    here = Photo.objects.filter(pk=photo.pk, focal_x=photo.focal_x, focal_y=photo.focal_y)
    if here.update(renditions=made):
        photo.renditions = made


def owe(photo: Photo) -> None:
    """Mark the photo and ask the worker. A lost request is found again by the worker's sweep, because the mark stays."""
    from news.photos.tasks import make_renditions

    photo.renditions = photo.renditions | {"owed": True}
    Photo.objects.filter(pk=photo.pk).update(renditions=photo.renditions)
    make_renditions.enqueue(photo.pk)


def _make(photo: Photo, image: Image.Image, crop: str, width: int, extension: str) -> int:
    path = storage_path(photo, file_name(photo, crop, width, extension))
    if not storages["public"].exists(path):
        keep(storages["public"], path, _encoded(_cropped(photo, image, crop, width), extension))
    return width


def _make_missing(photo: Photo, crop: str, width: int) -> None:
    """One size in every format. The master is let go before an encoder begins, and an upload that waits comes in between."""
    image = None
    for extension in ENCODERS:
        path = storage_path(photo, file_name(photo, crop, width, extension))
        if not storages["public"].exists(path):
            with alone():
                image = image or _from_master(photo, crop, width)
                keep(storages["public"], path, _encoded(image, extension))


def _from_master(photo: Photo, crop: str, width: int) -> Image.Image:
    """The crop in its size. A JPEG is read no larger than twice of it."""
    across, down = size_of(photo, crop, width)
    with storages["private"].open(photo.path) as file, Image.open(file) as image:
        image.draft(None, (2 * across, 2 * down))
        return _cropped(photo, image, crop, width)


def _cropped(photo: Photo, image: Image.Image, crop: str, width: int) -> Image.Image:
    size = size_of(photo, crop, width)
    if crop == "free":
        return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
    return ImageOps.fit(image, size, Image.Resampling.LANCZOS, centering=(photo.focal_x, photo.focal_y))


def _encoded(image: Image.Image, extension: str) -> bytes:
    if extension == "jpg" and image.mode == "RGBA":
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    buffer = io.BytesIO()
    image.save(buffer, **ENCODERS[extension])
    return buffer.getvalue()


def remove(photo: Photo) -> None:
    """The master and every rendition, of every point the photo ever had. Call after the row is gone."""
    public, folder = storages["public"], storage_path(photo, "").rstrip("/")
    for name in public.listdir(folder)[1] if public.exists(folder) else []:
        public.delete(f"{folder}/{name}")
    public.delete(folder)
    storages["private"].delete(photo.path)
