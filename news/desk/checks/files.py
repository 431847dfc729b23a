"""Attachments and films: nothing hidden goes out with them, and nobody is left without the words."""

import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from news.desk.checks.finding import Finding
from news.files import facts
from news.fold import fold
from news.models import StoredFile

_HAS_WORDS = re.compile(r"pdf|word|text$|presentation")


def files_tell_nothing_more(document: dict) -> Iterator[Finding]:
    """Comments, tracked changes, names and whatever else was found inside on the way in."""
    for key in ("attachments", "videos"):
        known = _files(row["file"] for row in document[key])
        for index, row in enumerate(document[key]):
            file = known.get(row["file"])
            if file is None:
                continue
            # A scan with its text beside it asks for nothing more.
            file.is_scan = file.is_scan and not _has_a_text(row, document["attachments"], known)
            for sentence in facts.warnings(file):
                yield Finding(f"“{row['title']}”: {sentence}", f"{key}.{index}.file", is_blocking=False)


def films_can_be_followed(document: dict) -> Iterator[Finding]:
    """By those who do not hear: subtitles, and at the very least the words in writing."""
    known = _files(row["file"] for row in document["videos"])
    for index, row in enumerate(document["videos"]):
        film = known.get(row["file"])
        if film is None or not film.facts.get("has_sound") or row["subtitles"]:
            continue
        number = {"number": index + 1}
        if not row["transcript"]:
            yield Finding(
                _("Video %(number)d has neither subtitles nor a transcript.") % number,
                f"videos.{index}.transcript",
            )
        else:
            yield Finding(
                _("Video %(number)d has no subtitles.") % number,
                f"videos.{index}.subtitles",
                is_blocking=False,
            )


def attachments_have_titles(document: dict) -> Iterator[Finding]:
    for index, row in enumerate(document["attachments"]):
        if not row["title"]:
            yield Finding(
                _("File %(number)d has no title.") % {"number": index + 1}, f"attachments.{index}.title"
            )


def _files(pks: Iterable) -> dict[int, StoredFile]:
    wanted = {pk for pk in pks if pk}
    return StoredFile.objects.in_bulk(wanted) if wanted else {}


def _has_a_text(scan: dict, rows: list[dict], known: dict[int, StoredFile]) -> bool:
    """Whether a file of the same title, words in brackets aside, holds the words of a scan: "Kế hoạch (bản chữ)"."""
    return any(
        _subject(row) == _subject(scan)
        and row["file"] != scan["file"]
        and row["file"] in known
        and not known[row["file"]].is_scan
        and _HAS_WORDS.search(known[row["file"]].media_type)
        for row in rows
    )


def _subject(row: dict) -> str:
    return " ".join(re.findall(r"\w+", re.sub(r"\([^)]*\)|\[[^]]*\]", " ", fold(row["title"]))))
