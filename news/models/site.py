"""The agency that publishes: its settings, standing pages and menus."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from news.models.media import Photo
from news.models.paths import leads_on
from news.models.taxonomy import Category
from news.models.wording import in_language
from news.richtext import HtmlField


class SiteSettings(models.Model):
    """One row. Every field with an `_en` twin is shown in English on English pages."""

    class People(models.TextChoices):
        TWO = "two", _("Two people: the last author does not publish alone")
        SECOND_LOOK = "second_look", _("One person, with a second look within 24 hours")
        ONE = "one", _("One person")

    parent_name = models.CharField(_("superior body (first line)"), max_length=150, blank=True)
    parent_name_en = models.CharField(_("superior body in English"), max_length=150, blank=True)
    agency_name = models.CharField(_("agency (second line)"), max_length=150)
    agency_name_en = models.CharField(_("agency in English"), max_length=150, blank=True)
    crest = models.ForeignKey(
        Photo, verbose_name=_("crest"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    address = models.CharField(_("address"), max_length=250, blank=True)
    address_en = models.CharField(_("address in English"), max_length=250, blank=True)
    telephone = models.CharField(_("telephone"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    responsible_editor = models.CharField(_("responsible editor"), max_length=150, blank=True)
    responsible_editor_en = models.CharField(_("responsible editor in English"), max_length=150, blank=True)
    licence = models.CharField(_("licence of the content"), max_length=300, blank=True)
    licence_en = models.CharField(_("licence in English"), max_length=300, blank=True)
    data_licence = models.CharField(
        _("licence of the open data"),
        max_length=150,
        blank=True,
        help_text=_("Empty: Creative Commons Attribution 4.0 (CC BY 4.0)."),
    )
    data_licence_url = models.URLField(_("address of that licence"), blank=True)
    people_needed = models.CharField(
        _("people needed for a publication"), max_length=11, choices=People.choices, default=People.TWO
    )

    # What the roles of portal/accounts/roles.py are called in this house; empty: their own names.
    writer_label = models.CharField(
        _("role: who writes"),
        max_length=60,
        blank=True,
        help_text=_("Empty: the usual name. For example a contributor or reporter."),
    )
    editor_label = models.CharField(
        _("role: who edits"), max_length=60, blank=True, help_text=_("Empty: the usual name.")
    )
    publisher_label = models.CharField(
        _("role: who publishes"),
        max_length=60,
        blank=True,
        help_text=_("Empty: the usual name. For example the editorial board."),
    )
    administrator_label = models.CharField(
        _("role: who administers"), max_length=60, blank=True, help_text=_("Empty: the usual name.")
    )

    class Meta:
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")
        constraints = [models.CheckConstraint(name="news_sitesettings_has_one_row", condition=Q(pk=1))]

    def __str__(self):
        return self.agency_name

    def save(self, *args, **kwargs):
        self.pk = 1
        super().save(*args, **kwargs)

    @classmethod
    def load(cls, rows: models.QuerySet | None = None) -> "SiteSettings":
        """The row (of `rows`, which may carry more), or unsaved defaults before anybody wrote them."""
        rows = cls.objects.all() if rows is None else rows
        return rows.select_related("crest").first() or cls(
            pk=1, agency_name="Bản Tin", agency_name_en="Bản Tin"
        )


class Page(models.Model):
    """A standing page: introduction, structure, contact."""

    slug = models.SlugField(_("address"), max_length=80, unique=True)
    title = models.CharField(_("title"), max_length=200)
    title_en = models.CharField(_("title in English"), max_length=200, blank=True)
    body = HtmlField(_("body"), blank=True)
    body_en = HtmlField(_("body in English"), blank=True)
    is_public = models.BooleanField(_("public"), default=True)
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)

    class Meta:
        verbose_name = _("standing page")
        verbose_name_plural = _("standing pages")
        ordering = ["title"]

    def __str__(self):
        return self.title

    @property
    def label(self) -> str:
        return in_language(self, "title")

    @property
    def text(self) -> str:
        return in_language(self, "body")


class MenuItem(models.Model):
    """One link of the header or footer: to a category, a standing page, or an address."""

    class Place(models.TextChoices):
        HEADER = "header", _("Header")
        FOOTER = "footer", _("Footer")

    place = models.CharField(_("place"), max_length=6, choices=Place.choices, default=Place.HEADER)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    label_vi = models.CharField(
        _("label"), max_length=80, blank=True, help_text=_("Empty: the name of what it leads to.")
    )
    label_en = models.CharField(_("label in English"), max_length=80, blank=True)
    category = models.ForeignKey(
        Category, verbose_name=_("category"), null=True, blank=True, on_delete=models.CASCADE
    )
    page = models.ForeignKey(
        Page, verbose_name=_("standing page"), null=True, blank=True, on_delete=models.CASCADE
    )
    url = models.CharField(
        _("address"), max_length=250, blank=True, help_text=_("https://… or a path such as /luu-tru/.")
    )

    class Meta:
        verbose_name = _("menu item")
        verbose_name_plural = _("menu items")
        ordering = ["place", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                name="news_menuitem_leads_to_one_place",
                condition=Q(category__isnull=False, page__isnull=True, url="")
                | Q(category__isnull=True, page__isnull=False, url="")
                | (Q(category__isnull=True, page__isnull=True) & ~Q(url="")),
                violation_error_message=_(
                    "A menu item leads to exactly one place: a category, a page or an address."
                ),
            )
        ]

    def __str__(self):
        return self.label_vi or str(self.category or self.page or self.url)

    def clean(self):
        if self.url and not leads_on(self.url):
            raise ValidationError({"url": _("An address begins with https:// or with a single /.")})
        if self.url and not self.label_vi:
            raise ValidationError({"label_vi": _("An address needs a label.")})
