"""The form of an open edition: a document in, a document out. It saves nothing itself."""

import re
import secrets
from datetime import date
from itertools import pairwise

from django import forms
from django.contrib.admin.widgets import AdminDateWidget, AdminSplitDateTime
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.fields import InvalidJSONInput
from django.forms.models import fields_for_model
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from news.admin import grid
from news.admin.related import MOST_RELATED, RelatedWidget
from news.desk import document
from news.models import Article, Edition
from news.richtext import sanitise

COLUMNS = (
    "title", "lead", "body", "kind", "category", "event_on", "event_until", "event_place", "short_title", "byline",
    "source", "source_url", "photo_heading", "shows_attendees", "correction_note",
)  # fmt: skip
LISTS = ("delegations", "captions", "agencies", "attachments", "videos", "credits")
DAY = AdminDateWidget(format="%d/%m/%Y", attrs={"placeholder": _("day/month/year"), "autocomplete": "off"})
WIDGETS = {
    "title": forms.Textarea(attrs={"rows": 2, "class": "title-input", "autocomplete": "off"}),
    "lead": forms.Textarea(attrs={"rows": 4}),
    "correction_note": forms.Textarea(attrs={"rows": 3}),
    "event_on": DAY,
    "event_until": DAY,
}
# Where the parts of the page take their fields from.
MAIN = ("title", "lead", "body")
FACTS = ("kind", "category", "event_on", "event_until", "event_place")
DETAILS = ("short_title", "byline", "source", "source_url", "tags", "related")


class EditionForm(forms.Form):
    """`EditionForm(data, edition=…)` for an open edition, `EditionForm(data)` for a new article."""

    base_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    edition_pk = forms.IntegerField(widget=forms.HiddenInput, required=False)
    cover = forms.IntegerField(widget=forms.HiddenInput, required=False)
    # The random name of this form on this screen, and the stamp of the copy it was opened from (news/desk/copies.py).
    form_name = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    form_count = forms.IntegerField(widget=forms.HiddenInput, required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)

    class Media:
        js = ["admin/js/core.js"]  # what the calendar of the day fields builds on

    def __init__(self, data=None, *, edition: Edition | None = None, draft: dict | None = None):
        """`draft` is an unsaved text (of `draft()`) to begin with in place of what the edition holds."""
        self.edition = edition
        self.kept = document.read(edition) if edition else document.empty()
        super().__init__(data, initial=initial_of(self.kept | (draft or {})))
        self.fields |= self._columns() | self._words() | {name: grid.GridField(name) for name in LISTS}
        if edition:
            # Without them nobody could say whether a colleague saved in between.
            self.fields["base_version"].required = self.fields["edition_pk"].required = True
            self.initial |= {"base_version": edition.version, "edition_pk": edition.pk}
        else:
            self.fields["language"] = Article._meta.get_field("language").formfield()
        self.initial |= {"form_name": secrets.token_hex(8)}

    def _columns(self) -> dict:
        fields = fields_for_model(Edition, fields=COLUMNS, widgets=WIDGETS, formfield_callback=_form_field)
        fields["title"].error_messages["required"] = _("Give the article at least a working title.")
        fields["category"].empty_label = _("– not chosen yet –")
        if not self.edition or self.edition.ordinal == 1:
            del fields["correction_note"]
        return fields

    def _words(self) -> dict:
        return {
            "tags": forms.CharField(label=_("tags"), required=False, help_text=_("Separated by commas.")),
            "related": forms.CharField(
                label=_("related articles"),
                required=False,
                widget=RelatedWidget(),
                help_text=_("At most five, in the order in which readers see them."),
            ),
            "why": forms.CharField(
                label=_("What changed"),
                required=False,
                max_length=200,
                help_text=_("For colleagues; stands in the history."),
            ),
        }

    def clean_title(self):
        return " ".join(self.cleaned_data["title"].split())

    def clean_tags(self):
        return [tag for part in self.cleaned_data["tags"].split(",") if (tag := " ".join(part.split()))]

    def clean_related(self):
        """Article numbers, taken from plain numbers or from the end of pasted addresses."""
        numbers = []
        for part in self.cleaned_data["related"].replace(",", "\n").split():
            match = re.search(r"(\d{1,17})/?(?:[?#].*)?$", part)
            if not match:
                raise ValidationError(
                    gettext("“%(text)s” is not the number or address of an article.") % {"text": part}
                )
            numbers.append(int(match.group(1)))
        known = set(Article.objects.filter(number__in=numbers).values_list("number", flat=True))
        if missing := [str(number) for number in numbers if number not in known]:
            raise ValidationError(
                gettext("There is no article %(numbers)s.") % {"numbers": ", ".join(missing)}
            )
        chosen = list(dict.fromkeys(numbers))
        if len(chosen) > MOST_RELATED:
            raise ValidationError(gettext("At most five related articles."))
        return chosen

    def document(self) -> dict:
        """What is typed, over what the edition holds beside the form."""
        data = self.cleaned_data
        typed = {name: data[name] for name in self.fields if name in self.kept and name in data}
        for name in document.DAYS:
            typed[name] = data[name].isoformat() if data.get(name) else None
        typed["category"] = data["category"].pk if data.get("category") else None
        typed |= {name: data[name] or [] for name in LISTS if name in data}
        return self.kept | typed

    def draft(self) -> dict:
        """Everything typed, sound or not, as JSON: a document, and under `typed` the words of fields it cannot hold."""
        self.full_clean()
        faulty = {name: self.data.get(name, "") for name in self.errors if name in self.kept}
        texts = {name: words for name, words in faulty.items() if name in document.TEXTS}
        whole = self.document() | texts
        return whole | {"body": sanitise(whole["body"]), "typed": faulty}

    def typed(self) -> dict:
        """The best document that can be made of an unsound form, for the names beside the lists."""
        return self.kept | {
            name: rows for name in LISTS if isinstance(rows := self.cleaned_data.get(name), list)
        }

    def take_errors(self, error: ValidationError) -> None:
        """Put the document's faults (`delegations.0.attendances.2.name`) to the field they belong to, in words."""
        grid.show_faults(self, error.message_dict)
        for place, sentences in error.message_dict.items():
            field = place.split(".")[0]
            words = place_in_words(place)
            for sentence in sentences:
                self.add_error(
                    field if field in self.fields else None, f"{words}: {sentence}" if words else sentence
                )


def _form_field(column, **options):
    """A link typed without its scheme is an https one."""
    if isinstance(column, models.URLField):
        options["assume_scheme"] = "https"
    return column.formfield(**options)


def initial_of(kept: dict) -> dict:
    days = {name: kept[name] and date.fromisoformat(kept[name]) for name in document.DAYS}
    words = {
        "tags": ", ".join(kept["tags"]),
        "related": "\n".join(str(number) for number in kept["related"]),
    }
    faulty = {
        name: InvalidJSONInput(text) if name in LISTS else text
        for name, text in kept.get("typed", {}).items()
    }
    return kept | days | words | faulty


def is_same(one: dict, other: dict) -> bool:
    """Whether two sound documents hold the same; the editor's own line breaks between blocks do not count."""
    return _comparable(one) == _comparable(other)


def _comparable(content: dict) -> dict:
    body = re.sub(r">\s+<", "><", sanitise(content["body"]).strip())
    return content | {"body": body, "tags": sorted(content["tags"])}


_ROWS = {
    "delegations": _("delegation %(number)d"),
    "attendances": _("line %(number)d"),
    "agencies": _("line %(number)d"),
    "captions": _("photo %(number)d"),
    "attachments": _("file %(number)d"),
    "videos": _("video %(number)d"),
    "credits": _("line %(number)d"),
}
_COLUMNS = {
    "name": pgettext_lazy("of an attendee", "name"),
    "title": _("title"),
    "honorific": _("honorific"),
    "organization": _("organisation"),
    "person": _("person"),
    "agency": _("agency"),
    "heading": _("heading"),
    "photo": _("photo"),
    "alt": _("description of the picture"),
    "credit": _("photographer"),
    "file": _("file"),
}


def place_in_words(place: str) -> str:
    """`delegations.0.attendances.2.name` as "delegation 1, line 3, name"; nothing for a field of its own."""
    parts = place.split(".")
    words = [
        str(_ROWS[part]) % {"number": int(after) + 1}
        for part, after in pairwise(parts)
        if part in _ROWS and after.isdecimal()
    ]
    if words and parts[-1] in _COLUMNS:
        words.append(str(_COLUMNS[parts[-1]]))
    return ", ".join(words)


class MomentField(forms.SplitDateTimeField):
    """Day and time in Viet Nam."""

    def __init__(self, **options):
        widget = AdminSplitDateTime(attrs={"autocomplete": "off"})
        for part, label in zip(widget.widgets, (_("Day"), _("Time of day")), strict=True):
            part.attrs["aria-label"] = label
        super().__init__(widget=widget, **options)
