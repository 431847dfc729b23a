"""A record that two people have open is not written over by the second who saves: that one is told, and decides."""

from hashlib import sha256

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class OpenedForm(forms.ModelForm):
    """`seen` is the record as it stood when the form was opened."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["seen"] = _mark_of(self.instance)

    def clean(self):
        """The row stays locked until it is saved, so that of two saves at one moment the second finds the first."""
        data = super().clean()
        if not data.get("seen") or self.instance._state.adding:
            return data
        rows = type(self.instance)._base_manager.select_for_update(of=("self",), no_key=True)
        mark = _mark_of(rows.get(pk=self.instance.pk))
        if data["seen"] != mark:
            # Saved once more, it is saved with open eyes.
            self.data = self.data.copy()
            self.data["seen"] = mark
            raise ValidationError(
                _("Somebody saved this record after you opened it. Nothing of yours is saved yet: compare "
                  "in another tab. Saving again writes what stands here over it.")
            )  # fmt: skip
        return data


def _mark_of(row) -> str:
    if row._state.adding:
        return ""
    values = [(field.attname, getattr(row, field.attname)) for field in row._meta.concrete_fields]
    return sha256(repr(values).encode()).hexdigest()[:20]


class Opened(admin.ModelAdmin):
    """For records that several people care for. A form of one's own is an OpenedForm."""

    form = OpenedForm

    def get_fieldsets(self, request, obj=None):
        rows = list(super().get_fieldsets(request, obj))
        if obj is None or not self.has_change_permission(request, obj):
            return rows
        (name, first), *others = rows
        fields = [field for field in first["fields"] if field != "seen"]
        return [(name, first | {"fields": [*fields, "seen"]}), *others]
