"""What a new article of a kind begins with. Editors write it; articles written from it keep nothing of it by reference."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from news.models.taxonomy import Kind
from news.richtext import HtmlField


class StartText(models.Model):
    """One for each kind and language."""

    kind = models.CharField(_("kind of article"), max_length=14, choices=Kind.choices)
    language = models.CharField(
        _("language"), max_length=2, choices=[("vi", "Tiếng Việt"), ("en", "English")], default="vi"
    )
    title = models.CharField(_("title"), max_length=300, help_text=_("For example: … làm việc với …"))
    lead = models.TextField(_("lead"), blank=True)
    body = HtmlField(_("body"), blank=True)
    byline = models.CharField(_("signature"), max_length=200, blank=True)
    host_heading = models.CharField(
        _("heading of the first delegation"),
        max_length=255,
        blank=True,
        help_text=_("For example: Về phía Sở"),
    )

    class Meta:
        verbose_name = _("start text")
        verbose_name_plural = _("start texts")
        ordering = ["kind", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "language"],
                name="news_starttext_is_one_a_kind",
                violation_error_message=_("This kind already has its start text."),
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} ({self.language})"
