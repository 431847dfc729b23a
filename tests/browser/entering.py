"""A colleague who is signed in already; signing in by its page is what test_sign_in.py and test_lossless.py are about."""

from urllib.parse import urlsplit

from django.conf import settings
from django.test import Client


def let_in(context, site: str, user) -> None:
    """Give the context the cookie of a new session of the user."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    place = {"domain": urlsplit(site).hostname, "path": settings.SESSION_COOKIE_PATH}
    context.add_cookies([{"name": cookie.key, "value": cookie.value, **place}])
