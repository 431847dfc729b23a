"""Pages that hold nothing but the reader (`site`), the same with scripted voices (`speaking`), and the form of a draft (`enter`)."""

import pytest
from django.urls import reverse

from tests import make
from tests.browser.entering import let_in
from tests.browser.reading import VOICES


@pytest.fixture
def site(live_server):
    """Address of the pages; the server is not told to insist on https."""
    return live_server.url


@pytest.fixture
def speaking(new_context, site):
    """Opens an article with scripted voices; `said(page)` tells what they were asked to say."""

    def open_page(path="/bai/1/", **options):
        context = new_context(**options.pop("context", {}))
        context.add_init_script(
            f"window.voicePlan = {options!r};".replace("True", "true").replace("False", "false") + VOICES
        )
        page = context.new_page()
        page.goto(f"{site}{path}")
        return page

    return open_page


@pytest.fixture
def roles(db):
    """Groups live in the database, which these tests empty after each other."""
    from portal.accounts.roles import grant_roles

    grant_roles()


@pytest.fixture
def enter(roles, live_server, context):
    """Sign a writer in and open the form of a draft with this document; returns the page."""

    def _enter(on=context, **document):
        writer = make.user("writer")
        article = make.draft(by=writer, **document)
        let_in(on, live_server.url, writer)
        page = on.new_page()
        page.goto(live_server.url + reverse("admin:news_article_change", args=[article.pk]))
        return page

    return _enter
