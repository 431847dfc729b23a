"""What the newsroom's glossary says about reading aloud, as the plain mapping that narration takes."""

from news.models import GlossaryEntry


def spellings(language: str) -> dict[str, str]:
    """{abbreviation as printed: words to say}; one query. What is to be spelt is left to narration's own letters."""
    rows = GlossaryEntry.objects.filter(language=language).values_list("short", "full", "spoken", "mode")
    return {
        short: spoken or full
        for short, full, spoken, mode in rows
        if spoken or mode == GlossaryEntry.Mode.WORDS
    }
