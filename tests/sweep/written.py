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
    """Of every tool that ran, criteria whose tests failed, and public names that no page was found for."""
    counts = (
        ("axe", "violations"),
        ("nu", "errors"),
        ("firefox", "failed"),
        ("bytes", "different"),
        ("shifts", "over"),
    )
    failed = sum(not criterion["passed"] for criterion in told["criteria"]) + len(told["missing"])
    return failed + sum(told[tool].get(key, 0) for tool, key in counts)


def summary(told: dict) -> str:
    axe, criteria = told["axe"], told["criteria"]
    passed = sum(criterion["passed"] for criterion in criteria)
    return (
        f"axe {axe['version']}: {axe['kinds']} kinds of page, {axe['combinations']} of {axe['of']} combinations"
        f" ({axe['looks']} looks), {axe['violations']} violations; Nu: {_said(told['nu'], 'errors')};"
        f" Firefox: {_said(told['firefox'], 'failed')};"
        f" Lighthouse: {told['lighthouse'].get('lowest') or told['lighthouse'].get('skipped')};"
        f" criteria with tests of their own: {passed} of {len(criteria)} passed;"
        f" moving while it arrives: at most {told['shifts']['highest']} in {told['shifts']['loads']} loads"
        f" ({told['shifts']['chosen']} in letters chosen by the reader and not kept yet);"
        f" with and without a cookie: {told['bytes']['different']} of {told['bytes']['pages']} pages differ."
    )


def _said(tool: dict, key: str) -> str:
    return f"{tool[key]} {key}" if key in tool else f"skipped ({tool.get('skipped', '')})"


def markdown(told: dict) -> str:
    tools = (told["axe"], told["nu"], told["firefox"], told["shifts"], told["bytes"])
    found = [*told["missing"], *(finding for tool in tools for finding in tool.get("found", []))]
    criteria = [
        f"| {row['number']} | {row['level']} | {row['tests']} | {'passed' if row['passed'] else 'failed'} |"
        for row in told["criteria"]
    ]
    lighthouse = [f"- {name}: {scores}" for name, scores in told["lighthouse"].get("each", {}).items()]
    lines = [
        f"# Sweep of {told['on']}",
        "",
        summary(told),
        "",
        "| criterion | level | tests | result |",
        "| --- | --- | --- | --- |",
        *criteria,
        *_part("Found", found, "Nothing."),
        *_part("Combinations not looked at", told["axe"]["not_looked_at"], "None: all were."),
        *_part("Scenarios in Firefox", told["firefox"].get("names", []), "None ran."),
        *(["", "## Lighthouse", "", *lighthouse] if lighthouse else []),
        *_part("Kinds of page", told["kinds"]),
        *_part("Public addresses left out", [f"{name}: {why}" for name, why in told["left_out"].items()]),
        *_part("Pages read by the Nu checker", told["pages"]),
    ]
    return "\n".join(lines) + "\n"


def _part(title: str, rows: list[str], empty: str = "") -> list[str]:
    return ["", f"## {title}", "", *([f"- {row}" for row in rows] or [empty])]
