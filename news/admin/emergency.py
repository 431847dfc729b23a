"""Emergency notices: written, shown and ended by a publisher, each in one step."""

from datetime import timedelta

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from news.admin.article_form import MomentField
from news.desk.rights import holds_everywhere
from news.models import EmergencyNotice
from news.models.paths import leads_on

USUAL = timedelta(hours=24)


class EmergencyForm(forms.ModelForm):
    begins_at = MomentField(label=capfirst(_("shown from")))
    ends_at = MomentField(
        label=capfirst(_("shown until")), help_text=_("It goes by itself at this moment (Viet Nam time).")
    )

    class Meta:
        model = EmergencyNotice
        fields = ["level", "text", "text_en", "url", "begins_at", "ends_at"]
        widgets = {"text": forms.Textarea(attrs={"rows": 3}), "text_en": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            now = timezone.localtime().replace(second=0, microsecond=0)
            self.initial = {"begins_at": now, "ends_at": now + USUAL} | self.initial

    def clean_url(self):
        url = self.cleaned_data["url"]
        if url and not leads_on(url):
            raise ValidationError(gettext("An address begins with https:// or with a single /."))
        return url


@admin.register(EmergencyNotice)
class EmergencyNoticeAdmin(admin.ModelAdmin):
    form = EmergencyForm
    list_display = ["text", "level", "state", "begins_at", "ends_at", "made_by", "end"]
    list_select_related = ["made_by"]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None

    @admin.display(description=_("state"))
    def state(self, notice):
        if notice.is_running():
            return format_html('<span class="badge badge--live">{}</span>', gettext("Shown now"))
        coming = notice.begins_at > timezone.now()
        return format_html('<span class="badge">{}</span>', gettext("Not yet") if coming else gettext("Over"))

    @admin.display(description=_("end of the notice"))
    def end(self, notice):
        if notice.ends_at <= timezone.now():
            return "–"
        return format_html(
            '<a class="button button--danger" href="{}">{}</a>',
            reverse("admin:news_emergencynotice_change", args=[notice.pk]) + "#end-now",
            gettext("End it…"),
        )

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.end_view))
        return [path("<int:pk>/dung/", view, name="news_emergencynotice_end"), *super().get_urls()]

    def end_view(self, request, pk):
        """One press takes the notice from every page."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        notice = get_object_or_404(EmergencyNotice, pk=pk)
        now = timezone.now()
        if notice.begins_at >= now:
            notice.begins_at = now - timedelta(seconds=1)
        notice.ends_at = min(notice.ends_at, now)
        notice.save(update_fields=["begins_at", "ends_at"])
        self.log_change(request, notice, gettext("Ended at once."))
        messages.success(request, gettext("The notice is taken from all pages."))
        return HttpResponseRedirect(reverse("admin:news_emergencynotice_changelist"))

    def save_model(self, request, obj, form, change):
        obj.made_by = obj.made_by or request.user
        super().save_model(request, obj, form, change)

    def has_add_permission(self, request):
        return holds_everywhere(request.user, "news.add_emergencynotice")

    def has_change_permission(self, request, obj=None):
        """It stands on every page, so a role that is limited to categories does not set it."""
        return holds_everywhere(request.user, "news.change_emergencynotice")

    def has_delete_permission(self, request, obj=None):
        """What readers were told stays known; a notice is ended."""
        return False
