"""Links that work once: the way in for somebody new, and back in for whoever forgot the password. No mail is needed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OneTimeLink(models.Model):
    """Only a digest of the secret is kept; the link itself is shown once (portal/accounts/links.py)."""

    class Kind(models.TextChoices):
        INVITE = "invite", _("Invitation")
        RESET = "reset", _("New password")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            # A newer link replaces the older one, also when two administrators press the button at once.
            models.UniqueConstraint(
                fields=["user"], condition=Q(used_at__isnull=True), name="accounts_onetimelink_one_open_each"
            ),
        ]

    def __str__(self):
        return f"{self.kind}: {self.user_id}"
