"""Five scenarios in Firefox, the second engine: sizes, themes, no JavaScript, highlight, player (firefox.mjs).

Needs an installed Firefox (Debian: firefox-esr) and node; puppeteer-core is installed with npm on demand under var/node.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

from tests.processes import ROOT
from tests.sweep.nu import NODE

HERE = Path(__file__).parent
SECONDS = 180


def run(site: str, article: str) -> dict:
    """`{version, scenarios, names, failed, found}`, or `{skipped: why}`; `article` is the path of one."""
    program, reason = _program()
    if reason:
        print(reason)
        return {"skipped": reason}
    # A module finds its packages beside itself.
    script = NODE / "firefox.mjs"
    shutil.copy(HERE / "firefox.mjs", script)
    voices = ROOT / "tests" / "browser" / "voices.js"
    command = ["node", str(script), site, article, str(voices), program]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, env=os.environ)
    if done.returncode:
        return {"scenarios": 5, "failed": 5, "found": [done.stderr.strip()[-500:]]}
    told = json.loads(done.stdout.strip().splitlines()[-1])
    found = [f"Firefox, {name}: {wrong}" for name, wrong in told if wrong]
    names = [name for name, _ in told]
    return {
        "version": _version(program),
        "scenarios": len(told),
        "names": names,
        "failed": len(found),
        "found": found,
    }


def _program() -> tuple[str, str]:
    program = shutil.which("firefox-esr") or shutil.which("firefox") or ""
    if not program:
        return "", "No Firefox is installed (Debian: apt install firefox-esr)."
    if not shutil.which("npm"):
        return "", "Firefox is driven with puppeteer-core, which npm installs, and there is no npm."
    if not (NODE / "node_modules" / "puppeteer-core").exists():
        NODE.mkdir(parents=True, exist_ok=True)
        command = [
            "npm",
            "install",
            "--prefix",
            str(NODE),
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "puppeteer-core@24",
        ]
        if subprocess.run(command, capture_output=True).returncode:
            return "", "npm could not install puppeteer-core."
    return program, ""


def _version(program: str) -> str:
    return subprocess.run([program, "--version"], capture_output=True, text=True).stdout.strip()
