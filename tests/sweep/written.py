"""The dated result of a sweep: JSON for the public statement (accessibility/results.py), Markdown for people."""

import json

from tests.processes import ROOT

RESULTS = ROOT / "docs" / "results"


def keep(told: dict, site: str) -> None:
    """Addresses lose the host, which is another at every run. What is read while it is written must be whole, so it is renamed."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    texts = {"json": json.dumps(told, ensure_ascii=False, indent=1) + "\n", "md": markdown(told)}
    for ending, text in texts.items():
        path = RESULTS / f"{told['on']}-sweep.{ending}"
        fresh = path.with_suffix(".fresh")
        fresh.write_text(text.replace(site, ""))
        fresh.replace(path)


def faults(told: dict) -> int:
    """Of every tool that ran, and criteria whose tests failed."""
    counts = (("axe", "violations"), ("nu", "errors"), ("firefox", "failed"))
    failed = sum(not criterion["passed"] for criterion in told["criteria"])
    return failed + sum(told[tool].get(key, 0) for tool, key in counts)


def summary(told: dict) -> str:
    axe, criteria = told["axe"], told["criteria"]
    passed = sum(criterion["passed"] for criterion in criteria)
    return (
        f"axe {axe['version']}: {axe['kinds']} kinds of page, {axe['combinations']} of {axe['of']} combinations,"
        f" {axe['violations']} violations; Nu: {_said(told['nu'], 'errors')}; Firefox: {_said(told['firefox'], 'failed')};"
        f" Lighthouse: {told['lighthouse'].get('lowest') or told['lighthouse'].get('skipped')};"
        f" criteria with tests of their own: {passed} of {len(criteria)} passed."
    )


def _said(tool: dict, key: str) -> str:
    return f"{tool[key]} {key}" if key in tool else f"skipped ({tool.get('skipped', '')})"


def markdown(told: dict) -> str:
    found = [*told["axe"]["found"], *told["nu"].get("found", []), *told["firefox"].get("found", [])]
    lines = [
        f"# Sweep of {told['on']}",
        "",
        summary(told),
        "",
        "| criterion | level | tests | result |",
        "| --- | --- | --- | --- |",
        *(
            f"| {row['number']} | {row['level']} | {row['tests']} | {'passed' if row['passed'] else 'failed'} |"
            for row in told["criteria"]
        ),
        "",
        "## Found",
        "",
        *([f"- {finding}" for finding in found] or ["Nothing."]),
        "",
        "## Pages",
        "",
        *(f"- {page}" for page in told["pages"]),
    ]
    return "\n".join(lines) + "\n"
