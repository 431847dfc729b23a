"""`manage.py import_batch FILE [--dry-run] [--publish] …`: the articles of an old site, resumable, rejects listed by line."""

import csv
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from news.desk import old_addresses
from news.importing.batch.articles import Maker
from news.importing.batch.run import run
from news.importing.errors import ImportRefused
from news.site import addresses

EVERY = 100


class Command(BaseCommand):
    @property
    def help(self):
        """A text that is lazy would stop `--help`: argparse takes strings alone."""
        return _("Import the articles of an export (JSON, JSON lines, CSV) or a folder of saved pages.")

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", dest="dry", help="read and check, save nothing")
        parser.add_argument("--publish", action="store_true", help="publish each under its own old date")
        parser.add_argument("--by", metavar="USER", help="the account that the drafts belong to")
        parser.add_argument(
            "--category", default="", metavar="NAME", help="for articles of unknown categories"
        )
        parser.add_argument("--files", type=Path, metavar="DIR", help="where photos lie; else beside FILE")
        parser.add_argument(
            "--site", default="", metavar="NAME", help="tells exports with equal numbers apart"
        )
        parser.add_argument(
            "--with-attendees", action="store_true", help="also propose people and agencies from each text"
        )
        parser.add_argument(
            "--rejects", type=Path, metavar="CSV", help="write line and reason of each reject"
        )
        parser.add_argument(
            "--redirects", type=Path, metavar="CSV", help="write old and new address of each article"
        )

    def handle(
        self, *, path, dry, publish, by, category, files, site, with_attendees, rejects, redirects, **options
    ):
        folder = files or (path if path.is_dir() else path.parent)
        maker = Maker(folder, by=_user(by), publish=publish, with_attendees=with_attendees, fallback=category)
        counts = Counter()
        with ExitStack() as open_files:
            reports = _Reports(open_files, rejects, redirects)
            try:
                for outcome in run(path, maker, site=site, dry=dry):
                    counts[outcome.state] += 1
                    self._tell(outcome, counts, reports)
            except ImportRefused as refusal:
                self._sum(counts, dry)
                raise CommandError(str(refusal)) from None
        self._sum(counts, dry)
        if counts["refused"]:
            raise CommandError(_("%(count)d rows were refused; see above.") % {"count": counts["refused"]})

    def _tell(self, outcome, counts: Counter, reports: "_Reports") -> None:
        if outcome.state == "refused":
            words = {"line": outcome.line, "why": outcome.why}
            self.stderr.write(_("line %(line)d: %(why)s") % words)
        reports.take(outcome)
        if counts.total() % EVERY == 0:
            self.stdout.write(
                _("%(read)d read, %(new)d imported …") % {"read": counts.total(), "new": counts["new"]}
            )
            self.stdout.flush()

    def _sum(self, counts: Counter, dry: bool) -> None:
        words = {
            "read": counts.total(),
            "new": counts["new"],
            "known": counts["known"],
            "refused": counts["refused"],
        }
        sentence = (
            _(
                "%(read)d read: %(new)d would be imported, %(known)d are there already, %(refused)d would be refused."
            )
            if dry
            else _("%(read)d read: %(new)d imported, %(known)d were there already, %(refused)d refused.")
        )
        self.stdout.write(sentence % words)


class _Reports:
    """The two tables that a run may leave behind."""

    def __init__(self, stack: ExitStack, rejects: Path | None, redirects: Path | None):
        self._rejects, self._redirects = (
            csv.writer(stack.enter_context(path.open("w", encoding="utf-8", newline=""))) if path else None
            for path in (rejects, redirects)
        )

    def take(self, outcome) -> None:
        if self._rejects and outcome.state == "refused":
            self._rejects.writerow([outcome.line, outcome.address, outcome.why])
        released = outcome.article and outcome.article.last_release
        if outcome.address and outcome.article:
            old_addresses.remember(outcome.address, outcome.article)
        if self._redirects and outcome.address and released:
            self._redirects.writerow([outcome.address, addresses.article(released)])


def _user(name: str | None):
    if not name:
        return None
    try:
        return get_user_model().objects.get(username=name, is_active=True)
    except get_user_model().DoesNotExist:
        raise CommandError(_("There is no active account “%(name)s”.") % {"name": name}) from None
