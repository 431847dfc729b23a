"""Public pages are sent compressed; staff pages, which carry secrets of a session, are not (BREACH)."""

from django.middleware.gzip import GZipMiddleware

from portal.language import STAFF

TEXTS = (
    "text/",
    "application/json",
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
        if response.streaming or not is_text or request.path_info.startswith(STAFF):
            return response
        return super().process_response(request, response)
