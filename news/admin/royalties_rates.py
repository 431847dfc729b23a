"""The two tables behind royalties: what a unit is worth and the coefficients, each from a day on."""

import re

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from news.desk.rights import holds_everywhere
from news.models import Kind, RoyaltyBase, RoyaltyRate
from news.templatetags.money import dong, grouped, short_decimal


class DongField(forms.IntegerField):
    """Whole đồng, as people write them: 234000, 234.000, 234 000 đ. The stock field would take 234.000 for 234."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def __init__(self, **options):
        super().__init__(**options | {"widget": self.widget})

    def to_python(self, value):
        if isinstance(value, str) and value.strip():
            text = value.replace("\u00a0", " ").strip().removesuffix("đ").strip()
            if not re.fullmatch(r"\d+|\d{1,3}(?:([. ])\d{3})(?:\1\d{3})*", text):
                raise forms.ValidationError(_("A whole number of đồng."), code="invalid")
            value = re.sub(r"\D", "", text)
        return super().to_python(value)

    def prepare_value(self, value):
        return grouped(value) if isinstance(value, int) else value


class Kept(admin.ModelAdmin):
    """Rows of the past stay: whoever looks at an old month wants to know what held then."""

    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None

    def has_add_permission(self, request):
        return self._holds(request, "add")

    def has_change_permission(self, request, obj=None):
        return self._holds(request, "change")

    def has_view_permission(self, request, obj=None):
        return self._holds(request, "view") or self.has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return False

    def _holds(self, request, verb: str) -> bool:
        """What everybody is paid by is the whole house's."""
        return holds_everywhere(request.user, f"news.{verb}_{self.opts.model_name}")


@admin.register(RoyaltyBase)
class RoyaltyBaseAdmin(Kept):
    form = forms.modelform_factory(RoyaltyBase, fields="__all__", field_classes={"amount": DongField})
    list_display = ["from_on", "worth", "note"]

    @admin.display(description=_("value of one unit"))
    def worth(self, base):
        return dong(base.amount)


@admin.register(RoyaltyRate)
class RoyaltyRateAdmin(Kept):
    # "2,5" and "2.5" are both understood.
    form = forms.modelform_factory(RoyaltyRate, fields="__all__", localized_fields=["coefficient"])
    list_display = ["of_kind", "part", "shown", "is_per_photo", "from_on", "note"]
    list_display_links = ["of_kind"]
    list_filter = ["part", "kind"]

    def formfield_for_choice_field(self, db_field, request, **options):
        if db_field.name == "kind":
            options["choices"] = [("", _("All kinds")), *Kind.choices]
        return super().formfield_for_choice_field(db_field, request, **options)

    @admin.display(description=_("kind of article"), ordering="kind")
    def of_kind(self, rate):
        return rate.get_kind_display() if rate.kind else _("All kinds")

    @admin.display(description=_("coefficient"))
    def shown(self, rate):
        return short_decimal(rate.coefficient)
