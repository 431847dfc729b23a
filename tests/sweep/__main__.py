"""`python -m tests.sweep [ADDRESS]`: sweeps a running portal, or one of its own with the demo content; writes the result.

SWEEP_MINUTES bounds the time for axe (120 unless told); the result says how many combinations were looked at, of how many.
"""

import datetime
import os
import signal
import sys
import tempfile
import time
from pathlib import Path

from tests.processes import ROOT, running_portal
from tests.sweep import axe, criteria, firefox, lighthouse, nu, written
from tests.sweep.dresses import every, pairs
from tests.sweep.pages import crawl, one_of_each


def sweep(site: str, minutes: float) -> int:
    """1 when anything was found; the result of today is written after every dress, so that one cut short tells what it did."""
    pages, end = crawl(site), time.monotonic() + 60 * minutes
    told = {"on": str(datetime.date.today()), "pages": [f"{page.status} {page.address}" for page in pages]}
    told |= {
        "criteria": criteria.run(),
        "nu": _html(pages),
        "lighthouse": lighthouse.run(site),
        "firefox": firefox.run(site),
    }
    kinds = [page.address for page in one_of_each(pages)]
    told["axe"] = {
        "version": axe.version(), "tags": axe.TAGS, "kinds": len(kinds), "combinations": 0, "of": len(every()),
        "violations": 0, "found": [],
    }  # fmt: skip
    # The sample first: if time ends, every pair of choices was still looked at.
    dresses = [*pairs(), *(dress for dress in every() if dress not in pairs())]
    with axe.chromium_browser() as browser:
        for dress in dresses:
            if time.monotonic() > end:
                break
            found = [str(violation) for violation in axe.check(browser, dress, kinds)]
            told["axe"]["combinations"] += 1
            told["axe"]["violations"] += len(found)
            told["axe"]["found"] += found
            print(f"{dress}: {len(found)}", flush=True)
            written.keep(told, site)
    print(written.summary(told))
    return 1 if written.faults(told) else 0


def _html(pages) -> dict:
    try:
        faults = nu.check(pages)
    except nu.Unavailable as reason:
        print(reason, file=sys.stderr)
        return {"skipped": str(reason)}
    return {"pages": len(pages), "errors": len(faults), "found": [str(fault) for fault in faults]}


def main(arguments: list[str]) -> int:
    minutes = float(os.environ.get("SWEEP_MINUTES", "120"))
    if arguments:
        return sweep(arguments[0].rstrip("/"), minutes)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "static").symlink_to(ROOT / "var" / "static")
        with running_portal(Path(folder), DEMO="1") as portal:
            return sweep(portal.address, minutes)


if __name__ == "__main__":
    # An end from outside must still stop the portal that was started here.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        sys.exit(main(sys.argv[1:]))
    except (nu.Unavailable, RuntimeError) as reason:
        sys.exit(str(reason))
