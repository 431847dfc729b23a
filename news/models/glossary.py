"""Abbreviations: what they stand for, how they are spoken, and whether readers get them explained."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class GlossaryEntry(models.Model):
    """One abbreviation as printed (case counts), its full form, and its spoken form where that differs."""

    class Mode(models.TextChoices):
        WORDS = "words", _("read the full form")
        WORD = "word", _("read as one word")
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
    # "TP.", "TS.", "v.v." need no words beside them: they are only marked.
    is_explained = models.BooleanField(
        _("explained where an article uses it first"), default=True,
        help_text=_("Off for what everybody knows, such as titles before names."),
    )  # fmt: skip
    source = models.CharField(
        _("source"),
        max_length=200,
        blank=True,
        help_text=_("Where this full form is laid down, if anywhere."),
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

    @property
    def said(self) -> str:
        """What narration is to say; "" means the letters one by one."""
        if self.spoken:
            return self.spoken
        return {self.Mode.WORDS: self.full, self.Mode.WORD: self.short}.get(self.mode, "")
