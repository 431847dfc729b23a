"""How letters, lines and pictures look for each choice but size and colour, as data: custom properties of `<html>`.

`static/css/choices.css` says the same for readers with a script (a test compares the two); for those without, the stylesheet of
`accessibility/views.py` is written from here. The first value of each choice is how the site looks by itself and needs no rule.
"""

# Families that stand behind a chosen one: stretched local letters until it arrives, then whatever the machine has.
_BEHIND = "system-ui,sans-serif"

LOOKS = {
    "line": {
        "2": {"--line": "1.9", "--line-text": "1.9", "--line-close": "1.8"},
        "3": {"--line": "2.2", "--line-text": "2.2", "--line-close": "2.1"},
    },
    # Letter and word spacing; the widest is what WCAG 1.4.12 asks a page to bear.
    "letter": {
        "2": {"--letter": "0.06em", "--word-gap": "0.1em"},
        "3": {"--letter": "0.12em", "--word-gap": "0.16em"},
    },
    "font": {
        "sans": {"--serif": "var(--sans-family)"},
        "serif": {"--sans": "var(--serif-family)"},
        "lexend": dict.fromkeys(("--sans", "--serif"), f'"Lexend","Lexend Fallback","Lexend Noto",{_BEHIND}'),
        "andika": dict.fromkeys(("--sans", "--serif"), f'"Andika","Andika Fallback","Andika Noto",{_BEHIND}'),
    },
    # The measure of long text; the third, the site's own, holds just under 80 characters (WCAG 1.4.8).
    "width": {"1": {"--column": "28rem"}, "2": {"--column": "34rem"}},
    "plain": {"on": {"--slant": "normal", "--bold": "400"}},
    "images": {"off": {"--pictures": "none", "--picture-words": "inline"}},
}


def properties(key, value):
    """The CSS declarations of one choice, without selector or braces; empty for the usual one."""
    return "".join(f"{name}:{said};" for name, said in LOOKS.get(key, {}).get(value, {}).items())
