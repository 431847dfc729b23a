"""What the newsroom's glossary says, read once for a page: how abbreviations are spoken, and what they stand for."""

import json
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from news.models import GlossaryEntry


@dataclass(frozen=True)
class Lexicon:
    """The entries of one language; one query for all that a page asks."""

    entries: tuple[GlossaryEntry, ...]

    @cached_property
    def spellings(self) -> dict[str, str]:
        """{abbreviation as printed: words to say}, as narration takes it; "" is spelt by narration's own letters."""
        return {entry.short: entry.said for entry in self.entries}


def load(language: str) -> Lexicon:
    return Lexicon(tuple(GlossaryEntry.objects.filter(language=language).order_by("short", "pk")))


def spellings(language: str) -> dict[str, str]:
    return load(language).spellings


def stamp() -> str:
    """Changes with every entry that changes what is printed or said anywhere."""
    columns = ("language", "short", "full", "spoken", "mode", "is_explained")
    rows = list(GlossaryEntry.objects.order_by("language", "short").values_list(*columns))
    return sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()
