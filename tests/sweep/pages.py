"""Which pages a sweep looks at: those that links lead to, a few of each kind, and the error page."""

import urllib.error
import urllib.request
from collections import Counter, deque
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

STARTS = (
    "/",
    "/en/",
    "/doc/tuy-chinh/",
    "/en/doc/tuy-chinh/",
    "/doc/bao-cho-kho-dung/da-nhan/",
    "/khong-co-trang-nay/",
)
# Pages of one kind (one shape of address) and pages in all.
OF_A_KIND, IN_ALL = 3, 120


@dataclass(frozen=True)
class Page:
    """What the server sent for one address, error pages included."""

    address: str
    status: int
    html: str


class _Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            self.found.append(dict(attributes).get("href") or "")


def fetch(address: str, sent: str | None = None) -> Page | None:
    """The page, or the answer to the form that is `sent` there; None when it is no HTML (a feed, a file)."""
    try:
        answer = urllib.request.urlopen(address, sent.encode() if sent is not None else None, timeout=30)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        if answer.headers.get_content_type() != "text/html":
            return None
        return Page(answer.geturl(), answer.status, answer.read().decode())


def kind(address: str) -> str:
    """The shape of an address: what comes after its first word made alike, the language and a query kept apart."""
    parts = urlsplit(address)
    language, path = ("/en", parts.path[3:]) if parts.path.startswith("/en/") else ("", parts.path)
    first, *others = path.strip("/").split("/")
    return "/".join([language, first, *("*" for _ in others)]) + ("?" if parts.query else "")


def crawl(site: str) -> list[Page]:
    """Pages reached from the starts, nearest first; at most OF_A_KIND of a kind and IN_ALL in all. `site` ends without a slash."""
    waiting, seen, kinds, pages = deque(site + start for start in STARTS), set(), Counter(), []
    while waiting and len(pages) < IN_ALL:
        address = waiting.popleft()
        if address in seen or kinds[kind(address)] >= OF_A_KIND:
            continue
        seen.add(address)
        page = fetch(address)
        if page is None:
            continue
        kinds[kind(address)] += 1
        pages.append(page)
        waiting.extend(link for link in _links(page) if link.startswith(site + "/"))
    return pages


def _links(page: Page) -> list[str]:
    parser = _Links()
    parser.feed(page.html)
    return [urldefrag(urljoin(page.address, link)).url for link in parser.found]
