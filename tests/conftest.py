"""What every test stands on: quick settings, clean files, and the browser. The database is chosen in engine.py."""

import os
import shutil
from pathlib import Path

import hypothesis
import pytest

from tests import chromium, engine

# `make test` tries the same hundred inputs each time and lets a busy machine be slow. New inputs, and twenty times as many, are
# tried by PYTEST_ARGS=--hypothesis-profile=search make test-sqlite; what it finds becomes a test of its own.
_patient = {"deadline": None, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
hypothesis.settings.register_profile("same", derandomize=True, database=None, **_patient)
hypothesis.settings.register_profile("search", max_examples=2000, print_blob=True, **_patient)
hypothesis.settings.load_profile("same")

BROWSER_FIXTURES = {"page", "context", "browser", "new_context", "browser_type"}


def pytest_configure(config):
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # Hashed names need a collectstatic first; tests take the files where they lie.
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.WHITENOISE_AUTOREFRESH = True
    # Tests sign in by what they are about; those of the second step ask for it again (tests/portal/accounts).
    settings.SECOND_FACTOR_FOR = []
    if not engine.is_worker():
        config.stash[browser_key] = _browser_for(config)


browser_key = pytest.StashKey[str]()


def _browser_for(config) -> str:
    """The browser of this run. The download is tried only when browser tests are likely among those asked for."""
    if engine.wants_postgresql():
        return "not used on PostgreSQL"
    likely = config.args_source is config.ArgsSource.TESTPATHS or any(
        "browser" in name for name in config.args
    )
    if not likely and not chromium.installed():
        return "none installed"
    chosen = chromium.choose()
    if chosen == chromium.NONE and os.environ.get("REQUIRE_BROWSER") == "1":
        raise pytest.UsageError(
            "A browser is required (REQUIRE_BROWSER=1), and neither Chromium nor Chrome was found."
        )
    return chromium.describe(chosen)


def pytest_report_header(config):
    return f"browser: {config.stash.get(browser_key, '-')}"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Whoever opens a page is a browser test, whether or not its author marked it."""
    absent = pytest.mark.skip(reason="no Chromium: install it, or set TEST_BROWSER to its path")
    has_browser = os.environ.get("TEST_BROWSER", chromium.NONE) != chromium.NONE
    for item in items:
        if BROWSER_FIXTURES & set(item.fixturenames):
            item.add_marker(pytest.mark.browser)
        if item.get_closest_marker("browser") and not has_browser:
            item.add_marker(absent)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """As pytest-django makes it, and on SQLite kept aside to go back to."""
    from tests import snapshot

    with django_db_blocker.unblock():
        snapshot.keep()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chosen = chromium.choose()
    path = {} if chosen == chromium.OWN_BUILD else {"executable_path": chosen}
    return {**browser_type_launch_args, **path, "args": chromium.flags()}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """Without motion, or the checker meets a colour half way between two themes; who tests motion asks for it."""
    told = {"locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh", "reduced_motion": "reduce"}
    return {**browser_context_args, **told}


@pytest.fixture(autouse=True)
def clean_files_and_cache():
    """Files and counters that one test leaves behind must not be found by the next."""
    yield
    from django.conf import settings
    from django.core.cache import cache

    cache.clear()
    shutil.rmtree(Path(settings.MEDIA_ROOT), ignore_errors=True)


@pytest.fixture(autouse=True)
def nobody_hidden_by_the_test_before():
    """What a process compiled of hidden persons outlives the rows of a test."""
    yield
    from news.site import hidden

    hidden.forget()
