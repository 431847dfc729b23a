"""Signing in through the agency's own directory (OpenID Connect): who it is, which account that is, which roles follow.

Off unless OIDC_SERVER is set. With OIDC_ROLES the directory decides the roles, at every sign-in anew, and may bring people who
have no account yet; without it, it only opens accounts that an administrator has made, found by their confirmed e-mail address.
"""

import requests
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.openid_connect.views import login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import Group
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.accounts import signals
from portal.accounts.models import SignIn, User
from portal.accounts.roles import LABELS


class DirectoryAdapter(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request, sociallogin):
        """Accounts are found or made in `pre_social_login`; nothing is left for the library to register."""
        return False

    def pre_social_login(self, request, sociallogin):
        """A refusal is logged, so it is decided before the transaction that changes anything begins."""
        claims = _claims(sociallogin)
        roles, before = roles_of(claims), sociallogin.user if sociallogin.is_existing else None
        if sociallogin.state.get("process") != AuthProcess.LOGIN:
            raise _refusal(request, claims, None)
        if before and before.is_superuser:
            raise _refusal(request, claims, before)
        if settings.OIDC_ROLES and not roles:
            if before:
                # Sessions that are still open, or a password set here, are worth nothing any more either.
                _give(before, set())
            raise _refusal(request, claims, before)
        known = before or _account_of(claims)
        if known is None and not settings.OIDC_ROLES:
            raise _refusal(request, claims, None)
        with transaction.atomic():
            if not sociallogin.is_existing:
                sociallogin.connect(request, known or _new_account(claims))
            if settings.OIDC_ROLES:
                _give(sociallogin.user, roles)

    def on_authentication_error(self, request, provider, error=None, exception=None, extra_context=None):
        raise ImmediateHttpResponse(_out_of_order(request))


def enter(request, provider_id):
    """The way to the directory. While it cannot be reached, the password still opens the door."""
    try:
        return login(request, provider_id)
    except requests.RequestException:
        return _out_of_order(request)


def _out_of_order(request) -> HttpResponseRedirect:
    messages.error(
        request, _("Signing in through the directory did not work. Try again, or use your password.")
    )
    return HttpResponseRedirect(reverse("account_login"))


def roles_of(claims: dict) -> set[str]:
    """The roles that the groups of the directory stand for; groups nobody mapped mean nothing."""
    groups = claims.get(settings.OIDC_GROUPS_CLAIM) or []
    groups = groups if isinstance(groups, list) else [groups]
    named = {group for group in groups if isinstance(group, str)}
    return {settings.OIDC_ROLES[group] for group in named & settings.OIDC_ROLES.keys()}


def _claims(sociallogin) -> dict:
    told = sociallogin.account.extra_data
    return (told.get("id_token") or {}) | (told.get("userinfo") or {})


def _account_of(claims: dict) -> User | None:
    """The one account with this address, if the directory vouches for it. The operator's own is never opened this way."""
    if not claims.get("email") or claims.get("email_verified") is not True:
        return None
    found = list(User.objects.filter(email__iexact=claims["email"], is_superuser=False)[:2])
    return found[0] if len(found) == 1 else None


def _new_account(claims: dict) -> User:
    user = User(
        username=_free_name(claims),
        full_name=(claims.get("name") or claims.get("preferred_username") or claims["sub"])[:150],
        email=claims.get("email") or "",
        is_staff=True,
    )
    user.set_unusable_password()
    user.save()
    return user


def _free_name(claims: dict) -> str:
    wanted = (
        claims.get("preferred_username") or (claims.get("email") or "").partition("@")[0] or claims["sub"]
    )
    wanted, number = wanted[:140], 1
    name = wanted
    while User.objects.filter(username__iexact=name).exists():
        number += 1
        name = f"{wanted}-{number}"
    return name


def _give(user: User, roles: set[str]) -> None:
    others = user.groups.exclude(name__in=LABELS)
    user.groups.set([*others, *Group.objects.filter(name__in=roles)])


def _refusal(request, claims: dict, user: User | None) -> ImmediateHttpResponse:
    name = claims.get("preferred_username") or claims.get("email") or ""
    signals.note(SignIn.Result.NO_ACCESS, request, user=user, username=name, way="socialaccount")
    messages.error(
        request, _("Your account in the directory opens nothing here. Ask the administrator of your agency.")
    )
    return ImmediateHttpResponse(HttpResponseRedirect(reverse("account_login")))
