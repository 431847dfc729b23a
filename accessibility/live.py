"""What is chosen shows at once, before it is saved and without a script: one rule for each radio of the panel.

A usual value has no rule, on purpose: on a page that comes out of a cache nobody knows which radio is the reader's, and a rule for the
usual one would take away what the reader has saved the moment it were ticked for everybody.
"""

from functools import cache

from accessibility.looks import LOOKS, properties
from accessibility.preferences import CHOICES, DEFAULTS
from accessibility.themes import LARGEST_PRINTED, SIZES, THEMES, declarations

# Three times, so that a rule stands over `:root[data-theme]` and `:root:not([data-theme])` of tokens.css in any order. What is saved
# (accessibility/views.py) has the same weight; the condition makes what is ticked stand over that too.
ROOT = ":root:root:root"


@cache
def stylesheet() -> str:
    """Only readers without a script fetch it; the same for everybody."""
    rules = [_rule("theme", theme, declarations(theme)) for theme in THEMES]
    rules += [_rule("size", size, f"font-size:{SIZES[size]}") for size in _unusual("size")]
    rules += [_rule(key, value, properties(key, value)) for key in LOOKS for value in _unusual(key)]
    printed = [
        _rule("size", size, f"font-size:{SIZES[LARGEST_PRINTED]}") for size in SIZES if size > LARGEST_PRINTED
    ]
    return "".join([*rules, *(f"@media print{{{rule.strip()}}}\n" for rule in printed)])


def _unusual(key: str) -> list[str]:
    return [value for value in CHOICES[key] if value != DEFAULTS[key]]


def _rule(key: str, value: str, declared: str) -> str:
    return f'{ROOT}:has(.choices [name="{key}"][value="{value}"]:checked){{{declared}}}\n'
