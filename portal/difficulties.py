"""Readers' reports of what is hard to use, as staff meet them: a list in the admin, one mail, and contacts forgotten in time."""

from django.conf import settings
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accessibility.models import Difficulty
from portal.accounts.roles import ADMINISTRATOR

AT_ONCE = 20


def tell_staff() -> int:
    """Mail administrators about new reports; returns how many. One whose mail fails is tried again by the next sweep."""
    return sum(_told(difficulty) for difficulty in Difficulty.objects.untold().order_by("pk")[:AT_ONCE])


def _told(difficulty) -> bool:
    """Claimed before it is sent, so that of several workers one sends it."""
    row = Difficulty.objects.filter(pk=difficulty.pk)
    if not row.untold().update(told_at=timezone.now()):
        return False
    try:
        _mail(difficulty).send()
    except Exception:
        row.update(told_at=None)
        raise
    return True


def forget_contacts() -> int:
    """Where to answer is no longer kept once the report has long been dealt with."""
    return Difficulty.objects.with_old_contact().update(contact="")


def _mail(difficulty) -> EmailMessage:
    administrators = (
        get_user_model().objects.filter(is_active=True, groups__name=ADMINISTRATOR).exclude(email="")
    )
    with translation.override(settings.LANGUAGE_CODE):
        lines = [
            difficulty.text,
            "",
            difficulty.page,
            difficulty.tools,
            settings.MAIL_ORIGIN + reverse("admin:accessibility_difficulty_changelist"),
        ]
        body = "\n".join(line for line in lines if line or line == "")
        return EmailMessage(
            _("A reader met a difficulty"), body, bcc=list(administrators.values_list("email", flat=True))
        )


class IsOpen(admin.SimpleListFilter):
    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("open", _("To deal with")), ("done", _("Dealt with"))]

    def queryset(self, request, queryset):
        if self.value() == "open":
            return queryset.open()
        return queryset.exclude(handled_at=None) if self.value() == "done" else queryset


@admin.register(Difficulty)
class DifficultyAdmin(admin.ModelAdmin):
    """Nobody writes or removes a report here; what was done about it is added."""

    list_display = ["text_begins", "page", "sent_at", "handled_at"]
    list_filter = [IsOpen]
    search_fields = ["text", "page"]
    show_full_result_count = False
    fields = ["text", "page", "tools", "contact", "sent_at", "note", "handled_at", "handled_by_name"]
    readonly_fields = ["text", "page", "tools", "contact", "sent_at", "handled_at", "handled_by_name"]
    actions = ["deal_with"]

    @admin.display(description=gettext_lazy("what was hard to use"))
    def text_begins(self, difficulty):
        return difficulty.text[:120]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, difficulty, form, change):
        """Whoever writes what was done has dealt with it."""
        if difficulty.note and difficulty.is_open:
            difficulty.handled_at, difficulty.handled_by_name = timezone.now(), str(request.user)
        super().save_model(request, difficulty, form, change)

    @admin.action(description=gettext_lazy("Mark as dealt with"), permissions=["change"])
    def deal_with(self, request, queryset):
        queryset.open().update(handled_at=timezone.now(), handled_by_name=str(request.user))
