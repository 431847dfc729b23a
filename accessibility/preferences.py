"""What a reader has chosen: kept in one cookie that holds nothing personal and nothing that is not listed here.

The cookie reads `size.4~theme.dark`. A choice equal to the default is not written, so a reader who has chosen nothing has no cookie.
The same rules stand in `static/js/reader.js`; `static/js/reader-head.js` reads only what is painted (accessibility/looks.py).
"""

from accessibility.looks import LOOKS
from accessibility.themes import SIZES, THEMES

COOKIE = "reader"
LIMIT = 180  # bytes; a longer cookie was not written by us
YEAR = 365 * 24 * 60 * 60

DEVICE = "device"  # the theme that follows the machine; never stored
CHOICES = {
    "size": tuple(SIZES),
    "theme": (DEVICE, *THEMES),
    # The theme to come back to when *high contrast* is switched off again.
    "before": (DEVICE, *(theme for theme in THEMES if theme != "contrast")),
    # Speed of reading aloud, in percent.
    "rate": ("50", "75", "90", "100", "125", "150", "200"),
    **{key: ("1", *looks) for key, looks in LOOKS.items() if key in ("line", "letter")},
    "font": ("site", *LOOKS["font"]),
    "width": (*LOOKS["width"], "3"),
    # Italics and bold as plain letters.
    "plain": ("off", "on"),
    "images": ("on", "off"),
    # Lines of text that stay bright.
    "ruler": ("off", "1", "3", "5"),
    # Keys that work on the whole page.
    "keys": ("off", "on"),
    # What is marked while a voice reads: sentence and word, the sentence, nothing.
    "mark": ("both", "sentence", "none"),
    # Whether the page scrolls along with the voice.
    "follow": ("on", "off"),
}
DEFAULTS = {
    "size": "2",
    "theme": DEVICE,
    "before": DEVICE,
    "rate": "100",
    "line": "1",
    "letter": "1",
    "font": "site",
    "width": "3",
    "plain": "off",
    "images": "on",
    "ruler": "off",
    "keys": "off",
    "mark": "both",
    "follow": "on",
}


def parse(cookie):
    """The choices in a cookie's value as `{key: value}`; anything unknown, repeated or too long is left out."""
    choices = {}
    for pair in cookie.split("~") if len(cookie) <= LIMIT else ():
        key, _, value = pair.partition(".")
        if value in CHOICES.get(key, ()) and value != DEFAULTS[key]:
            choices.setdefault(key, value)
    return choices


def serialise(choices):
    """The cookie's value; empty when every choice is the default, which means: delete the cookie."""
    kept = ((key, choices.get(key, DEFAULTS[key])) for key in CHOICES)
    return "~".join(f"{key}.{value}" for key, value in kept if value != DEFAULTS[key])


def resolve(choices, submitted):
    """The choices after a form was sent: a listed value, one of the words `smaller`, `larger`, `toggle-contrast`, or `reset`."""
    if submitted.get("reset"):
        return {}
    after = dict(choices)
    for key in CHOICES.keys() - {"before"}:
        value = submitted.get(key)
        if value in ("smaller", "larger") and key == "size":
            after[key] = _next_size(choices, 1 if value == "larger" else -1)
        elif value == "toggle-contrast" and key == "theme":
            after |= _toggled_contrast(choices)
        elif value in CHOICES[key]:
            after[key] = value
    return parse(serialise(after))


def full(choices):
    """Every choice with its value, defaults included: what a form shows as chosen."""
    return DEFAULTS | choices


def _next_size(choices, step):
    place = CHOICES["size"].index(full(choices)["size"]) + step
    return CHOICES["size"][max(0, min(place, len(CHOICES["size"]) - 1))]


def _toggled_contrast(choices):
    now = full(choices)
    if now["theme"] == "contrast":
        return {"theme": now["before"], "before": DEVICE}
    return {"theme": "contrast", "before": now["theme"]}
