"""What a sweep has looked at so far, so that one that was interrupted goes on: lines of JSON in var/, for one version of the program."""

import hashlib
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.processes import ROOT

FILE = ROOT / "var" / "sweep.jsonl"


class Progress:
    """`looks`: {(dress, kind): findings}."""

    def __init__(self, head: dict, path: Path = FILE):
        """Empty unless the file was begun with the same head."""
        self.path, self.looks, self.tools = path, {}, {}
        path.parent.mkdir(parents=True, exist_ok=True)
        rows = _rows(path)
        rows = rows if rows and rows[0] == head else [head]
        for row in rows[1:]:
            self._take(row)
        # Anew, because the last line may have been cut off.
        path.write_text("".join(map(_line, rows)))

    def tell(self, dress, kind, found: list[str]) -> None:
        self._keep({"dress": str(dress), "kind": str(kind), "found": found})

    def tool(self, name: str, run: Callable[[], object]):
        """What a tool says; it is not asked again when it has said it before. One that could not run is asked again."""
        if name in self.tools:
            return self.tools[name]
        told = run()
        if "skipped" not in told:
            self._keep({"tool": name, "told": told})
        return told

    def found(self) -> list[str]:
        return [finding for findings in self.looks.values() for finding in findings]

    def _take(self, row: dict) -> None:
        if "tool" in row:
            self.tools[row["tool"]] = row["told"]
        else:
            self.looks[row["dress"], row["kind"]] = row["found"]

    def _keep(self, row: dict) -> None:
        self._take(row)
        with self.path.open("a") as file:
            file.write(_line(row))


def _line(row: dict) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"


def _rows(path: Path) -> list[dict]:
    """A last line that was cut off is left out."""
    rows = []
    for line in path.read_text().splitlines() if path.exists() else ():
        try:
            rows.append(json.loads(line))
        except ValueError:
            break
    return rows


# What a page is made of. A change elsewhere (documents, tests) leaves what was looked at as it is.
PRODUCT = ("accessibility", "news", "portal", "static", "templates", "requirements")


def version() -> str:
    """Of the program as it stands here; another after every change."""
    kept = _git("rev-parse", *(f"HEAD:{folder}" for folder in PRODUCT))
    changed = _git("diff", "HEAD", "--", *PRODUCT)
    return hashlib.sha256((kept + changed).encode()).hexdigest()[:16]


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True).stdout
