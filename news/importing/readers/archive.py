"""Zip archives from strangers: looked at as a whole before a single byte is unpacked.

The caps stand on what the directory claims, and each part is read no further than it claims, so that a directory that
lies gains nothing.
"""

import io
import re
import zipfile
from functools import cached_property

from django.utils.translation import gettext as _
from lxml import etree

from news.fold import nfc
from news.importing.errors import ImportRefused

MEGABYTE = 1024 * 1024
MOST_PARTS = 5_000
MOST_UNPACKED = 400 * MEGABYTE
# XML of documents packs some 10 to 20 times; a bomb packs a thousand times.
MOST_TIMES = 150
MOST_XML = 40 * MEGABYTE
SIGNATURE = b"PK\x03\x04"
_SAYS_UTF8 = 0x800

_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\x00")


class Archive:
    """The parts of a sound archive. Raises ImportRefused from its maker and from `read`."""

    def __init__(self, data: bytes, name: str):
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise self.damaged() from error
        self._demand_sound(len(data))

    @cached_property
    def names(self) -> list[str]:
        return [part.filename for part in self._zip.infolist() if not part.is_dir()]

    def title(self, part: str) -> str:
        """The part's name as people read it. Packers of macOS and of older Windows do not say in which letters they wrote it:
        they mean UTF-8 and windows-1258, and zipfile reads cp437."""
        if part.isascii() or self._zip.getinfo(part).flag_bits & _SAYS_UTF8:
            return part
        for encoding in ("utf-8", "cp1258"):
            try:
                return nfc(part.encode("cp437").decode(encoding))
            except UnicodeError:
                continue
        return part

    def size(self, part: str) -> int:
        return self._zip.getinfo(part).file_size

    def taken_at(self, part: str) -> tuple:
        """When the part was last changed, by the packer's clock."""
        return self._zip.getinfo(part).date_time

    def read(self, part: str) -> bytes:
        try:
            with self._zip.open(part) as file:
                return file.read(self.size(part))
        except Exception as error:  # zipfile and its codecs raise many kinds for a damaged part
            raise self.damaged() from error

    def xml(self, part: str):
        """The root element of an XML part. Entities stay unresolved, and a part that declares any is refused."""
        if self.size(part) > MOST_XML:
            raise self._overload()
        return parse_xml(self.read(part), self.name)

    def damaged(self) -> ImportRefused:
        return ImportRefused(
            _(
                "The file “%(name)s” is damaged and cannot be opened. Open it in its own program, save it anew and try again."
            )
            % {"name": self.name}
        )

    def _demand_sound(self, packed: int) -> None:
        parts = self._zip.infolist()
        unpacked = sum(part.file_size for part in parts)
        if len(parts) > MOST_PARTS or unpacked > min(MOST_UNPACKED, max(packed, 100_000) * MOST_TIMES):
            raise self._overload()
        if any(part.flag_bits & 0x1 for part in parts):
            raise ImportRefused(
                _("The file “%(name)s” is locked by a password. Save it without one and try again.")
                % {"name": self.name}
            )
        if any(_OUTSIDE.search(part.filename) for part in parts):
            raise ImportRefused(
                _(
                    "The file “%(name)s” holds parts that point outside of it, as harmful files do; it was not opened. Ask "
                    "the sender for a new copy."
                )
                % {"name": self.name}
            )

    def _overload(self) -> ImportRefused:
        return ImportRefused(
            _("The file “%(name)s” unpacks to far more than an article holds; it was not opened.")
            % {"name": self.name}
        )


def parse_xml(data: bytes, name: str):
    """The root element. Raises ImportRefused for what is no XML or declares a document type (entities, outside files)."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ImportRefused(
            _(
                "The file “%(name)s” is damaged and cannot be opened. Open it in its own program, save it anew and try again."
            )
            % {"name": name}
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ImportRefused(
            _(
                "The file “%(name)s” declares entities, as harmful files do; it was not read. Open it in its own program, "
                "save it anew and try again."
            )
            % {"name": name}
        )
    return root
