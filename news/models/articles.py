"""Article: the thing with one address. Edition: one text of it. Readers and writers see different editions."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.models.live import EditionQuerySet
from news.models.people import Agency
from news.models.taxonomy import Category, Kind, Tag
from news.richtext import HtmlField


class Sequence(models.Model):
    """The last number given out under a name. Locked while read, so that two articles never share a number."""

    name = models.CharField(max_length=30, primary_key=True)
    last = models.PositiveBigIntegerField(default=0)

    @classmethod
    def take(cls, name: str, count: int = 1) -> int:
        """Reserve `count` numbers and return the first. Call inside the transaction that uses them."""
        row, _made = cls.objects.select_for_update(no_key=True).get_or_create(name=name)
        first = row.last + 1
        cls.objects.filter(name=name).update(last=row.last + count)
        return first


class Article(models.Model):
    """One news item under one address for ever. Its texts are editions; its pointers are kept by the workflow alone."""

    class Standing(models.TextChoices):
        NORMAL = "normal", _("Normal")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        ARCHIVED = "archived", _("Archived")
        BINNED = "binned", _("In the bin")

    number = models.PositiveBigIntegerField(_("number"), unique=True, editable=False)
    language = models.CharField(
        _("language"), max_length=2, choices=[("vi", "Tiếng Việt"), ("en", "English")], default="vi"
    )
    translation_group = models.UUIDField(_("translation group"), null=True, blank=True, editable=False)
    standing = models.CharField(
        _("standing"), max_length=9, choices=Standing.choices, default=Standing.NORMAL, editable=False
    )
    published_at = models.DateTimeField(
        _("first published"),
        null=True,
        blank=True,
        help_text=_(
            "Printed in the date line. Set by the first publication; may lie in the past for imported news."
        ),
    )
    open_edition = models.OneToOneField(
        "Edition",
        verbose_name=_("open edition"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    last_release = models.OneToOneField(
        "Edition",
        verbose_name=_("last release"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, editable=False)
    withdrawal_reason = models.TextField(_("public reason of the withdrawal"), blank=True, editable=False)
    redirect_to = models.ForeignKey(
        "self",
        verbose_name=_("redirects to"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    featured_from = models.DateTimeField(_("featured from"), null=True, blank=True, editable=False)
    featured_until = models.DateTimeField(_("featured until"), null=True, blank=True, editable=False)
    listed_until = models.DateTimeField(
        _("in lists until"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("From then on it is archived by the clock; nothing has to run at that moment."),
    )
    binned_at = models.DateTimeField(_("in the bin since"), null=True, editable=False)
    title_folded = models.CharField(
        max_length=300,
        default="",
        editable=False,
        help_text=_("Search key of the newest title, kept by news/desk/document.py."),
    )
    source_hash = models.CharField(
        _("hash of the imported source"), max_length=64, null=True, unique=True, editable=False, default=None
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("created by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-number"]
        permissions = [
            ("edit_any_article", _("Can edit articles of colleagues")),
            ("review_article", _("Can return and approve articles")),
            ("publish_article", _("Can publish, schedule, correct and withdraw articles")),
            ("feature_article", _("Can feature articles on the home page")),
            ("read_reports", _("Can read the reports of articles")),
        ]
        # The newsroom's search reads this index alone, from the newest number down.
        # Months of royalties and reports take what was first published between two moments.
        indexes = [
            models.Index(F("number").desc(), "title_folded", name="news_article_titles"),
            models.Index("published_at", name="news_article_published"),
            # The few among the many, newest first: without them a list of ten reads a million.
            models.Index(
                F("number").desc(), name="news_article_withdrawn", condition=Q(withdrawn_at__isnull=False)
            ),
            models.Index(
                F("number").desc(), name="news_article_binned", condition=Q(binned_at__isnull=False)
            ),
            models.Index(F("number").desc(), name="news_article_english", condition=Q(language="en")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["translation_group", "language"],
                name="news_article_has_one_translation_a_language",
                violation_error_message=_("This article already has a translation in that language."),
            ),
            models.CheckConstraint(
                name="news_article_withdrawn_has_a_moment",
                condition=Q(standing="withdrawn", withdrawn_at__isnull=False)
                | (~Q(standing="withdrawn") & Q(withdrawn_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="news_article_released_has_a_date",
                condition=Q(last_release__isnull=True) | Q(published_at__isnull=False),
                violation_error_message=_("A published article has its date of publication."),
            ),
        ]

    def __str__(self):
        edition = self.open_edition or self.last_release
        return edition.title if edition else f"#{self.number}"

    def is_archived(self, at=None) -> bool:
        """By hand, or because its end in the lists has come."""
        ended = self.listed_until is not None and self.listed_until <= (at or timezone.now())
        return self.standing == self.Standing.ARCHIVED or (self.standing == self.Standing.NORMAL and ended)

    def is_featured(self, at=None) -> bool:
        at = at or timezone.now()
        begun = self.featured_from is not None and self.featured_from <= at
        return begun and (self.featured_until is None or self.featured_until > at)

    @property
    def is_withdrawn(self) -> bool:
        return self.standing == self.Standing.WITHDRAWN

    def new_translation_group(self) -> uuid.UUID:
        """The group of this article's translations, begun when the first is made."""
        if not self.translation_group:
            self.translation_group = uuid.uuid4()
            self.save(update_fields=["translation_group"])
        return self.translation_group


class Edition(models.Model):
    """One text of an article with its lists. Released ones are never changed; a correction is the next edition."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        REVIEW = "review", _("In review")
        APPROVED = "approved", _("Approved, waiting to be published")
        RELEASED = "released", _("Released")

    OPEN = ("draft", "review", "approved")

    article = models.ForeignKey(
        Article, verbose_name=_("article"), on_delete=models.CASCADE, related_name="editions"
    )
    ordinal = models.PositiveIntegerField(_("edition"), default=1, editable=False)
    state = models.CharField(
        _("state"), max_length=8, choices=State.choices, default=State.DRAFT, editable=False
    )
    is_returned = models.BooleanField(_("returned"), default=False, editable=False)
    stood_at = models.DateTimeField(_("in this state since"), default=timezone.now, editable=False)
    look_due_at = models.DateTimeField(
        _("second look due"),
        null=True,
        editable=False,
        help_text=_("Set when one person published alone; empty once somebody else confirmed."),
    )
    live_from = models.DateTimeField(_("public from"), null=True, editable=False)
    live_until = models.DateTimeField(_("public until"), null=True, editable=False)
    listed_at = models.DateTimeField(
        _("date in lists"),
        null=True,
        editable=False,
        help_text=_("The article's first publication, copied so that lists sort by one index."),
    )
    version = models.PositiveIntegerField(
        default=1, editable=False, help_text=_("Counts saves; a stale form is recognised by it.")
    )

    language = models.CharField(_("language"), max_length=2, default="vi", editable=False)
    kind = models.CharField(_("kind of article"), max_length=14, choices=Kind.choices, default=Kind.OTHER)
    category = models.ForeignKey(
        Category,
        verbose_name=_("category"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="editions",
    )
    title = models.CharField(_("title"), max_length=300)
    short_title = models.CharField(
        _("short title"),
        max_length=120,
        blank=True,
        help_text=_("For home page cards and sharing; the title is used where it is empty."),
    )
    slug = models.SlugField(_("address"), max_length=120, editable=False)
    lead = models.TextField(
        _("lead"), blank=True, help_text=_("1–3 sentences, shown larger below the title.")
    )
    body = HtmlField(_("body"), blank=True)
    byline = models.CharField(
        _("signature"),
        max_length=200,
        blank=True,
        help_text=_("As printed below the text: agency, unit or person."),
    )
    source = models.CharField(_("source"), max_length=200, blank=True)
    source_url = models.URLField(_("link to the source"), blank=True)
    event_on = models.DateField(
        _("day of the event"),
        null=True,
        blank=True,
        help_text=_("The day of the meeting, not of publication."),
    )
    event_until = models.DateField(_("last day of the event"), null=True, blank=True)
    event_place = models.CharField(_("place"), max_length=200, blank=True)
    photo_heading = models.CharField(
        _("heading of the photo section"),
        max_length=300,
        blank=True,
        help_text=_("Above the photos that stand nowhere in the body."),
    )
    cover = models.ForeignKey(
        "Photo",
        verbose_name=_("cover photo"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    tags = models.ManyToManyField(Tag, verbose_name=_("tags"), blank=True, related_name="editions")
    agencies = models.ManyToManyField(
        Agency, through="Mention", verbose_name=_("agencies"), related_name="editions"
    )
    related = models.ManyToManyField(
        Article, verbose_name=_("related articles"), blank=True, related_name="+"
    )
    shows_attendees = models.BooleanField(_("list of attendees on the page"), default=True)
    correction_note = models.TextField(
        _("correction note"),
        blank=True,
        help_text=_("Readers see it with its date above the lead. Leave empty when nothing was wrong."),
    )

    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("last edited by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    edited_at = models.DateTimeField(_("last edited"), default=timezone.now, editable=False)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["article", "-ordinal"]
        permissions = [("export_edition", _("Can export editions"))]
        indexes = [
            models.Index("language", F("listed_at").desc(), F("article").desc(), name="news_edition_newest",
                         condition=Q(state="released")),
            models.Index("category", F("listed_at").desc(), F("article").desc(), name="news_edition_newest_in",
                         condition=Q(state="released")),
            models.Index("event_on", name="news_edition_event", condition=Q(state="released")),
            models.Index("language", F("event_on").desc(), F("article").desc(), name="news_edition_held",
                         condition=Q(state="released")),
            # Open editions alone: they have no live_from, which every database can see from the query.
            models.Index("state", "stood_at", name="news_edition_open", condition=Q(live_from__isnull=True)),
            models.Index("live_from", name="news_edition_coming",
                         condition=Q(state="released", live_until__isnull=True)),
            models.Index("look_due_at", name="news_edition_look_due", condition=Q(look_due_at__isnull=False)),
        ]  # fmt: skip
        constraints = [
            models.UniqueConstraint(fields=["article", "ordinal"], name="news_edition_ordinal_is_taken_once"),
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(state__in=["draft", "review", "approved"]),
                name="news_edition_one_is_open",
                violation_error_message=_("This article is already being edited."),
            ),
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(state="released", live_until__isnull=True),
                name="news_edition_one_has_an_open_end",
            ),
            models.CheckConstraint(
                name="news_edition_released_has_moments",
                condition=Q(state="released", live_from__isnull=False, listed_at__isnull=False)
                | (~Q(state="released") & Q(live_from__isnull=True, live_until__isnull=True)),
            ),
            models.CheckConstraint(
                name="news_edition_ends_after_it_begins",
                condition=Q(live_until__isnull=True) | Q(live_until__gt=F("live_from")),
            ),
            models.CheckConstraint(
                name="news_edition_event_ends_after_it_begins",
                condition=Q(event_until__isnull=True)
                | Q(event_on__isnull=False, event_until__gte=F("event_on")),
                violation_error_message=_("The last day of the event is not before its first."),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    def is_scheduled(self, at=None) -> bool:
        return self.state == self.State.RELEASED and self.live_from > (at or timezone.now())

    def is_live(self, at=None) -> bool:
        at = at or timezone.now()
        return (
            self.state == self.State.RELEASED
            and self.live_from <= at
            and (not self.live_until or self.live_until > at)
        )

    @property
    def card_title(self) -> str:
        return self.short_title or self.title


class Mention(models.Model):
    """An agency that an edition names, with the name and abbreviation as printed there."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="mentions")
    agency = models.ForeignKey(
        Agency, verbose_name=_("agency"), on_delete=models.PROTECT, related_name="mentions"
    )
    order = models.PositiveSmallIntegerField(default=0)
    printed_name = models.CharField(_("name as printed"), max_length=255, blank=True)
    printed_abbreviation = models.CharField(_("abbreviation as printed"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("agency named")
        verbose_name_plural = _("agencies named")
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "agency"],
                name="news_mention_is_listed_once",
                violation_error_message=_("This agency is listed twice."),
            )
        ]

    def __str__(self):
        return self.printed_name or str(self.agency)
