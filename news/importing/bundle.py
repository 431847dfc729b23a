"""Several files dropped at once, or a .zip of them: one text and the photos that belong to it."""

import io
import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from django.utils.translation import gettext as _
from PIL import ExifTags, Image

from news.fold import nfc
from news.importing.errors import ImportRefused
from news.importing.originals import Loose
from news.importing.readers import archive
from news.photos.intake import FORMATS

File = tuple[str, bytes]  # name, content
# What systems add on their own.
_CLUTTER = re.compile(r"(?:^|/)(?:__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)", re.IGNORECASE)
_PARTS_OF_DOCUMENTS = ("[Content_Types].xml", "mimetype")
_TEXTS = {".docx", ".odt", ".txt", ".text", ".md", ".html", ".htm", ".mht", ".mhtml", ".doc", ".docm", ".rtf"}
_PICTURE = re.compile(rb"\xff\xd8\xff|\x89PNG\r\n|RIFF....WEBP|....ftyp(?:heic|heix|hevc|mif1)", re.DOTALL)


@dataclass(frozen=True)
class Bundle:
    """`photos` in order; `others` are names of files that are neither."""

    text: File
    photos: list[Loose]
    others: list[str] = field(default_factory=list)
    near: dict[str, bytes] = field(
        default_factory=dict
    )  # every file by its path, for a saved page's own pictures


def is_photo(head: bytes) -> bool:
    """By the first 16 bytes."""
    return bool(_PICTURE.match(head[:16]))


def is_bundle(data: bytes, name: str) -> bool:
    """A zip archive that is no document of its own."""
    if not data.startswith(archive.SIGNATURE):
        return False
    return not set(_PARTS_OF_DOCUMENTS) & set(archive.Archive(data, name).names)


def of_files(files: list[File]) -> Bundle:
    """The one text among files and its photos, ordered by the moment they were taken, then by name ("2" before "10").
    Archives are opened. Raises ImportRefused when there is no text, or more than one."""
    if len(files) == 1 and not is_bundle(files[0][1], files[0][0]):
        return Bundle((nfc(files[0][0]), files[0][1]), [])  # what it cannot be is said by its reader
    opened = [each for file in files for each in _opened(file)]
    photos = [file for file in opened if is_photo(file[1])]
    rest = [file for file in opened if file not in photos]
    texts = [file for file in rest if PurePosixPath(file[0]).suffix.lower() in _TEXTS]
    if len(texts) != 1:
        raise ImportRefused(_count_refusal([_short(name) for name, _data in texts], files))
    near = _near(texts[0][0], opened)
    loose = [Loose(data, _short(name)) for name, data in photos if not _is_of_page(name, texts[0][0])]
    others = [
        _short(name) for name, _data in rest if name != texts[0][0] and not _is_of_page(name, texts[0][0])
    ]
    return Bundle((_short(texts[0][0]), texts[0][1]), sorted(loose, key=order), others, near)


def order(photo: Loose) -> tuple:
    """Sort key: dated photos first, by the camera's clock, then all by name."""
    taken = photo.taken or _taken(photo.data)
    return (taken == "", taken, natural(photo.name))


def natural(name: str) -> list:
    """Sort key in which "ảnh 2" comes before "ảnh 10"; numbers before words."""
    return [
        (0, int(part), "") if part.isdecimal() else (1, 0, part.casefold())
        for part in re.split(r"(\d+)", name)
        if part
    ]


def _opened(file: File) -> list[File]:
    name, data = file
    if not is_bundle(data, name):
        return [(nfc(name), data)]
    box = archive.Archive(data, name)
    return [(nfc(box.title(part)), box.read(part)) for part in box.names if not _CLUTTER.search(part)]


def _short(name: str) -> str:
    return PurePosixPath(name).name


def _near(page: str, files: list[File]) -> dict[str, bytes]:
    """Files by their path as the page writes it."""
    folder = PurePosixPath(page).parent
    return {
        str(PurePosixPath(name).relative_to(folder)): data
        for name, data in files
        if PurePosixPath(name).is_relative_to(folder)
    }


def _is_of_page(name: str, page: str) -> bool:
    """The browser puts a saved page's pictures into "<page>_files" or "<page>.files" beside it."""
    stem = str(PurePosixPath(page).with_suffix(""))
    return name.startswith((f"{stem}_files/", f"{stem}.files/", f"{stem}_tệp/"))


def _taken(data: bytes) -> str:
    """ "2022:05:13 09:30:00", or "" where the camera wrote none: such texts sort as the moments do."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            text = image.getexif().get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal) or ""
    except Exception:  # a damaged head has no date; the intake refuses the photo later, with its name
        return ""
    return text if re.match(r"\d{4}:\d\d:\d\d \d\d:\d\d:\d\d", text) else ""


def _count_refusal(texts: list[str], files: list[File]) -> str:
    if texts:
        return _(
            "More than one text was given: %(names)s. Give one text with its photos; the others are articles of their own."
        ) % {"names": ", ".join(texts[:5])}
    return _("No text was found in %(names)s. Add the Word file or the text of the article.") % {
        "names": ", ".join(f"“{_short(name)}”" for name, _data in files[:5])
    }
