"""Photos of the library, their captions in an edition, videos, attachments, and who made what."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.fold import fold, nfc
from news.models.articles import Edition
from news.models.people import Person

_SHARE = [MinValueValidator(0), MaxValueValidator(1)]


class Photo(models.Model):
    """A cleaned master in private storage. `renditions` says what exists in public form: {"free": [400, 800], …}."""

    sha256 = models.CharField(_("content hash"), max_length=64, unique=True, editable=False)
    path = models.CharField(max_length=200, editable=False, help_text=_("Name in private storage."))
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    original_name = models.CharField(
        _("name of the uploaded file"), max_length=255, blank=True, editable=False
    )
    title = models.CharField(_("working title"), max_length=200, blank=True)
    alt = models.TextField(
        _("description of the picture"), blank=True, help_text=_("For those who do not see it.")
    )
    credit = models.CharField(_("photographer"), max_length=150, blank=True)
    taken_at = models.DateTimeField(_("taken at"), null=True, blank=True)
    focal_x = models.FloatField(_("point to keep, from the left"), default=0.5, validators=_SHARE)
    focal_y = models.FloatField(_("point to keep, from the top"), default=0.4, validators=_SHARE)
    renditions = models.JSONField(default=dict, editable=False)
    # Search key: the words of SEARCHED without marks.
    folded = models.TextField(default="", editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    uploaded_at = models.DateTimeField(_("uploaded at"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="news_photo_focus_lies_inside",
                condition=Q(focal_x__range=(0, 1), focal_y__range=(0, 1)),
                violation_error_message=_("The point to keep lies inside the picture."),
            )
        ]

    SEARCHED = ("title", "alt", "credit", "original_name")

    def __str__(self):
        return self.title or self.original_name or self.sha256[:12]

    def save(self, *args, **kwargs):
        for name in self.SEARCHED:
            setattr(self, name, nfc(getattr(self, name)))
        self.folded = fold(" ".join(getattr(self, name) for name in self.SEARCHED))
        if fields := kwargs.get("update_fields"):
            kwargs["update_fields"] = {*fields, "folded"}
        super().save(*args, **kwargs)


class Caption(models.Model):
    """A photo's place in an edition. `order` counts from 1: it is the number in `[[ảnh 2]]`."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="captions")
    photo = models.ForeignKey(
        Photo, verbose_name=_("photo"), on_delete=models.PROTECT, related_name="captions"
    )
    order = models.PositiveSmallIntegerField(_("number"), default=1, validators=[MinValueValidator(1)])
    text = models.TextField(_("caption"), blank=True)
    alt = models.TextField(_("description of the picture"), blank=True)
    is_decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("Screen readers pass over it.")
    )
    is_described_by_caption = models.BooleanField(
        _("the caption describes it"), default=False, help_text=_("Screen readers read the caption alone.")
    )
    credit = models.CharField(_("photographer"), max_length=150, blank=True)
    people = models.ManyToManyField(
        Person, verbose_name=_("people shown"), blank=True, related_name="captions"
    )

    class Meta:
        verbose_name = _("caption")
        verbose_name_plural = _("captions")
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "order"], name="news_caption_has_its_number"),
            models.CheckConstraint(name="news_caption_counts_from_one", condition=Q(order__gte=1)),
            models.CheckConstraint(
                name="news_caption_decorative_has_no_description",
                condition=Q(is_decorative=False) | Q(alt=""),
                violation_error_message=_("A decorative photo has no description."),
            ),
            models.CheckConstraint(
                name="news_caption_is_described_in_one_way",
                condition=Q(is_described_by_caption=False) | Q(alt="", is_decorative=False),
                violation_error_message=_(
                    "A photo has a description of its own, or its caption, or is decorative."
                ),
            ),
        ]

    def __str__(self):
        return self.text or str(self.photo)


class StoredFile(models.Model):
    """A file kept once by its content in private storage. Editions refer to it; nothing here makes it public.

    `sha256` is of the file as it was uploaded; what is kept may be cleaner. `facts` says what was found inside
    (news/files/facts.py).
    """

    sha256 = models.CharField(_("content hash"), max_length=64, unique=True, editable=False)
    path = models.CharField(max_length=200, editable=False)
    size = models.PositiveBigIntegerField(_("size in bytes"), editable=False)
    media_type = models.CharField(_("type"), max_length=100, editable=False)
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True)
    is_scan = models.BooleanField(
        _("scan"),
        default=False,
        editable=False,
        help_text=_("A PDF of pictures: screen readers find no words."),
    )
    facts = models.JSONField(default=dict, editable=False)
    original_name = models.CharField(_("name of the uploaded file"), max_length=255, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    uploaded_at = models.DateTimeField(_("uploaded at"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("stored file")
        verbose_name_plural = _("stored files")
        ordering = ["-uploaded_at", "-pk"]

    def __str__(self):
        return self.original_name


class Video(models.Model):
    """An own file with captions and transcript, or a link shown as a card. Nothing loads before a click."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="videos")
    order = models.PositiveSmallIntegerField(_("number"), default=1, validators=[MinValueValidator(1)])
    title = models.CharField(_("title"), max_length=200)
    url = models.URLField(_("link"), blank=True)
    file = models.ForeignKey(
        StoredFile, verbose_name=_("file"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    subtitles = models.ForeignKey(
        StoredFile,
        verbose_name=_("subtitles"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    poster = models.ForeignKey(
        Photo, verbose_name=_("poster"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    transcript = models.TextField(_("transcript"), blank=True)

    class Meta:
        verbose_name = _("video")
        verbose_name_plural = _("videos")
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "order"], name="news_video_has_its_number"),
            models.CheckConstraint(
                name="news_video_is_a_file_or_a_link",
                condition=(Q(file__isnull=True) & ~Q(url="")) | Q(file__isnull=False, url=""),
                violation_error_message=_("A video is either a file or a link."),
            ),
        ]

    def __str__(self):
        return self.title


class Attachment(models.Model):
    """A file to download, under the title and name of this edition; served while an edition that has it is live."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="attachments")
    order = models.PositiveSmallIntegerField(default=0)
    file = models.ForeignKey(
        StoredFile, verbose_name=_("file"), on_delete=models.PROTECT, related_name="attachments"
    )
    title = models.CharField(_("title"), max_length=255)
    name = models.CharField(
        _("file name"), max_length=150, help_text=_("The name under which readers save it.")
    )

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "order"], name="news_attachment_has_its_place")
        ]

    def __str__(self):
        return self.title


class Credit(models.Model):
    """Who made what of an edition: the ground of royalties. May differ from the printed signature."""

    class Part(models.TextChoices):
        TEXT = "text", _("Text")
        PHOTO = "photo", _("Photos")
        EDIT = "edit", _("Editing")
        VIDEO = "video", _("Film")
        TRANSLATION = "translation", _("Translation")

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="credits")
    order = models.PositiveSmallIntegerField(default=0)
    part = models.CharField(_("part"), max_length=12, choices=Part.choices, default=Part.TEXT)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("member of staff"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="credits",
    )
    person = models.ForeignKey(
        Person,
        verbose_name=_("person"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="credits",
    )
    pen_name = models.CharField(_("pen name"), max_length=100, blank=True)
    share = models.DecimalField(_("share in per cent"), max_digits=5, decimal_places=2, default=100)

    class Meta:
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        ordering = ["order", "part", "pk"]
        constraints = [
            models.CheckConstraint(
                name="news_credit_names_one_maker",
                condition=Q(user__isnull=False, person__isnull=True)
                | Q(user__isnull=True, person__isnull=False),
                violation_error_message=_("A credit names a member of staff or a person."),
            ),
            models.CheckConstraint(
                name="news_credit_share_is_a_percentage",
                condition=Q(share__gt=0, share__lte=100),
                violation_error_message=_("A share lies between 0 and 100 per cent."),
            ),
        ]

    def __str__(self):
        return f"{self.get_part_display()}: {self.pen_name or self.user or self.person}"
