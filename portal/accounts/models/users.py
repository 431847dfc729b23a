"""Who works here."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

# The addresses of the demo's accounts (RFC 2606: nobody's), by which they are known whatever they are called.
DEMO_ADDRESS = "@khcn-vinhgiang.example"


class User(AbstractUser):
    """A member of staff. Never deleted once they wrote something: deactivated (`is_active`)."""

    full_name = models.CharField(_("full name"), max_length=150, help_text=_("As it is shown to colleagues."))
    position = models.CharField(_("position"), max_length=150, blank=True)
    telephone = models.CharField(_("telephone"), max_length=30, blank=True)
    language = models.CharField(
        _("language of the newsroom"),
        max_length=2,
        choices=[("vi", "Tiếng Việt"), ("en", "English")],
        default="vi",
    )
    # Role -> keys of the categories it is limited to; a role that is not named holds everywhere. On the row itself, so that
    # whoever is not limited costs no query, and a category that goes away never widens anything (docs/decisions/0006).
    limits = models.JSONField(_("categories of the roles"), default=dict, blank=True, editable=False)
    session_epoch = models.PositiveIntegerField(
        default=0, editable=False, help_text=_("Counted up to end every session of the account at once.")
    )
    first_name = last_name = None

    REQUIRED_FIELDS = ["email", "full_name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["full_name", "username"]

    def __str__(self):
        return self.full_name or self.username

    def get_full_name(self):
        return str(self)

    def get_short_name(self):
        return str(self).split()[-1]

    @property
    def is_of_a_demo_only(self) -> bool:
        """An account of the demo on a site that is none: its password was printed on somebody's screen."""
        return self.email.endswith(DEMO_ADDRESS) and not settings.DEMO

    def get_session_auth_hash(self):
        """A session is worth as much as the password and the epoch it began with."""
        return self._session_hash()

    def get_session_auth_fallback_hash(self):
        for secret in settings.SECRET_KEY_FALLBACKS:
            yield self._session_hash(secret)

    def _session_hash(self, secret: str | None = None) -> str:
        # Sessions of the demo end with it.
        value = f"{self.password}|{self.session_epoch}{'|closed' if self.is_of_a_demo_only else ''}"
        return salted_hmac("portal.accounts.session", value, secret=secret, algorithm="sha256").hexdigest()
