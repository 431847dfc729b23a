"""Cells of the tables that this site hands out as CSV, for people who open them in a spreadsheet."""

# What a spreadsheet takes for a formula, the wide signs of East Asian keyboards too; blanks before them are passed over.
_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_BLANKS = ("\t", "\r", "\n")


def as_words(text: str) -> str:
    """The text; with an apostrophe before it where a spreadsheet would calculate instead of showing it."""
    return f"'{text}" if text.startswith(_BLANKS) or text.lstrip().startswith(_STARTS) else text
