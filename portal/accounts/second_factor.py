"""The second step of signing in: who needs one, who has one, and the door that stays shut until then."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

# Recovery codes only stand in for one of these.
TYPES = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
# Where somebody without a second step may go: to set it up, and out again.
OPEN_DOORS = {
    "admin:logout",
    "admin:login",
    "admin:jsi18n",
    "account_login",
    "account_reauthenticate",
    "one-time-link",
}
_KNOWN = "second_factor_of"


def is_needed(user) -> bool:
    """By what the person may do, not by the name of a role: the rights are looked up for every page anyway."""
    return any(user.has_perm(permission) for permission in settings.SECOND_FACTOR_FOR)


def has_one(user) -> bool:
    return Authenticator.objects.filter(user=user, type__in=TYPES).exists()


def remove_all(user) -> None:
    """Recovery codes go with it. Ends nothing else: the sessions are another decision."""
    Authenticator.objects.filter(user=user).delete()


def forget(request) -> None:
    """Ask the database again at the next page."""
    request.session.pop(_KNOWN, None)


class SecondFactorRequired:
    """Sends whoever needs a second step and has none to the page where it is set up.

    Whoever has one was asked for it: the library's sign-in lets nobody past it (and ends older sessions, see signals.py).
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        name = request.resolver_match.view_name or ""
        if not request.path_info.startswith("/quan-tri/") or name in OPEN_DOORS or name.startswith("mfa_"):
            return None
        if not request.user.is_authenticated or not is_needed(request.user) or _is_satisfied(request):
            return None
        if request.method != "GET":
            raise PermissionDenied
        messages.warning(request, _("Your role asks for a second step at sign-in. Set it up to go on."))
        return HttpResponseRedirect(reverse("mfa_index"))


def _is_satisfied(request) -> bool:
    """Asked of the database once a session."""
    user = request.user
    if request.session.get(_KNOWN) == user.pk:
        return True
    records = get_authentication_records(request, user)
    by_directory = any(record["method"] == "socialaccount" for record in records)
    if (by_directory and settings.OIDC_HAS_SECOND_FACTOR) or has_one(user):
        request.session[_KNOWN] = user.pk
        return True
    return False
