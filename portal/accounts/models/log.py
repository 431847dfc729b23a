"""What happened to accounts, people, agencies and settings, and who signed in. Both logs only grow."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.models.history import AppendOnly


class Grown(models.QuerySet):
    """Rows that no code of ours changes or takes away. (A user's deletion empties `by` below the ORM's verbs.)"""

    def update(self, **columns):
        raise TypeError("A log is not rewritten.")

    def delete(self):
        raise TypeError("A log is not rewritten.")


class AuditEntry(AppendOnly):
    """One change: who, when, from where, to what, before and after. `key` and `name` outlive the row they speak of."""

    class Action(models.TextChoices):
        ADDED = "added", _("Added")
        CHANGED = "changed", _("Changed")
        REMOVED = "removed", _("Removed")
        INVITED = "invited", _("Invited")
        RESET = "reset", _("Link for a new password made")
        PASSWORD = "password", _("Password set")
        LOCKED = "locked", _("Account deactivated")
        UNLOCKED = "unlocked", _("Account reactivated")
        SIGNED_OUT = "signed_out", _("Sessions ended")
        FACTOR_ADDED = "factor_on", _("Second step added")
        FACTOR_REMOVED = "factor_off", _("Second step removed")
        HANDED_OVER = "handed_over", _("Open work handed over")

    action = models.CharField(_("action"), max_length=12, choices=Action.choices)
    model = models.CharField(_("kind of record"), max_length=60)
    key = models.CharField(_("key"), max_length=40)
    name = models.CharField(_("record"), max_length=200)
    changes = models.JSONField(_("changes"), default=dict)
    address = models.GenericIPAddressField(_("from address"), null=True)

    objects = Grown.as_manager()

    class Meta:
        verbose_name = _("log entry")
        verbose_name_plural = _("log of changes")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["-at"], name="accounts_audit_by_time"),
            models.Index(fields=["model", "key"], name="accounts_audit_by_subject"),
        ]

    def __str__(self):
        return f"{self.action}: {self.name}"

    def delete(self, *args, **kwargs):
        raise TypeError("A log is not rewritten.")


class SignIn(models.Model):
    """One attempt to sign in. `username` is what was typed; `user` is whom it concerned, if anybody."""

    class Result(models.TextChoices):
        SUCCESS = "success", _("Signed in")
        REFUSED = "refused", _("Wrong name or password")
        SECOND_STEP = "second_step", _("Wrong second step")
        LOCKED_OUT = "locked_out", _("Locked out after too many attempts")
        NO_ACCESS = "no_access", _("The agency's directory gives no role")

    at = models.DateTimeField(_("at"), default=timezone.now)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="sign_ins",
    )
    username = models.CharField(_("user name"), max_length=150)
    result = models.CharField(_("result"), max_length=11, choices=Result.choices)
    way = models.CharField(_("by"), max_length=60, blank=True)
    address = models.GenericIPAddressField(_("from address"), null=True)
    agent = models.CharField(_("browser"), max_length=200, blank=True)

    objects = Grown.as_manager()

    class Meta:
        verbose_name = _("sign-in")
        verbose_name_plural = _("log of sign-ins")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["-at"], name="accounts_signin_by_time")]

    def __str__(self):
        return f"{self.username}: {self.result}"

    def delete(self, *args, **kwargs):
        raise TypeError("A log is not rewritten.")
