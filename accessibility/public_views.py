"""The statement on accessibility, and the form for what was hard to use."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import conditional_page, require_http_methods, require_safe

from accessibility.addresses import address
from accessibility.difficulties import DifficultyForm, page_before, takes_more
from accessibility.origin import same_origin_posts
from accessibility.results import latest
from accessibility.voices import PLATFORMS, platform


# Nothing can be changed here, so other methods are not allowed rather than asked for a token.
@csrf_exempt
@require_safe
@conditional_page
@cache_control(public=True, max_age=300)
def statement(request):
    """What was measured and when, what is known not to work, and where to tell of more."""
    results = latest()
    return render(request, "accessibility/statement.html", {"results": results, "report": address("report")})


@csrf_exempt
@require_safe
@conditional_page
@cache_control(public=True, max_age=300)
def voices(request, key=""):
    """How to install a voice: the list of machines, or the steps for one. 404 for a machine nobody has described."""
    shown = platform(key)
    if key and shown is None:
        raise Http404
    return render(request, "accessibility/voices.html", {"platforms": PLATFORMS, "shown": shown})


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
@same_origin_posts
def report(request):
    """A form on GET; POST keeps the report and leads (303) to a page that says so. 429 after too many."""
    form = DifficultyForm(request.POST or None, initial={"page": page_before(request)})
    if request.method != "POST":
        return _form(request, form)
    if form.is_trapped:
        return _thanks()
    if not form.is_valid():
        return _form(request, form, status=422)
    if not takes_more(request):
        return _form(request, form, status=429)
    form.save()
    return _thanks()


@require_safe
@cache_control(private=True, no_store=True)
def report_sent(request):
    return render(request, "accessibility/report_sent.html", {"language": get_language()})


def _form(request, form, status=200):
    context = {"form": form, "too_many": status == 429, "statement": address("statement")}
    return render(request, "accessibility/report.html", context, status=status)


def _thanks():
    response = redirect(address("report_sent"))
    response.status_code = 303
    return response
