"""Agencies, persons, and who held which post when."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from news.fold import fold, nfc, slugify_vi
from news.models.wording import in_language


class FoldedName(models.Model):
    """Keeps `folded` (search key without marks and case) and `slug` beside the name they follow from."""

    folded = models.CharField(max_length=255, editable=False, db_index=True)
    slug = models.SlugField(max_length=120, editable=False)

    class Meta:
        abstract = True

    named_by = "name"

    def save(self, *args, **kwargs):
        self.keep_name()
        if fields := kwargs.get("update_fields"):
            kwargs["update_fields"] = {*fields, "folded", "slug"}
        super().save(*args, **kwargs)

    def keep_name(self) -> None:
        """Done by `save`, and to be done by whoever writes rows in bulk."""
        name = nfc(" ".join(getattr(self, self.named_by).split()))
        setattr(self, self.named_by, name)
        # A record merged into another is found no more: only its address is left, and leads there.
        self.folded = "" if getattr(self, "merged_into_id", None) else fold(name)[:255]
        self.slug = slugify_vi(name, max_length=120) or "-"


class Agency(FoldedName):
    """A body or a unit of one. A renamed or merged body stays and names its successor."""

    class Kind(models.TextChoices):
        CENTRAL = "central", _("Ministry, central agency")
        COMMITTEE = "committee", _("People's committee, council")
        DEPARTMENT = "department", _("Provincial department")
        UNIT = "unit", _("Unit of an agency")
        LOCAL = "local", _("District, commune")
        SCHOOL = "school", _("School, institute")
        COMPANY = "company", _("Company, association")
        FOREIGN = "foreign", _("Foreign or international body")
        OTHER = "other", _("Other")

    name = models.CharField(_("name"), max_length=255, help_text=_("The full official name."))
    name_en = models.CharField(_("name in English"), max_length=255, blank=True)
    abbreviation = models.CharField(_("abbreviation"), max_length=60, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.OTHER)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("superior agency"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="units",
    )
    successor = models.ForeignKey(
        "self",
        verbose_name=_("successor agency"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="predecessors",
        help_text=_("After a merger or a change of name."),
    )
    succeeded_on = models.DateField(_("succeeded on"), null=True, blank=True)
    website = models.URLField(_("website"), blank=True)
    description = models.TextField(_("description"), blank=True)
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="merged",
        help_text=_("This record was a duplicate; its address leads to the other."),
    )
    is_confirmed = models.BooleanField(
        _("confirmed"),
        default=True,
        help_text=_("Agencies found by an import wait here for a person to confirm them."),
    )

    class Meta:
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="news_agency_is_not_its_own_parent",
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("id")),
                violation_error_message=_("An agency cannot stand below itself."),
            ),
            models.CheckConstraint(
                name="news_agency_is_not_its_own_successor",
                condition=models.Q(successor__isnull=True) | ~models.Q(successor=models.F("id")),
                violation_error_message=_("An agency cannot succeed itself."),
            ),
            models.CheckConstraint(
                name="news_agency_succession_day_has_a_successor",
                condition=models.Q(succeeded_on__isnull=True) | models.Q(successor__isnull=False),
                violation_error_message=_("A day of succession needs the successor agency."),
            ),
        ]

    def __str__(self):
        return self.label

    @property
    def label(self) -> str:
        return in_language(self, "name")


class AgencyName(models.Model):
    """Another name of an agency: former (with its days), short or misspelt. Used for matching; a former one is printed for its days."""

    agency = models.ForeignKey(
        Agency, verbose_name=_("agency"), on_delete=models.CASCADE, related_name="other_names"
    )
    name = models.CharField(_("other name"), max_length=255)
    from_on = models.DateField(_("official from"), null=True, blank=True)
    until_on = models.DateField(
        _("official until"),
        null=True,
        blank=True,
        help_text=_("The last day on which this was the official name; empty for short and misspelt names."),
    )
    folded = models.CharField(max_length=255, editable=False, db_index=True)

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        constraints = [
            models.UniqueConstraint(fields=["agency", "folded"], name="news_agencyname_is_listed_once")
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.name = nfc(self.name)
        self.folded = fold(self.name)[:255]
        super().save(*args, **kwargs)


class Person(FoldedName):
    """Somebody who took part. What was printed about them on a day stands in Attendance and is not changed from here."""

    named_by = "full_name"

    full_name = models.CharField(_("full name"), max_length=160)
    honorific = models.CharField(_("usual honorific"), max_length=40, blank=True)
    note = models.CharField(_("note to tell namesakes apart"), max_length=200, blank=True)
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="merged",
        help_text=_("This record was a duplicate; its address leads to the other."),
    )
    is_confirmed = models.BooleanField(
        _("confirmed"),
        default=True,
        help_text=_("Persons found by an import wait here for somebody to confirm them."),
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ["folded"]

    def __str__(self):
        return self.full_name


class Appointment(models.Model):
    """Who held which post in which agency, from the first to the last day (either may be unknown)."""

    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="appointments"
    )
    agency = models.ForeignKey(
        Agency, verbose_name=_("agency"), on_delete=models.PROTECT, related_name="appointments"
    )
    title = models.CharField(pgettext_lazy("of a person", "title"), max_length=200)
    title_en = models.CharField(pgettext_lazy("of a person", "title in English"), max_length=200, blank=True)
    from_on = models.DateField(_("from"), null=True, blank=True)
    until_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = [models.F("from_on").desc(nulls_last=True), "pk"]
        constraints = [
            models.CheckConstraint(
                name="news_appointment_ends_after_it_begins",
                condition=models.Q(from_on__isnull=True)
                | models.Q(until_on__isnull=True)
                | models.Q(until_on__gte=models.F("from_on")),
                violation_error_message=_("The last day of an appointment is not before its first."),
            ),
        ]

    def __str__(self):
        return f"{self.person} – {self.label}"

    def is_held(self, on) -> bool:
        """Whether the day lies within; an unknown end is open."""
        return (not self.from_on or self.from_on <= on) and (not self.until_on or on <= self.until_on)

    @property
    def label(self) -> str:
        return in_language(self, "title")
