"""`python -m tests.drills [words]`: each drill on a portal of its own; today's result of all is written to docs/results/.

With words, only the drills that have one of them in their name are run, and nothing is written.
"""

import datetime
import signal
import sys
import tempfile
from pathlib import Path

from tests.drills import importing, narration, serving
from tests.processes import ROOT, running_portal

DRILLS = (*serving.DRILLS, *narration.DRILLS, *importing.DRILLS)
RESULTS = ROOT / "docs" / "results"


def run(drill) -> tuple[bool, str]:
    """Whether it went as it should, and a line about it."""
    with tempfile.TemporaryDirectory() as folder, running_portal(Path(folder), WEB_WORKERS="2") as portal:
        try:
            went, said = True, drill(portal)
        except AssertionError as error:
            went, said = False, str(error)
    line = f"- {'ok' if went else 'FAILED'} · {drill.__name__.replace('_', ' ')}: {said}"
    print(line, flush=True)
    return went, line


def main(words: list[str]) -> int:
    chosen = [drill for drill in DRILLS if not words or any(word in drill.__name__ for word in words)]
    results = [run(drill) for drill in chosen]
    if not words:
        _write(results)
    return 0 if results and all(went for went, _ in results) else 1


def _write(results: list[tuple[bool, str]]) -> None:
    RESULTS.mkdir(parents=True, exist_ok=True)
    heading = f"# Drills of {datetime.date.today()}\n\n"
    path = RESULTS / f"{datetime.date.today()}-drills.md"
    path.write_text(heading + "\n".join(line for _, line in results) + "\n")


if __name__ == "__main__":
    # An end from outside must still stop the portal that was started here.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    sys.exit(main(sys.argv[1:]))
