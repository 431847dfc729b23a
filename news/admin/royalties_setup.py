"""The first day of royalties: every starting coefficient in one form, to be changed, left out or taken, under a decision of the agency."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.admin.article_form import DAY
from news.admin.royalties import page
from news.admin.royalties_rates import DongField
from news.desk.errors import Refused
from news.desk.royalties import first_day
from news.desk.royalties_start import begin, may_set, starts
from news.models import RoyaltyBase, RoyaltyRate


class SetupForm(forms.Form):
    amount = DongField(
        label=gettext_lazy("Value of one unit, in đồng"),
        min_value=1,
        help_text=gettext_lazy(
            "A whole number of đồng, as your regulation says. There is no proposal for it."
        ),
    )
    from_on = forms.DateField(
        label=gettext_lazy("In force from"),
        widget=DAY,
        help_text=gettext_lazy("For articles first published on this day or later."),
    )
    note = forms.CharField(
        label=gettext_lazy("Ground"),
        max_length=200,
        help_text=gettext_lazy(
            "Number and day of the decision of your agency that these figures follow from."
        ),
    )
    is_own = forms.BooleanField(
        label=gettext_lazy(
            "These figures are the decision of our agency. The program only proposed numbers to begin with."
        )
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.starts = starts()
        self.initial |= {"from_on": first_day(timezone.localdate())}
        if RoyaltyBase.objects.exists():
            del self.fields["amount"]
        for row in self.starts:
            self.fields[row.key] = forms.DecimalField(
                label=row.label, required=False, min_value=0, max_digits=6, decimal_places=2, localize=True,
                initial=row.coefficient, help_text=gettext_lazy("for each photo") if row.is_per_photo else "",
                widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            )  # fmt: skip

    def rows(self):
        """The fields of the coefficients, for the table."""
        return [self[row.key] for row in self.starts]

    def others(self):
        return [self[name] for name in ("amount", "from_on", "note") if name in self.fields]

    def chosen(self) -> list[tuple]:
        """Rows with their coefficients; those left empty are not set."""
        given = ((row, self.cleaned_data[row.key]) for row in self.starts)
        return [(row, coefficient) for row, coefficient in given if coefficient is not None]


def setup_view(request, site):
    if not may_set(request.user):
        raise PermissionDenied
    if RoyaltyRate.objects.exists():
        messages.info(request, _("Coefficients are set already. Change them in their own table."))
        return HttpResponseRedirect(reverse("admin:news_royaltyrate_changelist"))
    form = SetupForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _begun(request, form):
        return HttpResponseRedirect(reverse("admin:news_royalties"))
    return page(request, site, "setup", _("First coefficients of royalties"), form=form, media=form.media)


def _begun(request, form: SetupForm) -> bool:
    data = form.cleaned_data
    try:
        made = begin(
            form.chosen(),
            by=request.user,
            amount=data.get("amount"),
            from_on=data["from_on"],
            note=data["note"],
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(
        request,
        _("%(count)d coefficients are set. They are changed in their own table.") % {"count": len(made)},
    )
    return True
