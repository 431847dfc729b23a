"""Rows of a side table as a JSON list inside another query: short lists of a page cost no query of their own."""

from django.db.models import JSONField, QuerySet, Subquery
from django.db.models.functions import JSONObject


class Rows(Subquery):
    """`Rows(Tag.objects.filter(editions=OuterRef("pk")), name="name")` gives [{"name": …}, …] in the queryset's order.

    Moments come as ISO texts (UTC; see `moment_of`), flags as true/false or 1/0, an empty queryset as [].
    """

    output_field = JSONField()

    def __init__(self, queryset: QuerySet, **fields):
        super().__init__(queryset.values(item=JSONObject(**fields)))

    def as_sqlite(self, compiler, connection, **extra):
        template = "(SELECT json_group_array(json(part.item)) FROM (%(subquery)s) part)"
        return self.as_sql(compiler, connection, template=template, **extra)

    def as_postgresql(self, compiler, connection, **extra):
        template = "(SELECT coalesce(jsonb_agg(part.item), '[]') FROM (%(subquery)s) part)"
        return self.as_sql(compiler, connection, template=template, **extra)
