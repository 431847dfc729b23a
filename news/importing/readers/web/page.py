"""From the bytes of a saved page, or pasted html, to a Source. Nothing is fetched and nothing is run."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import lxml.html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news.fold import nfc
from news.importing.errors import ImportRefused
from news.importing.readers import plain
from news.importing.readers.looks import bind_captions, settle_headings
from news.importing.readers.source import Source
from news.importing.readers.web import address, archived, article, junk
from news.importing.readers.web.lines import Writer

_TAGS = re.compile(
    r"<\s*(?:!doctype html|html|head|body|script|style|meta|div|span|table|iframe|img|a|p|br|h1|article)\b[^>]*>",
    re.IGNORECASE,
)
_SCRIPTS = re.compile(rb"<\s*script\b|<[^<>]{0,500}\son[a-z]{3,20}\s*=|javascript:", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def is_page(data: bytes) -> bool:
    """Two tags of pages, or one script: a text that mentions a tag is still a text."""
    text = data[:200_000].decode("latin-1").replace("\x00", "")
    return len(_TAGS.findall(text)) >= 2 or bool(re.search(r"<\s*script\b", text, re.IGNORECASE))


def has_scripts(data: bytes) -> bool:
    """Whether a page carries programs of its own, in elements or in attributes."""
    if archived.is_archived(data):
        data = archived.unfold(data, "").page
    return is_page(data) and bool(_SCRIPTS.search(data.replace(b"\x00", b"")))


def read(data: bytes, name: str, nearby: Callable[[str], bytes | None] | None = None) -> Source:
    """The article of a page. `nearby` gives pictures beside a saved page by their relative address. Raises ImportRefused."""
    text = _decoded(data, name)
    root = _parsed(text, name)
    return _article(root, address.of(root, text), nearby, name)


def read_archived(data: bytes, name: str) -> Source:
    """The article of a page that was saved as one file, with the pictures that are in it. Raises ImportRefused."""
    found = archived.unfold(data, name)
    text = _decoded(found.page, name)
    root = _parsed(text, name)
    archived.point(root, found)
    return _article(root, found.address or address.of(root, text), archived.nearby(found), name)


def _article(root, stood_at: str, nearby: Callable[[str], bytes | None] | None, name: str) -> Source:
    junk.drop(root)
    writer = Writer(nearby)
    for part in article.parts(root):
        writer.write(part)
    source = writer.source
    if not any(line.text.strip() for line in source.lines):
        raise ImportRefused(
            _(
                "No article was found on the page “%(name)s”. Open it, copy the article's text and save it as plain text."
            )
            % {"name": name}
        )
    source.address = stood_at
    return _settled(writer)


def read_fragment(html: str, nearby: Callable[[str], bytes | None] | None = None) -> Source:
    """The lines of an article's own html, as a database holds it: nothing surrounds it, so nothing is left out but scripts.
    `nearby` is asked for pictures by their path alone, whatever site their address names."""
    root = _parsed(f"<div>{html}</div>", "")
    junk.drop_code(root)
    for image in root.iter("img"):
        image.set("src", urlsplit(image.get("src") or "").path.lstrip("/") or image.get("src", ""))
    writer = Writer(nearby)
    writer.write(root)
    return _settled(writer)


def _settled(writer: Writer) -> Source:
    source = writer.source
    bind_captions(source, writer.apart)
    settle_headings(source, writer.bold)
    if writer.unseen:
        source.warnings.append(_unseen(writer.unseen))
    return source


def _decoded(data: bytes, name: str) -> str:
    found = _CHARSET.search(data[:4096])
    if found and found[1].lower() not in (b"utf-8", b"utf8"):
        try:
            return nfc(data.decode(found[1].decode("ascii")))
        except (LookupError, UnicodeDecodeError):
            pass
    return nfc(plain.decode(data, name))


def _parsed(text: str, name: str):
    parser = lxml.html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = lxml.html.document_fromstring(_DECLARATION.sub("", text.replace("\x00", "")), parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise ImportRefused(
            _(
                "No article was found on the page “%(name)s”. Open it, copy the article's text and save it as plain text."
            )
            % {"name": name}
        ) from error
    return root


def _unseen(count: int) -> str:
    return ngettext(
        "%(count)d picture of the page lies elsewhere and was not fetched; add it by hand.",
        "%(count)d pictures of the page lie elsewhere and were not fetched; add them by hand.",
        count,
    ) % {"count": count}
