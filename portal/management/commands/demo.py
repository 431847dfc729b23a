"""Loads the demo content, prints its sign-ins, or takes it out again."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from portal.demo import accounts, loading, removing


class Command(BaseCommand):
    help = "Loads the demo: an invented department with its news. Twice changes nothing; needs DEMO=1."
    requires_system_checks = []

    def add_arguments(self, parser):
        what = parser.add_mutually_exclusive_group()
        what.add_argument(
            "--remove", action="store_true", help="take the demo content and its accounts out again"
        )
        what.add_argument("--sign-ins", action="store_true", help="print one sign-in for each role")

    def handle(self, *, remove, sign_ins, verbosity, **options):
        if remove:
            self.stdout.write(f"Removed {removing.remove()} demo articles.")
        elif not settings.DEMO:
            raise CommandError("The demo and its sign-ins are for a machine of one's own: set DEMO=1.")
        elif sign_ins:
            self._print_sign_ins()
        else:
            self._load(verbosity)

    def _load(self, verbosity: int) -> None:
        if verbosity and not loading.is_loaded():
            self.stdout.write("Drawing and loading the demo; this takes about a minute ...")
            self.stdout.flush()
        say = self.stdout.write if verbosity > 1 else lambda line: None
        if count := loading.load(say):
            self.stdout.write(f"Loaded {count} demo articles.")

    def _print_sign_ins(self) -> None:
        passwords = accounts.sign_ins()
        for seat in accounts.SEATS:
            password = passwords.get(seat.username, "(not made: run manage.py demo)")
            self.stdout.write(f"  {seat.label:18} {seat.username:12} {password}")
