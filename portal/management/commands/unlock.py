"""Lets somebody in again who locked themselves out; for whoever runs the machine."""

from axes.utils import reset
from django.core.management.base import BaseCommand, CommandError

from portal.accounts import audit, handover, links, second_factor
from portal.accounts.models import OneTimeLink, User


class Command(BaseCommand):
    help = "Forgets the bad sign-ins of a user; on request also the second step, or makes a link for a new password."

    def add_arguments(self, parser):
        parser.add_argument("username")
        parser.add_argument(
            "--second-factor", action="store_true", help="also remove code app, passkeys and recovery codes"
        )
        parser.add_argument("--link", action="store_true", help="also print a link for a new password")

    def handle(self, *, username, second_factor: bool, link: bool, **options):
        try:
            user = User.objects.get(username=username)
        except User.DoesNotExist:
            raise CommandError(f"There is no user “{username}”.") from None
        count = reset(username=username)
        self.stdout.write(f"Forgot {count} bad sign-ins of {username}.")
        if not user.is_active:
            self.stdout.write("The account is deactivated: an administrator reactivates it on its page.")
        if second_factor:
            self._remove_second_factor(user)
        if link:
            self.stdout.write(f"For a new password, once, within 24 hours:\n{self._link(user)}")

    def _remove_second_factor(self, user: User) -> None:
        second_factor.remove_all(user)
        handover.end_sessions(user, by=None, said=False)
        audit.record(audit.Action.FACTOR_REMOVED, user, by=None)
        self.stdout.write("Removed the second step and ended all sessions.")

    def _link(self, user: User) -> str:
        return links.address_of(links.make(user, OneTimeLink.Kind.RESET, by=None))
