"""`manage.py check_redirects`: old addresses that lead in circles, through others, or to what readers do not see."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from news.desk import old_addresses
from news.models import OldAddress


class Command(BaseCommand):
    @property
    def help(self):
        """A text that is lazy would stop `--help`: argparse takes strings alone."""
        return _("List old addresses that lead in circles, through others, or nowhere.")

    def handle(self, **options):
        count = 0
        for row, why in old_addresses.ailing():
            count += 1
            self.stdout.write(f"{row.address}: {why}")
        total = OldAddress.objects.count()
        if count:
            raise CommandError(
                _("%(count)d of %(total)d old addresses need a look.") % {"count": count, "total": total}
            )
        self.stdout.write(_("%(total)d old addresses, each leads to its place at once.") % {"total": total})
