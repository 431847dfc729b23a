"""The photo library as a list: what narrows it down, and what can be done to several photos at once."""

from django import forms
from django.contrib import admin
from django.contrib.admin.helpers import ActionForm
from django.contrib.admin.views.main import ChangeList
from django.utils.translation import gettext_lazy as _

from news.photos import library


class CreditForm(ActionForm):
    """Beside the choice of what to do: the name that is to be written."""

    credit = forms.CharField(
        label=_("photographer"),
        max_length=150,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )


class Toggle(admin.SimpleListFilter):
    """A filter that is on or off."""

    def lookups(self, request, model_admin):
        return [("1", self.title)]

    def queryset(self, request, queryset):
        return self.narrowed(request, queryset) if self.value() == "1" else queryset


class MineFilter(Toggle):
    title, parameter_name = _("Uploaded by me"), "cua-toi"

    def narrowed(self, request, photos):
        return photos.filter(uploaded_by=request.user)


class UnusedFilter(Toggle):
    title, parameter_name = _("Used nowhere"), "chua-dung"

    def narrowed(self, request, photos):
        return library.unused(photos)


class UndescribedFilter(Toggle):
    title, parameter_name = _("Without a description"), "chua-mo-ta"

    def narrowed(self, request, photos):
        return library.undescribed(photos)


class Library(ChangeList):
    """`toggles` for the template: [{title, url, is_on}], each with the others as they are."""

    def toggles(self):
        return [
            {
                "title": spec.title,
                "is_on": spec.value() == "1",
                "url": self.get_query_string(
                    {} if spec.value() == "1" else {spec.parameter_name: "1"},
                    [spec.parameter_name] if spec.value() == "1" else [],
                ),
            }
            for spec in self.filter_specs
        ]
