"""The two tables behind royalties: what a unit is worth and the coefficients, each from a day on."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from news.models import Kind, RoyaltyBase, RoyaltyRate
from news.templatetags.money import dong, short_decimal


class Kept(admin.ModelAdmin):
    """Rows of the past stay: whoever looks at an old month wants to know what held then."""

    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(RoyaltyBase)
class RoyaltyBaseAdmin(Kept):
    localized_fields = ["amount"]
    list_display = ["from_on", "worth", "note"]

    @admin.display(description=_("value of one unit"))
    def worth(self, base):
        return dong(base.amount)


@admin.register(RoyaltyRate)
class RoyaltyRateAdmin(Kept):
    localized_fields = ["coefficient"]
    list_display = ["of_kind", "part", "shown", "is_per_photo", "from_on"]
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
