"""What a leader without an account sees under a secret address: one version of a text in the readers' own template, and
two buttons. No cookie, nothing stored by anybody on the way, nothing for search engines."""

from functools import wraps

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accessibility.origin import same_origin_posts
from news.desk import consent
from news.desk.errors import Refused
from news.models import Consent, Edition, LeaderLink
from news.site import article_page, doors
from portal import media

HEADERS = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow",
    # The address is the key: it goes to no other site, also not by a link in the text.
    "Referrer-Policy": "same-origin",
}


def private(view):
    """Answers that nobody keeps."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        for name, value in HEADERS.items():
            response[name] = value
        return response

    return answer


@private
@same_origin_posts
@require_http_methods(["GET", "HEAD", "POST"])
def page(request, token: str):
    """200 while the link is open, 410 with the reason once it is closed, 404 for a secret that was never given out."""
    link = consent.find(token)
    if link is None:
        raise Http404
    fault, comment = "", ""
    if request.method == "POST" and link.is_open():
        verdict = request.POST.get("answer")
        comment = request.POST.get("comment", "")[:5000]
        try:
            if verdict not in Consent.Verdict.values:
                raise Refused(_("Choose one of the two answers."))
            consent.answer(link, verdict, comment)
            return HttpResponseRedirect(request.path)
        except Refused as refusal:
            fault = str(refusal)
            link = consent.find(token)
    if why := link.why_closed():
        status = 200 if why == "answered" else 410
        return render(request, "portal/leader_closed.html", {"link": link, "why": why}, status=status)
    return _text(request, link, token, fault, comment)


def _text(request, link: LeaderLink, token: str, fault: str, comment: str):
    with translation.override(link.edition.language):
        edition = article_page.loaded(Edition.objects.filter(pk=link.edition_id))
        edition.article.published_at = edition.article.published_at or timezone.now()
        context = article_page.context(edition, request) | {"link": link, "fault": fault, "comment": comment}
        text = render_to_string("portal/leader.html", context, request)
    folder = f"/xem-truoc/{token}"
    text = doors.through(text, edition, lambda pk: f"{folder}/anh/{pk}/", lambda pk: f"{folder}/tep/{pk}/")
    return HttpResponse(text, status=400 if fault else 200)


@private
@require_safe
def photo(request, token: str, pk: int, name: str):
    """A rendition of a photo of the edition, while its link is open."""
    row = get_object_or_404(doors.photos_of(_open(token).edition), pk=pk)
    return media.rendition_named(request, row, name)


@private
@require_safe
def file(request, token: str, pk: int, name: str):
    return media.download(
        request, get_object_or_404(doors.files_of(_open(token).edition), pk=pk), name, media.PRIVATE
    )


def _open(token: str) -> LeaderLink:
    link = consent.find(token)
    if link is None or not link.is_open():
        raise Http404
    return link
