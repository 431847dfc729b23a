"""What staff see is kept by nobody on the way, whichever library made the page."""

from portal.language import STAFF


class StaffPagesAreNotKept:
    """Codes that stand in for a second step, names and drafts stay out of caches, the browser's own included."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path_info.startswith(STAFF):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response
