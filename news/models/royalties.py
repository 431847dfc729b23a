"""What a month's work is worth: coefficients, the unit they multiply, and months that were closed.

Money is in whole đồng. The frame is NĐ 18/2014/NĐ-CP and TT 194/2012/TT-BTC: coefficient × value of one unit.
"""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from news.models.articles import Article
from news.models.history import AppendOnly
from news.models.media import Credit
from news.models.people import Person
from news.models.taxonomy import Kind


class RoyaltyBase(models.Model):
    """What one unit of the coefficient is worth to articles first published on a day or later."""

    from_on = models.DateField(
        _("in force from"),
        unique=True,
        help_text=_(
            "For articles first published on this day or later. Months that are closed do not change."
        ),
    )
    amount = models.PositiveBigIntegerField(
        _("value of one unit, in đồng"),
        validators=[MinValueValidator(1)],
        help_text=_("A whole number of đồng."),
    )
    note = models.CharField(
        _("ground"), max_length=200, blank=True, help_text=_("The decision or regulation it follows from.")
    )

    class Meta:
        verbose_name = _("royalty unit")
        verbose_name_plural = _("royalty units")
        ordering = ["-from_on"]
        default_permissions = ("view", "add", "change")
        constraints = [
            models.CheckConstraint(
                name="news_royaltybase_is_worth_something",
                condition=Q(amount__gt=0),
                violation_error_message=_("One unit is worth at least 1 đồng."),
            )
        ]

    def __str__(self):
        return f"{self.from_on:%d/%m/%Y}: {self.amount}"


class RoyaltyRate(models.Model):
    """The coefficient of one part of the work, for articles of one kind or of all, from a day on."""

    kind = models.CharField(
        _("kind of article"), max_length=14, choices=Kind.choices, blank=True,
        help_text=_("Empty: every kind that has no coefficient of its own."),
    )  # fmt: skip
    part = models.CharField(_("part"), max_length=12, choices=Credit.Part.choices, default=Credit.Part.TEXT)
    coefficient = models.DecimalField(
        _("coefficient"), max_digits=6, decimal_places=2, validators=[MinValueValidator(0)],
        help_text=_("For example 2,5. 0 means that this part is not paid."),
    )  # fmt: skip
    is_per_photo = models.BooleanField(
        _("for each photo"), default=False,
        help_text=_("The coefficient counts once for every photo of the article, not once for all."),
    )  # fmt: skip
    from_on = models.DateField(
        _("in force from"),
        help_text=_(
            "For articles first published on this day or later. Months that are closed do not change."
        ),
    )
    note = models.CharField(
        _("ground"), max_length=200, blank=True, help_text=_("The decision or regulation it follows from.")
    )

    class Meta:
        verbose_name = _("royalty coefficient")
        verbose_name_plural = _("royalty coefficients")
        ordering = ["part", "kind", "-from_on"]
        default_permissions = ("view", "add", "change")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "part", "from_on"],
                name="news_royaltyrate_one_a_day",
                violation_error_message=_("This kind and part already have a coefficient from that day."),
            ),
            models.CheckConstraint(
                name="news_royaltyrate_is_not_negative",
                condition=Q(coefficient__gte=0),
                violation_error_message=_("A coefficient is not negative."),
            ),
        ]

    def __str__(self):
        kind = self.get_kind_display() if self.kind else _("All kinds")
        return f"{kind}, {self.get_part_display()}: {self.coefficient}"


class Frozen(models.QuerySet):
    """Rows that no code of ours changes or takes away. (What they point to may go; below the ORM's verbs the link empties.)"""

    def update(self, **columns):
        raise TypeError("A closed month is not rewritten.")

    def delete(self):
        raise TypeError("A closed month is not rewritten.")


class RoyaltyProposal(AppendOnly):
    """The first of two people has looked at a month and wants it closed as it was shown. Void once the table says something else."""

    month = models.DateField(_("month"))
    # Fingerprint of the table that was shown (news/desk/royalties_closing.py).
    seen = models.CharField(max_length=32)
    total = models.PositiveBigIntegerField(_("total, in đồng"))
    accepts_unpaid = models.BooleanField(default=False)

    objects = Frozen.as_manager()

    class Meta:
        verbose_name = _("proposal to close royalties")
        verbose_name_plural = _("proposals to close royalties")
        ordering = ["-month", "-pk"]
        default_permissions = ()

    def __str__(self):
        return f"{self.month:%m/%Y}"

    def delete(self, *args, **kwargs):
        raise TypeError("A proposal is not rewritten.")


class RoyaltyClosing(AppendOnly):
    """One closing of a month; `month` is its first day. It holds until it is reopened, and is never changed."""

    month = models.DateField(_("month"))
    ordinal = models.PositiveSmallIntegerField(_("closing"), default=1)
    articles = models.PositiveIntegerField(_("articles"), default=0)
    unpaid = models.PositiveIntegerField(_("articles without a credit"), default=0)
    total = models.PositiveBigIntegerField(_("total, in đồng"))
    # By whom and when it was proposed, where the site asks for two people.
    proposal = models.ForeignKey(
        RoyaltyProposal, null=True, on_delete=models.PROTECT, related_name="closings"
    )

    objects = Frozen.as_manager()

    class Meta:
        verbose_name = _("closing of royalties")
        verbose_name_plural = _("closings of royalties")
        ordering = ["-month", "-ordinal"]
        default_permissions = ("view",)
        permissions = [("close_royalties", _("Can close and reopen months of royalties"))]
        constraints = [
            models.UniqueConstraint(
                fields=["month", "ordinal"],
                name="news_royaltyclosing_is_counted_once",
                violation_error_message=_("Somebody else closed this month just now."),
            )
        ]

    def __str__(self):
        return f"{self.month:%m/%Y} ({self.ordinal})"

    def delete(self, *args, **kwargs):
        raise TypeError("A closed month is not rewritten.")


class RoyaltyReopening(AppendOnly):
    """Why a closing no longer holds. The closing and its lines stay as they were."""

    closing = models.OneToOneField(RoyaltyClosing, on_delete=models.PROTECT, related_name="reopening")
    reason = models.TextField(_("reason"))

    objects = Frozen.as_manager()

    class Meta:
        verbose_name = _("reopening of royalties")
        verbose_name_plural = _("reopenings of royalties")
        default_permissions = ()

    def __str__(self):
        return str(self.closing)

    def delete(self, *args, **kwargs):
        raise TypeError("A closed month is not rewritten.")


class RoyaltyLine(models.Model):
    """One maker's share of one part of one article, as it was when the month was closed. Texts and numbers are copies."""

    closing = models.ForeignKey(RoyaltyClosing, on_delete=models.PROTECT, related_name="lines")
    order = models.PositiveIntegerField()
    article = models.ForeignKey(Article, null=True, on_delete=models.SET_NULL, related_name="+")
    number = models.PositiveBigIntegerField(_("number of the article"))
    title = models.CharField(_("title"), max_length=300)
    published_on = models.DateField(_("first published"))
    kind = models.CharField(_("kind of article"), max_length=14, choices=Kind.choices)
    part = models.CharField(_("part"), max_length=12, choices=Credit.Part.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="royalty_lines"
    )
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(_("name"), max_length=160)
    pen_name = models.CharField(_("pen name"), max_length=100, blank=True)
    share = models.DecimalField(_("share in per cent"), max_digits=5, decimal_places=2)
    coefficient = models.DecimalField(_("coefficient"), max_digits=6, decimal_places=2)
    quantity = models.PositiveIntegerField(_("quantity"), default=1)
    base = models.PositiveBigIntegerField(_("value of one unit, in đồng"))
    amount = models.PositiveBigIntegerField(_("amount, in đồng"))

    objects = Frozen.as_manager()

    class Meta:
        verbose_name = _("line of royalties")
        verbose_name_plural = _("lines of royalties")
        ordering = ["closing", "order"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["closing", "order"], name="news_royaltyline_has_its_place")
        ]

    def __str__(self):
        return f"{self.number}: {self.name}"

    def save(self, *args, **kwargs):
        if self.pk and not self._state.adding:
            raise TypeError("A closed month is not rewritten.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("A closed month is not rewritten.")
