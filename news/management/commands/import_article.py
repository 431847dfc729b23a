"""`manage.py import_article PATH… [--photo FILE]… [--changes accept|reject] [--publish] [--by USER]`: a draft from each text, once."""

from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from news.importing import folders
from news.importing.drafts import import_text
from news.importing.errors import ImportRefused
from news.site import addresses


class Command(BaseCommand):
    @property
    def help(self):
        """A text that is lazy would stop `--help`: argparse takes strings alone."""
        return _("Make an article from each text file, or from each text of a folder with its pictures.")

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--photo", action="append", default=[], type=Path, metavar="FILE", dest="photos")
        parser.add_argument("--publish", action="store_true", help="publish at once, logged as an import")
        parser.add_argument(
            "--changes",
            choices=["accept", "reject"],
            default="",
            dest="settle",
            help="which content of a Word file with tracked changes: after them or before them",
        )
        parser.add_argument("--by", metavar="USER", help="the account that the draft belongs to")

        parser.add_argument(
            "--drop-scripts", action="store_true", help="take the text of a web page without its scripts"
        )

    def handle(self, *, paths, photos, publish, by, settle, drop_scripts, **options):
        try:
            pairs = folders.gather(paths, photos)
        except (ImportRefused, OSError) as refusal:
            raise CommandError(str(refusal)) from None
        user = self._user(by)
        failed = sum(
            not self._import(text, pictures, user, publish, settle, drop_scripts) for text, pictures in pairs
        )
        if failed:
            raise CommandError(
                _("%(failed)d of %(all)d texts were not imported; nothing of them was saved.")
                % {"failed": failed, "all": len(pairs)}
            )

    def _user(self, name: str | None):
        if not name:
            return None
        try:
            return get_user_model().objects.get(username=name, is_active=True)
        except get_user_model().DoesNotExist:
            raise CommandError(_("There is no active account “%(name)s”.") % {"name": name}) from None

    def _import(
        self, text: Path, pictures: list[Path], user, publish: bool, settle: str, drop_scripts: bool
    ) -> bool:
        try:
            result = import_text(
                text, pictures, by=user, publish=publish, settle=settle, drop_scripts=drop_scripts
            )
        except ImportRefused as refusal:
            self.stderr.write(str(refusal))
            return False
        self.stdout.write(self._line(text, result))
        for warning in result.warnings:
            self.stderr.write(f"{text.name}: {warning}")
        return True

    def _line(self, text: Path, result) -> str:
        article = result.article
        words = {"file": text.name, "number": article.number, "title": article}
        if not result.is_new:
            return _("%(file)s: already imported as article %(number)d; nothing changed.") % words
        if article.last_release:
            words["address"] = addresses.article(article.last_release)
            return _("%(file)s: published as %(address)s") % words
        return _("%(file)s: draft %(number)d “%(title)s”") % words
