"""Where readers of an old portal are led. Asked for only when a page was not found, or when parameters of the front page name one
("/?p=12"); by one query on one unique column."""

import re
from itertools import combinations
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from django.http import HttpResponsePermanentRedirect

from news.fold import nfc
from news.models import OldAddress
from news.site import addresses

LONGEST = 500
# An address that was led on by mistake is forgotten by browsers within the hour.
FORGOTTEN = "public, max-age=3600"
# What says where a reader came from and nothing about what is asked for.
_PASSING = re.compile(r"utm_\w+|fbclid|gclid|zarsrc|_ga|redirect|sessionid|phpsessid|p_p_auth|p_auth")
_SESSION = re.compile(r";jsessionid=[^/?#]*")
# Of an address with more parameters only all together and each alone are tried.
MOST_COMBINED = 5


def normal(address: str) -> str:
    """The form in which addresses are kept and compared: no host, lower case, decoded, parameters in order."""
    path, query = _parts(address)
    return _joined(path, query)


def candidates(address: str) -> list[str]:
    """The forms under which an address may be kept, the most exact first: with all of its parameters, with some, with none."""
    path, query = _parts(address)
    sizes = range(len(query), -1, -1) if len(query) <= MOST_COMBINED else (len(query), 1, 0)
    return [_joined(path, chosen) for size in sizes for chosen in combinations(query, size)]


def led_on(request) -> HttpResponsePermanentRedirect | None:
    """The answer to whoever asks for an old address; None for any other."""
    return _leading_to(target(request.get_full_path()))


def led_on_by_parameters(request) -> HttpResponsePermanentRedirect | None:
    """The same on a page that is there anyway: only its parameters can mean another. No question without one that asks
    for something."""
    return _leading_to(target(request.get_full_path(), by_parameters=True)) if request.GET else None


def _leading_to(path: str | None) -> HttpResponsePermanentRedirect | None:
    return HttpResponsePermanentRedirect(path, headers={"Cache-Control": FORGOTTEN}) if path else None


def target(address: str, by_parameters: bool = False) -> str | None:
    """The path that an old address leads to; None where it leads nowhere now. One query."""
    wanted = candidates(address[: LONGEST * 4])
    wanted = [form for form in wanted if "?" in form] if by_parameters else wanted
    if not wanted:
        return None
    rows = OldAddress.objects.filter(address__in=wanted).select_related("article__last_release", "page")
    found = {row.address: row for row in rows}
    row = next((found[form] for form in wanted if form in found), None)
    path = target_of(row) if row else None
    return path if path and normal(path) not in wanted[:1] else None


def target_of(row: OldAddress) -> str | None:
    """The path of its target. A withdrawn article has one, which says that it was withdrawn; a draft has none."""
    if row.article:
        edition = row.article.last_release
        return addresses.article_at(edition.language, edition.slug, row.article.number) if edition else None
    if row.page:
        return addresses.page(row.page, "vi") if row.page.is_public else None
    return row.url


def _parts(address: str) -> tuple[str, list[tuple[str, str]]]:
    split = urlsplit(address.strip())
    # PostgreSQL keeps no NUL, not even in a question.
    path = nfc(_SESSION.sub("", unquote(split.path).replace("\0", ""))).lower()
    path = re.sub(r"/{2,}", "/", f"/{path}").rstrip("/") or "/"
    query = [
        (nfc(name).lower(), nfc(value).lower())
        for name, value in parse_qsl(split.query, keep_blank_values=True)
    ]
    return path, sorted({pair for pair in query if not _PASSING.fullmatch(pair[0])})


def _joined(path: str, query) -> str:
    return (f"{path}?{urlencode(query)}" if query else path)[:LONGEST]
