"""The colours of each theme, as data: the one source from which `static/css/tokens.css` is checked.

Every pair a reader may meet is listed in PAIRS with the ratio it must reach (WCAG 2.2: 1.4.6 for text, 1.4.11 for the rest).
"""

from itertools import product

TOKENS = (
    "paper",  # the page
    "surface",  # panels, bars, table heads
    "ink",
    "muted",
    "link",
    "visited",
    "border",
    "focus",
    "sentence",  # behind the sentence being read aloud
    "word",  # behind the word being read aloud
    "word-ink",
    "accent",  # lacquer red: the masthead rule, section labels
    "accent-ink",  # text set on the accent
)

THEMES = {
    "light": {
        "paper": "#ffffff",
        "surface": "#f4f3f0",
        "ink": "#1a1a1a",
        "muted": "#4a4a4a",
        "link": "#0b4f9e",
        "visited": "#5b2a86",
        "border": "#767676",
        "focus": "#0b4f9e",
        "sentence": "#fff2a8",
        "word": "#0b4f9e",
        "word-ink": "#ffffff",
        "accent": "#8f1d14",
        "accent-ink": "#ffffff",
    },
    "paper": {
        "paper": "#f6eedd",
        "surface": "#efe5cf",
        "ink": "#2b2118",
        "muted": "#4f4030",
        "link": "#0a4483",
        "visited": "#55247d",
        "border": "#7a6a52",
        "focus": "#0a4483",
        "sentence": "#f6e09a",
        "word": "#5a2d00",
        "word-ink": "#ffffff",
        "accent": "#84170f",
        "accent-ink": "#ffffff",
    },
    "dark": {
        "paper": "#121212",
        "surface": "#1d1d1d",
        "ink": "#e8e8e8",
        # Lighter than a caption needs on the page, because captions are read aloud too and then stand on `sentence`.
        "muted": "#c4c4c4",
        "link": "#9ecbff",
        "visited": "#d3b5ff",
        "border": "#8c8c8c",
        "focus": "#ffd54a",
        "sentence": "#33320e",
        "word": "#ffd54a",
        "word-ink": "#000000",
        "accent": "#ffada1",
        "accent-ink": "#1a0503",
    },
    "contrast": {
        "paper": "#000000",
        "surface": "#000000",
        "ink": "#ffffff",
        "muted": "#ffffff",
        "link": "#ffff00",
        "visited": "#ffb3ff",
        "border": "#ffffff",
        "focus": "#00ffff",
        "sentence": "#00307a",
        "word": "#ffff00",
        "word-ink": "#000000",
        "accent": "#ffb4a8",
        "accent-ink": "#000000",
    },
}

# Which colour scheme the browser's own parts (scroll bars, form controls) follow in each theme.
SCHEMES = {"light": "light", "paper": "light", "dark": "dark", "contrast": "dark"}

# The font size of <html> for each of the reader's six steps: 1 · 1.125 · 1.375 · 1.75 · 2.25 · 3 rem of body text, body being 1.125rem.
SIZES = {"1": "88.889%", "2": "100%", "3": "122.222%", "4": "155.556%", "5": "200%", "6": "266.667%"}
LARGEST_PRINTED = "3"

TEXT = ("ink", "muted", "link", "visited", "accent")
GROUNDS = ("paper", "surface", "sentence")
PAIRS = tuple(
    [(text, ground, 7.0) for text, ground in product(TEXT, GROUNDS)]
    + [("word-ink", "word", 7.0), ("accent-ink", "accent", 7.0), ("word", "sentence", 3.0)]
    + [(line, ground, 3.0) for line, ground in product(("border", "focus"), ("paper", "surface"))]
)


def declarations(theme):
    """The CSS declarations of one theme, without selector or braces."""
    colours = "".join(f"--{token}:{colour};" for token, colour in THEMES[theme].items())
    return f"color-scheme:{SCHEMES[theme]};{colours}"


def luminance(colour):
    """Relative luminance (0 to 1) of `#rrggbb`, by the definition in WCAG 2.2."""
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """Contrast ratio of two colours `#rrggbb`, from 1 to 21, the same in either order."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
