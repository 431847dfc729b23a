"""Addresses of an old portal, and where their readers are led."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.models.articles import Article
from news.models.site import Page


class OldAddress(models.Model):
    """An address that this site never had, and its one target. Asked for only where a page was not found.

    `address` is path and query in the form of news/site/old_addresses.py (lower case, parameters in order); it is unique.
    """

    address = models.CharField(
        _("old address"),
        max_length=500,
        unique=True,
        help_text=_("As readers know it, with or without the host: /index.php?id=12."),
    )
    article = models.ForeignKey(
        Article,
        verbose_name=_("article"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="old_addresses",
    )
    page = models.ForeignKey(
        Page,
        verbose_name=_("standing page"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="old_addresses",
    )
    url = models.CharField(
        _("address on this site"),
        max_length=500,
        blank=True,
        help_text=_("A path such as /chuyen-muc/tin-hoat-dong/."),
    )
    made_at = models.DateTimeField(_("made at"), default=timezone.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("made by"), null=True, on_delete=models.SET_NULL,
        related_name="+", editable=False,
    )  # fmt: skip

    class Meta:
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")
        ordering = ["address"]
        constraints = [
            models.CheckConstraint(
                name="news_oldaddress_leads_to_one_place",
                condition=Q(article__isnull=False, page__isnull=True, url="")
                | Q(article__isnull=True, page__isnull=False, url="")
                | (Q(article__isnull=True, page__isnull=True) & ~Q(url="")),
                violation_error_message=_(
                    "An old address leads to exactly one place: an article, a page or an address."
                ),
            )
        ]

    def __str__(self):
        return self.address
