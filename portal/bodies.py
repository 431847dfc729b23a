"""What strangers may send: a form's words. A file is refused before it is read, or one visitor could fill the disk with what no
form of theirs asks for. (Bodies that are no multipart are bounded by DATA_UPLOAD_MAX_MEMORY_SIZE.)"""

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from portal.language import STAFF

# Bytes. The longest public form is a leader's comment: 5,000 letters, each of them up to nine bytes on the way.
MOST = 256 * 1024


class StrangersSendLittle:
    """Who is signed in to the newsroom uploads photos and films; who is not, and whoever posts to a public page, does not."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if (
            request.content_type == "multipart/form-data"
            and _size(request) > MOST
            and not _is_of_staff(request)
        ):
            return _refusal(request)
        return self.get_response(request)


def _size(request) -> int:
    """As declared: Django reads no further than that, and nothing of a body without a length."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isascii() and length.isdecimal() and len(length) < 19 else 0


def _is_of_staff(request) -> bool:
    return request.path_info.startswith(STAFF) and request.user.is_authenticated


def _refusal(request) -> HttpResponse:
    """A script of the newsroom whose session has ended is told so, as by the page it asked (news/admin/lookups.py)."""
    if request.path_info.startswith(STAFF) and request.headers.get("Accept") == "application/json":
        words = _("You are signed out. Sign in again in another tab, then go on here.")
        return JsonResponse({"error": words}, status=401)
    words = _("More was sent than this page takes.")
    return HttpResponse(words, content_type="text/plain; charset=utf-8", status=413)
