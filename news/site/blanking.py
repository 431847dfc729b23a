"""The last look at every answer before it leaves for a reader: no name of a hidden person in text or headers.

While nobody is hidden this costs a comparison of two stamps. It knows no page: what a later page or export prints is held
to the same rule without having to think of it.
"""

import codecs
from collections.abc import Iterable, Iterator

from django.db import DatabaseError
from django.http import HttpRequest
from django.utils.http import parse_etags

from news.site import addresses, hidden
from news.site.hidden import Hidden

# Staff see names; the watchers of the server ask for no text and must be answered without a database.
ELSEWHERE = ("/quan-tri/", "/healthz", "/readyz", "/static/")
TEXTS = (
    "text/",
    "application/json",
    "application/xml",
    "application/x-ndjson",
    "application/javascript",
    "image/svg+xml",
)
STRUCTURED = ("+json", "+xml")
HEADERS = ("Location", "Content-Disposition", "Link", "Refresh")
# Never text of the newsroom.
OWN_WORDS = ("text/css", "text/javascript")
# Characters that a stream holds back, so that a name cut by two pieces is still seen whole.
HELD, PIECE = 4_000, 64_000


class BlankHiddenNames:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with hidden.one_request() as asked:
            if request.path_info.startswith(ELSEWHERE):
                return self.get_response(request)
            return self._answer(request, asked)

    def _answer(self, request, asked):
        whom = hidden.current()
        tag = _own_tags_only(request, whom)
        response = self.get_response(request)
        if _learnt_more(request, response, asked):
            # Rendered by what was known before: nothing of it may decide about addresses and sentences. It is dropped and
            # not closed, because closing announces the end of the request and takes the database connection along.
            tag = _own_tags_only(request, whom := hidden.current())
            response = self.get_response(request)
        if whom.names and response.status_code == 206 and _is_text(response):
            _without(request, "HTTP_RANGE")
            response = self.get_response(request)
        if whom.names:
            _blank(response, whom, request)
        if tag and "ETag" in response:
            response["ETag"] = f'{response["ETag"][:-1]}{tag}"'
        return response


def _learnt_more(request, response, asked) -> bool:
    """Whether the database names a later change than this process knew when it began."""
    if asked.stamp is None and not (_is_text(response) or any(name in response for name in HEADERS)):
        return False
    if response.status_code >= 500:
        return False
    try:
        return hidden.refresh(asked.stamp) and request.method in ("GET", "HEAD")
    except DatabaseError:
        # What is known is better than no page while the database is away.
        return False


def _own_tags_only(request: HttpRequest, whom: Hidden) -> str:
    """A page kept from before a change is not "unchanged": tags carry the stamp while somebody is hidden."""
    if not whom.names:
        return ""
    tag = f"-{whom.stamp[:8]}"
    known = parse_etags(request.META.get("HTTP_IF_NONE_MATCH", ""))
    own = [f'{etag[: -len(tag) - 1]}"' for etag in known if etag.endswith(f'{tag}"')]
    _without(request, "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_RANGE")
    if own:
        request.META["HTTP_IF_NONE_MATCH"] = ", ".join(own)
    return tag


def _without(request: HttpRequest, *names: str) -> None:
    for name in names:
        request.META.pop(name, None)
    request.__dict__.pop("headers", None)


def _is_text(response) -> bool:
    media_type = response.get("Content-Type", "").partition(";")[0].strip().lower()
    return (media_type.startswith(TEXTS) and media_type not in OWN_WORDS) or media_type.endswith(STRUCTURED)


def _blank(response, whom: Hidden, request: HttpRequest) -> None:
    language = "en" if request.path_info.startswith(addresses.ROOTS["en"]) else "vi"
    for name in HEADERS:
        if name in response:
            response[name] = whom.blank(response[name], language)
    if not _is_text(response):
        return
    if response.streaming:
        del response["Content-Length"]
        response.streaming_content = _blanked(response.streaming_content, whom, language)
        return
    text = response.content.decode(response.charset, "replace")
    made = whom.blank(text, language)
    if made != text:
        response.content = made.encode(response.charset)
        if "Content-Length" in response:
            response["Content-Length"] = str(len(response.content))


def _blanked(pieces: Iterable[bytes], whom: Hidden, language: str) -> Iterator[bytes]:
    """The stream in pieces that end where no name does; memory holds one piece."""
    decoder, held = codecs.getincrementaldecoder("utf-8")("replace"), ""
    for piece in pieces:
        held += decoder.decode(piece)
        if len(held) > PIECE:
            cut = held.rfind("\n") + 1 or _cut(held, whom)
            yield whom.blank(held[:cut], language).encode()
            held = held[cut:]
    yield whom.blank(held + decoder.decode(b"", True), language).encode()


def _cut(text: str, whom: Hidden) -> int:
    cut = len(text) - HELD
    spans = [place for name, *_rest in whom.names for place in name.places(text)]
    return min([place.start for place in spans if place.start < cut < place.end], default=cut)
