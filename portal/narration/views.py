"""Sound and marks as addresses. They answer only while a live edition has the recording, asked of the database each time."""

import json
import re
from hashlib import sha256

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from accessibility.models import Narration, Recording
from news.models import Edition
from news.site import hidden
from portal.narration import files, texts, transcripts
from portal.ranges import serve

# A day, and no questions within it: what the name says never changes. Not longer, because a text may be withdrawn.
CACHING = "public, max-age=86400, immutable"
_NAME = re.compile(rf"[0-9a-f]{{{files.NAME}}}")


@require_safe
def sound(request, name: str, extension: str):
    """The recording, whole or in the pieces a player asks for."""
    recording = _public(name)
    if files.EXTENSIONS[recording.media_type] != extension:
        raise Http404
    return _sent(request, recording, CACHING)


@require_safe
def marks(request, name: str):
    """When each word is heard, and where it stands: docs/accessibility-narration.md."""
    return _told(request, _marks_of(_public(name)), files.MARKS_TYPE, f'"{name}-marks"')


@require_safe
def transcript(request, name: str):
    """What is heard when, as WebVTT: for players of podcasts, also those that run in a page of another site."""
    recording = _public(name)
    # The tag is of the words: the address is that of the sound.
    text = transcripts.as_vtt(recording.script, json.loads(_marks_of(recording)))
    if not text:
        raise Http404
    etag = f'"{sha256(text.encode()).hexdigest()[:20]}"'
    answer = _told(request, text, transcripts.MEDIA_TYPE, etag)
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def _marks_of(recording: Recording) -> bytes:
    path, storage = files.marks_path(recording), files.storage(recording.source)
    if not recording.has_marks or not storage.exists(path):
        raise Http404
    with storage.open(path) as file:
        return file.read()


def _told(request, content: bytes | str, media_type: str, etag: str):
    """Not in pieces: whole texts are sent compressed."""
    answer = HttpResponse(content, content_type=media_type)
    answer["Cache-Control"] = CACHING
    answer["X-Content-Type-Options"] = "nosniff"
    answer["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=answer)


@require_safe
@permission_required("accessibility.view_narration", raise_exception=True)
def staff_sound(request, pk: int):
    """What readers hear, or will hear when their edition is live."""
    row = get_object_or_404(Narration.objects.select_related("recording"), pk=pk, recording__isnull=False)
    return _sent(request, row.recording, "private, no-cache")


def _sent(request, recording: Recording, caching: str):
    path, storage = files.sound_path(recording), files.storage(recording.source)
    if not storage.exists(path):
        raise Http404
    name = recording.fingerprint[: files.NAME]
    return serve(request, storage, path, etag=name, media_type=recording.media_type, caching=caching)


def _public(name: str) -> Recording:
    """The recording of that name, if a text that has it is live and names nobody who is hidden. Raises Http404."""
    if not _NAME.fullmatch(name):
        raise Http404
    # Nothing else in this answer would bring the news that somebody was hidden.
    hidden.refresh()
    found = Recording.objects.filter(fingerprint__startswith=name).select_related("narration")
    of = {recording: texts.edition_of(recording.narration.key) for recording in found}
    live = set(Edition.objects.live().filter(pk__in=of.values()).values_list("pk", flat=True))
    for recording, edition in of.items():
        if edition in live and hidden.current().blank(recording.script) == recording.script:
            return recording
    raise Http404
