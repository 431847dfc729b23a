"""Where an article belongs: kind, category (two levels), tags."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from news.fold import slugify_vi
from news.models.wording import in_language


class Kind(models.TextChoices):
    """What sort of event an article reports; also chooses its template for writers."""

    MEETING = "meeting", _("Meeting")
    SIGNING = "signing", _("Signing")
    CONFERENCE = "conference", _("Conference, workshop")
    TRAINING = "training", _("Training course")
    INSPECTION = "inspection", _("Inspection")
    CONGRATS = "congrats", _("Congratulation, visit")
    NOTICE = "notice", _("Notice")
    RECRUITMENT = "recruitment", _("Recruitment")
    PRESS_RELEASE = "press_release", _("Press release")
    OTHER = "other", _("Other news")


class Category(models.Model):
    """A section of the site. Two levels: a category with a parent has no children."""

    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    slug = models.SlugField(
        _("address"), max_length=120, unique=True, help_text=_("Letters without marks, e.g. tin-hoat-dong.")
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("parent category"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    description = models.TextField(_("description"), blank=True)
    description_en = models.TextField(_("description in English"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    on_home = models.BooleanField(_("a block of its own on the home page"), default=False)

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["order", "name"]
        constraints = [
            models.CheckConstraint(
                name="news_category_is_not_its_own_parent",
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("id")),
                violation_error_message=_("A category cannot stand below itself."),
            ),
        ]

    def __str__(self):
        return self.label

    @property
    def label(self) -> str:
        return in_language(self, "name")

    def clean(self):
        if self.parent and self.parent.parent_id:
            raise ValidationError(
                {"parent": _("Categories have two levels: choose a category of the first level.")}
            )
        if self.parent and self.pk and self.children.exists():
            raise ValidationError(
                {"parent": _("This category has categories below it, so it stays on the first level.")}
            )


class Tag(models.Model):
    """A keyword. One row a folded spelling: "Chuyển đổi số" and "chuyen doi so" are the same tag."""

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("address"), max_length=100, unique=True, editable=False)

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.slug = self.slug or slugify_vi(self.name)
        super().save(*args, **kwargs)

    @classmethod
    def named(cls, names) -> list["Tag"]:
        """The tags of these names in order, made where missing; two spellings of one word give one tag."""
        tags = {}
        for name in names:
            if slug := slugify_vi(name):
                tags[slug] = cls.objects.get_or_create(slug=slug, defaults={"name": " ".join(name.split())})[
                    0
                ]
        return list(tags.values())
