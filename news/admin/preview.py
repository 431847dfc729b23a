"""What is being written, in the readers' own template. Private, never stored, and marked as what it is."""

from django.template.response import TemplateResponse
from django.utils import timezone, translation

from news.admin.article_list import text_of
from news.admin.panel import change_address
from news.models import Article, Edition
from news.photos.renditions import staff_address
from news.site import article_page, doors


def preview(request, article: Article):
    """The open edition, else the last release, as readers would see it if it were published now."""
    with translation.override(article.language):
        edition = article_page.loaded(Edition.objects.filter(pk=text_of(article).pk))
        edition.article.published_at = edition.article.published_at or timezone.now()
        context = {"back": change_address(article), **article_page.context(edition, request)}
        response = TemplateResponse(request, "admin/news/article/preview.html", context).render()
    response.content = through_staff_door(response.content.decode(), edition)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def through_staff_door(page: str, edition: Edition) -> str:
    """The public addresses of a draft's photos and files answer nobody yet; those for staff show the same files."""
    return doors.through(
        page,
        edition,
        lambda pk: staff_address(pk).rpartition("/")[0] + "/",
        lambda pk: f"/quan-tri/tep/{pk}/",
    )
