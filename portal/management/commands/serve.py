"""Serves the portal: the web server and the task worker, until Ctrl-C or SIGTERM."""

import os
import sys

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from portal import serving
from portal.accounts.checks import no_accounts_of_the_demo
from portal.environment import read


class Command(BaseCommand):
    help = "Serves the portal (granian and the task worker) until Ctrl-C or SIGTERM."
    # The checks run in `make lint` and before a deployment; a start must not wait for them.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--host", default=os.environ.get("HOST", "127.0.0.1"))
        parser.add_argument("--port", type=int, default=settings.PORT)
        parser.add_argument(
            "--prepare",
            action="store_true",
            help="first migrate the database and, with DEMO=1, load the demo content",
        )

    def handle(self, *, host, port, prepare, **options):
        workers, threads = _count("WEB_WORKERS", 2), _count("WEB_THREADS", 8)
        try:
            serving.refuse_taken_port(host, port)
        except serving.PortTaken as taken:
            raise CommandError(f"{taken} Choose another: PORT={port + 1} make run") from taken
        if prepare:
            self._prepare()
        for warning in no_accounts_of_the_demo(databases=["default"]):
            self.stderr.write(f"{warning.msg} {warning.hint}")
        connections.close_all()
        command = [sys.executable, "-m", "portal.serving", "--host", host, "--port", str(port)]
        command += [
            "--workers",
            str(workers),
            "--threads",
            str(threads),
            *(["--demo"] if settings.DEMO else []),
        ]
        os.chdir(serving.ROOT)
        self.stdout.flush()
        os.execv(sys.executable, command)

    def _prepare(self):
        call_command("migrate", verbosity=0, interactive=False)
        if settings.DEMO:
            call_command("demo", stdout=self.stdout)


def _count(name: str, default: int) -> int:
    count = read(name, "int", default, "a whole number of at least 1")
    if count < 1:
        raise CommandError(f"{name}: {count} is not a whole number of at least 1.")
    return count
