"""The pages for what went wrong. Each helps on: search, latest news, contact."""

from django.shortcuts import render
from django.views.decorators.cache import never_cache

from news.site import old_addresses
from portal.language import STAFF


def not_found(request, exception=None):
    """The same bytes for a draft, an unknown number and a mistyped address; readers of the old portal are led on."""
    is_reader = request.method in ("GET", "HEAD") and not request.path_info.startswith(STAFF)
    led_on = old_addresses.led_on(request) if is_reader else None
    return led_on or render(request, "portal/404.html", status=404)


def bad_request(request, exception=None):
    return render(request, "portal/400.html", status=400)


@never_cache
def forbidden(request, exception=None):
    """Somebody of the newsroom is led back to the desk, everybody else to the front page."""
    user = getattr(request, "user", None)
    is_staff = bool(user and user.is_active and user.is_staff) and request.path_info.startswith(STAFF)
    return render(request, "portal/403.html", {"is_staff": is_staff}, status=403)


@never_cache
def csrf_failure(request, reason=""):
    return render(request, "portal/403.html", {"expired": True}, status=403)


def server_error(request):
    """Needs no database: the page must come also when that is what broke."""
    from django.http import HttpResponse
    from django.template.loader import get_template

    page = get_template("portal/500.html").render({}, None)
    return HttpResponse(page, status=500)
