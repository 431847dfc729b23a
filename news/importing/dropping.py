"""Files dropped on the desk: held until they can be read, then a draft with its proposals. Nothing found is taken over here."""

import hashlib
import io
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import PurePosixPath

from django.core.files.storage import storages
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news.desk import document, workflow
from news.files import Busy
from news.files.storing import keep
from news.importing import bundle, files
from news.importing.drafts import identity_of, open_files, understand
from news.importing.errors import ChangesPending, ImportRefused
from news.importing.originals import Loose, prefer
from news.importing.pairing import pair
from news.importing.proposals.items import items_of, reading_of
from news.importing.readers import Source, web
from news.models import Article, Photo, Proposal
from news.photos.intake import PhotoRefused, take_in

# A file that waits for a word about its tracked changes goes after this.
PATIENCE = timedelta(days=2)
PASTED_TEXT, PASTED_PAGE = "van-ban-dan.txt", "van-ban-dan.html"


@dataclass(frozen=True)
class Begun:
    """`is_new` is false when the same words had become an article before: then nothing was changed."""

    article: Article
    is_new: bool


@dataclass
class Basket:
    """What one drop brought: texts and archives that are held, photos taken in, and sentences about what was not."""

    held: list[Proposal] = field(default_factory=list)
    photos: list[Photo] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)


def sort_out(dropped, *, by) -> Basket:
    """Take in what can be taken of uploaded files; what cannot holds nobody up."""
    basket = Basket()
    for file in dropped:
        try:
            if is_photo(file):
                basket.photos.append(take_in(file, by=by))
            else:
                basket.held.append(hold(file.name, _bytes_of(file), by=by))
        except (PhotoRefused, Busy, ImportRefused) as refusal:
            basket.refusals.append(str(refusal))
    return basket


def is_photo(file) -> bool:
    """By its first bytes; the name decides nothing."""
    file.seek(0)
    head = file.read(16)
    file.seek(0)
    return bundle.is_photo(head)


def receive(file, *, by) -> Proposal:
    """Hold an uploaded text or archive. Raises ImportRefused at once for what can never be read."""
    return hold(file.name, _bytes_of(file), by=by)


def _bytes_of(file) -> bytes:
    file.seek(0)
    files.demand_size(file.name, file.read(files.HEAD), file.size)
    file.seek(0)
    return file.read()


def hold(name: str, data: bytes, *, by) -> Proposal:
    """Keep a file until its draft is made. Raises ImportRefused for what cannot be read; unsettled changes can wait."""
    with suppress(ChangesPending):
        open_files([(name, data)])
    forget_old()
    digest = hashlib.sha256(data).hexdigest()
    path = f"dropped/{digest[:2]}/{digest}"
    keep(storages["private"], path, data)
    return Proposal.objects.create(by=by, name=name[:255], sha256=digest, held=path)


def forget(proposal: Proposal) -> None:
    """Drop a held file that becomes no draft; one that became a draft meanwhile stays."""
    Proposal.objects.filter(pk=proposal.pk, edition=None).delete()
    _remove(proposal.held)


def forget_old() -> None:
    """Files that nobody came back to."""
    for proposal in Proposal.objects.filter(edition=None, at__lt=timezone.now() - PATIENCE)[:20]:
        forget(proposal)


def _remove(path: str) -> None:
    """Unless another drop of the same file waits for it."""
    if path and not Proposal.objects.filter(held=path).exists():
        storages["private"].delete(path)


def begin(proposal: Proposal, *, by, settle: str = "") -> Begun:
    """The draft of a held file, with its proposals beside it. Raises ImportRefused; ChangesPending until `settle` is given."""
    data = _data(proposal)
    source, loose, name = open_files([(proposal.name, data)], settle=settle)
    if known := _known(source):
        forget(proposal)
        return Begun(known, is_new=False)
    if web.has_scripts(data):
        source.warnings.append(_("The page carried scripts. They were left out; only its text was read."))
    photos, beside = _photos(source, [*loose, *_dropped(proposal.photos)], by)
    try:
        return _drafted(proposal, source, photos, beside, name, by)
    except IntegrityError:
        # The form was sent twice, and the other one was quicker.
        if known := _known(source):
            return Begun(known, is_new=False)
        raise


def _known(source: Source) -> Article | None:
    return Article.objects.filter(source_hash=identity_of(source)).first()


def _data(proposal: Proposal) -> bytes:
    try:
        with storages["private"].open(proposal.held) as file:
            return file.read()
    except (OSError, ValueError):
        raise ImportRefused(
            _("The file “%(name)s” is no longer kept. Drop it again.") % {"name": proposal.name}
        ) from None


def pending_of(proposal: Proposal) -> ChangesPending | None:
    """What a held file waits for; None for one that can be read as it is."""
    try:
        open_files([(proposal.name, _data(proposal))])
    except ChangesPending as pending:
        return pending
    return None


def text_of(proposal: Proposal, *, settle: str) -> str:
    """The words of a held file after its changes ("accept") or before them ("reject"). Raises ImportRefused."""
    return open_files([(proposal.name, _data(proposal))], settle=settle)[0].plain()


@dataclass(frozen=True)
class Kept(Loose):
    """A loose photo that the library holds already: its bytes are those of the master and are not taken in again."""

    photo: Photo | None = None


def _dropped(keys: list[int]) -> list[Kept]:
    known = Photo.objects.in_bulk(keys)
    loose = []
    for photo in (known[key] for key in dict.fromkeys(keys) if key in known):
        taken = timezone.localtime(photo.taken_at).strftime("%Y:%m:%d %H:%M:%S") if photo.taken_at else ""
        with storages["private"].open(photo.path) as file:
            loose.append(Kept(file.read(), photo.original_name, taken, photo))
    return loose


def _photos(source: Source, loose: list[Loose], by) -> tuple[list[Photo], int]:
    """(photos, how many of them are loose), in the order of pairing.pair: pictures of the source first. What cannot be
    opened is left out with a sentence, and the others stay."""
    known = {each.data: each.photo for each in loose if isinstance(each, Kept)}
    loose = prefer(source, sorted(loose, key=bundle.order))
    shown = [(picture, photo) for picture in source.pictures if (photo := _taken(picture, known, source, by))]
    source.pictures = [picture for picture, _photo in shown]
    beside = [photo for each in loose if (photo := _taken(each, known, source, by))]
    return [photo for _picture, photo in shown] + beside, len(beside)


def _taken(each, known: dict[bytes, Photo], source: Source, by) -> Photo | None:
    if photo := known.get(each.data):
        return photo
    try:
        return take_in(io.BytesIO(each.data), by=by, name=each.name)
    except (PhotoRefused, Busy) as refusal:
        source.warnings.append(str(refusal))
        return None


@transaction.atomic
def _drafted(proposal: Proposal, source: Source, photos: list[Photo], beside: int, name: str, by) -> Begun:
    """The draft has a working title and nothing else: what was found stands beside it until somebody accepts it."""
    found = understand(source)
    plates, left = pair(found, source, beside)
    path, proposal.held = proposal.held, ""
    article = workflow.create(
        document.empty() | {"title": _working_title(name)},
        by=by, language=found.language, source_hash=identity_of(source),
    )  # fmt: skip
    proposal.edition, proposal.text = article.open_edition, source.plain()
    proposal.reading = reading_of(source) | {"left": len(left)}
    proposal.warnings = [*proposal.warnings, *source.warnings, *_without_photo(len(left))]
    proposal.items = items_of(found, source, plates, left, photos, by=by)
    proposal.save()
    transaction.on_commit(lambda: _remove(path))
    return Begun(article, is_new=True)


def _without_photo(count: int) -> list[str]:
    words = ngettext(
        "%(count)d caption has no photo; it stays in the text.",
        "%(count)d captions have no photo; they stay in the text.", count,
    )  # fmt: skip
    return [words % {"count": count}] if count else []


def _working_title(name: str) -> str:
    """The file's name: the title that was found is a proposal like any other."""
    stem = " ".join(PurePosixPath(name).stem.split())
    return (_("Pasted text") if name in (PASTED_TEXT, PASTED_PAGE) else stem)[:300] or _("Pasted text")
