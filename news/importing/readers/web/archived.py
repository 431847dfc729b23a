"""Pages that browsers and Word save as one file (.mht, .mhtml): MIME messages with the page and its pictures (RFC 2557)."""

import email
import email.policy
import re
from dataclasses import dataclass, field
from urllib.parse import urljoin

from django.utils.translation import gettext as _

from news.importing.errors import ImportRefused

# What a look at the head of a file must hold.
HEAD = 2048
_KIND = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset", re.IGNORECASE)
MOST_PARTS = 2_000


@dataclass
class Archived:
    """`address` is where the page once stood, "" where the file does not say; pictures by the address the page calls them by."""

    page: bytes
    address: str = ""
    pictures: dict[str, bytes] = field(default_factory=dict)


def is_archived(head: bytes) -> bool:
    """By the first HEAD bytes."""
    head = head[:HEAD]
    return bool(re.match(rb"\s*[\w-]+:", head) and b"mime-version:" in head.lower() and _KIND.search(head))


def unfold(data: bytes, name: str) -> Archived:
    """The page and what lies in the file with it. Raises ImportRefused."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        parts = [part for part in message.walk() if not part.is_multipart()]
        page = next((part for part in parts if part.get_content_type() == "text/html"), None)
        if page is None or len(parts) > MOST_PARTS:
            raise _refusal(name)
        address = str(message.get("Snapshot-Content-Location") or page.get("Content-Location") or "").strip()
        return Archived(_words_of(page), address, _pictures(parts, address))
    except (ValueError, LookupError, RecursionError) as error:
        raise _refusal(name) from error


def point(root, found: Archived) -> None:
    """Let each picture of the page name its part the way `found.pictures` does, so that it is taken for one that lies nearby."""
    for image in root.iter("img"):
        called = (_called(source, found.address) for source in _sources(image))
        if kept := next((address for address in called if address in found.pictures), ""):
            image.set("src", _near(kept))


def _sources(image) -> list[str]:
    """All addresses under which a browser may have fetched the picture: the one it chose is the one in the file."""
    # Not its parent: to libxml2 a source is an element with content.
    frame = next(image.iterancestors("picture"), image)
    each = [image.get("src") or "", image.get("data-src") or ""]
    for element in frame.iter("source", "img"):
        each += [part.split()[0] for part in (element.get("srcset") or "").split(", ") if part.strip()]
    return each


def nearby(found: Archived):
    """The reader's way to a picture that `point` has pointed at."""
    by_name = {_near(address): data for address, data in found.pictures.items()}
    return by_name.get


def _near(address: str) -> str:
    return (
        re.sub(r"\W+", "_", address.rpartition("/")[0])
        + "/"
        + re.sub(r"[^\w.]", "_", address.rpartition("/")[2])
    )


def _called(source: str, base: str) -> str:
    source = source.strip()
    if source.startswith("cid:") or not base:
        return source
    try:
        return urljoin(base, source)
    except ValueError:
        return source


def _pictures(parts, base: str) -> dict[str, bytes]:
    found = {}
    for part in parts:
        if part.get_content_maintype() == "image":
            data = part.get_payload(decode=True) or b""
            if part["Content-Location"]:
                found[_called(str(part["Content-Location"]), base)] = data
            if part["Content-ID"]:
                found["cid:" + str(part["Content-ID"]).strip(" <>")] = data
    return found


def _words_of(page) -> bytes:
    """The page's bytes, in the letters that itself declares, or in UTF-8."""
    data = page.get_payload(decode=True) or b""
    letters = page.get_content_charset()
    if letters and not _CHARSET.search(data[:4096]):
        return data.decode(letters).encode()
    return data


def _refusal(name: str) -> ImportRefused:
    return ImportRefused(
        _(
            "No article was found on the page “%(name)s”. Open it, copy the article's text and save it as plain text."
        )
        % {"name": name}
    )
