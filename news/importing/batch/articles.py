"""A record of an export becomes an article, once; what cannot is told with its reason."""

import hashlib
import io
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from news.desk import workflow
from news.files import Busy
from news.fold import fold
from news.importing import files, readers, records
from news.importing.batch.record import Record, Unusable
from news.importing.drafts import understand
from news.importing.errors import ImportRefused
from news.importing.matching import Matcher
from news.importing.pairing import pair
from news.importing.readers import Line, Picture, Source, web
from news.importing.readers.source import of_text
from news.models import Article, Category
from news.photos.intake import PhotoRefused, take_in


def identity_of(site: str, key: str) -> str:
    """Kept as Article.source_hash: a second run knows the article by it."""
    return hashlib.sha256(f"batch\n{site}\n{key}".encode()).hexdigest()


def of_page(path: Path, key: str) -> tuple[Record, Source]:
    """The record of a saved page: title and date as the extractor finds them. Raises Unusable."""
    try:
        source = readers.read(files.bytes_of(path), path.name, nearby=files.beside(path))
    except ImportRefused as refusal:
        raise Unusable(str(refusal)) from None
    found = understand(source)
    if not found.title:
        raise Unusable(_("The title is missing."))
    record = Record(
        key,
        found.title.value,
        "",
        address=source.address,
        published_at=records.published_at(found),
        language=found.language,
    )
    return record, source


class Maker:
    """Makes articles of one batch. `folder` holds the photos that records name."""

    def __init__(self, folder: Path, *, by=None, publish=False, with_attendees=False, fallback: str = ""):
        self._folder, self._by, self._publish = folder, by, publish
        self._with_attendees = with_attendees
        self._categories = {}
        for category in Category.objects.all():
            self._categories |= {fold(category.name): category.pk, category.slug: category.pk}
        self._fallback = self._categories.get(fold(fallback)) if fallback else None

    def check(self, record: Record) -> None:
        """Raises Unusable for what `make` would refuse, photos' pixels apart."""
        if self._publish and record.published_at is None:
            raise Unusable(_("The date of publication is missing."))
        self._category(record)
        for photo in record.photos:
            if self._file(photo["file"]) is None:
                raise Unusable(_("The photo “%(name)s” is not there.") % {"name": photo["file"]})

    @transaction.atomic
    def make(self, record: Record, identity: str, source: Source | None = None) -> Article:
        """All of it or nothing. `source`: of a saved page. Raises Unusable."""
        source = source or self.source_of(record)
        try:
            content = self._content(record, source)
            article = workflow.create(content, by=self._by, language=record.language, source_hash=identity)
        except (PhotoRefused, Busy) as refusal:
            raise Unusable(str(refusal)) from refusal
        except ValidationError as error:
            raise Unusable(" ".join(error.messages)) from error
        if self._publish:
            article = workflow.publish_import(article, published_at=record.published_at)
        return article

    def source_of(self, record: Record) -> Source:
        """Title, text and photos of a record as lines."""
        body = web.read_fragment(record.body, self._local) if "<" in record.body else of_text(record.body)
        if body.lines and fold(body.lines[0].text) in (fold(record.title), fold(record.lead)):
            body.lines[0] = Line("")
        for line in body.lines:
            if line.part == "title":  # a lone heading of a text that has its title elsewhere
                line.part, line.level = "heading", 2
        source = Source([Line(record.title, part="title"), *body.lines], warnings=body.warnings)
        for picture in body.pictures:
            caption = None if picture.caption is None else picture.caption + 1
            source.pictures.append(Picture(picture.data, picture.name, picture.after + 1, caption))
        for photo in record.photos:
            self._add_photo(photo, source)
        return source

    def _content(self, record: Record, source: Source) -> dict:
        found = understand(source)
        if record.lead:
            for paragraph in found.paragraphs:
                paragraph.is_lead = False
            found.lead = None
        if not self._with_attendees:
            found.attendees, found.units, found.delegations, found.agencies = [], [], [], []
        found.language = record.language
        plates, left = pair(found, source, 0)
        photos = [take_in(io.BytesIO(each.data), by=self._by, name=each.name) for each in source.pictures]
        content = records.to_document(found, source, plates, left, photos, Matcher())
        content["title"] = record.title
        content["lead"] = record.lead or content["lead"]
        content["byline"] = record.byline or content["byline"]
        content["tags"] = record.tags
        content["category"] = self._category(record) or content["category"]
        return content

    def _category(self, record: Record) -> int | None:
        if not record.category:
            return self._fallback
        known = self._categories.get(fold(record.category)) or self._categories.get(record.category)
        if known or self._fallback:
            return known or self._fallback
        raise Unusable(
            _(
                "There is no category “%(name)s”. Create it, or name one for all such articles with --category."
            )
            % {"name": record.category[:80]}
        )

    def _add_photo(self, photo: dict, source: Source) -> None:
        read = self._file(photo["file"])
        if read is None:
            raise Unusable(_("The photo “%(name)s” is not there.") % {"name": photo["file"]})
        after, caption = len(source.lines) - 1, None
        if photo["caption"]:
            credit = f" (Ảnh: {photo['credit']})" if photo["credit"] else ""
            source.lines.append(Line(photo["caption"] + credit, is_caption=True))
            caption = after + 1
        source.pictures.append(Picture(read(), Path(photo["file"]).name, after, caption))

    def _local(self, address: str) -> bytes | None:
        read = self._file(address)
        return read() if read else None

    def _file(self, address: str) -> Callable[[], bytes] | None:
        """A reader of the file that an old address means, below the batch's folder and nowhere else."""
        try:
            local = unquote(urlsplit(address).path).lstrip("/\\")
            path = (self._folder / local).resolve()
            if (
                not re.search(r"\w", local)
                or not path.is_relative_to(self._folder.resolve())
                or not path.is_file()
            ):
                return None
            return path.read_bytes if path.stat().st_size <= settings.PHOTO_MAX_MB * 1024 * 1024 else None
        except (OSError, ValueError):
            return None
