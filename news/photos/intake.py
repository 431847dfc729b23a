"""From an uploaded file to a clean master: real type by content, caps before decoding, upright, sRGB, no metadata."""

import io
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from django.conf import settings
from django.core.files.storage import storages
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from PIL import ExifTags, Image, ImageCms

from news.files.gate import alone, in_turn
from news.files.intake import digest_of
from news.files.storing import keep
from news.models import Photo
from news.photos import heic, renditions

FORMATS = ("JPEG", "PNG", "WEBP", *heic.FORMATS)
# Masters are kept for new renditions, not for print: a longer side than this shows on no screen.
MASTER_LONG_SIDE = 4096
# A JPEG is read at a half, a quarter or an eighth of its size where the long side stays at least this: the pixels of a large
# camera never come to memory, and what is left is still twice what any page asks for.
LEAST_LONG_SIDE = 3000


class PhotoRefused(Exception):
    """`str()` says which file, what is wrong and what to do; nothing was kept."""


@dataclass(frozen=True)
class Cleaned:
    """`data` holds a JPEG, or a PNG where the picture is transparent."""

    data: bytes
    extension: str
    width: int
    height: int
    taken_at: datetime | None


def take_in(file, *, by, name: str = "", **columns) -> Photo:
    """Clean and keep an uploaded photo; the same file given twice is the same Photo. Raises PhotoRefused, Busy.

    `file` is any seekable binary file object; `columns` go to the Photo (credit, alt, focal_x …).
    """
    name = PurePath(name or getattr(file, "name", "") or "").name
    _demand_bytes(file, name)
    digest = digest_of(file)
    if known := Photo.objects.filter(sha256=digest).first():
        return known
    photo = in_turn(_made_alone, file, digest, name, columns)
    photo.uploaded_by = by
    try:
        with transaction.atomic():
            photo.save(force_insert=True)
    except IntegrityError:
        return Photo.objects.get(sha256=digest)
    transaction.on_commit(lambda: renditions.owe(photo))
    return photo


def _made_alone(*given) -> Photo:
    with alone():
        return _made(*given)


def _made(file, digest: str, name: str, columns: dict) -> Photo:
    """The unsaved row, its master and a first small picture of each crop, so that a page never waits for the worker."""
    file.seek(0)
    cleaned = clean(file.read(), name)
    photo = Photo(
        sha256=digest, path=f"photos/{digest[:2]}/{digest}.{cleaned.extension}", width=cleaned.width,
        height=cleaned.height, original_name=name[:255], taken_at=cleaned.taken_at, **columns,
    )  # fmt: skip
    keep(storages["private"], photo.path, cleaned.data)
    photo.renditions = renditions.make_first(photo, cleaned.data)
    return photo


def _demand_bytes(file, name: str) -> None:
    size = file.seek(0, 2)
    if size > settings.PHOTO_MAX_MB * 1024 * 1024:
        raise PhotoRefused(
            _("The photo “%(name)s” is larger than %(most)d MB. Export it smaller and add it again.")
            % {"name": name, "most": settings.PHOTO_MAX_MB}
        )
    if not size:
        raise PhotoRefused(
            _("The photo “%(name)s” is empty. Take the original and add it again.") % {"name": name}
        )


def clean(data: bytes, name: str = "") -> Cleaned:
    """Decode within the caps and encode anew from the pixels alone. Raises PhotoRefused."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            _demand_size(image, name)
            taken_at = _taken_at(image)
            image.draft("RGB", _worth_reading(*image.size))
            return _encode(_upright(image), taken_at)
    except PhotoRefused:
        raise
    except (
        Exception
    ) as error:  # Pillow raises many kinds for a damaged file; all mean the same to the person.
        raise PhotoRefused(_refusal(data, name)) from error


def _worth_reading(width: int, height: int) -> tuple[int, int]:
    """The size to ask the decoder for; only JPEG can be read smaller than it is."""
    scale = next(
        scale for scale in (8, 4, 2, 1) if scale == 1 or max(width, height) // scale >= LEAST_LONG_SIDE
    )
    return max(1, width // scale), max(1, height // scale)


def _refusal(data: bytes, name: str) -> str:
    if heic.is_heic(data) and not heic.FORMATS:
        return _(
            "The photo “%(name)s” is in the HEIC format of phones. Share it as JPEG (Settings – Camera – Formats – "
            "Most Compatible) and add it again."
        ) % {"name": name}
    return _("The photo “%(name)s” cannot be opened: it is damaged or not a JPEG, PNG or WebP picture.") % {
        "name": name
    }


def _demand_size(image: Image.Image, name: str) -> None:
    """The header's own numbers, before a single pixel is decoded."""
    if image.width * image.height > settings.PHOTO_MAX_MEGAPIXELS * 1_000_000:
        raise PhotoRefused(
            _(
                "The photo “%(name)s” has more than %(most)d million pixels. Export it smaller and add it again."
            )
            % {"name": name, "most": settings.PHOTO_MAX_MEGAPIXELS}
        )


def _taken_at(image: Image.Image) -> datetime | None:
    """The camera's own clock, read as local time; cameras rarely know their zone."""
    try:
        text = image.getexif().get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal)
        return timezone.make_aware(datetime.strptime(text.strip("\x00 "), "%Y:%m:%d %H:%M:%S"))
    except Exception:  # a damaged date is no date
        return None


def _upright(image: Image.Image) -> Image.Image:
    """Small first: each later step then copies a quarter of the pixels of a large camera."""
    icc = image.info.get("icc_profile")
    turn = _turn(image)
    if image.mode not in {"RGB", "RGBA", "L", "CMYK"}:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    image.thumbnail((MASTER_LONG_SIDE, MASTER_LONG_SIDE), Image.Resampling.LANCZOS, reducing_gap=3)
    if turn is not None:
        image = image.transpose(turn)
    if icc and image.mode in {"RGB", "CMYK"}:
        image = _in_srgb(image, icc)
    if image.mode in {"RGB", "RGBA"}:
        return image
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


_FLIP = Image.Transpose
_TURNS = {
    2: _FLIP.FLIP_LEFT_RIGHT, 3: _FLIP.ROTATE_180, 4: _FLIP.FLIP_TOP_BOTTOM, 5: _FLIP.TRANSPOSE, 6: _FLIP.ROTATE_270,
    7: _FLIP.TRANSVERSE, 8: _FLIP.ROTATE_90,
}  # fmt: skip


def _turn(image: Image.Image) -> Image.Transpose | None:
    try:
        return _TURNS.get(image.getexif().get(ExifTags.Base.Orientation))
    except Exception:  # damaged notes of the camera do not damage the picture
        return None


def _in_srgb(image: Image.Image, icc: bytes) -> Image.Image:
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
        return ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return image


def _encode(image: Image.Image, taken_at: datetime | None) -> Cleaned:
    image.info.clear()  # comments and profiles would otherwise travel into the new file
    extension, options = (
        ("png", {"optimize": True}) if image.mode == "RGBA" else ("jpg", {"quality": 92, "subsampling": 0})
    )
    buffer = io.BytesIO()
    image.save(buffer, "PNG" if extension == "png" else "JPEG", **options)
    return Cleaned(buffer.getvalue(), extension, image.width, image.height, taken_at)
