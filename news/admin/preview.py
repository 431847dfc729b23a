"""What is being written, in the readers' own template. Private, never stored, and marked as what it is.

`xem-truoc/` is the page itself, of what is saved (GET) or of the form as it stands (POST); `xem-truoc/khung/` shows it
in a frame whose width, theme and text size can be changed. Nothing else of the site may be framed.
"""

from csp.constants import SELF
from csp.decorators import csp, csp_update
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.template.response import TemplateResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin

from news.admin.article_form import EditionForm, place_in_words
from news.admin.article_list import text_of
from news.admin.differing import field_label
from news.admin.panel import change_address
from news.desk import document, rights
from news.models import Article, Edition
from news.photos.renditions import staff_address
from news.site import article_page, doors

_FRAMED_HERE = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"] | {"frame-ancestors": [SELF]}


@csp(_FRAMED_HERE)
@xframe_options_sameorigin
def preview(request, article: Article):
    """The open edition, else the last release, as readers would see it if it were published now."""
    if request.method == "POST":
        return _private(_unsaved(request, article))
    return _private(_page(request, article, text_of(article).pk))


def _page(request, article: Article, pk: int):
    with translation.override(article.language):
        edition = article_page.loaded(Edition.objects.filter(pk=pk))
        edition.article.published_at = edition.article.published_at or timezone.now()
        context = {"back": change_address(article), **article_page.context(edition, request)}
        response = TemplateResponse(request, "admin/news/article/preview.html", context).render()
    response.content = through_staff_door(response.content.decode(), edition)
    return response


def _unsaved(request, article: Article):
    """The posted form written, shown and taken back in one transaction: the page is the readers' own to the last query."""
    if not rights.may_edit(request.user, article):
        raise PermissionDenied
    form = EditionForm(request.POST, edition=article.open_edition)
    if not form.is_valid():
        return _faults(request, {name: list(found) for name, found in form.errors.items()})
    try:
        with transaction.atomic():
            edition = document.write(article.open_edition, form.document(), by=request.user)
            response = _page(request, article, edition.pk)
            transaction.set_rollback(True)
    except ValidationError as error:
        return _faults(request, error.message_dict)
    return response


def _faults(request, faults: dict[str, list[str]]):
    lines = []
    for place, sentences in faults.items():
        name = place.split(".")[0]
        label = field_label(name) if name in document.empty() else ""
        words = ", ".join(filter(None, [label, place_in_words(place)]))
        lines += [f"{words}: {sentence}" if words else str(sentence) for sentence in sentences]
    context = {"title": _("Preview"), "faults": lines}
    return TemplateResponse(request, "admin/news/article/preview_faults.html", context, status=422).render()


def _private(response):
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


@csp_update({"frame-src": [SELF]})
def frame(request, article: Article, site_context: dict):
    """The page in a frame; a posted form is passed on into it, so that it shows what is typed and saves nothing."""
    if request.method == "POST" and not rights.may_edit(request.user, article):
        raise PermissionDenied
    typed = [(name, value) for name, value in request.POST.items() if not name.startswith(("_", "csrf"))]
    context = {
        **site_context,
        "title": _("Preview"),
        "article": article,
        "typed": typed,
        "back": change_address(article),
    }
    return _private(TemplateResponse(request, "admin/news/article/preview_frame.html", context))


def through_staff_door(page: str, edition: Edition) -> str:
    """The public addresses of a draft's photos and files answer nobody yet; those for staff show the same files."""
    return doors.through(
        page,
        edition,
        lambda pk: staff_address(pk).rpartition("/")[0] + "/",
        lambda pk: f"/quan-tri/tep/{pk}/",
    )
