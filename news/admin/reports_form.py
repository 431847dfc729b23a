"""What the address of a report may say: two days, how to group, and what to leave out."""

from datetime import date, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.desk.reports import GROUPS, Wanted
from news.desk.royalties import first_day
from news.models import Category, Kind


def _day(label) -> forms.DateField:
    # A native picker; what the address holds is the ISO day.
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, widget=widget, required=False)


class ReportForm(forms.Form):
    """Every field may be missing: the year until today, by author."""

    nhom = forms.ChoiceField(
        label=gettext_lazy("Group by"),
        required=False,
        choices=[(key, row.label) for key, row in GROUPS.items()],
    )
    tu = _day(gettext_lazy("From day"))
    den = _day(gettext_lazy("To day"))
    muc = forms.ModelChoiceField(
        label=gettext_lazy("Category"), required=False, queryset=Category.objects.none(),
        empty_label=gettext_lazy("All categories"),
    )  # fmt: skip
    loai = forms.ChoiceField(
        label=gettext_lazy("Kind of article"),
        required=False,
        choices=[("", gettext_lazy("All kinds")), *Kind.choices],
    )
    ky = forms.CharField(label=gettext_lazy("Signing unit"), required=False, max_length=200)

    def __init__(self, data):
        today = timezone.localdate()
        super().__init__(usual(today) | {name: data[name] for name in data}, use_required_attribute=False)
        self.fields["muc"].queryset = Category.objects.select_related("parent")

    def clean(self):
        first, last = self.cleaned_data.get("tu"), self.cleaned_data.get("den")
        if first and last and last < first:
            self.add_error("den", _("The last day is not before the first."))
        return self.cleaned_data

    def wanted(self) -> Wanted:
        """Of a valid form."""
        said, today = self.cleaned_data, timezone.localdate()
        return Wanted(
            said["tu"] or today.replace(month=1, day=1),
            said["den"] or today,
            said["nhom"] or "author",
            said["muc"].pk if said["muc"] else None,
            said["loai"],
            said["ky"] or None,
        )


def usual(today: date) -> dict:
    return {"nhom": "author", "tu": today.replace(month=1, day=1).isoformat(), "den": today.isoformat()}


def spans(today: date) -> list[tuple[str, date, date]]:
    """Spans of one press: (label, first day, last day)."""
    this_month = first_day(today)
    last_of_month = this_month - timedelta(days=1)
    quarter = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
    return [
        (_("This month"), this_month, today),
        (_("Last month"), first_day(last_of_month), last_of_month),
        (_("This quarter"), quarter, today),
        (_("This year"), today.replace(month=1, day=1), today),
        (_("Last year"), date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
    ]
