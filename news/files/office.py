"""Word, Excel, PowerPoint and OpenDocument: the makers' names are blanked, what else stays hidden inside is counted.

All are zip archives of XML. Only the parts with names are written anew; every other part keeps its bytes.
"""

import io
import re
import shutil
import zipfile

from news.files.inspected import Inspected
from news.files.refusal import FileRefused

# Archives built to overload whoever unpacks them.
MOST_UNPACKED = 500_000_000
MOST_TIMES = 200
MOST_READ = 50_000_000

_TOLD = re.compile(
    rb"(<(?:\w+:)?(creator|lastModifiedBy|Company|Manager|initial-creator|printed-by|user-defined|generator)\b[^>]*(?<!/)>)"
    rb"(?:[^<]|<!\[CDATA\[.*?\]\]>)+(?=</)"
)
_CUSTOM = re.compile(rb"(<(?:\w+:)?Properties\b[^>]*(?<!/)>).+(</(?:\w+:)?Properties>)", re.DOTALL)
NAMED_PARTS = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "meta.xml")
_SIGNED = re.compile(r"_xmlsignatures/|META-INF/documentsignatures\.xml")
# fact -> (parts, what is counted in them)
_COUNTED = {
    "comments": (
        r"word/comments\.xml|xl/comments\d*\.xml|xl/threadedComments/.*|ppt/comments/.*|content\.xml",
        rb"<(?:w:comment|comment|threadedComment|p:cm|p\w*:cm|office:annotation)[\s>]",
    ),
    "changes": (
        r"word/document\.xml|content\.xml",
        rb"<(?:w:(?:ins|del|moveFrom|moveTo)|text:changed-region)[\s>]",
    ),
    "hidden": (
        r"xl/workbook\.xml|ppt/slides/slide\d+\.xml",
        rb"<sheet\b[^>]*\bstate=\"(?:hidden|veryHidden)\"|<p:sld\b[^>]*\bshow=\"0\"",
    ),
    "attached": (r"(?:word|xl|ppt)/embeddings/.*", rb"^"),
}
_NAMES = re.compile(
    rb"(?:w:author=|<author>|displayName=|<p\w*:(?:cmAuthor|author)\b[^>]*\bname=|<dc:creator>)\"?([^\"<]{1,200})"
)
_NAMING = r"word/(?:comments|document)\.xml|xl/comments\d*\.xml|xl/persons/.*|ppt/commentAuthors\.xml|ppt/authors\.xml|content\.xml"


def inspect(data: bytes, refused: str) -> Inspected:
    """Raises FileRefused(`refused`) for an archive that would unpack to far more than it is."""
    found = Inspected()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
        if unpacked > MOST_UNPACKED or unpacked > max(len(data), 100_000) * MOST_TIMES:
            raise FileRefused(refused)
        try:
            _look(archive, found)
            if not found.facts.get("signed"):
                found.data = _rewritten(archive)
        except Exception:  # a damaged part: the file stays as it came
            found.data = None
            found.note(unread=True)
    return found


def _look(archive: zipfile.ZipFile, found: Inspected) -> None:
    counts = dict.fromkeys([*_COUNTED, "notes"], 0)
    names: set[str] = set()
    for part in archive.namelist():
        for fact, (parts, pattern) in _COUNTED.items():
            if re.fullmatch(parts, part):
                counts[fact] += len(re.findall(pattern, _read(archive, part)))
        if re.fullmatch(r"ppt/notesSlides/notesSlide\d+\.xml", part):
            counts["notes"] += _has_words(_read(archive, part))
        if re.fullmatch(_NAMING, part):
            names |= {
                text.decode("utf-8", "replace").strip() for text in _NAMES.findall(_read(archive, part))
            }
    signed = any(_SIGNED.match(part) for part in archive.namelist())
    found.note(**counts, signed=signed, names=sorted(names - {""})[:5])


def _read(archive: zipfile.ZipFile, part: str) -> bytes:
    with archive.open(part) as file:
        return file.read(MOST_READ)


def _has_words(xml: bytes) -> bool:
    """A notes page always holds the slide's number; words are more than that."""
    text = "".join(part.decode("utf-8", "replace") for part in re.findall(rb"<a:t>([^<]*)</a:t>", xml))
    return bool(re.search(r"[^\W\d]", text))


def _rewritten(archive: zipfile.ZipFile) -> bytes | None:
    blanked = {
        part: _blanked(part, _read(archive, part)) for part in NAMED_PARTS if part in archive.namelist()
    }
    if all(fresh is None for fresh in blanked.values()):
        return None
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for part in archive.infolist():
            if (fresh := blanked.get(part.filename)) is not None:
                target.writestr(part, fresh)
            else:
                with archive.open(part) as source, target.open(part, "w") as sink:
                    shutil.copyfileobj(source, sink, 1024 * 1024)
    return buffer.getvalue()


def _blanked(part: str, xml: bytes) -> bytes | None:
    """The part without what it tells about people; None where it tells nothing."""
    fresh = _TOLD.sub(rb"\1", xml)
    if part.endswith("custom.xml"):
        fresh = _CUSTOM.sub(rb"\1\2", fresh)
    return fresh if fresh != xml else None
