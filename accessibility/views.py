"""Where a reader's choices are saved and shown, for readers with a script and without."""

from hashlib import sha256

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from accessibility import preferences
from accessibility.addresses import address
from accessibility.live import ROOT, stylesheet
from accessibility.looks import LOOKS, properties
from accessibility.options import groups
from accessibility.origin import same_origin_posts
from accessibility.themes import LARGEST_PRINTED, SIZES, declarations

# Of what only a new version of the program changes, in seconds.
A_DAY = 24 * 60 * 60


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
@same_origin_posts
def show_preferences(request):
    """The page of settings (GET) and the one place that saves them (POST, answered 303 back to the page read)."""
    if request.method == "POST":
        return save_preferences(request)
    chosen = preferences.full(_saved(request))
    context = {
        "preferences": address("preferences"),
        "groups": groups(chosen),
        "return_to": _return_address(request, request.GET.get("return")),
        "here": request.get_full_path(),
    }
    return render(request, "accessibility/preferences.html", context)


def save_preferences(request):
    """Set the cookie from the form and go back; `return` must lie on this host, else the settings page is shown."""
    wanted = request.POST.get("return") or request.headers.get("Referer")
    response = HttpResponseRedirect(_return_address(request, wanted) or address("preferences"))
    response.status_code = 303
    _keep(request, response, preferences.resolve(_saved(request), request.POST))
    return response


def _css(request):
    choices = _saved(request)
    css = "".join(f"{ROOT}{{{properties(key, choices[key])}}}\n" for key in LOOKS if key in choices)
    if theme := choices.get("theme"):
        css += f"{ROOT}{{{declarations(theme)}}}\n"
    if size := choices.get("size"):
        css += f"{ROOT}{{font-size:{SIZES[size]}}}\n"
        if size > LARGEST_PRINTED:
            css += f"@media print{{{ROOT}{{font-size:{SIZES[LARGEST_PRINTED]}}}}}\n"
    return css


def _etag(request):
    return f'"{sha256(_css(request).encode()).hexdigest()[:16]}"'


@require_safe
@cache_control(private=True, no_cache=True)
@vary_on_headers("Cookie")
@condition(etag_func=_etag)
def style(request):
    """The saved size, theme and looks as CSS: the only public answer that depends on a cookie, asked for only without a script."""
    return HttpResponse(_css(request), content_type="text/css; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=A_DAY)
@condition(etag_func=lambda request: f'"{sha256(stylesheet().encode()).hexdigest()[:16]}"')
def live_style(request):
    """The choices of the panel as they are ticked, for readers without a script; the same bytes for everybody."""
    return HttpResponse(stylesheet(), content_type="text/css; charset=utf-8")


def _saved(request):
    return preferences.parse(request.COOKIES.get(preferences.COOKIE, ""))


def _keep(request, response, choices):
    value = preferences.serialise(choices)
    if not value:
        response.delete_cookie(preferences.COOKIE, samesite="Lax")
        return
    # Not HttpOnly: the script in the page's head must read it before the first paint. It holds no secret.
    response.set_cookie(
        preferences.COOKIE,
        value,
        max_age=preferences.YEAR,
        secure=request.is_secure(),
        samesite="Lax",
        httponly=False,
    )


def _return_address(request, wanted):
    allowed = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if allowed and len(wanted) <= 2000 else ""
