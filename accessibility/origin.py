"""Public forms carry no token, because a token would make each visitor's page different; the sender is checked instead."""

from functools import wraps
from urllib.parse import urlsplit

from django.http import HttpResponseForbidden
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt


def same_origin_posts(view):
    """Refuse (403) a POST that a browser says comes from another site.

    A POST with neither `Sec-Fetch-Site` nor `Origin` passes: every browser that could be led to forge one sends at least
    `Origin`, and text browsers such as lynx send neither.
    """

    @csrf_exempt
    @wraps(view)
    def checked(request, *args, **kwargs):
        if request.method == "POST" and is_foreign(request):
            return HttpResponseForbidden(
                _("This form was sent from another site."), content_type="text/plain; charset=utf-8"
            )
        return view(request, *args, **kwargs)

    return checked


def is_foreign(request):
    """Whether the browser says that another site sent this request."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    try:
        return origin is not None and urlsplit(origin).netloc != request.get_host()
    except ValueError:
        return True
