"""`python -m tests.sweep [ADDRESS]`: sweeps a running portal, or one of its own with the demo content; writes the result."""

import datetime
import signal
import sys
import tempfile
from pathlib import Path

from tests.processes import ROOT, running_portal
from tests.sweep import axe, nu
from tests.sweep.pages import Page, crawl

RESULTS = ROOT / "docs" / "results"


def sweep(site: str) -> int:
    """1 when anything was found; the result of today is written either way."""
    pages = crawl(site)
    faults = nu.check(pages)
    violations = axe.check(page.address for page in pages)
    path = RESULTS / f"{datetime.date.today()}-sweep.md"
    RESULTS.mkdir(parents=True, exist_ok=True)
    path.write_text(report(site, pages, faults, violations))
    print(
        f"{len(pages)} pages, {len(faults)} HTML errors, {len(violations)} axe violations: {path.relative_to(ROOT)}"
    )
    return 1 if faults or violations else 0


def report(site: str, pages: list[Page], faults: list, violations: list) -> str:
    """Markdown; addresses without the host, which is another at every run."""
    lines = [
        f"# Sweep of {datetime.date.today()}",
        "",
        f"{len(pages)} pages; Nu checker: {len(faults)} errors; axe (WCAG 2.0–2.2 A and AA, contrast 1.4.6; every theme,",
        f"with and without scripts): {len(violations)} violations.",
        "",
        *(f"- {page.status} {page.address}" for page in pages),
        *_section("HTML errors", faults),
        *_section("Axe violations", violations),
    ]
    return "\n".join(lines).replace(site, "") + "\n"


def _section(heading: str, findings: list) -> list[str]:
    return ["", f"## {heading}", "", *(f"- {finding}" for finding in findings)] if findings else []


def main(arguments: list[str]) -> int:
    if arguments:
        return sweep(arguments[0].rstrip("/"))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "static").symlink_to(ROOT / "var" / "static")
        with running_portal(Path(folder), DEMO="1") as portal:
            return sweep(portal.address)


if __name__ == "__main__":
    # An end from outside must still stop the portal that was started here.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        sys.exit(main(sys.argv[1:]))
    except (nu.Unavailable, RuntimeError) as reason:
        sys.exit(str(reason))
