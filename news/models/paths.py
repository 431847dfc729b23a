"""Addresses that staff type and readers follow."""

import re

# A backslash is a slash to browsers, and they pass over control characters: "/\\example.org" and "/<tab>/example.org" leave the site.
_OWN = re.compile(r"/(?![/\\])[^\\\s\x00-\x1f\x7f]*")


def is_own_path(text: str) -> bool:
    """Whether a browser that follows `text` stays on this site."""
    return bool(_OWN.fullmatch(text))


def leads_on(text: str) -> bool:
    """A path of this site, or an https address without anything that a browser reads as something else."""
    return is_own_path(text) or bool(re.fullmatch(r"https://[^\\\s\x00-\x1f\x7f]+", text))
