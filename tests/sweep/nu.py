"""The Nu HTML checker over pages of a running server: `python -m tests.sweep.nu http://localhost:8000/ …`.

Needs Java, and npm for the checker itself, which is installed on demand under var/node.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.processes import ROOT
from tests.sweep.pages import Page, fetch

NODE = ROOT / "var" / "node"
JAR = NODE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


@dataclass(frozen=True)
class Fault:
    """One finding: where, what, and the piece of the page it is about."""

    address: str
    line: int
    message: str
    extract: str

    def __str__(self) -> str:
        return f"{self.address} line {self.line}: {self.message} — {self.extract!r}"


class Unavailable(Exception):
    """What is missing on this machine, in words for the person who asked."""


def checker() -> list[str]:
    """The command that runs the checker; installs it the first time. Raises Unavailable."""
    if not shutil.which("java"):
        raise Unavailable("The Nu checker needs Java (Debian and Ubuntu: apt install default-jre-headless).")
    if not JAR.exists():
        if not shutil.which("npm"):
            raise Unavailable("The Nu checker is installed with npm, and there is none.")
        NODE.mkdir(parents=True, exist_ok=True)
        command = [
            "npm",
            "install",
            "--prefix",
            str(NODE),
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "vnu-jar@26",
        ]
        if subprocess.run(command, capture_output=True).returncode:
            raise Unavailable("npm could not install vnu-jar.")
    return ["java", "-jar", str(JAR), "--format", "json", "--exit-zero-always", "--stdout"]


def check(pages: Iterable[Page]) -> list[Fault]:
    """Errors (no warnings) in all the pages, in one run of the checker."""
    with tempfile.TemporaryDirectory() as folder:
        addresses = {}
        for number, page in enumerate(pages):
            path = Path(folder) / f"{number}.html"
            path.write_text(page.html)
            addresses[path.name] = page.address
        command = [*checker(), "--errors-only", *(f"{folder}/{name}" for name in addresses)]
        report = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return [_fault(message, addresses) for message in report["messages"]]


def _fault(message: dict, addresses: dict[str, str]) -> Fault:
    name = message.get("url", "").rsplit("/", 1)[-1]
    extract = " ".join(message.get("extract", "").split())
    return Fault(addresses.get(name, name), message.get("lastLine", 0), message["message"], extract)


def main(addresses: list[str]) -> int:
    """Prints every fault; 1 when there is one, 2 when the checker cannot run or a page is no HTML."""
    pages = [(address, fetch(address)) for address in addresses]
    if not pages or not all(page for _, page in pages):
        print("Usage: python -m tests.sweep.nu ADDRESS…   (addresses of HTML pages)", file=sys.stderr)
        return 2
    try:
        faults = check(page for _, page in pages)
    except Unavailable as reason:
        print(reason, file=sys.stderr)
        return 2
    print(*faults, f"{len(pages)} pages, {len(faults)} errors", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
