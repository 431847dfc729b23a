"""Abbreviations and how they are spoken."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class GlossaryEntry(models.Model):
    """One abbreviation as printed (case counts), its full form, and its spoken form where that differs."""

    class Mode(models.TextChoices):
        WORDS = "words", _("read the full form")
        SPELL = "spell", _("spell the letters")

    short = models.CharField(_("abbreviation"), max_length=40)
    full = models.CharField(_("full form"), max_length=200)
    spoken = models.CharField(
        _("spoken as"), max_length=200, blank=True, help_text=_("Only where it differs from the full form.")
    )
    mode = models.CharField(_("way of reading"), max_length=5, choices=Mode.choices, default=Mode.WORDS)
    language = models.CharField(
        _("language"), max_length=2, choices=[("vi", "Tiếng Việt"), ("en", "English")], default="vi"
    )

    class Meta:
        verbose_name = _("glossary entry")
        verbose_name_plural = _("glossary")
        ordering = ["short"]
        constraints = [
            models.UniqueConstraint(fields=["short", "language"], name="news_glossaryentry_is_listed_once")
        ]

    def __str__(self):
        return f"{self.short} – {self.full}"
