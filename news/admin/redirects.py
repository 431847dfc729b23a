"""Old addresses: a list, a form of two lines, and tables taken in at once."""

import csv
import io

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.desk import old_addresses
from news.desk.errors import Refused
from news.models import OldAddress
from news.site.old_addresses import target_of

MOST_LINES, MOST_BYTES = 5_000, 5_000_000
# Of a cell: longer than any address. The limit of the csv module is one for the whole process, and imports raise it.
LONGEST = 10_000


class OldAddressForm(forms.ModelForm):
    target = forms.CharField(
        label=gettext_lazy("Leads to"),
        max_length=500,
        help_text=gettext_lazy("Number or address of an article, or a path of this site such as /luu-tru/."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

    class Meta:
        model = OldAddress
        fields = ["address"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["target"] = target_of(self.instance) or _number(self.instance)

    def clean_address(self):
        try:
            return old_addresses.understood_address(self.cleaned_data["address"])
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from None

    def clean(self):
        found = super().clean()
        if found.get("address") and found.get("target"):
            try:
                columns = old_addresses.settled(found["address"], old_addresses.understood(found["target"]))
            except Refused as refusal:
                self.add_error("target", str(refusal))
            else:
                for name in ("article", "page", "url"):
                    setattr(self.instance, name, columns.get(name, "" if name == "url" else None))
        return found


def _number(row: OldAddress) -> str:
    return str(row.article.number) if row.article else ""


@admin.register(OldAddress)
class OldAddressAdmin(admin.ModelAdmin):
    form = OldAddressForm
    change_list_template = "admin/news/oldaddress/change_list.html"
    list_display = ["address", "leads_to", "made_at", "made_by"]
    list_select_related = ["article__last_release", "page", "made_by"]
    search_fields = ["address"]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    fields = ["address", "target"]

    @admin.display(description=gettext_lazy("leads to"))
    def leads_to(self, row):
        if found := target_of(row):
            return format_html('<a href="{}">{}</a>', found, found)
        return format_html('<span class="badge badge--review">{}</span>', _("Not public yet"))

    def get_urls(self):
        view = self.admin_site.admin_view(self.import_view)
        return [path("nhap/", view, name="news_oldaddress_import"), *super().get_urls()]

    def save_model(self, request, obj, form, change):
        obj.made_by = obj.made_by or request.user
        super().save_model(request, obj, form, change)

    def import_view(self, request):
        """Lines are shown with what would become of them before anything is kept."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        text, lines, fault = "", [], ""
        if request.method == "POST":
            text = _uploaded(request)
            lines = old_addresses.read(_rows(text)[:MOST_LINES])
            fault = "" if lines else _("No line with two columns was found.")
            if request.POST.get("act") == "keep" and lines:
                fresh, changed = old_addresses.keep(lines, by=request.user)
                words = {"fresh": fresh, "changed": changed}
                messages.success(request, _("%(fresh)d old addresses added, %(changed)d changed.") % words)
                return HttpResponseRedirect(reverse("admin:news_oldaddress_changelist"))
        return TemplateResponse(
            request,
            "admin/news/oldaddress/import.html",
            self.admin_site.each_context(request)
            | {
                "title": _("Take in a table of old addresses"),
                "text": text,
                "fault": fault,
                "faulty": [line for line in lines if line.fault],
                "sound": [(line, target_of(line.row)) for line in lines if line.row],
            },
        )


def _uploaded(request) -> str:
    """What was pasted, or else the file; a byte order mark is left out."""
    text = request.POST.get("text", "")
    file = request.FILES.get("file")
    if not text.strip() and file is not None:
        text = file.read(MOST_BYTES).decode("utf-8-sig", "replace")
    return text.replace("\x00", "").lstrip("\ufeff")


def _rows(text: str) -> list[tuple[str, str]]:
    """Two columns parted by comma, semicolon or tab, or by an arrow; a line of headings is passed over."""
    text = text.replace("→", "\t").replace(" -> ", "\t")
    first = text.partition("\n")[0]
    sign = max(("\t", ";", ","), key=first.count)
    try:
        rows = [
            row for row in csv.reader(io.StringIO(text), delimiter=sign) if len(row) > 1 and row[0].strip()
        ]
    except csv.Error:
        return []
    if any(len(cell) > LONGEST for row in rows for cell in row):  # a quotation mark that never ends
        return []
    return [(row[0], row[1]) for row in rows if "/" in row[0] or "?" in row[0]]
