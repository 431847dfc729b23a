"""Texts that are to be heard, and the sound files made of them.

A text is known by a key that whoever wants it heard has given it (`edition:12`); nothing here knows what stands behind it.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Narration(models.Model):
    """One text that is to be heard: what is owed, what was made of it, and why not where it failed."""

    class State(models.TextChoices):
        OWED = "owed", _("Waiting")
        MAKING = "making", _("Being made")
        MADE = "made", _("Made")
        FAILED = "failed", _("Failed, tried again later")
        SILENT = "silent", _("Nothing to read")

    UNFINISHED = (State.OWED, State.MAKING, State.FAILED)

    key = models.CharField(max_length=80, unique=True, editable=False)
    state = models.CharField(
        _("state"), max_length=6, choices=State.choices, default=State.OWED, editable=False
    )
    due_at = models.DateTimeField(
        _("not before"),
        default=timezone.now,
        editable=False,
        help_text=_("While it is made: until when the worker has it."),
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0, editable=False)
    error = models.CharField(_("why not"), max_length=300, blank=True, editable=False)
    # With which voices, spellings and rules the text was last looked at; others mean looking again.
    stamp = models.CharField(max_length=64, blank=True, editable=False)
    looked_at = models.DateTimeField(_("last looked at"), null=True, editable=False)
    is_asked_for = models.BooleanField(
        _("asked for by hand"),
        default=False,
        editable=False,
        help_text=_("Kept also when the article is older than those that get sound by themselves."),
    )
    recording = models.OneToOneField(
        "Recording",
        verbose_name=_("recording"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("recording of an article")
        verbose_name_plural = _("recordings of articles")
        ordering = ["-pk"]
        indexes = [
            models.Index(
                "due_at",
                name="accessibility_narration_due",
                condition=Q(state__in=["owed", "making", "failed"]),
            )
        ]

    def __str__(self):
        """Whoever knows what stands behind the key may annotate a `title`."""
        return getattr(self, "title", None) or self.key


class Recording(models.Model):
    """One sound file with its marks, named by what it holds; never changed once it is there."""

    class Source(models.TextChoices):
        MACHINE = "machine", _("Machine voice")
        PERSON = "person", _("A person's recording")

    narration = models.ForeignKey(
        Narration, on_delete=models.CASCADE, related_name="recordings", editable=False
    )
    fingerprint = models.CharField(max_length=64, db_index=True, editable=False)
    source = models.CharField(
        _("who reads"), max_length=7, choices=Source.choices, default=Source.MACHINE, editable=False
    )
    voice = models.CharField(_("voice"), max_length=80, blank=True, editable=False)
    media_type = models.CharField(_("type"), max_length=40, editable=False)
    size = models.PositiveBigIntegerField(_("size in bytes"), editable=False)
    milliseconds = models.PositiveIntegerField(_("length in milliseconds"), editable=False)
    sentences = models.PositiveIntegerField(_("sentences"), default=0, editable=False)
    # What a change cost: the others came from the cache of sentences. Unknown of recordings older than the column, and of persons.
    spoken_anew = models.PositiveIntegerField(_("sentences spoken anew"), null=True, editable=False)
    has_marks = models.BooleanField(_("lights up the text"), default=True, editable=False)
    # Of a person's recording: what was printed when it was added, which is what was read.
    script = models.TextField(_("what is said"), blank=True, editable=False)
    made_at = models.DateTimeField(_("made at"), default=timezone.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("added by"), null=True, on_delete=models.SET_NULL, related_name="+",
        editable=False,
    )  # fmt: skip
    replaced_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["narration", "fingerprint"], name="accessibility_recording_is_kept_once"
            )
        ]

    def __str__(self):
        return f"{self.voice or self.get_source_display()} {self.fingerprint[:12]}"

    @property
    def seconds(self) -> int:
        return round(self.milliseconds / 1000)
