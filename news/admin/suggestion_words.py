"""What the page of suggestions calls things: the extractor's reasons, the doubts, the fields."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# The extractor speaks in short English phrases (docs/extraction.md); one that is missing here is not shown.
REASONS = {
    "a line that holds only a date": _("a line that holds nothing but a date"),
    "closing signature": _("the signature at the end"),
    "day of the event in the text": _("the day that the text tells"),
    "day told from the posting day": _("told from the day of posting"),
    "declared as the title": _("the file itself declares it as the title"),
    "first heading above the text": _("the first heading above the text"),
    "first paragraph below the title": _("the first paragraph below the title"),
    "head noun and field": _("named like a body"),
    "heading of a side": _("the words that open a side"),
    "heading of the photos": _("the heading above the photos"),
    "line under the form's name": _("the line below the name of the document"),
    "listed as present": _("listed as present"),
    "named with a form of address": _("named with a form of address"),
    "named with an office": _("named with an office"),
    "one of several under one head word": _("one of several named together"),
    "represented": _("somebody represented it"),
}
DOUBTS = {
    "namesakes": _("Several records bear this name."),
    "marks": _("The record is spelt with other marks."),
    "post": _("The register knows this name with another post."),
    "bare": _("Named without an office: perhaps only mentioned."),
    "position": _(
        "Photos and captions were brought together by their order alone. Swap what is wrong, then say so."
    ),
}
TEXTS = {
    "title": _("title"),
    "lead": _("lead"),
    "event_on": _("day of the event"),
    "kind": _("kind of article"),
    "category": _("category"),
    "byline": _("signature"),
    "photo_heading": _("heading of the photo section"),
    "body": _("body"),
}
# By the sort of item: what its fields are called, in the order in which they are changed.
FIELDS = {
    "text": {"text": ""},
    "heading": {"text": _("heading"), "side": _("side")},
    "person": {
        "honorific": _("honorific"),
        "name": pgettext_lazy("of an attendee", "name"),
        "title": pgettext_lazy("of a person", "title"),
        "organization": _("organisation"),
        "side": _("side"),
    },
    "unit": {"name": _("name"), "side": _("side")},
    "agency": {"name": _("name"), "abbreviation": _("abbreviation")},
}
GROUPS = {
    "facts": _("The article"),
    "people": _("Attendees"),
    "agencies": _("Agencies named"),
    "photos": _("Photos and captions"),
}
# What the page's script says; {places} are filled there.
SUGGESTING = {
    "swapped": _("{one} and {other} have changed places."),
    "told_all": _("The captions describe all {count} photos that have no description"),
    "doubt": _("Place {number} of {count} to look at."),
    "left": _("Places left to look at: {count}."),
    "no_doubt": _("Nothing else waits for a look."),
}
