"""What was measured of the site's accessibility, as the latest sweep wrote it: `<date>-sweep.json` in ACCESSIBILITY_RESULTS.

The file is JSON: `on` (a date), and for each tool that ran an object: `axe` {version, tags, kinds, combinations, violations},
`nu` {pages, errors}, `lighthouse` {pages, lowest: {category: score}}, `firefox` {scenarios, failed}, and `criteria`, a list of
{number, level, passed} for the tests that carry a criterion of WCAG 2.2 in their name.
"""

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True)
class Results:
    """`tools` by name; empty where a tool did not run. `criteria` in the order of their numbers."""

    on: date
    tools: dict = field(default_factory=dict)
    criteria: tuple = ()

    @property
    def found(self) -> int:
        """Faults in all, of every tool that counts any."""
        counts = (("axe", "violations"), ("nu", "errors"), ("firefox", "failed"))
        return sum(self.tools.get(tool, {}).get(key, 0) for tool, key in counts) + len(self.failed)

    @property
    def failed(self) -> list[dict]:
        return [criterion for criterion in self.criteria if not criterion["passed"]]


def latest(folder: Path | None = None) -> Results | None:
    """The newest readable result; None where there is none, which the statement then says."""
    files = sorted(
        (folder or Path(settings.ACCESSIBILITY_RESULTS)).glob("????-??-??-sweep.json"), reverse=True
    )
    return next((results for file in files if (results := _read(file))), None)


def _read(file: Path) -> Results | None:
    try:
        told = json.loads(file.read_text())
        criteria = sorted(
            told.get("criteria", []), key=lambda row: [int(part) for part in row["number"].split(".")]
        )
        tools = {
            name: told[name]
            for name in ("axe", "nu", "lighthouse", "firefox")
            if isinstance(told.get(name), dict)
        }
        return Results(date.fromisoformat(told["on"]), tools, tuple(criteria))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
