"""*Báo chỗ khó dùng*: the form by which a reader tells what could not be used, and how much of it is taken in."""

from hashlib import sha256
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.core.cache import cache
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from accessibility.models import Difficulty

# Reports from one address in an hour, and in all: a form without a riddle for humans must bear those who write nonsense.
FROM_ONE, FROM_ALL = 5, 100
HOUR = 60 * 60


class DifficultyForm(forms.ModelForm):
    """`address` is a trap: nobody sees the field, and programs fill it in."""

    address = forms.CharField(required=False)

    class Meta:
        model = Difficulty
        fields = ["text", "page", "tools", "contact"]
        labels = {
            "text": _("What was hard to use?"),
            "page": _("On which page? (you may leave this out)"),
            "tools": _("Which device, browser or aid do you use? (you may leave this out)"),
            "contact": _("Where may we answer you? (you may leave this out)"),
        }
        help_texts = {
            "text": _(
                "A few words are enough, for example: “I cannot find the button that stops the voice.”"
            ),
            "tools": _("For example: telephone with TalkBack; NVDA and Firefox."),
            "contact": _(
                "E-mail or telephone. It is used for the answer only and removed 90 days after the report is dealt with."
            ),
        }
        widgets = {
            "text": forms.Textarea(attrs={"rows": 6}),
            "contact": forms.TextInput(attrs={"autocomplete": "email"}),
        }
        error_messages = {"text": {"required": _("Write what was hard to use.")}}

    def clean_page(self):
        """A path of this site; of an address somebody pasted, its path."""
        return _parts(self.cleaned_data["page"])[1]

    @property
    def is_trapped(self) -> bool:
        return bool(self.data.get("address"))


def page_before(request) -> str:
    """The path of this site's page that the reader came from; empty when unknown."""
    host, path = _parts(request.headers.get("Referer", ""))
    return path if host == request.get_host() else ""


def _parts(address: str) -> tuple[str, str]:
    """(host, path) of an address; nothing of one that cannot be read or that is a secret (PRIVATE_PATHS): reports are mailed."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return "", ""
    return parts.netloc, "" if parts.path.startswith(settings.PRIVATE_PATHS) else parts.path[:500]


def takes_more(request) -> bool:
    """Count one report; False when there are too many. The sender's address is kept for an hour, as a digest."""
    address = import_string(settings.CLIENT_ADDRESS)(request) or ""
    sender = sha256(address.encode()).hexdigest()[:16]
    return all(_counted(f"difficulty:{who}") <= most for who, most in ((sender, FROM_ONE), ("all", FROM_ALL)))


def _counted(key: str) -> int:
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key)
    except ValueError:
        # It ran out between the two calls.
        return 1
