"""What happened to an article: decisions, saves, and what somebody is typing right now. The first two only grow."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.models.articles import Article, Edition


class AppendOnly(models.Model):
    """Rows that are written once. The name of the person stays when the account goes."""

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    by_name = models.CharField(_("by"), max_length=150)
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if self.pk and not self._state.adding:
            raise TypeError("History is not rewritten.")
        self.sign()
        super().save(*args, **kwargs)

    def sign(self) -> None:
        """Done by `save`, and to be done by whoever writes rows in bulk."""
        self.by_name = self.by_name or str(self.by or _("System"))


class Decision(AppendOnly):
    """One step of the workflow: who, when, from, to, why."""

    # A draft that leaves the bin for good takes its texts along; what was decided about it stays, under its number.
    article = models.ForeignKey(Article, null=True, on_delete=models.SET_NULL, related_name="decisions")
    article_number = models.PositiveBigIntegerField(_("number of the article"), null=True)
    ordinal = models.PositiveIntegerField(_("edition"), null=True)
    step = models.CharField(_("step"), max_length=20)
    from_state = models.CharField(_("from"), max_length=12)
    to_state = models.CharField(_("to"), max_length=12)
    reason = models.TextField(_("reason"), blank=True)
    public_reason = models.TextField(_("public reason"), blank=True)
    moment = models.DateTimeField(_("for the moment"), null=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.step}: {self.from_state} → {self.to_state}"

    def save(self, *args, **kwargs):
        if self.article:
            self.article_number = self.article.number
        super().save(*args, **kwargs)


class Save(AppendOnly):
    """An edition's whole document as it was saved; the difference of any two is computed from these."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="saves")
    version = models.PositiveIntegerField(_("version"))
    document = models.JSONField()
    why = models.CharField(_("why"), max_length=200, blank=True)
    # Typed on this version and kept beside the edition, which never held it.
    is_aside = models.BooleanField(default=False)
    # The random name of the form it came from: sent twice, it is saved once.
    form = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name = _("save")
        verbose_name_plural = _("saves")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "version"],
                condition=models.Q(is_aside=False),
                name="news_save_version_is_taken_once",
            )
        ]

    def __str__(self):
        return f"{self.edition_id}/{self.version}"


class WorkingCopy(models.Model):
    """What one person typed and has not saved: written by autosave, offered back, never seen by readers."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="working_copies")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    document = models.JSONField()
    base_version = models.PositiveIntegerField()
    updated_at = models.DateTimeField(auto_now=True)
    # Which form wrote it last, as `<name of the form>.<count>`: another form never writes over it unasked.
    stamp = models.CharField(max_length=60, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "user"], name="news_workingcopy_one_each")]

    def __str__(self):
        return f"{self.edition_id} – {self.user}"
