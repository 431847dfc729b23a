"""A page of an edition that readers may not see yet: its pictures and files answer under addresses for whoever may look."""

import re
from collections.abc import Callable

from django.db.models import Q

from news.models import Attachment, Edition, Photo, StoredFile, Video


def photos_of(edition: Edition):
    """Every photo that the page of this edition shows of its own."""
    posters = edition.videos.values("poster")
    shown = Q(captions__edition=edition) | Q(pk=edition.cover_id) | Q(pk__in=posters)
    return Photo.objects.filter(shown).distinct()


def through(page: str, edition: Edition, photo: Callable[[int], str], file: Callable[[int], str]) -> str:
    """The page with the public folders of its photos and files replaced; `photo` and `file` make a folder from a key."""
    for key, pk in {row.sha256[:16]: row.pk for row in photos_of(edition).only("sha256")}.items():
        page = page.replace(f"/anh/{key}/", photo(pk))
    films = {row.pk: row for row in Video.objects.filter(edition=edition)}
    page = re.sub(
        r'(?<=")/video/(\d+)/(phim\.mp4|phu-de\.vtt)',
        lambda found: file(_part(films.get(int(found[1])), found[2])) + found[2],
        page,
    )
    files = dict(Attachment.objects.filter(edition=edition).values_list("pk", "file"))
    return re.sub(r'(?<=")/tep/(\d+)/', lambda found: file(files.get(int(found[1]), 0)), page)


def _part(video: Video | None, name: str) -> int:
    """The key of the file behind a name of the film's folder, 0 for none."""
    return (video and (video.file_id if name == "phim.mp4" else video.subtitles_id)) or 0


def files_of(edition: Edition):
    """Every file that the page of this edition offers or plays."""
    shown = Q(attachments__edition=edition)
    for part in ("file", "subtitles"):
        shown |= Q(pk__in=edition.videos.values(part))
    return StoredFile.objects.filter(shown).distinct()
