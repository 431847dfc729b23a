"""What was brought together: two records of one person or body, and bodies that followed each other."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Undoable(models.Model):
    """A change of many rows that is remembered well enough to be taken back exactly."""

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(_("at"), default=timezone.now)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("undone by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    undone_at = models.DateTimeField(_("undone at"), null=True)

    class Meta:
        abstract = True

    @property
    def is_undone(self) -> bool:
        return self.undone_at is not None


class Merging(Undoable):
    """Two records became one. `moved` maps "Model.column" to the keys of the rows that were pointed elsewhere; `before`
    holds the columns of the survivor that the merger changed, as they were."""

    class Kind(models.TextChoices):
        PERSON = "person", _("Person")
        AGENCY = "agency", _("Agency")

    kind = models.CharField(_("kind"), max_length=6, choices=Kind.choices)
    survivor = models.PositiveBigIntegerField()
    survivor_name = models.CharField(_("kept"), max_length=255)
    merged = models.PositiveBigIntegerField()
    merged_name = models.CharField(_("merged into it"), max_length=255)
    moved = models.JSONField(default=dict)
    before = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("merger of records")
        verbose_name_plural = _("mergers of records")
        default_permissions = ()
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["kind", "survivor"], name="news_merging_by_survivor")]

    def __str__(self):
        return f"{self.merged_name} → {self.survivor_name}"


class Reorganization(Undoable):
    """Agencies renamed, merged or succeeded in one act. `lines` is what was asked for, `undo` what takes it back."""

    note = models.CharField(
        _("by which decision"),
        max_length=300,
        blank=True,
        help_text=_("Number and day of the decision, for colleagues."),
    )
    lines = models.JSONField(default=list)
    undo = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("reorganisation")
        verbose_name_plural = _("reorganisations")
        default_permissions = ()
        ordering = ["-at", "-pk"]

    def __str__(self):
        return self.note or f"#{self.pk}"
