"""A text and its photos become a draft, once."""

import hashlib
import io
import posixpath
from dataclasses import dataclass, field
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from news.desk import workflow
from news.extraction import extract
from news.extraction.findings import Finding, Findings
from news.files import Busy
from news.fold import fold
from news.importing import bundle, files, readers, records
from news.importing.errors import ImportRefused
from news.importing.matching import Matcher
from news.importing.originals import Loose, prefer
from news.importing.pairing import pair
from news.importing.readers import Source, web
from news.models import Article
from news.photos.intake import PhotoRefused, take_in


@dataclass(frozen=True)
class Imported:
    """`is_new` is false when the same source had been imported before: then nothing was changed."""

    article: Article
    is_new: bool
    warnings: list[str] = field(default_factory=list)


def import_text(
    path: Path,
    photos: list[Path],
    *,
    by=None,
    publish: bool = False,
    settle: str = "",
    drop_scripts: bool = False,
) -> Imported:
    """The article of one file, or of an archive of a text and its photos; all of it or nothing. `settle`: see readers.read;
    `drop_scripts`: see open_file. Raises ImportRefused."""
    source, inside = open_file(path, settle=settle, drop_scripts=drop_scripts)
    loose = inside + [_loose(photo) for photo in photos]
    return import_source(source, loose, name=path.name, by=by, publish=publish)


def import_files(dropped: list[bundle.File], *, by=None, publish: bool = False, settle: str = "") -> Imported:
    """The article of files dropped at once, as (name, content): one text, loose photos, archives. Raises ImportRefused."""
    source, loose, name = open_files(dropped, settle=settle)
    return import_source(source, loose, name=name, by=by, publish=publish)


def open_file(path: Path, *, settle: str = "", drop_scripts: bool = False) -> tuple[Source, list[Loose]]:
    """The source of one file, and the photos beside it where the file is an archive. Raises ImportRefused; a web page with
    scripts too, unless the caller says that its text is wanted without them."""
    data = files.bytes_of(path)
    if not drop_scripts and web.has_scripts(data):
        raise ImportRefused(
            _(
                "The page “%(name)s” holds scripts, which no article needs. To take its text without them, run this again "
                "with --drop-scripts; or copy the article's text into a plain text file."
            )
            % {"name": path.name}
        )
    if bundle.is_bundle(data, path.name):
        return open_files([(path.name, data)], settle=settle)[:2]
    return readers.read(data, path.name, settle=settle, nearby=files.beside(path)), []


def open_files(dropped: list[bundle.File], *, settle: str = "") -> tuple[Source, list[Loose], str]:
    """(source, loose photos in order, name of the text). Raises ImportRefused."""
    found = bundle.of_files(dropped)
    name, data = found.text
    source = readers.read(
        data, name, settle=settle, nearby=lambda address: found.near.get(posixpath.normpath(address))
    )
    if found.others:
        source.warnings.append(
            _("Not taken, because they are neither text nor photo: %(names)s.")
            % {"names": ", ".join(found.others[:10])}
        )
    return source, found.photos, name


@transaction.atomic
def import_source(
    source: Source, loose: list[Loose], *, name: str, by=None, publish: bool = False
) -> Imported:
    """The article of a source that has been read. `name` is told in refusals. Raises ImportRefused."""
    identity = identity_of(source)
    if known := Article.objects.filter(source_hash=identity).first():
        return Imported(known, is_new=False)
    found = understand(source)
    if not found.title:
        raise ImportRefused(
            _("No title was found in “%(name)s”. Put the title on a line of its own above the text.")
            % {"name": name}
        )
    loose = prefer(source, loose)
    try:
        plates, left = pair(found, source, len(loose))
        photos = [
            take_in(io.BytesIO(photo.data), by=by, name=photo.name) for photo in (*source.pictures, *loose)
        ]
        content = records.to_document(found, source, plates, left, photos, Matcher())
        article = workflow.create(content, by=by, language=found.language, source_hash=identity)
    except (PhotoRefused, Busy, ValidationError) as error:
        sentence = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        raise ImportRefused(f"{name}: {sentence}") from error
    if publish:
        article = workflow.publish_import(article, published_at=records.published_at(found))
    return Imported(article, is_new=True, warnings=source.warnings)


def identity_of(source: Source) -> str:
    """The same words are the same article, whatever file they came in."""
    return hashlib.sha256(fold(source.plain()).encode()).hexdigest()


def understand(source: Source) -> Findings:
    """The extractor's findings; a title that the file itself declares goes before the one it guesses."""
    found = extract(source.text)
    declared = next((n for n, line in enumerate(source.lines) if line.part == "title"), None)
    if declared is None:
        return found
    line_of, line = source.finder(), source.lines[declared]
    if not found.title or line_of(found.title.start) != declared:
        start = sum(len(text) + 1 for text in source.text.split("\n")[:declared])
        value = " ".join(line.text.split())
        found.title = Finding(start, start + len(line.text), value, "declared as the title")
    return found


def _loose(path: Path) -> Loose:
    try:
        return Loose(path.read_bytes(), path.name)
    except OSError as error:
        words = {"name": path.name, "why": error.strerror or error}
        raise ImportRefused(_("The photo “%(name)s” cannot be read: %(why)s.") % words) from None
