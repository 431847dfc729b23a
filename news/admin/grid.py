"""The form fields of a document's lists: JSON in a text field, and a grid over it where scripts run.

A page that shows grids also holds `{{ labels|json_script:"grid-labels" }}` with `labels(document)`, so that names are
asked for once for all lists, and a hidden field `cover` if the captions are to choose one.
"""

import json

from django import forms
from django.utils.translation import gettext_lazy as _

from news.admin.grid_words import WORDS
from news.admin.labels import addresses, labels
from news.models import Attendance, Credit, Delegation

__all__ = ["GridField", "labels", "show_faults"]

TITLES = {
    "delegations": _("Attendees"),
    "agencies": _("Agencies named"),
    "captions": _("Photos"),
    "videos": _("Videos"),
    "attachments": _("Attachments"),
    "credits": _("Who made what"),
}
# The lists of choices of the rows; small and fixed, never records.
CHOICES = {
    "sides": Delegation.Side.choices,
    "kinds": Attendance.Kind.choices,
    "parts": Credit.Part.choices,
    "honorifics": ["Ông", "Bà", "Đồng chí", "PGS.TS.", "GS.TS.", "TS.", "ThS."],
}


class GridWidget(forms.Textarea):
    """`faults` are the sentences for single cells: {"0.attendances.2.name": sentence}."""

    def __init__(self, list_name: str):
        super().__init__(attrs={"rows": 12, "spellcheck": "false", "class": "vLargeTextField"})
        self.list_name = list_name
        self.template_name = f"admin/news/grid/{list_name}.html"
        self.faults: dict[str, str] = {}

    class Media:
        css = {"all": ["css/grid.css"]}
        js = [forms.Script("js/grid.js", type="module")]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        page = {
            "words": {key: str(sentence) for key, sentence in WORDS.items()},
            "urls": addresses(),
            "faults": self.faults,
        }
        page_id = f"{context['widget']['attrs'].get('id', name)}-grid-page"
        context["widget"] |= {
            "list": self.list_name,
            "title": TITLES[self.list_name],
            "page": page,
            "page_id": page_id,
        }
        context["widget"] |= CHOICES
        return context


class GridField(forms.JSONField):
    """`GridField("captions")`: a list of dicts as in the document (news/desk/lists.py); None when left empty."""

    def __init__(self, list_name: str, **options):
        options = {"required": False, "label": TITLES[list_name], "widget": GridWidget(list_name)} | options
        super().__init__(**options)
        self.list_name = list_name

    def prepare_value(self, value):
        """Indented, with its letters: without scripts this is what the editor works in."""
        if isinstance(value, (list, dict)):
            return json.dumps(value, ensure_ascii=False, indent=2)
        return super().prepare_value(value)

    def clean(self, value):
        value = super().clean(value)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise forms.ValidationError(_("A list is expected here."), code="list")
        return value


def show_faults(form: forms.BaseForm, faults: dict) -> None:
    """Give each grid of the form the sentences for its cells, e.g. the `message_dict` of the ValidationError that
    `document.write` raised: {"delegations.0.attendances.2.name": [sentence]}."""
    for place, sentences in faults.items():
        name, _dot, cell = place.partition(".")
        field = form.fields.get(name)
        if cell and isinstance(field, GridField):
            field.widget.faults[cell] = " ".join([sentences] if isinstance(sentences, str) else sentences)
