"""Where a name may stand in rows of the database: a quick question first, the exact look afterwards."""

import io
import re
import unicodedata
import zipfile

from django.core.files.storage import storages
from django.db.models import CharField, Lookup, Q, TextField

from news.fold import nfc
from news.models import StoredFile
from news.richtext import plain_text
from news.spellings import Name

MOST_BYTES, MOST_PAGES = 20_000_000, 200
# Parts of Word, Excel, PowerPoint and OpenDocument files that hold what is read.
_WORDS = re.compile(
    r"word/.*\.xml|xl/sharedStrings\.xml|xl/worksheets/.*\.xml|ppt/slides/.*\.xml|content\.xml"
)


@CharField.register_lookup
@TextField.register_lookup
class Spelled(Lookup):
    """`title__spelled=name`: rows that may hold the name, whatever marks and case; to be looked at again with `places`."""

    lookup_name = "spelled"
    operator = "LIKE"

    def get_prep_lookup(self):
        return like(self.rhs)

    def as_sql(self, compiler, connection):
        left, before = self.process_lhs(compiler, connection)
        right, after = self.process_rhs(compiler, connection)
        return f"{left} {self.operator} {right}", (*before, *after)

    def as_postgresql(self, compiler, connection):
        self.operator = "ILIKE"
        return self.as_sql(compiler, connection)


def like(name: Name) -> str:
    """A pattern for LIKE: any letter stands for one that may carry marks, anything for what may part syllables."""
    return f"%{'%'.join(_loose(syllable) for syllable in name.syllables)}%"


def _loose(syllable: str) -> str:
    has_tone = not nfc(syllable).isascii()
    return "".join(
        c if c.isascii() and c.isalnum() and not (has_tone and c in "aeiouy") else "_"
        for c in unicodedata.normalize("NFC", syllable)
    )


def spelled(columns, names: list[Name]) -> Q:
    """Rows in which one of the columns may hold one of the names."""
    found = Q()
    for column in columns:
        for name in names:
            found |= Q(**{f"{column}__spelled": name})
    return found


def names_in(text: str, names: list[Name]) -> bool:
    return any(next(iter(name.places(text)), None) for name in names)


def words_of(file: StoredFile) -> str:
    """The text of a document as far as it can be read; "" for scans, pictures, films and damaged files."""
    storage = storages["private"]
    if file.size > MOST_BYTES or not storage.exists(file.path):
        return ""
    with storage.open(file.path) as opened:
        data = opened.read()
    try:
        return (
            _pdf(data)
            if data.startswith(b"%PDF")
            else _office(data)
            if data.startswith(b"PK")
            else _plain(data)
        )
    except Exception:  # damaged files raise many kinds, and a file that cannot be read shows nothing to find
        return ""


def _pdf(data: bytes) -> str:
    from pypdf import PdfReader

    pages = PdfReader(io.BytesIO(data)).pages[:MOST_PAGES]
    return "\n".join(page.extract_text() or "" for page in pages)


def _office(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [
            part
            for part in archive.infolist()
            if _WORDS.fullmatch(part.filename) and part.file_size < MOST_BYTES
        ]
        texts = (archive.read(part).decode("utf-8", "replace") for part in parts[:MOST_PAGES])
        # Runs cut words where the format changes, so their marks go without a trace; ends of paragraphs part words.
        return " ".join(plain_text(re.sub(r"</w:p>|</a:p>|</text:p>|</si>", " ", text)) for text in texts)


def _plain(data: bytes) -> str:
    return data.decode("utf-8") if b"\x00" not in data[:1000] else ""
