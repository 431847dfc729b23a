"""The choices a reader is offered, as rows a template can loop over."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from accessibility.preferences import CHOICES, DEFAULTS

THEME_NAMES = {
    "device": gettext_lazy("Follow the device"),
    "light": pgettext_lazy("theme", "Light"),
    "paper": pgettext_lazy("theme", "Paper"),
    "dark": pgettext_lazy("theme", "Dark"),
    "contrast": gettext_lazy("High contrast"),
}
STEPS = {
    "1": pgettext_lazy("spacing", "Usual"),
    "2": pgettext_lazy("spacing", "Wide"),
    "3": pgettext_lazy("spacing", "Widest"),
}
SWITCH = {"off": pgettext_lazy("choice", "Off"), "on": pgettext_lazy("choice", "On")}

# One row a question, in the order of the panel: what it is called and how its values are named.
GROUPS = {
    "size": (gettext_lazy("Text size"), {value: value for value in CHOICES["size"]}),
    "theme": (gettext_lazy("Background"), THEME_NAMES),
    "font": (
        pgettext_lazy("font", "Letters"),
        {
            "site": pgettext_lazy("font", "As on this site"),
            "sans": pgettext_lazy("font", "Plain (Be Vietnam Pro)"),
            "serif": pgettext_lazy("font", "With serifs (Literata)"),
            "lexend": "Lexend",
            "andika": "Andika",
        },
    ),
    "line": (gettext_lazy("Space between lines"), STEPS),
    "letter": (gettext_lazy("Space between letters"), STEPS),
    "width": (
        gettext_lazy("Width of the text"),
        {
            "1": pgettext_lazy("width", "Narrow"),
            "2": pgettext_lazy("width", "Middle"),
            "3": pgettext_lazy("width", "Full"),
        },
    ),
    "plain": (
        gettext_lazy("Italics and bold"),
        {"off": pgettext_lazy("emphasis", "As printed"), "on": pgettext_lazy("emphasis", "Plain letters")},
    ),
    "images": (
        gettext_lazy("Pictures"),
        {"on": pgettext_lazy("pictures", "Shown"), "off": pgettext_lazy("pictures", "Hidden")},
    ),
    "ruler": (
        gettext_lazy("Reading ruler"),
        {
            "off": SWITCH["off"],
            "1": gettext_lazy("1 line"),
            "3": gettext_lazy("3 lines"),
            "5": gettext_lazy("5 lines"),
        },
    ),
    "keys": (gettext_lazy("Keyboard shortcuts"), SWITCH),
}
# Without a script nothing could follow the eye or listen for keys.
SCRIPTED = {"ruler", "keys"}


def groups(chosen=None):
    """`[{key, legend, scripted, options: [{value, label, checked}]}]`; nothing is checked when `chosen` is not known."""
    chosen = chosen or {}
    return [
        {
            "key": key,
            "legend": legend,
            "scripted": key in SCRIPTED,
            "options": [_option(value, _label(key, value), chosen.get(key)) for value in CHOICES[key]],
        }
        for key, (legend, _names) in GROUPS.items()
    ]


def rate_options():
    """The speeds of reading aloud, as multiples of the usual one: `0.5` is written `0,5` in Vietnamese."""
    return [_option(value, number_format(int(value) / 100), DEFAULTS["rate"]) for value in CHOICES["rate"]]


def _option(value, label, chosen):
    return {"value": value, "label": label, "checked": value == chosen}


def _label(key, value):
    if key == "size" and value == DEFAULTS["size"]:
        return _("%(size)s (usual)") % {"size": value}
    return GROUPS[key][1][value]
