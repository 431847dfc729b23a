"""What a code app computes, and signing in as a browser does it."""

import base64
import hashlib
import hmac
import struct
import time

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PASSWORD = "mot mat khau dai"
SIGN_IN = "/quan-tri/dang-nhap/"


def code(secret: str = SECRET, shift: int = 0) -> str:
    """RFC 6238 with its usual 30 seconds and six digits; `shift` in periods."""
    key = base64.b32decode(secret.replace(" ", ""))
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30 + shift), hashlib.sha1)
    start = digest[-1] & 0x0F
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def with_app(user, secret: str = SECRET):
    """The account with a code app and recovery codes; returns the user."""
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return user


def recovery_code(user) -> str:
    return Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()[0]


def give_password(client, user, password: str = PASSWORD, **extra):
    return client.post(SIGN_IN, {"login": user.username, "password": password}, **extra)
