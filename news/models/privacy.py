"""Persons whose name the public no longer gets: who hid them, why, and under which spellings they are known."""

from uuid import uuid4

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.models.articles import Sequence
from news.models.media import StoredFile
from news.models.people import Person


def new_stamp() -> str:
    return uuid4().hex


class HidingQuerySet(models.QuerySet):
    def active(self):
        return self.filter(lifted_at__isnull=True)

    def latest_stamp(self):
        """The stamp of the last change of any row: as a subquery it costs no round trip of its own."""
        return self.order_by("-changed_at", "-pk").values("stamp")[:1]


class Hiding(models.Model):
    """One decision to hide a person. It acts at the exit of public text (news/site/hidden.py) until it is lifted.

    `spellings` are blanked wherever they stand, each in all its ways of writing (news/spellings.py). `withheld` are files
    in which the name was read: nobody gets them meanwhile. `stamp` is new at each change: a process that knows the latest
    stamp of all rows knows whether what it compiled still holds.
    """

    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="hidings"
    )
    spellings = models.JSONField(_("spellings"), default=list)
    stand_in = models.CharField(_("stands in for the name"), max_length=80, default="một đại biểu")
    stand_in_en = models.CharField(
        _("stands in for the name in English"), max_length=80, default="a participant"
    )
    withheld = models.ManyToManyField(StoredFile, verbose_name=_("files held back"), blank=True)
    reason = models.TextField(_("reason"))
    hidden_at = models.DateTimeField(_("hidden at"), default=timezone.now)
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("hidden by"), null=True, on_delete=models.SET_NULL,
        related_name="+",
    )  # fmt: skip
    lifted_at = models.DateTimeField(_("shown again at"), null=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("shown again by"), null=True, on_delete=models.SET_NULL,
        related_name="+",
    )  # fmt: skip
    lift_reason = models.TextField(_("reason for showing again"), blank=True)
    stamp = models.CharField(max_length=32, default=new_stamp, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False, db_index=True)

    objects = HidingQuerySet.as_manager()

    class Meta:
        verbose_name = _("hidden person")
        verbose_name_plural = _("hidden persons")
        default_permissions = ("view", "add", "change")
        ordering = ["-hidden_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(lifted_at__isnull=True),
                name="news_hiding_is_one_at_a_time",
                violation_error_message=_("This person is hidden already."),
            ),
            models.CheckConstraint(
                name="news_hiding_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Write the reason."),
            ),
        ]

    def __str__(self):
        return str(self.person)

    def save(self, *args, **kwargs):
        """One change after the other: the row changed last must also be the one committed last."""
        with transaction.atomic():
            Sequence.take("hiding")
            self.stamp, self.changed_at = new_stamp(), timezone.now()
            if fields := kwargs.get("update_fields"):
                kwargs["update_fields"] = {*fields, "stamp", "changed_at"}
            super().save(*args, **kwargs)

    @property
    def is_active(self) -> bool:
        return self.lifted_at is None
