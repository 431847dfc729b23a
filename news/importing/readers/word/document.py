"""From the bytes of a .docx to a Source. Harmful files are refused before the library opens them."""

import io

import docx
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news.importing.errors import ChangesPending, ImportRefused
from news.importing.readers.archive import Archive
from news.importing.readers.looks import bind_captions, settle_headings
from news.importing.readers.source import Source
from news.importing.readers.word import changes
from news.importing.readers.word.notes import Notes
from news.importing.readers.word.paragraphs import Writer
from news.importing.readers.word.xml import w


def read(data: bytes, name: str, *, settle: str = "") -> Source:
    """The article of a Word file. `settle` is "accept" or "reject" for tracked changes; without it a file that holds any,
    or comments, raises ChangesPending with their counts. Comments never enter. Raises ImportRefused."""
    archive = Archive(data, name)
    _demand_harmless(archive)
    try:
        document = docx.Document(io.BytesIO(data))
    except Exception as error:  # the library raises what it stumbles over: KeyError, ValueError, lxml's own
        raise archive.damaged() from error
    notes = Notes(document, name)
    pieces = [document.element.body, *notes.roots]
    pending = changes.count(pieces), _comments(archive)
    if any(pending) and not settle:
        raise ChangesPending(name, *pending)
    for piece in pieces:
        changes.settle(piece, accept=settle != "reject")
    return _written(document, notes)


def _written(document, notes: Notes) -> Source:
    writer = Writer(document, notes)
    writer.walk(document.element.body)
    source = writer.source
    source.notes = notes.texts()
    bind_captions(source, writer.apart)
    settle_headings(source, writer.bold)
    if writer.unseen:
        source.warnings.append(
            ngettext(
                "%(count)d picture of the file is only linked or of a kind that pages cannot show; add it by hand.",
                "%(count)d pictures of the file are only linked or of a kind that pages cannot show; add them by hand.",
                writer.unseen,
            )
            % {"count": writer.unseen}
        )
    return source


def _demand_harmless(archive: Archive) -> None:
    types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in archive.names else b""
    if b"macroEnabled" in types or any(part.lower().endswith("vbaproject.bin") for part in archive.names):
        raise ImportRefused(
            _(
                "The file “%(name)s” carries macros, so it was not read. Save it as .docx (without macros) and try again."
            )
            % {"name": archive.name}
        )
    for part in archive.names:
        if part.lower().endswith((".xml", ".rels")):
            archive.xml(part)


def _comments(archive: Archive) -> int:
    part = "word/comments.xml"
    return len(archive.xml(part).findall(w("comment"))) if part in archive.names else 0
