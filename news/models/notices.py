"""Mail that is owed to staff. A row is written when something happened and sent by the worker: nobody waits for a mail server."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.models.articles import Article


class Notice(models.Model):
    """One mail to one person about one step of an article; `sent_at` null means owed."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="notices")
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    event = models.CharField(max_length=20, help_text=_("A step of the workflow, or consent, objection."))
    who = models.CharField(max_length=150)
    reason = models.TextField(blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    # Until this moment another worker has it, or it waits after a failure.
    not_before = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        indexes = [models.Index("not_before", name="news_notice_owed", condition=Q(sent_at__isnull=True))]

    def __str__(self):
        return f"{self.event} → {self.recipient}"


class NoMail(models.Model):
    """Somebody who finds their work on the desk alone; no row means mail is welcome."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        default_permissions = ()
