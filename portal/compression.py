"""Public pages are sent compressed; staff pages, which carry secrets of a session, are not (BREACH)."""

from django.middleware.gzip import GZipMiddleware

from portal.language import STAFF

TEXTS = (
    "text/",
    "application/json",
    "application/feed+json",
    "application/x-ndjson",
    "application/schema+json",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "image/svg+xml",
)


class CompressPublicTexts(GZipMiddleware):
    # No padding: every visitor of one address gets the same bytes.
    max_random_bytes = 0

    def process_response(self, request, response):
        is_text = response.get("Content-Type", "").startswith(TEXTS)
        # A file of which parts may be asked for has its own bytes; other streams are open data, compressed piece by piece.
        is_file = response.streaming and "Accept-Ranges" in response
        if is_file or not is_text or request.path_info.startswith(STAFF):
            return response
        return super().process_response(request, response)
