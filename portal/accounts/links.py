"""Making and using the links that work once. The secret itself is never stored."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from portal.accounts import audit
from portal.accounts.models import OneTimeLink, User

LASTS = {OneTimeLink.Kind.INVITE: timedelta(days=7), OneTimeLink.Kind.RESET: timedelta(hours=24)}


@transaction.atomic
def make(user: User, kind: str, *, by: User | None) -> str:
    """A new secret for the account; the one before, if unused, is worth nothing from now on."""
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    OneTimeLink.objects.filter(user=user, used_at=None).delete()
    secret = secrets.token_urlsafe(32)
    expires_at = timezone.now() + LASTS[kind]
    OneTimeLink.objects.create(
        user=user, kind=kind, digest=_digest(secret), made_by=by, expires_at=expires_at
    )
    action = audit.Action.INVITED if kind == OneTimeLink.Kind.INVITE else audit.Action.RESET
    audit.record(action, user, by=by)
    return secret


def find(secret: str) -> OneTimeLink | None:
    """The link, if it still works: unused, not expired, its account open."""
    working = OneTimeLink.objects.filter(used_at=None, expires_at__gt=timezone.now(), user__is_active=True)
    return working.select_related("user").filter(digest=_digest(secret)).first()


@transaction.atomic
def use(secret: str, password: str) -> User | None:
    """Set the password and end every session that knew the old one. None when the link was used meanwhile."""
    link = find(secret)
    used = link and OneTimeLink.objects.filter(pk=link.pk, used_at=None).update(used_at=timezone.now())
    if not used:
        return None
    user = link.user
    user.set_password(password)
    user.session_epoch += 1
    user.save(update_fields=["password", "session_epoch"])
    audit.record(audit.Action.PASSWORD, user, by=user)
    return user


def address_of(secret: str, request=None) -> str:
    """The link as it is handed on."""
    path = reverse("one-time-link", args=[secret])
    if settings.PUBLIC_ORIGIN:
        return settings.PUBLIC_ORIGIN + path
    return request.build_absolute_uri(path) if request is not None else path


def send(user: User, kind: str, address: str) -> None:
    """Mail the link after the transaction, in the language of its receiver."""
    with translation.override(user.language):
        subject = (
            _("Invitation to the newsroom") if kind == OneTimeLink.Kind.INVITE else _("Set a new password")
        )
        words = {"user": user, "address": address, "kind": kind, "hours": LASTS[kind] // timedelta(hours=1)}
        body = render_to_string("account/mail/link.txt", words)
    transaction.on_commit(lambda: send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [user.email]))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
