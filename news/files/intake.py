"""From an uploaded file to a stored one: type by content, size, a look for viruses, what it tells about people."""

import hashlib
from pathlib import PurePath

from django.conf import settings
from django.core.files.storage import storages
from django.utils.translation import gettext as _

from news.files import antivirus, kinds, mp4, office, pdf, subtitles
from news.files.gate import in_turn
from news.files.inspected import Inspected
from news.files.refusal import FileRefused
from news.files.storing import CHUNK, Patched, keep
from news.fold import nfc
from news.models import StoredFile


def take_in(file, *, by, name: str = "", wanted: str = "document") -> StoredFile:
    """Keep a file; the same content given twice is the same row. Raises FileRefused, Busy.

    `file` is a seekable binary file object, `wanted` is "document", "video" or "subtitles".
    """
    name = nfc(PurePath(name or getattr(file, "name", "") or "").name)
    size = _sized(file, name, int(_most_megabytes(wanted) * 1024 * 1024))
    digest = digest_of(file)
    if known := StoredFile.objects.filter(sha256=digest).first():
        return known
    antivirus.demand_clean(file, name)
    media_type, found, path, size = in_turn(_keep, file, name, wanted, digest, size)
    columns = {
        "path": path, "size": size, "media_type": media_type, "pages": found.pages, "is_scan": found.is_scan,
        "facts": found.facts, "original_name": name[:255], "uploaded_by": by,
    }  # fmt: skip
    return StoredFile.objects.get_or_create(sha256=digest, defaults=columns)[0]


def _keep(file, name: str, wanted: str, digest: str, size: int) -> tuple[str, Inspected, str, int]:
    media_type, found, content = _TAKERS[wanted](file, name)
    path = f"files/{digest[:2]}/{digest}.{kinds.EXTENSIONS[media_type]}"
    keep(storages["private"], path, content)
    return media_type, found, path, len(content) if isinstance(content, bytes) else size


def safe_name(name: str, stored: StoredFile) -> str:
    """A name to save under that ends in the real type, whatever the uploader called the file."""
    stem = PurePath(nfc(name)).stem.strip().strip(".") or "tep"
    return f"{stem[:140]}.{kinds.EXTENSIONS[stored.media_type]}"


def _most_megabytes(wanted: str) -> float:
    most = {"document": settings.ATTACHMENT_MAX_MB, "video": settings.VIDEO_MAX_MB}
    return most.get(wanted, subtitles.MOST_BYTES / 1024 / 1024)


def _sized(file, name: str, most: int) -> int:
    size = file.seek(0, 2)
    if not size:
        raise FileRefused(
            _("The file “%(name)s” is empty. Take the original and add it again.") % {"name": name}
        )
    if size > most:
        raise FileRefused(
            _("The file “%(name)s” is larger than %(most)d MB.")
            % {"name": name, "most": max(1, most // (1024 * 1024))}
        )
    return size


def digest_of(file) -> str:
    """SHA-256 in hexadecimal digits of a seekable file, read in pieces."""
    file.seek(0)
    digest = hashlib.sha256()
    while piece := file.read(CHUNK):
        digest.update(piece)
    return digest.hexdigest()


def _document(file, name: str) -> tuple[str, Inspected, bytes]:
    media_type = kinds.document_type(file)
    if not media_type:
        raise FileRefused(
            _(
                "The file “%(name)s” is not a PDF, Word, Excel, PowerPoint or OpenDocument file. Save it as one of these."
            )
            % {"name": name}
        )
    file.seek(0)
    data = file.read()
    overload = _("The file “%(name)s” unpacks to far more than a document holds, so it was not kept.")
    found = pdf.inspect(data) if media_type == kinds.PDF else office.inspect(data, overload % {"name": name})
    return media_type, found, found.data or data


def _film(file, name: str) -> tuple[str, Inspected, Patched]:
    try:
        film = mp4.read(file) if mp4.is_mp4(file) else None
    except mp4.NotPlayable as reason:
        raise FileRefused(_film_refusal(str(reason)) % {"name": name}) from reason
    if film is None:
        raise FileRefused(_film_refusal("") % {"name": name})
    found = Inspected()
    found.note(
        seconds=film.seconds, width=film.width, height=film.height, has_sound=film.has_sound,
        tracking=film.has_tracking,
    )  # fmt: skip
    return kinds.MP4, found, Patched(file, film.patches)


def _film_refusal(reason: str) -> str:
    if reason == "damaged":
        return _("The film “%(name)s” is damaged or was not sent whole. Take the original and add it again.")
    if reason == "codec":
        return _(
            "The film “%(name)s” is recorded in a way that not every device plays (HEVC). Export it as MP4 with H.264, "
            "on a phone by choosing “Most Compatible”, and add it again."
        )
    if reason == "no picture":
        return _("The file “%(name)s” holds no moving picture.")
    return _("The file “%(name)s” is not an MP4 film. Export it as MP4 with H.264 and add it again.")


def _subtitles(file, name: str) -> tuple[str, Inspected, bytes]:
    file.seek(0)
    try:
        return kinds.WEBVTT, Inspected(), subtitles.clean(file.read())
    except subtitles.NotSubtitles as fault:
        line = fault.args[0]
        sentence = (
            _(
                "The subtitles “%(name)s” have a time that does not run forward, or is not a time, in line %(line)d."
            )
            if line
            else _(
                "The file “%(name)s” holds no subtitles. Save them as WebVTT (.vtt) or SubRip (.srt) in UTF-8."
            )
        )
        raise FileRefused(sentence % {"name": name, "line": line}) from fault


_TAKERS = {"document": _document, "video": _film, "subtitles": _subtitles}
