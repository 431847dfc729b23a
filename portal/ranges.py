"""One file as an answer: conditional requests, single byte ranges, and headers that keep it a plain file."""

import re

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header, parse_etags

CHUNK = 64 * 1024


def serve(
    request, storage, path: str, *, etag: str, media_type: str, caching: str, save_as: str = ""
) -> HttpResponse:
    """GET or HEAD of a stored file. `etag` is unquoted; `save_as` makes it a download under that name.

    304 to a matching If-None-Match, 206 to one satisfiable range, 416 to one that is not; several ranges get the whole.
    """
    quoted = f'"{etag}"'
    if quoted in parse_etags(request.headers.get("If-None-Match", "")):
        return _dressed(HttpResponse(status=304), quoted, caching)
    size = storage.size(path)
    status, first, last = _asked(request, size, quoted)
    if status == 416:
        return _dressed(
            HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"}), quoted, caching
        )
    body = [] if request.method == "HEAD" else _read(storage.open(path), first, last)
    response = StreamingHttpResponse(body, status=status, content_type=media_type)
    response["Content-Length"] = last - first + 1
    if status == 206:
        response["Content-Range"] = f"bytes {first}-{last}/{size}"
    if save_as:
        response["Content-Disposition"] = content_disposition_header(True, save_as)
    return _dressed(response, quoted, caching)


def _dressed(response, etag: str, caching: str):
    response["ETag"] = etag
    response["Cache-Control"] = caching
    response["Accept-Ranges"] = "bytes"
    response["X-Content-Type-Options"] = "nosniff"
    # Whatever the bytes are, opened on their own they may do nothing.
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _asked(request, size: int, etag: str) -> tuple[int, int, int]:
    """(status, first byte, last byte) of the answer."""
    whole = (200, 0, size - 1)
    match = re.fullmatch(r"bytes=(\d{0,18})-(\d{0,18})", request.headers.get("Range", "").strip())
    if not match or match.groups() == ("", ""):
        return whole
    if request.headers.get("If-Range", etag) != etag:
        return whole
    first, last = match.groups()
    if first == "":
        first, last = max(0, size - int(last)), size - 1
    else:
        first, last = int(first), min(int(last or size - 1), size - 1)
    return (206, first, last) if first <= last and first < size else (416, 0, 0)


def _read(file, first: int, last: int):
    with file:
        file.seek(first)
        left = last - first + 1
        while left > 0 and (piece := file.read(min(CHUNK, left))):
            left -= len(piece)
            yield piece
