"""`python -m tests.sweep [ADDRESS]`: sweeps a running portal, or one of its own with the demo content; writes the result.

SWEEP_MINUTES bounds the time for axe (120 unless told); the result says how many combinations were looked at, of how many, and
names those left out. SWEEP_JOBS browsers work at a time (as many as there are cores, unless told). Begun again after an
interruption it goes on where it was, as long as the program is the same; `make sweep` after a change begins anew.
"""

import datetime
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import django

from tests.processes import ROOT, running_portal

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
django.setup()

from tests.sweep import axe, bytes_alike, criteria, firefox, fleet, kinds, lighthouse, nu, shifts, written  # noqa: E402
from tests.sweep.dresses import every, pairs  # noqa: E402
from tests.sweep.pages import Page, crawl, fetch  # noqa: E402
from tests.sweep.progress import Progress, version  # noqa: E402


def sweep(site: str, minutes: float, prepared: list[kinds.Kind]) -> int:
    """1 when anything was found; the result of today is written as it grows, so that one cut short tells what it did."""
    pages, end = crawl(site), time.monotonic() + 60 * minutes
    chosen, missing = kinds.choose((page.address for page in pages if page.status == 200), prepared)
    progress = Progress({"version": version(), "kinds": [str(kind) for kind in chosen]})
    html = [*pages, *_states(site, chosen)]
    paths = {kind.name: kind.path for kind in chosen if not kind.state}
    told = {
        "on": str(datetime.date.today()),
        "pages": [f"{page.status} {page.address}" for page in html],
        "kinds": [f"{kind}: {kind.path}" for kind in chosen],
        "missing": [f"{name}: no page was found" for name in missing],
        "left_out": kinds.LEFT_OUT,
        "version": version(),
        "bytes": bytes_alike.check(site, chosen),
        # Alone: it measures speed.
        "lighthouse": progress.tool("lighthouse", lambda: lighthouse.run(site, paths)),
    }
    tools = {
        "criteria": criteria.run,
        "nu": lambda: _html(html),
        "shifts": lambda: _shifts(site, paths),
        "firefox": lambda: firefox.run(site, paths["site:article"]),
    }
    # Beside axe, because they mostly wait.
    with ThreadPoolExecutor(1) as beside:
        answers = {name: beside.submit(progress.tool, name, run) for name, run in tools.items()}
        _axe(site, chosen, progress, told, answers, end)
        _write(site, told, answers)
    print(written.summary(told))
    return 1 if written.faults(told) else 0


def _axe(
    site: str, chosen: list[kinds.Kind], progress: Progress, told: dict, answers: dict, end: float
) -> None:
    # The sample first: if time ends, every pair of choices was still looked at.
    dresses = [*pairs(), *(dress for dress in every() if dress not in pairs())]
    of_axe, owed = {"version": axe.version(), "tags": axe.TAGS}, len(chosen)

    def count():
        seen = {dress: sum((str(dress), str(kind)) in progress.looks for kind in chosen) for dress in dresses}
        found = progress.found()
        told["axe"] = of_axe | {
            "kinds": owed, "combinations": sum(count == owed for count in seen.values()), "of": len(dresses),
            "looks": sum(seen.values()), "violations": len(found), "found": found,
            "not_looked_at": [f"{dress}: {owed - count} of {owed} kinds" for dress, count in seen.items() if count < owed],
        }  # fmt: skip

    def tell(dress, kind, found):
        progress.tell(dress, kind, found)
        print(*found, sep="\n", end="\n" if found else "", flush=True)
        if len(progress.looks) % 100 == 0:
            print(f"{len(progress.looks)} of {owed * len(dresses)}: {dress}", flush=True)
            count()
            if all(answer.done() for answer in answers.values()):
                _write(site, told, answers)

    fleet.run(site, fleet.shares(dresses, chosen, set(progress.looks)), end, tell)
    count()


def _write(site: str, told: dict, answers: dict) -> None:
    told |= {name: answer.result() for name, answer in answers.items()}
    written.keep(told, site)


def _states(site: str, chosen: list[kinds.Kind]) -> list[Page]:
    """The pages that no link leads to, as the server sends them."""
    made = [Page(site + kind.path, 500, kind.html) for kind in chosen if kind.html]
    return [*made, *(fetch(site + kind.path, kind.sent) for kind in chosen if kind.state and not kind.html)]


def _html(pages) -> dict:
    try:
        faults = nu.check(pages)
    except nu.Unavailable as reason:
        print(reason, file=sys.stderr)
        return {"skipped": str(reason)}
    return {"pages": len(pages), "errors": len(faults), "found": [str(fault) for fault in faults]}


def _shifts(site: str, paths: dict[str, str]) -> dict:
    with axe.chromium_browser() as browser:
        return shifts.run(browser, site, paths)


def _prepared(folder: str) -> list[kinds.Kind]:
    settings = {"VAR_DIR": folder, "DEMO": "1", "HTTPS": "0", "DATABASE_URL": ""}
    environment = {name: value for name, value in (os.environ | settings).items() if value}
    command = [sys.executable, "-m", "tests.sweep.scene"]
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return kinds.from_rows(json.loads(done.stdout.splitlines()[-1]))


def main(arguments: list[str]) -> int:
    minutes = float(os.environ.get("SWEEP_MINUTES", "120"))
    if arguments:
        return sweep(arguments[0].rstrip("/"), minutes, [])
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "static").symlink_to(ROOT / "var" / "static")
        with running_portal(Path(folder), DEMO="1") as portal:
            return sweep(portal.address, minutes, _prepared(folder))


if __name__ == "__main__":
    # An end from outside must still stop the portal that was started here.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        sys.exit(main(sys.argv[1:]))
    except (nu.Unavailable, RuntimeError) as reason:
        sys.exit(str(reason))
