"""The public pages: which rows, which extras, which template. Language follows from the path (portal/language.py)."""

from datetime import date

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from news.models import Agency, Article, Category, Edition, Page, Person, Tag
from news.models.wording import in_language
from news.site import (
    addresses,
    archive,
    article_page,
    dateline,
    front,
    old_addresses,
    public_text,
    records,
    timeline,
)
from news.site.head import Head
from news.site.public import public
from news.site.trail import trail

WRONG_SLUG = "public, max-age=3600"
LARGEST_KEY = 2**63 - 1


@public
def home(request):
    if led_on := old_addresses.led_on_by_parameters(request):
        return led_on
    other = addresses.other_than(addresses.page_language())
    head = Head(request, title="", path=addresses.home(), others={other: addresses.home(other)})
    return render(request, "news/home.html", front.context() | {"head": head})


@public
def article(request, slug: str, number: int):
    """200, 301 to the right slug, 410 or a redirect when withdrawn; drafts and unknown numbers are 404 alike."""
    edition, elsewhere = sought(request, number, addresses.article)
    if elsewhere:
        return elsewhere
    text_only = addresses.text_only(edition)
    context = article_page.context(edition, request) | {"text_only": text_only}
    response = render(request, "news/article.html", context)
    response["Link"] = f'<{text_only}>; rel="alternate"; type="text/plain"'
    return response


def sought(request, number: int, address):
    """(the live edition, None), or (None, the answer that leads elsewhere): 301 to what `address` makes of an edition, 410. Raises 404."""
    language = addresses.page_language()
    found = Edition.objects.live().filter(article__number=_key(number), language=language)
    edition = article_page.loaded(found)
    if edition is None:
        return None, _withdrawn(request, language, number, address)
    if request.path != address(edition):
        return None, _moved(address(edition), WRONG_SLUG)
    return edition, None


def _withdrawn(request, language: str, number: int, address):
    row = Article.objects.filter(number=number, language=language, standing="withdrawn").first()
    if row is None or not row.editions.filter(state="released", live_from__lte=row.withdrawn_at).exists():
        raise Http404
    target = Edition.objects.live().filter(article=row.redirect_to_id).select_related("article").first()
    if target:
        return _moved(address(target))
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
        request,
        row.label,
        lambda code: addresses.category(row, code),
        description,
        leaf.query,
        feed=addresses.category(row) + addresses.RSS,
    )
    context = {"category": row, "description": description, "below": below, "leaf": leaf, "head": head}
    return render(request, "news/category.html", context | {"trail": trail(*above)})


@public
def agency(request, slug: str, pk: int):
    row = records.agency(_key(pk), addresses.page_language())
    if row is None:
        return _merged(Agency, pk, addresses.agency)
    path = addresses.agency(row.pk, row.slug)
    if request.path != path:
        return _moved(path, WRONG_SLUG)
    context = records.agency_context(row, request)
    query = context["leaf"].query
    others = records.others(row, addresses.agency, query)
    feed = path + addresses.RSS
    head = Head(
        request, title=row.label, path=path + query, others=others, description=row.description, feed=feed
    )
    return render(request, "news/agency.html", context | {"trail": trail(), "head": head})


@public
def person(request, slug: str, pk: int):
    row = None if public_text.is_hidden(_key(pk)) else records.person(pk, addresses.page_language())
    if row is None:
        return _merged(Person, pk, addresses.person)
    path = addresses.person(row.pk, row.slug)
    if request.path != path:
        return _moved(path, WRONG_SLUG)
    context = records.person_context(row, request)
    query = context["leaf"].query
    others = records.others(row, addresses.person, query)
    head = Head(request, title=row.full_name, path=path + query, others=others)
    return render(request, "news/person.html", context | {"trail": trail(), "head": head})


def _merged(model, pk: int, address):
    """The address of a duplicate leads to the record that it was merged into."""
    row = records.heir(model, pk, addresses.page_language()) or _missing()
    return _moved(address(row.pk, row.slug))


@public
def tag(request, slug: str):
    """404 unless something live carries the tag: words of drafts are not shown."""
    row = get_object_or_404(Tag, slug=slug)
    if public_text.names_hidden(row.name):
        raise Http404
    leaf = timeline.leaf(
        request, Edition.objects.listed().in_language(addresses.page_language()).filter(tags=row)
    )
    if not leaf.editions:
        raise Http404
    head = Head(request, title=row.name, path=addresses.tag(row.slug) + leaf.query)
    return render(request, "news/tag.html", {"tag": row, "leaf": leaf, "trail": trail(), "head": head})


@public
def page(request, slug: str):
    row = Page.objects.filter(slug=slug, is_public=True).first() or _neutral_page(slug) or _missing()
    if request.path != addresses.page(row):
        return _moved(addresses.page(row))
    head = _head_in_both(request, row.label, lambda language: addresses.page(row, language))
    body, _placed = public_text.body_parts(row.text, [], [])
    return render(request, "news/page.html", {"page": row, "body": body, "trail": trail(), "head": head})


def _neutral_page(slug: str) -> Page | None:
    """The page whose own address names somebody hidden."""
    if not public_text.hidden_people():
        return None
    pages = Page.objects.filter(is_public=True)
    return next((row for row in pages if row.slug != slug and public_text.slug(row.slug) == slug), None)


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
        request, "news/archive.html", context | {"trail": trail(*steps), "head": head, "level": len(parts)}
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


def _head_in_both(request, title: str, path, description: str = "", query: str = "", feed: str = "") -> Head:
    """Of a page that exists in both languages; `path` makes its address in one. Places in a list are one language's."""
    other = addresses.other_than(addresses.page_language())
    others = {} if query else {other: path(other)}
    return Head(
        request, title=title, path=path(None) + query, others=others, description=description, feed=feed
    )
