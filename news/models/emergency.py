"""A notice above every public page, for as long as the clock says."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.models.wording import in_language


class EmergencyQuerySet(models.QuerySet):
    def running(self, at=None):
        """Shown at the moment `at` (default: now), the gravest first. Nothing has to happen at either end."""
        at = at or timezone.now()
        rank = models.Case(
            *(models.When(level=level, then=rank) for rank, level in enumerate(self.model.RANKS))
        )
        return self.filter(begins_at__lte=at, ends_at__gt=at).order_by(rank, "-begins_at", "-pk")

    def next_moment(self, at=None):
        """When the next notice begins or ends after `at`, or None: until then pages stay the same bytes."""
        at = at or timezone.now()
        ends = self.aggregate(
            begins=models.Min("begins_at", filter=Q(begins_at__gt=at)),
            ends=models.Min("ends_at", filter=Q(ends_at__gt=at)),
        )
        return min(filter(None, ends.values()), default=None)


class EmergencyNotice(models.Model):
    """Shown to readers of every page from `begins_at` until `ends_at` (excluded)."""

    class Level(models.TextChoices):
        DANGER = "danger", _("Danger: act now")
        WARNING = "warning", _("Warning")
        NEWS = "news", _("Notice")

    RANKS = (Level.DANGER, Level.WARNING, Level.NEWS)

    text = models.CharField(_("text"), max_length=300)
    text_en = models.CharField(_("text in English"), max_length=300, blank=True)
    url = models.CharField(
        _("link"), max_length=250, blank=True, help_text=_("https://… or a path such as /luu-tru/.")
    )
    level = models.CharField(_("level"), max_length=7, choices=Level.choices, default=Level.WARNING)
    begins_at = models.DateTimeField(_("shown from"), default=timezone.now)
    ends_at = models.DateTimeField(_("shown until"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("made by"), null=True, on_delete=models.SET_NULL,
        related_name="+", editable=False,
    )  # fmt: skip

    objects = EmergencyQuerySet.as_manager()

    class Meta:
        verbose_name = _("emergency notice")
        verbose_name_plural = _("emergency notices")
        ordering = ["-begins_at", "-pk"]
        indexes = [models.Index("ends_at", name="news_emergency_ends")]
        constraints = [
            models.CheckConstraint(
                name="news_emergencynotice_ends_after_it_begins",
                condition=Q(ends_at__gt=F("begins_at")),
                violation_error_message=_("The notice ends after it begins."),
            )
        ]

    def __str__(self):
        return self.text

    @property
    def label(self) -> str:
        return in_language(self, "text")

    def is_running(self, at=None) -> bool:
        at = at or timezone.now()
        return self.begins_at <= at < self.ends_at
