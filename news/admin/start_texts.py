"""Start texts: what a new article of a kind begins with."""

from django.contrib import admin
from django.db.models import TextField
from django.forms import Textarea
from django.utils.decorators import method_decorator

from news.admin.editor import with_editor
from news.desk import document
from news.models import Delegation, StartText
from news.richtext import HtmlField


@admin.register(StartText)
class StartTextAdmin(admin.ModelAdmin):
    list_display = ["kind", "language", "title"]
    list_display_links = ["kind", "title"]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    # Without the first line the admin would lay its plain textarea over the editor.
    formfield_overrides = {HtmlField: {}, TextField: {"widget": Textarea(attrs={"rows": 4})}}

    @method_decorator(with_editor)
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        return super().changeform_view(request, object_id, form_url, extra_context)


def offered() -> list[StartText]:
    """All start texts, for the buttons above an empty form."""
    return list(StartText.objects.all())


def begun_by(query) -> dict | None:
    """What `?mau=3` of the address asks to begin with; None without it."""
    key = query.get("mau", "")
    start = StartText.objects.filter(pk=key).first() if key.isdecimal() and len(key) < 18 else None
    return begun(start) if start else None


def begun(start: StartText) -> dict:
    """The document that a new article of this kind begins with; nothing is saved."""
    content = document.empty() | {
        name: getattr(start, name) for name in ("kind", "title", "lead", "body", "byline")
    }
    if start.host_heading:
        content["delegations"] = [
            {
                "side": Delegation.Side.HOST.value,
                "agency": None,
                "heading": start.host_heading,
                "attendances": [],
            }
        ]
    return content
