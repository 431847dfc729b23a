"""The public pages: which rows, which extras, which template. Language follows from the path (portal/language.py)."""

from datetime import date

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from news.models import Article, Category, Edition, Page, Tag
from news.models.wording import in_language
from news.site import addresses, archive, article_page, dateline, front, public_text, records, timeline
from news.site.head import Head
from news.site.public import public

WRONG_SLUG = "public, max-age=3600"
LARGEST_KEY = 2**63 - 1


@public
def home(request):
    other = addresses.other_than(addresses.page_language())
    head = Head(request, title="", path=addresses.home(), others={other: addresses.home(other)})
    return render(request, "news/home.html", front.context() | {"head": head})


@public
def article(request, slug: str, number: int):
    """200, 301 to the right slug, 410 or a redirect when withdrawn; drafts and unknown numbers are 404 alike."""
    language = addresses.page_language()
    found = Edition.objects.live().filter(article__number=_key(number), language=language)
    edition = article_page.loaded(found)
    if edition is None:
        return _withdrawn(request, language, number)
    if request.path != addresses.article(edition):
        return _moved(addresses.article(edition), WRONG_SLUG)
    return render(request, "news/article.html", article_page.context(edition, request))


def _withdrawn(request, language: str, number: int):
    row = Article.objects.filter(number=number, language=language, standing="withdrawn").first()
    if row is None or not row.editions.filter(state="released", live_from__lte=row.withdrawn_at).exists():
        raise Http404
    target = Edition.objects.live().filter(article=row.redirect_to_id).select_related("article").first()
    if target:
        return _moved(addresses.article(target))
    return render(request, "portal/410.html", {"withdrawn": row}, status=410)


@public
def category(request, slug: str):
    row = get_object_or_404(Category.objects.select_related("parent"), slug=slug)
    below = list(row.children.all())
    listed = Edition.objects.listed().in_language(addresses.page_language())
    leaf = timeline.leaf(request, *(listed.filter(category=member) for member in (row, *below)))
    above = [(row.parent.label, addresses.category(row.parent))] if row.parent else []
    description = in_language(row, "description")
    head = _head_in_both(
        request, row.label, lambda code: addresses.category(row, code), description, leaf.query
    )
    context = {"category": row, "description": description, "below": below, "leaf": leaf, "head": head}
    return render(request, "news/category.html", context | {"trail": _trail(*above)})


@public
def agency(request, slug: str, pk: int):
    row = records.agency(_key(pk), addresses.page_language()) or _missing()
    path = addresses.agency(row.pk, row.slug)
    if request.path != path:
        return _moved(path, WRONG_SLUG)
    context = records.agency_context(row, request)
    head = Head(request, title=row.label, path=path + context["leaf"].query, description=row.description)
    return render(request, "news/agency.html", context | {"trail": _trail(), "head": head})


@public
def person(request, slug: str, pk: int):
    row = records.person(_key(pk), addresses.page_language()) or _missing()
    path = addresses.person(row.pk, row.slug)
    if request.path != path:
        return _moved(path, WRONG_SLUG)
    context = records.person_context(row, request)
    head = Head(request, title=row.full_name, path=path + context["leaf"].query)
    return render(request, "news/person.html", context | {"trail": _trail(), "head": head})


@public
def tag(request, slug: str):
    """404 unless something live carries the tag: words of drafts are not shown."""
    row = get_object_or_404(Tag, slug=slug)
    leaf = timeline.leaf(
        request, Edition.objects.listed().in_language(addresses.page_language()).filter(tags=row)
    )
    if not leaf.editions:
        raise Http404
    head = Head(request, title=row.name, path=addresses.tag(row.slug) + leaf.query)
    return render(request, "news/tag.html", {"tag": row, "leaf": leaf, "trail": _trail(), "head": head})


@public
def page(request, slug: str):
    row = get_object_or_404(Page, slug=slug, is_public=True)
    head = _head_in_both(request, row.label, lambda language: addresses.page(row, language))
    body, _placed = public_text.body_parts(row.text, [], [])
    return render(request, "news/page.html", {"page": row, "body": body, "trail": _trail(), "head": head})


@public
def archive_years(request):
    return _archive(request, archive.years(request), _("Archive"))


@public
def archive_year(request, year: int):
    _day(year)
    return _archive(request, archive.months(request, year), _("Year %(year)d") % {"year": year}, year)


@public
def archive_month(request, year: int, month: int):
    _day(year, month)
    return _archive(
        request, archive.days(request, year, month), dateline.month_name(year, month), year, month
    )


@public
def archive_day(request, year: int, month: int, day: int):
    on = _day(year, month, day)
    return _archive(request, archive.one_day(request, on), dateline.full_day(on), year, month, day)


@public
def robots(request):
    lines = ["User-agent: *", "Disallow: /quan-tri/", "Disallow: /doc/", "Disallow: /en/doc/"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _archive(request, context: dict, title: str, *parts: int):
    """A span without news does not exist, except the whole archive of a site that has none yet."""
    if parts and not context["leaf"].editions:
        raise Http404
    year, month = (*parts, None, None)[:2]
    steps = [(_("Archive"), addresses.archive())] if parts else []
    steps += [(str(year), addresses.archive(year))] if len(parts) > 1 else []
    steps += [(dateline.month_name(year, month), addresses.archive(year, month))] if len(parts) > 2 else []
    head = Head(request, title=title, path=addresses.archive(*parts) + context["leaf"].query)
    return render(
        request, "news/archive.html", context | {"trail": _trail(*steps), "head": head, "level": len(parts)}
    )


def _day(year: int, month: int = 1, day: int = 1) -> date:
    """The day, or 404 for one that no calendar has. Years near the calendar's ends have no midnight in every zone."""
    try:
        return date(year, month, day) if 1 < year < 9999 else _missing()
    except ValueError as error:
        raise Http404 from error


def _key(number: int) -> int:
    return number if number <= LARGEST_KEY else _missing()


def _missing():
    raise Http404


def _moved(path: str, caching: str | None = None):
    response = HttpResponsePermanentRedirect(path)
    if caching:
        response["Cache-Control"] = caching
    return response


def _trail(*steps: tuple[str, str]) -> list[dict]:
    steps = ((_("Front page"), addresses.home()), *steps)
    return [{"label": label, "url": url} for label, url in steps]


def _head_in_both(request, title: str, path, description: str = "", query: str = "") -> Head:
    """Of a page that exists in both languages; `path` makes its address in one. Places in a list are one language's."""
    other = addresses.other_than(addresses.page_language())
    others = {} if query else {other: path(other)}
    return Head(request, title=title, path=path(None) + query, others=others, description=description)
