"""What was read from a dropped text, and what is proposed from it until an editor accepts it. Nothing here is public."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.models.articles import Edition


class Proposal(models.Model):
    """One dropped or pasted text: first a held file that waits for a word, then the source of an edition, kept with it.

    `items` are what was found, each as in news/importing/proposals/items.py; `answers` what editors said to them by the
    item's id. `reading` says how the extractor read the text: {"blank": spans that it was not given, "title": the span that
    the file declares, "left": number of captions without a photo}.
    """

    edition = models.OneToOneField(Edition, null=True, on_delete=models.CASCADE, related_name="proposal")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(_("at"), default=timezone.now)
    name = models.CharField(_("name of the uploaded file"), max_length=255)
    sha256 = models.CharField(_("content hash"), max_length=64)
    held = models.CharField(
        max_length=200, blank=True, help_text=_("Name in private storage, until it is read.")
    )
    photos = models.JSONField(default=list, help_text=_("Keys of the photos dropped beside the text."))
    warnings = models.JSONField(default=list)
    text = models.TextField(blank=True)
    reading = models.JSONField(default=dict)
    items = models.JSONField(default=list)
    answers = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("dropped text")
        verbose_name_plural = _("dropped texts")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="news_proposal_waits_or_belongs_to_an_edition",
                condition=(~Q(held="") & Q(edition__isnull=True)) | Q(held="", edition__isnull=False),
            )
        ]

    def __str__(self):
        return self.name
