"""Filters of the list of articles that are typed and not picked: an agency, a span of days. All stand in the address."""

from datetime import date, datetime, time, timedelta

from django.contrib import admin
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.admin.article_list import is_the_text
from news.fold import fold
from news.models import Agency, Delegation, Edition, Mention

MOST_AGENCIES = 200


class TypedFilter(admin.ListFilter):
    """Inputs in a form of their own; the other filters of the address travel along as hidden fields.

    `inputs` is (parameter, label, type of the input); `condition` makes a Q of {parameter: text}, None for nonsense.
    """

    template = "admin/news/article/typed_filter.html"
    inputs: tuple = ()

    def __init__(self, request, params, model, model_admin):
        super().__init__(request, params, model, model_admin)
        for name in self.expected_parameters():
            if name in params:
                self.used_parameters[name] = params.pop(name)[-1].strip()

    def expected_parameters(self):
        return [name for name, _label, _type in self.inputs]

    def has_output(self):
        return True

    def choices(self, changelist):
        """One form. What stands in the address beside this filter is kept, the page number is not."""
        own = {*self.expected_parameters(), "p"}
        others = [
            (name, value)
            for name, values in changelist.filter_params.items()
            for value in values
            if name not in own
        ]
        query = [("q", changelist.query)] if changelist.query else []
        fields = [
            {"name": name, "label": label, "type": kind, "value": self.used_parameters.get(name, "")}
            for name, label, kind in self.inputs
        ]
        yield {
            "fields": fields,
            "hidden": others + query,
            "is_used": any(self.used_parameters.values()),
            "without": changelist.get_query_string(remove=self.expected_parameters()),
        }

    def queryset(self, request, queryset):
        if not any(self.used_parameters.values()):
            return queryset
        condition = self.condition(self.used_parameters)
        return queryset.none() if condition is None else queryset.filter(condition)

    def condition(self, typed: dict) -> Q | None:
        raise NotImplementedError


class AgencyFilter(TypedFilter):
    """Articles whose text names an agency, or has people of it: by words of its name or its abbreviation, without marks."""

    title = _("agency")
    inputs = (("co-quan", _("Name or abbreviation"), "search"),)

    def condition(self, typed):
        words = fold(typed.get("co-quan", "")).split()
        named = Q()
        for word in words:
            named &= Q(folded__contains=word)
        found = Q(abbreviation__iexact=typed.get("co-quan", "")) | named
        agencies = list(Agency.objects.filter(found).values_list("pk", flat=True)[:MOST_AGENCIES])
        if not agencies:
            return None
        # Two short lists of editions: joining both tables at once would multiply their rows.
        named, present = (
            model.objects.order_by().filter(agency__in=agencies).values("edition")
            for model in (Mention, Delegation)
        )
        texts = Edition.objects.filter(is_the_text(), pk__in=named.union(present, all=True))
        return Q(pk__in=texts.values("article"))


class DayFilter(TypedFilter):
    """First published from one day to another, both included."""

    title = _("day of publication")
    inputs = (("tu-ngay", _("From"), "date"), ("den-ngay", _("To"), "date"))

    def condition(self, typed):
        try:
            first = date.fromisoformat(typed["tu-ngay"]) if typed.get("tu-ngay") else None
            last = date.fromisoformat(typed["den-ngay"]) if typed.get("den-ngay") else None
            within = Q(published_at__gte=_midnight(first)) if first else Q(published_at__isnull=False)
            return within & Q(published_at__lt=_midnight(last + timedelta(days=1))) if last else within
        except (ValueError, OverflowError):
            return None


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
