"""Public pages as the running server sends them, caches and all: the same bytes with and without a reader's cookie."""

import time
import urllib.error
import urllib.request

from accessibility.preferences import COOKIE, serialise
from tests.sweep.kinds import Kind

CHOICES = {"theme": "dark", "size": "6", "font": "andika", "images": "off"}
# What tells a reader the choices of this reader, and what only the person with the secret gets.
OWN = ("preferences", "report", "report_sent", "leader")
# Seconds in which the worker may finish what it is at.
PATIENCE = 20


def check(site: str, kinds: list[Kind]) -> dict:
    """`{pages, different, found}`."""
    public = [kind for kind in kinds if not (kind.html or kind.sent or kind.name.split(":")[-1] in OWN)]
    paths = {kind.path: kind for kind in public}
    found = [
        f"{kind}: other bytes or headers with a cookie"
        for path, kind in paths.items()
        if differs(site + path)
    ]
    return {"pages": len(paths), "different": len(found), "found": found}


def differs(address: str) -> bool:
    """A recording that is finished between two requests changes a page once, a cookie that is heard does so each time."""
    return all(_differs(address, wait) for wait in (0, 1, PATIENCE))


def _differs(address: str, wait: float) -> bool:
    time.sleep(wait)
    answers = [ask(address), ask(address, f"{COOKIE}={serialise(CHOICES)}"), ask(address)]
    kept = any("cookie" in vary.lower() or cookie for _, _, vary, cookie in answers)
    return kept or len({answer[:2] for answer in answers}) > 1


def ask(address: str, cookie: str = "") -> tuple[int, bytes, str, str]:
    """Status, body, Vary and Set-Cookie."""
    request = urllib.request.Request(address, headers={"Cookie": cookie} if cookie else {})
    try:
        answer = urllib.request.urlopen(request, timeout=30)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        told = answer.headers
        return answer.status, answer.read(), told.get("Vary", ""), told.get("Set-Cookie", "")
