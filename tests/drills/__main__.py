"""`python -m tests.drills`: each drill on a portal of its own; today's result is written to docs/results/."""

import datetime
import signal
import sys
import tempfile
from pathlib import Path

from tests.drills.serving import DRILLS
from tests.processes import ROOT, running_portal

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


def main() -> int:
    results = [run(drill) for drill in DRILLS]
    RESULTS.mkdir(parents=True, exist_ok=True)
    heading = f"# Drills of {datetime.date.today()}\n\n"
    path = RESULTS / f"{datetime.date.today()}-drills.md"
    path.write_text(heading + "\n".join(line for _, line in results) + "\n")
    return 0 if all(went for went, _ in results) else 1


if __name__ == "__main__":
    # An end from outside must still stop the portal that was started here.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    sys.exit(main())
