"""The address at which a saved page once stood, as the page itself or the program that saved it says."""

import re
from urllib.parse import urlsplit

# Browsers, SingleFile and HTTrack write it into a comment above the page.
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)\s*(\S+)|Page saved with SingleFile\s+url:\s*(\S+)|Mirrored from (\S+) by HTTrack)",
    re.IGNORECASE,
)
HEAD = 5000
MOST = 500


def of(root, text: str) -> str:
    """What was fetched, else what the page calls its own; "" where nobody says, or where it is a front page, which some systems
    name in each of their pages. `text` is the page before it was parsed."""
    found = _SAVED.search(text[:HEAD])
    saved = next(filter(None, found.groups()), "") if found else ""
    if saved and "//" not in saved:
        saved = f"http://{saved}"
    named = root.xpath("//link[@rel='canonical']/@href") + root.xpath("//meta[@property='og:url']/@content")
    return next((address for address in map(str.strip, [saved, *named]) if _is_a_page(address)), "")


def _is_a_page(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    is_web = parts.scheme in ("http", "https") or (not parts.scheme and address.startswith("/"))
    return is_web and len(address) <= MOST and bool(parts.path.strip("/") or parts.query)
