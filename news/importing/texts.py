"""From a file to its text: what is not plain UTF-8 text is refused with a sentence that helps."""

import codecs
import re
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from news.importing.errors import ImportRefused

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_HTML = re.compile(
    r"<\s*(?:!doctype|html|head|body|script|style|meta|div|span|table|iframe|img|a|p|br)\b[^>]*>",
    re.IGNORECASE,
)
# TCVN3 (ABC fonts) saved as Unicode: signs that no Vietnamese or English word holds, next to letters.
_TCVN3 = re.compile(r"[A-Za-z][®µ¸¶·¹¨»¾¼½©ª«¬­]|[®µ¸¶·¹¨»¾¼½©ª«¬][A-Za-z]")
_VIETNAMESE = re.compile(r"[\u1ea0-\u1ef9đĐơƠưƯăĂ\u0300-\u0323]")


def read(path: Path) -> str:
    """The text of a file, NUL-free, as it stands otherwise. Raises ImportRefused."""
    return decode(_bytes(path), path.name)


def _bytes(path: Path) -> bytes:
    most = int(settings.IMPORT_MAX_MB * 1024 * 1024)
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except IsADirectoryError:
        raise ImportRefused(
            _("“%(name)s” is a folder; a text file is expected.") % {"name": path.name}
        ) from None
    except OSError as error:
        words = {"name": path.name, "why": error.strerror or error}
        raise ImportRefused(_("The file “%(name)s” cannot be read: %(why)s.") % words) from None
    if len(data) > most:
        raise ImportRefused(
            _("The file “%(name)s” is larger than %(most)g MB. Split it, or raise IMPORT_MAX_MB.")
            % {"name": path.name, "most": settings.IMPORT_MAX_MB}
        )
    return data


def decode(data: bytes, name: str) -> str:
    """Text from bytes. Raises ImportRefused for what is empty, binary, in an old encoding, or a web page."""
    if not data.strip():
        raise ImportRefused(
            _("The file “%(name)s” is empty. Choose the file with the article.") % {"name": name}
        )
    text = _unicode(data, name)
    if _looks_binary(text):
        raise ImportRefused(_not_text(name))
    if len(_TCVN3.findall(text)) >= 3 and not _VIETNAMESE.search(text):
        raise ImportRefused(_old_encoding(name))
    if len(_HTML.findall(text[:200_000])) >= 2 or re.search(r"<\s*script\b", text, re.IGNORECASE):
        raise ImportRefused(
            _(
                "The file “%(name)s” is a web page. Open it in a browser, copy the article's text and save it as plain text."
            )
            % {"name": name}
        )
    return text


def _unicode(data: bytes, name: str) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                raise ImportRefused(_not_text(name)) from None
    if b"\x00" in data:
        raise ImportRefused(_not_text(name))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        controls = sum(byte < 32 and byte not in b"\t\n\r\x0c" for byte in data)
        raise ImportRefused(_not_text(name) if controls > len(data) / 100 else _old_encoding(name)) from None


def _looks_binary(text: str) -> bool:
    controls = len(re.findall(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]", text))
    return "\x00" in text or controls > len(text) / 100 or not re.search(r"\w", text)


def _not_text(name: str) -> str:
    return _("The file “%(name)s” is not text. Save the article as plain text (UTF-8) and try again.") % {
        "name": name
    }


def _old_encoding(name: str) -> str:
    return _(
        "The file “%(name)s” is in an old encoding (such as windows-1258 or TCVN3). Open it, choose “Save as” with the "
        "encoding UTF-8, and try again."
    ) % {"name": name}
