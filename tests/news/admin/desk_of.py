"""Signing in and filling the article form, for the tests of the newsroom's pages."""

from django.test import Client
from django.urls import reverse

from tests import make


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def as_a(role: str, **columns) -> Client:
    """A client signed in as a new user of the role; the user is at `.user`."""
    user = make.user(role, **columns)
    client = signed_in(user)
    client.user = user
    return client


def change(article) -> str:
    return reverse("admin:news_article_change", args=[article.pk])


def step(article, name: str) -> str:
    return reverse("admin:news_article_step", args=[article.pk, name])


def filled(client: Client, address: str, **changes) -> dict:
    """What a browser would send back from the form at `address`, with `changes`."""
    form = client.get(address).context["form"]
    data = {bound.html_name: _sent(bound) for bound in form}
    return {name: value for name, value in (data | changes).items() if value is not None}


def _sent(bound):
    value = bound.value()
    if bound.widget_type == "checkbox":
        return "on" if value else None
    return bound.field.widget.format_value(value) or ""
