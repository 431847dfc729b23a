"""Links of live news to pages of this site that lead nowhere any more."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.models.articles import Edition


class BrokenLink(models.Model):
    """Found by the worker's round over live editions (news/desk/links.py), and gone when the next round finds it mended."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="broken_links")
    address = models.CharField(_("address"), max_length=500)
    found_at = models.DateTimeField(_("found"), default=timezone.now)

    class Meta:
        default_permissions = ()
        ordering = ["-found_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "address"], name="news_brokenlink_is_listed_once")
        ]

    def __str__(self):
        return self.address
