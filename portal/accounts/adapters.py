"""What the sign-in library asks of us: nobody registers, names and messages are ours, secrets are not kept readable."""

import base64
import hashlib

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from news.models import SiteSettings
from portal.accounts import second_factor
from portal.accounts.visitors import client_address


class StaffAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        """Accounts are made by administrators alone."""
        return False

    def get_login_redirect_url(self, request):
        return reverse("admin:index")

    def get_login_stages(self):
        ours = {"allauth.mfa.stages.AuthenticateStage": "portal.accounts.remembered.SecondStep"}
        return [ours.get(stage, stage) for stage in super().get_login_stages()]

    def pre_authenticate(self, request, **credentials):
        """Bad passwords are counted in one place, by axes: it locks one name from one address, not a whole office."""

    def get_client_ip(self, request):
        return client_address(request) or "0.0.0.0"

    def pre_login(self, request, user, **options):
        """Whatever the way in (password, passkey, directory): the demo's accounts open the demo alone."""
        if user.is_of_a_demo_only:
            messages.error(request, _("Accounts of the demo cannot sign in here."))
            return HttpResponseRedirect(reverse("account_login"))
        return super().pre_login(request, user, **options)

    def respond_user_inactive(self, request, user):
        messages.error(request, _("This account is inactive."))
        return HttpResponseRedirect(reverse("account_login"))


class StaffMFAAdapter(DefaultMFAAdapter):
    def get_totp_label(self, user):
        return user.get_username()

    def get_totp_issuer(self):
        """Shown by the app beside the code; a colon would end the name."""
        return (SiteSettings.load().agency_name or self._get_site_name()).replace(":", " ")

    def build_totp_svg(self, url):
        """For the page itself: its policy allows no picture that is written into an address."""
        return super().build_totp_svg(url).partition("?>")[2]

    def encrypt(self, text):
        """Keys of code apps and the seed of recovery codes."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        """After SECRET_KEY was replaced no code is right any more; a passkey and `manage.py unlock` still open the door."""
        try:
            return _cipher().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return generate_totp_secret()

    def can_delete_authenticator(self, authenticator):
        """Whoever needs a second step keeps one; a new phone is added before the old one goes."""
        others = Authenticator.objects.filter(user=authenticator.user, type__in=second_factor.TYPES)
        return not second_factor.is_needed(authenticator.user) or others.exclude(pk=authenticator.pk).exists()


def _cipher() -> MultiFernet:
    """Secrets in a copy of the database are of no use without SECRET_KEY, which is not in it."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [hashlib.sha256(f"portal.accounts.totp:{key}".encode()).digest() for key in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
