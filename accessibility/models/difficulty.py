"""What readers could not use: a few words, from whoever met it."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# How long an address to answer to is kept after the report has been dealt with.
KEEP_CONTACT = timedelta(days=90)


class DifficultyQuerySet(models.QuerySet):
    def open(self):
        return self.filter(handled_at=None)

    def untold(self):
        """Staff have had no mail about it yet."""
        return self.filter(told_at=None)

    def with_old_contact(self):
        return self.filter(handled_at__lt=timezone.now() - KEEP_CONTACT).exclude(contact="")


class Difficulty(models.Model):
    """One report. `page` is a path of this site or empty; `contact` is emptied 90 days after the report was dealt with."""

    page = models.CharField(_("page"), max_length=500, blank=True)
    text = models.TextField(_("what was hard to use"), max_length=2000)
    tools = models.CharField(_("device and tools"), max_length=200, blank=True)
    contact = models.CharField(_("where to answer"), max_length=200, blank=True)
    sent_at = models.DateTimeField(_("sent at"), default=timezone.now)
    told_at = models.DateTimeField(null=True, blank=True, editable=False)
    handled_at = models.DateTimeField(_("dealt with at"), null=True, blank=True)
    handled_by_name = models.CharField(_("dealt with by"), max_length=200, blank=True)
    note = models.TextField(_("what was done"), blank=True)

    objects = DifficultyQuerySet.as_manager()

    class Meta:
        verbose_name = _("difficulty of a reader")
        verbose_name_plural = _("difficulties of readers")
        ordering = ["-sent_at", "-pk"]
        indexes = [models.Index(fields=["-sent_at"], name="accessibility_difficulty_sent")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(handled_at=None, handled_by_name="") | models.Q(handled_at__isnull=False),
                name="accessibility_difficulty_dealt_with_at_a_moment",
            )
        ]

    def __str__(self):
        return self.text[:60]

    @property
    def is_open(self) -> bool:
        return self.handled_at is None
