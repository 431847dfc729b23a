"""A text and its photos become a draft, once."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from news.desk import workflow
from news.extraction import extract
from news.fold import fold
from news.importing import records, texts
from news.importing.errors import ImportRefused
from news.importing.matching import Matcher
from news.models import Article
from news.photos.intake import PhotoRefused, take_in


@dataclass(frozen=True)
class Imported:
    """`is_new` is false when the same source had been imported before: then nothing was changed."""

    article: Article
    is_new: bool


@transaction.atomic
def import_text(path: Path, photos: list[Path], *, by=None, publish: bool = False) -> Imported:
    """The article of one text file; all of it or nothing. Raises ImportRefused."""
    text = texts.read(path)
    identity = hashlib.sha256(fold(text).encode()).hexdigest()
    if known := Article.objects.filter(source_hash=identity).first():
        return Imported(known, is_new=False)
    found = extract(text)
    if not found.title:
        raise ImportRefused(
            _("No title was found in “%(name)s”. Put the title on a line of its own above the text.")
            % {"name": path.name}
        )
    try:
        content = records.to_document(found, [_photo(photo, by) for photo in photos], Matcher())
        article = workflow.create(content, by=by, language=found.language, source_hash=identity)
    except (PhotoRefused, ValidationError) as error:
        sentence = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        raise ImportRefused(f"{path.name}: {sentence}") from error
    if publish:
        article = workflow.publish_import(article, published_at=records.published_at(found))
    return Imported(article, is_new=True)


def _photo(path: Path, by):
    try:
        with path.open("rb") as file:
            return take_in(file, by=by, name=path.name)
    except OSError as error:
        words = {"name": path.name, "why": error.strerror or error}
        raise ImportRefused(_("The photo “%(name)s” cannot be read: %(why)s.") % words) from None
