"""PDF: how many pages, whether there are words in it, what it tells about its makers; that is removed where it is safe.

Rewriting breaks a digital signature, and the promise of an archive copy (PDF/A), so those are kept byte for byte and the
names in them are only reported.
"""

import io
import logging
import re

from news.files.inspected import Inspected

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # damaged files are told to their owner, not to the log

# Annotations that people write with; links, form fields and pop-ups are parts of the page.
COMMENTS = {
    "/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Ink", "/Caret", "/Stamp",
    "/FileAttachment", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine",
}  # fmt: skip
MOST_PAGES_READ = 1000
# Fewer letters than this over the pages looked at is a page number or a stamp, not a text.
LEAST_LETTERS = 20


def inspect(data: bytes) -> Inspected:
    """Never raises: what cannot be read is kept as it came and said to be unread."""
    from pypdf import PdfReader

    found = Inspected()
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            found.note(locked=True)
            return found
        _look(reader, data, found)
    except Exception:  # pypdf raises many kinds for a damaged file; all mean the same here
        found.note(unread=True)
    return found


def _look(reader, data: bytes, found: Inspected) -> None:
    found.pages = len(reader.pages)
    found.is_scan = found.pages > 0 and _letters(reader) < LEAST_LETTERS
    comments, names = _comments(reader)
    root = reader.trailer["/Root"].get_object()
    found.note(
        comments=comments,
        attached=len(reader.attachments),
        scripts=_has_scripts(root),
        signed=b"/ByteRange" in data,
        locked=reader.is_encrypted,
    )
    author = str((reader.metadata or {}).get("/Author") or "").strip()
    if _is_bound(root, found):
        names |= {author}
    elif reader.metadata or "/Metadata" in root:
        found.data = _rewritten(reader, found.pages)
    found.note(names=sorted(names - {""})[:5])


def _letters(reader) -> int:
    """Of the first pages, the middle one and the last, until there are enough."""
    count = len(reader.pages)
    letters = 0
    for number in dict.fromkeys([*range(min(3, count)), count // 2, count - 1]):
        letters += len(re.findall(r"\w", reader.pages[number].extract_text() or ""))
        if letters >= LEAST_LETTERS:
            break
    return letters


def _comments(reader) -> tuple[int, set[str]]:
    count, names = 0, set()
    for page in reader.pages[:MOST_PAGES_READ]:
        for reference in page.get("/Annots") or []:
            note = reference.get_object()
            if note.get("/Subtype") in COMMENTS:
                count += 1
                names.add(str(note.get("/T") or "").strip())
    return count, names


def _has_scripts(root) -> bool:
    names = root.get("/Names")
    if names and "/JavaScript" in names.get_object():
        return True
    action = root.get("/OpenAction")
    action = action.get_object() if action is not None else None
    return "/AA" in root or (hasattr(action, "get") and action.get("/S") in {"/JavaScript", "/Launch"})


def _is_bound(root, found: Inspected) -> bool:
    """Whether rewriting would break something: a signature, a password, the promise of PDF/A or PDF/UA."""
    if found.facts.get("signed") or found.facts.get("locked"):
        return True
    packet = root["/Metadata"].get_object().get_data() if "/Metadata" in root else b""
    return b"pdfaid" in packet or b"pdfuaid" in packet


def _rewritten(reader, pages: int) -> bytes | None:
    """Without author, programs, dates and earlier versions. The title stays: readers of PDF show it as the name."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=reader)
    title = (reader.metadata or {}).get("/Title")
    writer.metadata = {"/Title": str(title)} if title else None
    for part in (writer.root_object, *writer.pages):
        for key in ("/Metadata", "/PieceInfo"):
            part.pop(key, None)
    buffer = io.BytesIO()
    writer.write(buffer)
    fresh = buffer.getvalue()
    return fresh if len(PdfReader(io.BytesIO(fresh)).pages) == pages else None
