"""What a page needs for its reader. Everything here is a function of the page alone, never of the visitor or the cookie."""

from django import template
from django.utils.safestring import mark_safe

from accessibility.addresses import address
from accessibility.criteria import ASKS, MARKS
from accessibility.narration import mark_up
from accessibility.options import groups, rate_options
from accessibility.themes import THEMES

register = template.Library()

# The colour of the browser's own bars, (media query, colour): the first that holds is taken. The same order of wishes as in tokens.css.
BARS = (
    ("(prefers-contrast: more)", THEMES["contrast"]["paper"]),
    ("(prefers-color-scheme: dark)", THEMES["dark"]["paper"]),
    ("(prefers-color-scheme: light)", THEMES["light"]["paper"]),
)


@register.simple_tag
def reader_address(name):
    """The path of one of the reader's own pages (accessibility/urls.py) in the language of the page."""
    return address(name)


@register.filter
def asked_for(number):
    """What a criterion of WCAG asks for; "" where it has no words of ours."""
    return ASKS.get(number, "")


@register.filter
def mark_for(category):
    """What Lighthouse gives a mark for, in words; its own name where it is a new one."""
    return MARKS.get(category, category)


@register.inclusion_tag("accessibility/head.html")
def reader_head():
    """The first thing in `<head>`: the saved choices, applied before anything is painted, with a script or without."""
    return {"style": address("style"), "live_style": address("live_style"), "bars": BARS}


@register.inclusion_tag("accessibility/controls.html", takes_context=True)
def reader_controls(context, listen=True, return_to=None, recording=False):
    """The reader's row; `listen=False` where there is nothing to read aloud. `recording` is the sound that stands below it and needs no
    script: anything with a length in `seconds`.

    `return_to` is where the forms come back to without a script: the page's own path unless given. An empty string leaves it out
    (error pages, whose bytes must not depend on the address); the browser's `Referer` is then used.
    """
    if return_to is None:
        return_to = context["request"].path
    return {
        "listen": listen,
        "recording": recording,
        "minutes": max(1, round(recording.seconds / 60)) if recording else 0,
        "return_to": return_to and f"{return_to}#reader",
        "preferences": address("preferences"),
        "voices": address("voices"),
        "groups": groups(),
        "rates": rate_options(),
    }


@register.simple_block_tag
def narrated(content, language="vi", spellings=None):
    """`{% narrated language=… spellings=… %}…{% endnarrated %}`: the part of a page that can be read aloud.

    Gives every block of text inside an id and adds the list of sentences as JSON (`#reader-sentences`). Elements marked
    `data-unspoken` are passed over. `spellings` maps what is printed to what is said. Once on a page.
    """
    narration = mark_up(content, language, spellings)
    return mark_safe(narration.html + narration.script)
