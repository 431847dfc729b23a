"""The feeds: of all news, of a category, of an agency, and of what can be heard. Also the page that lists them.

What a feed carries at each step of an article, and what it is asked again for: docs/feeds.md.
"""

from functools import partial
from hashlib import sha256

from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _

from news.models import Agency, Category, Edition
from news.photos import renditions
from news.site import addresses, changed, feeds_formats, feeds_items, public_text, records, views
from news.site.chrome import Chrome
from news.site.feeds_formats import Channel
from news.site.feeds_items import told
from news.site.head import Head
from news.site.public import public
from news.site.trail import trail

# The picture of the podcast, 1400 pixels square as directories demand.
COVER = "icons/podcast.png"


@public
def feeds(request):
    """Each feed with its address to copy, and in two sentences what a feed is."""
    other = addresses.other_than(addresses.page_language())
    head = Head(
        request,
        title=_("News feeds"),
        path=addresses.feeds(),
        others={other: addresses.feeds(other)},
        description=_("The news of this site for feed readers and podcast apps."),
    )
    whole = partial(addresses.absolute, request)
    categories = [
        (row.label, whole(addresses.category(row) + addresses.RSS))
        for row in _in_order(Category.objects.all())
    ]
    forms = {
        name: whole(addresses.feed(form))
        for name, form in {
            "rss": addresses.RSS,
            "json": addresses.JSON_FEED,
            "podcast": addresses.PODCAST,
        }.items()
    }
    context = forms | {"categories": categories, "head": head, "trail": trail()}
    return render(request, "news/feeds.html", context)


def _in_order(rows: QuerySet) -> list[Category]:
    """Each category followed by those below it."""
    found = list(rows)
    return [
        row
        for top in found
        if not top.parent_id
        for row in (top, *(low for low in found if low.parent_id == top.pk))
    ]


@public
def feed(request, form: str):
    chrome = Chrome(request)
    listed = Edition.objects.listed().in_language(chrome.language)
    return _of_lists(request, chrome, form, chrome.agency_name, chrome.home, [listed])


@public
def category_feed(request, slug: str, form: str):
    """With the news of the categories below it, as on its page."""
    chrome = Chrome(request)
    rows = list(Category.objects.filter(Q(slug=slug) | Q(parent__slug=slug)))
    row = next((row for row in rows if row.slug == slug), None)
    if row is None:
        raise Http404
    listed = Edition.objects.listed().in_language(chrome.language)
    lists = [listed.filter(category=member) for member in rows]
    return _of_lists(
        request, chrome, form, f"{row.label} – {chrome.agency_name}", addresses.category(row), lists
    )


@public
def agency_feed(request, slug: str, pk: int, form: str):
    """As its page: another slug leads on, so does a record that was merged."""
    chrome = Chrome(request)
    if pk > views.LARGEST_KEY:
        raise Http404
    row = records.agency(pk, chrome.language) or records.heir(Agency, pk, chrome.language)
    if row is None:
        raise Http404
    path = addresses.agency(row.pk, row.slug)
    if request.path != path + form:
        moved = HttpResponsePermanentRedirect(path + form)
        moved["Cache-Control"] = views.WRONG_SLUG
        return moved
    title = f"{row.label} – {chrome.agency_name}"
    return _of_lists(request, chrome, form, title, path, [records.naming(row, chrome.language)])


@public
def podcast(request):
    """What can be heard now. The words are on the page and in the transcript."""
    chrome = Chrome(request)
    editions = feeds_items.spoken(Edition.objects.listed().in_language(chrome.language))
    items = feeds_items.items(editions, request, chrome.agency_name, is_whole=False)
    channel = Channel(
        title=told(_("Listen to the news: %(agency)s") % {"agency": chrome.agency_name}),
        description=told(
            _(
                "Articles of %(agency)s read aloud. Most are read by a machine voice; each episode says who reads."
            )
            % {"agency": chrome.agency_name}
        ),
        picture=addresses.absolute(request, static(COVER)),
        **_about(request, chrome, chrome.home),
    )
    heard = [feeds_items.heard(item) for item in items if item.audio]
    text = feeds_formats.as_podcast(channel, heard, partial(addresses.absolute, request))
    return _sent(request, text, feeds_formats.RSS_TYPE)


def _of_lists(
    request, chrome: Chrome, form: str, title: str, page: str, lists: list[QuerySet]
) -> HttpResponse:
    items = feeds_items.items(feeds_items.newest(lists), request, chrome.agency_name)
    channel = Channel(
        title=told(title),
        description=told(_("News: %(title)s") % {"title": title}),
        picture=_crest(request, chrome),
        **_about(request, chrome, page),
    )
    whole = partial(addresses.absolute, request)
    if form == addresses.JSON_FEED:
        return _sent(request, feeds_formats.as_json(channel, items, whole), feeds_formats.JSON_TYPE)
    return _sent(request, feeds_formats.as_rss(channel, items, whole), feeds_formats.RSS_TYPE)


def _crest(request, chrome: Chrome) -> str:
    """As JPEG: RSS knows no WebP."""
    photo = chrome.site.crest
    widths = photo.renditions.get("free") if photo else None
    return addresses.absolute(request, renditions.address(photo, "free", widths[0], "jpg")) if widths else ""


def _about(request, chrome: Chrome, page: str) -> dict:
    return {
        "address": addresses.absolute(request, page),
        "own": addresses.absolute(request, request.path),
        "language": chrome.language,
        "author": told(chrome.agency_name),
        "email": chrome.email,
        "licence": told(chrome.licence),
    }


def _sent(request, text: str, media_type: str) -> HttpResponse:
    """304 by what is written, which alone knows of everything: corrections, withdrawals, hiding, sound, the clock."""
    response = HttpResponse(text, content_type=media_type)
    mark = sha256(f"{public_text.stamp()} {text}".encode()).hexdigest()[:20]
    key = sha256(request.build_absolute_uri(request.path).encode()).hexdigest()[:32]
    since = int(changed.since(f"feed:{key}", mark, timezone.now()).timestamp())
    response["ETag"] = etag = f'"{mark}"'
    response["Last-Modified"] = http_date(since)
    # Programs that run in a page of another site read feeds too; nothing in them is for one reader alone.
    response["Access-Control-Allow-Origin"] = "*"
    return get_conditional_response(request, etag=etag, last_modified=since, response=response)
