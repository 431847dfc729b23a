"""The page of keys: what the keyboard does where. What stands here is what the scripts in static/js listen to."""

from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# (where, ((keys, what they do), …)); a key name of its own is translated, letters and arrows are the same everywhere.
KEYS = (
    (
        gettext_lazy("On every page"),
        (
            ("Ctrl + /", gettext_lazy("opens this page beside the one you are on")),
            ("Tab, Shift + Tab", gettext_lazy("go to the next and to the previous place")),
            ("Enter", gettext_lazy("presses the button or follows the link in focus")),
        ),
    ),
    (
        gettext_lazy("While an article is written"),
        (
            ("Ctrl + S", gettext_lazy("saves the article")),
            ("Ctrl + Enter", gettext_lazy("presses the main button, which is red: submit, approve or publish")),
            ("Alt + F10", gettext_lazy("goes from the text to the buttons above it; Esc goes back")),
            ("Ctrl + B, Ctrl + I", gettext_lazy("bold and italic in the text")),
            ("Ctrl + Z", gettext_lazy("takes the last change of the text back")),
        ),
    ),
    (
        gettext_lazy("In the lists of attendees, photos and agencies"),
        (
            ("Enter", gettext_lazy("goes on to the next line or begins one")),
            ("↓ ↑", gettext_lazy("go through the suggested names; Enter takes one, Esc closes them")),
            ("Alt + ↑, Alt + ↓", gettext_lazy("move the line up or down")),
            ("Ctrl + V", gettext_lazy("in a name field: many lines copied from Word become as many rows")),
            ("Space", gettext_lazy("on “Choose photos”: opens the files of this machine, many at once")),
        ),
    ),
    (
        gettext_lazy("On the page of suggestions"),
        (
            ("J, K", gettext_lazy("go to the next and to the previous place to look at")),
            ("↓ ↑", gettext_lazy("go to the next and to the previous suggestion")),
            ("N, S, B", gettext_lazy("accept, change or leave out the suggestion in focus")),
            ("Alt + ←, Alt + →", gettext_lazy("swap a photo with the one before or behind it")),
        ),
    ),
    (
        gettext_lazy("On the page of a photo"),
        (
            ("← ↑ → ↓", gettext_lazy("move the point to keep; with Shift in larger steps")),
        ),
    ),
)  # fmt: skip


def keys_view(request, site_context: dict):
    context = {**site_context, "title": _("Keys"), "places": KEYS}
    return TemplateResponse(request, "admin/news/keys.html", context)
