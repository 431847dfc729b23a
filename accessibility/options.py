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


def size_options(chosen=None):
    """`[{value, label, checked}]` for the six sizes; nothing is checked when `chosen` is not known."""
    return [_option(value, _size_label(value), chosen) for value in CHOICES["size"]]


def theme_options(chosen=None):
    """The same for the five themes, *follow the device* first."""
    return [_option(value, THEME_NAMES[value], chosen) for value in CHOICES["theme"]]


def rate_options():
    """The speeds of reading aloud, as multiples of the usual one: `0.5` is written `0,5` in Vietnamese."""
    return [_option(value, number_format(int(value) / 100), DEFAULTS["rate"]) for value in CHOICES["rate"]]


def _option(value, label, chosen):
    return {"value": value, "label": label, "checked": value == chosen}


def _size_label(value):
    return _("%(size)s (usual)") % {"size": value} if value == DEFAULTS["size"] else value
