"""Photos and attachments as addresses. A public one answers only while a live edition shows the file: asked of the
database each time, so nothing has to be copied or removed when an article goes live or is withdrawn."""

import re

from django.contrib.auth.decorators import permission_required
from django.core.files.storage import storages
from django.db.models import Exists, OuterRef, Q
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from news.files import kinds, safe_name
from news.models import Attachment, Edition, Hiding, Photo, SiteSettings, StoredFile, Video
from news.photos import renditions
from portal.ranges import serve

PUBLIC = "public, max-age=86400"
PRIVATE = "private, no-store"
_NAME = re.compile(r"(free|card|square)(\d{4})?-(\d{1,4})\.(avif|webp|jpg)")
# As renditions.address writes it; fewer letters would begin the folders of several photos.
_FOLDER = re.compile(r"[0-9a-f]{16}")


@require_safe
def photo(request, key: str, name: str):
    """A rendition of a photo that readers may see now: in a live edition, or the crest."""
    if not (_FOLDER.fullmatch(key) and _NAME.fullmatch(name)):
        raise Http404
    shown = Edition.objects.live()
    row = get_object_or_404(
        Photo.objects.only("sha256").filter(
            Exists(shown.filter(captions__photo=OuterRef("pk")))
            | Exists(shown.filter(cover=OuterRef("pk")))
            | Exists(shown.filter(videos__poster=OuterRef("pk")))
            | Exists(SiteSettings.objects.filter(crest=OuterRef("pk"))),
            sha256__startswith=key,
        )
    )
    return _rendition(request, row, name, PUBLIC)


@require_safe
@permission_required("news.view_photo", raise_exception=True)
def staff_photo(request, pk: int, name: str):
    """A rendition for the newsroom, named without the focus: `square-200.jpg` is the one that exists now."""
    return rendition_named(request, get_object_or_404(Photo, pk=pk), name)


def rendition_named(request, row: Photo, name: str):
    """The rendition nearest to what the name asks, for whoever the caller has let in; never kept on the way."""
    match = _NAME.fullmatch(name)
    if not match:
        raise Http404
    crop, _focus, width, extension = match.groups()
    made = row.renditions.get(crop) or []
    if not made:
        raise Http404
    nearest = min(made, key=lambda known: abs(known - int(width)))
    extension = extension if extension in row.renditions.get("formats", []) else "jpg"
    return _rendition(request, row, renditions.file_name(row, crop, nearest, extension), PRIVATE)


def _rendition(request, row: Photo, name: str, caching: str):
    path = renditions.storage_path(row, name)
    if not storages["public"].exists(path):
        raise Http404
    media_type = renditions.MEDIA_TYPES[name.rsplit(".", 1)[1]]
    return serve(
        request,
        storages["public"],
        path,
        etag=f"{row.sha256[:16]}-{name}",
        media_type=media_type,
        caching=caching,
    )


@require_safe
def film(request, pk: int):
    """The own film of a live edition, played in pieces as the player asks for them."""
    return _played(request, _live_video(pk).file, kinds.MP4)


@require_safe
def subtitles(request, pk: int):
    return _played(request, _live_video(pk).subtitles, kinds.WEBVTT)


def _live_video(pk: int) -> Video:
    shown = Exists(Edition.objects.live().filter(pk=OuterRef("edition")))
    return get_object_or_404(Video.objects.select_related("file", "subtitles").filter(shown), pk=pk)


def _played(request, file: StoredFile | None, media_type: str):
    """Whatever an editor chose, only what is of this kind is played."""
    if file is None or file.media_type != media_type:
        raise Http404
    path, etag = file.path, file.sha256[:32]
    return serve(request, storages["private"], path, etag=etag, media_type=media_type, caching=PUBLIC)


@require_safe
def attachment(request, pk: int, name: str):
    """An attachment of a live edition, always as a download; not while it is held back because it names somebody hidden."""
    row = get_object_or_404(
        Attachment.objects.select_related("file").filter(
            ~Exists(Hiding.objects.active().filter(withheld=OuterRef("file"))),
            Exists(Edition.objects.live().filter(pk=OuterRef("edition"))),
        ),
        Q(pk=pk),
    )
    return download(request, row.file, row.name, "public, max-age=300")


@require_safe
@permission_required("news.view_article", raise_exception=True)
def staff_file(request, pk: int, name: str):
    return download(request, get_object_or_404(StoredFile, pk=pk), name, PRIVATE)


def download(request, file: StoredFile, name: str, caching: str):
    return serve(
        request,
        storages["private"],
        file.path,
        etag=file.sha256[:32],
        media_type=file.media_type,
        caching=caching,
        save_as=safe_name(name, file),
    )
