"""A leader's word on one version of a text: asked for by a link without an account, or given elsewhere and written down."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.models.articles import Edition
from news.models.history import AppendOnly


class LeaderLink(models.Model):
    """A secret address that shows one version of one edition to somebody without an account, and takes one answer.

    Only the hash of the secret is kept: whoever reads the database cannot open the link.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="leader_links")
    version = models.PositiveIntegerField(help_text=_("The save that is shown; a later one closes the link."))
    token_hash = models.CharField(max_length=64, unique=True)
    leader = models.CharField(_("for whom"), max_length=150)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    expires_at = models.DateTimeField(_("expires"))
    revoked_at = models.DateTimeField(_("revoked at"), null=True)

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-made_at", "-pk"]
        default_permissions = ()

    def __str__(self):
        return self.leader

    def is_open(self, at: datetime | None = None) -> bool:
        """Neither revoked, expired nor answered; `edition` must be loaded. A later save closes it too."""
        return not self.why_closed(at)

    def why_closed(self, at: datetime | None = None) -> str:
        """ "" for an open link, else answered, revoked, edited or expired: the first that applies."""
        if getattr(self, "answer", None):
            return "answered"
        if self.revoked_at:
            return "revoked"
        if self.version != self.edition.version or not self.edition.is_open:
            return "edited"
        return "expired" if self.expires_at <= (at or timezone.now()) else ""


class Consent(AppendOnly):
    """What a leader said to one version of an edition; `by` is the member of staff who asked or who wrote it down."""

    class Verdict(models.TextChoices):
        AGREES = "agrees", _("Agrees to the publication")
        OBJECTS = "objects", _("Asks for changes")

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="consents")
    version = models.PositiveIntegerField()
    link = models.OneToOneField(
        LeaderLink, null=True, blank=True, on_delete=models.SET_NULL, related_name="answer"
    )
    verdict = models.CharField(_("answer"), max_length=7, choices=Verdict.choices)
    leader = models.CharField(_("who gave it"), max_length=150)
    means = models.CharField(_("by what"), max_length=150, help_text=_("Telephone, meeting, signed paper …"))
    comment = models.TextField(_("comment"), blank=True)

    class Meta:
        verbose_name = _("leader's answer")
        verbose_name_plural = _("leaders' answers")
        ordering = ["-at", "-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="news_consent_objection_says_what",
                condition=~models.Q(verdict="objects") | ~models.Q(comment=""),
                violation_error_message=_("Write what should be changed."),
            )
        ]

    def __str__(self):
        return f"{self.leader}: {self.get_verdict_display()}"

    @property
    def agrees(self) -> bool:
        return self.verdict == self.Verdict.AGREES
