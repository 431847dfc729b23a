"""Who took part: delegations of an edition, and in each the persons, units and groups as printed that day."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.models.articles import Article, Edition
from news.models.people import Agency, Person


class Delegation(models.Model):
    """One side of the event under the heading that readers see ("Về phía Sở …")."""

    class Side(models.TextChoices):
        HOST = "host", _("Host side")
        GUEST = "guest", _("Guest side")
        OTHER = "other", _("Other side")

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="delegations")
    order = models.PositiveSmallIntegerField(default=0)
    side = models.CharField(_("side"), max_length=5, choices=Side.choices, default=Side.OTHER)
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("agency"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="delegations",
    )
    heading = models.CharField(_("heading as printed"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        ordering = ["order"]
        # Whether an agency was at one meeting: asked of each edition of a list while it is read.
        indexes = [models.Index("agency", "edition", name="news_delegation_whose")]
        constraints = [
            models.UniqueConstraint(fields=["edition", "order"], name="news_delegation_has_its_place")
        ]

    def __str__(self):
        return self.heading or str(self.agency or self.get_side_display())


class Attendance(models.Model):
    """One line of a delegation. The printed_* texts are history: editing a person or an agency never changes them."""

    class Kind(models.TextChoices):
        PERSON = "person", _("Person")
        UNIT = "unit", _("Unit")
        GROUP = "group", _("Group")

    delegation = models.ForeignKey(Delegation, on_delete=models.CASCADE, related_name="attendances")
    order = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(_("kind"), max_length=6, choices=Kind.choices, default=Kind.PERSON)
    person = models.ForeignKey(
        Person,
        verbose_name=_("person"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="attendances",
    )
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("agency"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="attendances",
        help_text=_("A person's body, or the unit itself."),
    )
    printed_honorific = models.CharField(_("honorific"), max_length=40, blank=True)
    printed_name = models.CharField(_("name as printed"), max_length=255)
    printed_title = models.CharField(_("title as printed"), max_length=300, blank=True)
    printed_organization = models.CharField(_("organisation as printed"), max_length=255, blank=True)
    has_spoken = models.BooleanField(_("spoke"), default=False)
    quote = models.TextField(_("sentence it came from"), blank=True)

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ["delegation__order", "order"]
        indexes = [
            models.Index("person", "delegation", name="news_attendance_who"),
            models.Index("agency", "delegation", name="news_attendance_of_whom"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["delegation", "order"], name="news_attendance_has_its_place"),
            models.CheckConstraint(
                name="news_attendance_names_what_it_is",
                condition=Q(kind="person", person__isnull=False)
                | Q(kind="unit", person__isnull=True, agency__isnull=False)
                | Q(kind="group", person__isnull=True),
                violation_error_message=_("A person's line names the person, a unit's line the unit."),
            ),
            models.CheckConstraint(
                name="news_attendance_has_a_printed_name",
                condition=~Q(printed_name=""),
                violation_error_message=_("Write the name as it is printed."),
            ),
        ]

    def __str__(self):
        return " ".join(filter(None, [self.printed_honorific, self.printed_name]))


class TitleKept(models.Model):
    """Somebody's word that a title stands in an article as it was that day, whatever the register says. Not asked again."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="titles_kept")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    printed_title = models.CharField(_("title as printed"), max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article", "person", "printed_title"], name="news_titlekept_is_said_once"
            )
        ]

    def __str__(self):
        return self.printed_title
