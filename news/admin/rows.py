"""Tables of rows inside a stock form."""

from django.contrib import admin


class LabelledRows(admin.TabularInline):
    """Every field of a row says its column to those who do not see the table's head."""

    extra = 0

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None:
            field.widget.attrs["aria-label"] = field.label
        return field
