"""The source text with a <mark> for each quoted item. Offsets are those of the items; texts that overlap nest."""

from itertools import pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe


def marked(text: str, items: list[dict]) -> SafeString:
    """Paragraphs; the first piece of each item carries the id `m-<item>`. Where two items cross, both are cut there."""
    spans = [item for item in items if item["start"] is not None and item["start"] < item["end"]]
    # The longest outside; equal ones keep their order.
    spans.sort(key=lambda item: (item["start"], -item["end"]))
    seen: set[str] = set()
    lines, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            here = [item for item in spans if item["start"] < start + len(line) and item["end"] > start]
            lines.append(f"<p>{_pieces(line, start, here, seen)}</p>")
        start += len(line) + 1
    return mark_safe("\n".join(lines))


def _pieces(line: str, start: int, spans: list[dict], seen: set[str]) -> str:
    end = start + len(line)
    edges = {start, end} | {
        edge for item in spans for edge in (item["start"], item["end"]) if start < edge < end
    }
    cuts = sorted(edges)
    return "".join(
        _piece(line[a - start : b - start], [item for item in spans if item["start"] <= a and b <= item["end"]], seen)
        for a, b in pairwise(cuts)
    )  # fmt: skip


def _piece(text: str, around: list[dict], seen: set[str]) -> str:
    opening = ""
    for item in around:
        anchor = "" if item["id"] in seen else f' id="m-{escape(item["id"])}"'
        seen.add(item["id"])
        doubt = " is-doubt" if item["doubt"] else ""
        opening += (
            f'<mark{anchor} class="mark--{escape(item["sort"])}{doubt}" data-item="{escape(item["id"])}">'
        )
    return f"{opening}{escape(text)}{'</mark>' * len(around)}"
