"""From an uploaded file to a clean master: real type by content, caps before decoding, upright, sRGB, no metadata."""

import hashlib
import io
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from PIL import ExifTags, Image, ImageCms, ImageOps

from news.models import Photo
from news.photos import renditions

FORMATS = ("JPEG", "PNG", "WEBP")
# Masters are kept for new renditions, not for print: a longer side than this shows on no screen.
MASTER_LONG_SIDE = 4000


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
    """Clean and keep an uploaded photo; the same file given twice is the same Photo. Raises PhotoRefused.

    `file` is any binary file object; `columns` go to the Photo (credit, alt, focal_x …).
    """
    name = PurePath(name or getattr(file, "name", "") or "").name
    data = _read(file, name)
    digest = hashlib.sha256(data).hexdigest()
    if known := Photo.objects.filter(sha256=digest).first():
        return known
    cleaned = clean(data, name)
    path = f"photos/{digest[:2]}/{digest}.{cleaned.extension}"
    _keep(path, cleaned.data)
    photo = Photo(
        sha256=digest, path=path, width=cleaned.width, height=cleaned.height, original_name=name[:255],
        taken_at=cleaned.taken_at, uploaded_by=by, **columns,
    )  # fmt: skip
    # A first small picture at once, so that a page never has to wait for the worker.
    photo.renditions = renditions.make_first(photo, cleaned.data)
    try:
        with transaction.atomic():
            photo.save(force_insert=True)
    except IntegrityError:
        return Photo.objects.get(sha256=digest)
    transaction.on_commit(lambda: renditions.owe(photo))
    return photo


def _read(file, name: str) -> bytes:
    most = int(settings.PHOTO_MAX_MB * 1024 * 1024)
    data = file.read(most + 1)
    if len(data) > most:
        raise PhotoRefused(
            _("The photo “%(name)s” is larger than %(most)d MB. Export it smaller and add it again.")
            % {"name": name, "most": settings.PHOTO_MAX_MB}
        )
    if not data:
        raise PhotoRefused(
            _("The photo “%(name)s” is empty. Take the original and add it again.") % {"name": name}
        )
    return data


def clean(data: bytes, name: str = "") -> Cleaned:
    """Decode within the caps and encode anew from the pixels alone. Raises PhotoRefused."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            _demand_size(image, name)
            taken_at = _taken_at(image)
            image.draft("RGB", (MASTER_LONG_SIDE, MASTER_LONG_SIDE))
            return _encode(_upright(image), taken_at)
    except PhotoRefused:
        raise
    except (
        Exception
    ) as error:  # Pillow raises many kinds for a damaged file; all mean the same to the person.
        raise PhotoRefused(_refusal(data, name)) from error


def _refusal(data: bytes, name: str) -> str:
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc"):
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
    icc = image.info.get("icc_profile")
    image = ImageOps.exif_transpose(image)
    transparent = "A" in image.getbands() or "transparency" in image.info
    image = image.convert("RGBA" if transparent else "RGB")
    if icc and not transparent:
        image = _in_srgb(image, icc)
    image.thumbnail((MASTER_LONG_SIDE, MASTER_LONG_SIDE), Image.Resampling.LANCZOS, reducing_gap=3)
    return image


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


def _keep(path: str, data: bytes) -> None:
    storage = storages["private"]
    if not storage.exists(path):
        storage.save(path, ContentFile(data))
