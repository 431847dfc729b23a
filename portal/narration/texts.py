"""From an edition to the sentences that its readers get, word for word: the page itself is rendered and its list taken."""

import json
import re
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone, translation

from accessibility.narration import SENTENCES_ID, engines
from accessibility.narration.recording import Line, lines
from news.models import Edition
from news.site import addresses, article_page, hidden, lexicon

PREFIX = "edition:"
LANGUAGES = ("vi", "en")
_LIST = re.compile(rf'<script id="{SENTENCES_ID}"[^>]*>(.*?)</script>', re.DOTALL)


def key_of(edition_pk: int) -> str:
    return f"{PREFIX}{edition_pk}"


def edition_of(key: str) -> int:
    return int(key.removeprefix(PREFIX))


def sentences_of(edition_pk: int) -> list[Line] | None:
    """What is read of this edition at the moment it is live, a scheduled one included; None when it never will be."""
    beginning = (
        Edition.objects.filter(pk=edition_pk, state="released").values_list("live_from", flat=True).first()
    )
    if beginning is None:
        return None
    at = max(beginning, timezone.now())
    edition = article_page.loaded(Edition.objects.filter(pk=edition_pk), at)
    with translation.override(edition.language):
        request = _request(addresses.article(edition))
        page = render_to_string("news/article.html", article_page.context(edition, request), request)
    # The whole page passes the last look that every answer passes (news/site/blanking.py).
    listed = _LIST.search(hidden.current().blank(page, edition.language))
    return lines(json.loads(listed[1]), edition.language) if listed else []


def script_of(text: list[Line]) -> str:
    """What is said, a line a sentence: for the eyes of whoever looks for a name in it."""
    return "\n".join(line.said for line in text)


def stamp() -> str:
    """Of everything besides the edition that decides what is said: voices, the glossary, hidden persons, our own rules and page."""
    spellings = [lexicon.spellings(language) for language in LANGUAGES]
    parts = [engines.identity(), _program(), hidden.current().stamp, json.dumps(spellings, sort_keys=True)]
    return sha256("|".join(parts).encode()).hexdigest()


def _request(path: str) -> HttpRequest:
    """As a reader would ask; its host is one that the site answers to, and nothing that is read depends on it."""
    request = HttpRequest()
    request.method, request.path, request.path_info = "GET", path, path
    host = next(iter(settings.ALLOWED_HOSTS), "localhost").lstrip(".")
    request.META = {"SERVER_NAME": "localhost" if host == "*" else host.strip("[]"), "SERVER_PORT": "80"}
    return request


def _program() -> str:
    """A fingerprint of the code and templates from which sentences come; read once, a new version starts new processes."""
    global _program_read
    if not _program_read:
        root = Path(settings.ROOT)
        paths = [*root.glob("accessibility/narration/*.py"), *root.glob("templates/news/article*.html"),
                 *root.glob("templates/news/article/*.html")]  # fmt: skip
        _program_read = sha256(b"".join(path.read_bytes() for path in sorted(paths))).hexdigest()
    return _program_read


_program_read = ""
