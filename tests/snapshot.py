"""After a test that really commits, SQLite goes back whole to what the migrations left.

Django's own way empties every table and has each permission and role made again: 0.2 s a test, for a database that no
site has, without what migrations wrote into it. Copying its 1.3 MB back takes a thousandth of a second.
"""

import sqlite3
import threading

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


def keep() -> None:
    """Take the copy now, and have every test that commits end with it; for SQLite in memory only."""
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor != "sqlite":
        return
    connection.ensure_connection()
    copy = sqlite3.connect(":memory:", check_same_thread=False)
    connection.connection.backup(copy)
    requests = Requests()

    def go_back(self):
        requests.wait()
        connection.ensure_connection()
        connection.connection.rollback()
        copy.backup(connection.connection)

    TransactionTestCase._fixture_teardown = go_back
