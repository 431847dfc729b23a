"""What every public answer has in common: read only, the same bytes for everybody, cacheable, asked again cheaply."""

from functools import wraps
from hashlib import sha256

from django.http import HttpResponseNotAllowed
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.csrf import csrf_exempt

SECONDS = 60


def public(view):
    """GET and HEAD only. No token is asked, because nothing can be changed here: other methods answer 405 and no cookie is set."""

    @csrf_exempt
    @wraps(view)
    def answer(request, *args, **kwargs):
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        return _cacheable(request, view(request, *args, **kwargs))

    return answer


def _cacheable(request, response):
    if "Cache-Control" not in response:
        patch_cache_control(response, public=True, max_age=SECONDS)
    # A stream names its own state, before it is read.
    if response.status_code != 200 or response.streaming or "ETag" in response:
        return response
    etag = f'"{sha256(response.content).hexdigest()[:20]}"'
    response["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response)
