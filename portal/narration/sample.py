"""*Nghe thử*: a few words as the stored voice says them, for whoever decides how an abbreviation is read."""

import io
import logging

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accessibility.narration import engines, recording
from accessibility.narration.letters import spell, spell_in_english
from accessibility.narration.spoken_before import SpokenBefore

log = logging.getLogger(__name__)

# Characters: an entry of the glossary is far shorter, and a voice that reads for minutes is the worker's matter.
MOST = 300
CACHING = "private, max-age=600"


class NothingKept(SpokenBefore):
    """Words that somebody tries out are not worth a place among sentences."""

    def __init__(self):
        self.spoken = 0

    def say(self, engine, text):
        return engine.say(text)


@require_safe
@permission_required("news.view_glossaryentry", raise_exception=True)
def sample(request):
    """An MP3 of `?text=` in `?language=` (vi, en), said as it stands or, with `?spelt=1`, by its letters.

    400 without words, 503 where no voice answers.
    """
    words = " ".join(request.GET.get("text", "").split())[:MOST]
    language = "en" if request.GET.get("language") == "en" else "vi"
    if request.GET.get("spelt"):
        words = spell_in_english(words) if language == "en" else spell(words)
    if not words:
        return _refused(_("There is nothing to say."), 400)
    if engines.engine_for(language) is None:
        return _refused(_("No voice is installed on this site."), 503)
    sound = io.BytesIO()
    try:
        recording.record([recording.Line("", 0, 0, words, (), language)], sound, NothingKept())
    except engines.EngineFailed as error:
        log.warning("No sample: %s", error)
        return _refused(_("The voice does not answer just now. Try again in a minute."), 503)
    headers = {"Cache-Control": CACHING, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(sound.getvalue(), content_type=recording.MEDIA_TYPE, headers=headers)


def _refused(sentence: str, status: int) -> HttpResponse:
    return HttpResponse(sentence, content_type="text/plain; charset=utf-8", status=status)
