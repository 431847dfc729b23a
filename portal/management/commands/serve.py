"""Serves the portal: the web server and the task worker, until Ctrl-C or SIGTERM."""

import os
import sys

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from portal import serving
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
        plan = serving.Plan(host, port, _count("WEB_WORKERS", 2), _count("WEB_THREADS", 8))
        try:
            serving.refuse_taken_port(host, port)
        except serving.PortTaken as taken:
            raise CommandError(f"{taken} Choose another: PORT={port + 1} make run") from taken
        if prepare:
            self._prepare()
        crew = serving.Crew(plan.commands())
        sys.exit(crew.run(when_ready=lambda: self._announce(plan), is_ready=lambda: serving.answers(plan)))

    def _prepare(self):
        call_command("migrate", verbosity=0, interactive=False)
        if settings.DEMO:
            call_command("demo", stdout=self.stdout)

    def _announce(self, plan):
        self.stdout.write(
            f"Bản Tin answers at {plan.address}  (staff: {plan.address}quan-tri/; stop: Ctrl-C)"
        )
        if settings.DEMO:
            call_command("demo", "--sign-ins", stdout=self.stdout)
        self.stdout.flush()


def _count(name: str, default: int) -> int:
    count = read(name, "int", default, "a whole number of at least 1")
    if count < 1:
        raise CommandError(f"{name}: {count} is not a whole number of at least 1.")
    return count
