"""What a sweep looks at: a real page for every public URL name of tests/addresses.py, and the states that a name alone does not show.

test_kinds.py fails when a public name stands in neither WAYS nor LEFT_OUT; the sweep itself when a page of WAYS was not found.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

# An example is found by following links from the front pages.
LINKED = ""
BOTH = ("site", "site-en")
SECTIONS = (
    "home", "article", "category", "agency", "person", "tag", "page", "register", "open_data", "abbreviations",
    "feeds", "archive", "archive_year", "archive_month", "archive_day",
)  # fmt: skip
WAYS = {
    **{f"{space}:{name}": LINKED for space in BOTH for name in SECTIONS},
    **{f"{space}:{name}": LINKED for space in ("reader", "reader-en") for name in ("statement", "report")},
    # No link leads to these without a form or a query.
    "reader:preferences": "/doc/tuy-chinh/",
    "reader-en:preferences": "/en/doc/tuy-chinh/",
    "reader:report_sent": "/doc/bao-cho-kho-dung/da-nhan/",
    "reader-en:report_sent": "/en/doc/bao-cho-kho-dung/da-nhan/",
    "reader:voices": "/doc/giong-doc/",
    "reader-en:voices": "/en/doc/giong-doc/",
    "reader:voices_of": "/doc/giong-doc/android/",
    "reader-en:voices_of": "/en/doc/giong-doc/windows/",
    # Prepared (scene.py): nobody links to a secret.
    "leader": LINKED,
}

# Public, and no page that a person reads: why each.
LEFT_OUT = {
    "site:article_text": "plain text: no marks, no colours",
    "site-en:article_text": "plain text: no marks, no colours",
    **{
        f"{space}:{name}": "a feed for programs; its page is swept"
        for space in BOTH
        for name in ("feed", "podcast", "category_feed", "agency_feed")
    },
    "site:robots": "a text for machines",
    "site:abbreviations_file": "a data file",
    "site:data_file": "a data file",
    "site:data_schema": "a data file",
    "reader:live_style": "a stylesheet",
    "reader-en:live_style": "a stylesheet",
    "reader:style": "a stylesheet",
    "reader-en:style": "a stylesheet",
    "photo": "a picture; seen in its pages",
    "attachment": "a file as the office wrote it",
    "sound": "sound; heard in its pages",
    "sound-marks": "a data file",
    "sound-transcript": "subtitles of a sound",
    "film": "a film; seen in its pages",
    "subtitles": "subtitles; seen in their pages",
    "leader-photo": "a picture; seen in the leader's page",
    "leader-file": "a file as the office wrote it",
    "healthz": "a word for machines",
    "readyz": "a word for machines",
}


@dataclass(frozen=True)
class Kind:
    """`name` is the URL name; `state` tells apart what one name can show; `sent` is the body of a form that is sent there;
    `html` is a page that no request can be made to call forth (an answer to a fault of the server)."""

    name: str
    path: str
    state: str = ""
    sent: str | None = None
    media: str = "screen"
    html: str = ""

    def __str__(self) -> str:
        return f"{self.name}, {self.state}" if self.state else self.name


STATES = [
    Kind("site:article", "/khong-co-trang-nay/", "not found"),
    Kind("site-en:article", "/en/no-such-page/", "not found"),
    Kind("site:register", "/ai-gap-ai/?ai=ng&gap=khong-co-ai&tu=hom-qua", "refused and empty"),
    Kind(
        "site-en:register", "/en/who-met-whom/?who=ng&met=nobody-at-all&from=yesterday", "refused and empty"
    ),
    Kind("reader:report", "/doc/bao-cho-kho-dung/", "refused", sent="page=&words="),
    Kind("reader-en:report", "/en/doc/bao-cho-kho-dung/", "refused", sent="page=&words="),
]
# Names whose linked example is looked at once more: on paper, and as the answer to a question.
ON_PAPER = ("site:home", "site:article", "site:register", "site-en:article")
ASKED = ("site:register", "site-en:register")


def name_of(address: str) -> str:
    """The URL name behind an address; "" for one that leads nowhere."""
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return ""


def choose(addresses: Iterable[str], prepared: Iterable[Kind] = ()) -> tuple[list[Kind], list[str]]:
    """The kinds to look at, given the addresses that were found (nearest first); and the names that have no example."""
    plain, asked = _first_of_each(addresses)
    prepared = list(prepared)
    known = {kind.name for kind in prepared}
    paths = {name: way or plain.get(name, "") for name, way in WAYS.items()}
    kinds = [Kind(name, path) for name, path in paths.items() if path]
    kinds += [Kind(name, asked[name], "answered") for name in ASKED if name in asked]
    kinds += [Kind(name, paths[name], "on paper", media="print") for name in ON_PAPER if paths[name]]
    missing = [name for name, path in paths.items() if not path and name not in known]
    missing += [f"{name}, answered" for name in ASKED if name not in asked]
    return [*kinds, *STATES, *prepared], missing


def _first_of_each(addresses: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """`{name: path}` without and with a question."""
    plain, asked = {}, {}
    for address in addresses:
        parts = urlsplit(address)
        wanted = asked if parts.query else plain
        wanted.setdefault(name_of(address), parts.path + (f"?{parts.query}" if parts.query else ""))
    return plain, asked


def from_rows(rows: Iterable[dict]) -> list[Kind]:
    """What scene.py told, as kinds."""
    return [replace(Kind("", ""), **row) for row in rows]
