"""Which reader a file needs, by its content; its name decides nothing."""

import re
from collections.abc import Callable

from django.utils.translation import gettext as _

from news.importing.errors import ImportRefused
from news.importing.readers import archive, opendocument, plain, web, word
from news.importing.readers.source import Source

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"II*\x00", b"MM\x00*")
Nearby = Callable[[str], bytes | None]


def read(data: bytes, name: str, *, settle: str = "", nearby: Nearby | None = None) -> Source:
    """The Source of one file. `settle` is "accept" or "reject" for tracked changes of Word files; `nearby` gives the bytes
    of a picture that lies beside a saved page, by its relative address. Raises ImportRefused."""
    if not data.strip():
        raise ImportRefused(
            _("The file “%(name)s” is empty. Choose the file with the article.") % {"name": name}
        )
    if data.startswith(archive.SIGNATURE):
        return _read_archive(data, name, settle)
    if data.startswith(_OLE):
        raise ImportRefused(_ole_refusal(data) % {"name": name})
    if sentence := _other_refusal(data):
        raise ImportRefused(sentence % {"name": name})
    if web.is_archived(data):
        return web.read_archived(data, name)
    if web.is_page(data):
        return web.read(data, name, nearby)
    return plain.read(data, name)


def _read_archive(data: bytes, name: str, settle: str) -> Source:
    names = set(archive.Archive(data, name).names)
    if "word/document.xml" in names:
        return word.read(data, name, settle=settle)
    if "content.xml" in names and b"opendocument.text" in data[:200]:
        return opendocument.read(data, name, settle=settle)
    raise ImportRefused(
        _(
            "The file “%(name)s” is not a text that can be read. Use Word (.docx), OpenDocument (.odt) or plain text."
        )
        % {"name": name}
    )


def _ole_refusal(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return _("The file “%(name)s” is locked by a password. Save it without one and try again.")
    return _(
        "The file “%(name)s” is in the old Word format, so it cannot be read yet. Open it in Word, choose Save As, type "
        ".docx, and drop it here again."
    )


def _other_refusal(data: bytes) -> str:
    if data.startswith(b"%PDF"):
        return _(
            "The file “%(name)s” is a PDF, which keeps the look of a page and not its text. Use the Word file that it was "
            "made from, or copy its text."
        )
    if data.startswith(b"{\\rtf"):
        return _(
            "The file “%(name)s” is in the RTF format. Open it in Word, choose Save As, type .docx, and try again."
        )
    if data.startswith(_PICTURES) or re.match(
        rb"RIFF....WEBP|....ftyp(?:heic|heix|mif1|avif)", data, re.DOTALL
    ):
        return _("The file “%(name)s” is a picture; an article needs a text beside its pictures.")
    return ""
