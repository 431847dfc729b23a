"""Open data: the register for other machines, and the page that says what it is."""

import json
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.http import Http404, HttpResponse, HttpResponseBadRequest, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import condition

from news.models import SiteSettings
from news.register import standing
from news.register.exports import DATASETS, Dataset, Span
from news.site import addresses, opendata_fields, opendata_formats
from news.site.head import Head
from news.site.public import public
from news.site.trail import trail

FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "ndjson": "application/x-ndjson; charset=utf-8",
}
LICENCE = (
    "Creative Commons Attribution 4.0 International (CC BY 4.0)",
    "https://creativecommons.org/licenses/by/4.0/",
)
_RECORD = {"person": addresses.person, "agency": addresses.agency}


@public
def open_data(request):
    """What there is, in which columns, under which licence."""
    other = addresses.other_than(addresses.page_language())
    others = {other: addresses.open_data(other)}
    head = Head(
        request,
        title=_("Open data"),
        path=addresses.open_data(),
        others=others,
        description=_(
            "The register of who met whom as CSV and JSON: persons, agencies, posts, meetings and who took part."
        ),
    )
    context = {
        "sets": [_described(dataset) for dataset in DATASETS.values()],
        "licence": licence(SiteSettings.load()),
    }
    return render(request, "news/opendata.html", context | {"head": head, "trail": trail()})


def _described(dataset: Dataset) -> dict:
    name = dataset.name
    return {
        "name": name,
        "title": opendata_fields.TITLES[name],
        "fields": opendata_fields.FIELDS[name],
        "has_days": dataset.has_days,
        "files": [(form, addresses.data_file(f"{name}.{form}")) for form in FORMATS],
        "schema": addresses.data_file(f"schema/{name}.json"),
    }


def licence(site: SiteSettings) -> dict:
    """{name, url}; a licence of the site's own words may have no address."""
    name, url = (site.data_licence, site.data_licence_url) if site.data_licence else LICENCE
    return {"name": name, "url": url}


@public
def data_schema(request, name: str):
    if name not in DATASETS:
        raise Http404
    address = addresses.absolute(request, addresses.data_file(f"schema/{name}.json"))
    text = json.dumps(opendata_fields.schema(name, address), ensure_ascii=False, indent=2)
    response = HttpResponse(f"{text}\n", content_type="application/schema+json; charset=utf-8")
    response["Access-Control-Allow-Origin"] = "*"
    return response


@public
def data_file(request, name: str, form: str):
    """The rows, streamed. 400 for days that cannot be read, 304 for who has them as they are."""
    if name not in DATASETS or form not in FORMATS:
        raise Http404
    dataset = DATASETS[name]
    try:
        span = _span(request, dataset)
    except ValueError as fault:
        return HttpResponseBadRequest(f"{fault}\n", content_type="text/plain; charset=utf-8")
    return _answer(request, dataset, form, span)


def _span(request, dataset: Dataset) -> Span:
    first, last = (_day(request, word) for word in ("from", "to"))
    span = Span(first, last)
    if span and not dataset.has_days:
        raise ValueError("These rows have no days: ask without from and to.")
    if first and last and last < first:
        raise ValueError("to is before from.")
    return span


def _day(request, word: str) -> date | None:
    text = request.GET.get(word, "")
    if not text:
        return None
    try:
        on = parse_date(text) if text.isascii() else None
    except ValueError:
        on = None
    if on is None or not 1 < on.year < 9999:
        raise ValueError(f"{word}: a day like 2022-05-17 is expected.")
    return on


def _answer(request, dataset: Dataset, form: str, span: Span):
    at, site = timezone.now(), SiteSettings.load()
    about = _about(request, dataset, site)
    mark = sha256(f"{standing.of(dataset.name, at)} {about}".encode()).hexdigest()[:24]
    etag = f'W/"{mark}-{form}-{span.first or ""}-{span.last or ""}"'

    @condition(
        etag_func=lambda _request: etag,
        last_modified_func=lambda _request: _last_modified(dataset.name, at),
    )
    def stream(request):
        if request.method == "HEAD":
            return HttpResponse(content_type=FORMATS[form])
        rows = (_row(request, row) for row in dataset.read(span, at))
        response = StreamingHttpResponse(
            _written(form, about, dataset.name, rows), content_type=FORMATS[form]
        )
        response["Content-Disposition"] = f'attachment; filename="{dataset.name}.{form}"'
        return response

    response = stream(request)
    response["Access-Control-Allow-Origin"] = "*"
    response["Link"] = _links(about)
    return response


def _last_modified(name: str, at: datetime) -> datetime | None:
    """The end of the second in which the set last changed, so that no second has two states; none while it lasts."""
    since = standing.since(name, at)
    if since is None:
        return None
    end = since.replace(microsecond=0) + timedelta(seconds=1)
    return end if end <= at else None


def _about(request, dataset: Dataset, site: SiteSettings) -> dict:
    return {
        "dataset": dataset.name,
        "publisher": site.agency_name,
        "licence": licence(site),
        "schema": addresses.absolute(request, addresses.data_file(f"schema/{dataset.name}.json")),
    }


def _links(about: dict) -> str:
    links = [f'<{about["schema"]}>; rel="describedby"; type="application/schema+json"']
    if about["licence"]["url"]:
        links.append(f'<{about["licence"]["url"]}>; rel="license"')
    return ", ".join(links)


def _written(form: str, about: dict, name: str, rows):
    if form == "csv":
        return opendata_formats.as_csv(opendata_fields.columns(name), rows)
    return getattr(opendata_formats, f"as_{form}")(about, rows)


def _row(request, row: dict) -> dict:
    """With the address of its page in place of what that is made from."""
    page = row.pop("page", None)
    if page:
        kind, key, slug, language = page
        path = (
            addresses.article_at(language, slug, key)
            if kind == "article"
            else _RECORD[kind](key, slug, language)
        )
        row["url"] = addresses.absolute(request, path)
    return row
