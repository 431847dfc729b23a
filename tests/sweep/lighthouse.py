"""Lighthouse, as a slow telephone sees the home page, a list and an article; installed with npm on demand under var/node."""

import json
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from tests import chromium
from tests.sweep.nu import NODE

PROGRAM = NODE / "node_modules" / ".bin" / "lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PATIENCE = 120
NAMES = ("site:home", "site:category", "site:article")


def run(site: str, paths: dict[str, str]) -> dict:
    """`{pages, lowest: {category: 0..100}, each: {URL name: {category: 0..100}}}`, or `{skipped: why}`; `paths` by URL name."""
    reason = _missing()
    if reason:
        print(reason)
        return {"skipped": reason}
    if not quiet():
        return {"skipped": "The machine was busy with other work, and speed measured then says nothing."}
    each = {name: _scores(site + paths[name]) for name in NAMES if name in paths}
    lowest = {name: min(score[name] for score in each.values()) for name in CATEGORIES}
    return {"pages": len(each), "lowest": lowest, "each": each}


def quiet(seconds: float = PATIENCE) -> bool:
    """Whether fewer processes than cores want to run, now or soon: a portal that has just begun still makes its recordings."""
    end, cores = time.monotonic() + seconds, os.cpu_count() or 1
    while (busy := os.getloadavg()[0] > cores) and time.monotonic() < end:
        time.sleep(5)
    return not busy


def _missing() -> str:
    if not shutil.which("npm"):
        return "Lighthouse is installed with npm, and there is none."
    if not PROGRAM.exists():
        NODE.mkdir(parents=True, exist_ok=True)
        command = [
            "npm",
            "install",
            "--prefix",
            str(NODE),
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "lighthouse@12",
        ]
        if subprocess.run(command, capture_output=True).returncode:
            return "npm could not install lighthouse."
    return "" if chromium.installed() else "Lighthouse needs an installed Chromium."


def _scores(address: str) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "told.json"
        flags = " ".join(["--headless", *chromium.flags()])
        command = [
            str(PROGRAM), address, "--quiet", "--output=json", f"--output-path={path}",
            f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={flags}",
        ]  # fmt: skip
        _insist(command, os.environ | {"CHROME_PATH": chromium.installed()})
        told = json.loads(path.read_text())["categories"]
    return {name: round(100 * (told[name]["score"] or 0)) for name in CATEGORIES}


def _insist(command: list[str], environment: dict[str, str]) -> None:
    """Chromium does not come up every time on a busy machine. Raises RuntimeError with the program's own words."""
    for _time in range(2):
        ended = subprocess.run(command, capture_output=True, text=True, env=environment)
        if not ended.returncode:
            return
    raise RuntimeError(f"Lighthouse ended with {ended.returncode}: {ended.stderr[-2000:]}")
