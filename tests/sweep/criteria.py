"""The tests that carry a criterion of WCAG 2.2 in their name (tests/wcag), run and told criterion by criterion."""

import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as Xml
from pathlib import Path

from tests.processes import ROOT

FOLDER = ROOT / "tests" / "wcag"
LEVELS = {
    "AAA": {"1.4.6", "1.4.8", "2.2.3", "2.3.3", "2.4.9", "2.4.12", "2.4.13", "2.5.5", "3.1.3", "3.1.4", "3.1.5", "3.1.6", "3.2.5"},
    "AA": {
        "1.3.4", "1.3.5", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13", "2.4.5", "2.4.6", "2.4.7",
        "2.4.11", "2.5.7", "2.5.8", "3.1.2", "3.2.3", "3.2.4", "3.3.3", "3.3.4", "3.3.8", "4.1.3",
    },
}  # fmt: skip


def run() -> list[dict]:
    """`[{number, level, tests, passed}]`; a criterion has passed when all its tests have and at least one ran."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "told.xml"
        command = [sys.executable, "-m", "pytest", str(FOLDER), "-q", f"--junit-xml={path}"]
        subprocess.run(command, cwd=ROOT, capture_output=True)
        cases = list(Xml.parse(path).getroot().iter("testcase")) if path.exists() else []
    told = {}
    for case in cases:
        if number := number_of(case.get("name")):
            told.setdefault(number, []).append(
                not (case.findall("failure") or case.findall("error") or case.findall("skipped"))
            )
    order = sorted(told, key=lambda number: [int(part) for part in number.split(".")])
    return [
        {"number": number, "level": level(number), "tests": len(told[number]), "passed": all(told[number])}
        for number in order
    ]


def number_of(name: str) -> str:
    """`1.4.10` of `test_1_4_10_...`; "" for a name that carries none."""
    found = re.match(r"test_(\d)_(\d)_(\d{1,2})_", name)
    return ".".join(found.groups()) if found else ""


def level(number: str) -> str:
    return next((level for level, numbers in LEVELS.items() if number in numbers), "A")
