"""Runs of text with their emphasis and links, as inline html and as plain words."""

import html
import re
from dataclasses import dataclass, field

_LINK = re.compile(r"^(?:https?://|mailto:|tel:)[^\s\"'<>]+$", re.IGNORECASE)


@dataclass(slots=True, frozen=True)
class Run:
    """`marks` are tags, outermost first; `raw` html takes the place of the text in markup and says nothing in words."""

    text: str
    marks: tuple[str, ...] = ()
    href: str = ""
    raw: str = ""


@dataclass(slots=True)
class Inline:
    runs: list[Run] = field(default_factory=list)

    def add(self, text: str, marks=(), href: str = "") -> None:
        if text:
            self.runs.append(Run(text, tuple(marks), href if _LINK.match(href) else ""))

    def add_raw(self, markup: str) -> None:
        self.runs.append(Run("", raw=markup))

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    def all_marked(self, mark: str) -> bool:
        words = [run for run in self.runs if run.text.strip()]
        return bool(words) and all(mark in run.marks for run in words)

    def split(self) -> list["Inline"]:
        """One Inline for each line, where the text holds line breaks."""
        lines = [Inline()]
        for run in self.runs:
            first, *rest = run.text.split("\n") if not run.raw else [run.text]
            lines[-1].runs.append(Run(first, run.marks, run.href, run.raw))
            for piece in rest:
                lines.append(Inline([Run(piece, run.marks, run.href)]))
        return lines

    def markup(self, without=()) -> str:
        """Html; equal neighbours share their tags. `without`: marks that the block says already."""
        pieces, merged = [], []
        for run in self.runs:
            run = Run(run.text, tuple(m for m in run.marks if m not in without), run.href, run.raw)
            if merged and not run.raw and not merged[-1].raw and _like(merged[-1], run):
                merged[-1] = Run(merged[-1].text + run.text, run.marks, run.href)
            elif run.text or run.raw:
                merged.append(run)
        for run in merged:
            pieces.append(run.raw or _dressed(run))
        return "".join(pieces).strip()


def _like(one: Run, other: Run) -> bool:
    return (one.marks, one.href) == (other.marks, other.href)


def _dressed(run: Run) -> str:
    """The words in their tags; spaces at the ends stay outside, so that no tag begins or ends with one."""
    body = run.text.strip()
    if not body:
        return run.text
    lead, tail = run.text.split(body, 1)
    text = html.escape(body, quote=False)
    for mark in reversed(run.marks):
        text = f"<{mark}>{text}</{mark}>"
    if run.href:
        text = f'<a href="{html.escape(run.href)}">{text}</a>'
    return lead + text + tail
