"""Attachments: allowed by content, kept once by content hash in private storage."""

import hashlib
import io
import zipfile
from pathlib import PurePath

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils.translation import gettext as _

from news.fold import nfc
from news.models import StoredFile

_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
# media type -> the extension that readers get
TYPES = {
    "application/pdf": "pdf",
    _OOXML + "wordprocessingml.document": "docx",
    _OOXML + "spreadsheetml.sheet": "xlsx",
    _OOXML + "presentationml.presentation": "pptx",
    _ODF + "text": "odt",
    _ODF + "spreadsheet": "ods",
    _ODF + "presentation": "odp",
}
_OOXML_PARTS = {
    "word/document.xml": _OOXML + "wordprocessingml.document",
    "xl/workbook.xml": _OOXML + "spreadsheetml.sheet",
    "ppt/presentation.xml": _OOXML + "presentationml.presentation",
}


class FileRefused(Exception):
    """`str()` says which file, what is wrong and what to do; nothing was kept."""


def take_in(file, *, by, name: str = "") -> StoredFile:
    """Keep an attachment; the same content given twice is the same row. Raises FileRefused."""
    name = nfc(PurePath(name or getattr(file, "name", "") or "").name)
    most = int(settings.ATTACHMENT_MAX_MB * 1024 * 1024)
    data = file.read(most + 1)
    if not data:
        raise FileRefused(
            _("The file “%(name)s” is empty. Take the original and add it again.") % {"name": name}
        )
    if len(data) > most:
        raise FileRefused(
            _("The file “%(name)s” is larger than %(most)d MB.")
            % {"name": name, "most": settings.ATTACHMENT_MAX_MB}
        )
    digest = hashlib.sha256(data).hexdigest()
    if known := StoredFile.objects.filter(sha256=digest).first():
        return known
    media_type = _type_of(data, name)
    path = f"files/{digest[:2]}/{digest}.{TYPES[media_type]}"
    if not storages["private"].exists(path):
        storages["private"].save(path, ContentFile(data))
    columns = {
        "path": path,
        "size": len(data),
        "media_type": media_type,
        "original_name": name[:255],
        "uploaded_by": by,
    }
    return StoredFile.objects.get_or_create(sha256=digest, defaults=columns)[0]


def safe_name(name: str, stored: StoredFile) -> str:
    """A name to save under that ends in the real type, whatever the uploader called the file."""
    extension = TYPES[stored.media_type]
    stem = PurePath(nfc(name)).stem.strip().strip(".") or "tep"
    return f"{stem[:140]}.{extension}"


def _type_of(data: bytes, name: str) -> str:
    found = "application/pdf" if data.startswith(b"%PDF-") else _zipped_type(data)
    if not found:
        raise FileRefused(
            _(
                "The file “%(name)s” is not a PDF, Word, Excel, PowerPoint or OpenDocument file. Save it as one of these."
            )
            % {"name": name}
        )
    return found


def _zipped_type(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if any(part.lower().endswith("vbaproject.bin") for part in names):
                return None
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                declared = archive.read("mimetype").decode("ascii", "replace").strip()
                return declared if declared in TYPES else None
            return next((kind for part, kind in _OOXML_PARTS.items() if part in names), None)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError):
        return None
