"""Plain text: UTF-8, UTF-16 with a mark, or an old Vietnamese encoding; what is no text is refused."""

import codecs
import re

from django.utils.translation import gettext as _

from news.fold import nfc
from news.importing.errors import ImportRefused
from news.importing.readers import encodings
from news.importing.readers.source import Source, of_text

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read(data: bytes, name: str) -> Source:
    """Line by line, composed (NFC). Raises ImportRefused."""
    text = decode(data, name)
    source = of_text(nfc(encodings.of_letters(text)))
    if _is_unicode(data) is None or encodings.of_letters(text) != text:
        source.warnings.append(
            _("The file “%(name)s” was in an old encoding and was converted; look at the letters once.")
            % {"name": name}
        )
    return source


def decode(data: bytes, name: str) -> str:
    """Text from bytes. Raises ImportRefused for what is binary or in an unknown encoding."""
    text = _is_unicode(data)
    if text is None:
        _demand_letters(data, name)
        text = encodings.of_bytes(data)
    if text is None:
        raise ImportRefused(
            _(
                "The file “%(name)s” is in an encoding that was not recognised. Open it, choose “Save as” with the encoding "
                "UTF-8, and try again."
            )
            % {"name": name}
        )
    if _looks_binary(text):
        raise ImportRefused(_not_text(name))
    return text


def _is_unicode(data: bytes) -> str | None:
    """The text of bytes that are Unicode; None for others."""
    encoding = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _demand_letters(data: bytes, name: str) -> None:
    controls = sum(byte < 32 and byte not in b"\t\n\r\x0c" for byte in data[:1_000_000])
    if b"\x00" in data or controls > len(data[:1_000_000]) / 100:
        raise ImportRefused(_not_text(name))


def _looks_binary(text: str) -> bool:
    controls = len(re.findall(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]", text))
    return "\x00" in text or controls > len(text) / 100 or not re.search(r"\w", text)


def _not_text(name: str) -> str:
    return _("The file “%(name)s” is not text. Save the article as plain text (UTF-8) and try again.") % {
        "name": name
    }
