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
        """What a tool says; it is not asked again when it has said it before."""
        if name not in self.tools:
            self._keep({"tool": name, "told": run()})
        return self.tools[name]

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


def version() -> str:
    """Of the program as it stands here, its documents aside; another after every change."""
    head = _git("rev-parse", "HEAD")
    changed = _git("diff", "HEAD", "--", ".", ":!docs")
    return f"{head.strip()[:12]} {hashlib.sha256(changed.encode()).hexdigest()[:12]}"


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True).stdout
