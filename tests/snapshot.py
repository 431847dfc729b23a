"""After a test that really commits, SQLite goes back whole to what the migrations left.

Django's own way empties every table and has each permission and role made again: 0.2 s a test, for a database that no
site has, without what migrations wrote into it. Copying its 1.3 MB back takes a thousandth of a second.
"""

import shutil
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import DEFAULT_DB_ALIAS, connections
from django.test import TransactionTestCase

# Seconds for a request that a test left behind. One that takes longer has the next test to answer for it.
PATIENCE = 10


class Requests:
    """Those of the live server that are being answered. A browser that was closed has still asked."""

    def __init__(self):
        self.open, self.changed = 0, threading.Condition()
        request_started.connect(self.begin, weak=False)
        request_finished.connect(self.end, weak=False)

    def begin(self, **_):
        self._count(1)

    def end(self, **_):
        self._count(-1)

    def _count(self, step: int) -> None:
        # The test's own client asks in the test's own thread, and has its answer before the next line.
        if threading.current_thread() is threading.main_thread():
            return
        with self.changed:
            self.open = max(0, self.open + step)
            self.changed.notify_all()

    def wait(self) -> None:
        with self.changed:
            self.changed.wait_for(lambda: self.open == 0, PATIENCE)
            self.open = 0


class Scene:
    """Rows and files as they stand now, to be put back later in the same process."""

    def __init__(self, folder: Path):
        self.rows, self.folder = sqlite3.connect(":memory:", check_same_thread=False), folder
        _database().backup(self.rows)
        media = Path(settings.MEDIA_ROOT)
        shutil.copytree(media, folder) if media.exists() else folder.mkdir(parents=True)

    def put_back(self) -> None:
        database = _database()
        database.rollback()
        self.rows.backup(database)
        shutil.copytree(self.folder, settings.MEDIA_ROOT, dirs_exist_ok=True)


class Kept:
    """How many rows were written by the time the database was last as the migrations left it; the scenes by their makers."""

    changes: int | None = None
    scenes: dict[Callable, tuple[dict, Scene]] = {}


def _database() -> sqlite3.Connection:
    connection = connections[DEFAULT_DB_ALIAS]
    connection.ensure_connection()
    return connection.connection


def keep() -> None:
    """Take the copy now, and have every test that commits end with it; for SQLite only."""
    if connections[DEFAULT_DB_ALIAS].vendor != "sqlite":
        return
    empty, requests = Scene(_folder("migrated")), Requests()
    Kept.changes = _database().total_changes

    def go_back(self):
        requests.wait()
        empty.put_back()
        Kept.changes = _database().total_changes

    TransactionTestCase._fixture_teardown = go_back


def scene(make: Callable[[], dict]) -> dict:
    """What `make()` answers, with all that it puts into an empty site: made once in a process, then put back by copying.

    For tests that commit. Where a test has written anything before, `make()` is called as ever.
    """
    if Kept.changes is None or Kept.changes != _database().total_changes:
        return make()
    if make not in Kept.scenes:
        Kept.scenes[make] = make(), Scene(_folder(make.__qualname__))
    else:
        Kept.scenes[make][1].put_back()
    return dict(Kept.scenes[make][0])


def _folder(name: str) -> Path:
    return Path(settings.MEDIA_ROOT).with_name(f"kept-{name}")
